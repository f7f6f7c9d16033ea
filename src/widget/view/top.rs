//! The one row of furniture.

use yew::prelude::*;

use crate::app::screen::{Top, Way};
use crate::widget::part::{With, label};

/// The ways round the conversation, and the ways out of it.
pub(crate) fn top(shown: &Top, with: &With) -> Html {
    let one = |class: &'static str| {
        move |way: &Way| {
            html! {
                <button key={way.label.text.clone()} type="button" {class} onclick={with.on(&way.event)}>{ label(way) }</button>
            }
        }
    };
    let nav: Html = shown.nav.iter().map(one("plain")).collect();
    let out: Html = shown
        .leave
        .iter()
        .chain([&shown.help])
        .map(one("plain strong"))
        .collect();
    html! {
        <div class="top">
            <nav aria-label={shown.label.text.clone()} hidden={shown.nav.is_empty()}>{ nav }</nav>
            <div class="out">{ out }</div>
        </div>
    }
}
