//! Looking through all of it: by words, part of life, day, cost, place and way of taking part.

use std::rc::Rc;

use super::facts::{Facts, Price};
use super::list::{AREA, Directory, Outward, bit};
use super::search::scores;
use super::service::Ways;
use super::shuffle::shuffled;

/// What is looked for. What is left out does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought<'s> {
    /// Words as they are typed.
    pub typed: &'s str,
    /// A part of life, as the map names it.
    pub area: Option<&'s str>,
    /// A day of the week; 0 is Monday.
    pub day: Option<u8>,
    /// Only what is free for everyone.
    pub is_free: bool,
    /// An outward code, to have what is there first, and then the nearest.
    pub near: Option<&'s str>,
    /// Ways to take part; one of them is enough.
    pub ways: Ways,
    /// What puts those that fit alike in an order of their own.
    pub seed: u32,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// How many there are.
    pub count: usize,
    /// The first of them, by their numbers.
    pub first: Vec<usize>,
    /// Whether the outward code asked for is one of the list.
    pub is_near_known: bool,
}

impl Directory {
    /// Looks through all services: how many there are, and the first so many of them.
    /// What fits best comes first, or what is nearest; among those that fit alike the order is the conversation's own.
    pub fn find(&self, sought: &Sought<'_>, most: usize) -> Found {
        let scores = scores(self.words(), self.len(), sought.typed);
        let area = sought.area.map(|area| bit(&self.tags(), AREA, area));
        let fits = |facts: &Facts| {
            area.is_none_or(|area| facts.tags & area != 0)
                && sought.day.is_none_or(|day| facts.days.has(day))
                && (!sought.is_free || facts.price == Price::Free)
                && (sought.ways.is_empty() || sought.ways.bits() & facts.ways.bits() != 0)
        };
        let outwards = sought.near.map(|_| self.outwards()).unwrap_or_default();
        let near = sought.near.and_then(|near| known(near, &outwards));
        let mut all: Vec<((bool, u64), u32, usize)> = Vec::new();
        for (number, (facts, score)) in self.facts().zip(&scores).enumerate() {
            if *score > 0 && fits(&facts) {
                let rank = match near {
                    Some((number, from)) => (
                        usize::from(facts.outward) != number,
                        distance(from, stands(&facts, &outwards)),
                    ),
                    None => (false, u64::from(u16::MAX - *score)),
                };
                all.push((rank, shuffled(sought.seed, number), number));
            }
        }
        let count = all.len();
        if most < count {
            all.select_nth_unstable(most);
            all.truncate(most);
        }
        all.sort_unstable();
        Found {
            count,
            first: all.into_iter().map(|(_, _, number)| number).collect(),
            is_near_known: near.is_some(),
        }
    }
}

/// The number of the outward code that is typed, if it is one of the list, and where it stands.
fn known(typed: &str, outwards: &[Outward]) -> Option<(usize, Option<(i32, i32)>)> {
    // The first half is whole where something stands after it.
    let first = typed.split_whitespace().next().unwrap_or_default();
    let is_whole = first.bytes().any(|sign| sign.is_ascii_digit());
    let typed = if is_whole { first } else { typed };
    let mut typed: Vec<u8> = typed.bytes().filter(u8::is_ascii_alphanumeric).collect();
    // Whoever types all of it means the first half.
    if let [.., digit, one, two] = typed[..]
        && digit.is_ascii_digit()
        && one.is_ascii_alphabetic()
        && two.is_ascii_alphabetic()
        && typed.len() > 4
    {
        typed.truncate(typed.len() - 3);
    }
    let is_typed = |code: &Rc<str>| code.as_bytes().eq_ignore_ascii_case(&typed);
    let mut all = (1..).zip(outwards);
    let known = all.find(|(_, (code, _))| is_typed(code));
    known.map(|(number, (_, at))| (number, *at))
}

/// Where a service is: its own place, or that of its outward code.
fn stands(facts: &Facts, outwards: &[Outward]) -> Option<(i32, i32)> {
    let by_code = || {
        let at = usize::from(facts.outward).checked_sub(1)?;
        outwards.get(at).and_then(|(_, at)| *at)
    };
    facts.at.or_else(by_code)
}

/// How far apart two places are, to compare with others and for nothing else. What has no place is furthest.
/// A degree of longitude counts six tenths of one of latitude, as it is some 53 degrees north.
fn distance(one: Option<(i32, i32)>, other: Option<(i32, i32)>) -> u64 {
    let Some((one, other)) = one.zip(other) else {
        return u64::MAX;
    };
    let north = u64::from(one.0.abs_diff(other.0));
    let east = u64::from(one.1.abs_diff(other.1)) * 6 / 10;
    north
        .saturating_mul(north)
        .saturating_add(east.saturating_mul(east))
}
