//! What matters to this person, in order, in their words; and the pages, files and text made of it.

mod model;
mod page;

pub use model::{Entry, Part, Piece, Summary};
pub use page::{Block, Document, Page, Run};

use crate::session::Session;
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
    /// Puts the host's words where placeholders stand.
    pub fn fill(
        &self,
        line: &Line,
        _words: &Catalogue,
        _card: Option<&str>,
        _number: Option<u8>,
    ) -> Line {
        line.clone()
    }
}

impl Summary {
    /// Assembles the summary of a session as it stands.
    pub fn of(_session: &Session, words: &Catalogue, _setting: &Setting) -> Self {
        Self {
            title: words.line("my-summary"),
            language: words.language().clone(),
            parts: Vec::new(),
            proxy: None,
            about: Vec::<Line>::new(),
            guide: ("".into(), "".into()),
        }
    }

    /// The summary as a page. Give it [`Summary::shared`] for anything that goes out.
    pub fn page(&self) -> Page {
        Page {
            title: self.title.clone(),
            language: self.language.clone(),
            blocks: Vec::new(),
        }
    }

    /// The summary as JSON for a host's code, once given: `{"guide", "version", "language", "parts": [{"id", "title", "entries": […]}], "about"}`.
    pub fn json(&self) -> String {
        String::new()
    }
}

impl Page {
    /// The page as plain text: headings, dashes, no markup, wrapped by nobody.
    pub fn text(&self) -> String {
        String::new()
    }

    /// The page as one HTML file: readable anywhere, no script, its own strict policy.
    pub fn html(&self, _name: &str) -> Document {
        Document {
            name: String::new(),
            media_type: "text/html",
            body: String::new(),
        }
    }
}
