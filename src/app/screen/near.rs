//! Looking through all that is on offer nearby.

use super::data::{Look, Way};
use super::ideas::{OptionScreen, none_fit, option, print_way};
use crate::app::ideas::{FOUND, Ideas, Seek};
use crate::app::{App, Event};
use crate::guide::AnswerKind;
use crate::words::{Line, WEEKDAYS};

/// Looking through all of it.
#[derive(Debug, Clone, PartialEq)]
pub struct NearScreen {
    /// "What there is near you".
    pub title: Line,
    /// A line under it.
    pub hint: Line,
    /// "Search by name or by what it is".
    pub search: Line,
    /// "Narrow it down", which opens the rest of this.
    pub narrow: Line,
    /// Parts of life: a label, and each with what choosing it means; the first is any.
    pub areas: (Line, Vec<(Line, Event)>),
    /// Days of the week, likewise.
    pub days: (Line, Vec<(Line, Event)>),
    /// "First half of a postcode, such as LS6", and that it stays here.
    pub near: (Line, Line),
    /// *Free*, *At my home*, *Online or by phone*, each with whether it is on and what pressing it means.
    pub only: Vec<(Line, bool, Event)>,
    /// How many there are.
    pub count: Line,
    /// What there is.
    pub options: Vec<OptionScreen>,
    /// *Show more*.
    pub more: Option<Way>,
    /// "Nothing here fits", likewise.
    pub none_fit: Option<(Line, bool, Event)>,
    /// *Carry on*.
    pub ways: Vec<Way>,
}

/// Looking through all of it.
#[inline(never)]
pub(super) fn near(app: &App) -> NearScreen {
    let found = app.nearby().found.clone().unwrap_or_default();
    let sought = app.sought();
    let seek = |seek: Seek| Event::ideas(Ideas::Seek(seek));
    let shown = u32::try_from(found.cards.len()).unwrap_or(u32::MAX);
    let count = match (&app.nearby().found, found.count) {
        (None, _) => Line::default(),
        (_, 0) => app.words.line("nearby-found-none"),
        (_, 1) => app.words.line("nearby-found-one"),
        (_, count) => app
            .words
            .fill("nearby-found", &[("count", &count.to_string())]),
    };
    let is_lost =
        is_code(sought.near.words()) && !found.is_near_known && app.nearby().found.is_some();
    let only = [
        (
            "nearby-only-free",
            sought.is_free,
            Seek::Free(!sought.is_free),
        ),
        (
            "nearby-only-home",
            sought.is_at_home,
            Seek::AtHome(!sought.is_at_home),
        ),
        (
            "nearby-only-online",
            sought.is_online,
            Seek::Online(!sought.is_online),
        ),
    ];
    let mut options: Vec<_> = found.cards.iter().map(|card| option(app, card)).collect();
    // Who wants to see more goes on with the first of them.
    let before = sought.most.saturating_sub(FOUND);
    let next = usize::try_from(before).unwrap_or(usize::MAX);
    if let Some(next) = options.get_mut(next).filter(|_| before > 0) {
        next.focus = Some(["more/", &*before.to_string()].concat().into());
    }
    let place = app.ideas_place();
    let mut ways = vec![app.way("carry-on", Look::Main, Event::CarryOn)];
    ways.extend(print_way(app));
    NearScreen {
        title: app.words.line("nearby"),
        hint: app.words.line("nearby-hint"),
        search: app.words.line("nearby-search"),
        narrow: app.words.line("nearby-narrow"),
        areas: (app.words.line("nearby-area"), areas(app)),
        days: (app.words.line("nearby-day"), days(app)),
        near: (
            app.words.line("nearby-postcode"),
            app.words.line(if is_lost {
                "nearby-postcode-none"
            } else {
                "nearby-postcode-hint"
            }),
        ),
        only: only
            .into_iter()
            .map(|(key, is_on, what)| (app.words.line(key), is_on, seek(what)))
            .collect(),
        count,
        options,
        more: (shown < found.count)
            .then(|| app.way("nearby-show-more", Look::Other, seek(Seek::More))),
        none_fit: place.and_then(|place| none_fit(app, &place)),
        ways,
    }
}

/// Whether enough of a postcode stands there to look for: `LS6`, and not yet `LS`.
fn is_code(typed: &str) -> bool {
    let typed = typed.trim_start();
    let letters = typed.find(|sign: char| !sign.is_ascii_alphabetic());
    letters.is_some_and(|at| {
        let rest = typed.get(at..).unwrap_or_default().trim_start();
        matches!(at, 1..=2) && rest.starts_with(|sign: char| sign.is_ascii_digit())
    })
}

fn areas(app: &App) -> Vec<(Line, Event)> {
    let any = (app.words.line("nearby-any-area"), Seek::Area(None));
    let cards = app.ideas_sources().and_then(|sources| {
        let prompt = app
            .session
            .as_ref()?
            .guide()
            .prompt(sources.areas.as_ref()?)?;
        match &prompt.answer {
            AnswerKind::Cards { cards, .. } => Some(cards),
            _ => None,
        }
    });
    let cards = cards.into_iter().flatten();
    let cards = cards.map(|card| {
        let area = Some(card.id.name().into());
        (app.text(&card.title), Seek::Area(area))
    });
    [any]
        .into_iter()
        .chain(cards)
        .map(|(line, seek)| (line, Event::ideas(Ideas::Seek(seek))))
        .collect()
}

fn days(app: &App) -> Vec<(Line, Event)> {
    let any = (app.words.line("nearby-any-day"), Seek::Day(None));
    let days = WEEKDAYS.into_iter().zip(0..);
    let days = days.map(|(key, day)| (app.words.line(key), Seek::Day(Some(day))));
    [any]
        .into_iter()
        .chain(days)
        .map(|(line, seek)| (line, Event::ideas(Ideas::Seek(seek))))
        .collect()
}
