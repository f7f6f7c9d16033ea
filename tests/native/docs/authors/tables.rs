//! The tables say all there is: every field, every problem, every kind of answer, every placeholder.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use what_matters::author::{self, tone};
use what_matters::guide::Code;
use what_matters::words::Catalogue;

use super::{page, pages};

/// The rows of the tables of a text whose first cell is code: their cells, without the marks of code.
pub(super) fn rows(text: &str) -> Vec<Vec<String>> {
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let cells = |row: &str| {
        row.trim_matches('|')
            .split(" | ")
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    rows.map(cells).collect()
}

pub(super) fn code(cell: &str) -> String {
    cell.trim_matches('`').to_owned()
}

#[test]
fn the_table_of_problems_has_every_code_once_with_its_weight() {
    let text = page("problems");
    let table = text.split("\n## ").next().expect("the first table");
    let told: Vec<(String, String)> = rows(table)
        .iter()
        .map(|row| (code(&row[0]), row[1].clone()))
        .collect();
    let own: Vec<(String, String)> = Code::ALL
        .iter()
        .map(|code| (code.name().to_owned(), code.severity().name().to_owned()))
        .collect();
    assert_eq!(told, own);
    for row in rows(&text) {
        assert!(row.iter().skip(1).all(|cell| !cell.is_empty()), "{row:?}");
    }
}

#[test]
fn every_field_stands_in_the_tables_and_no_other_does() {
    let schema: Value = serde_json::from_str(&author::schema()).expect("JSON");
    let shapes = schema["$defs"]
        .as_object()
        .expect("shapes")
        .values()
        .chain([&schema]);
    let mut own = BTreeSet::new();
    for shape in shapes {
        let Some(fields) = shape["properties"].as_object() else {
            continue;
        };
        let needed: BTreeSet<&str> = shape["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let fields: BTreeMap<String, bool> = fields
            .keys()
            .map(|name| (name.clone(), needed.contains(name.as_str())))
            .collect();
        own.insert(fields);
    }
    let text = page("fields");
    let mut told = BTreeSet::new();
    for section in text.split("\n## ").skip(1) {
        let section = section.split("\n| kind |").next().unwrap_or_default();
        let fields: BTreeMap<String, bool> = rows(section)
            .iter()
            .map(|row| (code(&row[0]), row[1] == "needed"))
            .collect();
        told.insert(fields);
    }
    assert_eq!(told, own);
}

#[test]
fn every_field_is_explained_outside_the_tables_of_fields() {
    let pages = pages()
        .into_iter()
        .filter(|(path, _)| !path.ends_with("fields.md"));
    // The odd parts are blocks of code.
    let prose = pages.flat_map(|(_, text)| {
        text.split("```")
            .step_by(2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    let prose: String = prose.collect();
    let mut missing = Vec::new();
    for name in crate::guides::schema::names() {
        let (as_code, as_json) = (format!("`{name}`"), format!("\"{name}\": "));
        let is_told = prose.contains(&as_code) || prose.contains(&as_json);
        if !is_told {
            missing.push(name);
        }
    }
    assert!(missing.is_empty(), "only in a table: {missing:?}");
}

#[test]
fn every_kind_of_answer_and_every_drawing_is_told_of() {
    let schema: Value = serde_json::from_str(&author::schema()).expect("JSON");
    let answers = page("answers");
    for kind in schema["$defs"]["Answer"]["properties"]["kind"]["enum"]
        .as_array()
        .expect("kinds")
    {
        let kind = kind.as_str().expect("a word");
        let part = answers.split("\n## ").find(|part| {
            part.lines()
                .next()
                .is_some_and(|line| line.contains(&format!("`{kind}`")))
        });
        let part = part.unwrap_or_else(|| panic!("{kind} has no part"));
        assert!(part.contains("**It looks like**"), "{kind}");
        assert!(
            answers.contains(&format!("\"kind\": \"{kind}\"")) || kind == "summary",
            "{kind} has no example"
        );
    }
    for icon in what_matters::guide::ICONS {
        assert!(answers.contains(&format!("`{icon}`")), "{icon}");
    }
}

#[test]
fn placeholders_stand_there_with_the_words_for_when_nobody_told() {
    let (text, english) = (page("languages"), Catalogue::english());
    let told: BTreeMap<String, String> = rows(&text)
        .into_iter()
        .map(|row| (code(&row[0]), row[2].trim_matches('|').trim().to_owned()))
        .collect();
    assert_eq!(told.len(), 5);
    let worker = english.line("fallback-worker").text;
    for name in ["card", "minutes", "name", "number", "worker"] {
        let own = english
            .fill(&format!("fallback-{name}"), &[("worker", &worker)])
            .text;
        assert_eq!(told[&format!("{{{name}}}")], *own);
    }
}

#[test]
fn the_words_to_avoid_are_found_by_a_rule_and_those_in_their_place_are_not() {
    let text = page("care");
    let table = text
        .split("| in place of |")
        .nth(1)
        .and_then(|rest| rest.split("\n\n").next())
        .expect("the table");
    let mut pairs = 0;
    for row in table.lines().skip(2) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert!(
            !tone::hits(cells[0], tone::Scope::Prompt).is_empty(),
            "{}",
            cells[0]
        );
        assert!(
            tone::hits(cells[1], tone::Scope::Prompt).is_empty(),
            "{}",
            cells[1]
        );
        pairs += 1;
    }
    assert!(pairs >= 10, "only {pairs} pairs");
}
