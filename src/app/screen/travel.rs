//! The file that travels, on the screen: opening one, ways to take the summary along, and the summary as codes.

use std::rc::Rc;

use super::data::{Look, Way};
use crate::app::travel::Travel;
use crate::app::{App, Event};
use crate::keep::file::Opened;
use crate::session::Session;
use crate::summary::{Code, Summary, codes};
use crate::words::{Line, Said};

/// A file that is being opened.
#[derive(Debug, Clone, PartialEq)]
pub struct OpeningScreen {
    /// "This summary is locked", or "Open this summary?".
    pub title: Line,
    /// Whose it is and from when, and what opening it does to what is here.
    pub lead: Vec<Line>,
    /// The box for its passphrase, where it is locked.
    pub passphrase: Option<PassphraseBox>,
    /// *Unlock* or *Open it*, *Download what is here*, *Not now*.
    pub ways: Vec<Way>,
}

/// The box for a passphrase.
#[derive(Debug, Clone, PartialEq)]
pub struct PassphraseBox {
    /// Its label.
    pub label: Line,
    /// A line under it.
    pub hint: Line,
    /// What stands in it.
    pub words: Said,
    /// The six words offered, where some are, and *Use these six words*.
    pub offered: Option<(Said, Way)>,
}

/// Ways to take the summary along.
#[derive(Debug, Clone, PartialEq)]
pub struct WaysScreen {
    /// "Take it with you".
    pub title: Line,
    /// What the file is.
    pub lead: Line,
    /// "What goes along", with its two choices, where anything is kept back.
    pub full: Option<(Line, [Half; 2])>,
    /// "Lock it with a passphrase", and whether it is.
    pub lock: (Line, bool, Event),
    /// The box for the passphrase, once it is to be locked.
    pub passphrase: Option<PassphraseBox>,
    /// *Download*, *Send with this device*, *Show as a code*.
    pub out: Vec<Way>,
    /// What sending with the device means, where it can.
    pub share_means: Option<Line>,
    /// *Carry on*.
    pub ways: Vec<Way>,
}

/// One of two choices: its words, whether it is taken, and what taking it means.
pub type Half = (Line, bool, Event);

/// The summary as codes.
#[derive(Debug, Clone, PartialEq)]
pub struct CodesScreen {
    /// "Your summary as a code".
    pub title: Line,
    /// How to use it, or that it is too long.
    pub hint: Line,
    /// The headings, each with whether it is in the codes.
    pub picks: Vec<(Line, bool, Event)>,
    /// The codes, each with what it is called.
    pub codes: Vec<(Line, Rc<Code>)>,
    /// The text they hold.
    pub text: Option<Line>,
    /// *Carry on*.
    pub ways: Vec<Way>,
}

pub(super) fn opening(app: &App, session: &Session) -> OpeningScreen {
    let travel = |key, look, travel| app.way(key, look, Event::Travel(travel));
    let not_now = app.way("not-now", Look::Other, Event::CarryOn);
    let Some(Opened::File(file)) = &app.files.opening else {
        return OpeningScreen {
            title: app.words.line(if app.keeping.is_opening {
                "kept-open"
            } else {
                "locked-title"
            }),
            lead: Vec::new(),
            passphrase: Some(PassphraseBox {
                label: app.words.line("passphrase"),
                hint: app.words.line(if app.keeping.is_opening {
                    "kept-passphrase"
                } else {
                    "passphrase-typed"
                }),
                words: app.files.typed.clone(),
                offered: None,
            }),
            ways: vec![travel("unlock", Look::Main, Travel::Unlock), not_now],
        };
    };
    let mut lead = vec![whose(app, &file.summary)];
    let is_other = &*file.summary.guide.0 != session.guide().id();
    let looks_back = session.guide().looks_back().is_some() && is_other;
    if is_other {
        let key = if looks_back {
            "opens-beside"
        } else {
            "opens-other"
        };
        lead.push(app.words.line(key));
    }
    let mut ways = vec![travel("open-it", Look::Main, Travel::TakeUp)];
    // A review can be gone on with, or looked back on in its turn.
    if session.guide().looks_back().is_some() && !is_other {
        ways.push(travel("put-beside", Look::Other, Travel::PutBeside));
    }
    // What looks back stands beside what is here, and takes nothing away.
    if app.has_words() && !looks_back && app.options.takes_along() {
        lead.push(app.words.line("opens-over"));
        let key = if app.is_partly_kept() {
            "download-first-full"
        } else {
            "download-first"
        };
        ways.push(travel(key, Look::Other, Travel::DownloadFirst));
    }
    ways.push(not_now);
    OpeningScreen {
        title: app.words.line("open-this"),
        lead,
        passphrase: None,
        ways,
    }
}

