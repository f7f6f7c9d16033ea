//! What stands in a slot: a version, a checksum, and one JSON object.

use std::rc::Rc;

use base64ct::{Base64, Encoding as _};
use blake2::Blake2b512;
use blake2::digest::Digest as _;

use super::PREFIX;
use crate::json::{self, Writer};
use crate::words::Said;

/// The version of the form that is written.
const VERSION: u64 = 1;
/// What every record begins with; its version comes next.
const MARK: &str = "kept ";
/// One object with no more in it.
const DEEPEST: usize = 2;

/// Names one conversation among all that are kept: 16 signs nobody can guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Id(Rc<str>);

impl Id {
    /// An id of eight random bytes.
    pub fn of(chance: [u8; 8]) -> Self {
        Self(format!("{:016x}", u64::from_be_bytes(chance)).into())
    }

    /// Its signs.
    pub fn signs(&self) -> &str {
        &self.0
    }

    /// The id of these signs, if they are one's.
    pub fn of_signs(signs: &str) -> Option<Self> {
        let fits = signs.len() == 16 && signs.bytes().all(|sign| sign.is_ascii_hexdigit());
        fits.then(|| Self(signs.into()))
    }

    /// The name of one of its two slots.
    pub(super) fn slot(&self, slot: Slot) -> String {
        let letter = match slot {
            Slot::A => ":a",
            Slot::B => ":b",
        };
        [PREFIX, &self.0, letter].concat()
    }

    /// Whose slot it is, if it is one.
    pub(super) fn in_name(name: &str) -> Option<Self> {
        let rest = name.strip_prefix(PREFIX)?;
        let id = rest
            .strip_suffix(":a")
            .or_else(|| rest.strip_suffix(":b"))?;
        Self::of_signs(id)
    }
}

/// One of the two places a conversation is kept in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    A,
    B,
}

impl Slot {
    pub(super) const BOTH: [Self; 2] = [Self::A, Self::B];

    pub(super) fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// What one slot holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record {
    /// The guide's id.
    pub(super) guide: Rc<str>,
    /// Counts the writes, from 1.
    pub(super) count: u64,
    /// When it was written, in minutes since 1970.
    pub(super) at: u64,
    /// When it is to go, in the same minutes.
    pub(super) until: Option<u64>,
    /// Whether the text is behind a passphrase.
    pub(super) is_locked: bool,
    /// The words, locked or not.
    pub(super) text: Said,
}

/// What a slot may turn out to hold.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Read {
    /// Nothing.
    Nothing,
    /// What a newer widget wrote. It is not to be touched.
    Newer,
    /// Something else, or a record that was torn or changed.
    Damaged,
    Record(Record),
}

impl Record {
    pub(super) fn written(&self, id: &Id) -> String {
        let mut out = Writer::default();
        out.open('{');
        out.field("guide", &self.guide);
        for (name, number) in [
            ("count", Some(self.count)),
            ("at", Some(self.at)),
            ("until", self.until),
        ] {
            if let Some(number) = number {
                out.name(name);
                out.word(&number.to_string());
            }
        }
        out.name("locked");
        out.word(if self.is_locked { "true" } else { "false" });
        out.field("text", self.text.words());
        out.close('}');
        let json = out.done();
        [
            MARK,
            &VERSION.to_string(),
            " ",
            &checksum(id, &json),
            " ",
            &json,
        ]
        .concat()
    }

    pub(super) fn read(id: &Id, stored: Option<&str>) -> Read {
        let Some(stored) = stored else {
            return Read::Nothing;
        };
        let parts = stored
            .strip_prefix(MARK)
            .and_then(|rest| rest.split_once(' '));
        let Some((version, rest)) = parts else {
            return Read::Damaged;
        };
        match version.parse::<u64>() {
            Ok(version) if version > VERSION => Read::Newer,
            Ok(VERSION) => Self::parsed(id, rest).map_or(Read::Damaged, Read::Record),
            _ => Read::Damaged,
        }
    }

    fn parsed(id: &Id, rest: &str) -> Option<Self> {
        let (sum, json) = rest.split_once(' ')?;
        if checksum(id, json) != sum {
            return None;
        }
        let node = json::read(json, DEEPEST).ok()?;
        let number = |name| node.field(name).and_then(json::Node::number);
        Some(Self {
            guide: node.field("guide")?.text()?.into(),
            count: number("count")?,
            at: number("at")?,
            until: number("until"),
            is_locked: node.field("locked")?.flag()?,
            text: Said::new(node.field("text")?.text()?),
        })
    }
}

/// It holds the id too, so that a record put under another name is none.
fn checksum(id: &Id, json: &str) -> String {
    let sum = Blake2b512::new()
        .chain_update(&*id.0)
        .chain_update(json)
        .finalize();
    Base64::encode_string(&sum)
}
