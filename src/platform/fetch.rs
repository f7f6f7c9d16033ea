//! Fetches what the host named, and nothing else.

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Reply;
use crate::app::{Event, Fault, Resource};

#[wasm_bindgen]
extern "C" {
    // It stands in `pkg-config/npm/doors.js`, joined with the glue into one module.
    #[wasm_bindgen(js_name = fetchText)]
    fn fetch_text(address: &str) -> Promise;
}

/// Fetches an address as text and replies with it, or with why not.
pub(super) fn text(resource: Resource, address: &str, reply: Reply) {
    let promise = fetch_text(address);
    let address = Rc::from(address);
    spawn_local(async move {
        let text = JsFuture::from(promise).await.ok();
        let text = text.and_then(|text| text.as_string());
        let result = text.map(Into::into).ok_or(Fault::Unreachable);
        reply(Event::Fetched(resource, address, result));
    });
}
