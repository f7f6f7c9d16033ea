//! Rows of what, who, when and help needed.

use super::answer::boxed;
use super::data::{Look, Way, WordsBox};
use crate::app::{App, Event};
use crate::session::{Action, Answer, Field, Place, Planned, Session, Step, StepId, Who};
use crate::words::Line;

/// A plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanScreen {
    /// Where it is.
    pub place: Place,
    /// The rows.
    pub steps: Vec<StepScreen>,
    /// "Two steps are enough. You can add more.", once there are two.
    pub enough: Option<Line>,
    /// *Add a step*.
    pub add: Way,
    /// *Undo*, after a row was taken out.
    pub undo: Option<Way>,
}

/// A row of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct StepScreen {
    /// Names the row.
    pub id: StepId,
    /// "Step 1".
    pub title: Line,
    /// What.
    pub what: WordsBox,
    /// "Who could do it?", and the three choices with whether they are taken and what choosing them means.
    pub who: (Line, Vec<(Who, Line, bool, Event)>),
    /// When.
    pub when: WordsBox,
    /// Help needed.
    pub help: WordsBox,
    /// *Take out*, with the row's name for a screen reader.
    pub take_out: Way,
}

/// So many steps are suggested as enough. More can be added.
const ENOUGH: usize = 2;

pub(super) fn screen(app: &App, answer: Option<&Answer>, place: &Place) -> PlanScreen {
    let nothing = Planned::default();
    let planned = match answer {
        Some(Answer::Planned(planned)) => planned,
        _ => &nothing,
    };
    let undo = Event::act(Action::PutBack(place.clone()));
    PlanScreen {
        place: place.clone(),
        steps: planned
            .steps
            .iter()
            .enumerate()
            .map(|(at, step)| self::step(app, step, at, place))
            .collect(),
        enough: (planned.steps.len() >= ENOUGH).then(|| app.words.line("plan-enough")),
        add: app.way(
            "add-step",
            Look::Other,
            Event::act(Action::AddStep(place.clone())),
        ),
        undo: (!planned.taken_out.is_empty()).then(|| app.way("put-back", Look::Other, undo)),
    }
}

/// Whether there are rows and each of them is the person's to do.
pub(super) fn is_all_theirs(session: &Session, place: &Place) -> bool {
    let given = session.answers().get(place);
    let Some(Answer::Planned(planned)) = given.map(|given| &given.answer) else {
        return false;
    };
    let mut written = planned.steps.iter().filter(|step| !step.is_blank());
    let has_any = written.clone().next().is_some();
    has_any && written.all(|step| step.who == Some(Who::Me))
}

fn step(app: &App, step: &Step, at: usize, place: &Place) -> StepScreen {
    let title = app.words.fill("step", &[("n", &(at + 1).to_string())]);
    let labelled =
        |field: Field, key: &str, words| boxed(place, field, Some(app.words.line(key)), words);
    let who = |who: Who, key: &str| {
        let is_on = step.who == Some(who);
        let label = app
            .options
            .setting
            .fill(&app.words.line(key), &app.words, None, None);
        (
            who,
            label,
            is_on,
            Event::act(Action::SetWho(place.clone(), step.id, Some(who))),
        )
    };
    let mut take_out = app.way(
        "take-out",
        Look::Plain,
        Event::act(Action::TakeOut(place.clone(), step.id)),
    );
    take_out.long = Some(title.clone());
    StepScreen {
        id: step.id,
        what: labelled(Field::What(step.id), "plan-what", step.what.clone()),
        who: (
            app.words.line("plan-who"),
            vec![
                who(Who::Me, "who-me"),
                who(Who::Worker, "plan-who-worker"),
                who(Who::Both, "who-both"),
            ],
        ),
        when: labelled(Field::When(step.id), "plan-when", step.when.clone()),
        help: labelled(Field::Help(step.id), "plan-help", step.help.clone()),
        take_out,
        title,
    }
}
