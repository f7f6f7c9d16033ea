//! The directory as a program of its own, which a page that names lists of services fetches, and nobody else.
//!
//! An instance holds one directory. It takes numbers and gives numbers, so that it needs no glue. What is text goes through its memory:
//! whoever calls asks for room with [`reserve`] and writes there, and reads what is [`told`], as long as the call before said it is.

use std::cell::RefCell;
use std::mem::take;

use wasm_bindgen::prelude::wasm_bindgen;
use what_matters::directory::{Directory, Gathering, Map, Refused, Trouble, trouble_with_map};
use what_matters::ideas::{Asked, Chosen};
use what_matters::words::{Catalogue, Day};

/// The map we ship.
const SHIPPED: &str = include_str!("../../../www/services/map.json");

/// A day on which what they offer goes on.
const REHEARSED: Day = Day {
    year: 2026,
    month: 11,
    day: 2,
};
/// Two services with all that one can have.
const REHEARSAL: &str = include_str!("rehearsal.json");

/// Does once what is done with a list, while the lists are on their way: a browser makes a function ready when it is first called.
fn rehearse(map: Map) {
    let mut gathering = Gathering::new(map);
    gathering.add(REHEARSAL.into());
    if let Some((directory, _)) = gathering.done() {
        let asked = Asked::Ideas(Chosen {
            areas: vec!["joy".into()],
            most: 3,
            ..Chosen::default()
        });
        let told = directory.told(&asked, Some(REHEARSED), &Catalogue::english());
        let _ = told.to_text();
    }
}

#[derive(Default)]
struct Here {
    /// What was written and not taken up yet.
    fed: Vec<u8>,
    /// What is to be read.
    told: Vec<u8>,
    gathering: Gathering,
    directory: Option<Directory>,
    words: Option<Catalogue>,
    today: Option<Day>,
}

impl Here {
    fn text(&mut self) -> String {
        String::from_utf8(take(&mut self.fed)).unwrap_or_default()
    }

    /// Says something. How long it is comes back.
    fn tell(&mut self, said: impl Into<Vec<u8>>) -> usize {
        self.told = said.into();
        self.told.len()
    }

    fn tell_trouble(&mut self, trouble: Option<Trouble>) -> usize {
        let said = trouble.map(|Trouble { code, message }| [code, " ", &message].concat());
        self.tell(said.unwrap_or_default())
    }
}

thread_local! {
    static HERE: RefCell<Here> = RefCell::default();
}

/// Makes room for so many bytes. Where it begins comes back.
#[wasm_bindgen]
pub fn reserve(bytes: usize) -> usize {
    HERE.with_borrow_mut(|here| {
        here.fed = vec![0; bytes];
        here.fed.as_mut_ptr().expose_provenance()
    })
}

/// Where what is said begins.
#[wasm_bindgen]
pub fn told() -> usize {
    HERE.with_borrow(|here| here.told.as_ptr().expose_provenance())
}

/// What was written is the host's map, or why it cannot be had is told by its number; ours is taken where there is none.
/// What is wrong with it is said, as a code, a space and a sentence.
#[wasm_bindgen(js_name = takeMap)]
pub fn take_map(why: u8) -> usize {
    HERE.with_borrow_mut(|here| {
        let own = here.text();
        let refused = Refused::of(why);
        let text = if own.is_empty() || refused.is_some() {
            SHIPPED
        } else {
            &own
        };
        let reading = Map::read(text);
        // A map of which nothing can be used would leave every service without a place in the guide.
        let map = if reading.map.is_empty() {
            Map::read(SHIPPED).map
        } else {
            reading.map
        };
        rehearse(map.clone());
        here.gathering = Gathering::new(map);
        let trouble = refused.map(Refused::of_map);
        here.tell_trouble(trouble.or_else(|| trouble_with_map(&reading.problems)))
    })
}

/// What was written is a list, to be read by [`go_on`], or why it cannot be had is told by its number.
#[wasm_bindgen(js_name = takeList)]
pub fn take_list(why: u8) {
    HERE.with_borrow_mut(|here| {
        let list = take(&mut here.fed);
        match Refused::of(why) {
            Some(refused) => here.gathering.refuse(refused),
            None => here.gathering.add(list),
        }
    });
}

/// Does a piece of the work. Whether there was any.
#[wasm_bindgen(js_name = goOn)]
pub fn go_on() -> bool {
    HERE.with_borrow_mut(|here| here.gathering.go_on())
}

/// Says what is wrong with the list that was taken last, as [`take_map`] does.
#[wasm_bindgen]
pub fn wrong() -> usize {
    HERE.with_borrow_mut(|here| {
        let trouble = here.gathering.trouble();
        here.tell_trouble(trouble)
    })
}

/// Says what was gathered, if it was packed here: to be taken to an instance that has read nothing, since memory is never given back.
/// A list that came packed stays here.
#[wasm_bindgen]
pub fn packed() -> usize {
    HERE.with_borrow_mut(|here| {
        let packed = match take(&mut here.gathering).done() {
            Some((directory, true)) => directory.into_bytes(),
            Some((directory, false)) => {
                here.directory = Some(directory);
                Vec::new()
            }
            None => Vec::new(),
        };
        here.tell(packed)
    })
}

/// Opens the list that was taken. What was written are the interface's words; a year of 0 is no day. How many services there are comes back.
#[wasm_bindgen]
pub fn open(year: u16, month: u8, day: u8) -> usize {
    HERE.with_borrow_mut(|here| {
        let words = Catalogue::read(&here.text());
        here.words = Some(words.unwrap_or_else(|_| Catalogue::english()));
        here.today = Some(Day { year, month, day }).filter(|day| day.year > 0);
        if let Some((directory, _)) = take(&mut here.gathering).done() {
            here.directory = Some(directory);
        }
        here.directory.as_ref().map_or(0, Directory::len)
    })
}

/// Answers what was written; with nothing where it is no question.
#[wasm_bindgen]
pub fn ask() -> usize {
    HERE.with_borrow_mut(|here| {
        let asked = Asked::read(&here.text());
        let open = here.directory.as_ref().zip(here.words.as_ref());
        let told = open
            .zip(asked)
            .map(|((directory, words), asked)| directory.told(&asked, here.today, words).to_text());
        here.tell(told.unwrap_or_default())
    })
}
