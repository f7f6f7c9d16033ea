//! The screen that words are hidden behind when nobody seems to be there.

use super::data::{Look, PlainScreen, Way};
use crate::app::idle::Idle;
use crate::app::{App, Event};
use crate::words::Line;

/// Whether somebody is there: it stands over the screen, and goes when anything is pressed, touched or moved.
#[derive(Debug, Clone, PartialEq)]
pub struct WarningScreen {
    /// The question, and what comes if nobody answers.
    pub line: Line,
    /// "30 seconds", where it is counted down. Seen and not heard: the question has said it.
    pub left: Option<Line>,
    /// *I am still here*.
    pub way: Way,
}

pub(super) fn hidden(app: &App) -> PlainScreen {
    PlainScreen {
        title: app.words.line("idle-hidden"),
        lead: vec![app.words.line("idle-hidden-lead")],
        lists: Vec::new(),
        help: None,
        ways: vec![app.way("carry-on", Look::Main, Event::Idle(Idle::Back))],
    }
}
