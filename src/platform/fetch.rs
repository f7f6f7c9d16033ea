//! Fetches what the host named, and nothing else.

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

use super::Reply;
use crate::app::{Event, Fault, Resource};

/// Fetches an address as text and replies with it, or with why not.
pub(super) fn text(resource: Resource, address: &str, reply: Reply) {
    let promise = web_sys::window().map(|window| window.fetch_with_str(address));
    spawn_local(async move {
        let result = match promise {
            Some(promise) => read(JsFuture::from(promise).await).await,
            None => Err(Fault::Unsupported),
        };
        reply(Event::Fetched(resource, result.map(Into::into)));
    });
}

async fn read(answer: Result<JsValue, JsValue>) -> Result<String, Fault> {
    let response: Response = answer
        .map_err(|_| Fault::Unreachable)?
        .dyn_into()
        .map_err(|_| Fault::Unreachable)?;
    if !response.ok() {
        return Err(Fault::Unreachable);
    }
    let text = response.text().map_err(|_| Fault::Unreachable)?;
    let text = JsFuture::from(text).await.map_err(|_| Fault::Unreachable)?;
    text.as_string().ok_or(Fault::Unreachable)
}
