//! The last screen.

use super::sheet;
use crate::app::screen::{AnswerScreen, CloseScreen};
use crate::widget::el::{El, el};
use crate::widget::part::{
    Asked, With, answer, delete, help_block, hint, paragraphs, question, subheading, ways,
};
use crate::words::Line;

/// What happens to the words now, how it was, and help lines.
pub(crate) fn close(shown: &CloseScreen, with: &With) -> El {
    let id = with.id("title");
    let mut sheet = sheet("screen close", &id)
        .with(question(with, &id, &shown.title))
        .with(el("div", "lead").all(paragraphs(&shown.lead)));
    if let Some((ask, hint, control)) = &shown.closing {
        sheet = sheet.with(closing(ask, hint.as_ref(), control, with));
    }
    sheet
        .with(help_block(&shown.help, "help", with))
        .with(ways(&shown.ways, with))
        .with(delete(shown.delete.as_ref(), with))
}

/// "How was it?", with its box.
fn closing(ask: &Line, said: Option<&Line>, control: &AnswerScreen, with: &With) -> El {
    let by = with.id("closing");
    let hint_id = said.map(|_| with.id("closing-hint"));
    let closing = el("div", "closing")
        .with(subheading(with, &by, ask))
        .with(hint(hint_id.as_ref(), said));
    let asked = Asked { by, hint: hint_id };
    closing.with(answer(control, &asked, &with.under()))
}
