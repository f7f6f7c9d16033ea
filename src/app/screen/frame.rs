//! The frame around every screen, and which screen it is.

use std::rc::Rc;

use super::cue::CueScreen;
use super::data::{Frame, Look, PartScreen, PartsScreen, Screen, Top, TroubleScreen, Way};
use super::keep::{self, KeptLine};
use super::{
    beside, close, cue, help, idle, leaving, near, prompt, summary, then, travel, welcome, young,
};
use crate::app::idle::{There, warning};
use crate::app::{App, Event, Over, Phase};
use crate::guide::{AnswerKind, Prompt};
use crate::keep::file::Opened;
use crate::session::{Action, At, Session};
use crate::words::{Line, Text};

/// What stands on the screen.
pub(in crate::app) fn frame(app: &App) -> Frame {
    let Shown {
        screen,
        focus,
        cue,
        kept,
    } = shown(app);
    let has_top = !matches!(app.phase, Phase::Waiting | Phase::Gone);
    Frame {
        language: app.words.language().clone(),
        heading: app.options.heading.deeper(0),
        top: has_top.then(|| Rc::new(top(app))),
        screen,
        cue,
        kept,
        together: app.is_together() && app.there != There::No,
        writes: app.is_together() && !app.view.returned,
        keys: app.has_keys(),
        focus: focus.into(),
        warning: match app.there {
            There::Asked(left) => Some(warning(app, left)),
            _ => None,
        },
        notice: app.notice.clone().filter(|_| app.there != There::No),
    }
}

/// A screen, which one it is, and what stands beside it.
struct Shown {
    screen: Screen,
    focus: String,
    cue: Option<Rc<CueScreen>>,
    kept: Option<Rc<KeptLine>>,
}

fn shown(app: &App) -> Shown {
    let (screen, focus) = match (app.phase, app.over, &app.session) {
        (Phase::Waiting | Phase::Gone, ..) => (Screen::Blank, String::new()),
        (_, Some(Over::Help), _) => (Screen::Help(Rc::new(help::screen(app))), "help".to_owned()),
        (Phase::Trouble, ..) | (_, _, None) => {
            (Screen::Trouble(Rc::new(trouble(app))), "trouble".to_owned())
        }
        // What comes with the rest of the program is not hidden before it is here.
        (_, _, Some(session)) if app.there == There::No => return talking(app, None, session),
        (Phase::Welcome, None, Some(session)) => (
            Screen::Welcome(Rc::new(welcome::screen(app, session))),
            "welcome".to_owned(),
        ),
        (_, over, Some(session)) => return talking(app, over, session),
    };
    Shown {
        screen,
        focus,
        cue: None,
        kept: None,
    }
}

/// The screens of a conversation that has begun. All of them come with the rest of the program.
#[inline(never)]
fn talking(app: &App, over: Option<Over>, session: &Session) -> Shown {
    let (screen, focus) = screen(app, over, session);
    let cue = cue::screen(app).filter(|_| app.there != There::No);
    let is_apart = app.there == There::No
        || matches!(
            screen,
            Screen::Keep(_) | Screen::Turned(_) | Screen::Opening(_)
        );
    let kept = keep::kept(app).filter(|_| !is_apart).map(Rc::new);
    Shown {
        screen,
        focus,
        cue: cue.map(Rc::new),
        kept,
    }
}

fn screen(app: &App, over: Option<Over>, session: &Session) -> (Screen, String) {
    if app.there == There::No {
        let hidden = Screen::Plain(Rc::new(idle::hidden(app)));
        return (hidden, "hidden".to_owned());
    }
    if app.view.turned {
        let turned = beside::turned(app, session);
        return (Screen::Turned(Rc::new(turned)), "turned".to_owned());
    }
    match over {
        Some(Over::Jump) => (
            Screen::Jump(Rc::new(beside::jump(app, session))),
            "jump".to_owned(),
        ),
        Some(Over::Opening) => (
            Screen::Opening(Rc::new(travel::opening(app, session))),
            if matches!(app.files.opening, Some(Opened::File(_))) {
                "opening".to_owned()
            } else {
                "unlocking".to_owned()
            },
        ),
        Some(Over::Ways) => (Screen::Ways(Rc::new(travel::ways(app))), "ways".to_owned()),
        Some(Over::Codes) => (
            Screen::Codes(Rc::new(travel::as_codes(app))),
            "codes".to_owned(),
        ),
        Some(Over::Leaving) => (
            Screen::Plain(Rc::new(leaving::screen(app))),
            "leaving".to_owned(),
        ),
        Some(Over::Young) => (
            Screen::Plain(Rc::new(young::screen(app))),
            "young".to_owned(),
        ),
        Some(Over::Then) => (
            Screen::Then(Rc::new(then::screen(app, session))),
            "then".to_owned(),
        ),
        Some(Over::Near) => (Screen::Near(Rc::new(near::near(app))), "near".to_owned()),
        Some(Over::Keep) => (Screen::Keep(Rc::new(keep::screen(app))), "keep".to_owned()),
        Some(Over::Keys) => (Screen::Keys(Rc::new(beside::keys(app))), "keys".to_owned()),
        Some(Over::Parts) => (
            Screen::Parts(Rc::new(parts(app, session))),
            "parts".to_owned(),
        ),
        Some(Over::Summary) => (
            Screen::Summary(Rc::new(summary::screen(app, session, None))),
            "summary".to_owned(),
        ),
        _ => here(app, session),
    }
}

