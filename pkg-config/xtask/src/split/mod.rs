//! One program in two files: what the first screen needs, and the rest, fetched as soon as that screen stands.
//!
//! Both share one memory and one table of functions. The first calls into the rest by the table, where the rest puts its functions when it comes;
//! the rest calls into the first by what that exports. Nothing in the code knows of it: a function is moved by its name.

mod data;
mod facts;
mod first;
mod rest;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use facts::Facts;
use wasm_encoder::TableType;

use crate::Outcome;
use crate::imports::short;

/// A function called directly from the first file costs a place in the table. Smaller ones than this many bytes stay.
const SMALL: usize = 48;

/// The two files.
pub(crate) struct Split {
    /// What the first screen needs.
    pub(crate) first: Vec<u8>,
    /// All else.
    pub(crate) rest: Vec<u8>,
}

/// Takes a module with names apart. Functions whose names hold one of `later` go into the rest, with all that only they call.
pub(crate) fn split(wasm: &[u8], later: &[&str]) -> Outcome<Split> {
    let facts = Facts::of(wasm).map_err(|error| error.to_string())?;
    let plan = Plan::of(&facts, later);
    let first = first::write(&facts, &plan, wasm)?;
    let rest = rest::write(&facts, &plan, wasm)?;
    for (name, part) in [("first", &first), ("rest", &rest)] {
        wasmparser::validate(part).map_err(|error| format!("the {name} file: {error}"))?;
    }
    Ok(Split { first, rest })
}

/// What goes where. Functions are named by their index in the module as it was.
struct Plan {
    /// The functions of the rest.
    moved: BTreeSet<u32>,
    /// Where in the table each function of the rest stands that the first file calls or hands on.
    slots: BTreeMap<u32, u32>,
    /// How large the table is in the end.
    table: u32,
    /// The functions of the first file that the rest calls.
    lent: Vec<u32>,
}

impl Plan {
    fn of(facts: &Facts, later: &[&str]) -> Self {
        let callers = facts.callers();
        let stays = |function: &u32| facts.exported.contains(function);
        let in_table: BTreeSet<u32> = facts.table.values().copied().collect();
        let is_named = |function: &u32| {
            let name = facts.names.get(function);
            name.is_some_and(|name| later.iter().any(|one| name.contains(one)))
        };
        let mut moved: BTreeSet<u32> = facts
            .own()
            .filter(|function| is_named(function) && !stays(function))
            .collect();
        let is_small = |function: u32| facts.size(function) < SMALL;
        let from_first: Vec<u32> = moved
            .iter()
            .copied()
            .filter(|function| {
                let outside = |by: &u32| !moved.contains(by);
                is_small(*function)
                    && callers
                        .get(function)
                        .is_some_and(|by| by.iter().any(outside))
            })
            .collect();
        for function in &from_first {
            moved.remove(function);
        }
        // What only the rest calls goes with it.
        loop {
            let follows = |function: &u32| {
                let by = callers.get(function);
                !moved.contains(function)
                    && !stays(function)
                    && !in_table.contains(function)
                    && by.is_some_and(|by| by.iter().all(|by| moved.contains(by)))
            };
            let more: Vec<u32> = facts.own().filter(follows).collect();
            if more.is_empty() {
                break;
            }
            moved.extend(more);
        }
        let mut slots: BTreeMap<u32, u32> = facts
            .table
            .iter()
            .filter(|(_, function)| moved.contains(function))
            .map(|(slot, function)| (*function, *slot))
            .collect();
        let mut table = facts.table_size;
        let mut lent = BTreeSet::new();
        for (function, calls) in &facts.calls {
            for called in calls {
                match (moved.contains(function), moved.contains(called)) {
                    (false, true) => {
                        slots.entry(*called).or_insert_with(|| {
                            table += 1;
                            table - 1
                        });
                    }
                    (true, false) => {
                        lent.insert(*called);
                    }
                    _ => {}
                }
            }
        }
        Self {
            moved,
            slots,
            table,
            lent: lent.into_iter().collect(),
        }
    }

    /// Which function of the rest stands where in the table. One may stand there more than once.
    fn filled(&self, facts: &Facts) -> BTreeMap<u32, u32> {
        let handed_on = facts
            .table
            .iter()
            .map(|(slot, function)| (*slot, *function));
        let called = self.slots.iter().map(|(function, slot)| (*slot, *function));
        let all = handed_on.chain(called);
        all.filter(|(_, function)| self.moved.contains(function))
            .collect()
    }

    /// Makes room in the table for what the first file calls.
    fn grow(&self, table: &mut TableType) {
        table.minimum = u64::from(self.table);
        table.maximum = table.maximum.map(|most| most.max(table.minimum));
    }
}

/// The name under which the first file lends something to the rest. An underscore tells it from what the script calls.
fn lent(at: usize) -> String {
    ["_", &short(at)].concat()
}
