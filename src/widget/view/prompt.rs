//! One thing asked.

use super::sheet;
use crate::app::screen::PromptScreen;
use crate::widget::el::{El, el};
use crate::widget::part::{Asked, With, answer, help_block, hint, opens, question, soft, ways};

/// The question, its answer control and the ways on.
pub(crate) fn prompt(shown: &PromptScreen, with: &With) -> El {
    let by = with.id_at(&shown.place, "ask");
    let hint_id = shown
        .hint
        .as_ref()
        .map(|_| with.id_at(&shown.place, "hint"));
    let mut sheet = sheet("screen prompt", &by)
        .with(el("p", "stage").line(&shown.stage))
        .with(question(with, &by, &shown.ask))
        .with(hint(hint_id.as_ref(), shown.hint.as_ref()));
    let asked = Asked { by, hint: hint_id };
    sheet = sheet.with(answer(&shown.answer, &asked, with));
    // After the box, so that on a phone the place to write is not out of sight.
    if let Some(block) = &shown.help {
        sheet = sheet.with(help_block(block, "help", with));
    }
    if let Some((title, why)) = &shown.why {
        sheet = sheet.with(opens(title, std::slice::from_ref(why)));
    }
    sheet
        .with(ways(&shown.ways, with))
        .with(soft("next", shown.next.as_ref()))
}
