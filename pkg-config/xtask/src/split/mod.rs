//! One program in several files: what the first screen needs, and what is fetched later, each part when it is wanted.
//!
//! All share one memory and one table of functions. A part calls into a later one by the table, where that puts its functions when it comes;
//! later ones call into the first by what that exports. Nothing in the code knows of it: a function is moved by its name.

mod calls;
mod data;
mod facts;
mod first;
mod later;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use facts::{Callers, Facts};
use wasm_encoder::TableType;

use crate::Outcome;
use crate::imports::short;

/// A function called directly from another file costs a place in the table. Smaller ones than this many bytes stay with who calls them.
const SMALL: usize = 48;

/// What the names hold of what drops a value. It is called as well where there is nothing in it to drop.
const DROPS: [&str; 2] = ["core::ptr::drop_in_place<", ">::drop_slow"];

/// A part that is fetched later: what it is called, and what the names of its functions hold.
pub(crate) type Part<'n> = (&'n str, &'n [&'n str]);

/// The files.
pub(crate) struct Split {
    /// What the first screen needs.
    pub(crate) first: Vec<u8>,
    /// The later parts, in the order they were given.
    pub(crate) later: Vec<Vec<u8>>,
}

/// Takes a module with names apart. The part that is fetched last is given first: what it names is its own, with all that only it calls.
/// What only later parts call is in the last given of those that call it, and marked data is in the last given of all.
pub(crate) fn split(wasm: &[u8], parts: &[Part<'_>]) -> Outcome<Split> {
    let facts = Facts::of(wasm).map_err(|error| error.to_string())?;
    let plan = Plan::of(&facts, parts);
    let sound = |name: &str, file: Vec<u8>| {
        wasmparser::validate(&file).map_err(|error| format!("the {name} file: {error}"))?;
        Ok::<_, String>(file)
    };
    let first = sound("first", first::write(&facts, &plan, wasm)?)?;
    let later = parts.iter().enumerate();
    let later = later.map(|(at, (name, _))| sound(name, later::write(&facts, &plan, at, wasm)?));
    Ok(Split {
        first,
        later: later.collect::<Outcome<_>>()?,
    })
}

/// What goes where. Functions are named by their index in the module as it was, parts by their place in the list.
struct Plan {
    /// How many later parts there are.
    parts: usize,
    /// In which part each function is that is not in the first file.
    homes: BTreeMap<u32, usize>,
    /// Where in the table each function of a later part stands that another file calls, or that is handed on.
    slots: BTreeMap<u32, u32>,
    /// How large the table is in the end.
    table: u32,
    /// The functions of the first file that later parts call.
    lent: Vec<u32>,
}

impl Plan {
    fn of(facts: &Facts, parts: &[Part<'_>]) -> Self {
        let callers = facts.callers();
        let mut homes = named(facts, parts);
        stay(facts, &callers, parts.len(), &mut homes);
        for part in 0..parts.len() {
            follow(facts, &callers, part, &mut homes);
        }
        let mut slots: BTreeMap<u32, u32> = facts
            .table
            .iter()
            .filter(|(_, function)| homes.contains_key(function))
            .map(|(slot, function)| (*function, *slot))
            .collect();
        let mut lent = BTreeSet::new();
        let mut from_first = Vec::new();
        let mut between = BTreeSet::new();
        for (function, calls) in &facts.calls {
            for called in calls {
                match (homes.get(function), homes.get(called)) {
                    (None, Some(_)) => from_first.push(*called),
                    (Some(_), None) => {
                        lent.insert(*called);
                    }
                    (from, to) if from != to => {
                        between.insert(*called);
                    }
                    _ => {}
                }
            }
        }
        let mut table = facts.table_size;
        // What later parts call of each other comes after, so that the first file stays as it is whatever that is.
        for called in from_first.into_iter().chain(between) {
            slots.entry(called).or_insert_with(|| {
                table += 1;
                table - 1
            });
        }
        Self {
            parts: parts.len(),
            homes,
            slots,
            table,
            lent: lent.into_iter().collect(),
        }
    }

    /// The functions of a part.
    fn own(&self, part: usize) -> BTreeSet<u32> {
        let own = self.homes.iter().filter(|(_, home)| **home == part);
        own.map(|(function, _)| *function).collect()
    }

    /// What a part calls of the first file, with where that stands among all it lends.
    fn taken(&self, facts: &Facts, part: usize) -> Vec<(usize, u32)> {
        let own = self.own(part);
        let calls = facts.calls.iter();
        let calls = calls.filter(|(function, _)| own.contains(function));
        let called: BTreeSet<u32> = calls.flat_map(|(_, calls)| calls).copied().collect();
        let lent = self.lent.iter().copied().enumerate();
        lent.filter(|(_, function)| called.contains(function))
            .collect()
    }

    /// Which function of a part stands where in the table. One may stand there more than once.
    fn filled(&self, facts: &Facts, part: usize) -> BTreeMap<u32, u32> {
        let handed_on = facts
            .table
            .iter()
            .map(|(slot, function)| (*slot, *function));
        let called = self.slots.iter().map(|(function, slot)| (*slot, *function));
        let all = handed_on.chain(called);
        all.filter(|(_, function)| self.homes.get(function) == Some(&part))
            .collect()
    }

    /// Where in the table a function stands that is in another later part than who calls it.
    fn slot(&self, from: Option<usize>, called: u32) -> Option<u32> {
        let home = self.homes.get(&called)?;
        let is_elsewhere = from != Some(*home);
        self.slots.get(&called).copied().filter(|_| is_elsewhere)
    }

    /// Makes room in the table for what other files call.
    fn grow(&self, table: &mut TableType) {
        table.minimum = u64::from(self.table);
        table.maximum = table.maximum.map(|most| most.max(table.minimum));
    }
}

/// Which functions are in which part by their names. One that two parts name is in the first of them.
fn named(facts: &Facts, parts: &[Part<'_>]) -> BTreeMap<u32, usize> {
    let home = |function: u32| {
        let name = facts.names.get(&function)?;
        let part = parts
            .iter()
            .position(|(_, names)| names.iter().any(|one| name.contains(one)));
        part.map(|part| (function, part))
    };
    let own = facts.own();
    own.filter(|function| !facts.exported.contains(function))
        .filter_map(home)
        .collect()
}

/// Leaves small functions with who calls them: in the first file if that does, or else in the part that comes before the others.
/// What drops a value stays with them too, but never in the first file, which has no values of a later part.
fn stay(facts: &Facts, callers: &Callers, parts: usize, homes: &mut BTreeMap<u32, usize>) {
    let is_small = |function: u32| facts.size(function) < SMALL;
    let small = outwards(callers, parts, homes, is_small);
    for (function, to) in small {
        if to == parts {
            homes.remove(&function);
        } else {
            homes.insert(function, to);
        }
    }
    let drops = |function: u32| {
        let name = facts.names.get(&function);
        name.is_some_and(|name| DROPS.iter().any(|drops| name.contains(drops)))
    };
    // What one drops another drops in turn.
    loop {
        let moves = outwards(callers, parts, homes, drops).into_iter();
        let moves = moves.map(|(function, to)| (function, to.min(parts - 1)));
        let moves: Vec<_> = moves
            .filter(|(function, to)| homes.get(function) != Some(to))
            .collect();
        if moves.is_empty() {
            break;
        }
        homes.extend(moves);
    }
}

/// Those of some functions that are called from a part that comes before their own, with the first of those; the first file counts as the last part.
fn outwards(
    callers: &Callers,
    parts: usize,
    homes: &BTreeMap<u32, usize>,
    is_one: impl Fn(u32) -> bool,
) -> Vec<(u32, usize)> {
    let to = |function: &u32| {
        let by = callers.get(function)?.iter();
        by.map(|by| homes.get(by).copied().unwrap_or(parts)).max()
    };
    let all = homes.iter().filter(|(function, _)| is_one(**function));
    all.filter_map(|(function, home)| Some((*function, to(function).filter(|to| to > home)?)))
        .collect()
}

/// What only a part calls, and those given before it, goes with it.
fn follow(facts: &Facts, callers: &Callers, part: usize, homes: &mut BTreeMap<u32, usize>) {
    let in_table: BTreeSet<u32> = facts.table.values().copied().collect();
    loop {
        let is_in = |by: &u32| homes.get(by).is_some_and(|home| *home <= part);
        let follows = |function: &u32| {
            !homes.contains_key(function)
                && !facts.exported.contains(function)
                && !in_table.contains(function)
                && callers.get(function).is_some_and(|by| by.iter().all(is_in))
        };
        let more: Vec<u32> = facts.own().filter(follows).collect();
        if more.is_empty() {
            break;
        }
        homes.extend(more.into_iter().map(|function| (function, part)));
    }
}

/// The name under which the first file lends something to later ones. An underscore tells it from what the script calls.
fn lent(at: usize) -> String {
    ["_", &short(at)].concat()
}
