//! What is asked of a browser's storages, done.

use super::{Effect, Event, Form, Keep};
use crate::keep::store::{Content, Held, Moment, Store, drop_kept, find, save, wipe};

/// What is to be written, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Save {
    /// Which storage.
    pub form: Form,
    /// Where this conversation's words lie already.
    pub held: Option<Held>,
    /// What is to be kept.
    pub content: Content,
}

/// The storages of a browser.
#[expect(missing_debug_implementations, reason = "they are doors")]
pub struct Stores<'s> {
    /// The tab's own.
    pub tab: &'s dyn Store,
    /// The device's, for all pages of the site.
    pub device: &'s dyn Store,
}

impl Stores<'_> {
    fn of(&self, form: Form) -> &dyn Store {
        match form {
            Form::Tab => self.tab,
            Form::Device => self.device,
        }
    }

    /// Does what an effect asks of the storages, and tells what came of it.
    pub fn perform(&self, effect: &Effect, moment: &Moment) -> Option<Event> {
        match effect {
            Effect::LookKept(guide) => {
                // What cannot be looked into holds nothing.
                let find = |store| find(store, guide, moment.now).unwrap_or_default().into();
                Some(Event::Keep(Keep::Found(find(self.tab), find(self.device))))
            }
            Effect::Save(wanted) => {
                let store = self.of(wanted.form);
                let saved = save(store, wanted.held.as_ref(), &wanted.content, moment);
                Some(Event::Keep(Keep::Written(saved)))
            }
            Effect::DropKept(form, id) => {
                // Whether it went is seen when it is looked for; the words said do not depend on it.
                let _ = drop_kept(self.of(*form), id);
                None
            }
            Effect::WipeKept => {
                let wiped = [wipe(self.tab), wipe(self.device)];
                Some(Event::Keep(Keep::Wiped(wiped.into_iter().collect())))
            }
            _ => None,
        }
    }
}
