//! Files too deep, too many and too long, and those that are just not.

use serde_json::{Value, json};
use what_matters::author::large;
use what_matters::guide::Code;

use super::{hold_bad, hold_good};
use crate::guides::made::{self, LARGEST, cards, choices, nested, prompt, with, with_prompts};

#[test]
fn brackets_in_brackets_are_too_deep_and_nothing_worse() {
    for deep in [128, 10_000, 1_000_000] {
        for (open, close) in [
            ("[", "]"),
            ("{\"a\":", "}"),
            ("[{\"a\":", "}]"),
            ("{\"note\":[", "]}"),
        ] {
            let (opened, closed) = (open.repeat(deep), close.repeat(deep));
            for text in [format!("{opened}1{closed}"), opened] {
                if text.len() <= LARGEST {
                    hold_bad(&format!("{open} {deep} times"), &text, Code::TooDeep);
                }
            }
        }
    }
    for deep in [24, 25, 60, 120] {
        hold_bad(
            &format!("a note {deep} deep"),
            &with("/note", nested(deep)),
            Code::TooDeep,
        );
        hold_bad(
            &format!("a field {deep} deep"),
            &with("/extra", nested(deep)),
            Code::TooDeep,
        );
    }
    for deep in [1, 22, 23] {
        hold_bad(
            &format!("a note {deep} deep"),
            &with("/note", nested(deep)),
            Code::WrongType,
        );
    }
    let brackets = "[{".repeat(2_000);
    hold_good("brackets in words", &with("/note", json!(brackets)));
}

#[test]
fn as_many_as_there_may_be_are_read_and_one_more_is_named() {
    hold_good("10,000 prompts", &large(10_000));
    hold_bad("10,001 prompts", &large(10_001), Code::TooManyPrompts);
    for (kind, list) in [
        ("many-choices", "choices"),
        ("one-choice", "choices"),
        ("cards", "cards"),
    ] {
        for number in [200, 201, 1_000] {
            let of = if list == "cards" {
                cards(number)
            } else {
                choices(number)
            };
            let mut answer = json!({ "kind": kind, list: of });
            if list == "cards" {
                answer["well"] = json!("matters");
            }
            let (name, text) = (
                format!("{kind} of {number}"),
                with_prompts(vec![prompt("any", answer)]),
            );
            if number == 200 {
                hold_good(&name, &text);
            } else {
                hold_bad(&name, &text, Code::TooManyChoices);
            }
        }
    }
    let one = |at: usize| json!({ "id": format!("x-{at}"), "title": "One" });
    let many: Vec<Value> = (0..2_000).map(one).collect();
    hold_good(
        "2,000 headings",
        &with(
            "/headings",
            [
                made::small()["headings"].as_array().expect("headings"),
                &many[..],
            ]
            .concat()
            .into(),
        ),
    );
    let routes = |many: usize| {
        let each = (0..many).map(|at| json!({ "id": format!("r-{at}") }));
        with("/routes", each.collect())
    };
    hold_good("100 routes", &routes(100));
    hold_bad("101 routes", &routes(101), Code::OutOfRange);
    hold_bad(
        "2,000 empty stages",
        &with("/stages", many.into()),
        Code::Empty,
    );
    let languages = |many: usize| {
        let tags: Vec<String> = (0..many).map(|at| format!("x{at}")).collect();
        with("/languages", json!(tags))
    };
    hold_bad("20 languages", &languages(20), Code::MissingLanguage);
    hold_good("100 languages", &languages(100));
    hold_bad("101 languages", &languages(101), Code::OutOfRange);
    let mut many: Vec<_> = (0..6_000)
        .map(|at| prompt(&format!("p-{at}"), json!({ "kind": "short-text" })))
        .collect();
    many.push(json!({ "id": "last", "ask": "So?", "why": "So.", "answer": { "kind": "short-text" }, "feeds": "nothing" }));
    let plain = with_prompts(many).replace("[\"en\"]", "[\"en\",\"cy\"]");
    let warned = hold_bad(
        "an error after 10,000 warnings",
        &plain,
        Code::UnknownHeading,
    );
    assert!(warned.report.len() <= 20_000);
    hold_bad(
        "the same language twice",
        &with("/languages", json!(["en", "EN"])),
        Code::DuplicateId,
    );
}

#[test]
fn as_long_as_may_be_is_read_and_one_character_more_is_named() {
    for (what, letter) in [
        ("letters", "a"),
        ("accents", "é"),
        ("faces", "🙂"),
        ("joined", "e\u{301}"),
    ] {
        let each = letter.chars().count();
        for (number, is_good) in [(4_000, true), (4_001, false), (100_000, false)] {
            let words = letter.repeat(number / each) + &"a".repeat(number % each);
            for (place, value) in [
                ("/lead", json!(words)),
                ("/lead", json!({ "en": words })),
                ("/stages/0/prompts/0/answer/starters", json!([words])),
            ] {
                let (name, text) = (format!("{number} {what}"), with(place, value));
                if is_good {
                    hold_good(&name, &text);
                } else {
                    hold_bad(&name, &text, Code::TextTooLong);
                }
            }
        }
    }
    for (length, is_good) in [(64, true), (65, false), (100_000, false)] {
        let (name, text) = (
            format!("an id of {length}"),
            with("/id", json!("a".repeat(length))),
        );
        if is_good {
            hold_good(&name, &text);
        } else {
            hold_bad(&name, &text, Code::WrongId);
        }
    }
    hold_good("a tag of 35", &with("/languages", json!(["a".repeat(35)])));
    hold_bad(
        "a tag of 36",
        &with("/languages", json!(["a".repeat(36)])),
        Code::UnknownLanguage,
    );
    hold_good(
        "a note of a million",
        &with("/note", json!("a".repeat(1_000_000))),
    );
    hold_good(
        "a version of a million",
        &with("/version", json!("1".repeat(1_000_000))),
    );
    hold_bad(
        "a field of a million",
        &with(&format!("/{}", "a".repeat(1_000_000)), json!(1)),
        Code::UnknownField,
    );
    hold_bad(
        "a kind of a million",
        &with(
            "/stages/0/prompts/0/answer/kind",
            json!("a".repeat(1_000_000)),
        ),
        Code::UnknownValue,
    );
    hold_good("2 MiB", &made::of_bytes(LARGEST));
    hold_bad(
        "2 MiB and a byte",
        &made::of_bytes(LARGEST + 1),
        Code::TooLarge,
    );
    hold_bad(
        "2 MiB of characters of two bytes",
        &"é".repeat(LARGEST / 2 + 1),
        Code::TooLarge,
    );
    hold_bad("2 MiB of blanks", &" ".repeat(LARGEST), Code::NotJson);
}
