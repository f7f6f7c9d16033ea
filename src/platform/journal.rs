//! Notes of what a person wrote, kept on the other side: after a panic nothing on this one can be asked.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::app::Note;

#[wasm_bindgen]
extern "C" {
    // Both stand in `pkg-config/npm/rescue.js`, joined with the glue into one module.
    #[wasm_bindgen(js_name = noteWords)]
    fn note_words(host: &HtmlElement, of: &str, asked: &str, words: &str);
    #[wasm_bindgen(js_name = dropNotes)]
    fn drop_notes(host: &HtmlElement);
}

/// Keeps what a box holds, in place of what it held before.
pub(super) fn note(host: Option<&HtmlElement>, note: &Note) {
    if let Some(host) = host {
        note_words(host, &note.of, &note.asked, note.words.words());
    }
}

/// Lets go of everything.
pub(super) fn drop_all(host: Option<&HtmlElement>) {
    if let Some(host) = host {
        drop_notes(host);
    }
}
