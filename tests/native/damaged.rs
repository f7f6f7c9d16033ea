//! Damaged saves and files: refused whole, or opened as what they are. With `SOAK` in the environment, all of it at length.

use std::fs;

use proptest::prelude::*;
use what_matters::keep::file::{File, Opened};
use what_matters::keep::lock::{Key, LockError, Passphrase, Settings, unlock};

use super::fuzzed;
use super::sessions::guide;

/// One of so many, or all of them at length.
fn each_of(few: usize) -> usize {
    if std::env::var_os("SOAK").is_some() {
        1
    } else {
        few
    }
}

/// Every file of a folder of `tests/data`.
fn kept(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(format!("tests/data/{folder}")).expect("there is such a folder");
    let paths = entries.map(|entry| entry.expect("a file").path());
    let texts: Vec<_> = paths
        .map(|path| fs::read_to_string(path).expect("a text"))
        .collect();
    assert!(!texts.is_empty(), "{folder} is empty");
    texts
}

#[test]
fn a_save_cut_off_anywhere_is_refused() {
    let guide = guide();
    for text in kept("saved") {
        for at in 0..text.trim_end().len() {
            if let Some(cut) = text.get(..at) {
                assert!(
                    what_matters::keep::read(cut, guide.clone()).is_err(),
                    "at {at}"
                );
            }
        }
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    for text in kept("files") {
        for at in (0..text.trim_end().len()).step_by(each_of(3)) {
            if let Some(cut) = text.get(..at) {
                assert!(File::open(cut).is_err(), "at {at}");
            }
        }
    }
}

#[test]
fn a_save_with_any_bit_flipped_is_refused_or_opens_as_what_it_is() {
    for text in kept("saved") {
        let mut bytes = text.into_bytes();
        for at in (0..bytes.len() * 8).step_by(each_of(7)) {
            bytes[at / 8] ^= 1 << (at % 8);
            fuzzed::save(&bytes);
            bytes[at / 8] ^= 1 << (at % 8);
        }
    }
}

#[test]
fn a_file_with_any_bit_flipped_is_refused_or_is_the_same() {
    for text in kept("files") {
        let whole = File::open(&text);
        let mut bytes = text.into_bytes();
        for at in (0..bytes.len() * 8).step_by(each_of(29)) {
            bytes[at / 8] ^= 1 << (at % 8);
            // The page around what is opened is for people, and may change.
            if let Ok(changed) = str::from_utf8(&bytes) {
                let opened = File::open(changed);
                assert!(opened.is_err() || opened == whole, "bit {at}");
            }
            bytes[at / 8] ^= 1 << (at % 8);
        }
    }
}

#[test]
fn two_saves_run_together_are_refused_or_open_as_what_they_are() {
    let texts = kept("saved");
    for (one, other) in [(0, 1), (1, 0)] {
        let (one, other) = (texts[one].as_bytes(), texts[other].as_bytes());
        for from in (0..one.len()).step_by(each_of(23)) {
            for to in (from % 41..other.len()).step_by(41) {
                fuzzed::save(&[&one[..from], &other[to..]].concat());
            }
        }
    }
}

#[test]
fn a_thousand_other_passphrases_open_nothing() {
    let settings = Settings::new(8, 1).expect("the quickest key there is");
    let key = Key::derive(&Passphrase::new("walnut garden"), settings, [1; 16]);
    let locked = key
        .and_then(|key| key.lock("Seeing my garden", [2; 12]))
        .expect("it locks");
    for number in 0..1000 {
        let other = Passphrase::new(&format!("walnut garden {number}"));
        assert_eq!(unlock(&locked, &other), Err(LockError::CannotOpen));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if each_of(2) == 1 { 10_000 } else { 48 }))]

    #[test]
    fn a_save_with_parts_cut_doubled_and_written_over_is_refused_or_opens_as_what_it_is(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..4_u8, any::<u8>(), 1..40_usize), 1..6),
        of in any::<prop::sample::Index>(),
    ) {
        let texts = kept("saved");
        let mut bytes = of.get(&texts).clone().into_bytes();
        for (at, how, byte, length) in changes {
            let at = at.index(bytes.len());
            let end = (at + length).min(bytes.len());
            match how {
                0 => drop(bytes.drain(at..end)),
                1 => {
                    let part = bytes[at..end].to_vec();
                    bytes.splice(at..at, part);
                }
                2 => bytes[at] = byte,
                _ => bytes.insert(at, byte),
            }
            if bytes.is_empty() {
                break;
            }
        }
        fuzzed::save(&bytes);
        fuzzed::file(&bytes);
    }
}

#[test]
fn what_is_locked_and_kept_asks_for_its_passphrase() {
    for locked in kept("locked") {
        let page = format!("<!--what-matters-locked:{}-->", locked.trim());
        assert!(matches!(File::open(&page), Ok(Opened::Locked(_))));
        for at in 0..locked.trim().len() {
            let cut = format!("<!--what-matters-locked:{}", &locked.trim()[..at]);
            assert!(File::open(&cut).is_err(), "at {at}");
        }
    }
}
