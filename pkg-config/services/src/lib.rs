//! The check of services for a page: the same report that the command prints, made in the browser of whoever drops a file.

use wasm_bindgen::prelude::wasm_bindgen;
use what_matters::directory;
use what_matters::words::Day;

/// Files that are checked together.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Check(directory::Check);

#[wasm_bindgen]
impl Check {
    /// `today` is such as 2026-11-25.
    #[wasm_bindgen(constructor)]
    pub fn new(today: &str) -> Self {
        Self(directory::Check::new(&[], Day::parse(today)))
    }

    /// Takes a map of the host's own. What comes back is the report on it.
    pub fn map(&mut self, name: &str, bytes: &[u8]) -> String {
        self.0.map(name, bytes)
    }

    /// Takes a feed. What comes back is the report on it.
    pub fn feed(&mut self, name: &str, bytes: &[u8]) -> String {
        self.0.feed(name, bytes)
    }
}

/// Whether a file is a map and no feed.
#[wasm_bindgen(js_name = isMap)]
pub fn is_map(bytes: &[u8]) -> bool {
    directory::is_map(bytes)
}
