//! One field of a feed: what it takes, and what is said when it holds something else.

use std::rc::Rc;

use super::plain::{cut, plain};
use crate::directory::problem::{Code, Findings};
use crate::guide::near::short;
use crate::json::{Node, Value};
use crate::words::Day;

/// A name may have so many characters.
pub(super) const NAME: usize = 200;
/// A line of a few sentences.
pub(super) const LINE: usize = 1000;
/// What a service says of itself.
pub(super) const ABOUT: usize = 4000;

/// A service by its name, to begin a sentence.
pub(super) fn label(name: Option<&str>) -> String {
    match name {
        Some(name) => ["“", &short(name), "”"].concat(),
        None => "This service".to_owned(),
    }
}

/// The words of a value: a text, or a number as it is written.
pub(in crate::directory) fn words<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match &node.value {
        Value::Text(text) => Some(text),
        Value::Number(number) => Some(number),
        _ => None,
    }
}

/// A field as plain text of at most so many characters. Nothing where it says nothing.
pub(super) fn text(
    node: &Node<'_>,
    name: &str,
    most: usize,
    findings: &mut Findings,
) -> Option<Rc<str>> {
    let field = node.field(name)?;
    let Some(written) = words(field) else {
        wrong_type(field, name, "a text", findings);
        return None;
    };
    let mut text = plain(written);
    if most <= NAME {
        text = text.replace('\n', " ");
    }
    if let Some(short) = cut(&text, most) {
        let most = most.to_string();
        findings.tell(
            Code::TextTooLong,
            field.at,
            &["`", name, "` has more than ", &most, " characters."],
        );
        text = short;
    }
    (!text.is_empty()).then(|| text.into())
}

/// The first of these fields that says something.
pub(super) fn first_text(
    node: &Node<'_>,
    names: &[&str],
    most: usize,
    findings: &mut Findings,
) -> Option<Rc<str>> {
    names
        .iter()
        .find_map(|name| text(node, name, most, findings))
}

/// The objects of a list. One alone counts as a list of one.
pub(super) fn each<'n, 't>(
    node: &'n Node<'t>,
    name: &str,
    findings: &mut Findings,
) -> &'n [Node<'t>] {
    let Some(field) = node.field(name) else {
        return &[];
    };
    match &field.value {
        Value::List(list) => {
            for one in list {
                if !matches!(one.value, Value::Object(_) | Value::Null) {
                    wrong_type(one, name, "objects in curly brackets", findings);
                }
            }
            list
        }
        Value::Object(_) => std::slice::from_ref(field),
        _ => {
            wrong_type(field, name, "a list", findings);
            &[]
        }
    }
}

/// An object. Nothing else is one.
pub(super) fn object<'n, 't>(
    node: &'n Node<'t>,
    name: &str,
    findings: &mut Findings,
) -> Option<&'n Node<'t>> {
    let field = node.field(name)?;
    if matches!(field.value, Value::Object(_)) {
        return Some(field);
    }
    wrong_type(field, name, "an object in curly brackets", findings);
    None
}

fn wrong_type(field: &Node<'_>, name: &str, takes: &str, findings: &mut Findings) {
    findings.tell(
        Code::WrongType,
        field.at,
        &["`", name, "` takes ", takes, "."],
    );
}

/// A day, with or without a time behind it.
pub(super) fn day(node: &Node<'_>, name: &str, findings: &mut Findings) -> Option<Day> {
    let field = node.field(name)?;
    let written = field.text().unwrap_or_default().trim();
    if written.is_empty() && field.text().is_some() {
        return None;
    }
    let day = written
        .split_at_checked(10)
        .filter(|(_, rest)| rest.is_empty() || rest.starts_with(['T', 't', ' ']))
        .and_then(|(day, _)| Day::parse(day))
        .filter(|day| day.day <= longest(day.year, day.month));
    if day.is_none() {
        wrong(Code::WrongDay, field, name, " is no day.", findings);
    }
    day
}

/// How many days a month has.
fn longest(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Says what is wrong with a value, and quotes it.
pub(super) fn wrong(code: Code, field: &Node<'_>, name: &str, what: &str, findings: &mut Findings) {
    match words(field) {
        Some(written) => {
            let quoted = short(written);
            findings.tell(
                code,
                field.at,
                &["“", &quoted, "” under `", name, "`", what],
            );
        }
        None => findings.tell(code, field.at, &["`", name, "`", what]),
    }
}
