//! What was kept is found again, unlocked, and taken up.

use std::rc::Rc;

use super::keeping::{Form, On};
use super::{App, Effect, Event, Over, Phase};
use crate::keep::file::{File, Opened};
use crate::keep::lock::{Header, Key, Passphrase};
use crate::keep::store::{Found, SharedKey};
use crate::words::Said;

/// So many locked conversations are tried with a passphrase, the newest first: each may take a second on an old phone.
const TRIED: usize = 6;

impl App {
    /// Looks for what was kept, once there is a guide to open it with.
    pub(super) fn look_for_kept(&self, effects: &mut Vec<Effect>) {
        if let Some(guide) = self.guide.as_ref().filter(|_| self.may_keep()) {
            effects.push(Effect::LookKept(guide.id().into()));
        }
    }

    /// Takes up what was kept in this tab, and remembers what lies locked on the device.
    pub(super) fn look_at(&mut self, tab: &[Found], device: &[Found], effects: &mut Vec<Effect>) {
        let locked = device.iter().filter(|found| found.is_locked);
        self.keeping.found = locked.cloned().collect();
        // What comes back after a fault is newer than what was kept of it.
        let comes_back = matches!(self.held, Some(Event::TakeBack(_)));
        let is_new = self.phase == Phase::Welcome && !self.has_words() && !comes_back;
        if is_new && self.keeping.on.is_none() {
            let open = tab.iter().filter(|found| !found.is_locked);
            for found in open {
                if self.take_kept(&found.text, effects) {
                    self.leaving.has_changed();
                    self.keeping.on = Some(On::of(Form::Tab, None, found.held.clone()));
                    self.note_kept(effects);
                    break;
                }
            }
        }
        self.go_on_with_held(effects);
        if let Some(On {
            held: Some(held), ..
        }) = &mut self.keeping.on
            && let Some(found) = tab.iter().find(|found| found.held.id == held.id)
        {
            *held = found.held.clone();
        }
    }

    /// What was kept takes the place of a conversation not begun; `false` where it cannot be read, and stays where it is.
    fn take_kept(&mut self, text: &Said, effects: &mut Vec<Effect>) -> bool {
        let (Ok(file), Some(guide)) = (File::read(text.words()), self.guide.clone()) else {
            return false;
        };
        match file.session(guide) {
            Ok(Some(session)) => {
                self.put_in_place(&file, Some(session), effects);
                true
            }
            _ => false,
        }
    }

    pub(super) fn open_kept(&mut self) {
        if let Some(found) = self.keeping.found.first() {
            let text: Rc<str> = found.text.words().into();
            self.open(Over::Opening);
            self.forget_passphrase();
            self.files.opening = Some(Opened::Locked(text));
            self.keeping.is_opening = true;
        }
    }

    /// Opens the newest of what is kept that a passphrase fits. `None` where it fits none.
    pub(super) fn unlock_kept(&mut self, passphrase: &Said) -> Option<String> {
        let passphrase = Passphrase::new(passphrase.words());
        let mut made: Vec<(Header, SharedKey)> = Vec::new();
        for found in self.keeping.found.iter().take(TRIED) {
            let locked = found.text.words();
            let Ok(header) = Header::read(locked) else {
                continue;
            };
            let known = made.iter().find(|(one, _)| one.makes_same_key(&header));
            let key = match known {
                Some((_, key)) => key.clone(),
                None => match Key::of(locked, &passphrase) {
                    Ok(key) => SharedKey(Rc::new(key)),
                    Err(_) => continue,
                },
            };
            if let Ok(text) = key.0.open(locked) {
                let held = found.held.clone();
                self.keeping.unlocked = Some(On::of(Form::Device, Some(key), held));
                return Some(text);
            }
            made.push((header, key));
        }
        None
    }

    /// What was unlocked is taken up, and kept on from now where it lies. What lay elsewhere of a conversation it takes the place of goes.
    pub(super) fn hold_unlocked(&mut self, effects: &mut Vec<Effect>) {
        if let Some(on) = self.keeping.unlocked.take() {
            let place = on.place();
            if self.keeping.left == place {
                self.keeping.left = None;
            }
            self.stop_keeping(effects);
            self.keeping
                .found
                .retain(|found| Some(&found.held) != on.held.as_ref());
            self.keeping.on = Some(on);
        }
    }

    /// The screen for a passphrase is left.
    pub(super) fn forget_unlocked(&mut self) {
        self.keeping.is_opening = false;
        self.keeping.unlocked = None;
    }
}
