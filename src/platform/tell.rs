//! Tells the host what it may know, as events on the element. Never an answer, unless the person gave it.
//! The events are made in `pkg-config/npm/doors.js`, joined with the glue into one module.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::app::Tell;
use crate::guide::report_as_json;

#[wasm_bindgen]
extern "C" {
    /// Fires `what-matters-` and a name, with a detail as JSON.
    fn tell(host: &HtmlElement, name: &str, detail: &str);
    /// Fires `what-matters-trouble`, and says once on the console what is wrong.
    #[wasm_bindgen(js_name = tellTrouble)]
    fn tell_trouble(host: &HtmlElement, code: &str, message: &str, problems: &str);
    /// Says on the console what is wrong, once.
    pub(crate) fn complain(message: &str);
}

/// Fires the event; trouble also gets one message on the console.
pub(super) fn host(host: &HtmlElement, what: Tell) {
    fault!("effect-tell");
    match what {
        Tell::Ready => tell(host, "ready", "null"),
        Tell::Moved(stage) => {
            // A stage's id needs no escaping.
            let detail = ["{\"stage\":\"", stage.name(), "\"}"].concat();
            tell(host, "moved", &detail);
        }
        Tell::Finished => tell(host, "finished", "null"),
        Tell::Given(json) => tell(host, "given", &json),
        Tell::Trouble {
            code,
            message,
            problems,
        } => tell_trouble(host, code, &message, &report_as_json(&problems)),
    }
}
