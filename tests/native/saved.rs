//! Sessions written down and read back, and every old saved file opened still.

use what_matters::keep;
use what_matters::keep::file::{File, Opened};
use what_matters::summary::{Setting, Summary};
use what_matters::words::Catalogue;

use super::sessions::{guide, start, walk};

#[test]
fn a_whole_conversation_reads_back_the_same() {
    for route in ["full", "short"] {
        let (session, _) = walk(start(route));
        let back = keep::read(&keep::write(&session), guide());
        assert_eq!(back, Ok(session));
    }
}

#[test]
fn every_old_saved_file_still_opens_with_its_words() {
    let mut opened = 0;
    for file in std::fs::read_dir("tests/data/saved").unwrap() {
        let path = file.unwrap().path();
        let json = std::fs::read_to_string(&path).unwrap();
        let session = keep::read(&json, guide()).unwrap();
        let summary = Summary::of(&session, &Catalogue::english(), &Setting::default());
        let text = summary.page().text();
        for words in ["Seeing my garden", "The damp is back", "Ring the council"] {
            assert!(text.contains(words), "{} lacks {words}", path.display());
        }
        opened += 1;
    }
    assert!(opened > 0, "there is no saved file to open");
}

#[test]
fn every_old_file_still_opens_with_its_words() {
    let mut opened = 0;
    for file in std::fs::read_dir("tests/data/files").unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let Ok(Opened::File(file)) = File::open(&text) else {
            panic!("{} does not open", path.display())
        };
        let session = file.session(guide()).unwrap().unwrap();
        let summary = Summary::of(&session, &Catalogue::english(), &Setting::default());
        assert_eq!(summary.parts, file.summary.parts, "{}", path.display());
        let said = summary.page().text();
        assert!(
            said.contains("To have someone to call who knows me."),
            "{said}"
        );
        opened += 1;
    }
    assert!(opened > 0, "there is no file to open");
}

#[test]
fn what_was_said_of_services_opens_still_with_its_details() {
    let json = std::fs::read_to_string("tests/data/saved/3-full.json").unwrap();
    let saved = keep::read(&json, guide()).unwrap();
    let file = std::fs::read_to_string("tests/data/files/2-open.html").unwrap();
    let Ok(Opened::File(file)) = File::open(&file) else {
        panic!("it does not open")
    };
    let taken = file.session(guide()).unwrap().unwrap();
    for session in [saved, taken] {
        let summary = Summary::of(&session, &Catalogue::english(), &Setting::default());
        let text = summary.page().text();
        for words in [
            "Thornby Walking Group\nFree\nMondays, 10am to 11.30am\nCall 01632 960 101\nDetails as they stood on 26 November 2026\n",
            "Maybe later: Sing for the sake of it\nEmail sing@example.org\n",
            "Bingo at the hall\n",
        ] {
            assert!(text.contains(words), "{words} is not in {text}");
        }
    }
}
