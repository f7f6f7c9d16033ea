//! The file people take with them: a page anyone can read, and in it all that the widget needs to go on.
//! The page is for people alone. What is opened is the data in a comment at its end, whole or not at all.

use std::rc::Rc;

use base64ct::{Base64, Encoding as _};
use blake2::Blake2b512;
use blake2::digest::Digest as _;

use super::lock::{Header, Key, LockError};
use super::summary;
use crate::guide::Guide;
use crate::json::{self, Writer};
use crate::session::Session;
use crate::summary::{Document, Page, Summary};
use crate::words::Said;

/// The version of the file that is written.
const VERSION: u64 = 1;
/// The version that is written where a service stands in a summary: those before cannot read it, and say that it is newer.
const WITH_IDEAS: u64 = 2;
/// Begins the data of an open file, and of a locked one. No words can hold it: a page writes `<` as `&lt;`.
const OPEN: &str = "<!--what-matters-file:";
const LOCKED: &str = "<!--what-matters-locked:";
const END: &str = "-->";
/// What is locked is filled up to a whole number of these bytes, so that its length does not tell how much was written.
const FILLED: usize = 4096;
/// The form nests this deep at the most, and so do those to come.
const DEEPEST: usize = 24;
/// The checksum has this many bytes. It is the hash that Argon2 is made of, so it costs nothing more.
const SUM: usize = 64;

/// What is in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// The summary as it stood when the file was made, with what came along from an earlier file: it needs no guide.
    pub summary: Summary,
    /// Summaries of earlier times that were lined up with it.
    pub earlier: Vec<Summary>,
    /// The session, as [`super::write`] writes it.
    saved: Said,
}

/// A file that was opened.
#[derive(Debug, Clone, PartialEq)]
pub enum Opened {
    /// Its content.
    File(Rc<File>),
    /// It is behind a passphrase: this text is what [`super::lock`] opens.
    Locked(Rc<str>),
}

/// Why a file could not be opened. Nothing of it is used then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileError {
    /// It is no file of this kind.
    Foreign,
    /// It is one, and was damaged on its way.
    Damaged,
    /// It was made by a newer widget.
    Newer,
}

impl File {
    /// What there is to take along.
    pub fn new(session: &Session, summary: Summary, earlier: Vec<Summary>) -> Self {
        Self {
            summary,
            earlier,
            saved: Said::new(super::write(session)),
        }
    }

    /// The content as one JSON text, which [`File::read`] reads.
    pub fn data(&self) -> String {
        let mut out = Writer::default();
        out.open('{');
        out.name("file");
        out.word(&self.version().to_string());
        out.name("summary");
        summary::write(&mut out, &self.summary);
        out.name("earlier");
        out.open('[');
        for earlier in &self.earlier {
            summary::write(&mut out, earlier);
        }
        out.close(']');
        out.field("saved", self.saved.words());
        out.close('}');
        out.done()
    }

    /// The oldest version of the file that holds all of it.
    fn version(&self) -> u64 {
        let mut all = self.earlier.iter().chain([&self.summary]);
        if all.any(summary::has_ideas) {
            WITH_IDEAS
        } else {
            VERSION
        }
    }

    /// The file: the summary's page to read, with the content in it.
    pub fn document(&self, page: &Page, name: &str) -> Document {
        fault!("save-file");
        let data = self.data();
        let mut bytes = checksum(data.as_bytes()).to_vec();
        bytes.extend(data.as_bytes());
        with(page, name, OPEN, &Base64::encode_string(&bytes))
    }

    /// The file behind a passphrase: a page that says what it is, without any of the words.
    ///
    /// # Errors
    /// When it is longer than can be locked.
    pub fn locked(
        &self,
        page: &Page,
        name: &str,
        key: &Key,
        nonce: [u8; 12],
    ) -> Result<Document, LockError> {
        let data = filled(&self.data());
        Ok(with(page, name, LOCKED, &key.lock(&data, nonce)?))
    }

    /// Reads a file. Its readable part is for people, and is not looked at.
    ///
    /// # Errors
    /// When it is no file of ours, was damaged, or is newer than this widget.
    pub fn open(text: &str) -> Result<Opened, FileError> {
        if let Some(locked) = marked(text, LOCKED) {
            let locked = locked?;
            return match Header::read(&locked) {
                Ok(_) => Ok(Opened::Locked(locked.into())),
                Err(LockError::Newer(_)) => Err(FileError::Newer),
                Err(_) => Err(FileError::Damaged),
            };
        }
        let data = marked(text, OPEN).ok_or(FileError::Foreign)??;
        let bytes = Base64::decode_vec(&data).map_err(|_| FileError::Damaged)?;
        let (sum, data) = bytes.split_at_checked(SUM).ok_or(FileError::Damaged)?;
        if checksum(data) != sum {
            return Err(FileError::Damaged);
        }
        let data = str::from_utf8(data).map_err(|_| FileError::Damaged)?;
        Self::read(data).map(|file| Opened::File(Rc::new(file)))
    }

    /// Reads the content, as it stands in a file or comes out of a lock.
    ///
    /// # Errors
    /// When it was damaged, or is newer than this widget.
    pub fn read(data: &str) -> Result<Self, FileError> {
        let node = json::read(data, DEEPEST).map_err(|_| FileError::Damaged)?;
        let version = node.field("file").and_then(json::Node::number);
        if version.ok_or(FileError::Damaged)? > WITH_IDEAS {
            return Err(FileError::Newer);
        }
        let read = || {
            let earlier = node.field("earlier")?.list().iter();
            Some(Self {
                summary: summary::read(node.field("summary")?)?,
                earlier: earlier.map(summary::read).collect::<Option<_>>()?,
                saved: Said::new(node.field("saved")?.text()?),
            })
        };
        read().ok_or(FileError::Damaged)
    }

    /// The session in it, taken up with a guide; `None` where it belongs to another one.
    ///
    /// # Errors
    /// When it was damaged, or is newer than this widget.
    pub fn session(&self, guide: Rc<Guide>) -> Result<Option<Session>, FileError> {
        match super::read(self.saved.words(), guide) {
            Ok(session) => Ok(Some(session)),
            Err(super::SavedError::OtherGuide(_)) => Ok(None),
            Err(super::SavedError::Newer(_)) => Err(FileError::Newer),
            Err(super::SavedError::Form) => Err(FileError::Damaged),
        }
    }
}

/// A text filled up with spaces, so that what is locked does not tell how much was written.
pub(super) fn filled(text: &str) -> String {
    let mut filled = String::with_capacity(text.len() + FILLED);
    filled.push_str(text);
    let missing = FILLED - text.len() % FILLED;
    filled.extend(std::iter::repeat_n(' ', missing));
    filled
}

/// A page with data in a comment at its end.
fn with(page: &Page, name: &str, mark: &str, data: &str) -> Document {
    let mut document = page.html(name);
    for part in [mark, data, END, "\n"] {
        document.body.push_str(part);
    }
    document
}

/// What stands behind a mark, up to its end, without the line ends that a program may have put in. A mark without an end is one whose end was lost.
fn marked(text: &str, mark: &str) -> Option<Result<String, FileError>> {
    let (_, rest) = text.split_once(mark)?;
    let inside = rest.split_once(END);
    let inside = inside.map(|(inside, _)| inside.split_ascii_whitespace().collect());
    Some(inside.ok_or(FileError::Damaged))
}

fn checksum(data: &[u8]) -> [u8; SUM] {
    Blake2b512::digest(data).into()
}
