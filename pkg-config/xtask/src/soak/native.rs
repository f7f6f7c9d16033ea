//! Rows that are native tests, made long by what stands in the environment.

use std::process::{Command, Stdio};

use super::table::Row;
use crate::root;

/// Row B: damaged and hostile saves.
pub(super) fn damage(_: u64) -> Vec<Row> {
    let output = Command::new("cargo")
        .args(["test", "--quiet", "--lib", "--test", "native", "--"])
        .args(["damage", "truncation", "flipped", "lock", "corpus"])
        .env("SOAK", "1")
        .current_dir(root())
        .stderr(Stdio::inherit())
        .output();
    let Ok(output) = output else {
        return vec![Row::broken("B", "cargo could not be started")];
    };
    let said = String::from_utf8_lossy(&output.stdout);
    let mut row = Row {
        name: "B".to_owned(),
        ..Row::default()
    };
    for line in said.lines() {
        let number = |what: &str| {
            let (before, _) = line.split_once(what)?;
            before.rsplit(' ').next()?.parse::<u64>().ok()
        };
        if line.starts_with("test result") {
            row.passed += number(" passed").unwrap_or_default();
            row.failed += number(" failed").unwrap_or_default();
        } else if let Some(name) = line.strip_prefix("---- ") {
            row.lost.push_str(name.trim_end_matches("stdout ----"));
        }
    }
    row.cases = row.passed + row.failed;
    if !output.status.success() && row.failed == 0 {
        row.failed = 1;
    }
    row.measured.push_str("cases are tests, each at length");
    vec![row]
}
