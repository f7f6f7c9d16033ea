//! Hands a file to the browser.

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use crate::app::Fault;
use crate::summary::Document;

/// Downloads a document under its own name.
pub(super) fn document(document: &Document) -> Result<(), Fault> {
    fault!("effect-download");
    let page = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(Fault::Unsupported)?;
    let bag = BlobPropertyBag::new();
    bag.set_type(document.media_type);
    let parts = Array::of1(&JsValue::from_str(&document.body));
    let blob =
        Blob::new_with_str_sequence_and_options(&parts, &bag).map_err(|_| Fault::Unsupported)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(|_| Fault::Blocked)?;
    let link = page.create_element("a").map_err(|_| Fault::Unsupported)?;
    for (name, value) in [("href", &address), ("download", &document.name)] {
        link.set_attribute(name, value)
            .map_err(|_| Fault::Unsupported)?;
    }
    // What was made as a link is one.
    link.unchecked_into::<HtmlElement>().click();
    // The browser has taken the file with the click, and the address would keep the words alive.
    let _ = Url::revoke_object_url(&address);
    Ok(())
}
