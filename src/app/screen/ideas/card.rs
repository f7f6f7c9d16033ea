//! A service on its card: what it is, why it is offered, what a first visit is like, and what can be said of it.

use std::rc::Rc;

use super::{plan, said_line};
use crate::app::ideas::Ideas;
use crate::app::screen::data::{Look, Way};
use crate::app::{App, Event};
use crate::guide::{AnswerKind, PromptId};
use crate::ideas::{Because, Card, InWords, Reach};
use crate::session::Wish;
use crate::words::{Line, Said};

/// A service, as it is offered.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionScreen {
    /// Its id in the feed.
    pub id: Rc<str>,
    /// What it is called.
    pub name: Line,
    /// "Because you chose: …".
    pub because: Option<Line>,
    /// Who runs it.
    pub by: Option<Line>,
    /// What is different just now.
    pub alert: Option<Line>,
    /// What it is.
    pub about: Vec<Line>,
    /// What a first visit is like.
    pub rows: Vec<OptionRow>,
    /// What opens the rest, where it is folded, and the rest.
    pub folded: Option<(Line, Vec<OptionRow>)>,
    /// *Tell me more*, *Maybe later*, *Not for me*, each with whether it was said.
    pub wishes: Vec<(Way, bool)>,
    /// What came of it.
    pub said: Option<Line>,
    /// Steps for the plan, in one press.
    pub plan: Vec<Way>,
}

/// One thing to know of a service.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionRow {
    /// "Cost", "When", "Where".
    pub label: Line,
    /// What there is to say.
    pub lines: Vec<Line>,
    /// Where it leads.
    pub links: Vec<Reach>,
}

/// A service, with what can be said of it. Folded, its details open in place.
pub(in crate::app::screen) fn option(app: &App, card: &Card, is_folded: bool) -> OptionScreen {
    let says = &card.says;
    let said = app.said_of_ideas();
    let said = said.and_then(|said| said.options.iter().find(|one| one.id == card.id));
    let wish = said.map(|said| said.wish);
    let wishes = [
        (Wish::More, "nearby-more"),
        (Wish::Later, "nearby-later"),
        (Wish::NotForMe, "nearby-not"),
    ];
    let wishes = wishes.into_iter().map(|(one, key)| {
        let is_on = wish == Some(one);
        let event = if is_on {
            Ideas::Unsay(card.id.clone())
        } else {
            Ideas::Say(card.id.clone(), one)
        };
        (app.way(key, Look::Other, Event::ideas(event)), is_on)
    });
    let is_out = wish == Some(Wish::NotForMe);
    let (first, rest) = rows(app, says);
    let (rows, folded) = match (is_out, is_folded) {
        (true, _) => (Vec::new(), None),
        (_, true) if wish != Some(Wish::More) => {
            (first, Some((app.words.line("nearby-details"), rest)))
        }
        _ => (first.into_iter().chain(rest).collect(), None),
    };
    OptionScreen {
        id: card.id.clone(),
        name: says.name.clone(),
        because: because(app, &card.because).filter(|_| !is_out),
        by: says.by.clone().filter(|_| !is_out),
        alert: says.alert.clone().filter(|_| !is_out),
        about: if is_out {
            Vec::new()
        } else {
            let all = says.about.iter();
            // One paragraph, until more is wanted.
            let most = if wish == Some(Wish::More) {
                usize::MAX
            } else {
                1
            };
            all.take(most).cloned().collect()
        },
        rows,
        folded,
        wishes: wishes.collect(),
        said: wish.map(|wish| said_line(app, wish)),
        plan: if wish == Some(Wish::More) {
            plan(app, &card.id)
        } else {
            Vec::new()
        },
    }
}

/// "Because you chose: being outdoors, someone to go with me".
fn because(app: &App, all: &[Because]) -> Option<Line> {
    let sources = app.ideas_sources()?;
    let titles: Vec<_> = all
        .iter()
        .filter_map(|because| {
            let (prompt, id) = match because {
                Because::Area(id) => (&sources.areas, id),
                Because::Interest(id) => (&sources.interests, id),
                Because::Easier(id) => (&sources.easier, id),
            };
            title(app, prompt.as_ref()?, id)
        })
        .map(|line| line.text)
        .collect();
    let chosen = titles.join("; ");
    (!chosen.is_empty()).then(|| app.words.fill("nearby-because", &[("chosen", &chosen)]))
}

/// The words of a card or a choice.
fn title(app: &App, prompt: &PromptId, id: &str) -> Option<Line> {
    match &app.session.as_ref()?.guide().prompt(prompt)?.answer {
        AnswerKind::Cards { cards, .. } => {
            let card = cards.iter().find(|card| card.id.name() == id)?;
            Some(app.text(&card.title))
        }
        AnswerKind::ManyChoices(kind) | AnswerKind::OneChoice(kind) => {
            let choice = kind.choices.iter().find(|choice| choice.id.name() == id)?;
            Some(app.text(&choice.title))
        }
        _ => None,
    }
}

/// What a first visit is like, cost first; and what else there is to know.
fn rows(app: &App, says: &InWords) -> (Vec<OptionRow>, Vec<OptionRow>) {
    let row = |key: &str, lines: Vec<Line>, links: Vec<Reach>| OptionRow {
        label: app.words.line(key),
        lines,
        links,
    };
    let places = says.places.iter().flat_map(|spot| &spot.lines);
    let access = says.places.iter().flat_map(|spot| &spot.access);
    let access = says.company.iter().chain(access);
    let who = says.who.iter().chain(&says.languages);
    let first = vec![
        row("nearby-label-cost", says.costs.clone(), Vec::new()),
        row("nearby-label-when", says.times.clone(), Vec::new()),
        row("nearby-label-where", places.cloned().collect(), Vec::new()),
    ];
    let rest = [
        row("nearby-label-contact", Vec::new(), says.contact.clone()),
        row(
            "nearby-label-join",
            says.apply.iter().cloned().collect(),
            Vec::new(),
        ),
        row("nearby-label-access", access.cloned().collect(), Vec::new()),
        row("nearby-label-who", who.cloned().collect(), Vec::new()),
        row(
            "nearby-label-checked",
            vec![says.checked.clone()],
            Vec::new(),
        ),
    ];
    let says_something = |row: &OptionRow| !row.lines.is_empty() || !row.links.is_empty();
    (first, rest.into_iter().filter(says_something).collect())
}

/// A service's details as lines to copy: they read the same when the list is gone.
pub(in crate::app) fn copied(app: &App, says: &InWords) -> Vec<Said> {
    let (first, rest) = rows(app, says);
    let mut lines: Vec<Said> = Vec::new();
    lines.extend(says.by.iter().map(|by| Said::new(by.text.clone())));
    for row in first.into_iter().chain(rest) {
        let reached = row.links.iter().map(|reach| match &reach.note {
            Some(note) => [&*reach.label.text, " (", &note.text, ")"].concat(),
            None => reach.label.text.to_string(),
        });
        let all: Vec<String> = row
            .lines
            .iter()
            .map(|line| line.text.to_string())
            .chain(reached)
            .collect();
        let text = [&*row.label.text, ": ", &all.join("; ")].concat();
        lines.push(Said::new(text));
    }
    lines
}
