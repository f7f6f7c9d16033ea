//! The file that travels: what is taken along, and what is opened.

use std::fmt;
use std::rc::Rc;

use super::{App, Effect, Event, Fault, Note, Over, Phase};
use crate::guide::HeadingId;
use crate::keep::file::{File, FileError, Opened};
use crate::keep::lock::{Key, LockError, Passphrase, Settings, offered, unlock};
use crate::session::Session;
use crate::summary::{Block, Document, Entry, Page, Part, Piece, Run, Summary};
use crate::words::Said;

/// What the file is called. It says nothing of the person.
const NAME: &str = "my-summary";

/// What can be done with files.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Travel {
    /// *Open a summary I kept*.
    Choose,
    /// A file was chosen or dropped, and read, or not.
    Came(Result<Rc<str>, Fault>),
    /// What stands in the box of a passphrase.
    Typed(Said),
    /// *Unlock*.
    Unlock,
    /// *Open it*, once it is clear whose summary it is.
    TakeUp,
    /// *More ways to take it*.
    Ways,
    /// What is kept back goes along as well, or not.
    Full(bool),
    /// It is locked, or not.
    Locks(bool),
    /// The six words offered go into the box.
    UseOffered,
    /// *Download*, as chosen here.
    Download,
    /// *Send with this device*, as chosen here.
    Share,
    /// *Show as a code*.
    Codes,
    /// A heading is in the codes, or not.
    Pick(HeadingId, bool),
    /// What came with a file and has no place here is taken out.
    TakeOut(HeadingId, usize),
    /// The screen says what is being done: now do it.
    Work,
    /// Random bytes, as asked for.
    Chance(Chance),
}

/// Random bytes: a salt, a nonce, and what six words are chosen by. They are never shown.
#[derive(Clone, PartialEq)]
pub struct Chance(pub [u8; 36]);

impl fmt::Debug for Chance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chance")
    }
}

/// What is known of files now. Of a passphrase nothing stays longer than its screen.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that is so or not, whatever the others are"
)]
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Files {
    /// What came with a file and the guide has no place for.
    pub(super) brought: Vec<Part>,
    /// Summaries of earlier times, the oldest first.
    pub(super) earlier: Vec<Summary>,
    /// What is being opened.
    pub(super) opening: Option<Opened>,
    /// How a file is made.
    pub(super) full: bool,
    /// Whether what was taken last holds all there is.
    pub(super) took_all: bool,
    /// Whether it is locked.
    pub(super) locks: bool,
    /// The six words offered.
    pub(super) offered: Said,
    /// What stands in the box.
    pub(super) typed: Said,
    /// What is left out of the codes.
    pub(super) left_out: Vec<HeadingId>,
    /// Whether the device can hand a file to its own share sheet.
    pub(super) can_share: bool,
    pub(super) chance: Option<Chance>,
    pub(super) job: Option<Job>,
}

/// What a locked file is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Job {
    Download,
    Share,
}

impl App {
    pub(super) fn travel(&mut self, travel: Travel, effects: &mut Vec<Effect>) {
        let files = &mut self.files;
        match travel {
            Travel::Choose => effects.push(Effect::ChooseFile),
            Travel::Came(Ok(text)) => self.came(&text),
            Travel::Came(Err(_)) => self.say(self.words.line("file-unreadable"), None),
            Travel::Typed(words) => files.typed = words,
            Travel::Unlock => {
                self.say(self.words.line("opening"), None);
                effects.push(Effect::Afterwards(Event::Travel(Travel::Work)));
            }
            Travel::TakeUp => self.take_up(effects),
            Travel::Ways => {
                self.open(Over::Ways);
                effects.push(Effect::AskChance);
            }
            Travel::Full(full) => files.full = full,
            Travel::Locks(locks) => files.locks = locks,
            Travel::UseOffered => files.typed = files.offered.clone(),
            Travel::Download => self.take(Job::Download, effects),
            Travel::Share => self.take(Job::Share, effects),
            Travel::Codes => self.open(Over::Codes),
            Travel::Pick(heading, is_in) => {
                files.left_out.retain(|one| *one != heading);
                if !is_in {
                    files.left_out.push(heading);
                }
            }
            Travel::TakeOut(heading, at) => self.take_out(&heading, at),
            Travel::Work => self.work(effects),
            Travel::Chance(chance) => self.draw(chance, effects),
        }
    }

