//! Then and now, side by side.

use super::answer::boxed;
use super::data::{Look, Way, WordsBox};
use crate::app::travel::Travel;
use crate::app::{App, Event};
use crate::session::{Field, Pile, Place, Session};
use crate::summary::{Compared, Entry, drawn};
use crate::words::{Line, Said};

/// Then and now: earlier summaries beside this one, to talk from.
#[derive(Debug, Clone, PartialEq)]
pub struct ThenScreen {
    /// "Then and now".
    pub title: Line,
    /// That nothing is judged here.
    pub hint: Line,
    /// The day of each column; the last is "Now".
    pub days: Vec<Line>,
    /// Each heading, with what stood under it each time.
    pub rows: Vec<(Line, Vec<Vec<Entry>>)>,
    /// "Your steps from last time", and each step with the box for how it was.
    pub steps: Option<(Line, Vec<(Said, WordsBox)>)>,
    /// The life cards over time: a caption, how to read the drawings, and each card.
    pub cards: Option<(Line, Line, Vec<CardOverTime>)>,
    /// *Carry on*, *Print then and now*, *Add an earlier summary*.
    pub ways: Vec<Way>,
}

/// A life card over time.
#[derive(Debug, Clone, PartialEq)]
pub struct CardOverTime {
    /// The card.
    pub title: Line,
    /// Where it lay each time, drawn: the `d` of one SVG path. Decorative, for the words beside it say the same.
    pub drawn: String,
    /// Where it lay each time, in words: "Going well", or "Not chosen".
    pub lies: Vec<Line>,
}

pub(super) fn screen(app: &App, session: &Session) -> ThenScreen {
    let compared = app.compared();
    let (days, rows, cards) = match &compared {
        Some(compared) => (
            days(app, compared),
            compared
                .rows
                .iter()
                .map(|row| (row.title.clone(), row.cells.clone()))
                .collect(),
            cards(app, compared),
        ),
        None => (Vec::new(), Vec::new(), None),
    };
    let place = session.guide().prompts().first();
    let place = place.map(|prompt| Place::of(&prompt.id));
    let steps = place.map(|place| steps(app, session, &place));
    let steps = steps.filter(|steps| !steps.is_empty() && session.guide().looks_back().is_some());
    ThenScreen {
        title: app.words.line("then"),
        hint: app.words.line("then-hint"),
        days,
        rows,
        steps: steps.map(|steps| (app.words.line("then-steps"), steps)),
        cards,
        ways: vec![
            app.way("carry-on", Look::Main, Event::CarryOn),
            app.way("print-then", Look::Other, Event::PrintThen),
            app.way("add-earlier", Look::Plain, Event::Travel(Travel::Choose)),
        ],
    }
}

/// What each column is called.
pub(in crate::app) fn days(app: &App, compared: &Compared) -> Vec<Line> {
    let last = compared.days.len().saturating_sub(1);
    let day = |(at, day): (usize, &Option<crate::words::Day>)| match day {
        _ if at == last => app.words.line("now"),
        Some(day) => day.in_words(&app.words),
        None => app.words.line("earlier"),
    };
    compared.days.iter().enumerate().map(day).collect()
}

fn steps(app: &App, session: &Session, place: &Place) -> Vec<(Said, WordsBox)> {
    let steps = app.steps_then().into_iter().map(|(at, step)| {
        let looked = session.looked().get(&at);
        let words = looked.map(|looked| looked.words.clone());
        let label = Some(app.words.line("how-was-it"));
        let field = Field::Looked(at);
        (step, boxed(place, field, label, words.unwrap_or_default()))
    });
    steps.collect()
}

fn cards(app: &App, compared: &Compared) -> Option<(Line, Line, Vec<CardOverTime>)> {
    let rows = compared.cards.iter().map(|(title, lies)| CardOverTime {
        title: title.clone(),
        drawn: drawn(lies),
        lies: lies.iter().map(|pile| lay(app, *pile)).collect(),
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| (app.words.line("then-cards"), legend(app), rows))
}

/// How to read the drawings.
pub(in crate::app) fn legend(app: &App) -> Line {
    let pile = |key| app.words.line(key).text;
    let [well, change, put_by] = ["pile-well", "pile-change", "pile-not-now"].map(pile);
    let values = [("well", &*well), ("change", &*change), ("not", &*put_by)];
    app.words.fill("then-drawn", &values)
}

/// Where a card lay.
pub(in crate::app) fn lay(app: &App, pile: Option<Pile>) -> Line {
    app.words.line(match pile {
        Some(Pile::Well) => "pile-well",
        Some(Pile::Change) => "pile-change",
        Some(Pile::NotNow) => "pile-not-now",
        None => "no-pile",
    })
}
