//! The whole widget as a pure machine: events in, effects and a screen out.

mod act;
mod again;
mod begin;
mod effect;
mod event;
mod find;
mod guard;
mod ideas;
mod idle;
#[cfg(test)]
mod idle_tests;
mod journal;
mod keeping;
#[cfg(test)]
mod keeping_tests;
mod kept;
mod leaving;
#[cfg(test)]
mod leaving_tests;
mod load;
mod nearby;
mod opening;
mod options;
mod out;
mod plan;
mod rest;
pub mod screen;
mod stores;
mod taking;
mod then;
mod together;
#[cfg(test)]
mod together_tests;
mod travel;
#[cfg(test)]
mod travel_tests;

use std::rc::Rc;

pub use crate::keep::store::{Held, Id, Moment, Store, StoreError};
pub use effect::{Effect, Tell};
pub use event::{Done, Event, Fault, Resource};
pub use ideas::{Feed, Ideas, Seek, Source, Trouble};
pub use idle::Idle;
pub use journal::{Noted, Told};
pub use keeping::{Allowed, Form, Keep};
pub use leaving::WayOut;
pub use options::{HeadingLevel, Leaving, Options};
pub use rest::Rest;
pub use stores::{Save, Stores};
pub use together::{Key, Press};
pub use travel::{Chance, Travel};

use guard::Leave;
use ideas::Nearby;
use idle::There;
use keeping::Keeping;
use leaving::KnownExit;
use screen::{Frame, Look, Notice, Way};
use together::View;
use travel::{Files, Out};

use crate::guide::help::HelpLine;
use crate::guide::{Guide, HeadingId, RouteId};
use crate::session::{Place, Session, Voice};
use crate::words::{Catalogue, Day, Line, Said};

/// The route *I only have five minutes* takes, in guides that have it.
const SHORT: &str = "short";

/// The widget's state.
#[derive(Debug, Clone, PartialEq)]
pub struct App {
    options: Rc<Options>,
    words: Rc<Catalogue>,
    near: Rc<[HelpLine]>,
    phase: Phase,
    session: Option<Session>,
    over: Option<Over>,
    editing: Option<Editing>,
    is_deleting: bool,
    notice: Option<Notice>,
    notices: u32,
    copying: Vec<Copying>,
    leaving: Leave,
    told: Option<KnownExit>,
    there: There,
    /// How long the outside is to be still before it says so, in seconds; 0 for never.
    still_for: u32,
    given: Option<Given>,
    today: Option<Day>,
    waiting_for_words: bool,
    guide: Option<Rc<Guide>>,
    rest: Rest,
    view: View,
    files: Files,
    keeping: Keeping,
    /// How much is here of what has to do with lists of services; nothing where it cannot be had.
    ideas_rest: Option<Rest>,
    /// What is nearby; nothing before what has to do with it is here.
    nearby: Option<Rc<Nearby>>,
    /// Services the host gave as text.
    services_given: Option<Rc<str>>,
    /// How often a conversation was begun anew.
    restarts: u32,
    /// What was pressed before the rest of the program was here.
    held: Option<Event>,
    /// Where the person was when that was last noted.
    noted: Said,
}

/// What the person gave to the host, and the host's name when they did.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Given {
    json: Rc<str>,
    to: Rc<str>,
}

/// What was asked to be put on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Copying {
    text: Rc<str>,
    /// Whether it is the whole summary, and not one part.
    is_whole: bool,
}

/// The widget moves between these, and is always in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// For a guide, and for words if the host named some.
    Waiting,
    /// On the welcome screen.
    Welcome,
    /// In the conversation, or past it.
    Talking,
    /// There is no guide to be had.
    Trouble,
    /// The person left this page: nothing is shown, nothing is kept.
    Gone,
}

/// What opens over the place a person is at, and returns to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    /// *Parts of this conversation*.
    Parts,
    /// *My summary*.
    Summary,
    /// *Get help now*.
    Help,
    /// *About leaving*.
    Leaving,
    /// *I am under 18*.
    Young,
    /// The link worker's keys.
    Keys,
    /// Finding a prompt.
    Jump,
    /// More ways to take the summary along.
    Ways,
    /// The summary as codes.
    Codes,
    /// A file that is being opened.
    Opening,
    /// Then and now.
    Then,
    /// *Keep on this device*.
    Keep,
    /// What there is nearby.
    Near,
}

/// The entry of the summary open for editing. It stays where it stood, even while its words are taken out.
#[derive(Debug, Clone, PartialEq)]
struct Editing {
    heading: HeadingId,
    place: Place,
    voice: Voice,
    /// Where it stood under its heading.
    at: usize,
}

/// What came of an event.
#[derive(Debug)]
pub struct Turn {
    /// The next state.
    pub app: App,
    /// What to ask of the outside world, in order.
    pub effects: Vec<Effect>,
}

impl App {
    /// A widget that has been told nothing yet.
    pub fn new() -> Self {
        Self {
            options: Rc::default(),
            words: Rc::new(Catalogue::english()),
            near: Rc::new([]),
            phase: Phase::Waiting,
            session: None,
            over: None,
            editing: None,
            is_deleting: false,
            notice: None,
            notices: 0,
            copying: Vec::new(),
            leaving: Leave::default(),
            told: None,
            there: There::Yes,
            still_for: 0,
            given: None,
            today: None,
            waiting_for_words: false,
            guide: None,
            rest: Rest::Here,
            ideas_rest: Some(Rest::Here),
            view: View::default(),
            files: Files::default(),
            keeping: Keeping::default(),
            nearby: None,
            services_given: None,
            restarts: 0,
            held: None,
            noted: Said::default(),
        }
    }

