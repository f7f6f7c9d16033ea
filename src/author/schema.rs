//! The JSON Schema of the format, made of the shapes a guide is read by.

use serde_json::{Map, Value, json};

use crate::guide::shape::{Field, GUIDE, KINDS, Needed, Shape, Takes};

/// The schema, JSON Schema 2020-12, as text.
pub fn schema() -> String {
    let mut shapes = Map::new();
    shapes.insert("Text".to_owned(), text());
    let Value::Object(guide) = object(&GUIDE, &mut shapes) else {
        return String::new();
    };
    let mut schema = Map::new();
    let draft = "https://json-schema.org/draft/2020-12/schema";
    schema.insert("$schema".to_owned(), json!(draft));
    schema.insert("title".to_owned(), json!("Guide for <what-matters>"));
    schema.extend(guide);
    schema.insert("$defs".to_owned(), Value::Object(shapes));
    let mut text = format!("{:#}", Value::Object(schema));
    text.push('\n');
    text
}

/// The words of a text.
fn text() -> Value {
    let words = json!({ "type": "string", "minLength": 1, "maxLength": 4000 });
    json!({
        "description": "A text: plain, in the guide's first language, or in several, by their tags. It may hold {worker}, {name}, {minutes}, {card} and {number}.",
        "anyOf": [words, { "type": "object", "minProperties": 1, "additionalProperties": words }]
    })
}

/// An object, with the shapes inside it added to those known.
fn object(shape: &'static Shape, shapes: &mut Map<String, Value>) -> Value {
    let mut fields = Map::new();
    for field in shape.fields {
        let mut rule = takes(field, shapes);
        rule.insert("description".to_owned(), json!(field.about.trim()));
        fields.insert(field.name.to_owned(), Value::Object(rule));
    }
    let needed: Vec<_> = shape
        .fields
        .iter()
        .filter(|field| field.needed != Needed::No)
        .map(|field| field.name)
        .collect();
    let mut object = json!({
        "description": shape.about.trim(),
        "type": "object",
        "properties": fields,
        "required": needed,
        "additionalProperties": false
    });
    if let ("Answer", Value::Object(object)) = (shape.name, &mut object) {
        object.insert("allOf".to_owned(), by_kind(shape));
    }
    object
}

/// For each kind of answer, the fields it takes and no other.
fn by_kind(answer: &Shape) -> Value {
    let rules = KINDS.iter().map(|(kind, takes)| {
        let others = answer.fields.iter().map(|field| field.name);
        let others = others.filter(|name| *name != "kind" && !takes.contains(name));
        let none: Map<_, _> = others.map(|name| (name.to_owned(), json!(false))).collect();
        let needed: &[&str] = match *kind {
            "one-choice" | "many-choices" => &["choices"],
            "scale" => &["low", "high"],
            "cards" => &["cards", "well"],
            "each-card" => &["of"],
            _ => &[],
        };
        json!({
            "if": { "properties": { "kind": { "const": kind } } },
            "then": { "properties": none, "required": needed }
        })
    });
    Value::Array(rules.collect())
}

fn takes(field: &Field, shapes: &mut Map<String, Value>) -> Map<String, Value> {
    let rule = match field.takes {
        _ if field.name == "format" => json!({ "const": 1 }),
        _ if field.name == "kind" => {
            let kinds = KINDS.iter().map(|(kind, _)| *kind);
            json!({ "enum": kinds.collect::<Vec<_>>() })
        }
        Takes::Text => json!({ "$ref": "#/$defs/Text" }),
        Takes::Texts => some(json!({ "$ref": "#/$defs/Text" })),
        Takes::TextsByName => {
            json!({ "type": "object", "additionalProperties": { "$ref": "#/$defs/Text" } })
        }
        Takes::Id => json!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$" }),
        Takes::Words => json!({ "type": "string" }),
        Takes::ListOfWords => some(json!({ "type": "string" })),
        Takes::OneOf(words) => json!({ "enum": words }),
        Takes::Flag => json!({ "type": "boolean" }),
        Takes::Number(from, to) => json!({ "type": "integer", "minimum": from, "maximum": to }),
        Takes::One(shape) => within(shape, shapes),
        Takes::List(shape) => some(within(shape, shapes)),
    };
    match rule {
        Value::Object(rule) => rule,
        _ => Map::new(),
    }
}

/// A list of at least one.
fn some(of: Value) -> Value {
    json!({ "type": "array", "minItems": 1, "items": of })
}

/// A shape by its name, known from then on.
fn within(shape: &'static Shape, shapes: &mut Map<String, Value>) -> Value {
    if !shapes.contains_key(shape.name) {
        // Known before it is made, since a shape may hold itself.
        shapes.insert(shape.name.to_owned(), Value::Null);
        let made = object(shape, shapes);
        shapes.insert(shape.name.to_owned(), made);
    }
    json!({ "$ref": format!("#/$defs/{}", shape.name) })
}
