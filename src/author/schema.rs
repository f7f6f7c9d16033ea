//! The JSON Schema of the format, generated from the shapes a guide is read into.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::guide::ICONS;
use crate::guide::source::GuideSource;

/// Fields an author has to write, by the shape they stand in. The shapes themselves take anything, so that every problem can be named.
const NEEDED: [(&str, &[&str]); 9] = [
    (
        "",
        &[
            "format",
            "id",
            "version",
            "languages",
            "title",
            "headings",
            "routes",
            "stages",
        ],
    ),
    ("HeadingSource", &["id", "title"]),
    ("RouteSource", &["id"]),
    ("StageSource", &["id", "title", "prompts"]),
    ("PromptSource", &["id", "ask", "why", "answer"]),
    ("AnswerSource", &["kind"]),
    ("ChoiceSource", &["id", "title"]),
    ("CardSource", &["id", "title", "icon"]),
    ("TipsSource", &["title", "lines"]),
];

/// The schema, JSON Schema 2020-12, as text.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<GuideSource>().to_value();
    for (shape, fields) in NEEDED {
        let at = if shape.is_empty() {
            String::new()
        } else {
            format!("/$defs/{shape}")
        };
        if let Some(Value::Object(shape)) = schema.pointer_mut(&at) {
            shape.insert("required".to_owned(), json!(fields));
        }
    }
    narrow(&mut schema, "", "format", json!({ "const": 1 }));
    let kinds = [
        "notice",
        "short-text",
        "long-text",
        "one-choice",
        "many-choices",
        "scale",
        "cards",
        "each-card",
        "plan",
        "summary",
    ];
    narrow(
        &mut schema,
        "/$defs/AnswerSource",
        "kind",
        json!({ "enum": kinds }),
    );
    narrow(
        &mut schema,
        "/$defs/PromptSource",
        "for",
        json!({ "enum": ["alone", "together", "both"] }),
    );
    narrow(
        &mut schema,
        "/$defs/PromptSource",
        "tells",
        json!({ "enum": ["writer", "name"] }),
    );
    narrow(
        &mut schema,
        "/$defs/ChoiceSource",
        "writer",
        json!({ "enum": ["person", "helped", "proxy"] }),
    );
    narrow(
        &mut schema,
        "/$defs/CardSource",
        "icon",
        json!({ "enum": ICONS }),
    );
    narrow(
        &mut schema,
        "/$defs/RouteSource",
        "cards",
        json!({ "type": "integer", "minimum": 1, "maximum": 3 }),
    );
    close(&mut schema);
    let mut text = format!("{schema:#}");
    text.push('\n');
    text
}

/// Puts a narrower rule in place of a field's, and keeps what is said of it.
fn narrow(schema: &mut Value, shape: &str, field: &str, mut rule: Value) {
    let Some(place) = schema.pointer_mut(&format!("{shape}/properties/{field}")) else {
        return;
    };
    if let (Some(words), Value::Object(rule)) = (place.get("description").cloned(), &mut rule) {
        rule.insert("description".to_owned(), words);
    }
    *place = rule;
}

/// Takes out what reading allows and an author never writes: `null`, defaults, and names no shape has.
fn close(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("default");
            fields
                .remove("format")
                .filter(Value::is_object)
                .map(|kept| fields.insert("format".to_owned(), kept));
            if fields.contains_key("properties") {
                fields.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            without_null(fields);
            fields.values_mut().for_each(close);
        }
        Value::Array(values) => values.iter_mut().for_each(close),
        _ => {}
    }
}

fn without_null(fields: &mut Map<String, Value>) {
    if let Some(Value::Array(kinds)) = fields.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [only] = &kinds[..] {
            let only = only.clone();
            fields.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(any)) = fields.get_mut("anyOf") {
        any.retain(|one| one.get("type").is_none_or(|kind| kind != "null"));
    }
}
