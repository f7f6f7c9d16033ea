//! A plan: rows of what, who, when and help needed.

use web_sys::Element;
use yew::prelude::*;

use super::scale::covered;
use super::words::words;
use super::{Asked, Focus, With, focus, line, way, way_with};
use crate::app::screen::{PlanScreen, StepScreen};
use crate::session::{Field, StepId, Who};

/// What a plan needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PlanProps {
    shown: PlanScreen,
    with: With,
}

/// The plan of a prompt.
pub(crate) fn plan(shown: &PlanScreen, with: &With) -> Html {
    html! { <Plan shown={shown.clone()} with={with.clone()} /> }
}

/// The rows, and the ways to add one and to put one back. A row that comes gets the focus.
#[component]
fn Plan(props: &PlanProps) -> Html {
    let PlanProps { shown, with } = props;
    let node = use_node_ref();
    let steps: Vec<StepId> = shown.steps.iter().map(|step| step.id).collect();
    let before = use_mut_ref(|| steps.clone());
    {
        let (node, with, place) = (node.clone(), with.clone(), shown.place.clone());
        use_effect_with(steps, move |steps| {
            let known = before.replace(steps.clone());
            let new = steps.iter().find(|step| !known.contains(step));
            if let (Some(plan), Some(step)) = (node.cast::<Element>(), new) {
                let id = with.id_of(&place, &Field::What(*step));
                focus(&plan, Focus::At(&["#", &id].concat()));
            }
        });
    }
    let rows: Html = shown
        .steps
        .iter()
        .map(|one| step(one, shown, with))
        .collect();
    html! {
        <div class="plan" ref={node}>
            { rows }
            <div class="adds">
                { way(&shown.add, with) }
                { shown.undo.as_ref().map(|undo| way_with(undo, focus::then(with, &undo.event, ".adds", Focus::First))).unwrap_or_default() }
            </div>
        </div>
    }
}

/// One row.
fn step(shown: &StepScreen, of: &PlanScreen, with: &With) -> Html {
    let named = |name: &str| with.id_at(&of.place, &[name, &shown.id.0.to_string()].concat());
    let (id, who) = (named("step_"), named("who_"));
    let asked = Asked {
        by: id.clone(),
        hint: None,
    };
    let (ask, choices) = &shown.who;
    let choices: Html = choices
        .iter()
        .map(|(one, words, on, event)| {
            let key = match one {
                Who::Me => "me",
                Who::Worker => "worker",
                Who::Both => "both",
            };
            covered(key, line(words), &named("by_"), *on, event, with)
        })
        .collect();
    let take_out = focus::then(
        with,
        &shown.take_out.event,
        ".plan",
        Focus::At(".adds button"),
    );
    html! {
        <fieldset key={shown.id.0} class="step">
            <legend id={id}>{ line(&shown.title) }</legend>
            { words(&shown.what, &asked, with) }
            <p id={who.clone()} class="label">{ line(ask) }</p>
            <div class="piles" role="radiogroup" aria-labelledby={who}>{ choices }</div>
            { words(&shown.when, &asked, with) }
            { words(&shown.help, &asked, with) }
            { way_with(&shown.take_out, take_out) }
        </fieldset>
    }
}
