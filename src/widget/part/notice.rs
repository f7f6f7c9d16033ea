//! Something that was done, or could not be: heard at once, seen at the foot of the window.

use yew::prelude::*;

use super::{With, way};
use crate::app::screen::Notice;
use crate::widget::el::{El, area, el};
use crate::widget::focus::MARK;

/// A live region that is always there, or it would not be heard. Text that could not be copied stands selected beside it.
pub(crate) fn notice(shown: Option<&Notice>, with: &With) -> El {
    let id = with.id("notice");
    let region = el("div", "")
        .key("said")
        .is("role", "status")
        .has("id", id.clone());
    let Some(shown) = shown else {
        return el("div", "notice none").with(region);
    };
    let count = shown.count.to_string();
    let region = region.with(el("p", "").key(&count).line(&shown.line));
    let class = if shown.text.is_some() {
        "notice open"
    } else {
        "notice"
    };
    let mut notice = el("div", class).with(region);
    if let Some(text) = &shown.text {
        let mark = AttrValue::from(["copy ", &count].concat());
        let area = area(AttrValue::from(text.clone()), "words tall")
            .key(&count)
            .is("readonly", "")
            .is("dir", "auto")
            .has("aria-labelledby", id)
            .has(MARK, mark);
        notice = notice.with(area);
    }
    match &shown.way {
        Some(undo) => notice.with(way(undo, with)),
        None => notice,
    }
}
