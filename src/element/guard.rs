//! What is typed or pasted in the widget stays in it: a host page's one-letter shortcuts do not hear a person's words, and nothing that listens in on boxes reads them.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, KeyboardEvent, ShadowRoot};

use crate::platform::Listener;

/// Keys a host page may need from anywhere: closing what is open, moving on, and keys that write nothing by themselves.
const PASSED_ON: [&str; 3] = ["Escape", "Tab", "Shift"];

/// Events that leave a shadow root and tell which key, or which words.
const TELLING: [&str; 15] = [
    "keydown",
    "keypress",
    "keyup",
    "beforeinput",
    "input",
    "compositionstart",
    "compositionupdate",
    "compositionend",
    "paste",
    "copy",
    "cut",
    // An event of old that Chromium still has; and words taken by the hand.
    "textInput",
    "dragstart",
    "dragend",
    "drop",
];

/// Stops what boxes tell at the edge of the widget, as long as the listeners live.
/// A host page that listens in the capture phase hears it all the same: no element can prevent that.
pub(super) fn keep_typing(root: &ShadowRoot) -> Vec<Listener> {
    let listen = |kind| Listener::new(root.clone().unchecked_into(), kind, stop);
    TELLING.into_iter().filter_map(listen).collect()
}

fn stop(event: Event) {
    let is_in_box = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| matches!(&*target.local_name(), "textarea" | "input"));
    let is_stopped = event.dyn_ref::<KeyboardEvent>().map_or(is_in_box, |key| {
        let name = key.key();
        // Who types before they come to a box means the box. With Control held it is meant for the page.
        let is_letter = name.chars().nth(1).is_none() && !key.ctrl_key() && !key.meta_key();
        is_letter || (is_in_box && !PASSED_ON.contains(&&*name))
    });
    if is_stopped {
        event.stop_propagation();
    }
}
