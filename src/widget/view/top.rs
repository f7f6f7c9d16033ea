//! The one row of furniture.

use yew::prelude::*;

use crate::app::Event;
use crate::app::screen::{Top, Way};
use crate::widget::el::{El, LEAVE, el};
use crate::widget::part::{With, label};

/// The ways round the conversation, and the ways out of it.
pub(crate) fn top(shown: &Top, with: &With) -> Html {
    let one = |class: &'static str, way: &Way| {
        let button = el("button", class)
            .key(&way.label.text)
            .is("type", "button");
        button.press(&way.event, with).add(label(way))
    };
    let nav = shown.nav.iter().map(|way| one("plain", way).done());
    let out = shown.leave.iter().chain([&shown.help]).map(|way| {
        let leaves = way.event == Event::LeavePage;
        one("plain strong", way).when(leaves, LEAVE, "").done()
    });
    let nav = el("nav", "")
        .has("aria-label", shown.label.text.clone().into())
        .hidden(shown.nav.is_empty())
        .all(nav.collect());
    el("div", "top")
        .with(first_out(shown, with))
        .with(nav)
        .with(el("div", "out").all(out.collect()))
        .done()
}

/// The way out that a key comes to first, and how often Shift was pressed: `leave.js` writes that in.
fn first_out(shown: &Top, with: &With) -> El {
    let first = el("div", "first");
    let Some((way, exit)) = &shown.first_out else {
        return first;
    };
    let link = el("a", "btn")
        .has("href", AttrValue::from(exit.clone()))
        .is("rel", "noreferrer")
        .is(LEAVE, "");
    let link = link.press(&way.event, with).add(label(way));
    let dots = el("span", "dots").is("aria-hidden", "true");
    let dots = (0..3).fold(dots, |dots, _| dots.with(el("i", "")));
    let shifts = el("div", "shifts").with(dots);
    first
        .with(link)
        .with(shifts.with(el("span", "heard").is("role", "status")))
}
