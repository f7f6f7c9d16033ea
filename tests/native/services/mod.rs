//! Feeds of services: every shape they are met in, and everything that can be wrong with them.

mod command;
mod generated;
mod map;
mod missing;
mod pack;
mod say;
mod shapes;
mod wrong;

use serde_json::Value;
use what_matters::directory::{Reading, Service};

/// The shape of the standard, with everything in it.
pub(crate) const STANDARD: &str = include_str!("../../data/services/standard.json");
/// The shape of the United Kingdom's profile.
pub(crate) const UNITED_KINGDOM: &str = include_str!("../../data/services/united-kingdom.json");
/// The shape of the United Kingdom's first version, which many still have.
pub(crate) const OLDER: &str = include_str!("../../data/services/older.json");

/// The service of the standard's shape that has everything, as its publisher wrote it.
pub(crate) fn whole() -> Value {
    let feed: Value = serde_json::from_str(STANDARD).expect("JSON");
    feed["contents"][0].clone()
}

/// Reads one service, and what is said of it by code.
pub(crate) fn one(service: &Value) -> (Option<Service>, Vec<&'static str>) {
    let reading = Reading::of(&service.to_string());
    let codes = reading.problems.iter().map(|problem| problem.code.name());
    let service = reading.services.first().map(|service| (**service).clone());
    (service, codes.collect())
}
