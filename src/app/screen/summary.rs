//! *My summary*: as it stands, at any moment, or as the read-back at the end of the way.

use std::rc::Rc;

use super::cue::Toggle;
use super::data::{
    AnswerScreen, Look, MarkScreen, SummaryEntry, SummaryPart, SummaryScreen, Way, WordsBox,
};
use super::{answer, close, prompt};
use crate::app::together::Press;
use crate::app::travel::Travel;
use crate::app::{App, Editing, Event};
use crate::guide::{HeadingId, Prompt};
use crate::session::{Action, Field, Mode, Session, Verdict, Voice};
use crate::summary::{Entry, Part};

/// The summary's screen; `read_back` is the prompt that asks for it, when the person has come to it.
pub(super) fn screen(app: &App, session: &Session, read_back: Option<&Prompt>) -> SummaryScreen {
    let summary = app.summary();
    let mut parts = summary
        .as_ref()
        .map(|summary| summary.parts.clone())
        .unwrap_or_default();
    if let Some(editing) = &app.editing {
        hold(app, session, &mut parts, editing);
    }
    let is_empty = parts.is_empty();
    // Two go through it heading by heading; what goes out stands at the end.
    let heading = app.view.heading.filter(|_| app.reads_back() && !is_empty);
    let last = parts.len().saturating_sub(1);
    let heading = heading.map(|heading| heading.min(last));
    let goes_out = heading.is_none() && parts.iter().any(|part| !part.kept_back);
    // Where nothing stands there is nothing to read back.
    let asked = read_back.filter(|_| !is_empty);
    let title = asked.map_or_else(
        || app.words.line("my-summary"),
        |prompt| app.text(prompt.ask_of(app.is_together())),
    );
    let hint = if is_empty {
        Vec::new()
    } else {
        let hint = asked.and_then(|prompt| prompt.hint_of(app.is_together()));
        let hint = hint.map_or_else(|| app.words.line("summary-hint"), |hint| app.text(hint));
        vec![hint, close::sent(app)]
    };
    let left_out: Vec<_> = parts
        .iter()
        .filter(|part| part.kept_back && heading.is_none())
        .map(|part| &*part.title.text)
        .collect();
    let along = app.options.takes_along();
    let out = if heading.is_none() {
        outs(app, read_back.is_some(), is_empty, goes_out)
    } else {
        Vec::new()
    };
    let give = app
        .options
        .receive
        .as_ref()
        .filter(|_| goes_out)
        .map(|who| {
            let values = [("who", who.as_str())];
            let label = app.words.fill("give", &values);
            let way = Way {
                label,
                long: None,
                event: Event::Give,
                look: Look::Other,
            };
            (way, app.words.fill("give-means", &values))
        });
    let proxy = summary.as_ref().and_then(|summary| summary.proxy.clone());
    let proxy = proxy.filter(|_| !is_empty);
    let about = summary.filter(|_| !is_empty && heading.is_none());
    let about = about.map(|summary| summary.about).unwrap_or_default();
    SummaryScreen {
        title,
        hint,
        empty: is_empty.then(|| app.words.line("summary-empty")),
        parts: parts
            .iter()
            .enumerate()
            .filter(|(at, _)| heading.is_none_or(|heading| heading == *at))
            .map(|(_, part)| self::part(app, session, part))
            .collect(),
        about: about
            .into_iter()
            .filter(|line| Some(line) != proxy.as_ref())
            .collect(),
        proxy,
        left_out: (!left_out.is_empty()).then(|| {
            let values = [("headings", &*left_out.join(", "))];
            let key = match (goes_out, along) {
                (true, true) => "left-out",
                (false, true) => "all-kept",
                (true, false) => "left-out-kiosk",
                (false, false) => "all-kept-kiosk",
            };
            app.words.fill(key, &values)
        }),
        out,
        give,
        ways: match heading {
            Some(heading) => headings(app, heading, last),
            None => ways(app, read_back.is_some(), is_empty, goes_out),
        },
        delete: close::delete(app),
    }
}

/// The ways to take it along. In a kiosk there is paper alone.
fn outs(app: &App, is_read_back: bool, is_empty: bool, goes_out: bool) -> Vec<Way> {
    let along = app.options.takes_along();
    let mut out = Vec::new();
    if goes_out {
        let look = if is_read_back {
            Look::Other
        } else {
            Look::Main
        };
        out.push(app.way("print", look, Event::Print));
    }
    if goes_out && along {
        out.push(app.way("copy", Look::Other, Event::Copy(None)));
        out.push(app.way("download", Look::Other, Event::Download));
    }
    if !is_empty && along {
        out.push(app.way("more-ways", Look::Plain, Event::Travel(Travel::Ways)));
    }
    if !app.files.earlier.is_empty() {
        out.push(app.way("then", Look::Plain, Event::OpenThen));
    }
    out
}

/// The ways through a read-back: the next heading, all of it, and back.
fn headings(app: &App, heading: usize, last: usize) -> Vec<Way> {
    let next = Some(heading.saturating_add(1)).filter(|next| *next <= last);
    let key = if next.is_some() {
        "heading-next"
    } else {
        "heading-all"
    };
    let to = |heading| Event::Press(Press::Heading(heading));
    let mut ways = vec![app.way(key, Look::Main, to(next))];
    if next.is_some() {
        ways.push(app.way("heading-all", Look::Other, to(None)));
    }
    ways.push(app.way("back", Look::Plain, app.back()));
    ways
}

fn ways(app: &App, is_read_back: bool, is_empty: bool, goes_out: bool) -> Vec<Way> {
    let mut ways = if is_read_back {
        vec![
            app.way("continue", Look::Main, Event::act(Action::Next)),
            app.way("back", Look::Plain, Event::act(Action::Back)),
        ]
    } else {
        let look = if goes_out { Look::Other } else { Look::Main };
        vec![app.way("carry-on", look, Event::CarryOn)]
    };
    if !is_empty {
        ways.push(app.way("delete", Look::Plain, Event::AskDelete));
    }
    ways
}

