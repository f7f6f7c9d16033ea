//! What came of reading a feed, as text: for the command of those who keep one, and for a page where they drop it.

use super::map::{Map, key};
use super::problem::{Code, Problem};
use super::read::Reading;
use super::say::is_long_ago;
use super::service::Term;
use super::sorted;
use crate::guide::Severity;
use crate::words::Day;

/// So many of the terms that nothing maps are named.
const TERMS: usize = 20;

/// The report on a feed: every problem with its place and what to do, what can be offered, how fresh it is, and which terms nothing maps.
/// Without a day, nothing is said of how long ago it was checked.
pub fn report(name: &str, reading: &Reading, map: &Map, today: Option<Day>) -> String {
    let mut out = Report::of(name);
    out.problems(&reading.problems, &reading.untold);
    if reading.is_feed {
        out.offered(reading);
        out.fresh(reading, today);
        out.terms(reading, map);
    }
    out.end(&reading.problems, &reading.untold);
    out.text
}

/// The report on a map: every problem with its place and what to do.
pub fn report_on_map(name: &str, problems: &[Problem]) -> String {
    let mut out = Report::of(name);
    out.problems(problems, &[]);
    out.end(problems, &[]);
    out.text
}

struct Report<'n> {
    name: &'n str,
    text: String,
}

impl<'n> Report<'n> {
    fn of(name: &'n str) -> Self {
        let text = String::new();
        Self { name, text }
    }

    /// A line. A file's own words must not move the cursor of who reads this.
    fn line(&mut self, parts: &[&str]) {
        for part in parts {
            self.text
                .extend(part.chars().filter(|sign| !sign.is_control()));
        }
        self.text.push('\n');
    }

    fn problems(&mut self, problems: &[Problem], untold: &[(Code, u32)]) {
        for problem in problems {
            let (line, column) = (problem.line.to_string(), problem.column.to_string());
            let (severity, code) = (problem.code.severity().name(), problem.code.name());
            let message = &problem.message;
            self.line(&[
                self.name, ":", &line, ":", &column, ": ", severity, "[", code, "] ", message,
            ]);
            let service = problem.service.as_deref();
            match service.filter(|service| !message.contains(service)) {
                Some(service) => self.line(&["    at ", &problem.path, ", in “", service, "”"]),
                None if problem.path.is_empty() => {}
                None => self.line(&["    at ", &problem.path]),
            }
            self.line(&["    ", problem.hint]);
        }
        if !untold.is_empty() {
            let all: u32 = untold.iter().map(|(_, count)| count).sum();
            let mut kinds = String::new();
            for (code, count) in untold {
                let comma = if kinds.is_empty() { "" } else { ", " };
                for part in [comma, &count.to_string(), " ", code.name()] {
                    kinds.push_str(part);
                }
            }
            self.line(&[self.name, ": and ", &all.to_string(), " more: ", &kinds]);
        }
    }

    fn offered(&mut self, reading: &Reading) {
        let can = counted(reading.services.len(), "service");
        let (closed, unusable) = (reading.closed.to_string(), reading.unusable.to_string());
        self.line(&[
            self.name,
            ": ",
            &can,
            " can be offered; ",
            &closed,
            " closed; ",
            &unusable,
            " cannot be used",
        ]);
    }

    fn fresh(&mut self, reading: &Reading, today: Option<Day>) {
        let (mut old, mut unsaid) = (0, 0);
        for service in &reading.services {
            match service
                .checked
                .filter(|day| today.is_none_or(|today| *day <= today))
            {
                None => unsaid += 1,
                Some(day) if today.is_some_and(|today| is_long_ago(day, today)) => old += 1,
                Some(_) => {}
            }
        }
        if today.is_some() {
            let old = counted(old, "service");
            self.line(&[self.name, ": checked more than a year ago: ", &old]);
        }
        let unsaid = counted(unsaid, "service");
        self.line(&[self.name, ": no day on which it was checked: ", &unsaid]);
    }

    fn terms(&mut self, reading: &Reading, map: &Map) {
        let terms = reading.services.iter().flat_map(|service| &service.terms);
        let labels: Vec<String> = terms.filter(|term| !map.has(term)).map(label).collect();
        let keys: Vec<String> = labels.iter().map(|label| key(label)).collect();
        let order = keys.iter().enumerate();
        let order = sorted(order.map(|(index, key)| (key.as_str(), index)).collect());
        // Each term once, as it is written first, with how often it is used.
        let mut counts: Vec<(usize, &str)> = Vec::new();
        let mut last = None;
        for (key, index) in order {
            match counts.last_mut().filter(|_| last == Some(key)) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, labels.get(index).map_or(key, String::as_str))),
            }
            last = Some(key);
        }
        if counts.is_empty() {
            return;
        }
        let all = counted(counts.len(), "term");
        self.line(&[self.name, ": ", &all, " that no line of the map has:"]);
        for _ in 0..TERMS.min(counts.len()) {
            let most = counts
                .iter()
                .map(|(count, _)| *count)
                .max()
                .unwrap_or_default();
            let Some(at) = counts.iter().position(|(count, _)| *count == most) else {
                break;
            };
            let (count, label) = counts.remove(at);
            self.line(&["    ", &count.to_string(), " × ", label]);
        }
        if !counts.is_empty() {
            self.line(&["    and ", &counts.len().to_string(), " more"]);
        }
    }

    fn end(&mut self, problems: &[Problem], untold: &[(Code, u32)]) {
        let is_error = |code: Code| code.severity() == Severity::Error;
        let (mut errors, mut warnings) = (0_usize, 0_usize);
        let told = problems.iter().map(|problem| (problem.code, 1));
        for (code, count) in told.chain(untold.iter().copied()) {
            let sum = if is_error(code) {
                &mut errors
            } else {
                &mut warnings
            };
            *sum = sum.saturating_add(usize::try_from(count).unwrap_or(usize::MAX));
        }
        let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
        self.line(&[self.name, ": ", &errors, ", ", &warnings]);
    }
}

/// A term as people know it.
fn label(term: &Term) -> String {
    if let Some(name) = &term.name {
        return name.to_string();
    }
    let list = term.vocabulary.iter().map(|list| &**list);
    let code = term.code.iter().map(|code| &**code);
    let both: Vec<&str> = list.chain(code).collect();
    match &term.url {
        Some(url) if term.code.is_none() => url.to_string(),
        _ => both.join(":"),
    }
}

/// "no errors", "1 error", "2 errors".
fn counted(number: usize, what: &str) -> String {
    let digits = number.to_string();
    let said = if number == 0 { "no" } else { &digits };
    let many = if number == 1 { "" } else { "s" };
    [said, " ", what, many].concat()
}
