//! Everything that needs no browser, in one binary.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that finds something missing has to stop"
)]

mod architecture;
mod codes;
mod corpus;
mod damaged;
mod docs;
mod fuzzed;
mod guides;
mod help;
mod journeys;
mod locked;
mod machine;
mod paper;
mod pressing;
mod saved;
mod services;
mod sessions;
mod summaries;
mod supply;
mod tone;
mod views;
mod words;
