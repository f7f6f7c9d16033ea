//! What reading a guide promises: everything wrong is named at once and in its place, and nothing is said of a good guide.

mod command;
mod damage;
mod hostile;
pub(crate) mod made;
mod near;
mod promised;
pub(crate) mod schema;
mod types;
mod written;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use what_matters::guide::{Code, Guide, Problem, Severity};

/// A file's name without its ending, and what is in it.
pub(crate) type Named = (String, String);

/// The guides in a folder, in the order of their names.
pub(crate) fn guides_in(folder: &str) -> Vec<Named> {
    let mut guides: Vec<Named> = files(folder, "json")
        .iter()
        .map(|path| (stem(path), fs::read_to_string(path).expect("a guide")))
        .collect();
    guides.sort();
    assert!(!guides.is_empty(), "{folder} has no guide");
    guides
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .collect()
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().expect("a name");
    stem.to_string_lossy().into_owned()
}

/// A bad guide, and what came of reading it once for all tests.
pub(crate) struct Bad {
    name: String,
    text: String,
    report: Vec<Problem>,
    gives_a_guide: bool,
}

/// The bad guides: those stored, and those too big to store.
static BAD: LazyLock<Vec<Bad>> = LazyLock::new(|| {
    let mut bad = guides_in("tests/data/guides/bad");
    bad.extend(made::bad());
    let read = |(name, text): Named| {
        let reading = Guide::read(&text);
        Bad {
            name,
            text,
            gives_a_guide: reading.guide.is_some(),
            report: reading.report,
        }
    };
    bad.into_iter().map(read).collect()
});

/// The guides that nothing is wrong with: small ones that use every field, and those we ship.
pub(crate) fn good() -> Vec<Named> {
    let mut good = guides_in("tests/data/guides/good");
    good.extend(guides_in("www/guides"));
    good
}

fn report(text: &str) -> Vec<Problem> {
    Guide::read(text).report
}

fn codes(report: &[Problem]) -> BTreeSet<Code> {
    report.iter().map(|problem| problem.code).collect()
}

fn has_errors(report: &[Problem]) -> bool {
    let mut codes = report.iter().map(|problem| problem.code.severity());
    codes.any(|severity| severity == Severity::Error)
}

/// A report as an author could read it, one problem a paragraph.
fn told(report: &[Problem]) -> String {
    let paragraph = |problem: &Problem| {
        let Problem {
            code,
            path,
            line,
            column,
            message,
            hint,
        } = problem;
        let severity = code.severity().name();
        let path = if path.is_empty() {
            "the whole file"
        } else {
            path
        };
        let code = code.name();
        format!("{severity} {code}\n{line}:{column} {path}\n{message}\n{hint}\n")
    };
    let paragraphs: Vec<String> = report.iter().map(paragraph).collect();
    paragraphs.join("\n")
}

#[test]
fn a_bad_guide_is_told_what_is_wrong_where_it_is_and_what_to_do() {
    insta::with_settings!({
        snapshot_path => "../../data/guides/bad",
        prepend_module_to_snapshot => false,
        omit_expression => true
    }, {
        for bad in BAD.iter() {
            insta::assert_snapshot!(bad.name.as_str(), told(&bad.report));
        }
    });
}

#[test]
fn no_report_is_kept_of_a_bad_guide_that_is_gone() {
    let kept: BTreeSet<String> = files("tests/data/guides/bad", "snap")
        .iter()
        .map(|path| stem(path))
        .collect();
    let names: BTreeSet<String> = BAD.iter().map(|bad| bad.name.clone()).collect();
    assert_eq!(kept, names);
}

#[test]
fn each_kind_of_problem_is_found_in_the_bad_guide_named_after_it() {
    for code in Code::ALL {
        let own = BAD
            .iter()
            .find(|bad| bad.name == code.name())
            .unwrap_or_else(|| panic!("there is no bad guide for {}", code.name()));
        let found = codes(&own.report);
        assert!(found.contains(code), "{} has {found:?}", own.name);
    }
}

#[test]
fn a_bad_guide_gives_a_guide_only_when_all_that_is_wrong_are_warnings() {
    let mut usable = 0;
    for bad in BAD.iter() {
        assert!(!bad.report.is_empty(), "nothing is wrong with {}", bad.name);
        assert_eq!(bad.gives_a_guide, !has_errors(&bad.report), "{}", bad.name);
        usable += usize::from(bad.gives_a_guide);
    }
    assert!(usable >= 3, "there is one for each kind of warning");
}

#[test]
fn problems_of_many_kinds_in_one_file_are_all_named_at_once() {
    let several = BAD.iter().find(|bad| bad.name == "several");
    let found = codes(&several.expect("a file").report);
    for code in [
        Code::MissingLanguage,
        Code::UnknownPrompt,
        Code::OutOfRange,
        Code::UnknownPlaceholder,
        Code::NoWhy,
        Code::NoHelp,
        Code::UnknownValue,
        Code::UnknownHeading,
    ] {
        assert!(found.contains(&code), "{} is not named", code.name());
    }
}

#[test]
fn nothing_is_said_of_a_good_guide() {
    for (name, text) in good() {
        let reading = Guide::read(&text);
        assert!(reading.guide.is_some(), "{name} gives no guide");
        assert_eq!(told(&reading.report), "", "{name}");
    }
}

#[test]
fn the_order_of_fields_in_a_file_means_nothing() {
    for (name, text) in good() {
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let other = Guide::read(&backwards(&value));
        let guide = Guide::read(&text).guide;
        assert!(guide.is_some() && guide == other.guide, "{name}");
    }
}

/// A file with the fields of each object in the opposite order of their names.
fn backwards(value: &serde_json::Value) -> String {
    use serde_json::Value;
    let joined = |inner: Vec<String>| inner.join(", ");
    match value {
        Value::Object(fields) => {
            let each = fields.iter().rev();
            let each = each.map(|(name, value)| format!("{name:?}: {}", backwards(value)));
            format!("{{ {} }}", joined(each.collect()))
        }
        Value::Array(values) => format!("[{}]", joined(values.iter().map(backwards).collect())),
        other => other.to_string(),
    }
}
