//! The long rows, one after another, and a table of them.
//!
//! A row is a script in `tests/soak`, by the letters its name begins with, or a command of [`COMMANDS`].
//! Either ends with one line of JSON: `{row, cases, passed, failed, lost, measured}`.

mod fuzz;
mod native;
mod table;

use std::fs;
use std::path::PathBuf;

use self::table::Row;
use crate::{Outcome, root, site, tools};

/// A row that is no script, and what it runs. It is given the minutes it may take.
type Command = fn(u64) -> Vec<Row>;
const COMMANDS: [(&str, Command); 2] = [("B", native::damage), ("fuzz", fuzz::all)];
/// What each fuzz target gets.
const MINUTES: u64 = 10;

/// Runs the rows that are named, or all of them; goes on after one that failed, and fails at the end.
pub(crate) fn run(words: &[&str]) -> Outcome {
    let (names, minutes) = asked(words)?;
    let wanted = |name: &str| {
        names.is_empty() || names.iter().any(|wanted| wanted.eq_ignore_ascii_case(name))
    };
    let scripts: Vec<_> = scripts()?
        .into_iter()
        .filter(|(name, _)| wanted(name))
        .collect();
    let commands: Vec<_> = COMMANDS.iter().filter(|(name, _)| wanted(name)).collect();
    if scripts.is_empty() && commands.is_empty() {
        return Err(format!("no row is called {}", names.join(" or ")));
    }
    let mut rows = Vec::new();
    if !scripts.is_empty() {
        tools::npm_tools()?;
        tools::browsers()?;
        site::build()?;
        site::fault()?;
    }
    for (name, path) in scripts {
        println!("— row {name}");
        let mut node = std::process::Command::new("node");
        rows.extend(table::of(node.arg(path).current_dir(root()), &name));
    }
    for (name, command) in commands {
        println!("— row {name}");
        rows.extend(command(minutes));
    }
    table::print(&rows);
    if rows.iter().any(Row::has_failed) {
        return Err("not every row held".to_owned());
    }
    Ok(())
}

/// The names of the rows, and the minutes.
fn asked<'w>(words: &[&'w str]) -> Outcome<(Vec<&'w str>, u64)> {
    let mut names = Vec::new();
    let mut minutes = MINUTES;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if *word == "--minutes" {
            let number = words.next().and_then(|number| number.parse().ok());
            minutes = number.ok_or("minutes are a number")?;
        } else {
            names.push(*word);
        }
    }
    Ok((names, minutes))
}

/// The scripts, each with the row it is: `k-leaks.mjs` is of row K.
fn scripts() -> Outcome<Vec<(String, PathBuf)>> {
    let folder = root().join("tests/soak");
    let entries = fs::read_dir(&folder).map_err(|error| format!("tests/soak: {error}"))?;
    let mut found: Vec<_> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let (row, _) = name.strip_suffix(".mjs")?.split_once('-')?;
            Some((row.to_uppercase(), entry.path()))
        })
        .collect();
    found.sort();
    Ok(found)
}