    /// Forgets a passphrase, and what was being done with it.
    pub(super) fn forget_passphrase(&mut self) {
        let files = &mut self.files;
        (files.typed, files.offered) = (Said::default(), Said::default());
        (files.chance, files.job, files.opening) = (None, None, None);
        (files.locks, files.full) = (false, false);
    }

    fn came(&mut self, text: &str) {
        // Nothing is written by someone who is not at a conversation.
        if !matches!(self.phase, Phase::Welcome | Phase::Talking) {
            return;
        }
        match File::open(text) {
            Ok(opened) => {
                self.open(Over::Opening);
                self.forget_passphrase();
                self.files.opening = Some(opened);
            }
            Err(error) => self.say(self.words.line(unopened(error)), None),
        }
    }

    /// Does what the screen said is being done.
    fn work(&mut self, effects: &mut Vec<Effect>) {
        if let (Some(job), Some(chance)) = (self.files.job.take(), self.files.chance.take()) {
            self.notice = None;
            match self.locked(&chance) {
                Ok(document) => effects.push(hand_out(job, document)),
                Err(_) => self.say(self.words.line("lock-failed"), None),
            }
            return;
        }
        let Some(Opened::Locked(locked)) = &self.files.opening else {
            return;
        };
        let passphrase = Passphrase::new(self.files.typed.words());
        let opened = unlock(locked, &passphrase);
        self.notice = None;
        match opened.map(|data| File::read(&data)) {
            Ok(Ok(file)) => {
                self.files.typed = Said::default();
                self.files.opening = Some(Opened::File(Rc::new(file)));
            }
            Ok(Err(error)) => self.say(self.words.line(unopened(error)), None),
            Err(LockError::NoMemory) => self.say(self.words.line("no-memory"), None),
            Err(_) => self.say(self.words.line("not-unlocked"), None),
        }
    }

    /// Takes up what a file holds, in place of what is here.
    fn take_up(&mut self, effects: &mut Vec<Effect>) {
        let (Some(Opened::File(file)), Some(guide)) = (self.files.opening.clone(), &self.guide)
        else {
            return;
        };
        let language = self.language_of(guide);
        let session = match file.session(guide.clone()) {
            Ok(session) => session,
            Err(error) => return self.say(self.words.line(unopened(error)), None),
        };
        let looks_back = guide.looks_back().is_some() && session.is_none();
        self.forget_passphrase();
        if looks_back {
            self.line_up(&file);
        } else {
            let session = match session {
                Some(session) => Some(self.with_company(session.in_language(language))),
                None => self.fresh(self.options.route.as_ref()),
            };
            self.session = session;
            self.files.earlier.clone_from(&file.earlier);
            self.files.brought.clear();
            self.files.brought = self.without_place(&file);
            self.leaving.would_lose = false;
            self.leaving.has_newer = false;
            effects.push(Effect::DropNotes);
            effects.extend(self.notes());
        }
        self.phase = Phase::Talking;
        self.carry_on();
        self.over = Some(if looks_back {
            Over::Then
        } else {
            Over::Summary
        });
        effects.push(Effect::AskDay);
        self.tell_stage(None, effects);
    }

    /// Lines up what a file holds with what is lined up already, the oldest first.
    fn line_up(&mut self, file: &File) {
        for summary in file.earlier.iter().chain([&file.summary]) {
            if !self.files.earlier.contains(summary) {
                self.files.earlier.push(summary.clone());
            }
        }
        self.files.earlier.sort_by_key(|summary| summary.day);
    }

