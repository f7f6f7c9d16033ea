//! The question before deleting.

use yew::prelude::*;

use super::{With, paragraphs, ways};
use crate::app::screen::DeleteScreen;
use crate::widget::el::{El, el};
use crate::widget::focus::MARK;

/// The question, once it was asked for. It gets the focus when it comes.
pub(crate) fn delete(shown: Option<&DeleteScreen>, with: &With) -> El {
    let Some(shown) = shown else {
        return el("div", "").hidden(true);
    };
    let id = with.id("delete");
    let ask = el("div", "ask").has("id", id.clone()).is("tabindex", "-1");
    let ask = ask.has(MARK, AttrValue::Static("delete"));
    let ask = ask.all(paragraphs(&shown.ask));
    el("div", "delete")
        .is("role", "group")
        .has("aria-labelledby", id)
        .with(ask)
        .with(ways(&shown.ways, with))
}
