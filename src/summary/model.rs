//! What matters to this person, in order, in their words.

use std::rc::Rc;

use crate::guide::{ChoiceId, HeadingId};
use crate::session::{Pile, Place, Verdict, Voice};
use crate::words::{Day, Line, Said};

/// A summary: the person's words under headings. Assembled, never written.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// "My summary".
    pub title: Line,
    /// The language of its own words.
    pub language: crate::words::Language,
    /// The headings with words under them, in the guide's order, those kept back among them.
    pub parts: Vec<Part>,
    /// That someone else wrote it for the person; stands on top of everything (absent when the person wrote).
    pub proxy: Option<Line>,
    /// Who wrote it, with whose help, on what day, and that it is not a medical assessment; a sentence each.
    pub about: Vec<Line>,
    /// The name the person likes to be called by, unless its heading is kept back.
    pub whose: Option<Said>,
    /// The last day on which anything in it was changed, else the day it was made, where it is known.
    pub day: Option<Day>,
    /// Where each life card was put, so that it can be seen how they lie over time.
    pub cards: Vec<Lying>,
    /// What a page of our own and a host's code need to name it: the guide's id and version.
    pub guide: (Rc<str>, Rc<str>),
}

/// Where a life card was put.
#[derive(Debug, Clone, PartialEq)]
pub struct Lying {
    /// The card.
    pub card: ChoiceId,
    /// What it is called.
    pub title: Line,
    /// On which pile it lies.
    pub pile: Pile,
    /// The heading it is kept back with.
    pub heading: HeadingId,
}

/// One heading, with what stands under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The heading's id.
    pub id: HeadingId,
    /// Its words.
    pub title: Line,
    /// What stands under it. Never empty.
    pub entries: Vec<Entry>,
    /// Whether it is kept back from everything that goes out.
    pub kept_back: bool,
}

/// One answer under its heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Where it was answered, and so where it is edited.
    pub place: Place,
    /// Whose words they are.
    pub voice: Voice,
    /// "Written by Jo, link worker": whose they are in words, where they are not the person's own.
    pub by: Option<Line>,
    /// A life card's or a follow-up question's words, before it.
    pub label: Option<Line>,
    /// What was said, piece by piece. Never empty.
    pub pieces: Vec<Piece>,
    /// What the person says of it, where it is not in their voice and they said something.
    pub mark: Option<Marked>,
    /// Whether it came with a file, and this guide has no place for it any more: it stands as it was.
    pub brought: bool,
}

/// What the person says of words that are not theirs. Both stand side by side: nothing here decides between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Marked {
    /// "Sam says".
    pub by: Line,
    /// What: *Yes, that is right* or *Not quite*.
    pub verdict: Verdict,
    /// The same in words.
    pub says: Line,
    /// The person's own words beside it.
    pub own: Option<Said>,
}

/// A piece of what was said.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// The person's words, byte for byte.
    Said(Said),
    /// The words of a choice they took, and what they said with it.
    Chosen {
        /// The choice's words, "not in my control" included where it was marked.
        choice: Line,
        /// What was said with it.
        detail: Option<Said>,
    },
    /// A question of ours, and the words of the choice they took: "Is it all right to leave a message?" and "Yes".
    Answered {
        /// The question.
        label: Line,
        /// The choice's words.
        choice: Line,
    },
    /// A question of ours before what was said.
    Labelled {
        /// The question.
        label: Line,
        /// What was said.
        said: Said,
    },
    /// A row of the plan.
    Step {
        /// Who: "Me", "Link worker", "Both"; on one's own, a row for the link worker reads as a wish.
        who: Option<Line>,
        /// What.
        what: Said,
        /// "When" and the person's words.
        when: Option<(Line, Said)>,
        /// "Help needed" and the person's words.
        help: Option<(Line, Said)>,
    },
    /// A service the person would like to know more about.
    Idea {
        /// "Maybe later", where they said so.
        before: Option<Line>,
        /// What it is called.
        name: Said,
        /// Its details as they stood that day, a line each.
        lines: Vec<Said>,
        /// Of which day they are, where that is known.
        day: Option<Line>,
    },
}

impl Summary {
    /// The summary without what is kept back: the only one that goes out.
    #[must_use]
    pub fn shared(&self) -> Self {
        let parts = self
            .parts
            .iter()
            .filter(|part| !part.kept_back)
            .cloned()
            .collect();
        let mut cards = self.cards.clone();
        let is_kept = |card: &Lying| self.kept_back().any(|part| part.id == card.heading);
        cards.retain(|card| card.pile != Pile::NotNow && !is_kept(card));
        Self {
            parts,
            cards,
            ..self.clone()
        }
    }

    /// The summary with entries that came with a file and that its guide has no place for, each under the heading it had.
    #[must_use]
    pub fn with(mut self, brought: &[Part]) -> Self {
        for part in brought {
            let known = self.parts.iter_mut().find(|own| own.id == part.id);
            if let Some(own) = known {
                own.entries.extend(part.entries.iter().cloned());
            } else {
                self.parts.push(part.clone());
            }
        }
        self
    }

    /// The headings left out of everything that goes out.
    pub fn kept_back(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.kept_back)
    }

    /// One part of it alone, as when one heading is copied; without the lines about it.
    #[must_use]
    pub fn only(&self, heading: &HeadingId) -> Self {
        let parts = self
            .parts
            .iter()
            .filter(|part| part.id == *heading)
            .cloned()
            .collect();
        Self {
            parts,
            about: Vec::new(),
            ..self.clone()
        }
    }
}
