//! What matters to this person, in order, in their words.

use std::rc::Rc;

use crate::guide::HeadingId;
use crate::session::{Place, Verdict, Voice};
use crate::words::{Line, Said};

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
    /// What a page of our own and a host's code need to name it: the guide's id and version.
    pub guide: (Rc<str>, Rc<str>),
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
        Self {
            parts,
            ..self.clone()
        }
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
