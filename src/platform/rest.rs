//! Fetches the rest of the program. It is pinned by its hash, as the first of it is.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Reply;
use crate::app::{Event, Rest};

#[wasm_bindgen]
extern "C" {
    // It stands in `pkg-config/npm/element.js`, joined with the glue into one module.
    #[wasm_bindgen(js_name = fetchRest)]
    fn fetch_rest() -> Promise;
}

/// Fetches it once, however many widgets ask, and replies when it is here, or cannot be had.
pub(super) fn fetch(reply: Reply) {
    let promise = fetch_rest();
    spawn_local(async move {
        let rest = match JsFuture::from(promise).await {
            Ok(_) => Rest::Here,
            Err(_) => Rest::Missing,
        };
        reply(Event::Rest(rest));
    });
}
