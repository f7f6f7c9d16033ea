//! Taking the summary along: what goes into a file, locked or not, and out by which way.

use std::rc::Rc;

use super::travel::{Chance, Job, Out, Travel};
use super::{App, Effect, Event, Over};
use crate::keep::file::File;
use crate::keep::lock::{Key, LockError, Passphrase, Settings, offered};
use crate::session::Session;
use crate::summary::{Block, Document, Page, Run};
use crate::words::Said;

/// What the file is called. It says nothing of the person.
const NAME: &str = "my-summary";

impl App {
    /// A file as it is chosen, to go out by one way or another.
    pub(super) fn take(&mut self, out: Out, effects: &mut Vec<Effect>) {
        let files = &mut self.files;
        if !files.locks {
            let full = files.full;
            return self.goes_out_open(out, full, effects);
        }
        if files.typed.is_blank() {
            return self.say(self.words.line("passphrase-first"), None);
        }
        files.job = Some(Job::Lock(out, files.full, files.typed.clone()));
        self.say(self.words.line("locking"), None);
        effects.push(Effect::AskChance);
    }

    /// A file that is not locked goes out.
    pub(super) fn goes_out_open(&mut self, out: Out, full: bool, effects: &mut Vec<Effect>) {
        if let Some((file, page)) = self.file(full) {
            self.goes_out();
            self.leaving.goes_all = full;
            effects.push(hand_out(out, file.document(&page, NAME)));
        }
    }

    /// Random bytes have come: for six words to offer, or to lock with.
    pub(super) fn draw(&mut self, chance: Chance, effects: &mut Vec<Effect>) {
        if matches!(self.files.job, Some(Job::Lock(..) | Job::Keep(_))) {
            self.files.chance = Some(chance);
            effects.push(Effect::Afterwards(Event::Travel(Travel::Work)));
        } else if matches!(self.over, Some(Over::Ways | Over::Keep))
            && let Some(words) = chance.0.last_chunk()
        {
            self.files.offered = Said::new(offered(words));
        }
    }

    /// Locks a file, and hands it out.
    pub(super) fn lock(
        &mut self,
        out: Out,
        full: bool,
        passphrase: &Said,
        effects: &mut Vec<Effect>,
    ) {
        match self.locked(full, passphrase) {
            Ok(document) => {
                self.goes_out();
                self.leaving.goes_all = full;
                effects.push(hand_out(out, document));
            }
            Err(_) => self.say(self.words.line("lock-failed"), None),
        }
    }

    fn locked(&mut self, full: bool, passphrase: &Said) -> Result<Document, LockError> {
        fault!("save-lock");
        let chance = self.files.chance.take().ok_or(LockError::NotLocked)?;
        let (file, _) = self.file(full).ok_or(LockError::NotLocked)?;
        let (salt, rest) = chance.0.split_first_chunk().ok_or(LockError::NotLocked)?;
        let (nonce, _) = rest.split_first_chunk().ok_or(LockError::NotLocked)?;
        let passphrase = Passphrase::new(passphrase.words());
        let key = Key::derive(&passphrase, Settings::default(), *salt)?;
        file.locked(&self.shut_page(), NAME, &key, *nonce)
    }

    /// What there is to take along, and the page that shows it.
    pub(super) fn file(&self, full: bool) -> Option<(File, Page)> {
        let session = self.session.as_ref()?;
        let (session, summary, earlier) = if full {
            (session.clone(), self.summary()?, self.files.earlier.clone())
        } else {
            (session.shared(), self.shared()?, self.earlier_shared())
        };
        let page = summary.page();
        Some((File::new(&session, summary, earlier), page))
    }

    /// Whether anything here is in no file but a full copy: kept back, or put by.
    pub(super) fn is_partly_kept(&self) -> bool {
        let puts_by = self.session.as_ref().is_some_and(Session::puts_by);
        let summary = self.summary();
        puts_by || summary.is_some_and(|summary| summary.kept_back().next().is_some())
    }

    /// The page of a locked file: what it is, and how to read it. None of the words.
    fn shut_page(&self) -> Page {
        let lines = ["locked-what", "locked-how", "locked-ask"];
        let lines = lines.map(|key| Block::Paragraph(vec![Run::Ours(self.words.line(key))]));
        Page {
            title: self.words.line("locked-title"),
            language: self.words.language().clone(),
            is_large: false,
            blocks: lines.to_vec(),
        }
    }
}

fn hand_out(out: Out, document: Document) -> Effect {
    let document = Rc::new(document);
    match out {
        Out::Download => Effect::Download(document),
        Out::Share => Effect::Share(document),
    }
}