fn here(app: &App, session: &Session) -> (Screen, String) {
    let At::Prompt(place) = session.at() else {
        return (
            Screen::Close(Rc::new(close::screen(app, session))),
            "close".to_owned(),
        );
    };
    let Some(prompt) = session.prompt() else {
        return (Screen::Trouble(Rc::new(trouble(app))), "trouble".to_owned());
    };
    let card = place.card.as_ref().map_or("", |card| card.name());
    let heading = app.view.heading.filter(|_| app.reads_back());
    let heading = heading.map(|at| at.to_string()).unwrap_or_default();
    let focus = ["prompt/", place.prompt.name(), "/", card, "/", &heading].concat();
    let screen = if matches!(prompt.answer, AnswerKind::Summary) {
        Screen::Summary(Rc::new(summary::screen(app, session, Some(prompt))))
    } else {
        Screen::Prompt(Rc::new(prompt::screen(app, session, prompt, place)))
    };
    (screen, focus)
}

fn top(app: &App) -> Top {
    let mut nav = Vec::new();
    if app.session.is_some() && !app.view.turned && app.there != There::No {
        let mut parts = app.way("parts-short", Look::Plain, Event::OpenParts);
        parts.long = Some(app.words.line("parts-long"));
        nav.push(parts);
        nav.push(app.way("my-summary", Look::Plain, Event::OpenSummary));
    }
    let leave = || app.way("leave-page", Look::Plain, Event::LeavePage);
    let mut ways_out = Vec::new();
    if app.shows_leave() {
        ways_out.push(leave());
        if app.session.is_some() && app.there != There::No {
            let mut what = app.way("leave-page-what", Look::Plain, Event::OpenLeaving);
            what.long = Some(app.words.line("leave-page-what-long"));
            ways_out.push(what);
        }
    }
    Top {
        label: app.words.line("top"),
        nav,
        help: app.way("help", Look::Plain, Event::OpenHelp),
        leave: ways_out,
        first_out: app.can_leave().then(|| (leave(), app.exit().into())),
    }
}

/// Whether the screen is a summary that shows what was said at a sensitive prompt.
pub(in crate::app) fn shows_sensitive(app: &App, session: &Session) -> bool {
    let here = session.prompt().map(|prompt| &prompt.answer);
    let is_summary = app.over == Some(Over::Summary) || matches!(here, Some(AnswerKind::Summary));
    let guide = session.guide();
    let mut said = session.answers().keys();
    is_summary && said.any(|place| guide.prompt(&place.prompt).is_some_and(|one| one.sensitive))
}

fn parts(app: &App, session: &Session) -> PartsScreen {
    let here = if app.phase == Phase::Talking {
        session.prompt().map(|prompt| prompt.stage)
    } else {
        None
    };
    let is_open = |prompts: &[usize]| {
        let all = session.guide().prompts();
        prompts
            .iter()
            .filter_map(|at| all.get(*at))
            .any(|prompt| may_open(session, prompt))
    };
    let stages = session.guide().stages().iter().enumerate();
    let stages = stages
        .filter(|(_, stage)| is_open(&stage.core) || is_open(&stage.more))
        .map(|(at, stage)| PartScreen {
            way: Way {
                label: app.text(&stage.title),
                long: None,
                event: Event::act(Action::GoToStage(stage.id.clone())),
                look: Look::Plain,
            },
            here: (here == Some(at)).then(|| app.words.line("parts-here")),
            has_words: session
                .has_words(&stage.id)
                .then(|| app.words.line("parts-words")),
        });
    PartsScreen {
        title: app.words.line("parts"),
        hint: app.words.line("parts-hint"),
        stages: stages.collect(),
        ways: vec![app.way("carry-on", Look::Main, Event::CarryOn)],
    }
}

/// Whether a prompt can be come to by opening its stage.
fn may_open(session: &Session, prompt: &Prompt) -> bool {
    if let AnswerKind::EachCard { .. } = prompt.answer {
        return !session.cards_of(prompt).is_empty();
    }
    session.is_open(&crate::session::Place::of(&prompt.id))
}

fn trouble(app: &App) -> TroubleScreen {
    TroubleScreen {
        title: app.words.line("trouble-guide"),
        lead: vec![
            app.words.line("trouble-guide-lead"),
            app.words.line("trouble-help"),
        ],
        ways: Vec::new(),
    }
}

impl App {
    /// A button by the key of its words.
    pub(in crate::app) fn way(&self, key: &str, look: Look, event: Event) -> Way {
        Way {
            label: self.words.line(key),
            long: None,
            event,
            look,
        }
    }

    /// A guide's text in the language wanted, its language named where it is not the screen's, with the host's words put in.
    pub(in crate::app) fn text(&self, text: &Text) -> Line {
        self.text_of(text, None)
    }

    /// The same, about a life card.
    pub(super) fn text_of(&self, text: &Text, card: Option<&str>) -> Line {
        let wanted = match &self.session {
            Some(session) => session.language(),
            None => self.words.language(),
        };
        let picked = text.pick(wanted);
        let actual = picked.language.as_ref().unwrap_or(wanted);
        let language = (actual.base() != self.words.language().base()).then(|| actual.clone());
        let line = Line {
            text: picked.text,
            language,
        };
        self.options.setting.fill(&line, &self.words, card, None)
    }
}
