//! The link worker's other screens: the screen turned to the person, finding a prompt, the keys.

use super::data::{Look, Way};
use super::{answer, prompt};
use crate::app::together::{KEYS, Press};
use crate::app::{App, Event};
use crate::session::{Action, At, Session};
use crate::summary::Part;
use crate::words::Line;

/// The screen turned to the person: what was asked and their words, in large type, and nothing else.
#[derive(Debug, Clone, PartialEq)]
pub struct TurnedScreen {
    /// The question, or "My summary".
    pub title: Line,
    /// What stands there, heading by heading; without headings where it is one answer.
    pub parts: Vec<Part>,
    /// *Turn it back*.
    pub back: Way,
}

/// Finding a prompt.
#[derive(Debug, Clone, PartialEq)]
pub struct JumpScreen {
    /// "Find a prompt".
    pub title: Line,
    /// "Type a part of it. Enter goes to the first."
    pub hint: Line,
    /// What was found, each with its stage.
    pub found: Vec<(Way, Line)>,
    /// "Nothing like that is asked here."
    pub none: Option<Line>,
    /// *Carry on*.
    pub ways: Vec<Way>,
}

/// The keys.
#[derive(Debug, Clone, PartialEq)]
pub struct KeysScreen {
    /// "Keys".
    pub title: Line,
    /// When they work.
    pub hint: Line,
    /// Each key's name, and what it does.
    pub keys: Vec<(Line, Line)>,
    /// *Turn the letters off*, or on; *Carry on*.
    pub ways: Vec<Way>,
}

pub(super) fn turned(app: &App, session: &Session) -> TurnedScreen {
    let summary = app.summary();
    let parts = summary.map(|summary| summary.parts).unwrap_or_default();
    let place = match session.at() {
        At::Prompt(place) if !app.reads_back() && app.over.is_none() => Some(place),
        _ => None,
    };
    let title = place
        .filter(|_| !app.is_hidden())
        .and_then(|place| Some((session.guide().prompt(&place.prompt)?, place)))
        .map(|(asked, place)| prompt::ask(app, session, asked, place));
    let here = |mut part: Part| {
        part.entries.retain(|entry| Some(&entry.place) == place);
        part.title = Line::default();
        (!part.entries.is_empty()).then_some(part)
    };
    let parts = match place {
        Some(_) => parts.into_iter().filter_map(here).collect(),
        None => match app.view.heading {
            Some(heading) => parts.into_iter().skip(heading).take(1).collect(),
            None => parts,
        },
    };
    let key = if app.is_hidden() {
        "turned-nothing"
    } else {
        "my-summary"
    };
    TurnedScreen {
        title: title.unwrap_or_else(|| app.words.line(key)),
        parts,
        back: app.way("turn-back", Look::Other, Event::Press(Press::Turn)),
    }
}

pub(super) fn jump(app: &App, session: &Session) -> JumpScreen {
    let found = app.found().into_iter().filter_map(|place| {
        let asked = session.guide().prompt(&place.prompt)?;
        let stage = session.guide().stages().get(asked.stage)?;
        let way = Way {
            label: prompt::ask(app, session, asked, &place),
            long: None,
            look: Look::Plain,
            event: Event::act(Action::GoTo(place.clone())),
        };
        let about = match answer::card(session, &place) {
            Some(card) => answer::card_title(app, session, asked, card),
            None => app.text(&stage.title),
        };
        Some((way, about))
    });
    let found: Vec<_> = found.collect();
    JumpScreen {
        title: app.words.line("jump"),
        hint: app.words.line("jump-hint"),
        none: found.is_empty().then(|| app.words.line("jump-none")),
        found,
        ways: vec![app.way("carry-on", Look::Main, Event::CarryOn)],
    }
}

pub(super) fn keys(app: &App) -> KeysScreen {
    // What is not there needs no key.
    let letters = KEYS.iter();
    let letters = letters.filter(|(sign, _)| *sign != 'i' || app.looks_nearby());
    let letters = letters.map(|(sign, key)| {
        let sign = Line::new(&*sign.to_string());
        (sign, app.words.line(key))
    });
    let always = [("key-ctrl-enter", "key-on"), ("key-escape", "key-out")];
    let always = always.map(|(sign, key)| (app.words.line(sign), app.words.line(key)));
    let is_on = app.has_keys();
    let switch = Event::Press(Press::KeysOn(!is_on));
    let key = if is_on { "keys-off" } else { "keys-on" };
    let mut ways = vec![app.way("carry-on", Look::Main, Event::CarryOn)];
    // A host's own setting is not undone here.
    if app.options.keys {
        ways.push(app.way(key, Look::Other, switch));
    }
    KeysScreen {
        title: app.words.line("keys"),
        hint: app
            .words
            .line(if is_on { "keys-hint" } else { "keys-hint-off" }),
        keys: always
            .into_iter()
            .chain(letters.filter(|_| is_on))
            .collect(),
        ways,
    }
}
