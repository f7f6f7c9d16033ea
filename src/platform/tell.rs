//! Tells the host what it may know, as events on the element. Never an answer, unless the person gave it.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::app::Tell;
use crate::guide::Problem;

/// Fires the event; trouble also gets one message on the console.
pub(super) fn host(host: &HtmlElement, what: Tell) {
    match what {
        Tell::Ready => fire(host, "what-matters-ready", &JsValue::NULL),
        Tell::Moved(stage) => fire(
            host,
            "what-matters-moved",
            &object(&[("stage", stage.name().into())]),
        ),
        Tell::Finished => fire(host, "what-matters-finished", &JsValue::NULL),
        Tell::Given(json) => {
            let summary = js_sys::JSON::parse(&json).unwrap_or(JsValue::NULL);
            fire(host, "what-matters-given", &summary);
        }
        Tell::Trouble {
            code,
            message,
            problems,
        } => {
            log(code, &message, &problems);
            let problems: Array = problems.iter().map(problem).collect();
            let detail = object(&[
                ("code", code.into()),
                ("message", message.into()),
                ("problems", problems.into()),
            ]);
            fire(host, "what-matters-trouble", &detail);
        }
    }
}

fn fire(host: &HtmlElement, kind: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(kind, &init) {
        // A host's own listener may throw; the conversation goes on.
        let _ = host.dispatch_event(&event);
    }
}

/// One clear message: what, and the first few problems with their places.
fn log(code: &str, message: &str, problems: &[Problem]) {
    let mut words = format!("<what-matters> {code}: {message}.");
    for problem in problems.iter().take(5) {
        words.push_str(&format_place(problem));
    }
    if problems.len() > 5 {
        words.push_str("\n  … and more; the event what-matters-trouble has them all.");
    }
    web_sys::console::warn_1(&words.into());
}

fn format_place(problem: &Problem) -> String {
    let Problem {
        line,
        column,
        message,
        hint,
        ..
    } = problem;
    format!("\n  line {line}, column {column}: {message} {hint}")
}

fn problem(problem: &Problem) -> JsValue {
    object(&[
        ("code", problem.code.name().into()),
        ("severity", problem.code.severity().name().into()),
        ("path", problem.path.as_str().into()),
        ("line", problem.line.into()),
        ("column", problem.column.into()),
        ("message", problem.message.as_str().into()),
        ("hint", problem.hint.as_str().into()),
    ])
    .unchecked_into()
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object of our own takes every field.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}
