//! Support in the community, read from what charities and councils publish. No person's words are ever in it.

mod answer;
mod bytes;
mod check;
mod facts;
mod find;
mod gathering;
#[cfg(test)]
mod gathering_tests;
mod list;
mod map;
mod offer;
mod packing;
mod problem;
mod read;
mod record;
mod report;
mod say;
mod search;
mod service;
mod shuffle;
#[cfg(test)]
mod tests;

use std::collections::BinaryHeap;

pub use check::{Check, is_map};
pub use find::{Found, Sought};
pub use gathering::{Gathering, Refused, Trouble, trouble_with_map};
pub use list::{Directory, Unreadable};
pub use map::{Map, MapReading, Marks};
pub use offer::Offer;
pub use packing::{Packing, Source};
pub use problem::{Code, Problem};
pub use read::{Reading, outward_code};
pub use say::is_long_ago;
pub use service::{Ages, Cost, Days, Every, Phone, Place, Service, Term, Time, Ways};

/// Texts in their order, and what is the same in the order it came in. There is one sort in what reads a feed, so that it is carried once.
fn sorted(list: Vec<(&str, usize)>) -> Vec<(&str, usize)> {
    BinaryHeap::from(list).into_sorted_vec()
}
