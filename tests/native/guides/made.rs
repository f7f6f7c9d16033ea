//! Guides made by hand in a test: a small one that is changed, and those too big to store.

use serde_json::{Value, json};
use what_matters::author::large;

use super::Named;

/// As many bytes as a guide may have.
pub(super) const LARGEST: usize = 2 * 1024 * 1024;

/// A small good guide: one prompt with words, and the summary.
pub(super) fn small() -> Value {
    let (name, text) = super::guides_in("tests/data/guides/good")
        .into_iter()
        .find(|(name, _)| name == "smallest")
        .expect("the smallest guide");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The small guide with something else at a place, which need not be there yet.
pub(crate) fn with(pointer: &str, value: Value) -> String {
    let mut guide = small();
    put(&mut guide, pointer, value);
    guide.to_string()
}

/// The small guide with more prompts between its own two.
pub(super) fn with_prompts(prompts: Vec<Value>) -> String {
    let mut guide = small();
    let all = guide.pointer_mut("/stages/0/prompts");
    let all = all.and_then(Value::as_array_mut).expect("prompts");
    all.splice(1..1, prompts);
    guide.to_string()
}

/// A prompt of any kind of answer that feeds the one heading there is.
pub(super) fn prompt(id: &str, answer: Value) -> Value {
    json!({ "id": id, "ask": "What helps?", "why": "So that it is kept.", "answer": answer, "feeds": "matters" })
}

/// The same with a condition, and words for an answer.
pub(super) fn shown_when(id: &str, condition: Value) -> Value {
    let mut prompt = prompt(id, json!({ "kind": "short-text" }));
    put(&mut prompt, "/show", condition);
    prompt
}

/// Puts a value where a pointer leads.
pub(super) fn put(guide: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').expect("a place inside");
    let parent = guide.pointer_mut(parent).expect("its parent");
    let name = name.replace("~1", "/").replace("~0", "~");
    match parent {
        Value::Array(list) => list[name.parse::<usize>().expect("a number")] = value,
        parent => parent[name] = value,
    }
}

/// So many choices, each with a name of its own.
pub(super) fn choices(number: usize) -> Value {
    let each = |at| json!({ "id": format!("c-{at}"), "title": "One" });
    (0..number).map(each).collect()
}

/// So many cards.
pub(super) fn cards(number: usize) -> Value {
    let each = |at| json!({ "id": format!("c-{at}"), "title": "One", "icon": "else" });
    (0..number).map(each).collect()
}

/// The small guide, with blanks after it to have so many bytes.
pub(super) fn of_bytes(bytes: usize) -> String {
    let mut text = small().to_string();
    text.push_str(&" ".repeat(bytes - text.len()));
    text
}

/// The bad guides that are too big to store, named as the others are.
pub(super) fn bad() -> Vec<Named> {
    let long = "a".repeat(4_001);
    let answers = vec![
        prompt(
            "any",
            json!({ "kind": "many-choices", "choices": choices(201) }),
        ),
        prompt(
            "areas",
            json!({ "kind": "cards", "cards": cards(201), "well": "matters" }),
        ),
        prompt(
            "one",
            json!({ "kind": "one-choice", "choices": choices(1), "also": { "ask": "When?", "choices": choices(202).as_array().map(|all| Value::from(&all[1..])) } }),
        ),
    ];
    let named = |name: &str, text: String| (name.to_owned(), text);
    vec![
        named("too-large", of_bytes(LARGEST + 1)),
        named("too-deep-for-json", with("/note", nested(200))),
        named("too-many-prompts", large(10_001)),
        named("too-many-choices", with_prompts(answers)),
        named("text-too-long", with("/lead", json!(long))),
        named(
            "text-too-long-in-a-language",
            with("/lead", json!({ "en": long })),
        ),
    ]
}

/// So many lists, one in another.
pub(super) fn nested(deep: usize) -> Value {
    (0..deep).fold(json!("note"), |inner, _| json!([inner]))
}
