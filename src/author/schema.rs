//! The JSON Schema of the format, made of the shapes a guide is read by, and of what goes together in them.

use serde_json::{Map, Value, json};

use crate::guide::shape::{Field, GUIDE, KINDS, Needed, Shape, Takes};

/// The form of an id, and of what names one.
const ID: &str = "^[a-z0-9][a-z0-9-]{0,63}$";
const NO_ID: &str =
    "An id has 1 to 64 lower case letters, digits and hyphens, and does not begin with a hyphen.";
/// The form of a language tag.
const TAG: &str = "^[A-Za-z][A-Za-z0-9-]{1,34}$";
const NO_TAG: &str = "A language has a tag such as en, cy or pl.";
/// Words with no curly brackets but those of a placeholder.
const WORDS: &str = r"^([^{]|\{(card|minutes|name|number|worker)\})*$";
const NO_WORDS: &str =
    "Only {worker}, {name}, {minutes}, {card} and {number} can stand in curly brackets.";
const BLANK: &str = "This text has no words.";

/// What each kind of answer is, in the order of [`KINDS`].
const MEANS: &str = "What the person can do. \
    notice: read, and nothing to answer. short-text: a few words. long-text: as many words as they like. \
    one-choice, many-choices: choose. scale: a number from 0 to 10. cards: put parts of life on three piles. \
    each-card: say something about each of those cards. plan: rows of what, who and when. ideas: look at what is on offer nearby. summary: read it all through.";

/// What each kind of answer cannot do without.
const KINDS_NEED: [(&str, &[&str]); 5] = [
    ("one-choice", &["choices"]),
    ("many-choices", &["choices"]),
    ("scale", &["low", "high"]),
    ("cards", &["cards", "well"]),
    ("each-card", &["of"]),
];

/// The schema, JSON Schema 2020-12, as text.
pub fn schema() -> String {
    let mut shapes = Map::new();
    shapes.insert("Text".to_owned(), text());
    let mut schema = Map::new();
    let draft = "https://json-schema.org/draft/2020-12/schema";
    schema.insert("$schema".to_owned(), json!(draft));
    schema.insert("title".to_owned(), json!("A guide for <what-matters>"));
    schema.extend(object(&GUIDE, &mut shapes));
    schema.insert("$defs".to_owned(), Value::Object(shapes));
    format!("{:#}\n", Value::Object(schema))
}

/// An object, with the shapes inside it added to those known.
fn object(shape: &'static Shape, shapes: &mut Map<String, Value>) -> Map<String, Value> {
    let mut fields = Map::new();
    for field in shape.fields {
        let mut rule = as_map(takes(shape, field, shapes));
        let said = json!(field.about.trim());
        rule.entry("description").or_insert(said);
        fields.insert(field.name.to_owned(), Value::Object(rule));
    }
    let needed = shape.fields.iter();
    let needed = needed.filter(|field| field.needed != Needed::No);
    let needed: Vec<_> = needed.map(|field| field.name).collect();
    let mut object = as_map(json!({
        "description": shape.about.trim(),
        "type": "object",
        "properties": fields,
        "required": needed,
        "additionalProperties": false
    }));
    object.extend(as_map(together(shape)));
    object
}

/// What a field takes.
fn takes(shape: &Shape, field: &Field, shapes: &mut Map<String, Value>) -> Value {
    let kinds = KINDS.map(|(kind, _)| kind);
    match (shape.name, field.name) {
        ("Guide", "format") => return json!({ "const": 1 }),
        ("Guide", "version") => {
            return json!({ "type": "string", "pattern": r"\S", "patternErrorMessage": BLANK, "examples": ["1.0.0"] });
        }
        ("Guide", "languages") => {
            return json!({ "type": "array", "minItems": 1, "items": form(TAG, NO_TAG), "examples": [["en"], ["en", "cy"]] });
        }
        ("Answer", "kind") => {
            return json!({ "type": "string", "enum": kinds, "description": MEANS });
        }
        (_, "choices" | "cards") if matches!(field.takes, Takes::List(_)) => {
            let mut few = as_map(listed(field, shapes));
            few.insert("maxItems".to_owned(), json!(200));
            return Value::Object(few);
        }
        (_, "note" | "$schema") => return json!({ "type": "string" }),
        _ => {}
    }
    match field.takes {
        Takes::Text => json!({ "$ref": "#/$defs/Text" }),
        Takes::Texts => {
            let least = usize::from(field.needed != Needed::No);
            json!({ "type": "array", "minItems": least, "items": { "$ref": "#/$defs/Text" } })
        }
        Takes::TextsByName => {
            json!({ "type": "object", "propertyNames": form(ID, NO_ID), "additionalProperties": { "$ref": "#/$defs/Text" } })
        }
        // Every other word in a guide names something by its id.
        Takes::Id | Takes::Words => form(ID, NO_ID),
        Takes::ListOfWords => {
            let least = usize::from(field.name == "is");
            json!({ "type": "array", "minItems": least, "items": form(ID, NO_ID) })
        }
        Takes::OneOf(words) if field.name == "for" => {
            json!({ "type": "string", "enum": words, "default": "both" })
        }
        Takes::OneOf(words) => json!({ "type": "string", "enum": words }),
        Takes::Flag if field.name == "answered" => json!({ "type": "boolean" }),
        Takes::Flag => {
            json!({ "type": "boolean", "default": matches!(field.name, "core" | "proxy") })
        }
        Takes::Number(from, to) => {
            json!({ "type": "integer", "minimum": from, "maximum": to, "default": to })
        }
        Takes::One(inside) => named(inside, shapes),
        Takes::List(_) => listed(field, shapes),
    }
}

