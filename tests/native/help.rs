//! The form of the help lines: what a wrong digit, a stale date or a missing nation would look like.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeSet;

use serde_json::Value;
use what_matters::guide::help;
use what_matters::guide::help::{HelpLine, Nation};
use what_matters::words::Day;

const FILE: &str = include_str!("../../www/help/uk.json");

const NATIONS: [Nation; 4] = [
    Nation::England,
    Nation::NorthernIreland,
    Nation::Scotland,
    Nation::Wales,
];

/// The lines of our own file that are not shown.
pub(super) fn waiting() -> Vec<HelpLine> {
    let shown = help::lines(None);
    let all = help::read(FILE).unwrap();
    all.into_iter()
        .filter(|line| !shown.contains(line))
        .collect()
}

fn file_lines() -> Vec<Value> {
    let file: Value = serde_json::from_str(FILE).unwrap();
    file["lines"].as_array().unwrap().clone()
}

fn text<'a>(line: &'a Value, key: &str) -> &'a str {
    line[key]
        .as_str()
        .unwrap_or_else(|| panic!("{key} of {}", line["id"]))
}

fn date(of: &str) -> Day {
    Day::parse(of).unwrap_or_else(|| panic!("{of} is no day"))
}

fn digits(of: &str) -> String {
    of.chars().filter(char::is_ascii_digit).collect()
}

fn reaches(lines: &[HelpLine], href: &str) -> bool {
    lines
        .iter()
        .flat_map(|line| &line.contacts)
        .any(|contact| &*contact.href == href)
}

#[test]
fn our_own_file_reads_and_every_line_is_shown_or_waits() {
    let (all, shown) = (help::read(FILE).unwrap(), help::lines(None));
    assert_eq!(all.len(), file_lines().len());
    assert_eq!(shown.len() + waiting().len(), all.len());
    assert!(shown.iter().all(|line| all.contains(line)));
}

#[test]
fn every_line_has_a_name_a_sentence_a_contact_and_an_id_of_its_own() {
    let mut ids = BTreeSet::new();
    for line in file_lines() {
        assert!(
            ids.insert(text(&line, "id").to_owned()),
            "{} stands twice",
            line["id"]
        );
        assert!(!text(&line, "name").is_empty());
        assert!(text(&line, "what").ends_with('.'), "{}", line["id"]);
        assert!(
            !line["contacts"].as_array().unwrap().is_empty(),
            "{}",
            line["id"]
        );
        for nation in line["nations"].as_array().unwrap() {
            assert!(
                Nation::parse(nation.as_str().unwrap()).is_some(),
                "{nation}"
            );
        }
    }
}

#[test]
fn a_number_shown_is_the_number_dialled_digit_for_digit() {
    for line in &help::read(FILE).unwrap() {
        for contact in &line.contacts {
            let href = &*contact.href;
            if href.starts_with("tel:") || href.starts_with("sms:") {
                assert_eq!(digits(&contact.label), digits(href), "{}", line.name);
                assert!(digits(href).len() >= 3, "{}", line.name);
            } else {
                assert!(href.starts_with("https://"), "{href}");
                assert!(
                    href.contains(&*contact.label),
                    "{} hides where it leads",
                    line.name
                );
            }
        }
        let said = digits(&line.what);
        let numbers: Vec<String> = line
            .contacts
            .iter()
            .map(|contact| digits(&contact.href))
            .collect();
        let known = |number: &String| !number.is_empty() && said.contains(number.as_str());
        if line.what.contains(" on 0") || line.what.contains(" on 1") {
            assert!(
                numbers.iter().any(known),
                "{} says another number than it dials",
                line.name
            );
        }
    }
}

#[test]
fn every_date_is_a_day_and_is_looked_at_again_by_the_next_year() {
    for line in file_lines() {
        let (checked, again) = (
            date(text(&line, "checked_on")),
            date(text(&line, "recheck_by")),
        );
        assert!(again > checked, "{}", line["id"]);
        assert!(again.year <= checked.year + 1, "{}", line["id"]);
        if !line["source"].is_null() {
            assert!(
                date(text(&line["source"], "seen")) <= checked,
                "{}",
                line["id"]
            );
        }
    }
}

