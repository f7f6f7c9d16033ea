//! From a feed's text to services, whatever shape it has. Nothing that is wrong takes along what is right.

mod contact;
mod cost;
mod field;
mod list;
mod number;
mod one;
mod place;
mod plain;
mod time;

use std::rc::Rc;

pub(super) use contact::safe;
pub(super) use field::words;
pub use place::outward_code;
pub(super) use place::outward_of;
pub(super) use plain::is_beyond_ascii;

use super::problem::{Code, Findings, Problem};
use super::service::Service;
use crate::json::{self, Node};

/// A feed nests this deep at the most; JSON itself may go deeper.
const DEEPEST: usize = 40;

/// What came of reading a feed: the services that can be offered, and everything wrong with the others.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The services that can be offered, in the order of the feed.
    pub services: Vec<Rc<Service>>,
    /// So many are closed, for now or for good.
    pub closed: usize,
    /// So many cannot be used.
    pub unusable: usize,
    /// Problems in the order of the file, 200 at the most.
    pub problems: Vec<Problem>,
    /// Of the problems that are not among them, how many there are of each kind.
    pub untold: Vec<(Code, u32)>,
    /// Whether it is a feed at all.
    pub is_feed: bool,
}

impl Reading {
    /// Reads a feed. Never fails whole: what cannot be used is named, and the rest works.
    pub fn of(text: &str) -> Self {
        let mut findings = Findings::default();
        let root = root(text, &mut findings);
        let mut reader = Reader::new(text, root.as_ref(), findings);
        while reader.some(usize::MAX) {}
        reader.done()
    }
}

/// A feed that is read some services at a time, so that whoever reads it can do something else between.
pub(super) struct Reader<'n, 't> {
    text: &'t str,
    root: Option<&'n Node<'t>>,
    feed: Option<list::Feed<'n, 't>>,
    findings: Findings,
}

impl<'n, 't> Reader<'n, 't> {
    /// One for a file, with its values and what was found while they were read.
    pub(super) fn new(text: &'t str, root: Option<&'n Node<'t>>, mut findings: Findings) -> Self {
        Self {
            text,
            root,
            feed: root.map(|root| list::Feed::of(root, &mut findings)),
            findings,
        }
    }

    /// Reads so many services more. Whether there are others after them.
    pub(super) fn some(&mut self, most: usize) -> bool {
        let feed = self.feed.as_mut();
        feed.is_some_and(|feed| feed.some(most, &mut self.findings))
    }

    /// What came of it.
    pub(super) fn done(mut self) -> Reading {
        let feed = self.feed.map(|feed| feed.done(&mut self.findings));
        let mut reading = feed.unwrap_or_default();
        (reading.problems, reading.untold) = self.findings.told(self.text, self.root);
        reading
    }
}

/// The file as values. Without them, a problem says why.
pub(super) fn root<'t>(text: &'t str, findings: &mut Findings) -> Option<Node<'t>> {
    match json::read(text, DEEPEST) {
        Ok(root) => Some(root),
        Err(fault) => {
            let code = if fault.is_too_deep {
                Code::TooDeep
            } else {
                Code::NotJson
            };
            findings.tell(code, fault.at, &["The file is not JSON: ", fault.what, "."]);
            None
        }
    }
}
