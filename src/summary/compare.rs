//! Then and now: earlier summaries beside this one, heading by heading, and where the life cards lay. Nothing is compared but by the eye.

use std::rc::Rc;

use litemap::LiteMap;

use super::assemble::Ours;
use super::{Entry, Lying, Piece, Summary};
use crate::guide::{AnswerKind, ChoiceId, HeadingId, PromptId};
use crate::session::{Answer, Pile, Place, Session, Voice};
use crate::words::{Day, Line};

/// Summaries beside each other, the oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The day of each, where it is known.
    pub days: Vec<Option<Day>>,
    /// Each heading, with what stood under it each time.
    pub rows: Vec<Row>,
    /// Each life card, with where it lay each time.
    pub cards: Vec<(Line, Vec<Option<Pile>>)>,
}

/// A heading over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The heading.
    pub title: Line,
    /// What stood under it each time; nothing where nothing did.
    pub cells: Vec<Vec<Entry>>,
}

impl Compared {
    /// Lines up summaries. Headings stand in the order of the last one, and those it has not in the order they came.
    pub fn of(summaries: &[&Summary]) -> Self {
        let mut order: Vec<(&HeadingId, &Line)> = Vec::new();
        let mut cards: Vec<(&ChoiceId, &Line)> = Vec::new();
        for summary in summaries.iter().rev() {
            for part in &summary.parts {
                if !order.iter().any(|(id, _)| **id == part.id) {
                    order.push((&part.id, &part.title));
                }
            }
            for lying in &summary.cards {
                if !cards.iter().any(|(id, _)| **id == lying.card) {
                    cards.push((&lying.card, &lying.title));
                }
            }
        }
        let row = |(id, title): &(&HeadingId, &Line)| Row {
            title: (*title).clone(),
            cells: each(summaries, |summary| {
                let part = summary.parts.iter().find(|part| part.id == **id);
                part.map(|part| part.entries.clone()).unwrap_or_default()
            }),
        };
        let card = |(id, title): &(&ChoiceId, &Line)| {
            let lies = each(summaries, |summary| {
                let lying = summary.cards.iter().find(|lying| lying.card == **id);
                lying.map(|lying| lying.pile)
            });
            ((*title).clone(), lies)
        };
        Self {
            days: each(summaries, |summary| summary.day),
            rows: order.iter().map(row).collect(),
            cards: cards.iter().map(card).collect(),
        }
    }
}

/// The area of a card's drawing, as an SVG `viewBox`.
pub const DRAWN_IN: &str = "0 0 132 28";

/// Where a card lay each time, as the `d` of one SVG path to be drawn in lines: a track with three places, one for each pile.
/// Now is a dot, and an earlier time a ring round the place, the wider the longer ago.
pub fn drawn(lies: &[Option<Pile>]) -> String {
    let mut path = String::from("M6 14h120");
    let last = lies.len().saturating_sub(1);
    for (at, pile) in lies.iter().enumerate() {
        let x = match pile {
            Some(Pile::Well) => 26,
            Some(Pile::Change) => 66,
            Some(Pile::NotNow) => 106,
            None => continue,
        };
        match last.saturating_sub(at) {
            0 => (1..=4).for_each(|radius| circle(&mut path, x, radius)),
            1 => circle(&mut path, x, 8),
            2 => circle(&mut path, x, 10),
            _ => circle(&mut path, x, 12),
        }
    }
    path
}

fn circle(path: &mut String, x: i32, radius: i32) {
    let arc = |to: i32| {
        let (radius, to) = (radius.to_string(), to.to_string());
        ["a", &radius, " ", &radius, " 0 1 0 ", &to, " 0"].concat()
    };
    let from = ["M", &(x - radius).to_string(), " 14"].concat();
    for part in [from, arc(2 * radius), arc(-2 * radius)] {
        path.push_str(&part);
    }
}

fn each<T>(summaries: &[&Summary], of: impl Fn(&Summary) -> T) -> Vec<T> {
    summaries.iter().map(|summary| of(summary)).collect()
}

