//! The schema an editor uses says the same as the reader: it takes what reads well, and refuses what is built wrongly.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use serde_json::{Value, json};
use what_matters::author;
use what_matters::guide::{Code, Guide, ICONS};

use super::made::{prompt, with, with_prompts};
use super::{BAD, codes, good};

/// Problems that are about how one thing is built, and not about how things fit together.
pub(super) const BUILT_WRONGLY: [Code; 17] = [
    Code::UnknownFormat,
    Code::MissingField,
    Code::WrongType,
    Code::UnknownField,
    Code::MisplacedField,
    Code::UnknownValue,
    Code::WrongId,
    Code::FeedsNothing,
    Code::NoWhy,
    Code::NoHelp,
    Code::NoSay,
    Code::OutOfRange,
    Code::UnknownPlaceholder,
    Code::Empty,
    Code::EmptyText,
    Code::TextTooLong,
    Code::TooManyChoices,
];

fn schema() -> Value {
    serde_json::from_str(&author::schema()).expect("JSON")
}

pub(super) fn validator() -> Validator {
    jsonschema::validator_for(&schema()).expect("a schema")
}

/// Every field the schema knows, by the shape it stands in, with what is said of it.
fn fields(schema: &Value) -> BTreeMap<String, &Value> {
    let shapes = schema["$defs"].as_object().expect("shapes");
    let shapes = shapes.iter().map(|(name, shape)| (name.as_str(), shape));
    let mut all = BTreeMap::new();
    for (name, shape) in shapes.chain([("", schema)]) {
        for (field, rules) in shape["properties"].as_object().into_iter().flatten() {
            all.insert(format!("{name}.{field}"), rules);
        }
    }
    all
}

/// The names of every field of the format.
pub(crate) fn names() -> BTreeSet<String> {
    let schema = schema();
    let each = fields(&schema);
    let name = |place: &String| place.rsplit('.').next().map(str::to_owned);
    each.keys().filter_map(name).collect()
}

