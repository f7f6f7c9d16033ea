//! What reading promises: every mistake in its place, once, and no mistake for another.

use serde_json::{Value, json};
use what_matters::guide::{Code, Guide};
use what_matters::words::Language;

use super::made::{prompt, shown_when, small, with, with_prompts};
use super::near::slips_of_fields;
use super::{BAD, codes, report, told};

#[test]
fn every_problem_but_a_files_size_has_a_line() {
    for bad in BAD.iter() {
        let name = &bad.name;
        for problem in &bad.report {
            let has_line = problem.line > 0 && problem.column > 0;
            assert!(
                has_line || problem.code == Code::TooLarge,
                "{name}: {problem:?}"
            );
        }
    }
}

#[test]
fn a_circle_is_named_at_one_of_its_conditions() {
    let own = json!({ "prompt": "p", "answered": true });
    let found = report(&with_prompts(vec![shown_when("p", own)]));
    assert_eq!(found[0].path, "/stages/0/prompts/1/show");
}

#[test]
fn one_mistake_brings_no_other_with_it() {
    let mut guides: Vec<(String, String)> = [
        "/stages/0/prompts/0/answer",
        "/stages/0/prompts/0/ask",
        "/stages/0/prompts/1/ask",
        "/stages/0/id",
        "/routes/0/id",
        "/headings/0/title",
    ]
    .map(|place| (place.to_owned(), with(place, Value::Null)))
    .into();
    let named = |id: &str| with("/stages/0/prompts/1/id", json!(id));
    guides.push(("a wrong id".to_owned(), named("Check")));
    for (name, value) in [
        ("format", json!("1")),
        ("id", json!(7)),
        ("languages", json!("en")),
        ("title", json!(7)),
        ("version", json!(1.0)),
    ] {
        guides.push((
            format!("{name} of a wrong type"),
            with(&format!("/{name}"), value),
        ));
    }
    for (name, text) in guides {
        let mut guide: Value = serde_json::from_str(&text).expect("JSON");
        guide["routes"][0]["prompts"] = json!(["matters", guide["stages"][0]["prompts"][1]["id"]]);
        let found = report(&guide.to_string());
        assert_eq!(found.len(), 1, "{name}\n{}", told(&found));
    }
}

#[test]
fn a_prompt_that_fails_makes_no_circle_of_the_others() {
    let asked = shown_when("asked", json!({ "prompt": "matters", "answered": true }));
    let mut failed = prompt("failed", json!({ "kind": "short-text" }));
    failed["feeds"] = json!(7);
    failed["answer"] = json!({ "kind": "cards" });
    let then = shown_when("then", json!({ "prompt": "asked", "answered": true }));
    let found = codes(&report(&with_prompts(vec![failed, asked, then])));
    assert!(
        !found.contains(&Code::CircularCondition) && !found.contains(&Code::LateCondition),
        "{found:?}"
    );
}

#[test]
fn an_unused_heading_is_named_in_its_own_place() {
    let headings = json!([{ "id": "hopes" }, { "id": "matters", "title": "What matters" }, { "id": "else", "title": "Else" }]);
    let found = report(&with("/headings", headings));
    let unused: Vec<&str> = found
        .iter()
        .filter(|one| one.code == Code::UnusedHeading)
        .map(|one| &*one.path)
        .collect();
    assert!(unused.contains(&"/headings/2"), "{unused:?}");
}

#[test]
fn a_placeholder_that_never_closes_is_named() {
    let found = codes(&report(&with("/lead", json!("Hello {worker"))));
    assert!(found.contains(&Code::UnknownPlaceholder));
}

#[test]
fn a_language_nobody_wrote_falls_back_to_the_guides_first() {
    let mut guide = small();
    guide["languages"] = json!(["en", "cy"]);
    guide["title"] = json!({ "en": "What matters to you", "cy": "Beth sy'n bwysig i chi" });
    let guide = Guide::read(&guide.to_string()).guide.expect("a guide");
    let polish = Language::new("pl").expect("a tag");
    assert_eq!(&*guide.title().pick(&polish).text, "What matters to you");
}

#[test]
fn any_field_with_a_letter_doubled_is_guessed() {
    for (name, hint) in slips_of_fields() {
        assert_eq!(hint, format!("Did you mean `{name}`?"));
    }
}

#[test]
fn a_column_counts_characters_in_a_file_that_is_not_json() {
    let column = |text: &str| report(text)[0].column;
    assert_eq!(
        column("{ \"title\": \"é é é é\" \"id\" }"),
        column("{ \"title\": \"e e e e\" \"id\" }")
    );
}

#[test]
fn what_is_said_of_a_text_stays_short_however_many_languages_it_lacks() {
    let tags: Vec<String> = (0..2_000).map(|at| format!("x{at}")).collect();
    for problem in report(&with("/languages", json!(tags))) {
        assert!(
            problem.message.len() < 300,
            "{} bytes",
            problem.message.len()
        );
    }
}

#[test]
fn what_is_said_moves_no_cursor() {
    let mut guide = small();
    guide["stages"][0]["prompts"][0]["id"] = json!("mat\u{1b}ters");
    guide["routes"][0]["prompts"] = json!(["matters", "check"]);
    for problem in report(&guide.to_string()) {
        assert!(
            !problem.hint.chars().any(char::is_control),
            "{:?}",
            problem.hint
        );
    }
}

#[test]
fn half_of_a_condition_is_not_dropped_without_a_word() {
    let about = json!({ "prompt": "matters", "answered": true });
    for condition in [
        json!({ "all": [about], "answered": false }),
        json!({ "not": about, "is": ["yes"] }),
    ] {
        let found = report(&with_prompts(vec![shown_when("p", condition)]));
        assert!(!found.is_empty());
    }
}
