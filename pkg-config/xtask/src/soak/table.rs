//! What a row says at its end, and the table of them all.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use serde_json::Value;

/// One line of the table.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) cases: u64,
    pub(super) passed: u64,
    pub(super) failed: u64,
    pub(super) lost: String,
    pub(super) measured: String,
}

impl Row {
    /// A row that could not be run to its end.
    pub(super) fn broken(name: &str, why: &str) -> Self {
        Self {
            name: name.to_owned(),
            cases: 1,
            failed: 1,
            lost: why.to_owned(),
            ..Self::default()
        }
    }

    /// A row that tried nothing has shown nothing.
    pub(super) fn has_failed(&self) -> bool {
        self.failed > 0 || self.passed == 0
    }

    fn read(line: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(line).ok()?;
        let number = |field: &str| value.get(field)?.as_u64();
        let text = |field: &str| {
            value
                .get(field)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        Some(Self {
            name: value.get("row")?.as_str()?.to_owned(),
            cases: number("cases")?,
            passed: number("passed")?,
            failed: number("failed")?,
            lost: text("lost"),
            measured: text("measured"),
        })
    }
}

/// Runs a command, shows what it says, and gathers the rows among it.
pub(super) fn of(command: &mut Command, name: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let Ok(mut child) = command.stdout(Stdio::piped()).spawn() else {
        return vec![Row::broken(name, "it could not be started")];
    };
    if let Some(said) = child.stdout.take() {
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            match Row::read(&line) {
                Some(row) => rows.push(row),
                None => println!("{line}"),
            }
        }
    }
    let has_ended = child.wait().is_ok_and(|status| status.success());
    if !has_ended || rows.is_empty() {
        rows.push(Row::broken(name, "it did not come to its end"));
    }
    rows
}

/// Prints them all.
pub(super) fn print(rows: &[Row]) {
    let or = |text: &str, other: &str| if text.is_empty() { other } else { text }.to_owned();
    let head = [
        "row",
        "cases",
        "passed",
        "failed",
        "what was lost",
        "measured",
    ]
    .map(str::to_owned);
    let mut lines = vec![head];
    lines.extend(rows.iter().map(|row| {
        [
            row.name.clone(),
            row.cases.to_string(),
            row.passed.to_string(),
            row.failed.to_string(),
            or(&row.lost, "nothing"),
            or(&row.measured, "–"),
        ]
    }));
    let mut wide = [0; 6];
    for line in &lines {
        for (wide, cell) in wide.iter_mut().zip(line) {
            *wide = (*wide).max(cell.chars().count());
        }
    }
    for line in &lines {
        let cells = line
            .iter()
            .zip(wide)
            .map(|(cell, wide)| format!("{cell:<wide$}"));
        println!("{}", cells.collect::<Vec<_>>().join("   ").trim_end());
    }
}

#[cfg(test)]
mod tests {
    use super::Row;

    #[test]
    fn a_row_that_tried_nothing_has_failed() {
        let read = |line| Row::read(line).map(|row| row.has_failed());
        assert_eq!(
            read(r#"{"row":"K","cases":0,"passed":0,"failed":0}"#),
            Some(true)
        );
        assert_eq!(
            read(r#"{"row":"K","cases":2,"passed":1,"failed":1,"lost":"a word"}"#),
            Some(true)
        );
        assert_eq!(
            read(r#"{"row":"K","cases":2,"passed":2,"failed":0}"#),
            Some(false)
        );
        assert_eq!(read("  K: 200 more of nodes"), None);
    }
}
