//! What a lock promises.

use base64ct::{Base64, Encoding as _};
use proptest::prelude::*;

use super::header::SIGNS;
use super::offered::{offered, words};
use super::{Header, Key, LockError, Passphrase, Settings, unlock};

const WORDS: &str = "Seeing my garden. Gweld fy ngardd. 🌱";

/// The quickest key there is, so that thousands can be made.
fn key(passphrase: &str, salt: u8) -> Key {
    let settings = Settings::new(8, 1).unwrap();
    Key::derive(&Passphrase::new(passphrase), settings, [salt; 16]).unwrap()
}

fn locked() -> String {
    key("walnut garden", 1).lock(WORDS, [2; 12]).unwrap()
}

fn opened(locked: &str, passphrase: &str) -> Result<String, LockError> {
    unlock(locked, &Passphrase::new(passphrase))
}

/// A locked text with the bytes of its header changed from a place on.
fn with(locked: &str, at: usize, new: &[u8]) -> String {
    let mut bytes = Base64::decode_vec(locked).unwrap();
    bytes[at..at + new.len()].copy_from_slice(new);
    Base64::encode_string(&bytes)
}

#[test]
fn the_passphrase_opens_and_any_other_does_not() {
    let locked = locked();
    assert_eq!(opened(&locked, "walnut garden"), Ok(WORDS.to_owned()));
    for other in [
        "",
        "walnut",
        "walnut gardens",
        "Walnut garden",
        "walnutgarden",
    ] {
        assert_eq!(opened(&locked, other), Err(LockError::CannotOpen));
    }
}

#[test]
fn white_space_nobody_sees_makes_no_difference() {
    let typed = "\u{a0} walnut \t\n  garden\n";
    assert_eq!(opened(&locked(), typed), Ok(WORDS.to_owned()));
    assert_eq!(Passphrase::new(typed).characters(), 13);
}

#[test]
fn a_locked_text_is_one_line_and_shows_nothing() {
    let locked = locked();
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "+/=".contains(sign);
    assert!(locked.chars().all(is_plain));
    let bytes = Base64::decode_vec(&locked).unwrap();
    let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(has(b"WMlocked"));
    assert!(!has(b"garden") && !has(b"walnut"));
}

#[test]
fn another_salt_or_nonce_locks_the_same_text_otherwise() {
    let after_header = |locked: String| locked[SIGNS..].to_owned();
    let all = [
        locked(),
        key("walnut garden", 1).lock(WORDS, [3; 12]).unwrap(),
        key("walnut garden", 2).lock(WORDS, [2; 12]).unwrap(),
        key("walnut gardens", 1).lock(WORDS, [2; 12]).unwrap(),
    ];
    let mut all = all.map(after_header).to_vec();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 4);
}

#[test]
fn no_bit_can_be_changed() {
    let locked = locked();
    for at in 0..locked.len() * 7 {
        let mut changed = locked.clone().into_bytes();
        changed[at / 7] ^= 1 << (at % 7);
        let changed = String::from_utf8(changed).unwrap();
        assert!(opened(&changed, "walnut garden").is_err(), "text, bit {at}");
    }
    let bytes = Base64::decode_vec(&locked).unwrap();
    for at in 0..bytes.len() * 8 {
        let changed = with(&locked, at / 8, &[bytes[at / 8] ^ (1 << (at % 8))]);
        let error = match at / 8 {
            0..8 => LockError::NotLocked,
            8 if bytes[8] ^ (1 << (at % 8)) > 1 => LockError::Newer(1 | (1 << (at % 8))),
            _ => LockError::CannotOpen,
        };
        assert_eq!(opened(&changed, "walnut garden"), Err(error), "bit {at}");
    }
}

#[test]
fn nothing_can_be_cut_off_or_added() {
    let locked = locked();
    for length in 0..locked.len() {
        let error = match length {
            0..12 => LockError::NotLocked,
            _ => LockError::CannotOpen,
        };
        assert_eq!(opened(&locked[..length], "walnut garden"), Err(error));
    }
    for more in ["A", "AAAA", "====", "é", &locked] {
        let longer = format!("{locked}{more}");
        assert_eq!(opened(&longer, "walnut garden"), Err(LockError::CannotOpen));
    }
}

#[test]
fn the_lock_holds_the_header_too() {
    // With the key at hand the salt is not needed, so nothing else would notice that it is another.
    let other_salt = with(&locked(), 17, &[9; 16]);
    assert!(Header::read(&other_salt).is_ok());
    let opened = key("walnut garden", 1).open(&other_salt);
    assert_eq!(opened, Err(LockError::CannotOpen));
}

