//! Smaller pieces of the views.

mod answer;
mod cards;
mod choices;
mod delete;
mod entry;
mod focus;
mod help;
mod icon;
mod notice;
mod plan;
mod scale;
mod words;

use yew::html::IntoPropValue;
use yew::prelude::*;
use yew::virtual_dom::VText;

pub(super) use answer::answer;
pub(super) use delete::delete;
pub(super) use entry::EntryView;
pub(super) use focus::{Focus, focus, focus_on};
pub(super) use help::{help_block, help_lines};
pub(super) use notice::NoticeView;
pub(super) use scale::covered;

use crate::app::Event;
use crate::app::screen::{Look, Way};
use crate::session::{Field, Place};
use crate::words::Line;

/// What every piece needs beside what it shows.
#[derive(Clone, PartialEq)]
pub(super) struct With {
    /// Where events go.
    pub(super) send: Callback<Event>,
    /// The widget's own number, in every id.
    pub(super) number: u32,
    /// The level of the heading that what is drawn stands under.
    pub(super) level: u8,
    /// The screen's heading.
    pub(super) heading: NodeRef,
}

/// The heading that asks, and the line under it: they name the controls.
#[derive(Clone, PartialEq)]
pub(super) struct Asked {
    /// The id of what asks.
    pub(super) by: AttrValue,
    /// The id of the hint, where there is one.
    pub(super) hint: Option<AttrValue>,
}

impl With {
    /// An id that no other widget on the page has.
    pub(super) fn id(&self, name: &str) -> AttrValue {
        AttrValue::from(["wm", &self.number.to_string(), "-", name].concat())
    }

    /// An id for something at a place. Ids in a guide have no `_`, so two never meet.
    pub(super) fn id_at(&self, place: &Place, name: &str) -> AttrValue {
        let card = place.card.as_ref().map_or("", |card| card.name());
        self.id(&[place.prompt.name(), "_", card, "_", name].concat())
    }

    /// The id of a box.
    pub(super) fn id_of(&self, place: &Place, field: &Field) -> AttrValue {
        match field {
            Field::Words => self.id_at(place, "words"),
            Field::Detail(choice) => self.id_at(place, &["detail_", choice.name()].concat()),
            Field::What(step) => self.id_at(place, &["what_", &step.0.to_string()].concat()),
            Field::When(step) => self.id_at(place, &["when_", &step.0.to_string()].concat()),
            Field::Help(step) => self.id_at(place, &["help_", &step.0.to_string()].concat()),
        }
    }

    /// A handler that sends one event, whatever it was that happened.
    pub(super) fn on<T: 'static>(&self, event: &Event) -> Callback<T> {
        let (send, event) = (self.send.clone(), event.clone());
        Callback::from(move |_| send.emit(event.clone()))
    }

    /// The same for what stands one heading further down.
    pub(super) fn under(&self) -> Self {
        Self {
            level: self.level.saturating_add(1),
            ..self.clone()
        }
    }
}

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

/// Plain words.
pub(super) fn plain(words: &str) -> Html {
    VText::new(AttrValue::from(words.to_owned())).into()
}

/// A line, marked with its language where that is not the screen's.
pub(super) fn line(line: &Line) -> Html {
    let text = VText::new(AttrValue::from(line.text.clone()));
    match &line.language {
        None => text.into(),
        Some(language) => {
            let dir = if language.is_right_to_left() {
                "rtl"
            } else {
                "ltr"
            };
            html! { <span lang={language.tag().to_owned()} {dir}>{ text }</span> }
        }
    }
}

/// A paragraph for each line.
pub(super) fn paragraphs(lines: &[Line], class: &'static str) -> Html {
    let one = |(at, text): (usize, &Line)| html! { <p key={at} {class}>{ line(text) }</p> };
    lines.iter().enumerate().map(one).collect()
}

/// A heading below the screen's own.
#[expect(
    clippy::ignored_unit_patterns,
    reason = "in what the macro makes of a tag chosen when drawn"
)]
pub(super) fn subheading(
    with: &With,
    id: impl IntoPropValue<Option<AttrValue>>,
    text: &Line,
) -> Html {
    let id: Option<AttrValue> = id.into_prop_value();
    html! { <@{tag(with.level.saturating_add(1))} {id} class="sub">{ line(text) }</@> }
}

/// The heading of the screen, where focus goes when it comes up.
#[expect(
    clippy::ignored_unit_patterns,
    reason = "in what the macro makes of a tag chosen when drawn"
)]
pub(super) fn question(with: &With, id: &AttrValue, text: &Line) -> Html {
    html! {
        <@{tag(with.level)} id={id.clone()} class="question" part="question" tabindex="-1" ref={with.heading.clone()}>
            { line(text) }
        </@>
    }
}

/// A button.
pub(super) fn way(shown: &Way, with: &With) -> Html {
    way_with(shown, with.on(&shown.event))
}

/// A button that does something of its own before its event goes out.
pub(super) fn way_with(shown: &Way, onclick: Callback<MouseEvent>) -> Html {
    let (class, part) = match shown.look {
        Look::Main => ("btn main", Some("main-action")),
        Look::Other => ("btn", None),
        Look::Plain => ("plain", None),
    };
    html! {
        <button key={shown.label.text.clone()} type="button" {class} {part} {onclick}>{ label(shown) }</button>
    }
}

/// The words of a button; a part of them may be heard only, where it is narrow.
pub(super) fn label(shown: &Way) -> Html {
    match &shown.long {
        None => line(&shown.label),
        Some(long) => {
            html! { <span>{ line(&shown.label) }<span class="long">{ " " }{ line(long) }</span></span> }
        }
    }
}

/// The ways on.
pub(super) fn ways(shown: &[Way], with: &With) -> Html {
    let all: Html = shown.iter().map(|one| way(one, with)).collect();
    html! { <div class="ways">{ all }</div> }
}

/// A button that takes a choice back. It goes away when pressed, so the choices get the focus first.
pub(super) fn clear(shown: Option<&Way>, with: &With) -> Html {
    let button = shown.map(|shown| {
        way_with(
            shown,
            focus::then(with, &shown.event, ".group", Focus::First),
        )
    });
    html! { <div class="after">{ button.unwrap_or_default() }</div> }
}

/// Words that open in place.
pub(super) fn opens(title: &Line, lines: &[Line]) -> Html {
    html! {
        <details>
            <summary>{ line(title) }</summary>
            <div class="opened">{ paragraphs(lines, "") }</div>
        </details>
    }
}
