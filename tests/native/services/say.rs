//! A service in words: each line as it stands on a card.

use serde_json::{Value, json};
use what_matters::directory::{Map, Reading};
use what_matters::ideas::InWords;
use what_matters::words::{Catalogue, Day, Line};

use super::map::service;
use super::{OLDER, STANDARD, UNITED_KINGDOM};

fn today() -> Day {
    Day::parse("2026-11-25").expect("a day")
}

fn told(fields: &Value) -> InWords {
    service(fields).in_words(false, Some(today()), &Catalogue::english())
}

fn texts(lines: &[Line]) -> Vec<&str> {
    lines.iter().map(|line| &*line.text).collect()
}

fn text(line: Option<&Line>) -> &str {
    line.map_or("", |line| &line.text)
}

/// Every line of a card, a part a line.
fn card(feed: &str, index: usize) -> Vec<String> {
    let map = Map::read(super::map::SHIPPED).map;
    let service = Reading::of(feed).services[index].clone();
    let told = service.in_words(
        map.marks(&service).has_company(),
        Some(today()),
        &Catalogue::english(),
    );
    let mut card = vec![told.name.text.to_string()];
    let mut add = |lines: &[Line]| card.extend(lines.iter().map(|line| line.text.to_string()));
    add(told.by.as_slice());
    add(told.alert.as_slice());
    add(&told.about);
    add(&told.costs);
    add(&told.times);
    for spot in &told.places {
        add(&spot.lines);
        add(&spot.access);
    }
    for reach in &told.contact {
        add(&[Line::new(format!("{} → {}", reach.label.text, reach.href))]);
        add(reach.note.as_slice());
    }
    add(told.apply.as_slice());
    add(&told.who);
    add(told.languages.as_slice());
    add(told.company.as_slice());
    add(&[told.checked]);
    card
}

#[test]
fn a_service_with_everything_says_what_a_first_visit_is_like() {
    assert_eq!(
        card(STANDARD, 0),
        [
            "Tuesday Table",
            "Run by Millbrook Neighbours",
            "Closed for two weeks in August.",
            "A shared lunch, cooked by neighbours.",
            "Come for the food & stay for a chat if you like.",
            "Free for carers",
            "£2.50, for two courses",
            "Pay what you can.",
            "Tuesdays, 12 noon to 2pm",
            "Food is served at half past twelve.",
            "First and third Monday of the month, 6:30pm to 8pm",
            "Millbrook Hall",
            "Mill Lane",
            "Behind the church",
            "Millbrook",
            "MB6 2AB",
            "Level entrance. Hearing loop.",
            "Turn hearing aids to T.",
            "Call 01632 960 101 → tel:01632960101",
            "Joy answers from 10 to 4.",
            "Call 01632 960102 → tel:01632960102",
            "Email table@millbrook.example.org → mailto:table@millbrook.example.org",
            "millbrook.example.org → https://millbrook.example.org/tuesday-table",
            "millbrook.example.org → https://millbrook.example.org/menu",
            "Ring Joy, or just come.",
            "For people aged 18 to 65",
            "Anyone who lives in Millbrook.",
            "For people in Millbrook and Overton",
            "Languages: Urdu",
            "Checked in May 2026",
        ]
    );
}

#[test]
fn a_service_of_which_little_is_known_says_what_to_ask() {
    assert_eq!(
        card(STANDARD, 1),
        [
            "Garden Group",
            "Run by Millbrook Neighbours",
            "Not given: ask",
            "Not given: ask",
            "Not given: ask",
            "Email office@millbrook.example.org → mailto:office@millbrook.example.org",
            "We do not know when this was last checked",
        ]
    );
}

#[test]
fn services_in_other_shapes_are_told_the_same_way() {
    let walk = card(UNITED_KINGDOM, 0);
    for line in [
        "Free",
        "Every 2 weeks on Saturdays and Sundays, 9:15am to 10:45am",
        "Call +44 1632 960103 → tel:+441632960103",
        "Not checked since March 2024",
    ] {
        assert!(walk.contains(&line.to_owned()), "{line}: {walk:#?}");
    }
    let coffee = card(UNITED_KINGDOM, 1);
    for line in [
        "Day 1 and 15 of the month, online or by phone",
        "Online",
        "By phone",
    ] {
        assert!(coffee.contains(&line.to_owned()), "{line}: {coffee:#?}");
    }
    assert!(!coffee.contains(&"Our meeting room".to_owned()));
    let carers = card(OLDER, 0);
    for line in [
        "Mondays, 10am to midnight",
        "At your home",
        "For people aged 16 and over",
        "Languages: Polish",
    ] {
        assert!(carers.contains(&line.to_owned()), "{line}: {carers:#?}");
    }
    assert!(
        !carers.contains(&"The Old School".to_owned()),
        "nobody is asked to come there"
    );
}

