//! The last screen.

use yew::prelude::*;

use super::sheet;
use crate::app::screen::{AnswerScreen, CloseScreen};
use crate::widget::part::{
    Asked, With, answer, delete, help_block, line, paragraphs, question, subheading, ways,
};
use crate::words::Line;

/// What happens to the words now, how it was, and help lines.
pub(crate) fn close(shown: &CloseScreen, with: &With) -> Html {
    let id = with.id("title");
    sheet(
        "close",
        &id,
        html! {
            <>
                { question(with, &id, &shown.title) }
                <div class="lead">{ paragraphs(&shown.lead, "") }</div>
                if let Some((ask, hint, control)) = &shown.closing {
                    { closing(ask, hint.as_ref(), control, with) }
                }
                { help_block(&shown.help, "help", with) }
                { ways(&shown.ways, with) }
                { delete(shown.delete.as_ref(), with) }
            </>
        },
    )
}

/// "How was it?", with its box.
fn closing(ask: &Line, hint: Option<&Line>, control: &AnswerScreen, with: &With) -> Html {
    let by = with.id("closing");
    let hint_id = hint.map(|_| with.id("closing-hint"));
    let asked = Asked {
        by: by.clone(),
        hint: hint_id.clone(),
    };
    html! {
        <div class="closing">
            { subheading(with, by, ask) }
            <p class="hint" id={hint_id} hidden={hint.is_none()}>{ hint.map(line).unwrap_or_default() }</p>
            { answer(control, &asked, &with.under()) }
        </div>
    }
}
