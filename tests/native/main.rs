//! Everything that needs no browser, in one binary.

mod architecture;
mod journeys;
mod words;
mod help;
mod tone;
