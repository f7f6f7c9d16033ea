//! What is noted on the other side: after a panic nothing on this one can be asked.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::app::Noted;

#[wasm_bindgen]
extern "C" {
    // They stand in `pkg-config/npm/rescue.js`, joined with the glue into one module.
    #[wasm_bindgen(js_name = noteWords)]
    fn note_words(host: &HtmlElement, of: &str, piece: &str, told: &Array);
    #[wasm_bindgen(js_name = dropNotes)]
    fn drop_notes(host: &HtmlElement);
    #[wasm_bindgen(js_name = showNotes)]
    fn show_notes(host: &HtmlElement);
}

/// Keeps a piece of what is here, in place of what it was before.
pub(super) fn note(host: Option<&HtmlElement>, noted: &Noted) {
    fault!("save-note");
    if let Some(host) = host {
        let told = Array::of1(&JsValue::from_str(&noted.asked));
        for line in &noted.told {
            for text in [&*line.by, &*line.before, line.words.words()] {
                told.push(&JsValue::from_str(text));
            }
        }
        let piece = &noted.piece;
        note_words(host, &piece.of.name(), piece.text.words(), &told);
    }
}

/// Lets go of everything.
pub(super) fn drop_all(host: Option<&HtmlElement>) {
    if let Some(host) = host {
        drop_notes(host);
    }
}

/// Has what was noted shown, in place of the widget.
pub(super) fn show(host: Option<&HtmlElement>) {
    if let Some(host) = host {
        show_notes(host);
    }
}