    /// The steps of the plan made last, each with the number under which it is looked back on.
    pub(super) fn steps_then(&self) -> Vec<(u32, Said)> {
        let session = self.session.as_ref();
        let looked = session.iter().flat_map(|session| session.looked());
        let looked: Vec<_> = looked.map(|(at, looked)| (*at, &looked.step)).collect();
        let mut free = looked.iter().map(|(at, _)| at.saturating_add(1)).max();
        let number = |step: Said| {
            let known = looked.iter().find(|(_, one)| **one == step);
            let at = known.map_or_else(
                || {
                    let at = free.unwrap_or_default();
                    free = Some(at.saturating_add(1));
                    at
                },
                |(at, _)| *at,
            );
            (at, step)
        };
        self.files.steps().into_iter().map(number).collect()
    }

    /// What a file's summary holds and the session taken up from it does not show.
    fn without_place(&self, file: &File) -> Vec<Part> {
        let shown = self.summary().map(|summary| summary.parts);
        let shown = shown.unwrap_or_default();
        let is_shown = |heading: &HeadingId, entry: &Entry| {
            let mut parts = shown.iter().filter(|part| part.id == *heading);
            parts.any(|part| {
                let mut entries = part.entries.iter();
                entries.any(|own| own.place == entry.place && own.voice == entry.voice)
            })
        };
        let parts = file.summary.parts.iter();
        let left = parts.filter_map(|part| {
            let entries = part.entries.iter();
            let left = entries.filter(|entry| entry.brought || !is_shown(&part.id, entry));
            let entries: Vec<Entry> = left
                .map(|entry| Entry {
                    brought: true,
                    ..entry.clone()
                })
                .collect();
            (!entries.is_empty()).then(|| Part {
                entries,
                ..part.clone()
            })
        });
        left.collect()
    }

    /// What a page that broke would give back of words that came with a file.
    fn notes(&self) -> Vec<Effect> {
        let summary = self.summary();
        let parts = summary.iter().flat_map(|summary| &summary.parts);
        let entries = parts.flat_map(|part| part.entries.iter().map(move |entry| (part, entry)));
        let notes = entries.enumerate().filter_map(|(at, (part, entry))| {
            let words = said(entry);
            let note = Note {
                of: ["file_", &at.to_string()].concat(),
                asked: part.title.text.clone(),
                words: Said::new(words.as_str()),
            };
            (!words.is_empty()).then(|| Effect::Note(Rc::new(note)))
        });
        notes.collect()
    }

    fn take_out(&mut self, heading: &HeadingId, at: usize) {
        let brought = &mut self.files.brought;
        if let Some(part) = brought.iter_mut().find(|part| part.id == *heading)
            && at < part.entries.len()
        {
            part.entries.remove(at);
            self.leaving.has_changed();
        }
        self.files.brought.retain(|part| !part.entries.is_empty());
    }

    /// A file as it is chosen, to go out by one way or another.
    fn take(&mut self, job: Job, effects: &mut Vec<Effect>) {
        if self.files.locks {
            if self.files.typed.is_blank() {
                return self.say(self.words.line("passphrase-first"), None);
            }
            self.files.job = Some(job);
            self.say(self.words.line("locking"), None);
            effects.push(Effect::AskChance);
            return;
        }
        if let Some((file, page)) = self.file(self.files.full) {
            self.goes_out();
            self.files.took_all = self.files.full;
            effects.push(hand_out(job, file.document(&page, NAME)));
        }
    }

    /// Random bytes have come: for six words to offer, or to lock with.
    fn draw(&mut self, chance: Chance, effects: &mut Vec<Effect>) {
        if self.files.job.is_some() {
            self.files.chance = Some(chance);
            effects.push(Effect::Afterwards(Event::Travel(Travel::Work)));
        } else if self.over == Some(Over::Ways)
            && let Some(words) = chance.0.last_chunk()
        {
            self.files.offered = Said::new(offered(words));
        }
    }