    /// What the widget becomes when something happens, and what it asks for. Total: an event that does not fit changes nothing.
    #[must_use]
    pub fn update(mut self, event: Event) -> Turn {
        fault!("event-any");
        let mut effects = Vec::new();
        if self.phase != Phase::Gone {
            self.turn(event, &mut effects);
            self.guard(&mut effects);
            self.tell_way_out(&mut effects);
            // It comes with the rest of the program, and nobody is waited for before.
            if self.rest == Rest::Here {
                idle::watch(&mut self, &mut effects);
                self.watch_nearby(&mut effects);
            }
        }
        Turn { app: self, effects }
    }

    fn turn(&mut self, event: Event, effects: &mut Vec<Effect>) {
        match event {
            Event::Configure(options) => self.configure(options, effects),
            Event::GuideGiven(text) => self.take_guide(&text, effects),
            Event::Fetched(resource, address, result) => {
                self.fetched(resource, &address, result, effects);
            }
            Event::Today(day) => self.take_day(day),
            Event::ToWelcome => self.return_to_welcome(),
            Event::OpenHelp => self.open(Over::Help),
            Event::CarryOn => {
                self.view.returned = true;
                self.carry_on();
            }
            Event::Restart => self.forget(effects),
            Event::LeavePage => self.leave_page(effects),
            Event::Deleted => self.is_deleted(effects),
            Event::CanShare => self.files.can_share = true,
            Event::ServicesGiven(text) => {
                self.services_given = Some(text).filter(|text| !text.is_empty());
            }
            Event::Rest(rest) => self.take_rest(rest, effects),
            event if self.rest == Rest::Here => self.talk(event, effects),
            event => self.hold(event, effects),
        }
    }

    /// What happens once a conversation has begun. All of it comes with the rest of the program.
    #[inline(never)]
    fn talk(&mut self, event: Event, effects: &mut Vec<Effect>) {
        if !self.options.takes_along() && event.takes_along() {
            return;
        }
        let may_say = !matches!(event, Event::Keep(_) | Event::Done(_));
        match event {
            Event::Start => self.begin(None, effects),
            Event::StartShort => self.begin(RouteId::new(SHORT), effects),
            Event::Act(action) => self.act(&action, effects),
            Event::OpenParts => self.open(Over::Parts),
            Event::OpenSummary => {
                self.open(Over::Summary);
                effects.push(Effect::AskDay);
            }
            Event::Edit(entry) => {
                self.editing = entry.and_then(|entry| self.find_entry(&entry));
                self.notice = None;
            }
            Event::Print => self.print(effects),
            Event::Copy(heading) => self.copy(heading.as_ref(), effects),
            Event::Download => self.goes_out_open(Out::Download, false, effects),
            Event::Give => self.give(effects),
            Event::AskDelete => {
                self.is_deleting = true;
                self.notice = None;
            }
            Event::KeepWords => self.is_deleting = false,
            Event::Delete => self.delete(effects),
            Event::PrintThen => self.print_then(effects),
            Event::OpenLeaving => self.open(Over::Leaving),
            Event::OpenThen => self.open(Over::Then),
            Event::OpenYoung => self.open(Over::Young),
            Event::Idle(idle) => self.idle(idle, effects),
            Event::Press(press) => self.press(press, effects),
            Event::Key(key) => self.key(key, effects),
            Event::Travel(travel) => self.travel(travel, effects),
            Event::Keep(keep) => self.keep(keep, effects),
            Event::Nearby(rest) => self.take_nearby(rest, effects),
            Event::Ideas(what) if self.ideas_rest == Some(Rest::Here) => {
                self.turn_ideas(&what, effects);
            }
            Event::TakeBack(back) => self.take_back(&back, effects),
            Event::Done(done) => self.done(done),
            _ => {}
        }
        if may_say {
            self.keep_up(effects);
        }
        self.note_head(effects);
    }

    /// What stands on the screen.
    pub fn frame(&self) -> Frame {
        fault!("render-frame");
        screen::frame(self)
    }

    /// The summary the person gave, as JSON; `None` until they did.
    pub fn given(&self) -> Option<&str> {
        self.given.as_ref().map(|given| &*given.json)
    }

    /// To whom the person gave it.
    fn given_to(&self) -> Option<&str> {
        self.given.as_ref().map(|given| &*given.to)
    }

    /// The conversation, once there is one.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    fn take_day(&mut self, day: Day) {
        self.today = Some(day);
        self.session = self.session.take().map(|session| session.on(day));
    }

    fn open(&mut self, over: Over) {
        fault!("event-open");
        let fits = over == Over::Help || self.session.is_some();
        if fits && self.phase != Phase::Waiting {
            self.carry_on();
            self.view.alone = false;
            self.over = Some(over);
        }
    }

    fn carry_on(&mut self) {
        self.over = None;
        self.editing = None;
        self.is_deleting = false;
        self.notice = None;
        self.held = None;
        self.forget_passphrase();
    }

    /// Whether the host lets words be kept, if the person chooses it.
    fn may_keep(&self) -> bool {
        let allowed = self.options.keep;
        self.options.takes_along() && (allowed.tab || allowed.device)
    }

    /// Says something under the ways on.
    fn say(&mut self, line: Line, text: Option<Rc<str>>) {
        self.notices = self.notices.wrapping_add(1);
        self.notice = Some(Notice {
            line,
            way: None::<Way>,
            text,
            count: self.notices,
        });
    }

    /// A way on beside what was just said.
    fn offer(&mut self, key: &str, event: Event) {
        let way = self.way(key, Look::Other, event);
        if let Some(notice) = &mut self.notice {
            notice.way = Some(way);
        }
    }
}

impl Default for App {
    fn default() -> Self {
        Self::new()
    }
}
