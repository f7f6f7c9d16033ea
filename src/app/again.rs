//! Keeping, after the program broke and began anew: nothing is lost of what was kept, and nothing is kept twice.

use super::keeping::{Form, On, not_kept};
use super::{App, Held, Id, StoreError};

impl App {
    /// The program broke and begins anew. In the tab the words are kept on where they lay; of what lies locked there is no key any more.
    pub(super) fn kept_before(&mut self, kept: Option<(String, Id)>) {
        let Some((name, id)) = kept.filter(|_| self.may_keep()) else {
            return;
        };
        match Form::BOTH.into_iter().find(|form| form.name() == name) {
            Some(Form::Tab) => {
                // How often it was written there is known when it is found.
                let held = Held { id, count: 0 };
                self.keeping.on = Some(On::of(Form::Tab, None, held));
            }
            Some(Form::Device) => {
                let is_there = self.keeping.found.iter().any(|found| found.held.id == id);
                self.keeping.left = is_there.then_some((Form::Device, id));
                let key = if is_there {
                    "kept-before"
                } else {
                    not_kept(StoreError::Vanished)
                };
                self.say(self.words.line(key), None);
                self.offers_to_keep();
            }
            None => {}
        }
    }
}
