//! Smaller pieces of the views.

mod answer;
mod cards;
mod choices;
mod delete;
mod entry;
mod help;
mod icon;
mod ideas;
mod mark;
mod notice;
mod plan;
mod room;
mod scale;
mod words;

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::Element;
use yew::prelude::*;

pub(super) use answer::answer;
pub(super) use delete::delete;
pub(super) use entry::{entries, entry, letter};
pub(super) use help::{help_block, help_lines};
pub(super) use ideas::{options, tick};
pub(super) use notice::notice;
pub(super) use room::room;
pub(super) use scale::covered;
pub(super) use words::words;

use super::el::{El, Kind, el, line};
use super::focus::{self, MARK};
use crate::app::Event;
use crate::app::screen::{Look, Way};
use crate::session::{Field, Place};
use crate::words::Line;

/// What every piece needs beside what it shows.
#[derive(Clone)]
pub(super) struct With {
    /// Where events go.
    pub(super) send: Callback<Event>,
    /// The widget's own number, in every id.
    pub(super) number: u32,
    /// The level of the heading that what is drawn stands under.
    pub(super) level: u8,
    /// Which screen it is, so that focus goes to its heading once.
    pub(super) screen: Rc<str>,
    /// Whether the place for words gets the focus, and not what asks.
    pub(super) writes: bool,
}

/// The heading that asks, and the line under it: they name the controls.
pub(super) struct Asked {
    /// The id of what asks.
    pub(super) by: AttrValue,
    /// The id of the hint, where there is one.
    pub(super) hint: Option<AttrValue>,
}

impl Asked {
    /// Named by what asks, without a hint.
    pub(super) fn by(id: &AttrValue) -> Self {
        Self {
            by: id.clone(),
            hint: None,
        }
    }
}

impl With {
    /// An id that no other widget on the page has.
    pub(super) fn id(&self, name: &str) -> AttrValue {
        AttrValue::from(["wm", &self.number.to_string(), "-", name].concat())
    }

    /// An id for something at a place.
    pub(super) fn id_at(&self, place: &Place, name: &str) -> AttrValue {
        self.id(&[&place.name(), "_", name].concat())
    }

    /// The id of a box.
    pub(super) fn id_of(&self, place: &Place, field: &Field) -> AttrValue {
        self.id(&field.name_at(place))
    }

    /// Sends one event, whatever it was that happened.
    fn sends(&self, event: &Event) -> Rc<dyn Fn(web_sys::Event)> {
        let (send, event) = (self.send.clone(), event.clone());
        Rc::new(move |_| send.emit(event.clone()))
    }

    /// The same for what stands one heading further down.
    pub(super) fn under(&self) -> Self {
        Self {
            level: self.level.saturating_add(1),
            ..self.clone()
        }
    }
}

impl El {
    /// What pressing it means.
    pub(super) fn press(self, event: &Event, with: &With) -> Self {
        self.on(Kind::Click, with.sends(event))
    }

    /// What taking or leaving it means.
    pub(super) fn change(self, event: &Event, with: &With) -> Self {
        self.on(Kind::Change, with.sends(event))
    }

    /// What pressing it means, where it goes away when pressed: something near it gets the focus first.
    fn press_near(self, event: &Event, near: Near, with: &With) -> Self {
        let (send, event) = (with.send.clone(), event.clone());
        let then = move |click: web_sys::Event| {
            let button = click
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            let group = button.and_then(|button| button.closest(near.0).ok().flatten());
            if let Some(found) = group.and_then(|group| group.query_selector(near.1).ok().flatten())
            {
                focus::on(&found);
            }
            send.emit(event.clone());
        };
        self.on(Kind::Click, Rc::new(then))
    }
}

/// What is near a button that goes away: around it, and inside that.
#[derive(Clone, Copy)]
struct Near(&'static str, &'static str);

/// The element of a heading of some level.
fn tag(level: u8) -> &'static str {
    match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// A paragraph for each line.
pub(super) fn paragraphs(lines: &[Line]) -> Vec<Html> {
    lines
        .iter()
        .map(|one| el("p", "").line(one).done())
        .collect()
}

/// A heading below the screen's own.
pub(super) fn subheading(with: &With, id: &AttrValue, text: &Line) -> El {
    el(tag(with.level.saturating_add(1)), "sub")
        .has("id", id.clone())
        .line(text)
}

/// The heading of the screen, where focus goes when it comes up.
pub(super) fn question(with: &With, id: &AttrValue, text: &Line) -> El {
    heading(with, id, text).has(MARK, AttrValue::from(with.screen.clone()))
}

/// The heading of the screen, where something else gets the focus.
pub(super) fn heading(with: &With, id: &AttrValue, text: &Line) -> El {
    el(tag(with.level), "question")
        .has("id", id.clone())
        .is("part", "question")
        .is("tabindex", "-1")
        .line(text)
}

/// A line under what asks, with an id that names it; it keeps its place where there is none.
pub(super) fn hint(id: Option<&AttrValue>, text: Option<&Line>) -> El {
    el("p", "hint").maybe("id", id.cloned()).maybe_line(text)
}

/// A line said softly; it keeps its place where there is none.
pub(super) fn soft(class: &'static str, text: Option<&Line>) -> El {
    el("p", class).maybe_line(text)
}

/// A button.
pub(super) fn way(shown: &Way, with: &With) -> El {
    button(shown).press(&shown.event, with)
}

/// A button, before it means anything.
pub(super) fn button(shown: &Way) -> El {
    let class = match shown.look {
        Look::Main => "btn main",
        Look::Other => "btn",
        Look::Plain => "plain",
    };
    el("button", class)
        .key(&shown.label.text)
        .is("type", "button")
        .when(shown.look == Look::Main, "part", "main-action")
        .add(label(shown))
}

/// The words of a button; a part of them may be heard only, where it is narrow.
pub(super) fn label(shown: &Way) -> Html {
    match &shown.long {
        None => line(&shown.label),
        Some(long) => {
            let long = el("span", "long").text(" ").line(long);
            el("span", "").line(&shown.label).with(long).done()
        }
    }
}

/// The ways on.
pub(super) fn ways(shown: &[Way], with: &With) -> El {
    let all = shown.iter().map(|one| way(one, with).done());
    el("div", "ways").all(all.collect())
}

/// A button that takes a choice back. It goes away when pressed, so the choices get the focus first.
fn clear(shown: Option<&Way>, with: &With) -> El {
    let near = Near(".group", "input");
    let button = shown.map(|shown| button(shown).press_near(&shown.event, near, with).done());
    el("div", "after").add(button.unwrap_or_default())
}

/// Words that open in place.
pub(super) fn opens(title: &Line, lines: &[Line]) -> El {
    opens_with(title, el("div", "").all(paragraphs(lines)), false)
}

/// Something that opens in place, or stands open from the start.
pub(super) fn opens_with(title: &Line, inside: El, is_open: bool) -> El {
    el("details", "")
        .when(is_open, "open", "")
        .with(el("summary", "").line(title))
        .with(el("div", "opened").with(inside))
}
