//! The command line for authors: every finding in a form editors know, and an exit code for builds.

use std::process::{Command, Output};

use what_matters::author;

use super::made::{small, with};
use super::{BAD, good};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_what-matters"));
    command
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    command.output().expect("the command runs")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_build_stops_at_an_error_and_goes_on_with_a_warning() {
    let (good, warned, wrong) = (
        "tests/data/guides/good/smallest.json",
        "tests/data/guides/bad/unused-heading.json",
        "tests/data/guides/bad/no-why.json",
    );
    assert_eq!(run(&["check", good]).status.code(), Some(0));
    assert_eq!(run(&["check", warned]).status.code(), Some(0));
    let both = run(&["check", wrong, good]);
    assert_eq!(both.status.code(), Some(1));
    let text = said(&both.stdout);
    assert!(
        text.contains(
            "no-why.json:14:9: error[no-why] This prompt does not say why it is asked.\n"
        ),
        "{text}"
    );
    assert!(
        text.ends_with("smallest.json: no errors, no warnings\n"),
        "{text}"
    );
}

#[test]
fn a_file_that_is_not_there_or_a_word_that_is_not_known_is_told_of() {
    let missing = run(&["check", "tests/data/guides/nowhere.json"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(said(&missing.stderr).starts_with("tests/data/guides/nowhere.json: "));
    for arguments in [&[][..], &["check"], &["chekc", "x.json"], &["schema", "x"]] {
        let unknown = run(arguments);
        assert_eq!(unknown.status.code(), Some(2), "{arguments:?}");
        assert!(
            said(&unknown.stderr).contains("check FILE"),
            "{arguments:?}"
        );
    }
}

#[test]
fn the_schema_is_printed_as_the_site_has_it() {
    let printed = run(&["schema"]);
    assert_eq!(
        (printed.status.code(), said(&printed.stdout)),
        (Some(0), author::schema())
    );
}

#[test]
fn every_finding_begins_with_a_place_an_editor_can_go_to() {
    for bad in BAD.iter().filter(|bad| bad.text.len() < 10_000) {
        let checked = author::check("a.json", bad.text.as_bytes());
        let mut findings = 0;
        let mut last = (0, 0);
        for line in checked
            .text
            .lines()
            .filter(|line| line.starts_with("a.json:") && line.contains('['))
        {
            let mut parts = line
                .split(':')
                .skip(1)
                .map_while(|part| part.parse::<u32>().ok());
            let place = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
            assert!(place >= (1, 1) && place >= last, "{}: {line}", bad.name);
            (last, findings) = (place, findings + 1);
        }
        assert!(findings >= bad.report.len(), "{}: {findings}", bad.name);
        assert_eq!(checked.is_wrong, !bad.gives_a_guide, "{}", bad.name);
    }
}

#[test]
fn nothing_is_said_of_a_good_guide_and_words_are_read_too() {
    for (name, text) in good() {
        let checked = author::check(&name, text.as_bytes());
        assert_eq!(checked.text, format!("{name}: no errors, no warnings\n"));
    }
    let unkind = with("/title", "You should simply come".into());
    let text = author::check("a.json", unkind.as_bytes()).text;
    for code in ["warning[T013]", "warning[T014]", "warning[T038]"] {
        assert!(text.contains(code), "{text}");
    }
    assert!(text.ends_with("a.json: no errors, 3 warnings\n"), "{text}");
}

#[test]
fn a_file_is_read_as_a_browser_reads_it() {
    let marked = format!("\u{feff}{}", small());
    let checked = author::check("a.json", marked.as_bytes());
    assert_eq!(checked.text, "a.json: no errors, no warnings\n");
    let latin: Vec<u8> = small()
        .to_string()
        .replace("What", "Wh\u{e0}t")
        .chars()
        .map(|c| u8::try_from(c).unwrap_or(b'?'))
        .collect();
    let checked = author::check("a.json", &latin);
    assert!(
        checked.is_wrong && checked.text.starts_with("a.json:1:1: error[not-json] "),
        "{}",
        checked.text
    );
}

#[test]
fn a_files_own_words_move_no_cursor() {
    let mut guide = small();
    guide["a\u{1b}[2J\n\rb"] = "\u{1b}[31m".into();
    guide["title"] = "You must \u{7}\u{1b}[31m".into();
    let text = author::check("a.json", guide.to_string().as_bytes()).text;
    assert!(
        !text.contains(|c: char| c.is_control() && c != '\n'),
        "{text:?}"
    );
    assert!(
        text.contains("error[unknown-field]") && text.contains("warning[T014]"),
        "{text}"
    );
}
