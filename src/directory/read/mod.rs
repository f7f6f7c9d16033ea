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

pub(super) use field::words;
pub use place::outward_code;
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
        let mut reading = match &root {
            Some(root) => list::feed(root, &mut findings),
            None => Self::default(),
        };
        (reading.problems, reading.untold) = findings.told(text, root.as_ref());
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
