//! What came of reading a feed, as text: for the command of those who keep one, and for a page where they drop it.

use super::map::{Map, key};
use super::packing::Source;
use super::problem::{Code, Problem};
use super::read::Reading;
use super::say::is_long_ago;
use super::service::Term;
use super::sorted;
use crate::guide::Severity;
use crate::words::Day;

/// So many of the terms that nothing maps are named.
const TERMS: usize = 20;

/// A report on a file, put together line by line.
pub(super) struct Report<'n> {
    name: &'n str,
    text: String,
}

impl<'n> Report<'n> {
    pub(super) fn of(name: &'n str) -> Self {
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

    /// Every problem with its place and what to do, and of how many there are more.
    pub(super) fn problems(&mut self, problems: &[Problem], untold: &[(Code, u32)]) {
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

    /// That nothing is in this place, or for its people.
    pub(super) fn unmet(mut self) -> String {
        self.line(&[
            "nothing in any of the files is in or for “",
            self.name,
            "”; is it written as the files have it?",
        ]);
        self.text
    }

    /// That ours is taken.
    pub(super) fn has_no_map(&mut self) {
        let said = ": nothing in it can be used, and the map that comes with this is taken";
        self.line(&[self.name, said]);
    }

    /// What can be offered.
    pub(super) fn offered(&mut self, reading: &Reading) {
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

    /// Why some that could be offered are not taken from this file.
    pub(super) fn left_out(&mut self, source: &Source) {
        let known = "of its services have the id of one in a file before it, and that one counts";
        let elsewhere = "of its services are elsewhere than was asked for";
        for (count, said) in [(source.known, known), (source.elsewhere, elsewhere)] {
            if count > 0 {
                self.line(&[self.name, ": ", &count.to_string(), " ", said]);
            }
        }
    }

    /// How fresh it is.
    pub(super) fn fresh(&mut self, reading: &Reading, today: Option<Day>) {
        let (mut old, mut unsaid, mut to_come) = (0, 0, 0);
        for service in &reading.services {
            match (service.checked, today) {
                (None, _) => unsaid += 1,
                (Some(day), Some(today)) if day > today => to_come += 1,
                (Some(day), Some(today)) if is_long_ago(day, today) => old += 1,
                (Some(_), _) => {}
            }
        }
        if to_come > 0 {
            let to_come = counted(to_come, "service");
            self.line(&[
                self.name,
                ": checked on a day that is still to come, which is not shown: ",
                &to_come,
            ]);
        }
        if today.is_some() {
            let old = counted(old, "service");
            self.line(&[self.name, ": checked more than a year ago: ", &old]);
        }
        let unsaid = counted(unsaid, "service");
        self.line(&[self.name, ": no day on which it was checked: ", &unsaid]);
    }

    /// That it has to be packed.
    pub(super) fn large(&mut self) {
        let said = ": it has more than 8 MB, which a page reads only when it is packed";
        self.line(&[self.name, said]);
    }

    /// Which terms nothing maps, those that are used most first.
    pub(super) fn terms(&mut self, reading: &Reading, map: &Map) {
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

    /// All of it, with how many problems there are.
    pub(super) fn end(mut self, problems: &[Problem], untold: &[(Code, u32)]) -> String {
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
        self.text
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