#[test]
fn settings_out_of_bounds_are_refused_before_a_key_is_made() {
    // Had a key been tried, these would take terabytes or end as `NoMemory`.
    for memory in [0, 7, 65_537, u32::MAX] {
        assert_eq!(Settings::new(memory, 1), None);
        let changed = with(&locked(), 9, &memory.to_be_bytes());
        assert_eq!(Header::read(&changed), Err(LockError::CannotOpen));
        assert_eq!(
            opened(&changed, "walnut garden"),
            Err(LockError::CannotOpen)
        );
    }
    for passes in [0, 11, u32::MAX] {
        assert_eq!(Settings::new(8, passes), None);
        let changed = with(&locked(), 13, &passes.to_be_bytes());
        assert_eq!(Header::read(&changed), Err(LockError::CannotOpen));
        assert_eq!(
            opened(&changed, "walnut garden"),
            Err(LockError::CannotOpen)
        );
    }
    for (memory, passes) in [(8, 1), (65_536, 10)] {
        assert!(Settings::new(memory, passes).is_some());
    }
    let usual = Settings::default();
    assert_eq!((usual.memory_kib(), usual.passes()), (19_456, 2));
}

#[test]
fn what_was_never_locked_is_told_from_what_is_newer() {
    for text in [
        "",
        "Seeing my garden",
        r#"{"saved": 1}"#,
        "V01sb2NrZWQ=",
        "ééééééé",
    ] {
        assert_eq!(opened(text, "walnut garden"), Err(LockError::NotLocked));
    }
    let newer = Base64::encode_string(b"WMlocked\x02in another form");
    assert_eq!(opened(&newer, "walnut garden"), Err(LockError::Newer(2)));
    let spaced = format!("\n {}\n", locked());
    assert_eq!(opened(&spaced, "walnut garden"), Ok(WORDS.to_owned()));
}

#[test]
fn a_key_made_again_opens_and_locks() {
    let again = Key::of(&locked(), &Passphrase::new("walnut garden")).unwrap();
    let second = again.lock("My dog", [4; 12]).unwrap();
    assert_eq!(opened(&second, "walnut garden"), Ok("My dog".to_owned()));
}

#[test]
fn ten_bits_pick_each_of_the_six_words() {
    let words: Vec<_> = words().lines().collect();
    let first = words[0];
    let numbers = [0, 1, 511, 512, 1022, 1023];
    let bits = numbers
        .iter()
        .rev()
        .fold(0, |bits, number| (bits << 10) | number);
    let expected = numbers.map(|number: u64| words[usize::try_from(number).unwrap()]);
    assert_eq!(offered(&u64::to_be_bytes(bits)), expected.join(" "));
    // The bits left over change nothing.
    assert_eq!(offered(&[0; 8]), [first; 6].join(" "));
    assert_eq!(offered(&[0xf0, 0, 0, 0, 0, 0, 0, 0]), [first; 6].join(" "));
}

#[test]
fn the_words_are_plain_and_as_many_as_ten_bits_name() {
    let words: Vec<_> = words().lines().collect();
    assert_eq!(words.len(), 1024);
    assert!(words.is_sorted_by(|one, next| one < next));
    for word in words {
        assert!((3..=7).contains(&word.len()), "{word}");
        assert!(
            word.bytes().all(|letter| letter.is_ascii_lowercase()),
            "{word}"
        );
    }
}

proptest! {
    #[test]
    fn what_is_locked_opens_the_same(
        text in any::<String>(),
        passphrase in any::<String>(),
        salt: [u8; 16],
        nonce: [u8; 12],
        passes in 1_u32..4,
    ) {
        let settings = Settings::new(8 * passes, passes).unwrap();
        let key = Key::derive(&Passphrase::new(&passphrase), settings, salt).unwrap();
        let locked = key.lock(&text, nonce).unwrap();
        prop_assert_eq!(key.open(&locked), Ok(text.clone()));
        prop_assert_eq!(opened(&locked, &passphrase), Ok(text));
    }

    #[test]
    fn anything_at_all_is_read_without_a_panic(text: String) {
        let after = format!("V01sb2NrZWQB{text}");
        prop_assert_eq!(opened(&text, "walnut garden"), Err(LockError::NotLocked));
        prop_assert_eq!(opened(&after, "walnut garden"), Err(LockError::CannotOpen));
    }
}
