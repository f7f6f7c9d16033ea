//! What other hands have changed in what is drawn, put back before it is drawn anew.
//! It is done in `pkg-config/npm/mend.js`, joined with the glue into one module.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = putBack)]
    fn put_back(inside: &Element);
    fn drawn(inside: &Element);
}

/// Called when drawing begins, and when it is done.
pub(crate) fn drawing(inside: &Element, begins: bool) {
    if begins {
        put_back(inside);
    } else {
        drawn(inside);
    }
}
