//! Everything that needs no browser, in one binary.

mod architecture;
mod help;
mod journeys;
mod paper;
mod saved;
mod sessions;
mod summaries;
mod tone;
mod views;
mod words;