/// Where each life card lies, in the person's order.
pub(super) fn lying(session: &Session, ours: &Ours<'_>) -> Vec<Lying> {
    let guide = session.guide();
    let mut all = Vec::new();
    for (place, given) in session.answers() {
        let Some(prompt) = guide.prompt(&place.prompt) else {
            continue;
        };
        let (AnswerKind::Cards { cards, well }, Answer::Sorted(sorted), Some(feeds)) =
            (&prompt.answer, &given.answer, &prompt.feeds)
        else {
            continue;
        };
        if !session.stands(place) {
            continue;
        }
        all.extend(sorted.piles.iter().filter_map(|(id, pile)| {
            let card = cards.iter().find(|card| card.id == *id)?;
            let own = sorted.details.get(id).filter(|own| !own.is_blank());
            let title = match own {
                Some(own) if card.detail.is_some() => Line::new(own.words()),
                _ => ours.text(&card.title),
            };
            let heading = match pile {
                Pile::Well => well,
                Pile::Change | Pile::NotNow => feeds,
            };
            Some(Lying {
                card: id.clone(),
                title,
                pile: *pile,
                heading: heading.clone(),
            })
        }));
    }
    all
}

/// Puts what was said of the steps of an earlier plan under the heading for it, before all else.
pub(super) fn put_looked<'a>(
    session: &'a Session,
    ours: &Ours<'_>,
    entries: &mut LiteMap<&'a HeadingId, Vec<Entry>>,
) {
    let Some(heading) = session.guide().looks_back() else {
        return;
    };
    let looked = session.looked().iter();
    let looked = looked.filter(|(_, looked)| !looked.words.is_blank());
    let back: Vec<Entry> = looked
        .filter_map(|(at, looked)| {
            let name: Rc<str> = ["step-", &at.to_string()].concat().into();
            let asked = ours.fill("looked-at", &[("step", looked.step.words().trim())]);
            Some(Entry {
                place: Place::of(&PromptId::new(&name)?),
                voice: Voice::Person,
                by: None,
                label: Some(asked),
                pieces: vec![Piece::Said(looked.words.clone())],
                mark: None,
                brought: false,
            })
        })
        .collect();
    if !back.is_empty() {
        entries.entry(heading).or_default().splice(..0, back);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::sample::choice_id;
    use crate::session::Action;
    use crate::session::sample::{after, choose, place, session, write};
    use crate::summary::Setting;
    use crate::words::Catalogue;

    fn sort(card: &str, pile: Pile) -> Action {
        Action::Sort(place("areas"), choice_id(card), Some(pile))
    }

    fn summary(session: &Session) -> Summary {
        Summary::of(session, &Catalogue::english(), &Setting::default())
    }

    fn of(actions: impl IntoIterator<Item = Action>) -> Summary {
        summary(&after(session("full"), actions))
    }

    #[test]
    fn each_card_and_heading_stands_once_in_the_order_of_now_with_what_was_so_each_time() {
        let then = of([
            sort("home", Pile::Change),
            sort("joy", Pile::Well),
            write("matters", "My dog"),
            choose("way", "time"),
        ]);
        let now = of([
            sort("money", Pile::Change),
            sort("home", Pile::Well),
            write("matters", "My cat"),
        ]);
        let compared = Compared::of(&[&then, &now]);
        let (well, change) = (Some(Pile::Well), Some(Pile::Change));
        let cards = compared.cards.iter();
        let cards: Vec<_> = cards
            .map(|(title, lies)| (&*title.text, &lies[..]))
            .collect();
        assert_eq!(
            cards,
            [
                ("Card money", &[None, change][..]),
                ("Card home", &[change, well]),
                ("Card joy", &[well, None]),
            ]
        );
        let rows = compared.rows.iter().map(|row| {
            let cells = row.cells.iter().map(Vec::len).collect::<Vec<_>>();
            (&*row.title.text, cells)
        });
        assert_eq!(
            rows.collect::<Vec<_>>(),
            [
                ("Heading matters", vec![1, 1]),
                ("Heading help", vec![1, 1]),
                ("Heading strengths", vec![1, 1]),
                ("Heading way", vec![1, 0]),
            ]
        );
    }

    #[test]
    fn now_is_a_dot_and_an_earlier_time_a_ring_each_on_its_pile() {
        let ring = "M18 14a8 8 0 1 0 16 0a8 8 0 1 0 -16 0";
        let dot = "M62 14a4 4 0 1 0 8 0a4 4 0 1 0 -8 0";
        let path = drawn(&[Some(Pile::Well), Some(Pile::Change)]);
        assert!(
            path.starts_with("M6 14h120") && path.contains(ring) && path.contains(dot),
            "{path}"
        );
        assert_eq!(drawn(&[None, None]), "M6 14h120");
        let longer_ago = drawn(&[Some(Pile::Well), None, Some(Pile::NotNow)]);
        assert!(longer_ago.contains("M16 14a10 10 "), "{longer_ago}");
    }
}
