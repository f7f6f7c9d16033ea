//! From a file's text to a source, within bounds that no file can pass.

use serde_json::Value;

use super::path::{At, escape};
use super::problem::Code;
use super::source::GuideSource;
use super::take::Place;

/// A guide file may have this many bytes: 2 MiB.
const LARGEST: usize = 2 * 1024 * 1024;
/// A guide nests this deep at the most; JSON itself may go deeper.
const DEEPEST: usize = 24;

/// A problem found while reading, before its line and column are known.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) code: Code,
    pub(super) path: String,
    /// Line and column, where reading itself told them.
    pub(super) place: Option<(u32, u32)>,
    pub(super) message: String,
    pub(super) hint: String,
}

impl Found {
    pub(super) fn new(code: Code, path: String, message: String, hint: String) -> Self {
        Self {
            code,
            path,
            place: None,
            message,
            hint,
        }
    }
}

/// Reads what can be read. Without a source, a problem says why.
pub(super) fn source(text: &str, found: &mut Vec<Found>) -> Option<GuideSource> {
    if text.len() > LARGEST {
        let message = format!(
            "The file has {} bytes, and a guide may have {LARGEST}.",
            text.len()
        );
        found.push(Found::new(
            Code::TooLarge,
            String::new(),
            message,
            "Shorten it, or make two guides of it.".to_owned(),
        ));
        return None;
    }
    let value = match serde_json::from_str::<Value>(text) {
        Ok(value) => value,
        Err(error) => {
            found.push(not_json(&error));
            return None;
        }
    };
    if let Some(path) = too_deep(&value, DEEPEST, String::new()) {
        let message = format!("Something is nested more than {DEEPEST} deep.");
        found.push(Found::new(
            Code::TooDeep,
            path,
            message,
            "Guides are flat: take the inner brackets away.".to_owned(),
        ));
        return None;
    }
    GuideSource::take(Place {
        value,
        at: &At::ROOT,
        found,
    })
}

fn not_json(error: &serde_json::Error) -> Found {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let is_deep = said.starts_with("recursion limit");
    Found {
        code: if is_deep {
            Code::TooDeep
        } else {
            Code::NotJson
        },
        path: String::new(),
        place: Some((number(error.line()), number(error.column()))),
        message: format!("The file is not JSON: {said}."),
        hint: "Look just before this place for a missing comma, quotation mark or bracket."
            .to_owned(),
    }
}

/// The first path deeper than so many levels.
fn too_deep(value: &Value, levels: usize, path: String) -> Option<String> {
    if levels == 0 {
        return Some(path);
    }
    match value {
        Value::Array(inner) => inner.iter().enumerate().find_map(|(at, value)| {
            is_nest(value).then(|| too_deep(value, levels - 1, format!("{path}/{at}")))?
        }),
        Value::Object(inner) => inner.iter().find_map(|(key, value)| {
            is_nest(value)
                .then(|| too_deep(value, levels - 1, format!("{path}/{}", escape(key))))?
        }),
        _ => None,
    }
}

fn is_nest(value: &Value) -> bool {
    matches!(value, Value::Array(_) | Value::Object(_))
}