#[test]
fn every_good_guide_is_taken() {
    let validator = validator();
    for (name, text) in good() {
        let guide = serde_json::from_str(&text).expect("JSON");
        let errors: Vec<String> = validator
            .iter_errors(&guide)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn a_guide_that_is_built_wrongly_is_refused_and_one_that_only_does_not_fit_is_not() {
    let validator = validator();
    for bad in BAD.iter() {
        let Ok(guide) = serde_json::from_str::<Value>(&bad.text) else {
            continue;
        };
        let (name, found) = (&bad.name, codes(&bad.report));
        if found.contains(&Code::TooLarge) || found.contains(&Code::UnknownLanguage) {
            continue;
        }
        let is_built_wrongly = found.iter().any(|code| BUILT_WRONGLY.contains(code));
        assert_eq!(
            !validator.is_valid(&guide),
            is_built_wrongly,
            "{name}: {found:?}"
        );
    }
}

#[test]
fn each_kind_of_answer_takes_the_same_fields_in_both() {
    let validator = validator();
    let choice = json!([{ "id": "one", "title": "One" }]);
    let values = [
        ("tips", json!({ "title": "If not", "lines": ["Stop."] })),
        ("starters", json!(["I like"])),
        ("choices", choice.clone()),
        ("not_mine", json!(true)),
        (
            "also",
            json!({ "ask": "When?", "choices": [{ "id": "now", "title": "Now" }] }),
        ),
        ("more", json!("Say more.")),
        ("low", json!("Not")),
        ("high", json!("Very")),
        (
            "cards",
            json!([{ "id": "one", "title": "One", "icon": "joy" }]),
        ),
        ("well", json!("matters")),
        ("of", json!("areas")),
        ("questions", json!({ "c-0": "How is it?" })),
        ("areas", json!("areas")),
        ("interests", json!("interests")),
        ("easier", json!("interests")),
        ("not_now", json!("interests")),
    ];
    let areas = prompt(
        "areas",
        json!({ "kind": "cards", "cards": super::made::cards(1), "well": "matters" }),
    );
    let interests = prompt(
        "interests",
        json!({ "kind": "many-choices", "choices": choice }),
    );
    let kinds = schema()["$defs"]["Answer"]["properties"]["kind"]["enum"].clone();
    let kinds = kinds.as_array().expect("kinds");
    assert_eq!(kinds.len(), 11);
    let mut taken = 0;
    for kind in kinds {
        // Every field alone, and every pair of fields.
        for (at, (first, one)) in values.iter().enumerate() {
            for (second, other) in &values[at..] {
                let answer = json!({ "kind": kind, *first: one, *second: other });
                let mut own = prompt("own", answer);
                if matches!(kind.as_str(), Some("notice" | "summary")) {
                    own.as_object_mut().expect("a prompt").remove("feeds");
                }
                let text = with_prompts(vec![areas.clone(), interests.clone(), own]);
                let is_good = Guide::read(&text).guide.is_some();
                let value = serde_json::from_str(&text).expect("JSON");
                assert_eq!(
                    validator.is_valid(&value),
                    is_good,
                    "{kind} with {first} and {second}"
                );
                taken += usize::from(is_good);
            }
        }
    }
    assert!(taken > 10, "only {taken} were taken");
}

#[test]
fn the_words_to_choose_from_are_the_readers_own() {
    let schema = schema();
    let all = fields(&schema);
    let choices = |place: &str| {
        all[place]["enum"]
            .as_array()
            .unwrap_or_else(|| panic!("{place}"))
    };
    assert_eq!(choices("Card.icon").len(), ICONS.len());
    for (place, path) in [
        ("Prompt.for", "/stages/0/prompts/0/for"),
        ("Card.icon", ""),
        ("Prompt.tells", ""),
        ("Choice.writer", ""),
    ] {
        for word in choices(place) {
            let text = match place {
                "Card.icon" => with_prompts(vec![prompt(
                    "p",
                    json!({ "kind": "cards", "well": "matters", "cards": [{ "id": "c", "title": "One", "icon": word }] }),
                )]),
                "Choice.writer" => with_prompts(vec![prompt(
                    "p",
                    json!({ "kind": "one-choice", "choices": [{ "id": "c", "title": "One", "writer": word }] }),
                )]),
                "Prompt.tells" => with("/stages/0/prompts/0/tells", word.clone()),
                _ => with(path, word.clone()),
            };
            let found = codes(&Guide::read(&text).report);
            assert!(!found.contains(&Code::UnknownValue), "{place} {word}");
        }
    }
}

#[test]
fn an_editor_has_something_to_say_of_every_field_and_shape() {
    let schema = schema();
    for (place, rules) in fields(&schema) {
        let words = rules["description"].as_str().unwrap_or_default();
        assert!(words.len() > 8 && words.ends_with('.'), "{place}: {words}");
        let is_typed = ["type", "$ref", "const"]
            .iter()
            .any(|word| rules.get(*word).is_some());
        assert!(is_typed, "{place} can be anything");
    }
    let shapes = schema["$defs"].as_object().expect("shapes");
    for (name, shape) in shapes
        .iter()
        .map(|(name, shape)| (name.as_str(), shape))
        .chain([("the guide", &schema)])
    {
        assert!(shape["description"].is_string(), "{name}");
        if shape.get("properties").is_some() {
            assert_eq!(shape["additionalProperties"], false, "{name}");
            let says_what_it_needs = shape.get("required").or(shape.get("oneOf"));
            assert!(says_what_it_needs.is_some(), "{name} needs nothing");
        }
    }
    let text = author::schema();
    for name in ["card", "minutes", "name", "number", "worker"] {
        assert!(
            text.contains(&format!("{{{name}}}")),
            "{name} is not offered"
        );
    }
}

#[test]
fn every_field_is_used_in_a_good_guide_and_every_text_in_two_languages() {
    fn walk(value: &Value, parent: &str, into: &mut BTreeMap<String, BTreeSet<&'static str>>) {
        match value {
            Value::Object(fields) => {
                let languages = fields
                    .keys()
                    .filter(|name| matches!(name.as_str(), "en" | "pl"))
                    .count();
                let form = ["an object", "in one language", "in two languages"][languages];
                into.entry(parent.to_owned()).or_default().insert(form);
                for (name, inner) in fields {
                    let under = if parent == "questions" { parent } else { name };
                    walk(inner, under, into);
                }
            }
            Value::Array(list) => list.iter().for_each(|inner| walk(inner, parent, into)),
            Value::String(_) => drop(into.entry(parent.to_owned()).or_default().insert("plain")),
            _ => drop(into.entry(parent.to_owned()).or_default()),
        }
    }
    let mut used = BTreeMap::new();
    for (_, text) in super::guides_in("tests/data/guides/good") {
        walk(&serde_json::from_str(&text).expect("JSON"), "", &mut used);
    }
    let schema = schema();
    for (place, rules) in fields(&schema) {
        let name = place.rsplit('.').next().unwrap_or_default();
        assert!(used.contains_key(name), "{name} is in no good guide");
        let of = |rules: &Value| rules["$ref"] == "#/$defs/Text";
        if of(rules) || of(&rules["items"]) || of(&rules["additionalProperties"]) {
            for form in ["plain", "in one language", "in two languages"] {
                assert!(used[name].contains(form), "{name} is never {form}");
            }
        }
    }
}
