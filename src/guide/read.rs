//! From a file's text to a source: everything of a wrong type or an unknown name is set aside and named, and the rest is read.

use serde_json::Value;
use serde_path_to_error::Segment;

use super::path::escape;
use super::problem::Code;
use super::source::GuideSource;

/// A guide file may have this many bytes: 2 MiB.
const LARGEST: usize = 2 * 1024 * 1024;
/// A guide nests this deep at the most; JSON itself may go deeper.
const DEEPEST: usize = 24;
/// So many values of a wrong type are named before reading gives up on finding more.
const WRONG_TYPES: usize = 50;

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
    let mut value = match serde_json::from_str::<Value>(text) {
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
    let mut last = String::new();
    for _ in 0..WRONG_TYPES {
        let mut unknown = Vec::new();
        let mut note = |path: serde_ignored::Path<'_>| unknown.push(pointer_of(&path));
        let counted = serde_ignored::Deserializer::new(&value, &mut note);
        match serde_path_to_error::deserialize::<_, GuideSource>(counted) {
            Ok(source) => {
                found.extend(unknown.into_iter().map(unknown_field));
                return Some(source);
            }
            Err(error) => {
                let path = path_of(&error);
                if path != last {
                    found.push(wrong_type(&path, error.inner()));
                }
                if !set_aside(&mut value, &path, path == last) {
                    return None;
                }
                last = path;
            }
        }
    }
    let message = format!("More than {WRONG_TYPES} values are of a wrong type.");
    found.push(Found::new(
        Code::MoreWrongTypes,
        String::new(),
        message,
        "Mend these and check again.".to_owned(),
    ));
    None
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

fn path_of<E>(error: &serde_path_to_error::Error<E>) -> String {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", escape(key)),
        Segment::Enum { .. } | Segment::Unknown => String::new(),
    };
    error.path().iter().map(step).collect()
}

fn pointer_of(path: &serde_ignored::Path<'_>) -> String {
    use serde_ignored::Path;
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => format!("{}/{index}", pointer_of(parent)),
        Path::Map { parent, key } => format!("{}/{}", pointer_of(parent), escape(key)),
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => pointer_of(parent),
    }
}

fn wrong_type(path: &str, error: &serde_json::Error) -> Found {
    let said = error.to_string();
    let name = path.rsplit('/').next().unwrap_or_default();
    let expected = said.split("expected ").nth(1).unwrap_or("something else");
    let message = format!("`{name}` is of the wrong type: expected {expected}.");
    Found::new(
        Code::WrongType,
        path.to_owned(),
        message,
        "Look at the examples in the guide for authors.".to_owned(),
    )
}

fn unknown_field(path: String) -> Found {
    let name = path
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .replace("~1", "/")
        .replace("~0", "~");
    let hint = match super::near::nearest(&name, super::near::FIELDS.iter().copied()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => "Take it out, or write it under `note`.".to_owned(),
    };
    let message = format!(
        "`{}` is no field a guide has here.",
        super::near::short(&name)
    );
    Found::new(Code::UnknownField, path, message, hint)
}

/// Takes what is of a wrong type out of the way: first as if it were not there, then as if it were an empty object.
fn set_aside(value: &mut Value, path: &str, again: bool) -> bool {
    let Some((parent, name)) = path.rsplit_once('/') else {
        return false;
    };
    let name = name.replace("~1", "/").replace("~0", "~");
    let instead = if again {
        Value::Object(serde_json::Map::new())
    } else {
        Value::Null
    };
    match value.pointer_mut(parent) {
        Some(Value::Object(fields)) if !again => fields.remove(&name).is_some(),
        Some(Value::Object(fields)) => fields.insert(name, instead).is_some(),
        Some(Value::Array(elements)) => {
            let element = name
                .parse::<usize>()
                .ok()
                .and_then(|at| elements.get_mut(at));
            element.map(|element| *element = instead).is_some()
        }
        _ => false,
    }
}
