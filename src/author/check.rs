//! A guide file checked, as text to print: every problem and every remark, each with its place and what to do.

use std::fmt::Write as _;

use super::remark::remarks;
use crate::guide::{Guide, Severity};
use crate::json::decoded;

/// What came of checking one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What to print: each finding as `FILE:LINE:COLUMN: severity[code] message`, with its path and hint under it, and a line to end with.
    pub text: String,
    /// Whether anything is wrong that leaves no guide.
    pub is_wrong: bool,
}

/// One finding, of whichever kind.
struct Finding {
    place: (u32, u32),
    kind: String,
    path: String,
    message: String,
    hint: String,
}

/// Checks a file's bytes. The name is only printed.
pub fn check(name: &str, bytes: &[u8]) -> Checked {
    let Some(text) = decoded(bytes) else {
        return Checked {
            text: format!(
                "{name}:1:1: error[not-json] The file is not UTF-8 text.\n    Save it again as UTF-8: editors offer this under “Encoding”.\n"
            ),
            is_wrong: true,
        };
    };
    let reading = Guide::read(text);
    let problems = reading.report.into_iter().map(|problem| Finding {
        place: (problem.line.max(1), problem.column.max(1)),
        kind: format!(
            "{}[{}]",
            problem.code.severity().name(),
            problem.code.name()
        ),
        path: problem.path,
        message: problem.message,
        hint: problem.hint,
    });
    let remarks = remarks(text).into_iter().map(|remark| Finding {
        place: (remark.line, remark.column),
        kind: format!("{}[{}]", Severity::Warning.name(), remark.code),
        path: remark.path,
        message: remark.message,
        hint: remark.hint,
    });
    let mut findings: Vec<Finding> = problems.chain(remarks).collect();
    findings.sort_by_key(|finding| finding.place);
    let is_wrong = reading.guide.is_none();
    Checked {
        text: told(name, &findings),
        is_wrong,
    }
}

fn told(name: &str, findings: &[Finding]) -> String {
    let mut out = String::new();
    let mut line = |text: String| {
        // A file's own words must not move the cursor of who reads this.
        let shown = text.chars().filter(|c| !c.is_control());
        out.extend(shown.chain(['\n']));
    };
    for finding in findings {
        let Finding {
            place: (row, column),
            kind,
            path,
            message,
            hint,
        } = finding;
        line(format!("{name}:{row}:{column}: {kind} {message}"));
        if !path.is_empty() {
            line(format!("    at {path}"));
        }
        line(format!("    {hint}"));
    }
    let errors = findings
        .iter()
        .filter(|finding| finding.kind.starts_with(Severity::Error.name()))
        .count();
    let mut end = format!("{name}: ");
    let warnings = findings.len() - errors;
    // Writing to a string cannot fail.
    let _ = write!(
        end,
        "{}, {}",
        counted(errors, "error"),
        counted(warnings, "warning")
    );
    line(end);
    out
}

/// "no errors", "1 error", "2 errors".
fn counted(number: usize, what: &str) -> String {
    match number {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    }
}
