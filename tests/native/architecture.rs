//! Rooms look down only, files stay small, and every room stands in the table of ARCHITECTURE.md.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A file longer than this has more than one thing in it.
const LONGEST: usize = 600;

/// Names that say nothing of what is inside.
const BANNED: [&str; 12] = [
    "common",
    "constants",
    "data_types",
    "handler",
    "helper",
    "helpers",
    "info",
    "item",
    "manager",
    "misc",
    "util",
    "utils",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The table of the rooms, as ARCHITECTURE.md shows it: a room, and the rooms it may use.
fn rooms() -> BTreeMap<String, Vec<String>> {
    let text = fs::read_to_string(root().join("src/ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let table = text
        .split("## The rooms")
        .nth(1)
        .and_then(|rest| rest.split("## ").next())
        .expect("the rooms");
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.map(|row| {
        row.trim_matches('|')
            .split('|')
            .map(str::trim)
            .collect::<Vec<_>>()
    });
    cells
        .map(|cells| {
            let names = |cell: &str| {
                cell.trim_matches('`')
                    .split(' ')
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            (cells[0].trim_matches('`').to_owned(), names(cells[2]))
        })
        .collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The code of a file without its comments and without the tests at its end.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    let body = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    body.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The rooms a piece of code names by `crate::room`.
fn named(code: &str) -> Vec<String> {
    let after = code.split("crate::").skip(1);
    after
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        })
        .collect()
}

/// What is wrong with the arrows of one file.
fn wrong_arrows(room: &str, code: &str, rooms: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let allowed = &rooms[room];
    let mut wrong = Vec::new();
    if code.contains("crate::{") {
        wrong.push("groups rooms in one use".to_owned());
    }
    for name in named(code) {
        let is_room = rooms.contains_key(&name);
        let fits =
            name == room || allowed.contains(&name) || allowed.contains(&"everything".to_owned());
        if is_room && !fits {
            wrong.push(format!("{room} looks up to {name}"));
        }
    }
    wrong
}

#[test]
fn rooms_look_down_only() {
    let rooms = rooms();
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let mut wrong = Vec::new();
    for path in files {
        let inside = path
            .strip_prefix(root().join("src"))
            .expect("inside src")
            .to_path_buf();
        let room = inside
            .components()
            .next()
            .expect("a room")
            .as_os_str()
            .to_string_lossy()
            .replace(".rs", "");
        if rooms.contains_key(&room) {
            let found = wrong_arrows(&room, &code(&path), &rooms);
            wrong.extend(
                found
                    .into_iter()
                    .map(|what| format!("{}: {what}", inside.display())),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_arrow_that_looks_up_is_seen() {
    let rooms = rooms();
    assert_eq!(
        wrong_arrows("guide", "use crate::session::Place;", &rooms),
        ["guide looks up to session"]
    );
    assert_eq!(
        wrong_arrows("guide", "use crate::{words, session};", &rooms).len(),
        1
    );
    assert!(wrong_arrows("session", "use crate::guide::Guide;", &rooms).is_empty());
}

#[test]
fn every_room_stands_in_the_table() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("lib.rs");
    let declared = lib.lines().filter_map(|line| {
        line.trim()
            .strip_prefix("pub ")
            .unwrap_or(line.trim())
            .strip_prefix("mod ")
    });
    let declared: Vec<_> = declared
        .map(|name| name.trim_end_matches(';').to_owned())
        .collect();
    let rooms = rooms();
    let missing: Vec<_> = declared
        .iter()
        .filter(|name| !rooms.contains_key(*name))
        .collect();
    assert!(missing.is_empty(), "not in the table: {missing:?}");
    assert_eq!(declared.len(), rooms.len());
}

/// What stands between two marks, wherever it does in a text.
fn between<'t>(text: &'t str, from: &str, to: char) -> BTreeSet<&'t str> {
    let after = text.split(from).skip(1);
    after.filter_map(|rest| rest.split(to).next()).collect()
}

#[test]
fn every_place_that_can_break_is_broken_in_a_browser() {
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let all: String = files.iter().map(|path| code(path)).collect();
    let places = between(&all, "fault!(\"", '"');
    assert!(places.len() >= 25, "{} places", places.len());
    let tests = fs::read_to_string(root().join("tests/browser/support/fault.mjs")).expect("tests");
    let listed = tests.split("SITES = [").nth(1);
    let listed = listed.and_then(|rest| rest.split(']').next());
    let listed: BTreeSet<&str> = listed
        .expect("a list")
        .split(',')
        .map(|name| name.trim().trim_matches('\''))
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(places, listed);
}

#[test]
fn files_are_short_and_named_after_what_is_in_them() {
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    sources(&root().join("pkg-config/xtask"), &mut files);
    sources(&root().join("tests"), &mut files);
    for path in files {
        let lines = fs::read_to_string(&path)
            .expect("a source file")
            .lines()
            .count();
        assert!(lines <= LONGEST, "{} has {lines} lines", path.display());
        let stem = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        assert!(
            !BANNED.contains(&stem.as_str()),
            "{} says nothing of what is inside",
            path.display()
        );
    }
}
