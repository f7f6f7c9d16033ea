//! The check of services for a page: the same report that the command prints, made in the browser of whoever drops a file.

use wasm_bindgen::prelude::wasm_bindgen;
use what_matters::directory::{Map, Reading, report, report_on_map};
use what_matters::words::Day;

/// The map we ship.
const SHIPPED: &str = include_str!("../../../www/services/map.json");

/// The report on a feed. `name` is only printed; `map` is a map of the host's own, or empty; `today` is such as 2026-11-25.
#[wasm_bindgen]
pub fn check(name: &str, text: &str, map: &str, today: &str) -> String {
    let map = if map.is_empty() { SHIPPED } else { map };
    report(
        name,
        &Reading::of(text),
        &Map::read(map).map,
        Day::parse(today),
    )
}

/// The report on a map of the host's own.
#[wasm_bindgen(js_name = checkMap)]
pub fn check_map(name: &str, text: &str) -> String {
    report_on_map(name, &Map::read(text).problems)
}
