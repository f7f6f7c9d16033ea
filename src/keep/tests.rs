//! What a saved session promises, shown on the sample guide.

use proptest::prelude::*;

use super::{SavedError, read, write};
use crate::guide::sample::shared;
use crate::session::sample::{any_session, place, session, words_in, write as written};
use crate::session::{Action, Field};

#[test]
fn another_guides_words_are_not_opened_here() {
    let saved = write(&session("full")).replace(r#""sample""#, r#""other""#);
    let error = SavedError::OtherGuide("other".into());
    assert_eq!(read(&saved, shared()), Err(error));
}

#[test]
fn a_newer_form_is_named_as_newer() {
    let newer = r#"{"saved": 3, "guide": "sample", "anything": []}"#;
    assert_eq!(read(newer, shared()), Err(SavedError::Newer(3)));
}

#[test]
fn what_the_guide_does_not_know_any_more_is_kept_and_written_again() {
    let told = session("full").apply(written("matters", "My dog"));
    let saved = write(&told);
    let older = saved.replace(
        r#"{"place":{"prompt":"matters"}"#,
        r#"{"place":{"prompt":"gone"}"#,
    );
    assert_ne!(older, saved);
    let back = read(&older, shared()).unwrap();
    let words = words_in(&back, &place("gone"), &Field::Words);
    assert_eq!(words[0].words(), "My dog");
    assert!(!back.is_open(&place("gone")));
    assert_eq!(write(&back.apply(Action::Back)), older);
}

#[test]
fn a_place_the_guide_lost_gives_way_to_the_first() {
    let saved = write(&session("full")).replace(r#""who""#, r#""gone""#);
    assert_eq!(read(&saved, shared()).unwrap(), session("full"));
}

#[test]
fn a_place_that_takes_no_card_or_comes_after_the_summary_gives_way_to_the_first() {
    let saved = write(&session("full"));
    for place in [r#"{"prompt":"who","card":"home"}"#, r#"{"prompt":"close"}"#] {
        let other = saved.replace(r#""at":{"prompt":"who"}"#, &format!(r#""at":{place}"#));
        assert_ne!(other, saved);
        assert_eq!(read(&other, shared()).unwrap(), session("full"), "{place}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_written_reads_back_the_same(session in any_session()) {
        prop_assert_eq!(read(&write(&session), shared()).unwrap(), session);
    }

    #[test]
    fn damage_never_panics(session in any_session(), cut: usize, at: usize, letter: char) {
        let saved = write(&session);
        let mut letters: Vec<char> = saved.chars().collect();
        let cut = cut % letters.len();
        let at = at % letters.len();
        letters[at] = letter;
        let changed: String = letters.iter().collect();
        let shorter: String = letters.iter().take(cut).collect();
        prop_assert_eq!(read(&shorter, shared()), Err(SavedError::Form));
        if let Ok(session) = read(&changed, shared()) {
            let _ = session.apply(Action::Next).apply(Action::Back);
        }
    }
}
