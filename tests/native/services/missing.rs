//! Each field left out: all but three can be missing.

use serde_json::{Value, json};

use super::{one, whole};

/// Every place of a value, as pointers.
pub(super) fn pointers(value: &Value, place: &str, into: &mut Vec<String>) {
    let mut step = |name: &str, inner: &Value| {
        let place = format!("{place}/{name}");
        into.push(place.clone());
        pointers(inner, &place, into);
    };
    match value {
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(at, one)| step(&at.to_string(), one)),
        Value::Object(fields) => fields.iter().for_each(|(name, one)| step(name, one)),
        _ => {}
    }
}

/// The value without what stands at a pointer.
fn without(value: &Value, pointer: &str) -> Value {
    let mut value = value.clone();
    let (parent, last) = pointer.rsplit_once('/').expect("a pointer");
    match value.pointer_mut(parent).expect("a parent") {
        Value::Array(all) => drop(all.remove(last.parse().expect("a number"))),
        Value::Object(fields) => drop(fields.remove(last)),
        _ => panic!("{pointer} has no parent"),
    }
    value
}

#[test]
fn only_id_name_and_status_have_to_be_there() {
    let mut places = Vec::new();
    pointers(&whole(), "", &mut places);
    assert!(places.len() > 80, "only {} places", places.len());
    for place in places {
        let (service, codes) = one(&without(&whole(), &place));
        let is_needed = ["/id", "/name", "/status"].contains(&&*place);
        // Half a position is none.
        let is_half = place.ends_with("itude");
        let expected: &[&str] = if is_needed {
            &["missing-field"]
        } else if is_half {
            &["wrong-position"]
        } else {
            &[]
        };
        assert_eq!(
            (service.is_none(), &codes[..]),
            (is_needed, expected),
            "{place}"
        );
    }
    let least = json!({ "id": "1", "name": "One", "status": "active" });
    assert_eq!(one(&least).1, [""; 0]);
}

#[test]
fn a_field_that_is_null_or_empty_is_a_field_that_is_not_there() {
    let mut places = Vec::new();
    pointers(&whole(), "", &mut places);
    for place in places {
        let (missing, codes) = one(&without(&whole(), &place));
        let mut empty = whole();
        *empty.pointer_mut(&place).expect("a place") = Value::Null;
        assert_eq!(
            one(&empty),
            (missing.clone(), codes.clone()),
            "{place} is null"
        );
        let field = empty.pointer_mut(&place).expect("a place");
        if whole().pointer(&place).is_some_and(Value::is_string) {
            *field = "".into();
            let codes = if place == "/status" {
                vec!["unknown-status"]
            } else {
                codes
            };
            assert_eq!(one(&empty), (missing, codes), "{place} is empty");
        }
    }
}

#[test]
fn a_service_of_nothing_but_holes_has_nothing_to_say_and_no_problem() {
    let holes = json!({
        "id": "1", "name": "One", "status": "active", "description": "  ", "phones": [{}], "schedules": [{}],
        "cost_options": [{}], "languages": [{ "id": "l" }], "service_at_locations": [{ "id": "s" }, { "location": {} }],
        "attributes": [{ "id": "a", "taxonomy_term": {} }, {}], "organization": {}, "contacts": [null],
    });
    let least = json!({ "id": "1", "name": "One", "status": "active" });
    assert_eq!(one(&holes), one(&least));
}
