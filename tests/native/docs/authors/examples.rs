//! No example that does not work when it is put where its page says.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use what_matters::author;
use what_matters::guide::help;

use super::{Block, blocks};

/// The whole guide that the other examples are put into.
fn first_guide() -> String {
    let mut whole = blocks()
        .into_iter()
        .filter(|block| block.mark == "json guide");
    let first = whole.next().expect("a first guide");
    assert!(whole.next().is_none(), "there is one first guide");
    first.text
}

/// A part as it would be pasted, without the comma after it, as JSON in these brackets.
fn parsed(block: &Block, open: char, close: char) -> Value {
    let part = block.text.trim_end().trim_end_matches(',');
    let json = format!("{open}{part}{close}");
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{}: {error}", block.place))
}

fn first_guide_read() -> Value {
    serde_json::from_str(&first_guide()).expect("the first guide is JSON")
}

/// Puts a part into a guide made of the first one, as the mark after the fence says. False for a block that is no part of a guide.
fn put_in(guide: &mut Value, block: &Block) -> bool {
    let extend = |object: &mut Value| {
        let fields = parsed(block, '{', '}');
        let object = object.as_object_mut().expect("an object");
        object.extend(fields.as_object().expect("fields").clone());
    };
    let insert = |list: &mut Value, before: &str| {
        let parts = parsed(block, '[', ']');
        let list = list.as_array_mut().expect("a list");
        let at = list.iter().position(|one| one["id"] == before);
        let at = at.unwrap_or_else(|| panic!("{}: no {before}", block.place));
        list.splice(at..at, parts.as_array().expect("parts").clone());
    };
    // Another example may have put a stage before the one that is there.
    let stages = guide["stages"].as_array().expect("stages");
    let own = stages.iter().position(|stage| stage["id"] == "talk");
    let own = own.expect("the stage of the first guide");
    match block.mark.as_str() {
        "json guide" => {}
        "json in-guide" => extend(guide),
        "json in-stage" => extend(&mut guide["stages"][own]),
        "json in-prompt" => extend(&mut guide["stages"][own]["prompts"][0]),
        "json prompt" => insert(&mut guide["stages"][own]["prompts"], "check"),
        "json stage" => insert(&mut guide["stages"], "talk"),
        "json help" | "json services" | "json map" => return false,
        mark if mark.starts_with("json ") || mark == "json" => {
            panic!("{}: what is {mark}?", block.place)
        }
        _ => return false,
    }
    true
}

/// Headings that an example feeds and another shows how to add.
fn with_headings(guide: &mut Value) {
    let own: BTreeSet<String> = guide["headings"]
        .as_array()
        .expect("headings")
        .iter()
        .map(|one| one["id"].as_str().unwrap_or_default().to_owned())
        .collect();
    let fed: BTreeSet<String> = guide["stages"][0]["prompts"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one["feeds"].as_str().map(str::to_owned))
        .collect();
    let headings = guide["headings"].as_array_mut().expect("headings");
    headings.extend(
        fed.difference(&own)
            .map(|id| json!({ "id": id, "title": "What I hope for" })),
    );
    let fed_too = |heading: &Value| heading["id"].as_str().is_some_and(|id| fed.contains(id));
    headings.retain(|heading| fed_too(heading) || heading["id"] == "matters");
}

#[test]
fn every_example_works_in_the_first_guide_and_is_kind() {
    let mut examples = 0;
    for block in blocks() {
        let mut guide = first_guide_read();
        if !put_in(&mut guide, &block) {
            continue;
        }
        let is_in_two_languages = guide["languages"]
            .as_array()
            .is_some_and(|tags| tags.len() > 1);
        if !block.text.contains("\"headings\"") {
            with_headings(&mut guide);
        }
        let checked = author::check("example", format!("{guide:#}").as_bytes());
        let said: Vec<&str> = checked
            .text
            .lines()
            .filter(|line| line.contains("error[") || line.contains("warning["))
            .collect();
        // What the example leaves plain lacks the second language, as the page says, and a heading is fed by the example after it.
        let excused = |line: &&&str| {
            (is_in_two_languages && line.contains("[missing-language]"))
                || (block.text.contains("\"steps\"") && line.contains("[unused-heading]"))
        };
        let wrong: Vec<_> = said.iter().filter(|line| !excused(line)).collect();
        assert!(
            !checked.is_wrong && wrong.is_empty(),
            "{}\n{wrong:#?}",
            block.place
        );
        examples += 1;
    }
    assert!(examples > 20, "only {examples} examples");
}

#[test]
fn all_examples_of_all_pages_work_in_the_first_guide_at_once() {
    let mut guide = first_guide_read();
    let mut lines = BTreeSet::new();
    for block in blocks() {
        put_in(&mut guide, &block);
        // Two examples with the same line would stand twice in the file, and here the later one would hide it.
        let is_lines = ["json in-guide", "json in-stage", "json in-prompt"];
        if is_lines.contains(&block.mark.as_str()) {
            for field in parsed(&block, '{', '}').as_object().expect("fields").keys() {
                let is_new = lines.insert((block.mark.clone(), field.clone()));
                assert!(is_new, "{}: `{field}` stands twice", block.place);
            }
        }
    }
    let prompts = guide["stages"][1]["prompts"].as_array().expect("prompts");
    assert!(prompts.len() > 20, "only {} prompts", prompts.len());
    let checked = author::check("all examples", format!("{guide:#}").as_bytes());
    // Few of the examples are in the second language that one of them adds.
    let wrong: Vec<&str> = checked
        .text
        .lines()
        .filter(|line| line.contains("error[") || line.contains("warning["))
        .filter(|line| !line.contains("[missing-language]"))
        .collect();
    assert!(!checked.is_wrong && wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_help_lines_of_a_page_read_as_they_are_shown() {
    let mut found = blocks()
        .into_iter()
        .filter(|block| block.mark == "json help");
    let example = found.next().expect("an example of help lines");
    assert!(found.next().is_none(), "there is one example");
    let lines = help::read(&example.text).expect("help lines");
    assert_eq!(lines.len(), 1);
    assert!(!lines[0].hours.is_empty() && lines[0].contacts.len() == 2);
    // The page says that the first two are needed, and the rest can be left out.
    let whole: Value = serde_json::from_str(&example.text).expect("JSON");
    for (field, is_needed) in [
        ("name", true),
        ("what", true),
        ("contacts", false),
        ("hours", false),
    ] {
        let mut without = whole.clone();
        let line = without["lines"][0].as_object_mut().expect("a line");
        line.remove(field).expect("a field of the example");
        assert_eq!(
            help::read(&without.to_string()).is_err(),
            is_needed,
            "{field}"
        );
    }
}

#[test]
fn the_first_guide_takes_no_more_than_twenty_lines_and_nothing_is_said_of_it() {
    let guide = first_guide();
    assert!(guide.lines().count() <= 20);
    let checked = author::check("our-guide.json", guide.as_bytes());
    assert_eq!(checked.text, "our-guide.json: no errors, no warnings\n");
}

#[test]
fn what_the_command_says_is_what_the_page_shows() {
    let wrong = first_guide().replacen("\"feeds\": \"matters\"", "\"feeds\": \"maters\"", 1);
    let said = author::check("our-guide.json", wrong.as_bytes());
    let shown = blocks()
        .into_iter()
        .find(|block| block.mark == "text check");
    assert_eq!(shown.expect("what the command says").text, said.text);
    assert!(said.is_wrong);
}
