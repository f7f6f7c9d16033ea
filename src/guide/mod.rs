//! What an author may say in a guide, and whether they said it well.

mod check;
mod condition;
pub mod help;
mod id;
mod model;
pub(crate) mod near;
mod problem;
mod read;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod shape;

pub use condition::{Asked, Condition};
pub use id::{ChoiceId, HeadingId, PromptId, RouteId, StageId};
pub use model::{
    Also, AnswerKind, Audience, Card, Choice, Choices, Cue, Guide, Heading, ICONS, Prompt, Route,
    Sources, Stage, Tells, Tips, Writer,
};
pub use problem::{Code, Problem, Report, Severity, report_as_json};
pub use read::Reading;
