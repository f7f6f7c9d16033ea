//! What two slots promise.

use proptest::prelude::*;

use super::faulty::{Faulty, Wrong};
use super::*;
use crate::words::Said;

const GUIDE: &str = "first-conversation";

fn moment(now: u64, id: u8) -> Moment {
    Moment {
        now,
        id: [id; 8],
        nonce: [id; 12],
    }
}

fn content(words: &str) -> Content {
    Content {
        guide: GUIDE.into(),
        text: Said::new(words),
        key: None,
        minutes: None,
    }
}

/// Writes several in turn, and tells where they lie.
fn wrote(store: &Faulty, all: &[&str]) -> Held {
    let mut held = None;
    for words in all {
        held = Some(save(store, held.as_ref(), &content(words), &moment(10, 1)).unwrap());
    }
    held.unwrap()
}

/// The words that would be taken up.
fn found(store: &Faulty) -> Vec<String> {
    let all = find(store, GUIDE, 10).unwrap();
    all.iter().map(|one| one.text.words().to_owned()).collect()
}

#[test]
fn the_last_words_are_found_and_the_ones_before_stand_in_the_other_slot() {
    let store = Faulty::default();
    let held = wrote(&store, &["one", "two", "three"]);
    assert_eq!(found(&store), ["three"]);
    assert_eq!((held.count, store.count()), (3, 2));
    assert!(
        store
            .texts
            .borrow()
            .values()
            .any(|text| text.contains("\"two\""))
    );
}

#[test]
fn a_write_torn_anywhere_leaves_the_words_before_it() {
    let whole = Faulty::default();
    wrote(&whole, &["one", "two"]);
    let (name, text) = whole
        .texts
        .borrow()
        .iter()
        .find(|(_, text)| text.contains("\"two\""))
        .map(|(name, text)| (name.clone(), text.clone()))
        .unwrap();
    for length in 0..text.len() {
        whole
            .texts
            .borrow_mut()
            .insert(name.clone(), text[..length].to_owned());
        assert_eq!(found(&whole), ["one"], "cut at {length}");
    }
    for bit in 0..text.len() * 7 {
        let mut changed = text.clone().into_bytes();
        changed[bit / 7] ^= 1 << (bit % 7);
        let changed = String::from_utf8(changed).unwrap();
        whole.texts.borrow_mut().insert(name.clone(), changed);
        assert_eq!(found(&whole), ["one"], "bit {bit}");
    }
}

#[test]
fn what_is_damaged_since_is_written_over_and_the_good_slot_is_not() {
    let store = Faulty::default();
    let held = wrote(&store, &["one", "two"]);
    for text in store.texts.borrow_mut().values_mut() {
        if text.contains("\"two\"") {
            text.truncate(20);
        }
    }
    let held = save(&store, Some(&held), &content("three"), &moment(10, 2)).unwrap();
    assert_eq!(found(&store), ["three"]);
    assert_eq!((held.count, store.count()), (3, 2));
    assert!(
        store
            .texts
            .borrow()
            .values()
            .any(|text| text.contains("\"one\""))
    );
}

#[test]
fn two_that_took_up_the_same_words_never_write_over_each_other() {
    let store = Faulty::default();
    let both = wrote(&store, &["together"]);
    let first = save(&store, Some(&both), &content("mine"), &moment(11, 2)).unwrap();
    let second = save(&store, Some(&both), &content("yours"), &moment(12, 3)).unwrap();
    assert_eq!(first.id, both.id);
    assert_ne!(second.id, both.id);
    assert_eq!(found(&store), ["yours", "mine"]);
    let again = save(&store, Some(&first), &content("mine still"), &moment(13, 4)).unwrap();
    assert_eq!(again.id, both.id);
    assert_eq!(found(&store), ["mine still", "yours"]);
}

#[test]
fn what_was_deleted_elsewhere_does_not_come_back() {
    let store = Faulty::default();
    let held = wrote(&store, &["one", "two"]);
    wipe(&store).unwrap();
    let saved = save(&store, Some(&held), &content("three"), &moment(10, 2));
    assert_eq!(saved, Err(StoreError::Vanished));
    assert_eq!(store.count(), 0);
}

