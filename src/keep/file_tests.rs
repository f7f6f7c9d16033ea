//! What the file that travels promises, shown on the sample guide.

use std::rc::Rc;

use proptest::prelude::*;

use super::file::{File, FileError, Opened};
use super::lock::{Key, Passphrase, Settings, unlock};
use crate::guide::sample::shared as guide;
use crate::session::sample::{after, any_session, beside_jo, opt, place, session, write};
use crate::session::{Action, Field, Session, Verdict, Voice, Wish};
use crate::summary::{Document, Setting, Summary};
use crate::words::{Catalogue, Said};

fn summary(session: &Session) -> Summary {
    Summary::of(session, &Catalogue::english(), &Setting::default())
}

fn file(session: &Session) -> File {
    File::new(session, summary(session), Vec::new())
}

fn document(session: &Session) -> Document {
    let file = file(session);
    file.document(&file.summary.page(), "my-summary.html")
}

fn open(text: &str) -> Result<Rc<File>, FileError> {
    match File::open(text)? {
        Opened::File(file) => Ok(file),
        Opened::Locked(_) => panic!("not locked"),
    }
}

/// A conversation with two voices, a mark and words that want care.
fn told() -> Session {
    let told = [
        write("name", "Sam"),
        write(
            "matters",
            "My dog --> <!--what-matters-file: & “Biscuit”\r\n",
        ),
        Action::Write(place("matters"), Field::Note, Said::new("Lit up")),
        Action::Mark(place("matters"), Voice::Worker, Some(Verdict::NotQuite)),
        opt(
            "walk",
            Wish::More,
            "Walking <b>--> group",
            &["Free & “easy”"],
        ),
        opt("choir", Wish::Later, "Choir", &[]),
        Action::Write(
            place("matters"),
            Field::Beside(Voice::Worker),
            Said::new("At times"),
        ),
    ];
    let start = beside_jo(session("full")).with_services(true);
    let told = after(start, told).with_services(false);
    told.in_mode(crate::session::Mode::Alone, "".into())
}

/// The smallest key a lock may have, so that every flipped bit can be tried.
fn key() -> (Key, Passphrase) {
    let passphrase = Passphrase::new("six plain words");
    let settings = Settings::new(8, 1).unwrap();
    (
        Key::derive(&passphrase, settings, [7; 16]).unwrap(),
        passphrase,
    )
}

fn locked(session: &Session) -> Document {
    let file = file(session);
    let page = crate::summary::Page {
        title: crate::words::Line::new("A locked summary"),
        language: crate::words::Language::english(),
        is_large: false,
        blocks: Vec::new(),
    };
    file.locked(&page, "my-summary.html", &key().0, [9; 12])
        .unwrap()
}

#[test]
fn a_locked_file_holds_none_of_the_words_and_opens_with_its_passphrase() {
    let body = locked(&told()).body;
    for word in ["My dog", "Biscuit", "Lit up", "link worker"] {
        assert!(!body.contains(word), "{word}");
    }
    let Ok(Opened::Locked(text)) = File::open(&body) else {
        panic!("not locked")
    };
    let data = unlock(&text, &key().1).unwrap();
    assert_eq!(File::read(&data).unwrap(), file(&told()));
}

#[test]
fn the_length_of_a_locked_file_does_not_tell_how_much_was_written() {
    let little = locked(&session("full").apply(write("matters", "a")))
        .body
        .len();
    let more = locked(&session("full").apply(write("matters", &"a".repeat(300))))
        .body
        .len();
    assert_eq!(little, more);
}

#[test]
fn every_truncation_of_a_file_is_refused_and_says_so() {
    let body = document(&told()).body;
    let whole = body.rfind("-->").unwrap() + 3;
    for at in (0..whole).filter(|at| body.is_char_boundary(*at)) {
        let error = open(&body[..at]).unwrap_err();
        let begun = body[..at].contains("<!--what-matters-file:");
        let expected = if begun {
            FileError::Damaged
        } else {
            FileError::Foreign
        };
        assert_eq!(error, expected, "at {at}");
    }
}