#[test]
fn what_it_costs_is_said_in_the_fewest_words() {
    let option = |fields: Value| json!({ "cost_options": [fields] });
    for (fields, lines) in [
        (option(json!({ "amount": 0 })), ["Free"]),
        (
            option(json!({ "amount": "0.00", "option": "Everyone" })),
            ["Free"],
        ),
        (
            option(json!({ "amount": 0, "option": "Unpaid carers" })),
            ["Free for unpaid carers"],
        ),
        (
            option(json!({ "amount": 0, "option": "Millbrook residents" })),
            ["Free for Millbrook residents"],
        ),
        (option(json!({ "amount": 3 })), ["£3"]),
        (
            option(json!({ "amount": 3.05, "option": "Adults" })),
            ["Adults: £3.05"],
        ),
        (
            option(json!({ "amount": 1200.5, "amount_description": "a year" })),
            ["£1,200.50, a year"],
        ),
        (
            option(json!({ "amount_description": "By donation", "option": "Lunch" })),
            ["Lunch: By donation"],
        ),
        (
            option(json!({ "amount": 3, "valid_to": "2026-11-24" })),
            ["Not given: ask"],
        ),
        (
            option(json!({ "amount": 3, "valid_to": "2026-11-25" })),
            ["£3"],
        ),
        (
            option(json!({ "option": "Donation welcome" })),
            ["Donation welcome"],
        ),
        (option(json!({ "option": "Free" })), ["Free"]),
        (option(json!({ "option": "Everyone" })), ["Not given: ask"]),
        (json!({ "fees": "free of charge." }), ["Free"]),
        (json!({ "fees_description": "£2.50" }), ["£2.50"]),
        (
            json!({ "fees_description": "About £2.50, tea included" }),
            ["About £2.50, tea included"],
        ),
        (json!({}), ["Not given: ask"]),
    ] {
        assert_eq!(texts(&told(&fields).costs), lines, "{fields}");
    }
}

#[test]
fn when_it_is_is_said_as_people_say_it() {
    for (fields, line) in [
        (
            json!({ "byday": "MO,TU,WE,TH,FR", "opens_at": "09:00", "closes_at": "17:00" }),
            "Monday to Friday, 9am to 5pm",
        ),
        (json!({ "byday": "MO,TU,WE,TH,FR,SA,SU" }), "Every day"),
        (
            json!({ "freq": "DAILY", "opens_at": "00:00", "closes_at": "24:00" }),
            "Every day, all day",
        ),
        (
            json!({ "byday": ["TU", "Thursday"] }),
            "Tuesdays and Thursdays",
        ),
        (
            json!({ "byday": "FR;SA,MO" }),
            "Mondays, Fridays and Saturdays",
        ),
        (
            json!({ "byday": "MO,TU,WE,TH,FR", "interval": 2 }),
            "Every 2 weeks on Mondays, Tuesdays, Wednesdays, Thursdays and Fridays",
        ),
        (
            json!({ "freq": "MONTHLY", "byday": "1MO" }),
            "First Monday of the month",
        ),
        (
            json!({ "freq": "MONTHLY", "byday": "-1FR", "interval": 3 }),
            "Last Friday of the month, every 3 months",
        ),
        (json!({ "freq": "MONTHLY", "byday": "WE" }), "Wednesdays"),
        (json!({ "freq": "MONTHLY" }), "Every month"),
        (
            json!({ "byday": "2TU,4TU", "opens_at": "12:30" }),
            "Second and fourth Tuesday of the month, from 12:30pm",
        ),
        (
            json!({ "freq": "MONTHLY", "bymonthday": "1" }),
            "Day 1 of the month",
        ),
        (
            json!({ "opens_at": "00:30", "closes_at": "12:00" }),
            "12:30am to 12 noon",
        ),
        (json!({ "closes_at": "11:05" }), "Until 11:05am"),
        (
            json!({ "byday": "MO", "attending_type": "online" }),
            "Mondays, online",
        ),
        (
            json!({ "byday": "MO", "attending_type": "in person or by phone" }),
            "Mondays, in person or by phone",
        ),
        (
            json!({ "byday": "MO", "dtstart": "2027-01-04" }),
            "Mondays, from 4 January 2027",
        ),
        (
            json!({ "byday": "MO", "dtstart": "2026-11-25", "until": "2026-12-21" }),
            "Mondays, until 21 December 2026",
        ),
        (
            json!({ "byday": "MO", "until": "2026-11-25" }),
            "Mondays, until 25 November 2026",
        ),
        (
            json!({ "byday": "MO", "valid_to": "2030-12-21" }),
            "Mondays",
        ),
        (
            json!({ "byday": "MO", "until": "2026-11-24" }),
            "The dates given are over: ask",
        ),
        (json!({ "attending_type": "phone" }), "Not given: ask"),
        (
            json!({ "description": "In school holidays" }),
            "In school holidays",
        ),
    ] {
        let told = told(&json!({ "schedules": [fields] }));
        assert_eq!(texts(&told.times), [line], "{fields}");
    }
}

