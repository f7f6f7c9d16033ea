//! Ideas from what is on offer nearby: on their prompt, looked through, and as a leaflet.

mod card;
mod leaflet;

pub(in crate::app) use card::copied;
pub(super) use card::option;
pub use card::{OptionRow, OptionScreen};
pub(in crate::app) use leaflet::leaflet;
pub(super) use leaflet::print_way;

use std::rc::Rc;

use super::data::{Look, Way};
use crate::app::ideas::{Ideas, State};
use crate::app::{App, Event};
use crate::guide::{ChoiceId, PromptId, Sources};
use crate::session::{Answer, Place, Session, Who, Wish};
use crate::words::{Line, Said};

/// So long a step about a service may be, in characters, before it is cut: the name of a service can be a sentence.
const LONGEST: usize = 120;

/// Ideas, where they are asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct IdeasScreen {
    /// What is to be said in place of ideas, or of where they come from.
    pub lines: Vec<Line>,
    /// What the person wrote of what is not for them right now, with a line before it.
    pub not_now: Option<(Line, Vec<Said>)>,
    /// Ideas that stand there now.
    pub options: Vec<OptionScreen>,
    /// *Show me some ideas*, *Other ideas*, *Look through all of it*, *Print what you picked in large letters*.
    pub ways: Vec<Way>,
    /// What was picked and does not stand there now: a heading, and each with what can be done about it.
    pub picked: Option<PickedScreen>,
    /// "Nothing near me fits right now", whether it is marked, and what pressing it means.
    pub none_fit: Option<(Line, bool, Event)>,
}

/// What was picked.
#[derive(Debug, Clone, PartialEq)]
pub struct PickedScreen {
    /// "What you said so far".
    pub title: Line,
    /// Each of it.
    pub options: Vec<PickedOption>,
}

/// A service that something was said of, and that does not stand there now.
#[derive(Debug, Clone, PartialEq)]
pub struct PickedOption {
    /// Its id in the feed.
    pub id: Rc<str>,
    /// What it was called.
    pub name: Said,
    /// What tells that it came back from before: it gets the focus then.
    pub focus: Option<Rc<str>>,
    /// What was said of it.
    pub said: Line,
    /// Steps for the plan, in one press.
    pub plan: Vec<Way>,
    /// *Take out*.
    pub out: Way,
}

/// The answer control of the prompt. Open in the summary it has what was picked, and no more.
#[inline(never)]
pub(super) fn screen(
    app: &App,
    session: &Session,
    sources: &Sources,
    place: &Place,
) -> IdeasScreen {
    let is_here = app.over.is_none();
    let said = app.said_of_ideas();
    let is_asked = said.is_some_and(|said| said.seed != 0);
    let nearby = app.nearby();
    let ideas = nearby.ideas.as_deref().filter(|_| is_here);
    let mut options: Vec<_> = ideas
        .unwrap_or_default()
        .iter()
        .map(|card| option(app, card))
        .collect();
    let presses = app.nearby().presses;
    if let Some(first) = options.first_mut().filter(|_| presses > 0) {
        first.focus = Some(["ideas/", &*presses.to_string()].concat().into());
    }
    let mut lines = Vec::new();
    let mut ways = Vec::new();
    if is_here {
        match app.nearby().state {
            State::Coming => lines.push(app.words.line("nearby-coming")),
            State::Unasked | State::Missing => lines.push(app.words.line("nearby-missing")),
            State::Here if !is_asked => {
                ways.push(app.way("nearby-show", Look::Other, Event::ideas(Ideas::Show)));
            }
            State::Here => match ideas {
                Some([]) if app.nearby().passed.is_empty() => {
                    lines.push(app.words.line("nearby-none"));
                }
                Some([]) => {
                    lines.push(app.words.line("nearby-no-more"));
                    ways.push(app.way("nearby-again", Look::Other, Event::ideas(Ideas::Show)));
                }
                Some(_) => {
                    lines.push(app.words.line("nearby-from"));
                    ways.push(app.way("nearby-others", Look::Other, Event::ideas(Ideas::Others)));
                }
                None => {}
            },
        }
        if app.can_look_through() {
            ways.push(app.way("nearby-all", Look::Other, Event::ideas(Ideas::LookThrough)));
        }
        ways.extend(print_way(app));
    }
    IdeasScreen {
        not_now: not_now(app, session, sources.not_now.as_ref()).filter(|_| is_here && is_asked),
        picked: picked(app, &options),
        none_fit: none_fit(app, place).filter(|_| is_asked),
        lines,
        options,
        ways,
    }
}

