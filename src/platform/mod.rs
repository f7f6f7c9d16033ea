//! The outside world. One small file a door, each of them a plain function.

mod clipboard;
mod clock;
mod download;
mod fetch;
mod file;
mod ideas;
mod idle;
mod journal;
mod leave;
mod listener;
mod mend;
mod print;
mod rest;
mod storage;
mod tell;

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use js_sys::WeakRef;
use web_sys::HtmlElement;

pub(crate) use file::can_share;
pub(crate) use listener::Listener;
pub(crate) use mend::drawing;
pub(crate) use tell::complain;

use crate::app::{Done, Effect, Event, Travel};

/// Where events go.
pub(crate) type Reply = Rc<dyn Fn(Event)>;

/// What the doors of one widget need: its element, where to reply, and the listener that asks before leaving.
/// The element holds the widget. If the widget held the element as well, neither would ever be let go of, nor the words.
pub(crate) struct Doors {
    host: WeakRef<HtmlElement>,
    reply: Reply,
    is_here: Cell<bool>,
    is_guarded: Cell<bool>,
    guard: RefCell<Option<Listener>>,
    still_for: Cell<u32>,
}

impl Doors {
    /// The doors of the widget in this element.
    pub(crate) fn new(host: &HtmlElement, reply: Reply) -> Self {
        Self {
            host: WeakRef::new(host),
            reply,
            is_here: Cell::new(false),
            is_guarded: Cell::new(false),
            guard: RefCell::new(None),
            still_for: Cell::new(0),
        }
    }

    /// Does what an effect asks for. What needs a person's press happens in this very call.
    pub(crate) fn perform(&self, effect: Effect) {
        fault!("effect-any");
        match effect {
            Effect::Fetch(resource, address) => fetch::text(resource, &address, self.reply.clone()),
            Effect::FetchRest => rest::fetch(false, self.reply.clone()),
            Effect::AskDay => (self.reply)(Event::Today(clock::today())),
            Effect::GuardLeaving(on) => {
                self.is_guarded.set(on);
                self.watch();
            }
            Effect::DropNotes => {
                print::clear();
                journal::drop_all(self.host.deref().as_ref());
            }
            Effect::Rescue => journal::show(self.host.deref().as_ref()),
            Effect::ReadyToLeave(way) => leave::ready(self.host.deref().as_ref(), &way),
            Effect::Leave(address) => leave::page(self.host.deref().as_ref(), &address),
            Effect::Deleted => leave::deleted(self.host.deref().as_ref()),
            Effect::WatchIdle(seconds) => {
                self.still_for.set(seconds);
                self.listen();
            }
            Effect::Tell(what) => {
                if let Some(host) = self.host.deref() {
                    tell::host(&host, what);
                }
            }
            effect => self.perform_more(effect),
        }
    }

    /// What only a conversation asks for. All of it comes with the rest of the program.
    #[inline(never)]
    fn perform_more(&self, effect: Effect) {
        let done = |done| (self.reply)(Event::Done(done));
        match effect {
            Effect::FetchNearby => rest::fetch(true, self.reply.clone()),
            Effect::Print(page) => print::page(&page, self.reply.clone()),
            Effect::Copy(text) => clipboard::write(&text, self.reply.clone()),
            Effect::Share(document) => file::share(&document, self.reply.clone()),
            Effect::ChooseFile => file::choose(self.reply.clone()),
            Effect::AskChance => (self.reply)(Event::Travel(Travel::Chance(file::chance()))),
            Effect::Afterwards(event) => file::afterwards(event, self.reply.clone()),
            Effect::Soon(event) => file::soon(event, self.reply.clone()),
            Effect::Download(document) => done(Done::Downloaded(download::document(&document))),
            Effect::ClearPrint => print::clear(),
            Effect::OpenIdeas(source) => {
                ideas::open(self.host.deref().as_ref(), source, self.reply.clone());
            }
            Effect::AskIdeas(number, asked) => {
                ideas::ask(self.host.deref().as_ref(), number, &asked, &self.reply);
            }
            Effect::Note(note) => journal::note(self.host.deref().as_ref(), &note),
            effect => storage::perform(&effect, &self.reply),
        }
    }

    /// The element has come on the page, or back on it: with something to lose, the browser asks before the page goes away.
    pub(crate) fn wake(&self) {
        self.is_here.set(true);
        self.watch();
        self.listen();
    }

    /// The element is off the page, which may go away without a question.
    pub(crate) fn rest(&self) {
        self.is_here.set(false);
        self.watch();
        self.listen();
        print::clear();
    }

    /// Listens for how still it is, while there is something to see.
    fn listen(&self) {
        let seconds = if self.is_here.get() {
            self.still_for.get()
        } else {
            0
        };
        idle::watch(self.host.deref().as_ref(), seconds);
    }

    fn watch(&self) {
        let is_wanted = self.is_here.get() && self.is_guarded.get();
        self.guard.replace(is_wanted.then(leave::guard).flatten());
    }
}

impl fmt::Debug for Doors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Doors").finish_non_exhaustive()
    }
}