#[test]
fn what_a_newer_widget_wrote_is_never_touched_but_by_deleting_everything() {
    let store = Faulty::default();
    let held = wrote(&store, &["one", "two"]);
    store.change(|text| text.replacen("kept 1", "kept 2", 1));
    let newer = store.texts.borrow().clone();
    assert_eq!(found(&store), [""; 0]);
    let saved = save(&store, Some(&held), &content("three"), &moment(10, 2)).unwrap();
    assert_ne!(saved.id, held.id);
    drop_kept(&store, &held.id).unwrap();
    let now = store.texts.borrow().clone();
    assert!(newer.iter().all(|one| now.get(one.0) == Some(one.1)));
    wipe(&store).unwrap();
    assert_eq!(store.count(), 0);
}

#[test]
fn what_outstayed_its_time_is_gone_and_not_a_minute_before() {
    let store = Faulty::default();
    let limited = Content {
        minutes: Some(60),
        ..content("for an hour")
    };
    save(&store, None, &limited, &moment(100, 1)).unwrap();
    assert_eq!(find(&store, GUIDE, 159).unwrap().len(), 1);
    assert_eq!(find(&store, "another", 159).unwrap().len(), 0);
    assert_eq!(store.count(), 1);
    // A clock that went back takes nothing away.
    assert_eq!(find(&store, GUIDE, 2).unwrap().len(), 1);
    assert_eq!(find(&store, "another", 160).unwrap().len(), 0);
    assert_eq!(store.count(), 0);
}

#[test]
fn texts_of_the_page_are_left_alone() {
    let store = Faulty::default();
    for name in [
        "cart",
        "what-matters",
        "what-matters:theme",
        "what-matters:0123456789abcdef:c",
    ] {
        store
            .texts
            .borrow_mut()
            .insert(name.to_owned(), "kept 1 ?".to_owned());
    }
    let held = wrote(&store, &["one"]);
    drop_kept(&store, &held.id).unwrap();
    assert_eq!(store.texts.borrow().len(), 4);
    wipe(&store).unwrap();
    let left: Vec<_> = store.texts.borrow().keys().cloned().collect();
    assert_eq!(left, ["cart", "what-matters"]);
}

#[test]
fn nothing_counts_as_kept_before_it_was_read_back() {
    for (wrong, error) in [
        (Wrong::Deaf, StoreError::Unequal),
        (Wrong::Alters, StoreError::Unequal),
        (Wrong::Cuts, StoreError::Unequal),
        (Wrong::Full, StoreError::Full),
        (Wrong::Denied, StoreError::Blocked),
    ] {
        let store = Faulty::default();
        store.wrong.set(Some(wrong));
        let saved = save(&store, None, &content("been here"), &moment(1, 1));
        assert_eq!(saved, Err(error), "{wrong:?}");
    }
}

#[test]
fn a_record_under_another_id_is_none() {
    let store = Faulty::default();
    wrote(&store, &["one"]);
    let text = store.texts.borrow_mut().pop_first().unwrap().1;
    let name = [PREFIX, "0123456789abcdef:a"].concat();
    store.texts.borrow_mut().insert(name, text);
    assert_eq!(found(&store), [""; 0]);
}

proptest! {
    #[test]
    fn whatever_stands_there_nothing_breaks(texts: Vec<(bool, String)>, words: String) {
        let store = Faulty::default();
        for (at, (is_record, text)) in texts.iter().enumerate() {
            let name = format!("{PREFIX}{at:016x}:a");
            let text = if *is_record { format!("kept 1 {text}") } else { text.clone() };
            store.texts.borrow_mut().insert(name, text);
        }
        prop_assert_eq!(find(&store, GUIDE, 1).unwrap(), []);
        save(&store, None, &content(&words), &moment(1, 255)).unwrap();
        prop_assert_eq!(found(&store), [words]);
    }
}
