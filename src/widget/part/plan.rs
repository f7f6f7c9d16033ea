//! A plan: rows of what, who, when and help needed.

use yew::prelude::*;

use super::scale::covered;
use super::words::words;
use super::{Asked, Near, With, button, soft, way};
use crate::app::screen::{PlanScreen, StepScreen};
use crate::session::Who;
use crate::widget::el::{El, el};
use crate::widget::focus::MARK;

/// The rows, and the ways to add one and to put one back. A row that comes gets the focus.
pub(crate) fn plan(shown: &PlanScreen, asked: &Asked, with: &With) -> El {
    let rows = shown.steps.iter().map(|one| step(one, shown, with));
    let enough = soft("next", shown.enough.as_ref()).key("enough");
    let mut adds = el("div", "adds").key("adds").with(way(&shown.add, with));
    if let Some(undo) = &shown.undo {
        let near = Near(".adds", "button");
        adds = adds.with(button(undo).press_near(&undo.event, near, with));
    }
    el("div", "plan")
        .is("role", "group")
        .has("aria-labelledby", asked.by.clone())
        .maybe("aria-describedby", asked.hint.clone())
        .all(rows.collect())
        .with(enough)
        .with(adds)
}

/// One row.
fn step(shown: &StepScreen, of: &PlanScreen, with: &With) -> Html {
    let number = shown.id.0.to_string();
    let named = |name: &str| with.id_at(&of.place, &[name, &number].concat());
    let (id, who, by) = (named("step_"), named("who_"), named("by_"));
    let asked = Asked::by(&id);
    let (ask, choices) = &shown.who;
    let choices = choices.iter().map(|(one, words, on, event)| {
        let key = match one {
            Who::Me => "me",
            Who::Worker => "worker",
            Who::Both => "both",
        };
        covered(key, el("span", "face").line(words), &by, *on, event, with)
    });
    let choices = el("div", "piles")
        .is("role", "radiogroup")
        .has("aria-labelledby", who.clone())
        .all(choices.collect());
    let near = Near(".plan", ".adds button");
    el("fieldset", "step")
        .key(&number)
        .has(MARK, id.clone())
        .with(el("legend", "").has("id", id).line(&shown.title))
        .with(words(&shown.what, &asked, with))
        .with(el("p", "label").has("id", who).line(ask))
        .with(choices)
        .with(words(&shown.when, &asked, with))
        .with(words(&shown.help, &asked, with))
        .with(button(&shown.take_out).press_near(&shown.take_out.event, near, with))
        .done()
}
