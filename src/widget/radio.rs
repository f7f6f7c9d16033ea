//! Chromium holds on to a radio that was taken out of a shadow root, and with it to all it stood in, for as long as the root lives: its group is not told.
//! A radio that loses its name inside the root leaves its group, and is let go of.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};
use yew::NodeRef;

/// The radios that stand in the widget now.
pub(super) fn all(root: &NodeRef) -> Vec<HtmlInputElement> {
    root.cast::<Element>()
        .map_or_else(Vec::new, |root| within(&root))
}

/// The radios that stand in an element.
fn within(root: &Element) -> Vec<HtmlInputElement> {
    let Ok(found) = root.query_selector_all("input[type=radio]") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect()
}

/// Brings each that drawing took away back for a moment, to take its name off. None of this is ever painted.
pub(super) fn let_go(root: &NodeRef, before: Vec<HtmlInputElement>) {
    let Some(root) = root.cast::<Element>() else {
        return;
    };
    for radio in before {
        if radio.is_connected() || !root.is_connected() {
            continue;
        }
        // The one that took its place may be of the same name.
        radio.set_checked(false);
        if root.append_child(&radio).is_ok() {
            radio.set_name("");
            radio.remove();
        }
    }
}

/// Takes an element out of its root with all its radios, which stay as they are.
#[cfg(target_arch = "wasm32")]
pub(crate) fn take_out(element: &Element) {
    let named: Vec<_> = within(element)
        .into_iter()
        .map(|radio| (radio.name(), radio))
        .collect();
    for (_, radio) in &named {
        radio.set_name("");
    }
    element.remove();
    for (name, radio) in &named {
        radio.set_name(name);
    }
}
