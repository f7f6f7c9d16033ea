//! When a service takes place: days, hours and how often, as calendars write them (RFC 5545).

use super::field::{LINE, day, each, text, words, wrong};
use super::number::decimal;
use crate::directory::problem::{Code, Findings};
use crate::directory::service::{Days, Every, Time, Ways};
use crate::json::Node;
use crate::words::Day;

/// The days of a week as calendars write them, and as people do.
const DAYS: [(&str, &str); 7] = [
    ("MO", "MONDAY"),
    ("TU", "TUESDAY"),
    ("WE", "WEDNESDAY"),
    ("TH", "THURSDAY"),
    ("FR", "FRIDAY"),
    ("SA", "SATURDAY"),
    ("SU", "SUNDAY"),
];
/// So many times are kept.
const MOST: usize = 28;
/// The minutes of a day.
const MIDNIGHT: u16 = 24 * 60;

/// The times that stand at a service or at one of its places, after those that are there.
pub(super) fn times(node: &Node<'_>, into: &mut Vec<Time>, findings: &mut Findings) {
    for name in ["schedules", "regular_schedules"] {
        for schedule in each(node, name, findings) {
            one(schedule, into, findings);
        }
    }
}

fn one(node: &Node<'_>, into: &mut Vec<Time>, findings: &mut Findings) {
    let (from, to) = hours(node, findings);
    let (valid_from, valid_to) = dates(node, "valid_from", "valid_to", findings);
    let (first, until) = dates(node, "dtstart", "until", findings);
    let time = Time {
        from,
        to,
        starts: first.max(valid_from),
        // Whichever comes first, if both are there.
        ends: [valid_to, until].into_iter().flatten().min(),
        ways: node
            .field("attending_type")
            .and_then(Node::text)
            .map(Ways::of)
            .unwrap_or_default(),
        text: text(node, "description", LINE, findings)
            .or_else(|| text(node, "notes", LINE, findings)),
        ..Time::default()
    };
    for (days, every) in rule(node, findings) {
        let time = Time {
            days,
            every,
            ..time.clone()
        };
        let says = !days.is_empty()
            || time.from.or(time.to).is_some()
            || time.text.is_some()
            || matches!(every, Every::Months { .. })
            || !time.ways.is_empty();
        if says && into.len() < MOST && !into.contains(&time) {
            into.push(time);
        }
    }
}

/// A first and a last day. Both are left out when the last comes first.
pub(super) fn dates(
    node: &Node<'_>,
    first: &str,
    last: &str,
    findings: &mut Findings,
) -> (Option<Day>, Option<Day>) {
    let days = (day(node, first, findings), day(node, last, findings));
    if let (Some(from), Some(to)) = days
        && to < from
    {
        before_start(node, last, first, findings);
        return (None, None);
    }
    days
}

fn before_start(node: &Node<'_>, end: &str, start: &str, findings: &mut Findings) {
    let at = node.field(end).map_or(node.at, |field| field.at);
    findings.tell(
        Code::EndBeforeStart,
        at,
        &["`", end, "` does not come after `", start, "`."],
    );
}

/// When it begins and ends, in minutes of the day.
fn hours(node: &Node<'_>, findings: &mut Findings) -> (Option<u16>, Option<u16>) {
    let mut minutes = |name| {
        let field = node.field(name)?;
        let written = field.text().unwrap_or_default();
        let minutes = minutes(written.trim());
        if minutes.is_none() && field.text() != Some("") {
            wrong(
                Code::WrongTime,
                field,
                name,
                " is no time of the day.",
                findings,
            );
        }
        minutes
    };
    let (from, to) = (minutes("opens_at"), minutes("closes_at"));
    // Midnight at the end of a day is written as that at its beginning.
    let to = to.map(|to| if to == 0 { MIDNIGHT } else { to });
    if let (Some(start), Some(end)) = (from, to)
        && end <= start
    {
        before_start(node, "closes_at", "opens_at", findings);
        return (None, None);
    }
    (from, to)
}

/// `14:00`, `14:00:00`, `14:00Z`, `14:00+01:00`, or all of them after a day and a `T`. The zone is the reader's own.
fn minutes(written: &str) -> Option<u16> {
    let clock = match written.split_once('T') {
        Some((day, clock)) => Day::parse(day).map(|_| clock)?,
        None => written,
    };
    let clock = clock.trim_end_matches(['Z', 'z']);
    let clock = clock.split(['+', '-']).next().unwrap_or_default();
    let mut parts = clock.split(':');
    let mut number = |most: u16| {
        let part = parts.next()?;
        let fits = matches!(part.len(), 1..=2) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u16>()
            .ok()
            .filter(|number| fits && *number <= most)
    };
    let (hour, minute) = (number(24)?, number(59)?);
    let seconds = parts.next().unwrap_or("00");
    let is_whole =
        seconds.starts_with(|sign: char| sign.is_ascii_digit()) && parts.next().is_none();
    let minutes = hour * 60 + minute;
    (is_whole && minutes <= MIDNIGHT).then_some(minutes)
}

