//! A name that is nearly right is answered with the one that was meant.

use serde_json::{Value, json};
use what_matters::guide::{Code, Guide};

use super::made::{cards, prompt, shown_when, with, with_prompts};
use super::types::{every_field, places};

/// What is said to do about the problem of a kind at a place.
fn hint(text: &str, code: Code, place: &str) -> String {
    let report = Guide::read(text).report;
    let own = report
        .iter()
        .find(|problem| problem.code == code && problem.path == place);
    own.unwrap_or_else(|| panic!("no {} at {place}", code.name()))
        .hint
        .clone()
}

/// A name with the letter in its middle twice, as a slip of the finger leaves it.
fn slip(name: &str) -> String {
    let middle = name.len() / 2;
    [&name[..=middle], &name[middle..]].concat()
}

/// Each field of the format that is long enough to guess, with what is said when a letter of it is doubled.
pub(super) fn slips_of_fields() -> Vec<(String, String)> {
    let guide = every_field();
    let mut said = Vec::new();
    for place in places(&guide).values() {
        let (parent, name) = place.rsplit_once('/').expect("a place inside");
        let is_field =
            name.len() > 3 && name.parse::<usize>().is_err() && !parent.ends_with("/questions");
        if !is_field {
            continue;
        }
        let mut changed = guide.clone();
        let object = changed.pointer_mut(parent).and_then(Value::as_object_mut);
        let object = object.expect("an object");
        let value = object.remove(name).expect("a value");
        object.insert(slip(name), value);
        let place = format!("{parent}/{}", slip(name));
        said.push((
            name.to_owned(),
            hint(&changed.to_string(), Code::UnknownField, &place),
        ));
    }
    assert!(said.len() > 50, "only {} fields", said.len());
    said
}

#[test]
fn a_field_with_a_letter_doubled_is_guessed() {
    // The names that are compared with end at `starters`, in their order; what follows is held by a test of its own.
    for (name, hint) in slips_of_fields() {
        if *name <= *"starters" {
            assert_eq!(hint, format!("Did you mean `{name}`?"));
        }
    }
}

#[test]
fn a_word_of_the_format_with_a_letter_doubled_is_guessed() {
    let answer = |answer: Value| with_prompts(vec![prompt("p", answer)]);
    let field = |name: &str, value: &str| {
        let mut own = prompt("p", json!({ "kind": "short-text" }));
        own[name] = json!(value);
        with_prompts(vec![own])
    };
    let at = |place: &str| format!("/stages/0/prompts/1/{place}");
    for kind in [
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
    ] {
        let said = hint(
            &answer(json!({ "kind": slip(kind) })),
            Code::UnknownValue,
            &at("answer/kind"),
        );
        assert_eq!(said, format!("Did you mean `{kind}`?"));
    }
    for (name, words) in [
        ("for", ["alone", "together", "both"]),
        ("tells", ["writer", "name", "name"]),
    ] {
        for word in words {
            let said = hint(&field(name, &slip(word)), Code::UnknownValue, &at(name));
            assert_eq!(said, format!("Did you mean `{word}`?"));
        }
    }
    for writer in ["person", "helped", "proxy"] {
        let choice = json!([{ "id": "me", "title": "I am", "writer": slip(writer) }]);
        let text = answer(json!({ "kind": "one-choice", "choices": choice }));
        let said = hint(&text, Code::UnknownValue, &at("answer/choices/0/writer"));
        assert_eq!(said, format!("Did you mean `{writer}`?"));
    }
    for icon in what_matters::guide::ICONS {
        if icon.len() > 3 {
            let card = json!([{ "id": "c", "title": "One", "icon": slip(icon) }]);
            let text = answer(json!({ "kind": "cards", "cards": card, "well": "matters" }));
            let said = hint(&text, Code::UnknownValue, &at("answer/cards/0/icon"));
            assert_eq!(said, format!("Did you mean `{icon}`?"));
        }
    }
}

#[test]
fn a_name_of_the_guides_own_with_a_letter_changed_is_guessed() {
    let areas = prompt(
        "areas",
        json!({ "kind": "cards", "cards": cards(2), "well": "mattres" }),
    );
    let now = prompt(
        "now",
        json!({ "kind": "each-card", "of": "aras", "questions": { "c-1": "How is it?" } }),
    );
    let then = prompt(
        "then",
        json!({ "kind": "each-card", "of": "areas", "questions": { "c-11": "How is it?" } }),
    );
    let asked = shown_when(
        "asked",
        json!({ "any": [{ "prompt": "maters", "answered": true }, { "prompt": "areas", "is": ["c0"] }] }),
    );
    let text = with_prompts(vec![areas, now, then, asked]);
    for (code, place, meant) in [
        (
            Code::UnknownHeading,
            "/stages/0/prompts/1/answer/well",
            "matters",
        ),
        (
            Code::UnknownPrompt,
            "/stages/0/prompts/2/answer/of",
            "areas",
        ),
        (
            Code::UnknownChoice,
            "/stages/0/prompts/3/answer/questions/c-11",
            "c-1",
        ),
        (
            Code::UnknownPrompt,
            "/stages/0/prompts/4/show/any/0/prompt",
            "matters",
        ),
        (
            Code::UnknownChoice,
            "/stages/0/prompts/4/show/any/1/is/0",
            "c-0",
        ),
    ] {
        assert_eq!(hint(&text, code, place), format!("Did you mean `{meant}`?"));
    }
    let route = with("/routes/0/prompts", json!(["mattes", "check"]));
    assert_eq!(
        hint(&route, Code::UnknownPrompt, "/routes/0/prompts/0"),
        "Did you mean `matters`?"
    );
    let feeds = with("/stages/0/prompts/0/feeds", json!("matter"));
    assert_eq!(
        hint(&feeds, Code::UnknownHeading, "/stages/0/prompts/0/feeds"),
        "Did you mean `matters`?"
    );
    let mut guide: Value =
        serde_json::from_str(&with("/languages", json!(["en-gb"]))).expect("JSON");
    guide["title"] = json!({ "en-g": "What matters to you" });
    assert_eq!(
        hint(&guide.to_string(), Code::UnknownLanguage, "/title/en-g"),
        "Did you mean `en-gb`?"
    );
}

#[test]
fn another_word_altogether_is_not_guessed_at() {
    let feeds = with("/stages/0/prompts/0/feeds", json!("strengths"));
    let said = hint(&feeds, Code::UnknownHeading, "/stages/0/prompts/0/feeds");
    assert!(!said.contains("Did you mean"), "{said}");
    let kind = with("/stages/0/prompts/0/answer/kind", json!("checkbox"));
    let said = hint(&kind, Code::UnknownValue, "/stages/0/prompts/0/answer/kind");
    assert!(
        said.contains("one-choice") && said.contains("many-choices"),
        "{said}"
    );
    let field = with("/colour", json!("green"));
    let said = hint(&field, Code::UnknownField, "/colour");
    assert!(!said.contains("Did you mean"), "{said}");
}