/// What the person wrote of what is not for them: nobody but the two reads it.
fn not_now(app: &App, session: &Session, prompt: Option<&PromptId>) -> Option<(Line, Vec<Said>)> {
    let given = session.answers().get(&Place::of(prompt?))?;
    let Answer::Chosen(chosen) = &given.answer else {
        return None;
    };
    let taken = |choice: &ChoiceId| chosen.picks.iter().any(|pick| pick.choice == *choice);
    let details = chosen.details.iter().filter(|(choice, _)| taken(choice));
    let words = details.map(|(_, words)| words).chain([&chosen.words]);
    let words: Vec<_> = words.filter(|words| !words.is_blank()).cloned().collect();
    (!words.is_empty()).then(|| (app.words.line("nearby-you-wrote"), words))
}

pub(super) fn none_fit(app: &App, place: &Place) -> Option<(Line, bool, Event)> {
    (app.ideas_place().as_ref() == Some(place)).then(|| {
        let is_so = app.said_of_ideas().is_some_and(|said| said.none_fit);
        let event = Event::ideas(Ideas::NoneFit(!is_so));
        (app.words.line("nearby-none-fit"), is_so, event)
    })
}

/// What was picked, beside what stands there with its own buttons.
fn picked(app: &App, shown: &[OptionScreen]) -> Option<PickedScreen> {
    let said = app.said_of_ideas()?;
    let others = said.options.iter().filter(|option| {
        let stands_there = shown.iter().any(|one| one.id == option.id);
        !stands_there
    });
    let options: Vec<_> = others
        .map(|option| {
            let way = Way {
                long: Some(Line::new(option.name.words())),
                ..app.way(
                    "take-out",
                    Look::Plain,
                    Event::ideas(Ideas::TakeOut(option.id.clone())),
                )
            };
            PickedOption {
                id: option.id.clone(),
                name: option.name.clone(),
                focus: app
                    .nearby()
                    .is_back(&option.id)
                    .map(|mark| ["back/", &*mark.to_string()].concat().into()),
                said: said_line(app, option.wish),
                plan: if option.wish == Wish::More {
                    plan(app, &option.id)
                } else {
                    Vec::new()
                },
                out: way,
            }
        })
        .collect();
    (!options.is_empty()).then(|| PickedScreen {
        title: app.words.line("nearby-picked"),
        options,
    })
}

fn said_line(app: &App, wish: Wish) -> Line {
    app.words.line(match wish {
        Wish::More => "nearby-said-more",
        Wish::Later => "nearby-said-later",
        Wish::NotForMe => "nearby-said-not",
    })
}

/// Steps for the plan: those that stand there already are not offered again.
fn plan(app: &App, id: &Rc<str>) -> Vec<Way> {
    if app.plan().is_none() {
        return Vec::new();
    }
    let ways = [
        (Who::Worker, "nearby-plan-phone"),
        (Who::Both, "nearby-plan-go"),
    ];
    ways.into_iter()
        .filter(|(who, _)| step(app, id, *who).is_some_and(|what| !is_planned(app, &what)))
        .map(|(who, key)| {
            let event = Event::ideas(Ideas::Plan(id.clone(), who));
            Way {
                label: app
                    .options
                    .setting
                    .fill(&app.words.line(key), &app.words, None, None),
                long: None,
                look: Look::Plain,
                event,
            }
        })
        .collect()
}

fn is_planned(app: &App, what: &Said) -> bool {
    let Some(place) = app.plan() else {
        return false;
    };
    let given = app
        .session
        .as_ref()
        .and_then(|session| session.answers().get(&place));
    match given.map(|given| &given.answer) {
        Some(Answer::Planned(planned)) => planned.steps.iter().any(|step| step.what == *what),
        _ => false,
    }
}

/// The words of a step about a service that was picked.
pub(in crate::app) fn step(app: &App, id: &str, who: Who) -> Option<Said> {
    let said = app.said_of_ideas()?;
    let option = said.options.iter().find(|one| *one.id == *id)?;
    let key = match who {
        Who::Worker => "nearby-step-phone",
        _ => "nearby-step-go",
    };
    let name: String = option.name.words().chars().take(LONGEST).collect();
    Some(Said::new(app.words.fill(key, &[("name", &name)]).text))
}
