//! The stages, to go to any of them.

use yew::prelude::*;

use super::sheet;
use crate::app::screen::{PartScreen, PartsScreen};
use crate::widget::part::{With, label, line, question, ways};

/// *Parts of this conversation*.
pub(crate) fn parts(shown: &PartsScreen, with: &With) -> Html {
    let id = with.id("title");
    let stages: Html = shown.stages.iter().map(|one| part(one, with)).collect();
    sheet(
        "parts",
        &id,
        html! {
            <>
                { question(with, &id, &shown.title) }
                <p class="hint">{ line(&shown.hint) }</p>
                <ul class="stages">{ stages }</ul>
                { ways(&shown.ways, with) }
            </>
        },
    )
}

/// One stage, with a word on where the person is and what has words in it.
fn part(shown: &PartScreen, with: &With) -> Html {
    let notes: Html = [&shown.here, &shown.has_words]
        .into_iter()
        .flatten()
        .enumerate()
        .map(|(at, note)| html! { <span key={at} class="note">{ line(note) }</span> })
        .collect();
    html! {
        <li key={shown.way.label.text.clone()}>
            <button type="button" aria-current={shown.here.is_some().then_some("step")} onclick={with.on(&shown.way.event)}>
                <span class="part-name">{ label(&shown.way) }</span>
                { notes }
            </button>
        </li>
    }
}
