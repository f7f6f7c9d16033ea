//! The last screen: how was it, help for everyone, what happens to the words now.

use std::rc::Rc;

use super::data::{AnswerScreen, Look, Way};
use super::help::HelpBlock;
use super::{answer, help, welcome};
use crate::app::{App, Event};
use crate::session::{Action, Place, Session};
use crate::words::Line;

/// The question before deleting.
#[derive(Debug, Clone, PartialEq)]
pub struct DeleteScreen {
    /// What deleting means, and what it leaves where it is.
    pub ask: Vec<Line>,
    /// *Delete everything*, *Keep my words*.
    pub ways: Vec<Way>,
}

/// The last screen.
#[derive(Debug, Clone, PartialEq)]
pub struct CloseScreen {
    /// "That is all."
    pub title: Line,
    /// What happens to the words now; the host's own words on what happens next.
    pub lead: Vec<Line>,
    /// "How was it?", with its box, where the guide asks it: the question, a hint, the control.
    pub closing: Option<(Line, Option<Line>, AnswerScreen)>,
    /// Help lines for everyone.
    pub help: Rc<HelpBlock>,
    /// *My summary*, *Back*, *Delete everything here*.
    pub ways: Vec<Way>,
    /// The question before deleting, once it was asked for.
    pub delete: Option<DeleteScreen>,
}

pub(super) fn screen(app: &App, session: &Session) -> CloseScreen {
    let closing = session.closing().map(|prompt| {
        let hint = prompt.hint_of(app.is_together()).map(|hint| app.text(hint));
        (
            app.text(prompt.ask_of(app.is_together())),
            hint,
            answer::screen(app, session, prompt, &Place::of(&prompt.id)),
        )
    });
    let mut lead = Vec::new();
    if let Some(afterwards) = &app.options.afterwards {
        lead = welcome::paragraphs(afterwards);
    }
    lead.push(sent(app));
    let keys = match (app.options.takes_along(), app.may_keep()) {
        (true, true) => ["close-lead", "close-loss"],
        (true, false) => ["close-lead", "close-loss-unkept"],
        (false, _) => ["close-lead-kiosk", "close-loss-kiosk"],
    };
    lead.extend(keys.map(|key| app.words.line(key)));
    CloseScreen {
        title: app.words.line("close-title"),
        lead,
        closing,
        help: help::for_everyone(app),
        ways: vec![
            app.way("my-summary", Look::Main, Event::OpenSummary),
            app.way("back", Look::Plain, Event::act(Action::Back)),
            app.way("delete", Look::Plain, Event::AskDelete),
        ],
        delete: delete(app),
    }
}

/// Whether anything left this page, and to whom.
pub(super) fn sent(app: &App) -> Line {
    match app.given_to() {
        Some(who) => app.words.fill("given-before", &[("who", who)]),
        None => app.words.line("nothing-sent"),
    }
}

/// The question before deleting, once it was asked for.
pub(super) fn delete(app: &App) -> Option<DeleteScreen> {
    let stays = if app.options.takes_along() {
        "delete-stays"
    } else {
        "delete-stays-kiosk"
    };
    let mut ask = vec![app.words.line("delete-ask"), app.words.line(stays)];
    if let Some(who) = app.given_to() {
        ask.push(app.words.fill("delete-given", &[("who", who)]));
    }
    app.is_deleting.then(|| DeleteScreen {
        ask,
        ways: vec![
            app.way("delete-yes", Look::Other, Event::Delete),
            app.way("delete-keep", Look::Other, Event::KeepWords),
        ],
    })
}
