//! `licences.txt`: whose work is compiled in, and under which terms, as those terms ask.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::crates::Crate;
use crate::pack::write;
use crate::{Outcome, root};

/// Licences in the order in which we choose where there is a choice, each with how the file of its text may be named.
const CHOSEN: [(&str, &str); 4] = [
    ("MIT", "mit"),
    ("Apache-2.0", "apache"),
    ("Unicode-3.0", "unicode"),
    ("ISC", "isc"),
];
/// What has no crate of its own.
const BESIDE: [(&str, &str); 2] = [
    (
        "The Rust standard library",
        "Copyright (c) The Rust Project Contributors",
    ),
    (
        "The words a passphrase is offered of, from python-mnemonic",
        "Copyright (c) 2013 Pavol Rusnak",
    ),
];
const RULE: &str =
    "--------------------------------------------------------------------------------";

/// Writes the notices of all that is compiled in.
pub(crate) fn build(site: &Path, crates: &[Crate]) -> Outcome {
    write(&site.join("licences.txt"), text(crates)?.as_bytes())
}

fn text(crates: &[Crate]) -> Outcome<String> {
    let ours = fs::read_to_string(root().join("LICENSE"));
    let ours = ours.map_err(|error| format!("LICENSE: {error}"))?;
    let Some((_, terms)) = ours.split_once("\n\nPermission") else {
        return Err("LICENSE is not the MIT licence".to_owned());
    };
    let mit = |copyright: &str| format!("{copyright}\n\nPermission{terms}");
    let mut notices: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut add = |text: &str, name: String| {
        let names = notices.entry(trimmed(text)).or_default();
        names.push(name);
    };
    for (name, copyright) in BESIDE {
        add(&mit(copyright), name.to_owned());
    }
    for made_of in crates.iter().filter(|made_of| made_of.is_inside) {
        let (name, version) = &made_of.id;
        if name == "what-matters" {
            continue;
        }
        for licence in chosen(&made_of.licence) {
            let found = file(&made_of.folder, licence)?;
            let text = match found {
                Some(text) => text,
                // Some crates name the licence and leave its text to the repository.
                None if licence == "MIT" => {
                    mit(&format!("Copyright (c) {}", made_of.authors.join(", ")))
                }
                None => return Err(format!("{name} has no text of {licence}")),
            };
            add(&text, format!("{name} {version}"));
        }
    }
    let mut all: Vec<_> = notices
        .into_iter()
        .map(|(text, names)| (names, text))
        .collect();
    all.sort();
    let mut page = format!("<what-matters>\n\n{}\n", trimmed(&ours));
    page.push_str("\nCompiled into it is the work of others, under these terms:\n");
    for (names, text) in all {
        let _ = write!(page, "\n{RULE}\n\n{}\n\n{text}\n", names.join("\n"));
    }
    Ok(page)
}

/// The licences that are taken: one of each choice.
fn chosen(expression: &str) -> Vec<&'static str> {
    let parts = expression.split(" AND ").filter_map(|part| {
        let names = part.trim_matches(['(', ')']);
        let taken = |licence: &str| names.split(" OR ").any(|name| name == licence);
        CHOSEN
            .iter()
            .map(|(name, _)| *name)
            .find(|name| taken(name))
    });
    parts.collect()
}

/// The text of a licence in a crate's folder: the file named after it, or the only one there is.
fn file(folder: &Path, licence: &str) -> Outcome<Option<String>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries
        .flatten()
        .map(|entry| {
            (
                entry.file_name().to_string_lossy().to_lowercase(),
                entry.path(),
            )
        })
        .filter(|(name, _)| {
            ["licen", "copying"]
                .iter()
                .any(|start| name.starts_with(start))
        })
        .collect();
    paths.sort();
    let word = CHOSEN
        .iter()
        .find(|(name, _)| *name == licence)
        .map_or("", |(_, word)| word);
    let named = paths.iter().find(|(name, _)| name.contains(word));
    let only = paths.first().filter(|_| paths.len() == 1);
    let Some((_, path)) = named.or(only) else {
        return Ok(None);
    };
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Some(text))
}

/// The same text in the same signs, however its file was written.
fn trimmed(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_each_choice_of_licences_is_taken() {
        assert_eq!(chosen("MIT OR Apache-2.0"), ["MIT"]);
        assert_eq!(chosen("Apache-2.0 OR BSL-1.0"), ["Apache-2.0"]);
        assert_eq!(
            chosen("(MIT OR Apache-2.0) AND Unicode-3.0"),
            ["MIT", "Unicode-3.0"]
        );
        assert_eq!(chosen("GPL-3.0"), [""; 0]);
    }

    #[test]
    fn everyone_whose_work_is_compiled_in_is_named_with_their_terms() {
        let crates = crate::crates::all().unwrap();
        let page = text(&crates).unwrap();
        for made_of in crates.iter().filter(|made_of| made_of.is_inside) {
            let (name, version) = &made_of.id;
            let is_named = page.lines().any(|line| line == format!("{name} {version}"));
            assert!(is_named || name == "what-matters", "{name} is not named");
            assert!(
                !chosen(&made_of.licence).is_empty(),
                "{name}: {}",
                made_of.licence
            );
        }
        for words in [
            "Pavol Rusnak",
            "Project Nayuki",
            "Denis Kolodin",
            "UNICODE LICENSE V3",
        ] {
            assert!(page.contains(words), "{words}");
        }
        assert!(
            !page.contains('@'),
            "an address of a person has no place here"
        );
    }
}
