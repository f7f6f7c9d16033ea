//! Keys of the link worker's view. Letters count outside boxes only, and a host or the worker can turn them off (WCAG 2.2, 2.1.4).

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement, KeyboardEvent, ShadowRoot};

use crate::app::{Event, Key, Press};
use crate::platform::Listener;

/// What the listener asks before it takes a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// No key: the person is alone at the screen.
    Nothing,
    /// Control and Enter, and Escape.
    Few,
    /// Letters too.
    Letters,
}

/// Listens for keys inside the widget, and for the moment it is no longer what is looked at.
pub(super) fn listen(
    root: &ShadowRoot,
    heard: impl Fn() -> Heard + 'static,
    send: impl Fn(Event) + 'static,
) -> Vec<Listener> {
    let (heard, send) = (Rc::new(heard), Rc::new(send));
    let (on_key, to) = (heard.clone(), send.clone());
    let was_taken = Cell::new(false);
    let keys = Listener::new(root.clone().unchecked_into(), "keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        // A letter that opens a prompt is not written into its box, however long it is held down.
        if key.repeat() && was_taken.get() {
            event.prevent_default();
            return;
        }
        let meant = meant(key, on_key());
        was_taken.set(meant.is_some());
        if let Some(key) = meant {
            event.prevent_default();
            to(Event::Key(key));
        }
    });
    let away = web_sys::window().and_then(|window| {
        Listener::new(window.into(), "blur", move |_| {
            if heard() != Heard::Nothing {
                send(Event::Press(Press::Away));
            }
        })
    });
    keys.into_iter().chain(away).collect()
}

/// What a key means, if anything. In a box it is only the way on and the way out.
fn meant(event: &KeyboardEvent, heard: Heard) -> Option<Key> {
    if heard == Heard::Nothing || event.is_composing() || event.repeat() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let name = event.key();
    let is_held = event.ctrl_key() || event.meta_key() || event.alt_key();
    if name == "Enter" && event.ctrl_key() {
        return Some(Key::On);
    }
    if is_box(&target) {
        if name == "Escape" {
            leave(&target);
            event.prevent_default();
            return None;
        }
        let seeks = target.local_name() == "input" && name == "Enter" && !is_held;
        return seeks.then_some(Key::First);
    }
    let mut letters = name.chars();
    match (name.as_str(), letters.next(), letters.next()) {
        ("Escape", ..) => Some(Key::Escape),
        (_, Some(sign), None) if !is_held && (sign.is_ascii_alphabetic() || sign == '?') => {
            (heard == Heard::Letters).then_some(Key::Sign(sign))
        }
        _ => None,
    }
}

/// Whether something is written in it.
fn is_box(target: &Element) -> bool {
    let is_text = |input: &HtmlInputElement| input.type_() == "text";
    // In a list of the browser's, letters choose.
    matches!(target.local_name().as_str(), "textarea" | "select")
        || target.dyn_ref::<HtmlInputElement>().is_some_and(is_text)
}

/// Out of a box: the screen's heading takes the focus, so that the keys are heard there.
fn leave(target: &Element) {
    let screen = target.closest(".sheets, .page").ok().flatten();
    let heading = screen.and_then(|screen| screen.query_selector(".question").ok().flatten());
    if let Some(heading) = heading {
        let still = FocusOptions::new();
        still.set_prevent_scroll(true);
        let _ = heading
            .unchecked_ref::<HtmlElement>()
            .focus_with_options(&still);
    }
}
