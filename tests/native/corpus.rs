//! Every input that a fuzzer found worth keeping, and every one that ever broke something, tried again.

use std::fs;

use super::fuzzed;

fn each(target: &str, hold: fn(&[u8])) {
    let folder = format!("tests/data/fuzz/{target}");
    let mut tried = 0;
    for file in fs::read_dir(&folder).expect("there is a corpus") {
        let path = file.expect("a file").path();
        let input = fs::read(&path).expect("an input");
        let outcome = std::panic::catch_unwind(|| hold(&input));
        assert!(outcome.is_ok(), "{} does not hold", path.display());
        tried += 1;
    }
    assert!(tried > 20, "{folder} holds {tried}");
}

#[test]
fn every_kept_guide_is_refused_with_reasons_or_can_be_walked() {
    each("guide", fuzzed::guide);
}

#[test]
fn every_kept_save_is_refused_or_opens_again_the_same() {
    each("save", fuzzed::save);
}

#[test]
fn every_kept_file_is_refused_or_opens_again_the_same() {
    each("file", fuzzed::file);
}

#[test]
fn every_kept_feed_is_read_with_reasons_and_what_is_offered_of_it_is_found_again() {
    each("services", fuzzed::services);
}
