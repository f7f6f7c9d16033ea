//! The two ways a page goes away: the person leaves fast, or the browser asks first.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::Listener;

/// Takes the widget off the page and replaces the page, so that *Back* does not return to it.
pub(super) fn to(host: Option<&HtmlElement>, address: &str) {
    if let Some(root) = host.and_then(|host| host.shadow_root()) {
        while let Some(child) = root.first_child() {
            if root.remove_child(&child).is_err() {
                break;
            }
        }
    }
    super::print::clear();
    let Some(window) = web_sys::window() else {
        return;
    };
    let top = window
        .top()
        .ok()
        .flatten()
        .unwrap_or_else(|| window.clone());
    // A frame that may not move its top page still moves itself.
    if top.location().replace(address).is_err() {
        let _ = window.location().replace(address);
    }
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
