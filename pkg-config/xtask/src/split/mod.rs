//! One program in several files: what the first screen needs, and parts that are fetched when they are wanted.
//!
//! All share one memory and one table of functions. A call of what is in a later part goes by the table, where that part puts its functions when it comes;
//! every part calls into the first file by what that exports. Nothing in the code knows of it: a function is moved by its name.

mod data;
mod facts;
mod first;
mod part;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use facts::Facts;
use wasm_encoder::TableType;

use crate::Outcome;
use crate::imports::short;

/// A function called directly from the first file costs a place in the table. Smaller ones than this many bytes stay.
const SMALL: usize = 48;

/// The files.
pub(crate) struct Split {
    /// What the first screen needs.
    pub(crate) first: Vec<u8>,
    /// The later parts, in the order they come.
    pub(crate) parts: Vec<Vec<u8>>,
}

/// Takes a module with names apart. Functions whose names hold one of the names of a part go into it, with all that only they call.
/// A later part may come alone when those before it are here.
pub(crate) fn split(wasm: &[u8], named: &[&[&str]]) -> Outcome<Split> {
    let facts = Facts::of(wasm).map_err(|error| error.to_string())?;
    let plan = Plan::of(&facts, named);
    let first = first::write(&facts, &plan, wasm)?;
    let parts = (1..=named.len()).map(|part| part::write(&facts, &plan, wasm, part));
    let parts = parts.collect::<Outcome<Vec<_>>>()?;
    for (part, file) in std::iter::once(&first).chain(&parts).enumerate() {
        wasmparser::validate(file).map_err(|error| format!("part {part}: {error}"))?;
    }
    Ok(Split { first, parts })
}

/// What goes where. Functions are named by their index in the module as it was, parts by their number; the first file is 0.
struct Plan {
    /// The part of each function that is not in the first file.
    moved: BTreeMap<u32, usize>,
    /// Where in the table each function stands that another file calls or hands on, and that is not in the first.
    slots: BTreeMap<u32, u32>,
    /// How large the table is in the end.
    table: u32,
    /// The functions of the first file that each part calls.
    lent: BTreeMap<usize, BTreeSet<u32>>,
}

impl Plan {
    fn of(facts: &Facts, named: &[&[&str]]) -> Self {
        let moved = moved(facts, named);
        let part_of = |function: &u32| moved.get(function).copied().unwrap_or_default();
        let mut slots: BTreeMap<u32, u32> = facts
            .table
            .iter()
            .filter(|(_, function)| moved.contains_key(function))
            .map(|(slot, function)| (*function, *slot))
            .collect();
        let mut table = facts.table_size;
        let mut lent: BTreeMap<usize, BTreeSet<u32>> = BTreeMap::new();
        for (function, calls) in &facts.calls {
            for called in calls {
                match (part_of(function), part_of(called)) {
                    (from, to) if from == to => {}
                    (from, 0) => {
                        lent.entry(from).or_default().insert(*called);
                    }
                    _ => {
                        slots.entry(*called).or_insert_with(|| {
                            table += 1;
                            table - 1
                        });
                    }
                }
            }
        }
        Self {
            moved,
            slots,
            table,
            lent,
        }
    }

    /// The part a function is in.
    fn part(&self, function: u32) -> usize {
        self.moved.get(&function).copied().unwrap_or_default()
    }

    /// The functions of a part, in order.
    fn functions(&self, part: usize) -> impl Iterator<Item = u32> {
        let all = self.moved.iter();
        all.filter_map(move |(function, of)| (*of == part).then_some(*function))
    }

    /// Where a call goes by the table: into another part than its own, and not the first.
    fn slot(&self, from: usize, called: u32) -> Option<u32> {
        let elsewhere = self.part(called) != from;
        self.slots.get(&called).copied().filter(|_| elsewhere)
    }

    /// All that the first file lends, each under the name that stands at its place.
    fn all_lent(&self) -> Vec<u32> {
        let all: BTreeSet<u32> = self.lent.values().flatten().copied().collect();
        all.into_iter().collect()
    }

    /// Which function of a part stands where in the table. One may stand there more than once.
    fn filled(&self, facts: &Facts, part: usize) -> BTreeMap<u32, u32> {
        let handed_on = facts
            .table
            .iter()
            .map(|(slot, function)| (*slot, *function));
        let called = self.slots.iter().map(|(function, slot)| (*slot, *function));
        let all = handed_on.chain(called);
        all.filter(|(_, function)| self.part(*function) == part)
            .collect()
    }

    /// Makes room in the table for what is called by it.
    fn grow(&self, table: &mut TableType) {
        table.minimum = u64::from(self.table);
        table.maximum = table.maximum.map(|most| most.max(table.minimum));
    }
}

/// The name under which the first file lends something to a later one. An underscore tells it from what the script calls.
fn lent(at: usize) -> String {
    ["_", &short(at)].concat()
}

/// Which functions go into which part.
fn moved(facts: &Facts, named: &[&[&str]]) -> BTreeMap<u32, usize> {
    let callers = facts.callers();
    let in_table: BTreeSet<u32> = facts.table.values().copied().collect();
    let part_by_name = |function: u32| {
        let name = facts.names.get(&function)?;
        let holds = |names: &&[&str]| names.iter().any(|one| name.contains(one));
        named.iter().position(holds).map(|at| at + 1)
    };
    let free = || facts.own().filter(|one| !facts.exported.contains(one));
    let mut moved: BTreeMap<u32, usize> = free()
        .filter_map(|function| Some((function, part_by_name(function)?)))
        .collect();
    let is_too_small = |function: &u32, part: &usize| {
        let is_outside = |by: &u32| moved.get(by) != Some(part);
        let by = callers.get(function);
        facts.size(*function) < SMALL && by.is_some_and(|by| by.iter().any(is_outside))
    };
    let small = moved.iter().filter(|(one, part)| is_too_small(one, part));
    let small: Vec<u32> = small.map(|(function, _)| *function).collect();
    for function in &small {
        moved.remove(function);
    }
    // What only later parts call goes with them: into the earliest that calls it.
    loop {
        let follows = |function: u32| {
            if moved.contains_key(&function) || in_table.contains(&function) {
                return None;
            }
            let by = callers.get(&function)?;
            let parts: Option<Vec<usize>> = by.iter().map(|by| moved.get(by).copied()).collect();
            Some((function, parts?.into_iter().min()?))
        };
        let more: Vec<(u32, usize)> = free().filter_map(follows).collect();
        if more.is_empty() {
            return moved;
        }
        moved.extend(more);
    }
}
