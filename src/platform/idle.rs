//! Tells when nobody has stirred for a while. The clock and the listeners are outside this program.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    // It stands in `pkg-config/npm/idle.js`, joined with the glue into one module.
    #[wasm_bindgen(js_name = watchIdle)]
    fn watch_idle(host: &HtmlElement, seconds: u32);
}

/// Has the widget told once nobody has stirred for so many seconds; 0 for never.
pub(super) fn watch(host: Option<&HtmlElement>, seconds: u32) {
    if let Some(host) = host {
        watch_idle(host, seconds);
    }
}
