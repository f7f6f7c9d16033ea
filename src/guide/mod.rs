//! What an author may say in a guide, and whether they said it well.

mod condition;
pub mod help;
mod id;
mod model;
mod problem;
#[cfg(test)]
pub(crate) mod sample;

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
    pub fn read(_json: &str) -> Reading {
        Reading {
            guide: None,
            report: Vec::new(),
        }
    }
}
