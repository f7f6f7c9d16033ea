//! What this is, who reads it, how long it takes.

use yew::prelude::*;

use super::sheet;
use crate::app::screen::WelcomeScreen;
use crate::widget::part::{With, line, paragraphs, question, ways};

/// The first screen.
pub(crate) fn welcome(shown: &WelcomeScreen, with: &With) -> Html {
    let id = with.id("title");
    let points: Html = shown
        .points
        .iter()
        .enumerate()
        .map(|(at, point)| html! { <li key={at}>{ line(point) }</li> })
        .collect();
    sheet(
        "welcome",
        &id,
        html! {
            <>
                { question(with, &id, &shown.title) }
                <div class="lead">{ paragraphs(&shown.lead, "") }</div>
                <ul class="points" hidden={shown.points.is_empty()}>{ points }</ul>
                <p class="privacy">{ line(&shown.privacy) }</p>
                { ways(&shown.ways, with) }
            </>
        },
    )
}
