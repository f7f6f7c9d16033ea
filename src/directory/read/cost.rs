//! What a service costs: in pounds where it is a number, and else in words.

use std::rc::Rc;

use super::field::{LINE, NAME, each, first_text, text, words, wrong};
use super::number::decimal;
use super::one::keep;
use crate::directory::problem::{Code, Findings};
use crate::directory::service::Cost;
use crate::json::Node;

/// More pence than this are not meant: £100,000.
const MOST: i64 = 10_000_000;
/// Words for everyone, which say nothing on a card.
const EVERYONE: [&str; 5] = ["everyone", "everybody", "anyone", "all", "free"];
/// Words for nothing.
const FREE: [&str; 8] = [
    "free",
    "free of charge",
    "free for everyone",
    "it is free",
    "no charge",
    "no cost",
    "none",
    "nothing",
];

/// All costs of a service, those in pounds first.
pub(super) fn costs(node: &Node<'_>, findings: &mut Findings) -> Vec<Cost> {
    let mut costs: Vec<Cost> = Vec::new();
    let mut push = |cost: Cost| {
        let says = cost.amount.is_some() || cost.text.is_some();
        if says {
            keep(&mut costs, cost);
        }
    };
    for option in each(node, "cost_options", findings) {
        let what = text(option, "option", NAME, findings);
        let (_, until) = super::time::dates(option, "valid_from", "valid_to", findings);
        let mut cost = Cost {
            what: what.clone().filter(|what| !is_one_of(&EVERYONE, what)),
            amount: amount(option, findings),
            text: text(option, "amount_description", LINE, findings),
            until,
        };
        // Some say in this field alone what it costs: "Donation welcome".
        if cost.amount.is_none() && cost.text.is_none() && option.field("amount").is_none() {
            cost.amount = what.as_ref().and_then(in_pence);
            cost.text = cost.what.take().filter(|_| cost.amount.is_none());
        }
        push(cost);
    }
    if let Some(fees) = first_text(node, &["fees_description", "fees"], LINE, findings) {
        let amount = in_pence(&fees);
        push(Cost {
            what: None,
            amount,
            text: Some(fees).filter(|_| amount.is_none()),
            until: None,
        });
    }
    costs
}

fn is_one_of(words: &[&str], text: &str) -> bool {
    let text = text.trim_end_matches('.');
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Words that are nothing but an amount, or that say it is free.
fn in_pence(text: &Rc<str>) -> Option<u32> {
    if is_one_of(&FREE, text) {
        return Some(0);
    }
    let amount = decimal(text.strip_prefix('£').unwrap_or(text), 2)?;
    u32::try_from(amount).ok().filter(|_| amount <= MOST)
}

fn amount(option: &Node<'_>, findings: &mut Findings) -> Option<u32> {
    let field = option.field("amount")?;
    let written = words(field).unwrap_or_default().trim();
    if written.is_empty() && words(field).is_some() {
        return None;
    }
    let currency = option
        .field("currency")
        .and_then(Node::text)
        .unwrap_or_default()
        .trim();
    if !currency.is_empty() && !currency.eq_ignore_ascii_case("gbp") && currency != "£" {
        wrong(
            Code::WrongCost,
            field,
            "amount",
            " is not in pounds.",
            findings,
        );
        return None;
    }
    let amount = decimal(written.strip_prefix('£').unwrap_or(written), 2);
    let amount = amount.filter(|amount| (0..=MOST).contains(amount));
    if amount.is_none() {
        wrong(Code::WrongCost, field, "amount", " is no cost.", findings);
    }
    u32::try_from(amount?).ok()
}
