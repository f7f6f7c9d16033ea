//! The screen turned to the person: their words in large type, and nothing else.

use super::sheet;
use crate::app::screen::TurnedScreen;
use crate::widget::el::{El, el};
use crate::widget::part::{With, letter, question, way};

/// What was asked, and what stands there.
pub(crate) fn turned(shown: &TurnedScreen, with: &With) -> El {
    let id = with.id("title");
    sheet("screen turned", &id)
        .with(question(with, &id, &shown.title))
        .with(el("div", "large").all(letter(&shown.parts)))
        .with(el("div", "ways").with(way(&shown.back, with)))
}
