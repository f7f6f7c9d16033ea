//! The tone rules over everything shown, and each rule against words it must find and words it must not.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

use std::fs;
use std::path::Path;

use serde_json::Value;
use what_matters::author::reading::{self, Count};
use what_matters::author::tone::{self, Scope, Weight};

/// What in a guide is not shown: names, references and notes.
const NOT_SHOWN: [&str; 15] = [
    "id",
    "version",
    "languages",
    "note",
    "kind",
    "feeds",
    "tells",
    "well",
    "icon",
    "for",
    "writer",
    "is",
    "prompt",
    "routes",
    "show",
];

/// A text that is shown, and where it stands.
struct Shown {
    place: String,
    text: String,
    scope: Scope,
}

fn files(folder: &str) -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<(String, Value)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (
                name,
                serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap(),
            )
        })
        .collect();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(!files.is_empty());
    files
}

/// Walks a guide. What is new in the format is taken as shown until it is named above.
fn walk(value: &Value, place: &str, scope: Scope, into: &mut Vec<Shown>) {
    match value {
        Value::String(text) => {
            let quoted = place.ends_with("/avoid");
            into.push(Shown {
                place: place.to_owned(),
                text: if quoted {
                    tone::without_quoted(text)
                } else {
                    text.clone()
                },
                scope,
            });
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let name = item["id"]
                    .as_str()
                    .map_or_else(|| at.to_string(), str::to_owned);
                walk(item, &format!("{place}/{name}"), scope, into);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                let refers = key == "cards" && field.is_string();
                if NOT_SHOWN.contains(&key.as_str()) || refers {
                    continue;
                }
                let scope = if key == "headings" {
                    Scope::Summary
                } else {
                    scope
                };
                walk(field, &format!("{place}/{key}"), scope, into);
            }
        }
        _ => {}
    }
}

fn guides() -> Vec<Shown> {
    let mut shown = Vec::new();
    for (name, guide) in files("www/guides") {
        walk(&guide, &name, Scope::Prompt, &mut shown);
    }
    assert!(shown.len() > 300, "only {} texts were found", shown.len());
    shown
}

fn interface() -> Vec<Shown> {
    let mut shown = Vec::new();
    for (name, words) in files("www/words")
        .iter()
        .filter(|(_, words)| words["language"] == "en")
    {
        for (key, text) in words
            .as_object()
            .unwrap()
            .iter()
            .filter(|(key, _)| *key != "language")
        {
            for scope in [Scope::Interface, Scope::Summary] {
                let (place, text) = (format!("{name}/{key}"), text.as_str().unwrap().to_owned());
                shown.push(Shown { place, text, scope });
            }
        }
    }
    shown
}

fn help_lines() -> Vec<Shown> {
    let mut shown = Vec::new();
    for (name, file) in files("www/help") {
        for line in file["lines"].as_array().unwrap() {
            let mut add = |key: &str, text: &Value| {
                shown.push(Shown {
                    place: format!("{name}/{}/{key}", line["id"]),
                    text: text.as_str().unwrap().to_owned(),
                    scope: Scope::Interface,
                });
            };
            add("name", &line["name"]);
            add("what", &line["what"]);
            add("hours", &line["hours"]);
            for contact in line["contacts"].as_array().unwrap() {
                add("label", &contact["label"]);
            }
        }
    }
    shown
}

fn complaints(shown: &[Shown]) -> Vec<String> {
    let of = |one: &Shown| {
        let said = tone::hits(&one.text, one.scope)
            .into_iter()
            .filter(|hit| hit.rule.weight >= Weight::Warning)
            .map(|hit| {
                format!(
                    "{}: {} \"{}\", say: {}",
                    one.place, hit.rule.id, hit.words, hit.rule.instead
                )
            });
        let built = reading::structure(&one.text, true)
            .into_iter()
            .map(|found| format!("{}: {:?} \"{}\"", one.place, found.kind, found.words));
        said.chain(built).collect::<Vec<_>>()
    };
    shown.iter().flat_map(of).collect()
}

