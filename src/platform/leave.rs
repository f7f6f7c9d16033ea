//! The ways a page goes away: the person leaves fast, or the browser asks first. Leaving fast is done outside this program, which may be broken then.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{HtmlElement, Window};

use super::Listener;
use crate::app::WayOut;

#[wasm_bindgen]
extern "C" {
    // They stand in `pkg-config/npm/leave.js`, joined with the glue into one module.
    #[wasm_bindgen(js_name = readyToLeave)]
    fn ready_to_leave(
        host: &HtmlElement,
        exit: &str,
        hears_shift: bool,
        lang: &str,
        is_right_to_left: bool,
        stays: &str,
        still: &str,
        once: &str,
        twice: &str,
    );
    #[wasm_bindgen(js_name = leavePage)]
    fn leave_page(host: &HtmlElement, address: &str);
    #[wasm_bindgen(js_name = deletedHere)]
    fn deleted_here(host: &HtmlElement);
    #[wasm_bindgen(js_name = printsIn)]
    fn prints_in(opened: &Window);
}

/// Hands over how the page is left.
pub(super) fn ready(host: Option<&HtmlElement>, way: &WayOut) {
    let Some(host) = host else { return };
    let [still, once, twice] = &way.said;
    let language = &way.language;
    let (lang, is_right_to_left) = (language.tag(), language.is_right_to_left());
    let (exit, shift) = (&way.exit, way.hears_shift);
    ready_to_leave(
        host,
        exit,
        shift,
        lang,
        is_right_to_left,
        &way.stays,
        still,
        once,
        twice,
    );
}

/// Empties every widget and replaces the page, so that *Back* does not return to it.
pub(super) fn page(host: Option<&HtmlElement>, address: &str) {
    if let Some(host) = host {
        leave_page(host, address);
    }
}

/// Wipes what was kept, and tells every other widget of the site.
pub(super) fn deleted(host: Option<&HtmlElement>) {
    if let Some(host) = host {
        deleted_here(host);
    }
}

/// A window of its own that holds the summary, to print: it goes with the page.
pub(super) fn printing(opened: &Window) {
    prints_in(opened);
}

/// Has the browser ask its own question before the page goes away, as long as the listener lives.
pub(super) fn guard() -> Option<Listener> {
    let window = web_sys::window()?;
    Listener::new(window.unchecked_into(), "beforeunload", |event| {
        event.prevent_default();
        // Browsers before 2023 ask only when this is set.
        let _ = js_sys::Reflect::set(
            &event,
            &JsValue::from_str("returnValue"),
            &JsValue::from_str("1"),
        );
    })
}