#[test]
fn a_shown_line_has_a_dated_source_of_its_own_or_a_public_body() {
    let sound: Vec<String> = file_lines()
        .iter()
        .filter(|line| matches!(line["source"]["kind"].as_str(), Some("own" | "public")))
        .inspect(|line| {
            assert!(
                text(&line["source"], "url").starts_with("https://"),
                "{}",
                line["id"]
            );
            assert!(!text(&line["source"], "title").is_empty());
        })
        .map(|line| text(line, "name").to_owned())
        .collect();
    let shown: Vec<String> = help::lines(None)
        .iter()
        .map(|line| line.name.to_string())
        .collect();
    assert_eq!(shown, sound);
    for line in waiting() {
        assert!(
            !shown.contains(&line.name.to_string()),
            "{} is shown and is not",
            line.name
        );
    }
}

#[test]
fn the_numbers_known_by_heart_are_right() {
    for (name, href) in [
        ("Emergency", "tel:999"),
        ("Samaritans", "tel:116123"),
        ("NHS 111", "tel:111"),
        ("Lifeline", "tel:08088088000"),
        ("National Domestic Abuse Helpline", "tel:08082000247"),
        ("Live Fear Free", "tel:08088010800"),
        ("Breathing Space", "tel:0800838587"),
        ("Shout", "sms:85258?body=SHOUT"),
    ] {
        let line = help::lines(None)
            .into_iter()
            .find(|line| &*line.name == name)
            .unwrap();
        assert_eq!(&*line.contacts[0].href, href, "{name}");
    }
    // The number Samaritans left in 2015, and a misprint: public pages still carry both.
    for wrong in ["08457", "116213"] {
        assert!(!digits(FILE).contains(wrong), "{wrong}");
    }
}

#[test]
fn each_nation_has_an_emergency_a_mental_health_and_a_domestic_abuse_line() {
    for (nation, mental_health, domestic_abuse) in [
        (Nation::England, "tel:111", "tel:08082000247"),
        (
            Nation::NorthernIreland,
            "tel:08088088000",
            "tel:08088021414",
        ),
        (Nation::Scotland, "tel:111", "tel:08000271234"),
        (Nation::Wales, "tel:111", "tel:08088010800"),
    ] {
        let lines = help::lines(Some(nation));
        for href in ["tel:999", "tel:116123", mental_health, domestic_abuse] {
            assert!(reaches(&lines, href), "{nation:?} lacks {href}");
        }
    }
    assert!(
        !reaches(&help::lines(Some(Nation::NorthernIreland)), "tel:111"),
        "there is no 111 there"
    );
}

#[test]
fn a_nation_sees_its_own_lines_and_those_for_everyone() {
    for nation in NATIONS {
        for line in help::lines(Some(nation)) {
            assert!(
                line.nations.is_empty() || line.nations.contains(&nation),
                "{}",
                line.name
            );
        }
    }
    assert!(help::lines(None).len() > help::lines(Some(Nation::Scotland)).len());
}

#[test]
fn the_first_lines_lead_and_are_few() {
    for nation in NATIONS.map(Some).into_iter().chain([None]) {
        let lines = help::lines(nation);
        let first = lines.iter().take_while(|line| line.first).count();
        assert_eq!(
            lines.iter().filter(|line| line.first).count(),
            first,
            "the first lines stand first"
        );
        let most = if nation.is_some() { 3 } else { 4 };
        assert!((3..=most).contains(&first), "{nation:?} has {first}");
        assert!(
            lines.iter().take(first).all(|line| line.hours.is_empty()),
            "the first answer always"
        );
    }
}

#[test]
fn a_host_needs_a_name_a_sentence_and_a_contact() {
    let lines = help::read(
        r#"{"lines": [{"name": "Crisis café", "what": "Come in any evening.",
            "contacts": [{"label": "Call 01632 960 001", "href": "tel:01632960001"}]}]}"#,
    )
    .unwrap();
    assert_eq!((&*lines[0].name, lines[0].first), ("Crisis café", false));
    assert!(help::read(r#"{"lines": [{"name": "Crisis café"}]}"#).is_err());
    assert!(help::read("").is_err());
}

#[test]
fn a_contact_that_could_run_something_is_refused_in_one_sentence() {
    for href in [
        "javascript:alert(1)",
        "http://x.example",
        "data:text/html,x",
        " tel:1",
        "TEL:1",
        "",
    ] {
        let json = serde_json::json!({"lines": [
            {"name": "Café", "what": "Come.", "contacts": [{"label": "Go", "href": href}]}
        ]});
        let error = help::read(&json.to_string()).unwrap_err();
        assert!(error.contains("Café") && !error.contains('\n'), "{error}");
    }
}