fn part(app: &App, session: &Session, part: &Part) -> SummaryPart {
    let keep = |kept: bool| Event::act(Action::KeepBack(part.id.clone(), kept));
    SummaryPart {
        id: part.id.clone(),
        title: part.title.clone(),
        entries: part
            .entries
            .iter()
            .enumerate()
            .map(|(at, entry)| self::entry(app, session, part, (at, entry)))
            .collect(),
        kept_back: part.kept_back,
        share: (app.words.line("share"), keep(false)),
        keep: (app.words.line("share-keep"), keep(true)),
        copy: (!part.kept_back && app.options.takes_along())
            .then(|| app.way("copy-part", Look::Plain, Event::Copy(Some(part.id.clone())))),
    }
}

fn entry(app: &App, session: &Session, part: &Part, (at, entry): (usize, &Entry)) -> SummaryEntry {
    let is_open = app
        .editing
        .as_ref()
        .is_some_and(|editing| editing.heading == part.id && is_of(editing, entry));
    let editing = session
        .guide()
        .prompt(&entry.place.prompt)
        .filter(|_| is_open)
        .map(|asked| {
            let ask = prompt::ask(app, session, asked, &entry.place);
            let control = match entry.voice {
                Voice::Worker => AnswerScreen::Words(prompt::note_box(app, session, &entry.place)),
                _ => answer::screen(app, session, asked, &entry.place),
            };
            (ask, control)
        });
    let has_place = session.guide().prompt(&entry.place.prompt).is_some();
    // It has no place here to be edited in. What is this guide's own stands before it.
    let own = || part.entries.iter().filter(|entry| !entry.brought).count();
    let brought = entry.brought.then(|| at.saturating_sub(own()));
    let (key, event) = if let Some(at) = brought {
        let take_out = Travel::TakeOut(part.id.clone(), at);
        ("take-out", Event::Travel(take_out))
    } else if !has_place {
        // What is said of a step of an earlier plan is changed where that stands.
        ("edit", Event::OpenThen)
    } else if is_open {
        ("edit-done", Event::Edit(None))
    } else {
        (
            "edit",
            Event::Edit(Some(Rc::new((
                part.id.clone(),
                entry.place.clone(),
                entry.voice,
            )))),
        )
    };
    SummaryEntry {
        place: entry.place.clone(),
        voice: entry.voice,
        brought,
        by: entry.by.clone(),
        label: entry.label.clone(),
        pieces: entry.pieces.clone(),
        edit: app.way(key, Look::Plain, event),
        editing,
        mark: mark(app, session, entry).filter(|_| !entry.brought),
    }
}

fn is_of(editing: &Editing, entry: &Entry) -> bool {
    editing.place == entry.place && editing.voice == entry.voice && !entry.brought
}

/// The person's mark on words that are not theirs. Where someone writes all of it for them, there is nobody there to mark it.
fn mark(app: &App, session: &Session, entry: &Entry) -> Option<MarkScreen> {
    let (place, voice) = (&entry.place, entry.voice);
    let mark = session.mark(place, voice)?;
    if voice == Voice::Helper && session.mode() == Mode::Alone && session.is_by_proxy() {
        return None;
    }
    let toggle = |key: &str, verdict: Verdict| {
        let is_on = mark.verdict == Some(verdict);
        let next = (!is_on).then_some(verdict);
        let event = Event::act(Action::Mark(place.clone(), voice, next));
        Toggle {
            way: app.way(key, Look::Other, event),
            is_on,
        }
    };
    let own = || {
        let label = Some(app.words.line("mark-own"));
        let field = Field::Beside(voice);
        WordsBox {
            is_long: true,
            ..answer::boxed(place, field, label, mark.beside.clone())
        }
    };
    Some(MarkScreen {
        ask: app.words.line("mark-ask"),
        right: toggle("mark-right", Verdict::Right),
        not_quite: toggle("mark-not-quite", Verdict::NotQuite),
        own: (mark.verdict == Some(Verdict::NotQuite)).then(own),
    })
}

/// Holds the place of the entry that is open while its words are taken out, so that its box stays under the person's hands.
fn hold(app: &App, session: &Session, parts: &mut Vec<Part>, editing: &Editing) {
    let order = |id: &HeadingId| {
        session
            .guide()
            .headings()
            .iter()
            .position(|heading| heading.id == *id)
    };
    let found = parts.iter().position(|part| part.id == editing.heading);
    let at = if let Some(at) = found {
        at
    } else {
        let wanted = order(&editing.heading);
        let at = parts
            .iter()
            .position(|part| order(&part.id) > wanted)
            .unwrap_or(parts.len());
        let heading = session
            .guide()
            .headings()
            .iter()
            .find(|heading| heading.id == editing.heading);
        let title =
            heading.map(|heading| app.text(heading.alone.as_ref().unwrap_or(&heading.title)));
        parts.insert(
            at,
            Part {
                id: editing.heading.clone(),
                title: title.unwrap_or_default(),
                entries: Vec::new(),
                kept_back: session.is_kept_back(&editing.heading),
            },
        );
        at
    };
    let Some(part) = parts.get_mut(at) else {
        return;
    };
    if !part.entries.iter().any(|entry| is_of(editing, entry)) {
        let at = editing.at.min(part.entries.len());
        part.entries.insert(
            at,
            Entry {
                place: editing.place.clone(),
                voice: editing.voice,
                by: None,
                label: None,
                pieces: Vec::new(),
                mark: None,
                brought: false,
            },
        );
    }
}
