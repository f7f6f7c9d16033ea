//! Feeds checked together, for whoever keeps them: by the command, and by the page where they are dropped.

use super::list::is_packed;
use super::map::{self, Map};
use super::packing::Packing;
use super::problem::{Code, Findings, Problem};
use super::read::{Reading, root};
use super::report::Report;
use crate::json::decoded;
use crate::words::Day;

/// The map we ship.
const SHIPPED: &str = include_str!("../../www/services/map.json");
/// What gzip begins with (RFC 1952).
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// A page reads no more of a list as it is written, in bytes, as `pkg-config/npm/directory.js` has it.
const MOST_WRITTEN: usize = 8_000_000;

/// Feeds that are checked, one after another. Where two have a service of the same id, the first counts.
#[derive(Debug)]
pub struct Check {
    map: Map,
    packing: Packing,
    today: Option<Day>,
    is_wrong: bool,
}

impl Check {
    /// One for the services of some places, as [`Packing::only`] has it; for all where there are none.
    /// Without a day, nothing is said of how long ago a service was checked.
    pub fn new(only: &[&str], today: Option<Day>) -> Self {
        Self {
            map: Map::read(SHIPPED).map,
            packing: Packing::only(only),
            today,
            is_wrong: false,
        }
    }

    /// Takes a map of the host's own in the place of ours, unless nothing of it can be used. What comes back is the report on it. A name is only printed.
    pub fn map(&mut self, name: &str, bytes: &[u8]) -> String {
        let text = match text_of(bytes) {
            Ok(text) => text,
            Err(problem) => return self.refuse(name, problem),
        };
        let reading = Map::read(text);
        let mut report = Report::of(name);
        report.problems(&reading.problems, &[]);
        if reading.map.is_empty() {
            self.is_wrong = true;
            report.has_no_map();
        } else {
            self.map = reading.map;
        }
        report.end(&reading.problems, &[])
    }

    /// Takes a feed. What comes back is the report on it: every problem with its place and what to do, what can be offered,
    /// how fresh it is, what of it is taken from no other file, and which terms nothing maps.
    pub fn feed(&mut self, name: &str, bytes: &[u8]) -> String {
        let text = match text_of(bytes) {
            Ok(text) => text,
            Err(problem) => return self.refuse(name, problem),
        };
        let reading = Reading::of(text);
        self.packing.add(name, &reading, &self.map);
        self.is_wrong |= !reading.is_feed;
        let mut report = Report::of(name);
        report.problems(&reading.problems, &reading.untold);
        if reading.is_feed {
            report.offered(&reading);
            if let Some(source) = self.packing.sources().last() {
                report.left_out(source);
            }
            report.fresh(&reading, self.today);
            report.terms(&reading, &self.map);
        }
        if bytes.len() > MOST_WRITTEN {
            report.large();
        }
        report.end(&reading.problems, &reading.untold)
    }

    /// A file that is not even read.
    fn refuse(&mut self, name: &str, problem: Problem) -> String {
        self.is_wrong = true;
        let problems = [problem];
        let mut report = Report::of(name);
        report.problems(&problems, &[]);
        report.end(&problems, &[])
    }

    /// Places that were asked for and that nothing is in or for, a line each.
    pub fn unmet(&self) -> String {
        let mut lines = String::new();
        for place in self.packing.unmet() {
            let report = Report::of(place);
            lines.push_str(&report.unmet());
        }
        lines
    }

    /// Whether one of the files cannot be read, is no feed or no map, or nothing in all of them can be offered.
    pub fn is_wrong(&self) -> bool {
        self.is_wrong || self.packing.is_empty()
    }

    /// All that can be offered.
    pub fn done(self) -> Packing {
        self.packing
    }
}

/// Whether a file is a map and no feed, so that whoever is given both can tell them apart.
pub fn is_map(bytes: &[u8]) -> bool {
    let text = text_of(bytes).unwrap_or_default();
    root(text, &mut Findings::default()).is_some_and(|root| map::is_map(&root))
}

/// The text of a file, or why it is none.
fn text_of(bytes: &[u8]) -> Result<&str, Problem> {
    let (message, hint) = if is_packed(bytes) || bytes.starts_with(&GZIP) {
        (
            "The file is packed.",
            "Check the lists that it was packed from.",
        )
    } else {
        match decoded(bytes) {
            Some(text) => return Ok(text),
            None => (
                "The file is not UTF-8 text.",
                "Save it again as UTF-8: editors offer this under “Encoding”.",
            ),
        }
    };
    Err(Problem {
        code: Code::NotJson,
        service: None,
        path: String::new(),
        line: 1,
        column: 1,
        message: message.to_owned(),
        hint,
    })
}
