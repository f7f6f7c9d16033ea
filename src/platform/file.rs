//! Files that come and go: chosen by the person, handed to the device's share sheet; and what a lock needs from outside, chance and a moment.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Reply;
use crate::app::{Chance, Done, Event, Fault, Travel};
use crate::summary::Document;
use crate::words::Said;

#[wasm_bindgen]
extern "C" {
    // They stand in `pkg-config/npm/doors.js`, joined with the glue into one module.
    #[wasm_bindgen(js_name = chooseFile)]
    fn choose_file() -> Promise;
    #[wasm_bindgen(js_name = shareFile)]
    fn share_file(name: &str, kind: &str, body: &str) -> Promise;
    #[wasm_bindgen(js_name = canShare)]
    fn can_share_file() -> bool;
    #[wasm_bindgen(js_name = randomBytes)]
    fn random_bytes(count: u32) -> Uint8Array;
    #[wasm_bindgen(js_name = onceDrawn)]
    fn once_drawn() -> Promise;
    #[wasm_bindgen(js_name = inAMoment)]
    fn in_a_moment() -> Promise;
}

/// Lets the person choose a file, in the very press that asked for it, and replies with its text.
pub(super) fn choose(reply: Reply) {
    let promise = choose_file();
    spawn_local(async move {
        let text = JsFuture::from(promise).await;
        let text = text.map_err(|_| Fault::Unreachable);
        let text = text.and_then(|text| text.as_string().ok_or(Fault::Unreachable));
        reply(Event::Travel(Travel::Came(text.map(Said::new))));
    });
}

/// Hands a file to the device's share sheet, in the very press that asked for it.
pub(super) fn share(document: &Document, reply: Reply) {
    let promise = share_file(&document.name, document.media_type, &document.body);
    spawn_local(async move {
        let result = JsFuture::from(promise).await;
        let result = result.map(drop).map_err(|_| Fault::Blocked);
        reply(Event::Done(Done::Shared(result)));
    });
}

/// Whether the device has a share sheet that takes files.
pub(crate) fn can_share() -> bool {
    can_share_file()
}

/// Bytes nobody can guess.
pub(super) fn chance() -> Chance {
    let mut bytes = [0; 36];
    let count = u32::try_from(bytes.len()).unwrap_or_default();
    random_bytes(count).copy_to(&mut bytes);
    Chance(bytes)
}

/// Sends an event once the screen is drawn, so that it says what takes a moment.
pub(super) fn afterwards(event: Event, reply: Reply) {
    send_after(once_drawn(), event, reply);
}

/// Sends an event soon, or as the page is put away.
pub(super) fn soon(event: Event, reply: Reply) {
    send_after(in_a_moment(), event, reply);
}

fn send_after(promise: Promise, event: Event, reply: Reply) {
    spawn_local(async move {
        // A page that draws nothing goes on all the same.
        let _ = JsFuture::from(promise).await;
        fault!("timer-afterwards");
        reply(event);
    });
}
