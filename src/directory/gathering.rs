//! Lists on their way into one directory, a piece of the work at a time, so that a page can do something else between.

use std::fmt;
use std::rc::Rc;

use super::list::{self, Directory, Unreadable};
use super::map::Map;
use super::packing::Packing;
use super::problem::{Findings, Problem};
use super::read::{Reader, Reading, root};
use super::search::Place;
use super::service::Service;
use crate::guide::Severity;

/// So many services are read or packed in one piece of work.
const PIECE: usize = 100;
/// So many services that were packed before are taken over in one piece, or so many of their words.
const PACKED_PIECE: usize = 1_000;
/// So many problems are told, each with its place. Whoever wants all of them runs the check.
const TOLD: usize = 3;

/// What a host is told of a list or a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// `services-missing`, `services-large`, `services-wrong`, `services-warnings` or `services-map`.
    pub code: &'static str,
    /// What is the matter, to stand after the name of what it is about: "has no service that can be offered".
    pub message: String,
}

/// Why a list or a map is not even read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It could not be fetched.
    Missing,
    /// It is larger than may be.
    Large,
    /// It was zipped, and cannot be unpacked.
    Damaged,
}

impl Refused {
    /// By its number, from 1, as `pkg-config/npm/directory.js` has it.
    pub fn of(number: u8) -> Option<Self> {
        let all = [Self::Missing, Self::Large, Self::Damaged];
        all.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// What a host is told of a list.
    fn of_list(self) -> Trouble {
        let (code, message) = match self {
            Self::Missing => (
                "services-missing",
                "could not be fetched; is its address right, and does the policy of the page allow it?",
            ),
            Self::Large => (
                "services-large",
                "has more than 8 MB and is not read; pack it with `what-matters services pack`",
            ),
            Self::Damaged => (
                "services-wrong",
                "is packed and cannot be unpacked; was it sent whole?",
            ),
        };
        let message = message.to_owned();
        Trouble { code, message }
    }

    /// What a host is told of its map.
    pub fn of_map(self) -> Trouble {
        let message = match self {
            Self::Large => "has more than 8 MB and is not read".to_owned(),
            _ => self.of_list().message,
        };
        Trouble { code: MAP, message }
    }
}

const MAP: &str = "services-map";

/// Lists that are put together, one after another. Where two have a service of the same id, the first counts.
#[derive(Default)]
pub struct Gathering {
    map: Map,
    packing: Packing,
    /// A packed list that is the only one so far: as it is, it needs no work.
    whole: Option<Directory>,
    /// What is to be done, the next thing last.
    work: Vec<Work>,
    trouble: Option<Trouble>,
}

enum Work {
    Read(Box<Reader<'static, 'static>>),
    Pack(std::vec::IntoIter<Rc<Service>>),
    Join(Box<Joining>),
}

/// A packed list that is taken over, its services first and then its words.
struct Joining {
    packed: Directory,
    tags: Vec<Rc<str>>,
    /// The number that each service has from now on, where it is taken.
    numbers: Vec<Option<u32>>,
    words: Place,
}

impl Gathering {
    /// One that files services as a map says.
    pub fn new(map: Map) -> Self {
        Self {
            map,
            ..Self::default()
        }
    }

