//! What this is, who reads it, how long it takes.

use super::data::{Look, Way};
use crate::app::{App, Event, Keep, Leaving, SHORT, Travel};
use crate::session::Session;
use crate::words::Line;

/// What this is, who reads it, how long it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct WelcomeScreen {
    /// The guide's title.
    pub title: Line,
    /// What this is; the host's own words when it gave some.
    pub lead: Vec<Line>,
    /// What to expect, point by point.
    pub points: Vec<Line>,
    /// One line on privacy.
    pub privacy: Line,
    /// *Start*, *I only have five minutes*.
    pub ways: Vec<Way>,
    /// *How to leave this page quickly*, *I am under 18*.
    pub also: Vec<Way>,
}

pub(super) fn screen(app: &App, session: &Session) -> WelcomeScreen {
    let guide = session.guide();
    // Only what can be done here is named as a way out.
    let loss = match (app.is_together(), app.options.takes_along(), app.may_keep()) {
        (false, true, true) => "alone-loss",
        (false, true, false) => "alone-loss-unkept",
        (false, false, _) => "alone-loss-kiosk",
        (true, true, true) => "together-loss",
        (true, true, false) => "together-loss-unkept",
        (true, false, _) => "together-loss-kiosk",
    };
    let loss = app.words.line(loss);
    let (lead, points) = match &app.options.expect {
        Some(expect) => (paragraphs(expect), Vec::new()),
        // The guide speaks to someone alone.
        None if app.is_together() => {
            let keys = app.has_keys().then_some("together-keys");
            let sees = app.words.line("together-sees");
            let keys = keys.map(|key| app.words.line(key));
            let points = [sees, loss].into_iter().chain(keys);
            (vec![app.words.line("together-lead")], points.collect())
        }
        None => (
            guide
                .lead()
                .map(|lead| app.text(lead))
                .into_iter()
                .collect(),
            // What becomes of the words is the page's to say, not the guide's.
            guide
                .points()
                .iter()
                .map(|point| app.text(point))
                .chain([loss])
                .collect(),
        ),
    };
    let mut ways = Vec::new();
    if session.is_empty() {
        ways.push(app.way("start", Look::Main, Event::Start));
        let route = |at: usize| guide.routes().get(at);
        let is_short = route(session.route()).is_some_and(|route| route.id.name() == SHORT);
        if !is_short && guide.routes().iter().any(|route| route.id.name() == SHORT) {
            ways.push(app.way("five-minutes", Look::Other, Event::StartShort));
        }
    } else {
        ways.push(app.way("carry-on", Look::Main, Event::Start));
    }
    if !app.keeping.found.is_empty() {
        ways.push(app.way("kept-open", Look::Other, Event::Keep(Keep::OpenKept)));
    }
    ways.push(app.way("open-kept", Look::Other, Event::Travel(Travel::Choose)));
    let keep = (app.may_keep() && app.keeping.on.is_none())
        .then(|| app.way("keep-here", Look::Plain, Event::Keep(Keep::Open)));
    let leave = (app.options.leave != Leaving::Off)
        .then(|| app.way("leave-page-how", Look::Plain, Event::OpenLeaving));
    // Nothing is asked of anyone else, and nobody answers for how old the other is.
    let age = app.options.age.filter(|_| !app.is_together());
    let young = age.map(|age| Way {
        label: app.words.fill("under-age", &[("age", &age.to_string())]),
        long: None,
        event: Event::OpenYoung,
        look: Look::Plain,
    });
    let also = keep.into_iter().chain(leave).chain(young).collect();
    WelcomeScreen {
        title: app.text(guide.title()),
        lead,
        points,
        privacy: app.words.line("welcome-privacy"),
        ways,
        also,
    }
}

/// A host's own words, a paragraph each line.
pub(super) fn paragraphs(words: &str) -> Vec<Line> {
    words
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(Line::new)
        .collect()
}
