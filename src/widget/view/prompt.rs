//! One thing asked.

use yew::prelude::*;

use super::sheet;
use crate::app::screen::PromptScreen;
use crate::widget::part::{Asked, With, answer, help_block, line, opens, question, ways};

/// The question, its answer control and the ways on.
pub(crate) fn prompt(shown: &PromptScreen, with: &With) -> Html {
    let by = with.id_at(&shown.place, "ask");
    let hint = shown
        .hint
        .as_ref()
        .map(|_| with.id_at(&shown.place, "hint"));
    let asked = Asked {
        by: by.clone(),
        hint: hint.clone(),
    };
    sheet(
        "prompt",
        &by,
        html! {
            <>
                <p class="stage">{ line(&shown.stage) }</p>
                { question(with, &by, &shown.ask) }
                <p class="hint" id={hint} hidden={shown.hint.is_none()}>
                    { shown.hint.as_ref().map(line).unwrap_or_default() }
                </p>
                if let Some(block) = &shown.help { { help_block(block, "help", with) } }
                { answer(&shown.answer, &asked, with) }
                if let Some((title, why)) = &shown.why { { opens(title, std::slice::from_ref(why)) } }
                { ways(&shown.ways, with) }
                <p class="next" hidden={shown.next.is_none()}>
                    { shown.next.as_ref().map(line).unwrap_or_default() }
                </p>
            </>
        },
    )
}