/// A list of at least one.
fn listed(field: &Field, shapes: &mut Map<String, Value>) -> Value {
    let Takes::List(inside) = field.takes else {
        return Value::Null;
    };
    json!({ "type": "array", "minItems": 1, "items": named(inside, shapes) })
}

/// A shape by its name, known from then on.
fn named(shape: &'static Shape, shapes: &mut Map<String, Value>) -> Value {
    if !shapes.contains_key(shape.name) {
        // Known before it is made, since a shape may hold itself.
        shapes.insert(shape.name.to_owned(), Value::Null);
        let made = object(shape, shapes);
        shapes.insert(shape.name.to_owned(), Value::Object(made));
    }
    json!({ "$ref": format!("#/$defs/{}", shape.name) })
}

/// What goes together in an object, beyond what each field takes.
fn together(shape: &Shape) -> Value {
    match shape.name {
        "Answer" => json!({ "allOf": kinds(shape) }),
        "Prompt" => json!({
            "allOf": prompts(),
            "dependentRequired": { "follow": ["say"], "listen": ["say"], "avoid": ["say"], "wait": ["say"], "spoken": ["say"] }
        }),
        "Condition" => {
            let about = json!({ "required": ["prompt"], "oneOf": [{ "required": ["is"] }, { "required": ["answered"] }] });
            json!({
                "oneOf": [about, { "required": ["all"] }, { "required": ["any"] }, { "required": ["not"] }],
                "dependentRequired": { "is": ["prompt"], "answered": ["prompt"] }
            })
        }
        _ => json!({}),
    }
}

/// Which fields go with which kind of answer.
fn kinds(answer: &Shape) -> Value {
    let rule = |(kind, takes): &(&str, &[&str])| {
        let others = answer.fields.iter().map(|field| field.name);
        let others = others.filter(|name| *name != "kind" && !takes.contains(name));
        let none: Map<_, _> = others.map(|name| (name.to_owned(), json!(false))).collect();
        let needs = KINDS_NEED.iter().find(|(name, _)| name == kind);
        let needs = needs.map_or(&[][..], |(_, needs)| needs);
        json!({ "if": is("kind", json!({ "const": kind })), "then": { "required": needs, "properties": none } })
    };
    KINDS.iter().map(rule).collect()
}

/// What goes together in a prompt.
fn prompts() -> Value {
    let kind = |rule: Value| is("answer", is("kind", rule));
    let writer = is("tells", json!({ "const": "writer" }));
    let silent = json!({ "anyOf": [kind(json!({ "enum": ["notice", "summary"] })), writer] });
    json!([
        { "if": is("sensitive", json!({ "const": true })), "then": is("help", json!({ "const": true })) },
        { "if": is("spoken", json!({ "const": true })), "then": kind(json!({ "const": "notice" })) },
        { "if": silent, "then": { "properties": { "feeds": false } }, "else": { "required": ["feeds"] } },
        { "if": writer, "then": kind(json!({ "const": "one-choice" })) },
        { "if": is("tells", json!({ "const": "name" })), "then": kind(json!({ "const": "short-text" })) }
    ])
}

/// The words of a text: plain or by language, never blank, with none but the known placeholders.
fn text() -> Value {
    let words = json!({
        "type": "string", "maxLength": 4000,
        "allOf": [pattern(r"\S", BLANK), pattern(WORDS, NO_WORDS)]
    });
    let by_language = json!({
        "type": "object", "minProperties": 1,
        "propertyNames": pattern(TAG, NO_TAG), "additionalProperties": words
    });
    json!({
        "description": "Words to show: plain, in the guide's first language, or in several, by their tags. {worker}, {name}, {minutes}, {card} and {number} can stand in them.",
        "anyOf": [words, by_language],
        "examples": ["What matters to you?", { "en": "What matters to you?", "cy": "Beth sy'n bwysig i chi?" }]
    })
}

/// A pattern, and what an editor says of words that do not have it. JSON Schema takes no notice of the second; Visual Studio Code does.
fn pattern(pattern: &str, words: &str) -> Value {
    json!({ "pattern": pattern, "patternErrorMessage": words })
}

/// Text of a form.
fn form(form: &str, words: &str) -> Value {
    json!({ "type": "string", "pattern": form, "patternErrorMessage": words })
}

/// A field is there and follows a rule.
fn is(field: &str, rule: Value) -> Value {
    json!({ "properties": { field: rule }, "required": [field] })
}

fn as_map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
