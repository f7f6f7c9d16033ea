//! What a service costs, in words.

use crate::directory::service::Cost;
use crate::words::{Catalogue, Day, Line};

/// Words that begin what a price is for, and that are no names. Within a line they are in lower case.
const COMMON: [&str; 18] = [
    "adults",
    "all",
    "anyone",
    "carers",
    "children",
    "concessions",
    "disabled",
    "families",
    "full",
    "members",
    "older",
    "over",
    "people",
    "residents",
    "students",
    "under",
    "unpaid",
    "young",
];

/// A line for each cost that holds today, or one that says to ask.
pub(super) fn costs(costs: &[Cost], today: Option<Day>, words: &Catalogue) -> Vec<Line> {
    let mut lines = Vec::new();
    for cost in costs {
        let is_over = today
            .zip(cost.until)
            .is_some_and(|(today, until)| until < today);
        if !is_over {
            lines.push(line(cost, words));
        }
    }
    if lines.is_empty() {
        lines.push(words.line("near-cost-none"));
    }
    lines
}

fn line(cost: &Cost, words: &Catalogue) -> Line {
    let price = match (cost.amount, cost.what.as_deref()) {
        (None, what) => {
            let text = cost.text.as_deref().unwrap_or_default();
            return match what {
                Some(what) => words.fill("near-cost", &[("what", what), ("cost", text)]),
                None => Line::new(text),
            };
        }
        (Some(0), None) => words.line("near-free"),
        (Some(0), Some(what)) => words.fill("near-free-for", &[("what", &within(what))]),
        (Some(pence), None) => Line::new(pounds(pence)),
        (Some(pence), Some(what)) => {
            words.fill("near-cost", &[("what", what), ("cost", &pounds(pence))])
        }
    };
    match cost.text.as_deref() {
        Some(text) => words.fill("near-comma", &[("one", &price.text), ("other", text)]),
        None => price,
    }
}

/// As it stands within a line.
fn within(what: &str) -> String {
    let first = what.split(' ').next().unwrap_or_default();
    if COMMON.iter().any(|word| first.eq_ignore_ascii_case(word)) {
        let rest = what.get(first.len()..).unwrap_or_default();
        return [&first.to_ascii_lowercase(), rest].concat();
    }
    what.to_owned()
}

/// "£3", "£2.50", "£1,200".
fn pounds(pence: u32) -> String {
    let (whole, part) = (pence / 100, pence % 100);
    let mut text = "£".to_owned();
    let digits = whole.to_string();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if part > 0 {
        text.push('.');
        text.push_str(if part < 10 { "0" } else { "" });
        text.push_str(&part.to_string());
    }
    text
}
