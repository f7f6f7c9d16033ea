//! The outside world. One small file a door, each of them a plain function.

mod clipboard;
mod clock;
mod download;
mod fetch;
mod leave;
mod listener;
mod print;
mod tell;

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use web_sys::HtmlElement;

pub(crate) use listener::Listener;

use crate::app::{Done, Effect, Event};

/// Where events go.
pub(crate) type Reply = Rc<dyn Fn(Event)>;

/// What the doors of one widget need: its element, where to reply, and the listener that asks before leaving.
pub(crate) struct Doors {
    host: HtmlElement,
    reply: Reply,
    guard: RefCell<Option<Listener>>,
}

impl Doors {
    /// The doors of the widget in this element.
    pub(crate) fn new(host: HtmlElement, reply: Reply) -> Self {
        Self {
            host,
            reply,
            guard: RefCell::new(None),
        }
    }

    /// Does what an effect asks for. What needs a person's press happens in this very call.
    pub(crate) fn perform(&self, effect: Effect) {
        let done = |done| (self.reply)(Event::Done(done));
        match effect {
            Effect::Fetch(resource, address) => fetch::text(resource, &address, self.reply.clone()),
            Effect::AskDay => (self.reply)(Event::Today(clock::today())),
            Effect::Print(page) => done(Done::Printed(print::page(&page))),
            Effect::Copy(text) => clipboard::write(&text, self.reply.clone()),
            Effect::Download(document) => done(Done::Downloaded(download::document(&document))),
            Effect::GuardLeaving(on) => {
                self.guard.replace(on.then(leave::guard).flatten());
            }
            Effect::Leave(address) => leave::to(&self.host, &address),
            Effect::Tell(what) => tell::host(&self.host, what),
        }
    }

    /// Stops asking before the page goes away, as when the element is taken off it.
    pub(crate) fn rest(&self) {
        self.guard.replace(None);
    }
}

impl fmt::Debug for Doors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Doors").finish_non_exhaustive()
    }
}
