//! What the file that travels promises to the person who takes it, opens it, or does not.

mod going;
mod journal;
mod kept;
mod locked;
mod opening;
mod then;

use std::rc::Rc;

use base64ct::{Base64, Encoding as _};

use super::screen::{OpeningScreen, Screen, SummaryScreen, ThenScreen, Way};
use super::{App, Chance, Done, Effect, Event, Fault, Options, Resource, Travel};
use crate::guide::{ChoiceId, HeadingId, PromptId};
use crate::session::{Action, Field, Mode, Pile, Place, StepId, Verdict, Voice, Who};
use crate::words::{Day, Language, Said};

const FIRST: &str = include_str!("../../../www/guides/first-conversation.json");
const REVIEW: &str = include_str!("../../../www/guides/review.json");
const SIX: &str = "six plain words";

fn place(prompt: &str) -> Place {
    Place::of(&PromptId::new(prompt).unwrap())
}

fn heading(name: &str) -> HeadingId {
    HeadingId::new(name).unwrap()
}

fn write(prompt: &str, words: &str) -> Event {
    Event::act(Action::Write(place(prompt), Field::Words, Said::new(words)))
}

fn choose(prompt: &str, choice: &str) -> Event {
    let choice = ChoiceId::new(choice).unwrap();
    Event::act(Action::Choose(place(prompt), choice, true))
}

fn keep_back(name: &str, kept: bool) -> Event {
    Event::act(Action::KeepBack(heading(name), kept))
}

fn look_back(at: u32, words: &str) -> Event {
    let first = place("rv-who");
    Event::act(Action::Write(first, Field::Looked(at), Said::new(words)))
}

fn step(at: u32, words: &str) -> [Event; 2] {
    let what = Field::What(StepId(at));
    let words = Action::Write(place("fc-step"), what, Said::new(words));
    [Action::AddStep(place("fc-step")), words].map(Event::act)
}

fn travel(travel: Travel) -> Event {
    Event::Travel(travel)
}

fn typed(words: &str) -> Event {
    travel(Travel::Typed(Said::new(words)))
}

fn came(file: &str) -> Event {
    travel(Travel::Came(Ok(Said::new(file))))
}

fn chance() -> Event {
    travel(Travel::Chance(Chance([7; 36])))
}

/// The widget, and all it asked for so far.
struct Told {
    app: App,
    effects: Vec<Effect>,
}

impl Told {
    fn with(guide: &str, month: u8) -> Self {
        let told = Self {
            app: App::new(),
            effects: Vec::new(),
        };
        let (year, day) = (2026, 3);
        let today = Event::Today(Day { year, month, day });
        told.after([today, Event::GuideGiven(guide.into()), Event::Start])
    }

    fn first() -> Self {
        Self::with(FIRST, 6)
    }

    fn review() -> Self {
        Self::with(REVIEW, 9)
    }

    /// After some events. Random bytes come at once, and what is downloaded is.
    fn after(self, events: impl IntoIterator<Item = Event>) -> Self {
        events.into_iter().fold(self, Self::hear)
    }

    fn hear(mut self, event: Event) -> Self {
        let turn = self.app.update(event);
        self.app = turn.app;
        for effect in turn.effects {
            let answer = match &effect {
                Effect::AskChance => Some(chance()),
                Effect::Download(_) => Some(Event::Done(Done::Downloaded(Ok(())))),
                _ => None,
            };
            self.effects.push(effect);
            if let Some(event) = answer {
                self = self.hear(event);
            }
        }
        self
    }

    /// The files handed out, in order.
    fn files(&self) -> Vec<String> {
        let out = self.effects.iter().filter_map(|effect| match effect {
            Effect::Download(document) | Effect::Share(document) => Some(document.body.clone()),
            _ => None,
        });
        out.collect()
    }

    fn file(self) -> String {
        let files = self.after([Event::Download]).files();
        files.last().unwrap().clone()
    }

