//! What a saved session promises, shown on the sample guide.

use proptest::prelude::*;

use std::collections::BTreeMap;

use super::pieces::{self, Piece};
use super::{SavedError, read, write};
use crate::guide::sample::shared;
use crate::json::Writer;
use crate::session::sample::{
    any_actions, any_session, beside_jo, place, session, words_in, write as written,
};
use crate::session::{Action, Field, Mode, Session};
use crate::words::Said;

/// The pieces kept, as the script keeps them: another of the same name takes its place.
#[derive(Debug, Default)]
pub(crate) struct Kept(BTreeMap<String, Said>);

impl Kept {
    pub(crate) fn note(&mut self, pieces: impl IntoIterator<Item = Piece>) {
        let pieces = pieces.into_iter();
        self.0
            .extend(pieces.map(|piece| (piece.of.name(), piece.text)));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What the script gives to an instance that takes all this up, with what stood in boxes.
    pub(crate) fn back(&self, boxes: &[(&str, &str)]) -> String {
        let beside = |of: &str| self.0.get(of).map_or("", Said::words).to_owned();
        let mut out = Writer::default();
        out.open('[');
        for text in [self.joined(), beside("earlier/"), beside("brought/")] {
            out.text(&text);
        }
        out.open('[');
        for (name, words) in boxes {
            out.open('[');
            out.text(name);
            out.text(words);
            out.close(']');
        }
        out.close(']');
        out.text(&beside("kept/"));
        out.close(']');
        out.done()
    }

    /// The pieces joined, as the script joins them.
    pub(crate) fn joined(&self) -> String {
        let of = |list: &str| {
            let own = self.0.iter();
            let own = own.filter(|(of, _)| of.split('/').next() == Some(list));
            own.map(|(_, text)| text.words())
                .collect::<Vec<_>>()
                .join(",")
        };
        let lists = ["answers", "notes", "wordings", "looked"];
        let lists = lists.map(|list| format!("\"{list}\":[{}]", of(list)));
        let flags = ["opened", "kept_back"].map(|list| format!("\"{list}\":{{{}}}", of(list)));
        format!("{{{},{},{}}}", of("head"), lists.join(","), flags.join(","))
    }
}

/// Walks on, with what each action changed noted.
fn noted(mut session: Session, kept: &mut Kept, actions: &[Action]) -> Session {
    for action in actions {
        session = session.apply(action);
        kept.note(pieces::touched(&session, action));
    }
    session
}

#[test]
fn another_guides_words_are_not_opened_here() {
    let saved = write(&session("full")).replace(r#""sample""#, r#""other""#);
    let error = SavedError::OtherGuide("other".into());
    assert_eq!(read(&saved, shared()), Err(error));
}

#[test]
fn a_newer_form_is_named_as_newer() {
    let newer = r#"{"saved": 4, "guide": "sample", "anything": []}"#;
    assert_eq!(read(newer, shared()), Err(SavedError::Newer(4)));
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
        let back = read(&write(&session), shared()).unwrap();
        // Whether there are services is the page's to say.
        prop_assert_eq!(back.with_services(session.has_services()), session);
    }

    #[test]
    fn the_pieces_noted_on_any_walk_are_the_session_joined(short: bool, services: bool, together in any_actions(), alone in any_actions()) {
        let mut kept = Kept::default();
        let start = session(if short { "short" } else { "full" }).with_services(services);
        let met = noted(beside_jo(start), &mut kept, &together);
        let session = noted(met.in_mode(Mode::Alone, "".into()), &mut kept, &alone);
        kept.note([pieces::head(&session)]);
        prop_assert_eq!(read(&kept.joined(), shared()).unwrap(), read(&write(&session), shared()).unwrap());
        let mut whole = Kept::default();
        whole.note(pieces::all(&session));
        prop_assert_eq!(whole.joined(), kept.joined());
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
