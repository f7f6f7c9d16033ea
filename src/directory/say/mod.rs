//! A service in words for a card. Each line is final: what is drawn decides nothing.

mod cost;
mod time;

use std::rc::Rc;

use super::read::safe;
use super::service::{Ages, Service, Ways};
use crate::ideas::{InWords, Reach, Spot};
use crate::words::{Catalogue, Day, Line};

/// Whether details checked on that day have not been for more than a year.
pub fn is_long_ago(checked: Day, today: Day) -> bool {
    let after_a_year = Day {
        year: checked.year.saturating_add(1),
        ..checked
    };
    after_a_year < today
}

impl Service {
    /// The service in words, as they are true today. Whether someone can go along is what it is filed under.
    pub fn in_words(&self, has_company: bool, today: Option<Day>, words: &Catalogue) -> InWords {
        let text = |text: &Rc<str>| Line::new(text.clone());
        let checked = self
            .checked
            .filter(|day| today.is_none_or(|today| *day <= today));
        let is_old = checked.is_none_or(|day| today.is_some_and(|today| is_long_ago(day, today)));
        InWords {
            name: text(&self.name),
            by: self
                .provider
                .as_ref()
                .map(|who| words.fill("near-by", &[("who", who)])),
            alert: self.alert.as_ref().map(text),
            about: self
                .about
                .iter()
                .flat_map(|about| about.split('\n'))
                .map(Line::new)
                .collect(),
            costs: cost::costs(&self.costs, today, words),
            times: time::times(&self.times, today, words),
            places: self.spots(words),
            contact: self.contact(words),
            apply: self.apply.as_ref().map(text),
            who: self.who(words),
            languages: listed(&self.languages, "near-languages", "languages", words),
            company: has_company.then(|| words.line("near-company")),
            checked: when_checked(checked, is_old, words),
            is_old,
        }
    }

    fn spots(&self, words: &Catalogue) -> Vec<Spot> {
        let ways = self.ways();
        let mut spots = Vec::new();
        // An office nobody is asked to come to would send people the wrong way.
        let places = if ways.has(Ways::IN_PERSON) {
            &self.places[..]
        } else {
            &[]
        };
        for place in places {
            let lines = place.name.iter().chain(&place.lines);
            let access = place.access.iter().map(|says| Line::new(says.clone()));
            spots.push(Spot {
                lines: lines.map(|line| Line::new(line.clone())).collect(),
                access: access.collect(),
            });
        }
        spots.retain(|spot| !spot.lines.is_empty() || !spot.access.is_empty());
        for (way, line) in named(ways, words) {
            if way != Ways::IN_PERSON || spots.is_empty() {
                spots.push(Spot {
                    lines: vec![capital(&line)],
                    access: Vec::new(),
                });
            }
        }
        if spots.is_empty() {
            spots.push(Spot {
                lines: vec![words.line("near-where-none")],
                access: Vec::new(),
            });
        }
        spots
    }

    fn contact(&self, words: &Catalogue) -> Vec<Reach> {
        let call = |number: &str| words.fill("near-call", &[("number", number)]);
        let email = |address: &str| words.fill("near-email", &[("address", address)]);
        let mut contact = Vec::new();
        // A packed list is read as it stands, so whoever made it may have put any address into it.
        let mut add = |label: Line, href: &str, note: Option<&Rc<str>>| {
            contact.extend(safe(href).map(|href| Reach {
                label,
                href: href.into(),
                note: note.map(|note| Line::new(note.clone())),
            }));
        };
        for phone in &self.phones {
            add(call(&phone.number), &phone.href(), phone.what.as_ref());
        }
        for address in &self.emails {
            add(email(address), &["mailto:", address].concat(), None);
        }
        for link in &self.links {
            let (scheme, rest) = link.split_once(':').unwrap_or_default();
            let label = match scheme {
                "tel" => call(rest),
                "mailto" => email(rest),
                _ => {
                    let host = rest.trim_start_matches('/').split(['/', '?', '#']).next();
                    let host = host.unwrap_or_default();
                    Line::new(host.strip_prefix("www.").unwrap_or(host))
                }
            };
            add(label, link, None);
        }
        contact
    }

    fn who(&self, words: &Catalogue) -> Vec<Line> {
        let mut who: Vec<Line> = ages(self.ages, words).into_iter().collect();
        who.extend(self.who.as_ref().map(|who| Line::new(who.clone())));
        who.extend(listed(&self.covers, "near-covers", "places", words));
        who
    }
}

fn ages(ages: Ages, words: &Catalogue) -> Option<Line> {
    let number = |age: Option<u8>| age.map(|age| age.to_string()).unwrap_or_default();
    let (from, to) = (number(ages.from), number(ages.to));
    let key = match (ages.from, ages.to) {
        (None, None) => return None,
        (Some(_), None) => "near-ages-from",
        (None, Some(_)) => "near-ages-to",
        (Some(from), Some(to)) if from == to => "near-age",
        (Some(_), Some(_)) => "near-ages",
    };
    Some(words.fill(key, &[("from", &from), ("to", &to)]))
}

fn when_checked(checked: Option<Day>, is_old: bool, words: &Catalogue) -> Line {
    let Some(day) = checked else {
        return words.line("near-checked-never");
    };
    let month = words.line(&["month-", &day.month.to_string()].concat());
    let year = day.year.to_string();
    let key = if is_old {
        "near-checked-old"
    } else {
        "near-checked"
    };
    words.fill(key, &[("month", &month.text), ("year", &year)])
}

/// Several things in a line of their own, if there are any.
fn listed(list: &[Rc<str>], key: &str, name: &str, words: &Catalogue) -> Option<Line> {
    let list: Vec<&str> = list.iter().map(|one| &**one).collect();
    let all = joined(&list, "list-end", words);
    (!list.is_empty()).then(|| words.fill(key, &[(name, &all)]))
}

/// "Mondays, Tuesdays and Fridays", or with the word of another key before the last.
fn joined(all: &[&str], key: &str, words: &Catalogue) -> Rc<str> {
    match all.split_last() {
        Some((end, before)) if !before.is_empty() => {
            let list = before.join(", ");
            words.fill(key, &[("list", &list), ("last", end)]).text
        }
        Some((end, _)) => Rc::from(*end),
        None => Rc::default(),
    }
}

/// The ways that are among these, each with its words.
fn named(ways: Ways, words: &Catalogue) -> Vec<(Ways, Line)> {
    let all = [
        (Ways::IN_PERSON, words.line("near-in-person")),
        (Ways::ONLINE, words.line("near-online")),
        (Ways::PHONE, words.line("near-phone")),
        (Ways::AT_HOME, words.line("near-home")),
    ];
    all.into_iter().filter(|(way, _)| ways.has(*way)).collect()
}

/// The line with a capital to begin with.
fn capital(line: &Line) -> Line {
    let mut signs = line.text.chars();
    let mut text = String::with_capacity(line.text.len());
    text.extend(signs.next().map(|sign| sign.to_ascii_uppercase()));
    text.push_str(signs.as_str());
    Line {
        text: text.into(),
        language: line.language.clone(),
    }
}
