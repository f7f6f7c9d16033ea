//! Hands a file to the browser.

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::app::Fault;
use crate::summary::Document;

/// Downloads a document under its own name.
pub(super) fn document(document: &Document) -> Result<(), Fault> {
    let page = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(Fault::Unsupported)?;
    let bag = BlobPropertyBag::new();
    bag.set_type(document.media_type);
    let parts = Array::of1(&JsValue::from_str(&document.body));
    let blob =
        Blob::new_with_str_sequence_and_options(&parts, &bag).map_err(|_| Fault::Unsupported)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(|_| Fault::Blocked)?;
    let link: HtmlAnchorElement = page
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into().ok())
        .ok_or(Fault::Unsupported)?;
    link.set_href(&address);
    link.set_download(&document.name);
    link.click();
    // The browser has taken the file with the click, and the address would keep the words alive.
    let _ = Url::revoke_object_url(&address);
    Ok(())
}
