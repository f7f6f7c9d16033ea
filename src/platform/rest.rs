//! Fetches the later parts of the program. They are pinned by their hashes, as the first is.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Reply;
use crate::app::{Event, Rest};

#[wasm_bindgen]
extern "C" {
    // It stands in `pkg-config/npm/element.js`, joined with the glue into one module.
    #[wasm_bindgen(js_name = fetchPart)]
    fn fetch_part(at: u8) -> Promise;
}

/// Fetches the rest, or what has to do with lists of services, once, however many widgets ask. It replies when it is here, or cannot be had.
pub(super) fn fetch(is_nearby: bool, reply: Reply) {
    let promise = fetch_part(is_nearby.into());
    spawn_local(async move {
        let rest = match JsFuture::from(promise).await {
            Ok(_) => Rest::Here,
            Err(_) => Rest::Missing,
        };
        reply(if is_nearby {
            Event::Nearby(rest)
        } else {
            Event::Rest(rest)
        });
    });
}
