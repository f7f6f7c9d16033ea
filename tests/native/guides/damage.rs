//! Guides damaged on their way: cut short, with a letter changed, or with parts taken out, doubled and put elsewhere.

use std::fs;

use proptest::prelude::*;
use serde_json::Value;
use what_matters::guide::Code;

use super::hostile::{hold, hold_bad};
use super::made::{put, small};

fn shipped() -> String {
    fs::read_to_string("www/guides/first-conversation.json").expect("the guide we ship")
}

#[test]
fn a_guide_cut_short_anywhere_is_no_json_and_says_where_it_ends() {
    let shipped = shipped();
    let small = format!("{:#}", small());
    // Every byte of a small guide, and every seventh of ours.
    for (text, step) in [(&small, 1), (&shipped, 7)] {
        for end in (0..text.trim_end().len()).step_by(step) {
            let Some(cut) = text.get(..end) else { continue };
            let reading = hold_bad(&format!("cut at {end}"), cut, Code::NotJson);
            let line = u32::try_from(cut.split('\n').count()).expect("a line");
            let told = reading.report[0].line;
            assert!(
                told == line || told + 1 == line,
                "cut at {end}: {told} of {line}"
            );
        }
    }
}

#[test]
fn a_guide_with_one_byte_changed_is_read_or_its_problem_has_a_place() {
    let shipped = shipped();
    let small = small().to_string();
    for (text, step) in [(&small, 1), (&shipped, 389)] {
        for at in (0..text.len()).step_by(step) {
            let mut bytes = text.clone().into_bytes();
            let own = bytes[at];
            for other in [own ^ 1, own ^ 0x20, own ^ 0x80, b'"', b'{', 0] {
                bytes[at] = other;
                hold(
                    &format!("byte {at} is {other}"),
                    &String::from_utf8_lossy(&bytes),
                );
            }
        }
    }
}

/// Every place of a value, as pointers.
fn pointers(value: &Value, place: &str, into: &mut Vec<String>) {
    let mut step = |name: &str, inner: &Value| {
        let place = format!("{place}/{}", name.replace('~', "~0").replace('/', "~1"));
        into.push(place.clone());
        pointers(inner, &place, into);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, inner)| step(name, inner)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(at, inner)| step(&at.to_string(), inner)),
        _ => {}
    }
}

/// Something done to a guide at places that are chosen by chance.
#[derive(Debug, Clone)]
enum Blow {
    TakeOut(usize),
    Copy(usize, usize),
    Swap(usize, usize),
    Double(usize),
    Rename(usize, String),
}

fn strike(guide: &mut Value, blow: &Blow) {
    let mut all = Vec::new();
    pointers(guide, "", &mut all);
    let Some(most) = all.len().checked_sub(1) else {
        return;
    };
    let at = |number: &usize| all[number % (most + 1)].as_str();
    let value = |guide: &Value, place: &str| guide.pointer(place).cloned().unwrap_or_default();
    match blow {
        Blow::TakeOut(one) => {
            let (parent, name) = at(one).rsplit_once('/').expect("a place inside");
            match guide.pointer_mut(parent) {
                Some(Value::Object(fields)) => drop(fields.remove(name)),
                Some(Value::Array(list)) => drop(list.remove(name.parse().expect("a number"))),
                _ => {}
            }
        }
        Blow::Copy(from, to) => {
            let copied = value(guide, at(from));
            put(guide, at(to), copied);
        }
        Blow::Swap(one, other) => {
            let (one, other) = (at(one), at(other));
            let (first, second) = (value(guide, one), value(guide, other));
            // One may stand inside the other, and then it is gone.
            put(guide, one, second);
            if let Some(place) = guide.pointer_mut(other) {
                *place = first;
            }
        }
        Blow::Double(one) => {
            let (parent, _) = at(one).rsplit_once('/').expect("a place inside");
            let doubled = value(guide, at(one));
            if let Some(Value::Array(list)) = guide.pointer_mut(parent) {
                list.push(doubled);
            }
        }
        Blow::Rename(one, name) => put(guide, at(one), Value::from(name.as_str())),
    }
}

fn any_blow() -> impl Strategy<Value = Blow> {
    let any = 0_usize..100_000;
    let name = prop_oneof![
        "[a-z]{0,3}",
        "\\PC{0,12}",
        Just("matters".to_owned()),
        Just("short-text".to_owned()),
        Just("cards".to_owned()),
        Just("{name}".to_owned())
    ];
    prop_oneof![
        any.clone().prop_map(Blow::TakeOut),
        (any.clone(), any.clone()).prop_map(|(from, to)| Blow::Copy(from, to)),
        (any.clone(), any.clone()).prop_map(|(one, other)| Blow::Swap(one, other)),
        any.clone().prop_map(Blow::Double),
        (any, name).prop_map(|(one, name)| Blow::Rename(one, name)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_guide_struck_anywhere_is_read_or_its_problem_has_a_place(blows in proptest::collection::vec(any_blow(), 1..12)) {
        let good = super::guides_in("tests/data/guides/good");
        let (_, text) = &good[1];
        let mut guide: Value = serde_json::from_str(text).expect("JSON");
        for blow in &blows {
            strike(&mut guide, blow);
        }
        hold("a guide that was struck", &guide.to_string());
    }

    #[test]
    fn any_text_at_all_is_read_or_its_problem_has_a_place(text in "\\PC{0,200}", json in "[\\[\\]{}\",:0-9a-z\\\\]{0,60}") {
        hold("any text", &text);
        hold("something like JSON", &json);
    }
}
