//! Moves the focus where it would be lost, or where something new has come. It never scrolls further than needed.

use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::With;
use crate::app::Event;

/// What to give the focus to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Focus<'a> {
    /// The control taken, else the first one.
    First,
    /// What a selector names.
    At(&'a str),
}

/// Gives something inside an element the focus.
pub(crate) fn focus(inside: &Element, what: Focus<'_>) {
    let find = |selector| inside.query_selector(selector).ok().flatten();
    let found = match what {
        Focus::First => find("input:checked").or_else(|| find("textarea, input, button")),
        Focus::At(selector) => find(selector),
    };
    if let Some(found) = found {
        focus_on(found);
    }
}

/// Gives an element the focus, and scrolls to it only where it is out of sight.
pub(crate) fn focus_on(element: impl Into<wasm_bindgen::JsValue>) {
    use wasm_bindgen::JsCast;
    let Ok(element) = element.into().dyn_into::<HtmlElement>() else {
        return;
    };
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    // An element that cannot take the focus leaves it where it was.
    let _ = element.focus_with_options(&still);
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}

/// A handler for a button that goes away when pressed: something near it gets the focus, then the event goes out.
pub(crate) fn then(
    with: &With,
    event: &Event,
    near: &'static str,
    what: Focus<'static>,
) -> Callback<MouseEvent> {
    let (send, event) = (with.send.clone(), event.clone());
    Callback::from(move |click: MouseEvent| {
        let button: Element = click.target_unchecked_into();
        if let Ok(Some(group)) = button.closest(near) {
            focus(&group, what);
        }
        send.emit(event.clone());
    })
}

/// A handler for a button that goes away when pressed with nothing near it: the screen's heading gets the focus, and the page stays.
pub(crate) fn leaving(with: &With, event: &Event) -> Callback<MouseEvent> {
    let (heading, send, event) = (with.heading.clone(), with.send.clone(), event.clone());
    Callback::from(move |_| {
        let still = FocusOptions::new();
        still.set_prevent_scroll(true);
        if let Some(heading) = heading.cast::<HtmlElement>() {
            let _ = heading.focus_with_options(&still);
        }
        send.emit(event.clone());
    })
}