    /// Takes up a list: one that was packed, or the text of a feed.
    ///
    /// A feed's text and values stay in memory for good, since work that is left between two pieces cannot borrow them otherwise.
    /// Whoever gathers in a memory that is to last takes the bytes to another when it is done.
    pub fn add(&mut self, bytes: Vec<u8>) {
        while self.go_on() {}
        self.trouble = None;
        if list::is_packed(&bytes) {
            self.add_packed(bytes);
            return;
        }
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text: &'static str = text.leak();
                let mut findings = Findings::default();
                let root = root(text, &mut findings).map(|root| &*Box::leak(Box::new(root)));
                let reader = Reader::new(text, root, findings);
                self.work.push(Work::Read(Box::new(reader)));
            }
            Err(_) => self.is_wrong("is no text in UTF-8, nor was it packed".to_owned()),
        }
    }

    /// A list was to come here, and is not even read.
    pub fn refuse(&mut self, why: Refused) {
        while self.go_on() {}
        self.trouble = Some(why.of_list());
    }

    fn add_packed(&mut self, bytes: Vec<u8>) {
        match Directory::open(bytes) {
            Ok(packed) if packed.is_empty() => self.is_wrong("has no service".to_owned()),
            Ok(packed) if self.whole.is_none() && self.packing.is_empty() => {
                self.whole = Some(packed);
            }
            Ok(packed) => {
                self.work.push(Work::join(packed));
                self.join_whole();
            }
            Err(Unreadable::Newer) => self.is_wrong(
                "was packed for a newer version of the widget; pack it with the one you use"
                    .to_owned(),
            ),
            Err(_) => self.is_wrong("was packed, and its end is missing".to_owned()),
        }
    }

    /// A list that was the only one is no longer that.
    fn join_whole(&mut self) {
        self.work.extend(self.whole.take().map(Work::join));
    }

    fn is_wrong(&mut self, message: String) {
        let code = "services-wrong";
        self.trouble = Some(Trouble { code, message });
    }

    /// Does a piece of the work. Whether there was any.
    pub fn go_on(&mut self) -> bool {
        match self.work.pop() {
            None => return false,
            Some(Work::Read(mut reader)) => {
                if reader.some(PIECE) {
                    self.work.push(Work::Read(reader));
                } else {
                    self.take(reader.done());
                }
            }
            Some(Work::Pack(mut services)) => {
                for service in services.by_ref().take(PIECE) {
                    self.packing.add_one(&service, &self.map);
                }
                if services.len() > 0 {
                    self.work.push(Work::Pack(services));
                }
            }
            Some(Work::Join(joining)) => self.work.extend(joining.piece(&mut self.packing)),
        }
        true
    }

    /// Takes what was read of a feed.
    fn take(&mut self, reading: Reading) {
        self.trouble = trouble_with(&reading);
        if !reading.services.is_empty() {
            self.work.push(Work::Pack(reading.services.into_iter()));
            self.join_whole();
        }
    }

    /// What the host is to be told of the list that was added last, once all of it is read.
    pub fn trouble(&mut self) -> Option<Trouble> {
        while self.go_on() {}
        self.trouble.take()
    }

    /// All of it; nothing where there is no service. Whether it was packed here comes with it, and not just taken up.
    pub fn done(mut self) -> Option<(Directory, bool)> {
        while self.go_on() {}
        if let Some(whole) = self.whole {
            return Some((whole, false));
        }
        if self.packing.is_empty() {
            return None;
        }
        let packed = Directory::open(self.packing.done()).ok()?;
        Some((packed, true))
    }
}

impl Work {
    fn join(packed: Directory) -> Self {
        Self::Join(Box::new(Joining {
            tags: packed.tags(),
            numbers: Vec::with_capacity(packed.len()),
            words: Place::default(),
            packed,
        }))
    }
}

impl Joining {
    /// Takes over a piece. What is left to do comes back.
    fn piece(mut self: Box<Self>, packing: &mut Packing) -> Option<Work> {
        let (from, all) = (self.numbers.len(), self.packed.len());
        if from < all {
            for number in from..all.min(from + PACKED_PIECE) {
                let taken = packing.add_packed(&self.packed, &self.tags, number);
                self.numbers.push(taken);
            }
        } else {
            let words = std::mem::take(&mut self.words);
            self.words = packing.add_words(&self.packed, words, PACKED_PIECE, &self.numbers)?;
        }
        Some(Work::Join(self))
    }
}

impl fmt::Debug for Gathering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gathering").finish_non_exhaustive()
    }
}

/// What a host is told of a feed: that it cannot be used, or what of it cannot.
fn trouble_with(reading: &Reading) -> Option<Trouble> {
    let (closed, unusable) = (reading.closed.to_string(), reading.unusable.to_string());
    let (code, said): (_, &[&str]) = match (reading.is_feed, reading.services.is_empty()) {
        (false, _) => ("services-wrong", &["cannot be used"]),
        (true, true) => (
            "services-wrong",
            &[
                "has no service that can be offered; closed: ",
                &closed,
                "; not to be used: ",
                &unusable,
            ],
        ),
        (true, false) if reading.unusable > 0 => (
            "services-warnings",
            &[
                "has services that cannot be used and are left out: ",
                &unusable,
                "; `what-matters services check` says all that is wrong",
            ],
        ),
        (true, false) => return None,
    };
    Some(Trouble {
        code,
        message: with_places(said, &reading.problems),
    })
}

/// What a host is told of its map.
pub fn trouble_with_map(problems: &[Problem]) -> Option<Trouble> {
    (!problems.is_empty()).then(|| Trouble {
        code: MAP,
        message: with_places(&["has mistakes"], problems),
    })
}

/// What is said, and the first few problems with their places, what leaves something out first.
fn with_places(said: &[&str], problems: &[Problem]) -> String {
    let mut message = said.concat();
    let is_error = |problem: &&Problem| problem.code.severity() == Severity::Error;
    let errors = problems.iter().filter(is_error);
    let others = problems.iter().filter(|problem| !is_error(problem));
    for problem in errors.chain(others).take(TOLD) {
        for part in [
            "\n  line ",
            &problem.line.to_string(),
            ", column ",
            &problem.column.to_string(),
            ": ",
            &problem.message,
            " ",
            problem.hint,
        ] {
            message.push_str(part);
        }
    }
    // Who tells it ends the sentence.
    message.truncate(message.trim_end_matches('.').len());
    message
}
