//! What the person says of words that are not theirs: yes, not quite with their own words, or nothing.

use super::words::words;
use super::{Asked, With, button};
use crate::app::screen::{MarkScreen, Toggle};
use crate::widget::el::{El, el};

/// Two buttons, either of which can be taken back, and the box for the person's own words.
pub(crate) fn mark(shown: &MarkScreen, by: &yew::AttrValue, with: &With) -> El {
    let toggle = |key: &str, toggle: &Toggle| {
        let is_on = if toggle.is_on { "true" } else { "false" };
        button(&toggle.way)
            .press(&toggle.way.event, with)
            .key(key)
            .is("aria-pressed", is_on)
            .has("aria-describedby", by.clone())
    };
    let id = yew::AttrValue::from([by, "_mark"].concat());
    let ask = el("p", "small").has("id", id.clone()).line(&shown.ask);
    let pair = el("div", "marks")
        .is("role", "group")
        .has("aria-labelledby", id)
        .with(toggle("right", &shown.right))
        .with(toggle("not-quite", &shown.not_quite));
    let mark = el("div", "mark").key("mark");
    let mark = mark.with(ask.key("ask")).with(pair.key("pair"));
    match &shown.own {
        Some(own) => mark.with(words(own, &Asked::by(by), with)),
        None => mark,
    }
}
