//! Opening a file: what it holds takes the place of what is here, or stands beside it.

use std::rc::Rc;

use super::travel::{Job, Travel};
use super::{App, Effect, Event, Over, Phase};
use crate::guide::{Guide, HeadingId};
use crate::keep::file::{File, FileError, Opened};
use crate::keep::lock::{LockError, Passphrase, unlock};
use crate::session::{Action, Session, Voice};
use crate::summary::{Entry, Part, Piece, Summary};
use crate::words::{Line, Said};

impl App {
    pub(super) fn came(&mut self, text: &str) {
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

    /// Says that a file is being unlocked, and has it done once that is drawn.
    pub(super) fn unlock(&mut self, effects: &mut Vec<Effect>) {
        if let Some(Opened::Locked(_)) = self.files.opening {
            self.files.job = Some(Job::Unlock(self.files.typed.clone()));
            self.say(self.words.line("opening"), None);
            effects.push(Effect::Afterwards(Event::Travel(Travel::Work)));
        }
    }

    pub(super) fn open_locked(&mut self, passphrase: &Said, effects: &mut Vec<Effect>) {
        let Some(Opened::Locked(locked)) = &self.files.opening else {
            return;
        };
        let opened = if self.keeping.is_opening {
            self.unlock_kept(passphrase).ok_or(LockError::CannotOpen)
        } else {
            unlock(locked, &Passphrase::new(passphrase.words()))
        };
        self.notice = None;
        match opened.map(|data| File::read(&data)) {
            Ok(Ok(file)) => {
                self.files.typed = Said::default();
                self.files.opening = Some(Opened::File(Rc::new(file)));
                // What was kept here is known, and takes the place of nothing.
                if self.keeping.is_opening && !self.has_words() {
                    self.take_up(effects);
                }
            }
            Ok(Err(error)) => self.say(self.words.line(unopened(error)), None),
            Err(LockError::NoMemory) => self.say(self.words.line("no-memory"), None),
            Err(_) if self.keeping.is_opening => {
                self.say(self.words.line("kept-not-unlocked"), None);
            }
            Err(_) => self.say(self.words.line("not-unlocked"), None),
        }
    }

    /// Takes up what a file holds, in place of what is here.
    pub(super) fn take_up(&mut self, effects: &mut Vec<Effect>) {
        let (Some(Opened::File(file)), Some(guide)) = (self.files.opening.clone(), &self.guide)
        else {
            return;
        };
        let session = match file.session(guide.clone()) {
            Ok(session) => session,
            Err(error) => return self.say(self.words.line(unopened(error)), None),
        };
        if session.is_none() && guide.looks_back().is_some() {
            return self.put_beside(effects);
        }
        let was_kept = self.keeping.is_opening;
        self.hold_unlocked(effects);
        self.put_in_place(&file, session, effects);
        if was_kept {
            self.leaving.has_changed();
            self.phase = Phase::Talking;
            self.carry_on();
            effects.push(Effect::AskDay);
            self.tell_stage(None, effects);
        } else {
            self.opened(Over::Summary, effects);
        }
    }

    /// Puts what a file holds in place of what is here.
    pub(super) fn put_in_place(
        &mut self,
        file: &File,
        session: Option<Session>,
        effects: &mut Vec<Effect>,
    ) {
        let Some(guide) = &self.guide else { return };
        let language = self.language_of(guide);
        self.session = match session {
            Some(session) => Some(self.with_company(session.in_language(language))),
            None => self.fresh(self.options.route.as_ref()),
        };
        self.files.earlier.clone_from(&file.earlier);
        self.files.brought.clear();
        let shown = self.summary().map(|summary| summary.parts);
        let shown = shown.unwrap_or_default();
        let mut then = file.summary.clone();
        self.name_language(&mut then);
        self.files.brought = without_place(&then, &shown);
        name_helpers(&mut self.files.brought, &self.words.line("by-helper"));
        self.keep_back(&file.summary, &shown);
        // What was done with the words before is nothing of these.
        self.files.left_out.clear();
        self.copying.clear();
        self.given = None;
        self.leaving.is_safe();
        self.note_all(effects);
    }

    /// Puts what a file holds beside what is here.
    pub(super) fn put_beside(&mut self, effects: &mut Vec<Effect>) {
        let looks_back = |guide: &Rc<Guide>| guide.looks_back().is_some();
        let Some(Opened::File(file)) = self.files.opening.clone() else {
            return;
        };
        if !self.guide.as_ref().is_some_and(looks_back) {
            return;
        }
        let by = self.words.line("by-helper");
        for summary in file.earlier.iter().chain([&file.summary]) {
            let mut summary = summary.clone();
            self.name_language(&mut summary);
            name_helpers(&mut summary.parts, &by);
            if !self.files.earlier.contains(&summary) {
                self.files.earlier.push(summary);
            }
        }
        self.files.earlier.sort_by_key(|summary| summary.day);
        self.note_earlier(effects);
        self.opened(Over::Then, effects);
    }

    /// Names the language of a file's own words where it is another than that of what is here.
    fn name_language(&self, summary: &mut Summary) {
        let Some(now) = self.session.as_ref().map(Session::language) else {
            return;
        };
        let then = summary.language.clone();
        for line in lines_of(summary) {
            let own = line.language.take().unwrap_or_else(|| then.clone());
            line.language = (own.base() != now.base()).then_some(own);
        }
        summary.language = now.clone();
    }

    /// Keeps back what was kept back in a file, where this guide would share it.
    fn keep_back(&mut self, then: &Summary, shown: &[Part]) {
        let mut kept: Vec<&HeadingId> = Vec::new();
        for part in then.kept_back() {
            kept.push(&part.id);
            // What stands under another heading now is kept back with that.
            for entry in &part.entries {
                let now = || shown.iter().filter(|one| stands_in(one, entry));
                if !now().any(|one| one.id == part.id) {
                    kept.extend(now().map(|one| &one.id));
                }
            }
        }
        for heading in kept {
            self.session = self.session.take().map(|session| {
                if session.is_kept_back(heading) {
                    return session;
                }
                session.apply(Action::KeepBack(heading.clone(), true))
            });
        }
    }

    pub(super) fn take_out(&mut self, heading: &HeadingId, at: usize, effects: &mut Vec<Effect>) {
        let brought = &mut self.files.brought;
        if let Some(part) = brought.iter_mut().find(|part| part.id == *heading)
            && at < part.entries.len()
        {
            part.entries.remove(at);
            self.leaving.has_changed();
        }
        self.files.brought.retain(|part| !part.entries.is_empty());
        self.note_brought(effects);
    }

    /// Shows what was opened.
    fn opened(&mut self, over: Over, effects: &mut Vec<Effect>) {
        self.phase = Phase::Talking;
        self.carry_on();
        self.over = Some(over);
        effects.push(Effect::AskDay);
        self.tell_stage(None, effects);
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

/// Whether something stands in a part at an entry's place, in its voice.
fn stands_in(part: &Part, entry: &Entry) -> bool {
    let mut entries = part.entries.iter();
    entries.any(|own| own.place == entry.place && own.voice == entry.voice)
}

/// What a file's summary holds and the session taken up from it does not show, each under the heading it had.
fn without_place(then: &Summary, shown: &[Part]) -> Vec<Part> {
    let left = then.parts.iter().filter_map(|part| {
        let entries = part.entries.iter();
        let entries: Vec<Entry> = entries
            .filter_map(|entry| unshown(entry, &then.parts, shown))
            .collect();
        (!entries.is_empty()).then(|| Part {
            entries,
            // Whether it is kept back is for the session to say.
            kept_back: false,
            ..part.clone()
        })
    });
    left.collect()
}

/// What of an entry is not shown: all of it where its place is gone, else what its place has no room for any more.
fn unshown(entry: &Entry, then: &[Part], shown: &[Part]) -> Option<Entry> {
    let mut pieces = entry.pieces.clone();
    let is_shown = shown.iter().any(|part| stands_in(part, entry));
    if is_shown && !entry.brought {
        let (before, now) = (pieces_at(entry, then), pieces_at(entry, shown));
        let is_bare = |piece: &&Piece| words_of(piece).is_empty();
        let bare = |pieces: &[&Piece]| pieces.iter().copied().filter(is_bare).count();
        // A choice reads otherwise in another language; fewer of them are fewer.
        let has_fewer = bare(&now) < bare(&before);
        let words: Vec<&Said> = now.iter().flat_map(|piece| words_of(piece)).collect();
        pieces.retain(|piece| {
            if is_bare(&piece) {
                return has_fewer && !now.contains(&piece);
            }
            words_of(piece).iter().any(|said| !words.contains(said))
        });
    }
    (!pieces.is_empty()).then(|| Entry {
        pieces,
        mark: entry.mark.clone().filter(|_| !is_shown || entry.brought),
        brought: true,
        ..entry.clone()
    })
}

/// All that stands at an entry's place in its voice, under whichever heading.
fn pieces_at<'p>(entry: &Entry, parts: &'p [Part]) -> Vec<&'p Piece> {
    let entries = parts.iter().flat_map(|part| &part.entries);
    let here = entries.filter(|own| own.place == entry.place && own.voice == entry.voice);
    here.flat_map(|own| &own.pieces).collect()
}

/// What a person wrote in a piece.
fn words_of(piece: &Piece) -> Vec<&Said> {
    let mut words = match piece {
        Piece::Said(said) | Piece::Labelled { said, .. } => vec![said],
        Piece::Chosen { detail, .. } => detail.iter().collect(),
        Piece::Answered { .. } => Vec::new(),
        Piece::Step {
            what, when, help, ..
        } => {
            let more = when.iter().chain(help).map(|(_, said)| said);
            [what].into_iter().chain(more).collect()
        }
        Piece::Idea { name, lines, .. } => [name].into_iter().chain(lines).collect(),
    };
    words.retain(|said| !said.is_blank());
    words
}

/// All lines of a summary that are not a person's words.
fn lines_of(summary: &mut Summary) -> Vec<&mut Line> {
    let mut lines = vec![&mut summary.title];
    lines.extend(summary.about.iter_mut().chain(&mut summary.proxy));
    lines.extend(summary.cards.iter_mut().map(|lying| &mut lying.title));
    for part in &mut summary.parts {
        lines.push(&mut part.title);
        for entry in &mut part.entries {
            lines.extend(entry.by.iter_mut().chain(&mut entry.label));
            if let Some(mark) = &mut entry.mark {
                lines.extend([&mut mark.by, &mut mark.says]);
            }
            for piece in &mut entry.pieces {
                match piece {
                    Piece::Said(_) => {}
                    Piece::Chosen { choice, .. } => lines.push(choice),
                    Piece::Answered { label, choice } => lines.extend([label, choice]),
                    Piece::Labelled { label, .. } => lines.push(label),
                    Piece::Step {
                        who, when, help, ..
                    } => {
                        lines.extend(who);
                        lines.extend(when.iter_mut().chain(help).map(|(label, _)| label));
                    }
                    Piece::Idea { before, day, .. } => lines.extend(before.iter_mut().chain(day)),
                }
            }
        }
    }
    lines
}

/// Says whose words they are on each that someone else gave, where that stood once on top of them all.
fn name_helpers(parts: &mut [Part], by: &Line) {
    for entry in parts.iter_mut().flat_map(|part| &mut part.entries) {
        if entry.voice == Voice::Helper && entry.by.is_none() {
            entry.by = Some(by.clone());
        }
    }
}
