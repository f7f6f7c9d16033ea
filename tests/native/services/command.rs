//! The command for those who keep a feed: the whole report, and an exit code for what saves it every night.

use std::process::{Command, Output};

use serde_json::json;
use what_matters::author::Checked;
use what_matters::author::services::check;
use what_matters::words::Day;

use super::{STANDARD, UNITED_KINGDOM};

const FOLDER: &str = "tests/data/services";

pub(super) fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_what-matters"));
    command
        .arg("services")
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    command.output().expect("the command runs")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn checked(feeds: &[(&str, &str)], map: Option<&str>) -> Checked {
    let feeds: Vec<_> = feeds
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    let today = Day::parse("2026-11-25").expect("a day");
    check(&feeds, map.map(|text| ("map.json", text.as_bytes())), today)
}

#[test]
fn the_whole_report_stands_in_one_text() {
    let feed = r#"{ "contents": [
  { "id": "1", "name": "Tuesday Table", "status": "active", "assured_date": "2026-05-01", "email": "table",
    "attributes": [{ "id": "a", "taxonomy_term": { "name": "Lunch clubs" } }, { "id": "b", "taxonomy_term": { "name": "Soup" } }] },
  { "id": "2", "name": "Walk", "status": "active", "assured_date": "2024-05-01",
    "attributes": [{ "id": "c", "taxonomy_term": { "code": "7", "vocabulary": "ours" } }, { "id": "d", "taxonomy_term": { "name": "SOUP." } }] },
  { "id": "3", "name": "Choir", "status": "active" },
  { "id": "4", "name": "Café", "status": "defunct" },
  { "id": "5", "name": "Line" }
] }"#;
    let checked = checked(&[("feed.json", feed)], None);
    assert_eq!(
        checked.text,
        "feed.json:2:100: warning[wrong-email] “table” under `email` is no email address.\n    \
             at contents[0].email, in “Tuesday Table”\n    \
             Write it as name@example.org. It is left out.\n\
         feed.json:8:3: error[missing-field] “Line” has no `status`.\n    \
             at contents[4]\n    \
             Add it. These three have to be there: `id`, `name` and `status`.\n\
         feed.json: 3 services can be offered; 1 closed; 1 cannot be used\n\
         feed.json: checked more than a year ago: 1 service\n\
         feed.json: no day on which it was checked: 1 service\n\
         feed.json: 2 terms that no line of the map has:\n    \
             2 × Soup\n    \
             1 × ours:7\n\
         feed.json: 1 error, 1 warning\n"
    );
    assert!(!checked.is_wrong, "the rest works");
}

#[test]
fn it_is_wrong_only_when_nothing_can_be_used_or_a_file_is_no_feed() {
    let closed = json!([{ "id": "1", "name": "One", "status": "inactive" }]).to_string();
    let broken = json!([{ "id": "1", "name": "One", "status": "active" }, 7]).to_string();
    for (feeds, is_wrong) in [
        (vec![("a", STANDARD)], false),
        (vec![("a", &*broken)], false),
        (vec![("a", &*closed)], true),
        (vec![("a", &*closed), ("b", STANDARD)], false),
        (vec![("a", "[]")], true),
        (vec![("a", STANDARD), ("b", "{}")], true),
        (vec![("a", STANDARD), ("b", "<html>")], true),
    ] {
        let checked = checked(&feeds, None);
        assert_eq!(checked.is_wrong, is_wrong, "{}", checked.text);
    }
}

