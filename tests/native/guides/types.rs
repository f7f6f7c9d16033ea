//! Every field with every wrong type: each is named at its own place, and nothing panics.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use what_matters::guide::{Code, Problem};

use super::codes;
use super::hostile::hold;
use super::made::put;
use super::schema::{BUILT_WRONGLY, validator};

/// A value of each type, some of them twice over.
fn values() -> Vec<Value> {
    let nothing_in_it = [json!([]), json!({}), json!("")];
    let others = [
        json!(null),
        json!(true),
        json!(7),
        json!("words"),
        json!(["words"]),
        json!([{}]),
        json!({ "words": "words" }),
    ];
    nothing_in_it.into_iter().chain(others).collect()
}

/// Every place of a guide, one for each field of each shape: the first there is.
pub(super) fn places(guide: &Value) -> BTreeMap<String, String> {
    fn walk(value: &Value, shape: &str, place: &str, into: &mut BTreeMap<String, String>) {
        let mut step = |name: &str, inner: &Value, next: String| {
            let place = format!("{place}/{name}");
            into.entry(next.clone()).or_insert_with(|| place.clone());
            walk(inner, &next, &place, into);
        };
        match value {
            Value::Object(fields) => {
                // Answers differ by their kind; conditions hold each other.
                let kind = fields.get("kind").and_then(Value::as_str).unwrap_or("");
                for (name, inner) in fields {
                    step(name, inner, format!("{shape}{kind}.{name}"));
                }
            }
            Value::Array(list) => {
                for (at, inner) in list.iter().enumerate() {
                    step(&at.to_string(), inner, format!("{shape}[]"));
                }
            }
            _ => {}
        }
    }
    let mut places = BTreeMap::new();
    walk(guide, "", "", &mut places);
    places
}

/// A good guide with every field, small enough to be read some thousand times.
pub(super) fn every_field() -> Value {
    let good = super::guides_in("tests/data/guides/good");
    let own = good.iter().find(|(name, _)| name == "every-field");
    serde_json::from_str(&own.expect("a guide with every field").1).expect("JSON")
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "a flag",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Whether a field is a text, which can be plain or stand in several languages.
fn is_text(shape: &str) -> bool {
    const TEXTS: [&str; 17] = [
        "alone",
        "ask",
        "ask_together",
        "avoid",
        "coming",
        "detail",
        "easy",
        "follow",
        "high",
        "hint",
        "hint_together",
        "lead",
        "listen",
        "low",
        "more",
        "say",
        "title",
    ];
    const LISTS: [&str; 7] = [
        "affirmations[]",
        "ending[]",
        "lines[]",
        "points[]",
        "reflections[]",
        "starters[]",
        "why",
    ];
    let last = shape.rsplit('.').next().unwrap_or_default();
    TEXTS.contains(&last) || LISTS.contains(&last) || shape.contains(".questions.")
}

#[test]
fn every_field_of_a_wrong_type_is_named_where_it_stands_and_refused_by_the_schema() {
    let (guide, validator) = (every_field(), validator());
    let places = places(&guide);
    assert!(places.len() > 100, "only {} fields", places.len());
    for (shape, place) in &places {
        let own = guide.pointer(place).expect("a value");
        for value in values() {
            let (was, is) = (type_of(own), type_of(&value));
            let mut changed = guide.clone();
            put(&mut changed, place, value);
            let report = hold(&format!("{place}: {is}"), &changed.to_string()).report;
            let fits = was == is || (is_text(shape) && matches!(is, "text" | "an object"));
            let named =
                |problem: &Problem| problem.code == Code::WrongType && problem.path == *place;
            if !fits && is != "nothing" {
                assert!(report.iter().any(named), "{place} is {is} and not {was}");
            }
            let found = codes(&report);
            let is_built_wrongly = found.iter().any(|code| BUILT_WRONGLY.contains(code));
            // The schema takes no `null`, and says nothing of how things fit together.
            if is != "nothing" && (is_built_wrongly || found.is_empty()) {
                let is_refused = !validator.is_valid(&changed);
                assert_eq!(is_refused, is_built_wrongly, "{place} is {is}: {found:?}");
            }
        }
    }
}

#[test]
fn a_field_that_is_null_is_a_field_left_out() {
    let guide = every_field();
    for place in places(&guide).values() {
        let (parent, name) = place.rsplit_once('/').expect("a place inside");
        let is_named = name == "en" || parent.ends_with("/questions");
        if is_named || guide.pointer(parent).is_some_and(Value::is_array) {
            continue;
        }
        let (mut null, mut out) = (guide.clone(), guide.clone());
        put(&mut null, place, Value::Null);
        let parent = out.pointer_mut(parent).and_then(Value::as_object_mut);
        parent.expect("an object").remove(name);
        let (null, out) = (
            hold(place, &null.to_string()),
            hold(place, &out.to_string()),
        );
        // What is not there has no place, so it may be named in another order.
        let said = |report: &[Problem]| -> BTreeSet<(Code, String)> {
            let each = report.iter().map(|one| (one.code, one.path.clone()));
            each.collect()
        };
        assert_eq!(said(&null.report), said(&out.report), "{place}");
        assert_eq!(null.guide, out.guide, "{place}");
    }
}
