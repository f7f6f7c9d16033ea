//! The directory of what is on offer nearby: a program of its own, fetched and asked in `pkg-config/npm/directory.js`, joined with the glue into one module.

use std::iter;
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlElement;

use super::{Reply, file};
use crate::app::{Chance, Event, Feed, Ideas, Source, Trouble};
use crate::ideas::{Asked, Told};

/// What can be wrong with a list or a map, as `pkg-config/npm/directory.js` and `directory::Gathering` say it.
const CODES: [&str; 5] = [
    "services-missing",
    "services-wrong",
    "services-large",
    "services-warnings",
    "services-map",
];

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = openIdeas)]
    fn open_ideas(
        host: &HtmlElement,
        lists: &Array,
        map: Option<&str>,
        words: &str,
        year: u16,
        month: u8,
        day: u8,
    ) -> Promise;
    #[wasm_bindgen(js_name = askIdeas)]
    fn ask_ideas(host: &HtmlElement, asked: &str) -> String;
}

/// Opens the lists, and replies with each trouble and then with what there is. Where others are opened meanwhile, nothing is said of these.
#[inline(never)]
pub(super) fn open(host: Option<&HtmlElement>, source: Rc<Source>, reply: Reply) {
    let Some(host) = host else { return };
    let lists: Array = source.feeds.iter().map(list).collect();
    let day = source.today.map(|day| (day.year, day.month, day.day));
    let (year, month, day) = day.unwrap_or_default();
    let map = source.map.as_deref();
    let promise = open_ideas(host, &lists, map, &source.words, year, month, day);
    spawn_local(async move {
        match JsFuture::from(promise).await {
            Ok(told) if told.is_undefined() => {}
            Ok(told) => opened(&told.unchecked_into(), &source, &reply),
            Err(_) => {
                let code = "directory-missing";
                let message =
                    "the program that reads lists of services could not be fetched, or broke"
                        .to_owned();
                tell(code, message, &reply);
                reply(Event::ideas(Ideas::Missing));
            }
        }
    });
}

fn tell(code: &'static str, message: String, reply: &Reply) {
    reply(Event::ideas(Ideas::Trouble(Trouble { code, message })));
}

/// An address, or a text in a list.
fn list(feed: &Feed) -> JsValue {
    match feed {
        Feed::At(address) => JsValue::from_str(address),
        Feed::Given(text) => Array::of1(&JsValue::from_str(text)).into(),
    }
}

/// What is wrong with the map and with each list, a code before it, and how many services there are.
fn opened(told: &Array, source: &Source, reply: &Reply) {
    let map = source.map.as_deref().unwrap_or_default();
    let lists = source.feeds.iter().map(|feed| match feed {
        Feed::At(address) => ["the list ", address],
        Feed::Given(_) => ["the list ", "that was given in code"],
    });
    let mut told = told.iter().filter_map(|told| told.as_string());
    for (name, wrong) in iter::once(["the map ", map])
        .chain(lists)
        .zip(told.by_ref())
    {
        if let Some((code, said)) = wrong.split_once(' ') {
            let [what, which] = name;
            let known = CODES.into_iter().find(|known| *known == code);
            let message = [what, which, " ", said].concat();
            tell(known.unwrap_or_default(), message, reply);
        }
    }
    let count = told.next().and_then(|count| count.parse().ok());
    let count = count.unwrap_or_default();
    let Chance([a, b, c, d, ..]) = file::chance();
    let chance = u32::from_le_bytes([a, b, c, d]);
    reply(Event::ideas(if count == 0 {
        Ideas::Missing
    } else {
        Ideas::Opened { count, chance }
    }));
}

/// Asks the directory, in this very call.
#[inline(never)]
pub(super) fn ask(host: Option<&HtmlElement>, number: u32, asked: &Asked, reply: &Reply) {
    let told = host.map(|host| ask_ideas(host, &asked.to_text()));
    let told = told.and_then(|told| Told::read(&told));
    reply(Event::ideas(match told {
        Some(told) => Ideas::Told(number, told.into()),
        None => Ideas::Missing,
    }));
}
