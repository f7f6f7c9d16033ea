//! Puts text on the clipboard, in the very press that asked for it.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Reply;
use crate::app::{Done, Event, Fault};

#[wasm_bindgen]
extern "C" {
    // It stands in `pkg-config/npm/doors.js`, joined with the glue into one module.
    #[wasm_bindgen(js_name = copyText)]
    fn copy_text(text: &str) -> Promise;
}

/// Writes the text and replies when it is there, or cannot be.
pub(super) fn write(text: &str, reply: Reply) {
    fault!("effect-copy");
    let promise = copy_text(text);
    spawn_local(async move {
        let result = JsFuture::from(promise)
            .await
            .map(drop)
            .map_err(|_| Fault::Blocked);
        reply(Event::Done(Done::Copied(result)));
    });
}