#[test]
fn of_several_files_all_are_read_and_what_stands_twice_is_said() {
    let text = checked(
        &[
            ("own.json", STANDARD),
            ("council.json", UNITED_KINGDOM),
            ("again.json", STANDARD),
        ],
        None,
    )
    .text;
    for line in [
        "own.json: 2 services can be offered; 1 closed; no",
        "council.json: 2 services can be offered; 0 closed; 0 cannot be used\n",
        "again.json: 2 of its services have the id of one in a file before it, and that one counts\n",
    ] {
        let line = line.strip_suffix("; no").unwrap_or(line);
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn what_is_no_list_as_it_was_written_is_said_and_what_to_do_about_it() {
    let map = include_str!("../../../www/services/map.json");
    let today = Day::parse("2026-11-25").expect("a day");
    for (bytes, line) in [
        (
            &b"\xff\xfe[\0"[..],
            "x:1:1: error[not-json] The file is not UTF-8 text.\n    Save it again",
        ),
        (
            b"\x1f\x8b\x08",
            "x:1:1: error[not-json] The file is packed.\n    Check the lists",
        ),
        (
            b"what-matters services 1\n\0\0",
            "x:1:1: error[not-json] The file is packed.\n    Check the lists",
        ),
        (
            map.as_bytes(),
            "x:1:1: error[no-feed] This is a map, and no list of services.\n",
        ),
    ] {
        let checked = check(&[("x", bytes)], None, today);
        assert!(
            checked.text.starts_with(line) && checked.text.ends_with("x: 1 error, no warnings\n"),
            "{}",
            checked.text
        );
        assert!(checked.is_wrong);
    }
}

#[test]
fn a_list_that_a_page_reads_only_packed_is_said_to_be_that() {
    let script = include_str!("../../../pkg-config/npm/directory.js");
    assert!(script.contains("const WRITTEN = 8_000_000;\n"), "the limit");
    let large = ": it has more than 8 MB, which a page reads only when it is packed\n";
    for (size, is_large) in [(8_000_000, false), (8_000_001, true)] {
        let feed = STANDARD.to_owned() + &" ".repeat(size - STANDARD.len());
        let text = checked(&[("feed.json", &feed)], None).text;
        assert_eq!(
            (feed.len(), text.contains(large)),
            (size, is_large),
            "{text}"
        );
    }
}

#[test]
fn where_nothing_of_a_map_can_be_used_ours_is_taken_and_it_is_wrong() {
    for map in [
        "<html>",
        "",
        "{}",
        r#"{ "format": 1, "terms": [] }"#,
        STANDARD,
    ] {
        let checked = checked(&[("feed.json", STANDARD)], Some(map));
        assert!(checked.is_wrong, "{map}");
        assert!(checked.text.contains(
            "map.json: nothing in it can be used, and the map that comes with this is taken\n"
        ));
        assert!(
            !checked.text.contains("Lunch clubs"),
            "ours has that term: {}",
            checked.text
        );
    }
}

#[test]
fn a_day_of_checking_that_is_still_to_come_is_said() {
    let feed = json!([
        { "id": "1", "name": "One", "status": "active", "assured_date": "2026-11-25" },
        { "id": "2", "name": "Two", "status": "active", "assured_date": "2206-05-01" },
    ]);
    let text = checked(&[("feed.json", &feed.to_string())], None).text;
    assert!(
        text.contains(
            "feed.json: checked on a day that is still to come, which is not shown: 1 service\n"
        ),
        "{text}"
    );
    assert!(
        text.contains("feed.json: no day on which it was checked: no services\n"),
        "{text}"
    );
}

#[test]
fn a_map_of_their_own_takes_the_place_of_ours_and_is_checked_too() {
    let map = r#"{ "format": 1, "terms": [{ "term": "walking", "areas": ["Joy"] }] }"#;
    let text = checked(&[("feed.json", UNITED_KINGDOM)], Some(map)).text;
    assert!(
        text.starts_with("map.json:1:57: warning[wrong-id] “Joy” under `areas` is no id.\n"),
        "{text}"
    );
    assert!(text.contains("map.json: no errors, 1 warning\n"), "{text}");
    assert!(!text.contains("no line of the map"), "{text}");
    let ours = checked(&[("feed.json", STANDARD)], Some(map)).text;
    assert!(ours.contains("1 × Lunch clubs\n"), "{ours}");
}

#[test]
fn a_files_own_words_and_its_name_move_no_cursor() {
    let feed = json!([{ "id": "1", "name": "\u{1b}[2JOne", "status": "\u{1b}[31m\r\n", "x\u{7}": 1 }, { "id": "1" }]);
    let text = checked(&[("fe\u{1b}[2Jed.json", &feed.to_string())], None).text;
    assert!(
        !text.contains(|sign: char| sign.is_control() && sign != '\n'),
        "{text:?}"
    );
}

#[test]
fn the_command_reads_files_and_ends_as_it_should() {
    let file = |name: &str| format!("{FOLDER}/{name}.json");
    let (standard, older) = (file("standard"), file("older"));
    let both = run(&["check", &standard, &older]);
    let text = said(&both.stdout);
    assert_eq!(both.status.code(), Some(0), "{text}");
    assert!(
        text.contains("standard.json: 2 services can be offered")
            && text.contains("older.json: 1 service can be"),
        "{text}"
    );
    let with_map = run(&["check", "--map", "www/services/map.json", &older]);
    assert_eq!(with_map.status.code(), Some(0));
    assert!(said(&with_map.stdout).starts_with("www/services/map.json: no errors, no warnings\n"));
    assert_eq!(
        run(&["check", "www/words/en.json"]).status.code(),
        Some(1),
        "it is no feed"
    );
    let missing = run(&["check", &standard, "tests/data/services/nowhere.json"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(said(&missing.stderr).starts_with("tests/data/services/nowhere.json: "));
    for arguments in [
        &[][..],
        &["check"],
        &["chekc", "x"],
        &["check", "--map"],
        &["check", "--map", "x"],
        &["check", "--mpa", "x"],
        &["pack", "x", "--only", ""],
        &["pack", "x", "--only", " , "],
    ] {
        let unknown = run(arguments);
        assert_eq!(unknown.status.code(), Some(2), "{arguments:?}");
        assert!(
            said(&unknown.stderr).contains("services check FILE"),
            "{arguments:?}"
        );
    }
}
