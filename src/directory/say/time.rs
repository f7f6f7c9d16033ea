//! When a service takes place, in words.

use std::rc::Rc;

use super::{capital, is_long_ago, joined, named};
use crate::directory::service::{Days, Every, Time, Ways};
use crate::words::{Catalogue, Day, Line, WEEKDAYS};

/// Every one of a day of the week.
const DAYS: [&str; 7] = [
    "near-mondays",
    "near-tuesdays",
    "near-wednesdays",
    "near-thursdays",
    "near-fridays",
    "near-saturdays",
    "near-sundays",
];
/// Which of a month.
const WEEKS: [&str; 6] = [
    "near-first",
    "near-second",
    "near-third",
    "near-fourth",
    "near-fifth",
    "near-last",
];

/// A line or two for each time that is not over, or one that says to ask.
pub(super) fn times(times: &[Time], today: Option<Day>, words: &Catalogue) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut has_past = false;
    for time in times {
        let is_over = today
            .zip(time.ends)
            .is_some_and(|(today, ends)| ends < today);
        if is_over {
            has_past = true;
            continue;
        }
        let own = [line(time, today, words), time.text.clone().map(Line::new)];
        for line in own.into_iter().flatten() {
            // The start of what is said already says nothing more.
            let is_said = |said: &Line| said.text.starts_with(&*line.text);
            if !lines.iter().any(is_said) {
                lines.push(line);
            }
        }
    }
    if lines.is_empty() {
        lines.push(words.line(if has_past {
            "near-when-past"
        } else {
            "near-when-none"
        }));
    }
    lines
}

/// "Tuesdays, 12 noon to 2pm". Nothing where neither days nor hours are known.
fn line(time: &Time, today: Option<Day>, words: &Catalogue) -> Option<Line> {
    let mut parts: Vec<Rc<str>> = Vec::new();
    parts.extend(days(time, words));
    parts.extend(hours(time, words));
    if parts.is_empty() {
        return None;
    }
    if let Some(today) = today {
        let day = |key, day: Day| words.fill(key, &[("day", &day.in_words(words).text)]).text;
        parts.extend(
            time.starts
                .filter(|starts| *starts > today)
                .map(|starts| day("near-starts", starts)),
        );
        // That something goes on for years is no news.
        let ends = time.ends.filter(|ends| !is_long_ago(today, *ends));
        parts.extend(ends.map(|ends| day("near-ends", ends)));
    }
    if !time.ways.is_empty() && time.ways != Ways::IN_PERSON {
        let ways = named(time.ways, words);
        let ways: Vec<&str> = ways.iter().map(|(_, line)| &*line.text).collect();
        parts.push(joined(&ways, "near-or", words));
    }
    let mut parts = parts.into_iter();
    let first = Line::new(parts.next()?);
    let all = parts.fold(first, |line, part| {
        words.fill("near-comma", &[("one", &line.text), ("other", &part)])
    });
    Some(capital(&all))
}

/// "Tuesdays", "Every 2 weeks on Saturdays", "First Monday of the month".
fn days(time: &Time, words: &Catalogue) -> Option<Rc<str>> {
    match time.every {
        Every::Weeks(each) => weekly(time.days, each, words),
        Every::Months { each, weeks, days } => {
            let on = if weeks != 0 && !time.days.is_empty() {
                let which = names(&WEEKS, weeks.into(), words);
                let day = names(&WEEKDAYS, time.days.bits().into(), words);
                words
                    .fill("near-of-month", &[("which", &which), ("day", &day)])
                    .text
            } else if days != 0 {
                let days = (1..=31_u8).filter(|day| days & (1 << day) != 0);
                let days: Vec<String> = days.map(|day| day.to_string()).collect();
                let days: Vec<&str> = days.iter().map(String::as_str).collect();
                let days = joined(&days, "list-end", words);
                words.fill("near-month-days", &[("days", &days)]).text
            } else if !time.days.is_empty() {
                return weekly(time.days, 1, words);
            } else {
                return (each == 1).then(|| words.line("near-every-month").text);
            };
            if each == 1 {
                return Some(on);
            }
            let each = each.to_string();
            Some(
                words
                    .fill("near-every-months", &[("when", &on), ("n", &each)])
                    .text,
            )
        }
    }
}

fn weekly(days: Days, each: u8, words: &Catalogue) -> Option<Rc<str>> {
    if days.is_empty() {
        return None;
    }
    if each == 1 && days == Days::ALL {
        return Some(words.line("near-every-day").text);
    }
    if each == 1 && days == Days::WEEKDAYS {
        return Some(words.line("near-weekdays").text);
    }
    let on = names(&DAYS, days.bits().into(), words);
    if each == 1 {
        return Some(on);
    }
    let each = each.to_string();
    Some(
        words
            .fill("near-every-weeks", &[("n", &each), ("days", &on)])
            .text,
    )
}

/// The names of those whose bits are set.
fn names(keys: &[&str], bits: u32, words: &Catalogue) -> Rc<str> {
    let set = keys
        .iter()
        .enumerate()
        .filter(|(bit, _)| bits & (1 << bit) != 0);
    let names: Vec<Rc<str>> = set.map(|(_, key)| words.line(key).text).collect();
    let names: Vec<&str> = names.iter().map(|name| &**name).collect();
    joined(&names, "list-end", words)
}

/// "12 noon to 2pm".
fn hours(time: &Time, words: &Catalogue) -> Option<Rc<str>> {
    let clock = |minutes| clock(minutes, words);
    let line = match (time.from, time.to) {
        (None, None) => return None,
        (Some(0), Some(1440)) => words.line("near-all-day"),
        (Some(from), None) => words.fill("near-from", &[("time", &clock(from))]),
        (None, Some(to)) => words.fill("near-until", &[("time", &clock(to))]),
        (Some(from), Some(to)) => {
            words.fill("near-hours", &[("from", &clock(from)), ("to", &clock(to))])
        }
    };
    Some(line.text)
}

/// "9:15am", "12 noon", "2pm", "midnight".
fn clock(minutes: u16, words: &Catalogue) -> Rc<str> {
    let (hour, minute) = (minutes / 60 % 24, minutes % 60);
    match (hour, minute) {
        (0, 0) => return words.line("near-midnight").text,
        (12, 0) => return words.line("near-noon").text,
        _ => {}
    }
    let mut time = match hour % 12 {
        0 => 12,
        hour => hour,
    }
    .to_string();
    if minute > 0 {
        time.push_str(if minute < 10 { ":0" } else { ":" });
        time.push_str(&minute.to_string());
    }
    let key = if hour < 12 { "near-am" } else { "near-pm" };
    words.fill(key, &[("time", &time)]).text
}
