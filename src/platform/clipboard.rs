//! Puts text on the clipboard, in the very press that asked for it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Reply;
use crate::app::{Done, Event, Fault};

/// Writes the text and replies when it is there. Missing on plain http, and where the browser or the person says no.
pub(super) fn write(text: &str, reply: Reply) {
    let Some(clipboard) = clipboard() else {
        return reply(Event::Done(Done::Copied(Err(Fault::Unsupported))));
    };
    let promise = clipboard.write_text(text);
    spawn_local(async move {
        let result = JsFuture::from(promise)
            .await
            .map(drop)
            .map_err(|_| Fault::Blocked);
        reply(Event::Done(Done::Copied(result)));
    });
}

fn clipboard() -> Option<web_sys::Clipboard> {
    let navigator = web_sys::window()?.navigator();
    let found = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    (!found.is_undefined() && !found.is_null()).then(|| navigator.clipboard())
}
