//! Finding a prompt by a part of it.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Event as DomEvent, HtmlInputElement};
use yew::prelude::*;

use super::sheet;
use crate::app::screen::{JumpScreen, Way};
use crate::app::{Event, Press};
use crate::widget::el::{El, Kind, el};
use crate::widget::focus::MARK;
use crate::widget::part::{With, heading, hint, label, soft, ways};
use crate::words::Line;

/// A box, and what was found.
pub(crate) fn jump(shown: &JumpScreen, with: &With) -> El {
    let (id, hint_id) = (with.id("title"), with.id("jump-hint"));
    let send = with.send.clone();
    let typed = move |event: DomEvent| {
        let target = event.target();
        let input = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            send.emit(Event::Press(Press::Seek(input.value().into())));
        }
    };
    let input = el("input", "words")
        .key("seek")
        .is("type", "text")
        .unaided()
        .has("aria-labelledby", id.clone())
        .has("aria-describedby", hint_id.clone())
        .on(Kind::Input, Rc::new(typed));
    let found = shown.found.iter().map(|(way, about)| one(way, about, with));
    sheet("screen jump", &id)
        .with(heading(with, &id, &shown.title))
        .with(hint(Some(&hint_id), Some(&shown.hint)))
        .with(
            el("div", "field")
                .has(MARK, with.screen.to_string().into())
                .with(input),
        )
        .with(
            el("ul", "stages")
                .hidden(shown.found.is_empty())
                .all(found.collect()),
        )
        .with(soft("empty", shown.none.as_ref()).is("role", "status"))
        .with(ways(&shown.ways, with))
}

fn one(way: &Way, about: &Line, with: &With) -> Html {
    let button = el("button", "")
        .is("type", "button")
        .press(&way.event, with)
        .with(el("span", "part-name").add(label(way)))
        .with(el("span", "note").line(about));
    el("li", "").key(&way.label.text).with(button).done()
}
