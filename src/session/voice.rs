//! Whose words they are, who is there, and what the person makes of what others wrote.

use std::rc::Rc;

use crate::words::{Day, Said};

/// Who is at the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// The person, perhaps with someone who helps them write.
    #[default]
    Alone,
    /// The person and a link worker, who writes.
    Together,
}

/// Whose words an entry holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Voice {
    /// The person's own, whoever typed them.
    #[default]
    Person,
    /// Those of someone who answered for them.
    Helper,
    /// The link worker's.
    Worker,
}

/// What the person says of an entry that is not in their voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// *Yes, that is right*.
    Right,
    /// *Not quite*.
    NotQuite,
}

/// A person's mark on an entry that is not in their voice, with their own words beside it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mark {
    /// What they say of it; nothing where they left it.
    pub verdict: Option<Verdict>,
    /// Their own words beside it. Kept whatever the verdict, and shown with *Not quite*.
    pub beside: Said,
}

impl Mark {
    /// The person's own words, where they stand.
    pub fn own(&self) -> Option<&Said> {
        let stands = self.verdict == Some(Verdict::NotQuite) && !self.beside.is_blank();
        stands.then_some(&self.beside)
    }

    /// What was marked has changed: a *Yes* was said of other words, a *Not quite* stays with the words beside it.
    pub(super) fn words_changed(&mut self) {
        if self.verdict == Some(Verdict::Right) {
            self.verdict = None;
        }
    }
}

/// What a link worker wrote in their own voice, at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Their words.
    pub words: Said,
    /// Who they are, as it stood on the screen when they wrote: "Jo, link worker".
    pub by: Rc<str>,
    /// The day it was last changed, where the outside world had told it.
    pub day: Option<Day>,
    /// What the person says of it.
    pub mark: Mark,
}

/// Who was there, in the sitting that was last had together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Company {
    /// The link worker, as they stood on the screen; nobody, where there was no such sitting.
    pub worker: Option<Rc<str>>,
    /// Whether they talked by telephone.
    pub by_phone: bool,
    /// Whether someone answers for the person.
    pub answers: bool,
    /// Who else is there: an interpreter, someone who helps.
    pub others: Said,
}