/// On which days, and how often: one pair for the days that share their weeks.
fn rule(node: &Node<'_>, findings: &mut Findings) -> Vec<(Days, Every)> {
    let field = node.field("freq");
    let freq = field
        .and_then(words)
        .unwrap_or_default()
        .trim()
        .to_ascii_uppercase();
    if let Some(field) = field
        && (words(field).is_none() || !["", "DAILY", "WEEKLY", "MONTHLY"].contains(&&*freq))
    {
        wrong(
            Code::WrongDays,
            field,
            "freq",
            " is not how often.",
            findings,
        );
    }
    let each = interval(node, findings);
    let is_monthly = freq == "MONTHLY";
    let on = by_day(node, freq == "WEEKLY" || freq == "DAILY", findings);
    let mut rule: Vec<(Days, Every)> = Vec::new();
    for (weeks, days) in on {
        let every = if is_monthly || weeks != 0 {
            Every::Months {
                each,
                weeks,
                days: 0,
            }
        } else {
            Every::Weeks(each)
        };
        rule.push((days, every));
    }
    let days = if is_monthly {
        month_days(node, findings)
    } else {
        0
    };
    if is_monthly && (days != 0 || rule.is_empty()) {
        rule.push((
            Days::default(),
            Every::Months {
                each,
                weeks: 0,
                days,
            },
        ));
    }
    if rule.is_empty() {
        let is_daily = freq == "DAILY" && each == 1;
        rule.push((
            if is_daily { Days::ALL } else { Days::default() },
            Every::Weeks(each),
        ));
    }
    rule
}

fn interval(node: &Node<'_>, findings: &mut Findings) -> u8 {
    let Some(field) = node.field("interval") else {
        return 1;
    };
    let every = words(field).and_then(|written| decimal(written, 0));
    let every = every
        .and_then(|every| u8::try_from(every).ok())
        .filter(|every| (1..=52).contains(every));
    if every.is_none() && words(field) != Some("") {
        wrong(
            Code::WrongDays,
            field,
            "interval",
            " is not how often.",
            findings,
        );
    }
    every.unwrap_or(1)
}

/// Days of the week, those of the same weeks of the month together: bits 0 to 4 are the first to the fifth, bit 5 is the last, none is every.
fn by_day(node: &Node<'_>, is_weekly: bool, findings: &mut Findings) -> Vec<(u8, Days)> {
    let Some(field) = node.field("byday") else {
        return Vec::new();
    };
    let parts: Vec<&str> = if field.list().is_empty() {
        words(field).unwrap_or_default().split([',', ';']).collect()
    } else {
        field.list().iter().filter_map(words).collect()
    };
    let mut found: Vec<(u8, Days)> = Vec::new();
    let mut is_wrong = field.list().is_empty() && words(field).is_none();
    for part in parts {
        let part = part.trim().to_ascii_uppercase();
        let Some((number, day)) = week_and_day(&part) else {
            is_wrong |= !part.is_empty();
            continue;
        };
        let week = match number {
            "" | "0" => Some(0),
            "1" | "+1" => Some(1),
            "2" | "+2" => Some(2),
            "3" | "+3" => Some(4),
            "4" | "+4" => Some(8),
            "5" | "+5" => Some(16),
            "-1" => Some(32),
            _ => None,
        };
        // A week of the month makes no sense where there are no months.
        let Some(week) = week.filter(|week| *week == 0 || !is_weekly) else {
            is_wrong = true;
            continue;
        };
        if !found.iter().any(|(known, _)| *known == week) {
            found.push((week, Days::default()));
        }
        if let Some((_, days)) = found.iter_mut().find(|(known, _)| *known == week) {
            days.add(day);
        }
    }
    if is_wrong {
        wrong(
            Code::WrongDays,
            field,
            "byday",
            " names no days of the week.",
            findings,
        );
    }
    // The first and third Monday are said in one breath.
    let mut joined: Vec<(u8, Days)> = Vec::new();
    for (week, days) in found {
        match joined
            .iter_mut()
            .find(|(weeks, known)| *known == days && *weeks != 0 && week != 0)
        {
            Some((weeks, _)) => *weeks |= week,
            None => joined.push((week, days)),
        }
    }
    joined
}

/// `MO`, `1MO`, `-1FR`, `Monday`: what stands before the day, and the day.
fn week_and_day(part: &str) -> Option<(&str, u8)> {
    DAYS.iter().zip(0_u8..).find_map(|((short, long), day)| {
        let number = part
            .strip_suffix(long)
            .or_else(|| part.strip_suffix(short))?;
        Some((number.trim(), day))
    })
}

/// Days of the month, each by its bit.
fn month_days(node: &Node<'_>, findings: &mut Findings) -> u32 {
    let Some(field) = node.field("bymonthday") else {
        return 0;
    };
    let written = words(field).unwrap_or_default();
    let mut days = 0;
    for part in written
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let day = part.parse::<u32>().ok();
        let Some(day) = day.filter(|day| (1..=31).contains(day)) else {
            let what = " is no day of the month.";
            wrong(Code::WrongDays, field, "bymonthday", what, findings);
            return 0;
        };
        days |= 1 << day;
    }
    days
}