fn assert_kind(shown: &[Shown]) {
    let complaints = complaints(shown);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn guides_are_kind_and_short() {
    assert_kind(&guides());
}

#[test]
fn interface_words_are_kind_and_short() {
    assert_kind(&interface());
}

#[test]
fn help_lines_are_kind_and_short() {
    assert_kind(&help_lines());
}

#[test]
fn a_prompt_asks_one_thing_counting_its_hint() {
    for (name, guide) in files("www/guides") {
        for stage in guide["stages"].as_array().unwrap() {
            for prompt in stage["prompts"].as_array().unwrap() {
                let mut texts = Vec::new();
                for key in ["ask", "hint"] {
                    walk(&prompt[key], key, Scope::Prompt, &mut texts);
                }
                let marks: usize = texts.iter().map(|one| one.text.matches('?').count()).sum();
                assert!(marks <= 1, "{name}: {} asks {marks} things", prompt["id"]);
            }
        }
    }
}

#[test]
fn a_link_worker_has_a_whole_card_for_every_prompt_and_something_to_say_in_every_stage() {
    for (name, guide) in files("www/guides") {
        let count = |list: &Value| list.as_array().map_or(0, Vec::len);
        assert_eq!(count(&guide["ending"]), 2, "{name}");
        let stages = guide["stages"].as_array().unwrap();
        for stage in stages {
            let id = &stage["id"];
            let reflections = stage["reflections"].as_array().unwrap();
            assert_eq!(reflections.len(), 3, "{name}: {id}");
            for start in reflections {
                let start = start.as_str().unwrap();
                assert!(start.contains('…'), "{name}: {id}: {start}");
            }
            let affirmations = count(&stage["affirmations"]);
            assert!((2..=3).contains(&affirmations), "{name}: {id}");
            for prompt in stage["prompts"].as_array().unwrap() {
                for line in ["say", "follow", "listen", "avoid"] {
                    assert!(prompt[line].is_string(), "{name}: {} {line}", prompt["id"]);
                }
            }
        }
        let read_back = stages.iter().filter(|stage| stage["read_back"] == true);
        assert!(read_back.count() >= 1, "{name}");
    }
}

#[test]
fn each_guide_is_within_reach_of_a_reader_of_nine() {
    for (name, guide) in files("www/guides") {
        let mut shown = Vec::new();
        walk(&guide, &name, Scope::Prompt, &mut shown);
        for (register, own) in [("a person", true), ("a link worker", false)] {
            let count = Count::of(
                shown
                    .iter()
                    .filter(|one| own == is_own(one))
                    .map(|one| one.text.as_str()),
            );
            let (grade, smog) = (count.grade(), count.smog());
            assert!(
                grade <= 4.0 && smog <= 7.0,
                "{name} for {register}: {grade:.1} {smog:.1}"
            );
            assert!(
                count.words > 200,
                "{name} for {register}: only {} words",
                count.words
            );
        }
    }
}

/// Whether a person reads it, rather than a link worker.
fn is_own(one: &Shown) -> bool {
    let ends = ["/say", "/follow", "/listen", "/avoid"];
    let lists = ["/ending/", "/reflections/", "/affirmations/"];
    !ends.iter().any(|end| one.place.ends_with(end))
        && !lists.iter().any(|list| one.place.contains(list))
}

#[test]
fn no_word_on_screen_has_an_exclamation_mark_or_says_should() {
    for one in guides().iter().chain(&interface()).chain(&help_lines()) {
        assert!(!one.text.contains('!'), "{}", one.place);
        assert!(!one.text.to_lowercase().contains("should"), "{}", one.place);
    }
}

#[test]
fn all_57_rules_compile_and_say_what_to_write_in_their_place() {
    let ids: Vec<String> = (1..=57).map(|number| format!("T{number:03}")).collect();
    assert_eq!(
        tone::rules()
            .iter()
            .map(|rule| rule.id.clone())
            .collect::<Vec<_>>(),
        ids
    );
    assert!(tone::rules().iter().all(|rule| !rule.instead.is_empty()));
}

#[test]
fn each_rule_finds_what_it_is_for() {
    for (id, bad) in BAD {
        let found = tone::hits(bad, Scope::Prompt);
        assert!(
            found.iter().any(|hit| hit.rule.id == id),
            "{id} does not see: {bad}"
        );
    }
    let covered: Vec<&str> = BAD.iter().map(|(id, _)| *id).collect();
    let all: Vec<&str> = tone::rules().iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(covered, all);
}

#[test]
fn kind_words_are_left_alone() {
    for good in GOOD {
        let found = tone::hits(good, Scope::Prompt);
        assert!(found.is_empty(), "{good}: {}", found[0].rule.id);
    }
}

#[test]
fn an_excepted_phrase_excuses_only_itself() {
    assert!(tone::hits("Have it in large print or easy read.", Scope::Prompt).is_empty());
    let found = tone::hits("Easy read is easy.", Scope::Prompt);
    assert_eq!(
        found
            .iter()
            .map(|hit| hit.words.as_str())
            .collect::<Vec<_>>(),
        ["easy"]
    );
}

#[test]
fn a_rule_speaks_only_in_its_scope() {
    assert!(!tone::hits("Why did you stop?", Scope::Prompt).is_empty());
    assert!(tone::hits("Why did you stop?", Scope::Note).is_empty());
}

#[test]
fn words_quoted_as_examples_are_taken_out_and_others_stay() {
    let out = tone::without_quoted(
        "‘That failed.’ Praising someone's English. 'Don't worry' or refusing.",
    );
    assert_eq!(out, " Praising someone's English.  or refusing.");
    assert_eq!(
        tone::without_quoted("The ‘open one failed"),
        "The ‘open one failed"
    );
}

/// Words each rule is for, in the rules' order.
const BAD: [(&str, &str); 57] = [
    ("T001", "You were non-compliant with the plan."),
    ("T002", "There was poor adherence."),
    ("T003", "You failed to attend."),
    ("T004", "Marked as DNA again."),
    ("T005", "You refused the offer."),
    ("T006", "People who are hard to reach."),
    ("T007", "You seem unmotivated."),
    ("T008", "This is attention-seeking."),
    ("T009", "It is your own fault."),
    ("T010", "She claims to be in pain."),
    ("T011", "Did you really try it?"),
    ("T012", "Why did you stop?"),
    ("T013", "You need to fill this in."),
    ("T014", "This must be filled in."),
    ("T015", "This question is required."),
    ("T016", "Two parts are overdue."),
    ("T017", "What is the matter?"),
    ("T018", "When you cannot cope."),
    ("T019", "A club for the lonely."),
    ("T020", "Help for addicts."),
    ("T021", "A group for diabetics."),
    ("T022", "For vulnerable people."),
    ("T023", "Our service users like it."),
    ("T024", "People who suffer from pain."),
    ("T025", "Children with special needs."),
    ("T026", "Lunch for the elderly and pensioners."),
    ("T027", "BAME people."),
    ("T028", "He or she can come."),
    ("T029", "Ask your husband."),
    ("T030", "Talk to a loved one."),
    ("T031", "After he passed away."),
    ("T032", "Someone who committed suicide."),
    ("T033", "This gives you a risk score."),
    ("T034", "Your answers show you are doing well."),
    ("T035", "We will fix it."),
    ("T036", "At least you have a home."),
    ("T037", "Well done for coming."),
    ("T038", "Simply press the button."),
    ("T039", "We will signpost you."),
    ("T040", "Prior to the visit."),
    ("T041", "Your wellness journey."),
    ("T042", "Come along, guys."),
    ("T043", "You can't go back."),
    ("T044", "You could've said."),
    ("T045", "Bring food, drink, etc."),
    ("T046", "Please write here."),
    ("T047", "Food & drink."),
    ("T048", "READ THIS."),
    ("T049", "Great!"),
    ("T050", "Who helps? What do they do?"),
    ("T051", "What helps and how does it feel?"),
    ("T052", "Are you going or not?"),
    ("T053", "Have you tried walking?"),
    ("T054", "Other"),
    ("T055", "People on benefits."),
    ("T056", "If you are overweight."),
    ("T057", "Was it a domestic dispute?"),
];

/// Words that mean well and come close to a rule.
const GOOD: [&str; 20] = [
    "What matters most to you in your life right now?",
    "You can leave out any part, and stop at any time.",
    "You do not have to write anything.",
    "Someone close to you, or nobody right now.",
    "Is there anything you have already tried?",
    "What would make it easier to go the first time?",
    "Money, travel, waiting lists, how people have treated me.",
    "Left for another time.",
    "Call 999 if someone is in danger now.",
    "Text SHOUT to 85258.",
    "This is not a medical assessment. It does not diagnose.",
    "Something else",
    "Living with grief after someone has died.",
    "Older people and disabled people.",
    "Nothing is sent from here.",
    "Why we ask",
    "One small step, or nothing new right now.",
    "Do you look after someone, even a little?",
    "You kept going back, even though it was hard.",
    "Which letters or forms worry you?",
];
