//! What *Keep on this device* promises: nothing before the choice, the truth on the screen, and no word lost to a storage that fails.

mod again;
mod choice;
mod faults;
mod tabs;

use std::rc::Rc;

use super::screen::{KeepScreen, Screen};
use super::{Allowed, App, Chance, Done, Effect, Event, Form, Keep, Options, Rest, Stores, Travel};
use crate::guide::{ChoiceId, PromptId};
use crate::keep::store::{Moment, faulty::Faulty};
use crate::session::{Action, Field, Place};
use crate::words::{Day, Said};

const GUIDE: &str = include_str!("../../../www/guides/first-conversation.json");
const SIX: &str = "six plain words";
const MINE: &str = "Seeing my garden";

fn place(prompt: &str) -> Place {
    Place::of(&PromptId::new(prompt).unwrap())
}

fn write(prompt: &str, words: &str) -> Event {
    Event::act(Action::Write(place(prompt), Field::Words, Said::new(words)))
}

fn keep(keep: Keep) -> Event {
    Event::Keep(keep)
}

/// One tab of a browser, with the widget in it.
struct Tab {
    app: App,
    own: Rc<Faulty>,
    device: Rc<Faulty>,
    now: u64,
    drawn: u8,
    soon: Vec<Event>,
    effects: Vec<Effect>,
    options: Options,
}

impl Tab {
    /// A tab that was just opened, in a browser with this storage.
    fn open(own: &Rc<Faulty>, device: &Rc<Faulty>) -> Self {
        Self::with(own, device, Options::default())
    }

    fn with(own: &Rc<Faulty>, device: &Rc<Faulty>, options: Options) -> Self {
        let tab = Self {
            app: App::new(),
            own: own.clone(),
            device: device.clone(),
            now: 1_000,
            drawn: 0,
            soon: Vec::new(),
            effects: Vec::new(),
            options: options.clone(),
        };
        let today = Day {
            year: 2026,
            month: 6,
            day: 3,
        };
        tab.after([
            Event::Rest(Rest::Missing),
            Event::Configure(Rc::new(options)),
            Event::Today(today),
            Event::GuideGiven(GUIDE.into()),
            Event::Rest(Rest::Here),
        ])
    }

    fn fresh() -> Self {
        Self::open(&Rc::default(), &Rc::default())
    }

    fn after(self, events: impl IntoIterator<Item = Event>) -> Self {
        events.into_iter().fold(self, Self::hear)
    }

    /// Random bytes come at once, never the same twice; what waits a moment waits for `later`.
    fn hear(mut self, event: Event) -> Self {
        let turn = self.app.update(event);
        self.app = turn.app;
        for effect in turn.effects {
            self.drawn += 1;
            let moment = Moment {
                now: self.now,
                id: [self.drawn; 8],
                nonce: [self.drawn; 12],
            };
            let stores = Stores {
                tab: &*self.own,
                device: &*self.device,
            };
            let answer = match &effect {
                Effect::AskChance => {
                    let chance = Chance([self.drawn; 36]);
                    Some(Event::Travel(Travel::Chance(chance)))
                }
                Effect::Afterwards(event) => Some(event.clone()),
                Effect::Soon(event) => {
                    self.soon.push(event.clone());
                    None
                }
                Effect::Download(_) => Some(Event::Done(Done::Downloaded(Ok(())))),
                effect => stores.perform(effect, &moment),
            };
            self.effects.push(effect);
            if let Some(event) = answer {
                self = self.hear(event);
            }
        }
        self
    }

    /// What waits a moment comes.
    fn later(mut self) -> Self {
        let soon = std::mem::take(&mut self.soon);
        self.now += 1;
        self.after(soon)
    }

    /// The page is loaded again in the same tab.
    fn reloaded(&self) -> Self {
        let again = Self::with(&self.own, &self.device, self.options.clone());
        Self {
            drawn: self.drawn,
            ..again
        }
    }

    fn started(self) -> Self {
        self.after([Event::Start, write("fc-hope", MINE)])
    }

    fn choosing(self, form: Option<Form>) -> Self {
        self.after([keep(Keep::Open), keep(Keep::Choose(form))])
    }

    fn keeps(self, form: Option<Form>) -> Self {
        let tab = self.choosing(form);
        let tab = if form == Some(Form::Device) {
            tab.hear(Event::Travel(Travel::Typed(Said::new(SIX))))
        } else {
            tab
        };
        tab.hear(keep(Keep::Use))
    }

    /// Opens what is kept on the device, with a passphrase.
    fn unlocked(self, passphrase: &str) -> Self {
        let typed = Event::Travel(Travel::Typed(Said::new(passphrase)));
        self.after([keep(Keep::OpenKept), typed, Event::Travel(Travel::Unlock)])
    }

    /// Everything the person would see of their words.
    fn text(&self) -> String {
        let summary = self.app.summary();
        summary
            .map(|summary| summary.page().text())
            .unwrap_or_default()
    }

    /// The line at the foot, and the ways beside it.
    fn foot(&self) -> (String, Vec<String>) {
        let kept = self.app.frame().kept;
        let kept = kept.map(|kept| {
            let ways = kept.ways.iter().map(|way| way.label.text.to_string());
            (kept.line.text.to_string(), ways.collect())
        });
        kept.unwrap_or_default()
    }

    fn words(&self, key: &str) -> String {
        self.app.words.line(key).text.to_string()
    }

    fn says(&self, key: &str) -> bool {
        let notice = self.app.frame().notice;
        notice.is_some_and(|notice| *notice.line.text == *self.words(key))
    }

    fn is_kept(&self) -> bool {
        let line = self.foot().0;
        line == self.words("kept-tab") || line == self.words("kept-device")
    }

    fn screen(&self) -> Rc<KeepScreen> {
        match self.app.frame().screen {
            Screen::Keep(shown) => shown,
            other => panic!("{other:?}"),
        }
    }
}
