//! What goes out when a person says so: print, copy, download, give. What is kept back is in none of it.

use std::rc::Rc;

use super::travel::with_brought;
use super::{App, Copying, Done, Editing, Effect, Given, Tell};
use crate::guide::HeadingId;
use crate::session::{Place, Voice};
use crate::summary::Summary;

impl App {
    /// The summary as it stands, what is kept back among it.
    pub(super) fn summary(&self) -> Option<Summary> {
        let session = self.session.as_ref()?;
        let summary = Summary::of(session, &self.words, &self.options.setting);
        Some(with_brought(summary, session, &self.files.brought))
    }

    /// Finds an entry under its heading, to open it.
    pub(super) fn find_entry(
        &self,
        (heading, place, voice): &(HeadingId, Place, Voice),
    ) -> Option<Editing> {
        let summary = self.summary()?;
        let part = summary.parts.iter().find(|part| part.id == *heading)?;
        let at = part
            .entries
            .iter()
            .position(|one| one.place == *place && one.voice == *voice && !one.brought)?;
        Some(Editing {
            heading: heading.clone(),
            place: place.clone(),
            voice: *voice,
            at,
        })
    }

    /// The summary as it goes out.
    pub(super) fn shared(&self) -> Option<Summary> {
        self.summary().map(|summary| summary.shared())
    }

    pub(super) fn print(&mut self, effects: &mut Vec<Effect>) {
        if let Some(summary) = self.shared() {
            self.goes_out();
            effects.push(Effect::Print(Rc::new(summary.page())));
        }
    }

    pub(super) fn copy(&mut self, heading: Option<&HeadingId>, effects: &mut Vec<Effect>) {
        let Some(shared) = self.shared() else { return };
        let text = match heading {
            Some(heading) => shared.only(heading).page().text(),
            None => shared.page().text(),
        };
        let text: Rc<str> = text.into();
        let is_whole = heading.is_none();
        if is_whole {
            self.goes_out();
        }
        self.notice = None;
        self.copying.push(Copying {
            text: text.clone(),
            is_whole,
        });
        effects.push(Effect::Copy(text));
    }

    pub(super) fn give(&mut self, effects: &mut Vec<Effect>) {
        let (Some(receive), Some(summary)) = (self.options.receive.clone(), self.shared()) else {
            return;
        };
        let json: Rc<str> = summary.json().into();
        self.given = Some(Given {
            json: json.clone(),
            to: receive.as_str().into(),
        });
        // Nobody may be listening, so the words are still the person's to keep.
        effects.push(Effect::Tell(Tell::Given(json)));
        self.say(self.words.fill("given", &[("who", &receive)]), None);
    }

    pub(super) fn done(&mut self, done: Done) {
        match done {
            Done::Printed(Ok(())) => self.went_out(false),
            Done::Printed(Err(_)) if !self.options.takes_along() => {
                self.say(self.words.line("print-blocked-kiosk"), None);
            }
            Done::Printed(Err(_)) => self.say(self.words.line("print-blocked"), None),
            Done::Downloaded(Ok(())) => {
                self.went_out(self.leaving.goes_all);
                self.say(self.words.line("downloaded"), None);
            }
            Done::Downloaded(Err(_)) => self.say(self.words.line("download-blocked"), None),
            Done::Shared(Ok(())) => {
                self.went_out(self.leaving.goes_all);
                self.say(self.words.line("shared"), None);
            }
            Done::Shared(Err(_)) => self.say(self.words.line("share-blocked"), None),
            Done::Copied(result) => {
                // The clipboard answers in the order it was asked. Of words deleted since, nothing is said.
                if self.copying.is_empty() {
                    return;
                }
                let Copying { text, is_whole } = self.copying.remove(0);
                match result {
                    Ok(()) if is_whole => {
                        self.went_out(false);
                        self.say(self.words.line("copied"), None);
                    }
                    Ok(()) => self.say(self.words.line("copied-part"), None),
                    Err(_) => self.say(self.words.line("copy-blocked"), Some(text)),
                }
            }
        }
    }

    /// The summary is taken as it stands, to go out.
    pub(super) fn goes_out(&mut self) {
        self.notice = None;
        self.leaving.has_newer = false;
        self.leaving.goes_all = false;
    }

    /// The words shared are in the person's hands, or all of them. Else those kept back or put by are still only here, and those written since.
    fn went_out(&mut self, all: bool) {
        let is_left = self.is_partly_kept();
        let leaving = &mut self.leaving;
        leaving.all_out |= all && !leaving.has_newer;
        leaving.would_lose = leaving.has_newer || (is_left && !leaving.all_out);
    }
}
