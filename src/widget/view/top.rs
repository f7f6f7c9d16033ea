//! The one row of furniture.

use yew::prelude::*;

use crate::app::screen::{Top, Way};
use crate::widget::el::el;
use crate::widget::part::{With, label};

/// The ways round the conversation, and the ways out of it.
pub(crate) fn top(shown: &Top, with: &With) -> Html {
    let one = |class: &'static str, way: &Way| {
        let button = el("button", class)
            .key(&way.label.text)
            .is("type", "button");
        button.press(&way.event, with).add(label(way)).done()
    };
    let nav = shown.nav.iter().map(|way| one("plain", way));
    let out = shown.leave.iter().chain([&shown.help]);
    let out = out.map(|way| one("plain strong", way));
    let nav = el("nav", "")
        .has("aria-label", shown.label.text.clone().into())
        .hidden(shown.nav.is_empty())
        .all(nav.collect());
    el("div", "top")
        .with(nav)
        .with(el("div", "out").all(out.collect()))
        .done()
}
