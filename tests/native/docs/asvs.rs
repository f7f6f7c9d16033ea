//! The table of requirements in SECURITY.md: every test it names is there, under that name.

use super::file;

/// One row: the requirement's number, its level, and its tests as file and name.
struct Row {
    number: Vec<u8>,
    level: u8,
    tests: Vec<(String, String)>,
}

fn rows() -> Vec<Row> {
    let text = file(".github/SECURITY.md");
    let section = text
        .split("\n## OWASP ASVS 5.0\n")
        .nth(1)
        .expect("the section");
    let lines = section
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(1);
    lines.map(row).collect()
}

fn row(line: &str) -> Row {
    let cells: Vec<_> = line.trim_matches('|').split(" | ").map(str::trim).collect();
    let [number, level, _, tests] = cells[..] else {
        panic!("four cells: {line}")
    };
    let numbers = number
        .split('.')
        .map(|part| part.parse().expect("a number"));
    let links = tests.split("](../").collect::<Vec<_>>();
    let named = links.windows(2).map(|pair| {
        let name = pair[0].rsplit('[').next().expect("a name");
        let path = pair[1].split(')').next().expect("a file");
        (path.to_owned(), name.trim_matches('`').to_owned())
    });
    Row {
        number: numbers.collect(),
        level: level.parse().expect("a level"),
        tests: named.collect(),
    }
}

/// Whether a file has a test whose name is, or in a table of cases holds, these words.
fn has_test(text: &str, path: &str, name: &str) -> bool {
    if path.contains(".test.mjs") {
        // Names of cases are put together from a list that stands before the test.
        return text.lines().any(|line| {
            let is_test = line.trim_start().starts_with("test(") || line.contains("': [");
            is_test && line.contains(name)
        });
    }
    let mut lines = text.lines().map(str::trim_start);
    let start = format!("fn {name}(");
    let mut is_test = false;
    lines.any(|line| {
        let found = is_test && line.starts_with(&start);
        is_test = line == "#[test]" || (is_test && line.starts_with('#'));
        found
    })
}

#[test]
fn every_test_that_shows_a_requirement_is_met_is_there() {
    let rows = rows();
    for Row {
        number,
        level,
        tests,
    } in &rows
    {
        assert!(number.len() == 3 && (1..=3).contains(level), "{number:?}");
        assert!(!tests.is_empty(), "{number:?} has no test");
        for (path, name) in tests {
            assert!(
                has_test(&file(path), path, name),
                "{number:?}: {path} has no test `{name}`"
            );
        }
    }
    assert!(
        rows.is_sorted_by(|one, next| one.number < next.number),
        "in order, each once"
    );
    assert!(rows.len() > 30, "only {} rows were read", rows.len());
}

#[test]
fn a_name_that_no_test_has_is_seen() {
    let rust = "#[test]\nfn it_holds() {}\nfn helps() {}\n";
    assert!(has_test(rust, "a.rs", "it_holds"));
    assert!(!has_test(rust, "a.rs", "it_hold"));
    assert!(!has_test(rust, "a.rs", "helps"));
    let script = "// it fails\ntest('it holds', () => {});\n  'in a list': [1],\n";
    assert!(has_test(script, "a.test.mjs", "it holds"));
    assert!(has_test(script, "a.test.mjs", "in a list"));
    assert!(!has_test(script, "a.test.mjs", "it fails"));
}

#[test]
fn no_code_of_ours_may_be_unsafe() {
    let workspace = file("Cargo.toml");
    let rules = workspace
        .split("[workspace.lints.rust]\n")
        .nth(1)
        .expect("the rules");
    assert!(rules.starts_with("unsafe_code = \"forbid\"\n"));
    for package in ["Cargo.toml", "pkg-config/xtask/Cargo.toml"] {
        assert!(
            file(package).contains("[lints]\nworkspace = true\n"),
            "{package}"
        );
    }
}
