//! A page as data. Print, files and text are all made from it, so they cannot differ.

use crate::words::{Language, Line, Said};

/// A page to read: headings, paragraphs, lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The title. It says nothing of the person.
    pub title: Line,
    /// The language of the page.
    pub language: Language,
    /// Whether it is for eyes that want large letters.
    pub is_large: bool,
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
}

/// Something that stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of a level, 1 to 6.
    Heading(u8, Line),
    /// A paragraph of our own words.
    Paragraph(Vec<Run>),
    /// Entries, each a line of runs; drawn as a list.
    List(Vec<Vec<Run>>),
    /// An empty space to write in by hand, that many lines high.
    Space(u8),
    /// Something to tick by hand, each with its words.
    Boxes(Vec<Line>),
    /// A table.
    Table {
        /// What the columns after the row's name and its drawing are called.
        head: Vec<Line>,
        /// The rows.
        rows: Vec<TableRow>,
    },
    /// A line between parts of the page.
    Rule,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// What it is called.
    pub title: Line,
    /// The same as a drawing: the `d` of one SVG path, drawn in lines in [`DRAWN_IN`](super::DRAWN_IN).
    pub drawn: String,
    /// Its cells.
    pub cells: Vec<Line>,
}

/// Some words in a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Run {
    /// Our words.
    Ours(Line),
    /// Our words, set apart as a label.
    Label(Line),
    /// A person's words, byte for byte.
    Said(Said),
    /// A link worker's words, byte for byte: they look different from the person's.
    Noted(Said),
    /// What a list of services says, byte for byte, its lines apart: nobody here wrote it.
    Told(Said),
    /// A telephone number, address or text message to reach: the words shown, and the address it links to (`tel:`, `sms:`, `https:`).
    Link(Line, String),
}

/// A file to hand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The file's name. It says nothing of the person.
    pub name: String,
    /// Its media type, such as `text/html`.
    pub media_type: &'static str,
    /// Its content.
    pub body: String,
}
