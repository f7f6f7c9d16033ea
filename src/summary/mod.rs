//! What matters to this person, in order, in their words; and the pages, files and text made of it.

mod about;
mod assemble;
mod codes;
mod compare;
mod html;
mod ideas;
#[cfg(test)]
mod ideas_tests;
mod json;
mod layout;
mod model;
mod page;
#[cfg(test)]
mod tests;
mod text;
mod voices;

pub use codes::{Code, TooLong, codes};

pub use compare::{Compared, DRAWN_IN, Row, drawn};
pub use html::PAGE_STYLE;
pub use layout::entry_lines;
pub use model::{Entry, Lying, Marked, Part, Piece, Summary};
pub use page::{Block, Document, Page, Run, TableRow};

use std::rc::Rc;

use crate::words::{Catalogue, Line};

/// What the host says of itself, for the lines about a summary and the placeholders of a guide.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Setting {
    /// The role's name: "community connector". The catalogue's "link worker" without one.
    pub worker: Option<String>,
    /// The link worker's own name.
    pub worker_name: Option<String>,
    /// About how many minutes there are.
    pub minutes: Option<u16>,
}

impl Setting {
    /// The link worker as they stand under what they write: "Jo, link worker".
    pub fn signed(&self, words: &Catalogue) -> Rc<str> {
        let worker = self.worker.as_deref().map(Rc::from);
        let worker: Rc<str> = worker.unwrap_or_else(|| words.line("fallback-worker").text);
        match &self.worker_name {
            Some(name) => words.fill("signed", &[("name", name), ("worker", &worker)]),
            None => words.fill("signed-role", &[("worker", &worker)]),
        }
        .text
    }

    /// Puts what the host says of itself into a line of the guide or of ours, and the card or number it speaks of. What nobody told has plain words.
    #[must_use]
    pub fn fill(
        &self,
        line: &Line,
        words: &Catalogue,
        card: Option<&str>,
        number: Option<u8>,
    ) -> Line {
        if !line.text.contains('{') {
            return line.clone();
        }
        let plain = |key: &str| words.line(key).text;
        let worker = self.worker.as_deref().map(Rc::from);
        let worker: Rc<str> = worker.unwrap_or_else(|| plain("fallback-worker"));
        let name = match &self.worker_name {
            Some(name) => Rc::from(name.as_str()),
            None => words.fill("fallback-name", &[("worker", &worker)]).text,
        };
        let minutes = match self.minutes.map(|minutes| minutes.to_string()) {
            Some(minutes) => words.fill("minutes-value", &[("minutes", &minutes)]).text,
            None => plain("fallback-minutes"),
        };
        let card = card.map_or_else(|| plain("fallback-card"), Rc::from);
        let number = number.map(|number| Rc::from(number.to_string()));
        let number: Rc<str> = number.unwrap_or_else(|| plain("fallback-number"));
        line.fill(&[
            ("worker", &worker),
            ("name", &name),
            ("minutes", &minutes),
            ("card", &card),
            ("number", &number),
        ])
    }
}
