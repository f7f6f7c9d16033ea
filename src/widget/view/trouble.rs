//! Something does not work.

use yew::prelude::*;

use super::sheet;
use crate::app::screen::TroubleScreen;
use crate::widget::part::{With, paragraphs, question, ways};

/// What, and how to carry on.
pub(crate) fn trouble(shown: &TroubleScreen, with: &With) -> Html {
    let id = with.id("title");
    sheet(
        "trouble",
        &id,
        html! {
            <>
                { question(with, &id, &shown.title) }
                <div class="lead">{ paragraphs(&shown.lead, "") }</div>
                { ways(&shown.ways, with) }
            </>
        },
    )
}
