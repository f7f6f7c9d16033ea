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

/// Gives each problem its line and column, and puts them in the order of the file.
fn in_order(json: &str, found: Vec<read::Found>) -> Report {
    if found.is_empty() {
        return Vec::new();
    }
    let untold = found
        .iter()
        .filter(|problem| problem.place.is_none())
        .map(|problem| &*problem.path);
    let can_be_told = !found
        .iter()
        .any(|problem| matches!(problem.code, Code::NotJson | Code::TooLarge));
    let places = if can_be_told {
        path::locate(json, untold)
    } else {
        BTreeMap::new()
    };
    let mut report: Report = found
        .into_iter()
        .map(|problem| {
            let (line, column) = problem
                .place
                .or_else(|| places.get(&problem.path).copied())
                .unwrap_or_default();
            let read::Found {
                code,
                path,
                message,
                hint,
                ..
            } = problem;
            Problem {
                code,
                path,
                line,
                column,
                message,
                hint,
            }
        })
        .collect();
    report.sort_by_key(|problem| (problem.line, problem.column));
    report
}