    fn locked(&mut self, chance: &Chance) -> Result<Document, LockError> {
        let (file, _) = self.file(self.files.full).ok_or(LockError::NotLocked)?;
        let (salt, rest) = chance.0.split_first_chunk().ok_or(LockError::NotLocked)?;
        let (nonce, _) = rest.split_first_chunk().ok_or(LockError::NotLocked)?;
        let passphrase = Passphrase::new(self.files.typed.words());
        let key = Key::derive(&passphrase, Settings::default(), *salt)?;
        self.goes_out();
        self.files.took_all = self.files.full;
        file.locked(&self.shut_page(), NAME, &key, *nonce)
    }

    /// The file that *Download* hands out: the parts shared, not locked.
    pub(super) fn open_file(&self) -> Option<Document> {
        let (file, page) = self.file(false)?;
        Some(file.document(&page, NAME))
    }

    /// What there is to take along, and the page that shows it.
    fn file(&self, full: bool) -> Option<(File, Page)> {
        let session = self.session.as_ref()?;
        let (session, summary) = if full {
            (session.clone(), self.summary()?)
        } else {
            (session.shared(), self.shared()?)
        };
        let brought = self.files.brought.iter();
        let brought = brought.filter(|part| full || !self.keeps_back(part));
        let page = summary.page();
        let file = File::new(
            &session,
            summary,
            self.files.earlier.clone(),
            brought.cloned().collect(),
        );
        Some((file, page))
    }

    fn keeps_back(&self, part: &Part) -> bool {
        let session = self.session.as_ref();
        session.is_some_and(|session| session.is_kept_back(&part.id))
    }

    /// The page of a locked file: what it is, and how to read it. None of the words.
    fn shut_page(&self) -> Page {
        let lines = ["locked-what", "locked-how", "locked-ask"];
        let lines = lines.map(|key| Block::Paragraph(vec![Run::Ours(self.words.line(key))]));
        Page {
            title: self.words.line("locked-title"),
            language: self.words.language().clone(),
            blocks: lines.to_vec(),
        }
    }
}

fn hand_out(job: Job, document: Document) -> Effect {
    let document = Rc::new(document);
    match job {
        Job::Download => Effect::Download(document),
        Job::Share => Effect::Share(document),
    }
}

/// Why a file was not opened, in words.
fn unopened(error: FileError) -> &'static str {
    match error {
        FileError::Damaged => "file-damaged",
        FileError::Newer => "file-newer",
        _ => "file-foreign",
    }
}

/// The words of an entry, a line each.
fn said(entry: &Entry) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for piece in &entry.pieces {
        match piece {
            Piece::Said(said) | Piece::Labelled { said, .. } => lines.push(said.words()),
            Piece::Chosen { choice, detail } => {
                lines.push(&choice.text);
                lines.extend(detail.as_ref().map(Said::words));
            }
            Piece::Answered { choice, .. } => lines.push(&choice.text),
            Piece::Step {
                what, when, help, ..
            } => {
                lines.push(what.words());
                let more = when.iter().chain(help);
                lines.extend(more.map(|(_, said)| said.words()));
            }
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n")
}

/// The summary with what came with a file.
pub(super) fn with_brought(summary: Summary, session: &Session, brought: &[Part]) -> Summary {
    let brought = brought.iter().map(|part| Part {
        kept_back: session.is_kept_back(&part.id),
        ..part.clone()
    });
    summary.with(&brought.collect::<Vec<_>>())
}

impl Files {
    /// The steps of the plan that was made last.
    fn steps(&self) -> Vec<Said> {
        let parts = self.earlier.iter().next_back();
        let parts = parts.into_iter().flat_map(|earlier| &earlier.parts);
        let entries = parts.flat_map(|part| &part.entries);
        let pieces = entries.flat_map(|entry| &entry.pieces);
        let steps = pieces.filter_map(|piece| match piece {
            Piece::Step { what, .. } if !what.is_blank() => Some(what.clone()),
            _ => None,
        });
        steps.collect()
    }

    /// Whether nothing came with a file.
    pub(super) fn is_empty(&self) -> bool {
        self.brought.is_empty() && self.earlier.is_empty()
    }
}
