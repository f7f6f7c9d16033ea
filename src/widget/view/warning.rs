//! The question whether somebody is there, over the screen.

use yew::prelude::*;

use crate::app::screen::WarningScreen;
use crate::widget::el::el;
use crate::widget::part::{With, way};

/// It is heard once, when it comes. What is counted down is only seen.
#[inline(never)]
pub(crate) fn warning(shown: &WarningScreen, with: &With) -> Html {
    let left = el("p", "left").is("aria-hidden", "true");
    el("div", "notice")
        .is("role", "alert")
        .with(el("p", "").line(&shown.line))
        .with(left.maybe_line(shown.left.as_ref()))
        .with(way(&shown.way, with))
        .done()
}
