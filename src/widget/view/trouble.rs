//! Something does not work.

use super::sheet;
use crate::app::screen::TroubleScreen;
use crate::widget::el::{El, el};
use crate::widget::part::{With, paragraphs, question, ways};

/// What, and how to carry on.
pub(crate) fn trouble(shown: &TroubleScreen, with: &With) -> El {
    let id = with.id("title");
    sheet("screen trouble", &id)
        .with(question(with, &id, &shown.title))
        .with(el("div", "lead").all(paragraphs(&shown.lead)))
        .with(ways(&shown.ways, with))
}