#[test]
fn different_days_of_a_month_have_a_line_each() {
    let told = told(
        &json!({ "schedules": [{ "freq": "MONTHLY", "byday": "1MO,2TU,3MO", "opens_at": "10:00" }] }),
    );
    assert_eq!(
        texts(&told.times),
        [
            "First and third Monday of the month, from 10am",
            "Second Tuesday of the month, from 10am"
        ]
    );
}

#[test]
fn who_it_is_for_is_said_by_age() {
    for (fields, line) in [
        (json!({ "minimum_age": 50 }), "For people aged 50 and over"),
        (
            json!({ "minimum_age": 0, "maximum_age": 17 }),
            "For people aged 17 and under",
        ),
        (
            json!({ "minimum_age": 18, "maximum_age": 18 }),
            "For people aged 18",
        ),
        (
            json!({ "minimum_age": 18, "maximum_age": 100 }),
            "For people aged 18 and over",
        ),
        (json!({ "minimum_age": 0, "maximum_age": 120 }), ""),
    ] {
        let told = told(&fields);
        assert_eq!(text(told.who.first()), line, "{fields}");
    }
}

#[test]
fn how_long_ago_it_was_checked_is_said_by_whoever_knows_the_day() {
    for (checked, line, is_old) in [
        ("2026-05-01", "Checked in May 2026", false),
        ("2025-11-25", "Checked in November 2025", false),
        ("2025-11-24", "Not checked since November 2025", true),
        (
            "2026-11-26",
            "We do not know when this was last checked",
            true,
        ),
    ] {
        let told = told(&json!({ "assured_date": checked, "last_modified": "2026-11-01" }));
        assert_eq!(
            (&*told.checked.text, told.is_old),
            (line, is_old),
            "{checked}"
        );
    }
    let service = service(&json!({ "assured_date": "2019-05-01" }));
    let told = service.in_words(false, None, &Catalogue::english());
    assert_eq!(
        (&*told.checked.text, told.is_old),
        ("Checked in May 2019", false),
        "nobody knows the day"
    );
}

#[test]
fn someone_to_go_with_is_named_where_the_feed_says_so() {
    let buddy = json!({ "attributes": [{ "id": "a", "taxonomy_term": { "name": "Buddying" } }] });
    let service = service(&buddy);
    let map = Map::read(super::map::SHIPPED).map;
    let told = |has_company| {
        service
            .in_words(has_company, None, &Catalogue::english())
            .company
    };
    assert_eq!(
        text(told(map.marks(&service).has_company()).as_ref()),
        "Someone can go with you"
    );
    assert_eq!(told(false), None);
}

#[test]
fn another_language_says_it_in_its_own_words_and_english_where_it_lacks_them() {
    let welsh = Catalogue::read(
        r#"{ "language": "cy", "near-free": "Am ddim", "near-mondays": "Dyddiau Llun", "near-noon": "canol dydd" }"#,
    );
    let welsh = welsh.expect("words");
    let service =
        service(&json!({ "fees": "Free", "schedules": [{ "byday": "MO", "opens_at": "12:00" }] }));
    let told = service.in_words(false, None, &welsh);
    assert_eq!(told.costs, [Line::new("Am ddim")]);
    assert!(
        told.times[0].text.starts_with("Dyddiau Llun, "),
        "{:?}",
        told.times
    );
    assert!(told.checked.language.is_some(), "it is marked as English");
}

#[test]
fn a_number_that_is_written_for_home_and_for_abroad_is_called_as_one() {
    for (number, href) in [
        ("+44 (0)1632 960 101", "tel:+441632960101"),
        ("(01632) 960 101", "tel:01632960101"),
        ("(0)1632 960101", "tel:01632960101"),
    ] {
        let told = told(&json!({ "phones": [{ "number": number }] }));
        let [reach] = &told.contact[..] else {
            panic!("{number}")
        };
        assert_eq!(
            (&*reach.label.text, &*reach.href),
            (&*format!("Call {number}"), href)
        );
    }
}
