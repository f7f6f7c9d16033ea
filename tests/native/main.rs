//! Everything that needs no browser, in one binary.

mod architecture;
mod help;
mod journeys;
mod paper;
mod tone;
mod words;
mod saved;
mod sessions;
mod summaries;
mod views;
