//! Any file at all, and any header of a locked one.
#![no_main]
#![expect(dead_code, clippy::expect_used, clippy::panic, reason = "each target uses one of four, and stops at what it finds")]

#[path = "../../../tests/native/fuzzed.rs"]
mod fuzzed;

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzed::file(data));
