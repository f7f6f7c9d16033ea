//! The file that travels: what can be done with it, and what is known of files now. `opening` and `taking` do it.

use std::fmt;

use super::{App, Effect, Fault, Over};
use crate::guide::HeadingId;
use crate::keep::file::Opened;
use crate::session::Session;
use crate::summary::{Part, Piece, Summary};
use crate::words::Said;

/// What can be done with files.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Travel {
    /// *Open a summary I kept*.
    Choose,
    /// A file was chosen or dropped, and read, or not.
    Came(Result<Said, Fault>),
    /// What stands in the box of a passphrase.
    Typed(Said),
    /// *Unlock*.
    Unlock,
    /// *Open it*, once it is clear whose summary it is.
    TakeUp,
    /// *Put it beside what is here*, in a guide that looks back.
    PutBeside,
    /// *Download what is here first*: all of it, before a file takes its place.
    DownloadFirst,
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

/// What takes a moment, with the passphrase as it stood when it was asked for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Job {
    /// A file is locked, with all there is in it or not, and goes out.
    Lock(Out, bool, Said),
    /// A file is unlocked, or what was kept here.
    Unlock(Said),
    /// A key is made, to keep words with.
    Keep(Said),
}

/// The way a file goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Out {
    Download,
    Share,
}

impl App {
    pub(super) fn travel(&mut self, travel: Travel, effects: &mut Vec<Effect>) {
        let asks = matches!(self.over, Some(Over::Ways | Over::Opening | Over::Keep));
        let files = &mut self.files;
        match travel {
            Travel::Choose => effects.push(Effect::ChooseFile),
            Travel::Came(Ok(text)) => self.came(text.words()),
            Travel::Came(Err(_)) => self.say(self.words.line("file-unreadable"), None),
            // Typing may be heard late: a passphrase has no place but its own screen.
            Travel::Typed(words) if asks => files.typed = words,
            Travel::Typed(_) => {}
            Travel::Unlock => self.unlock(effects),
            Travel::TakeUp => self.take_up(effects),
            Travel::PutBeside => self.put_beside(effects),
            Travel::DownloadFirst => self.goes_out_open(Out::Download, true, effects),
            Travel::Ways => {
                self.open(Over::Ways);
                effects.push(Effect::AskChance);
            }
            Travel::Full(full) => files.full = full,
            Travel::Locks(locks) => files.locks = locks,
            Travel::UseOffered => {
                files.typed = files.offered.clone();
                self.notice = None;
            }
            Travel::Download => self.take(Out::Download, effects),
            Travel::Share => self.take(Out::Share, effects),
            Travel::Codes => self.open(Over::Codes),
            Travel::Pick(heading, is_in) => {
                files.left_out.retain(|one| *one != heading);
                if !is_in {
                    files.left_out.push(heading);
                }
            }
            Travel::TakeOut(heading, at) => self.take_out(&heading, at, effects),
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
        if self.keeping.is_opening {
            self.forget_unlocked();
        }
    }

    /// Does what the screen said is being done.
    fn work(&mut self, effects: &mut Vec<Effect>) {
        match self.files.job.take() {
            Some(job @ (Job::Lock(..) | Job::Keep(_))) if self.files.chance.is_none() => {
                self.files.job = Some(job);
            }
            Some(Job::Lock(out, full, passphrase)) => {
                self.lock(out, full, &passphrase, effects);
            }
            Some(Job::Keep(passphrase)) => self.keep_locked(&passphrase, effects),
            Some(Job::Unlock(passphrase)) => self.open_locked(&passphrase, effects),
            None => {}
        }
    }

    /// Earlier summaries as they go out: without what was kept back then, or is now.
    pub(super) fn earlier_shared(&self) -> Vec<Summary> {
        let session = self.session.as_ref();
        let is_kept = |part: &Part| session.is_some_and(|session| session.is_kept_back(&part.id));
        let earlier = self.files.earlier.iter().map(|earlier| {
            let mut earlier = earlier.clone();
            for part in &mut earlier.parts {
                part.kept_back |= is_kept(part);
            }
            // What names the person stands outside its heading too.
            let whose = earlier.whose.clone().map(Piece::Said);
            let is_named = whose.is_some_and(|whose| {
                let mut kept = earlier.kept_back().flat_map(|part| &part.entries);
                kept.any(|entry| entry.pieces.contains(&whose))
            });
            if is_named {
                (earlier.whose, earlier.proxy) = (None, None);
                earlier.about.clear();
            }
            earlier.shared()
        });
        earlier.collect()
    }

    /// The steps of the plan made last, each with the number under which it is looked back on; then those of other plans that were looked back on.
    pub(super) fn steps_then(&self) -> Vec<(u32, Said)> {
        let looked = self.session.as_ref().map(Session::looked);
        let steps = self.files.steps();
        let mut all: Vec<(u32, Said)> = Vec::new();
        for (at, step) in (0..).zip(&steps) {
            let is_taken = |number: u32| all.iter().any(|(one, _)| *one == number);
            // A number belongs to the step that stands there, if that is what was looked back on.
            let is_of = |number: u32, step: &Said| {
                let stands = (0..).zip(&steps).find(|(one, _)| *one == number);
                stands.is_some_and(|(_, one)| one == step)
            };
            let mut known = looked.into_iter().flatten();
            let known = known.find(|(number, looked)| {
                let is_here = **number == at || !is_of(**number, step);
                looked.step == *step && is_here && !is_taken(**number)
            });
            let is_free = |number: &u32| {
                let is_looked = looked.is_some_and(|looked| looked.contains_key(number));
                !is_looked && !is_taken(*number)
            };
            let number = known.map(|(number, _)| *number);
            let number = number.or_else(|| (at..=u32::MAX).find(is_free));
            all.extend(number.map(|number| (number, step.clone())));
        }
        for (number, looked) in looked.into_iter().flatten() {
            if !all.iter().any(|(one, _)| one == number) {
                all.push((*number, looked.step.clone()));
            }
        }
        all
    }
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
        let parts = self.earlier.last().into_iter();
        let parts = parts.flat_map(|earlier| &earlier.parts);
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