    fn full(self) -> String {
        let events = [Travel::Ways, Travel::Full(true), Travel::Download];
        let files = self.after(events.map(travel)).files();
        files.last().unwrap().clone()
    }

    fn locked(self, passphrase: &str) -> String {
        let locks = [travel(Travel::Ways), travel(Travel::Locks(true))];
        let told = self.after(locks).after([typed(passphrase)]);
        let told = told.after([Travel::Download, Travel::Work].map(travel));
        told.files().last().unwrap().clone()
    }

    fn open(self, file: &str) -> Self {
        self.after([came(file), travel(Travel::TakeUp)])
    }

    /// Whether the browser was last told to ask before the page goes away.
    fn asks(&self) -> bool {
        let asked = self.effects.iter().rev().find_map(|effect| match effect {
            Effect::GuardLeaving(on) => Some(*on),
            _ => None,
        });
        asked.unwrap_or_default()
    }

    fn summary(&self) -> SummaryScreen {
        let app = self.app.clone().update(Event::OpenSummary).app;
        match app.frame().screen {
            Screen::Summary(summary) => (*summary).clone(),
            other => panic!("no summary: {other:?}"),
        }
    }

    fn text(&self) -> String {
        self.app.summary().unwrap().page().text()
    }

    fn opening(&self) -> OpeningScreen {
        match self.app.frame().screen {
            Screen::Opening(opening) => (*opening).clone(),
            other => panic!("nothing is being opened: {other:?}"),
        }
    }

    fn then(&self) -> ThenScreen {
        match self.app.frame().screen {
            Screen::Then(then) => (*then).clone(),
            other => panic!("no then: {other:?}"),
        }
    }

    fn looked(&self) -> Vec<(String, String)> {
        let then = self.then();
        let steps = then.steps.into_iter().flat_map(|(_, steps)| steps);
        let steps = steps.map(|(step, words)| (step, words.words));
        let texts = steps.map(|(step, words)| (step.words().into(), words.words().into()));
        texts.collect()
    }

    fn says(&self, key: &str) -> bool {
        let notice = self.app.frame().notice;
        notice.is_some_and(|notice| notice.line == self.app.words.line(key))
    }
}

/// All that can be read in a file, what stands in its data among it.
fn all_in(file: &str) -> String {
    let (page, data) = file.split_once("<!--what-matters-file:").unwrap();
    let (data, _) = data.split_once("-->").unwrap();
    let bytes = Base64::decode_vec(data).unwrap();
    [page, &String::from_utf8_lossy(&bytes)].concat()
}

/// A guide in a later version, changed in places.
fn later(guide: &str, changes: &[(&str, serde_json::Value)]) -> String {
    let mut guide: serde_json::Value = serde_json::from_str(guide).unwrap();
    for (at, value) in changes {
        *guide.pointer_mut(at).unwrap() = value.clone();
    }
    guide["version"] = "2.0.0".into();
    guide.to_string()
}

fn without(guide: &str, prompts: &[&str]) -> String {
    let mut guide: serde_json::Value = serde_json::from_str(guide).unwrap();
    for stage in guide["stages"].as_array_mut().unwrap() {
        let all = stage["prompts"].as_array_mut().unwrap();
        all.retain(|prompt| !prompts.contains(&prompt["id"].as_str().unwrap()));
    }
    guide["stages"]
        .as_array_mut()
        .unwrap()
        .retain(|stage| !stage["prompts"].as_array().unwrap().is_empty());
    let text = guide["stages"].to_string();
    let fed = |heading: &serde_json::Value| text.contains(&format!("\"feeds\":{}", heading["id"]));
    guide["headings"].as_array_mut().unwrap().retain(fed);
    guide.to_string()
}

fn told() -> Told {
    Told::first().after([
        write("fc-name", "Sam"),
        write("fc-matters", "My dog"),
        write("fc-hope", "Rest"),
    ])
}
