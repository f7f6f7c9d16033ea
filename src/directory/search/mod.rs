//! Searching the services by words, as somebody types them.

mod fold;
mod index;
mod slip;

pub(super) use index::{Collected, Place, scores};
