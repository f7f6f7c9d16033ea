//! Numbers of every kind, where one is taken and where none is.

use serde_json::json;
use what_matters::guide::Code;

use super::{hold_bad, hold_good};
use crate::guides::made::{small, with};

/// Numbers that are JSON and no whole number from 0.
const NO_COUNT: [&str; 16] = [
    "-0",
    "-1",
    "-0.0",
    "0.0",
    "1.0",
    "1.5",
    "1e0",
    "1E2",
    "1e-1",
    "-1e308",
    "18446744073709551616",
    "-9223372036854775809",
    "1e308",
    "0.1e1",
    "1e999",
    "-1e999",
];

/// What is no JSON, though it may be a number elsewhere.
const NO_JSON: [&str; 14] = [
    "NaN",
    "-NaN",
    "Infinity",
    "-Infinity",
    "0x1",
    "01",
    "00",
    "+1",
    ".5",
    "5.",
    "1e",
    "1_000",
    "1,000",
    "١",
];

/// The small guide with a number written in by hand.
fn written(place: &str, number: &str) -> String {
    let text = with(place, json!("NUMBER"));
    text.replace("\"NUMBER\"", number)
}

#[test]
fn a_format_is_one_and_nothing_near_it() {
    for number in NO_COUNT {
        hold_bad(number, &written("/format", number), Code::WrongType);
    }
    for number in [
        "0",
        "2",
        "3",
        "10",
        "255",
        "256",
        "65536",
        "4294967297",
        "9007199254740993",
        "18446744073709551615",
    ] {
        hold_bad(number, &written("/format", number), Code::UnknownFormat);
    }
    for number in NO_JSON {
        hold_bad(number, &written("/format", number), Code::NotJson);
    }
    for value in ["\"1\"", "true", "[1]", "{\"1\":1}", "\"one\""] {
        hold_bad(value, &written("/format", value), Code::WrongType);
    }
    hold_bad("null", &written("/format", "null"), Code::UnknownFormat);
    hold_good("1", &written("/format", "1"));
}

#[test]
fn a_route_takes_one_to_three_cards_and_no_other_number() {
    for number in NO_COUNT {
        hold_bad(number, &written("/routes/0/cards", number), Code::WrongType);
    }
    for number in [
        "0",
        "4",
        "5",
        "255",
        "256",
        "257",
        "258",
        "4294967297",
        "18446744073709551615",
    ] {
        hold_bad(
            number,
            &written("/routes/0/cards", number),
            Code::OutOfRange,
        );
    }
    for number in NO_JSON {
        hold_bad(number, &written("/routes/0/cards", number), Code::NotJson);
    }
    for (number, cards) in [("1", 1), ("2", 2), ("3", 3), ("null", 3)] {
        let reading = hold_good(number, &written("/routes/0/cards", number));
        assert_eq!(reading.guide.expect("a guide").routes()[0].cards, cards);
    }
}

#[test]
fn a_number_of_a_hundred_thousand_digits_is_only_a_number() {
    let digits = "9".repeat(100_000);
    for number in [
        digits.clone(),
        format!("-{digits}"),
        format!("0.{digits}"),
        format!("1e{digits}"),
        format!("1e-{digits}"),
    ] {
        super::hold("many digits", &written("/routes/0/cards", &number));
        super::hold("many digits in words", &written("/title", &number));
    }
    let text = small().to_string();
    hold_good(
        "digits in a note",
        &text.replacen('{', &format!("{{\"note\":\"{digits}\","), 1),
    );
}