/// Whose summary it is, and from when.
fn whose(app: &App, summary: &Summary) -> Line {
    let day = summary.day.map(|day| day.in_words(&app.words).text);
    let name = summary.whose.as_ref().map(|name| name.words().trim());
    match (name, day) {
        (Some(name), Some(day)) => app
            .words
            .fill("opens-whose-day", &[("name", name), ("day", &day)]),
        (Some(name), None) => app.words.fill("opens-whose", &[("name", name)]),
        (None, Some(day)) => app.words.fill("opens-day", &[("day", &day)]),
        (None, None) => app.words.line("opens-any"),
    }
}

pub(super) fn ways(app: &App) -> WaysScreen {
    let files = &app.files;
    let summary = app.summary();
    let parts = summary.iter().flat_map(|summary| &summary.parts);
    let is_shared = parts.filter(|part| !part.kept_back).count() > 0;
    let part = |key: &str, full: bool| {
        let event = Event::Travel(Travel::Full(full));
        (app.words.line(key), files.full == full, event)
    };
    let way = |key, look, travel| app.way(key, look, Event::Travel(travel));
    let mut out = Vec::new();
    // Where all of it is kept back, only a full copy holds anything.
    if files.full || is_shared {
        out.push(way("download", Look::Main, Travel::Download));
        if files.can_share {
            out.push(way("share-file", Look::Other, Travel::Share));
        }
    }
    if is_shared {
        out.push(way("show-code", Look::Other, Travel::Codes));
    }
    WaysScreen {
        title: app.words.line("take-title"),
        lead: app.words.line("take-lead"),
        full: app.is_partly_kept().then(|| {
            let both = [part("take-shared", false), part("take-full", true)];
            (app.words.line("take-what"), both)
        }),
        lock: (
            app.words.line("lock"),
            files.locks,
            Event::Travel(Travel::Locks(!files.locks)),
        ),
        passphrase: files.locks.then(|| PassphraseBox {
            label: app.words.line("passphrase"),
            hint: app.words.line("passphrase-hint"),
            words: files.typed.clone(),
            offered: offered(app),
        }),
        out,
        share_means: files.can_share.then(|| app.words.line("share-means")),
        ways: vec![app.way("carry-on", Look::Other, Event::CarryOn)],
    }
}

/// The six words offered, and what puts them into the box. It stays when it was pressed, so that nobody's place on the screen is lost.
pub(super) fn offered(app: &App) -> Option<(Said, Way)> {
    let files = &app.files;
    let event = Event::Travel(Travel::UseOffered);
    let way = app.way("use-offered", Look::Other, event);
    (!files.offered.is_blank()).then(|| (files.offered.clone(), way))
}

pub(super) fn as_codes(app: &App) -> CodesScreen {
    let shared = app.shared();
    let parts = shared.iter().flat_map(|shared| &shared.parts);
    let picks: Vec<_> = parts
        .map(|part| {
            let is_in = !app.files.left_out.contains(&part.id);
            let event = Event::Travel(Travel::Pick(part.id.clone(), !is_in));
            (part.title.clone(), is_in, event)
        })
        .collect();
    let text = shared.map(|mut shared| {
        shared
            .parts
            .retain(|part| !app.files.left_out.contains(&part.id));
        shared.page().text()
    });
    let text = text.unwrap_or_default();
    let drawn = codes(&text);
    let hint = if drawn.is_ok() {
        "code-hint"
    } else {
        "code-too-long"
    };
    let drawn = drawn.unwrap_or_default();
    let all = drawn.len().to_string();
    let named = |(at, code): (usize, Code)| {
        let values = [("n", &*(at + 1).to_string()), ("all", &*all)];
        (app.words.fill("code-n", &values), Rc::new(code))
    };
    let text = (!drawn.is_empty()).then(|| Line::new(&*text));
    CodesScreen {
        title: app.words.line("code-title"),
        hint: app.words.line(hint),
        picks,
        codes: drawn.into_iter().enumerate().map(named).collect(),
        text,
        ways: vec![app.way("carry-on", Look::Main, Event::CarryOn)],
    }
}
