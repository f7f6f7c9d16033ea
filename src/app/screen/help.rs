//! *Get help now*: the same for everybody, with no guide, no network and no answers.

use std::rc::Rc;

use super::data::{Look, Way};
use crate::app::{App, Event};
use crate::guide::help::{self, HelpLine, Nation};
use crate::words::{Language, Line};

/// *Get help now*.
#[derive(Debug, Clone, PartialEq)]
pub struct HelpScreen {
    /// "Get help now".
    pub title: Line,
    /// The first lines: they fit a phone without scrolling.
    pub first: Vec<HelpLineScreen>,
    /// The host's own lines, with a heading.
    pub near: Option<Rc<HelpBlock>>,
    /// The others, with a heading.
    pub more: Rc<HelpBlock>,
    /// A line on what this page does not do: "Nobody sees that you opened this page."
    pub privacy: Line,
    /// *Carry on*.
    pub ways: Vec<Way>,
}

/// Help lines in a block of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct HelpBlock {
    /// Its heading, unless the question above says the same.
    pub title: Option<Line>,
    /// The lines.
    pub lines: Vec<HelpLineScreen>,
}

/// A help line with the words around it.
#[derive(Debug, Clone, PartialEq)]
pub struct HelpLineScreen {
    /// The line.
    pub line: HelpLine,
    /// The language of its words, where that is not the screen's.
    pub language: Option<Language>,
    /// "In England and Wales", where it is not for everyone.
    pub place: Option<Line>,
}

pub(super) fn screen(app: &App) -> HelpScreen {
    let (first, more): (Vec<_>, Vec<_>) = help::lines(app.options.nation)
        .into_iter()
        .partition(|line| line.first);
    let near = lines(app, app.near.to_vec(), None);
    HelpScreen {
        title: app.words.line("help"),
        first: lines(app, first, language(app)),
        near: (!near.is_empty()).then(|| block(app, "help-near", near)),
        more: block(app, "help-more", lines(app, more, language(app))),
        privacy: app.words.line("help-privacy"),
        ways: vec![app.way("carry-on", Look::Main, Event::CarryOn)],
    }
}

/// Help lines for a prompt that shows them: the host's own, then the first few for everyone.
pub(super) fn for_everyone(app: &App) -> Rc<HelpBlock> {
    let first = help::lines(app.options.nation)
        .into_iter()
        .filter(|line| line.first);
    let mut all = lines(app, app.near.to_vec(), None);
    all.extend(lines(app, first.collect(), language(app)));
    block(app, "help-block", all)
}

/// Help lines for young people, where to call in an emergency behind them.
pub(super) fn for_young(app: &App) -> Rc<HelpBlock> {
    let (first, others): (Vec<_>, Vec<_>) = help::lines(app.options.nation)
        .into_iter()
        .partition(|line| line.first);
    let young = others.into_iter().filter(|line| line.young);
    let all = young.chain(first).collect();
    block(app, "young-help", lines(app, all, language(app)))
}

/// The same under a question, whose words it does not say again.
pub(super) fn under(app: &App, ask: &Line) -> Rc<HelpBlock> {
    let mut block = for_everyone(app);
    if block.title.as_ref().map(|title| &title.text) == Some(&ask.text) {
        Rc::make_mut(&mut block).title = None;
    }
    block
}

fn block(app: &App, key: &str, lines: Vec<HelpLineScreen>) -> Rc<HelpBlock> {
    let title = Some(app.words.line(key));
    Rc::new(HelpBlock { title, lines })
}

/// The language of the lines we ship, where the screen is in another.
fn language(app: &App) -> Option<Language> {
    let english = Language::english();
    (*app.words.language() != english).then_some(english)
}

/// Each line, with where it is for when it is not for everyone and the host has not said where it is.
fn lines(app: &App, all: Vec<HelpLine>, language: Option<Language>) -> Vec<HelpLineScreen> {
    let show = |line: HelpLine| {
        let is_everywhere = line.nations.is_empty() || app.options.nation.is_some();
        let place = (!is_everywhere).then(|| place(app, &line.nations));
        HelpLineScreen {
            line,
            language: language.clone(),
            place,
        }
    };
    all.into_iter().map(show).collect()
}

/// "In England, Scotland and Wales".
fn place(app: &App, nations: &[Nation]) -> Line {
    let names: Vec<_> = nations
        .iter()
        .map(|nation| app.words.line(key(*nation)).text)
        .collect();
    let names = match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => {
            let values = [("list", &*others.join(", ")), ("last", last)];
            app.words.fill("list-end", &values).text
        }
        None => Rc::default(),
    };
    app.words.fill("help-for", &[("place", &names)])
}

fn key(nation: Nation) -> &'static str {
    match nation {
        Nation::England => "nation-england",
        Nation::NorthernIreland => "nation-northern-ireland",
        Nation::Scotland => "nation-scotland",
        Nation::Wales => "nation-wales",
    }
}
