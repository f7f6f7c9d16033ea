//! What an author may say in a guide, and whether they said it well.

mod check;
mod condition;
pub mod help;
mod id;
mod model;
mod near;
mod path;
mod problem;
mod read;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod source;
mod take;

use std::collections::BTreeMap;
use std::rc::Rc;

pub use condition::{Asked, Condition};
pub use id::{ChoiceId, HeadingId, PromptId, RouteId, StageId};
pub use model::{
    Also, AnswerKind, Audience, Card, Choice, Choices, Cue, Guide, Heading, ICONS, Prompt, Route,
    Stage, Tells, Tips, Writer,
};
pub use problem::{Code, Problem, Report, Severity};

/// What came of reading a guide: a guide if one can be had, and everything wrong with the file.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The guide, when no problem is an error.
    pub guide: Option<Rc<Guide>>,
    /// Every problem, errors and warnings, in the order of the file.
    pub report: Report,
}

impl Guide {
    /// Reads a guide file. Never fails early: everything wrong is in the report at once.
    pub fn read(json: &str) -> Reading {
        let mut found = Vec::new();
        let source = read::source(json, &mut found);
        let guide = source.and_then(|source| check::guide(&source, &mut found));
        let is_wrong = found
            .iter()
            .any(|problem| problem.code.severity() == Severity::Error);
        Reading {
            guide: guide.filter(|_| !is_wrong).map(Rc::new),
            report: in_order(json, found),
        }
    }
}

/// Gives each problem its line and column, and puts them in the order of the file. Those without a place come first.
fn in_order(json: &str, found: Vec<read::Found>) -> Report {
    let mut report = Report::new();
    let mut by_path: BTreeMap<String, Report> = BTreeMap::new();
    for problem in found {
        let read::Found {
            code,
            path,
            place,
            message,
            hint,
        } = problem;
        let (line, column) = place.unwrap_or_default();
        let group = if place.is_some() || code == Code::TooLarge {
            &mut report
        } else {
            by_path.entry(path.clone()).or_default()
        };
        group.push(Problem {
            code,
            path,
            line,
            column,
            message,
            hint,
        });
    }
    if by_path.is_empty() {
        return report;
    }
    for (path, (line, column)) in path::locate(json, by_path.keys().map(String::as_str)) {
        let group = by_path.remove(&path).unwrap_or_default();
        report.extend(group.into_iter().map(|problem| Problem {
            line,
            column,
            ..problem
        }));
    }
    for (_, group) in by_path {
        report.splice(0..0, group);
    }
    report
}
