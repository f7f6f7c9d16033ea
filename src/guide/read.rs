//! From a file's text to a guide and a report, within bounds that no file can pass.

use std::collections::BinaryHeap;
use std::rc::Rc;

use super::check;
use super::model::Guide;
use super::problem::{Code, Problem, Report, Severity};
use crate::json::{self, Lines, Node};

/// A guide file may have this many bytes: 2 MiB.
const LARGEST: usize = 2 * 1024 * 1024;
/// A guide nests this deep at the most; JSON itself may go deeper.
const DEEPEST: usize = 24;

/// What came of reading a guide: a guide if one can be had, and everything wrong with the file.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The guide, when no problem is an error.
    pub guide: Option<Rc<Guide>>,
    /// Every problem, errors and warnings, in the order of the file.
    pub report: Report,
}

/// A problem, before its path, line and column are known.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) code: Code,
    /// The byte where it stands.
    pub(super) at: usize,
    pub(super) message: String,
    pub(super) hint: String,
}

impl Guide {
    /// Reads a guide file. Never fails early: everything wrong is in the report at once.
    pub fn read(text: &str) -> Reading {
        let mut found = Vec::new();
        let root = root(text, &mut found);
        let guide = root
            .as_ref()
            .and_then(|root| check::guide(root, &mut found));
        let is_wrong = |problem: &Found| problem.code.severity() == Severity::Error;
        let guide = guide.filter(|_| !found.iter().any(is_wrong));
        Reading {
            guide: guide.map(Rc::new),
            report: report(text, root.as_ref(), found),
        }
    }
}

/// The file as values. Without them, a problem says why.
fn root<'t>(text: &'t str, found: &mut Vec<Found>) -> Option<Node<'t>> {
    let mut say = |code, at, message: String, hint: &str| {
        let hint = hint.to_owned();
        found.push(Found {
            code,
            at,
            message,
            hint,
        });
    };
    if text.len() > LARGEST {
        let (has, most) = (text.len().to_string(), LARGEST.to_string());
        let message = [
            "The file has ",
            &has,
            " bytes, and a guide may have ",
            &most,
            ".",
        ]
        .concat();
        say(
            Code::TooLarge,
            0,
            message,
            "Shorten it, or make two guides of it.",
        );
        return None;
    }
    match json::read(text, DEEPEST) {
        Ok(root) => Some(root),
        Err(fault) if fault.is_too_deep => {
            let message = [
                "Something is nested more than ",
                &DEEPEST.to_string(),
                " deep.",
            ];
            let hint = "Guides are flat: take the inner brackets away.";
            say(Code::TooDeep, fault.at, message.concat(), hint);
            None
        }
        Err(fault) => {
            let message = ["The file is not JSON: ", fault.what, "."].concat();
            let hint =
                "Look here, and just before, for a missing comma, quotation mark or bracket.";
            say(Code::NotJson, fault.at, message, hint);
            None
        }
    }
}

/// Gives each problem its path, line and column, and puts them in the order of the file.
fn report(text: &str, root: Option<&Node<'_>>, mut found: Vec<Found>) -> Report {
    let order = found
        .iter()
        .enumerate()
        .map(|(index, found)| (found.at, index));
    let order = order.collect::<BinaryHeap<_>>().into_sorted_vec();
    let mut lines = Lines::of(text);
    let mut report = Report::with_capacity(found.len());
    for (at, index) in order {
        let Some(found) = found.get_mut(index) else {
            continue;
        };
        let (line, column) = lines.place(at);
        report.push(Problem {
            code: found.code,
            path: root.map_or_else(String::new, |root| json::pointer(root, at)),
            line,
            column,
            message: std::mem::take(&mut found.message),
            hint: std::mem::take(&mut found.hint),
        });
    }
    report
}