#[test]
fn every_flipped_bit_of_a_files_data_is_found() {
    let whole = document(&told()).body;
    let from = whole.find("<!--what-matters-file:").unwrap();
    let mut bytes = whole.clone().into_bytes();
    for at in from..whole.rfind("-->").unwrap() + 3 {
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            let text = String::from_utf8_lossy(&bytes);
            let opened = open(&text);
            // White space round the data is none of it.
            let same = opened
                .as_ref()
                .is_ok_and(|file| **file == self::file(&told()));
            assert!(opened.is_err() || same, "bit {bit} of byte {at}");
            bytes[at] ^= 1 << bit;
        }
    }
}

#[test]
fn every_flipped_bit_of_a_locked_files_data_is_found() {
    let whole = locked(&session("full").apply(write("matters", "My dog"))).body;
    let from = whole.find("<!--what-matters-locked:").unwrap();
    let to = whole.rfind("-->").unwrap() + 3;
    let (key, _) = key();
    // The page before it is not looked at, and would only take time.
    let whole = &whole[from..to];
    let mut bytes = whole.as_bytes().to_vec();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            let text = String::from_utf8_lossy(&bytes);
            if let Ok(Opened::Locked(locked)) = File::open(&text) {
                let data = key.open(&locked);
                let is_same = data.as_ref().is_ok_and(|data| File::read(data).is_ok());
                let original = File::open(whole) == Ok(Opened::Locked(locked.clone()));
                assert!(
                    data.is_err() || (is_same && original),
                    "bit {bit} of byte {at}"
                );
            }
            bytes[at] ^= 1 << bit;
        }
    }
}

#[test]
fn every_truncation_of_a_locked_file_is_refused() {
    let body = locked(&told()).body;
    let from = body.find("<!--what-matters-locked:").unwrap();
    for at in from..body.rfind("-->").unwrap() + 3 {
        assert!(File::open(&body[..at]).is_err(), "at {at}");
    }
}

#[test]
fn a_file_of_something_else_and_one_of_a_newer_widget_are_named() {
    assert_eq!(open("<!doctype html><p>A page"), Err(FileError::Foreign));
    assert_eq!(open(""), Err(FileError::Foreign));
    let newer = r#"{"file": 3, "anything": []}"#;
    assert_eq!(File::read(newer), Err(FileError::Newer));
    assert_eq!(File::read("{}"), Err(FileError::Damaged));
}

#[test]
fn a_file_says_it_is_newer_only_where_an_older_widget_could_not_read_it() {
    let version = |file: &File| file.data().split(',').next().map(str::to_owned);
    let plain = session("full").apply(write("matters", "My dog"));
    let with = file(&told());
    assert_eq!(version(&file(&plain)).as_deref(), Some(r#"{"file":1"#));
    assert_eq!(version(&with).as_deref(), Some(r#"{"file":2"#));
    let before = File::new(&plain, summary(&plain), vec![with.summary]);
    assert_eq!(version(&before).as_deref(), Some(r#"{"file":2"#));
}

#[test]
fn what_stands_in_the_readable_part_is_not_read_back() {
    let body = document(&told()).body.replace("Lit up", "Changed by hand");
    assert_eq!(*open(&body).unwrap(), file(&told()));
}

#[test]
fn the_summary_in_a_file_needs_no_guide() {
    let brought = summary(&told());
    let opened = open(&document(&told()).body).unwrap();
    assert_eq!(opened.summary, brought);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn file_to_widget_to_file_is_the_same_to_the_byte(session in any_session()) {
        let body = document(&session).body;
        let file = open(&body).unwrap();
        let back = file.session(guide()).unwrap().unwrap();
        // Whether there are services is the page's to say.
        let back = back.with_services(session.has_services());
        prop_assert_eq!(&back, &session);
        prop_assert_eq!(document(&back).body, body);
    }
}
