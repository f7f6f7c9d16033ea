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
    /// What tells this card from those before: it gets the focus when it comes.
    pub focus: Option<Rc<str>>,
    /// "Because you chose: …".
    pub because: Option<Line>,
    /// Who runs it.
    pub by: Option<Line>,
    /// What is different just now.
    pub alert: Option<Line>,
    /// What it is.
    pub about: Vec<Line>,
    /// What it costs, when, where, for whom, and when that was checked; all there is to know, where more is wanted.
    pub rows: Vec<OptionRow>,
    /// What opens the rest, and the rest.
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

/// A service, with what can be said of it. What a first visit is like stands there, and the rest opens in place until more of it is wanted.
pub(in crate::app::screen) fn option(app: &App, card: &Card) -> OptionScreen {
    let says = &card.says;
    let said = app.said_of_ideas();
    let said = said.and_then(|said| said.options.iter().find(|one| one.id == card.id));
    let wish = said.map(|said| said.wish);
    let mut shown = OptionScreen {
        id: card.id.clone(),
        name: says.name.clone(),
        focus: None,
        because: None,
        by: None,
        alert: None,
        about: Vec::new(),
        rows: Vec::new(),
        folded: None,
        wishes: wishes(app, card, wish),
        said: wish.map(|wish| said_line(app, wish)),
        plan: Vec::new(),
    };
    if wish == Some(Wish::NotForMe) {
        return shown;
    }
    let is_wanted = wish == Some(Wish::More);
    shown.because = because(app, &card.because);
    shown.by.clone_from(&says.by);
    shown.alert.clone_from(&says.alert);
    let most = if is_wanted { usize::MAX } else { 1 };
    let about = says.about.iter().take(most);
    shown.about = about.chain(&says.company).cloned().collect();
    let rows = rows(app, says, None);
    if is_wanted {
        shown.rows = rows.into_iter().map(|(_, row)| row).collect();
        shown.plan = plan(app, &card.id);
    } else {
        let (first, rest): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|(part, _)| *part == Part::First);
        let only =
            |rows: Vec<(Part, OptionRow)>| rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>();
        shown.rows = only(first);
        let rest = only(rest);
        shown.folded = (!rest.is_empty()).then(|| (app.words.line("nearby-details"), rest));
    }
    shown
}

/// *Tell me more*, *Maybe later*, *Not for me*, each with whether it was said.
fn wishes(app: &App, card: &Card, wish: Option<Wish>) -> Vec<(Way, bool)> {
    let all = [
        (Wish::More, "nearby-more"),
        (Wish::Later, "nearby-later"),
        (Wish::NotForMe, "nearby-not"),
    ];
    let all = all.into_iter().map(|(one, key)| {
        let is_on = wish == Some(one);
        let event = if is_on {
            Ideas::Unsay(card.id.clone())
        } else {
            Ideas::Say(card.id.clone(), one)
        };
        (app.way(key, Look::Other, Event::ideas(event)), is_on)
    });
    all.collect()
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

/// Whether something is read before a first visit is thought of, or after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    First,
    Rest,
}

/// What there is to know, cost first. That someone can go along stands with how to get in, where it stands nowhere else.
fn rows(app: &App, says: &InWords, company: Option<&Line>) -> Vec<(Part, OptionRow)> {
    let places = says.places.iter().flat_map(|spot| &spot.lines);
    let access = says.places.iter().flat_map(|spot| &spot.access);
    let who = says.who.iter().chain(&says.languages);
    let lines = [
        (Part::First, "nearby-label-cost", says.costs.clone()),
        (Part::First, "nearby-label-when", says.times.clone()),
        (Part::First, "nearby-label-where", places.cloned().collect()),
        (Part::First, "nearby-label-who", who.cloned().collect()),
        (Part::Rest, "nearby-label-contact", Vec::new()),
        (
            Part::Rest,
            "nearby-label-join",
            says.apply.iter().cloned().collect(),
        ),
        (
            Part::Rest,
            "nearby-label-access",
            company.into_iter().chain(access).cloned().collect(),
        ),
        (
            Part::First,
            "nearby-label-checked",
            vec![says.checked.clone()],
        ),
    ];
    let rows = lines.into_iter().map(|(part, key, lines)| {
        let reached = (key == "nearby-label-contact").then(|| says.contact.clone());
        let row = OptionRow {
            label: app.words.line(key),
            lines,
            links: reached.unwrap_or_default(),
        };
        (part, row)
    });
    let says_something = |row: &OptionRow| !row.lines.is_empty() || !row.links.is_empty();
    rows.filter(|(_, row)| says_something(row)).collect()
}

/// A service's details as lines to copy: they read the same when the list is gone.
pub(in crate::app) fn copied(app: &App, says: &InWords) -> Vec<Said> {
    let mut lines: Vec<Said> = Vec::new();
    // What is different just now, and what it is, as they stand on the card.
    let first = says.by.iter().chain(&says.alert).chain(says.about.first());
    lines.extend(first.map(|line| Said::new(line.text.clone())));
    for (_, row) in rows(app, says, says.company.as_ref()) {
        let reached = row.links.iter().map(|reach| {
            // On paper a page is found by the whole of its address.
            let page = reach.href.strip_prefix("https://");
            let to = page.map_or(&*reach.label.text, |page| page.trim_end_matches('/'));
            match &reach.note {
                Some(note) => [to, " (", &note.text, ")"].concat(),
                None => to.to_owned(),
            }
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
