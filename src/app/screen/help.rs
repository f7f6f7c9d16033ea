//! *Get help now*: the same for everybody, with no guide, no network and no answers.

use std::rc::Rc;

use super::data::{HelpBlock, HelpLineScreen, HelpScreen, Look};
use crate::app::{App, Event};
use crate::guide::help::{self, HelpLine, Nation};
use crate::words::Line;

pub(super) fn screen(app: &App) -> HelpScreen {
    let (first, more): (Vec<_>, Vec<_>) = help::lines(app.options.nation)
        .into_iter()
        .partition(|line| line.first);
    let near = app.near.to_vec();
    HelpScreen {
        title: app.words.line("help"),
        first: lines(app, first),
        near: (!near.is_empty()).then(|| block(app, "help-near", near)),
        more: block(app, "help-more", more),
        privacy: app.words.line("help-privacy"),
        ways: vec![app.way("carry-on", Look::Main, Event::CarryOn)],
    }
}

/// Help lines for a prompt that shows them: the host's own, then the first few for everyone.
pub(super) fn for_everyone(app: &App) -> Rc<HelpBlock> {
    let first = help::lines(app.options.nation)
        .into_iter()
        .filter(|line| line.first);
    block(
        app,
        "help-block",
        app.near.iter().cloned().chain(first).collect(),
    )
}

fn block(app: &App, key: &str, all: Vec<HelpLine>) -> Rc<HelpBlock> {
    Rc::new(HelpBlock {
        title: app.words.line(key),
        lines: lines(app, all),
    })
}

/// Each line, with where it is for when it is not for everyone and the host has not said where it is.
fn lines(app: &App, all: Vec<HelpLine>) -> Vec<HelpLineScreen> {
    let show = |line: HelpLine| {
        let is_everywhere = line.nations.is_empty() || app.options.nation.is_some();
        let place = (!is_everywhere).then(|| place(app, &line.nations));
        HelpLineScreen { line, place }
    };
    all.into_iter().map(show).collect()
}

/// "In England, Wales".
fn place(app: &App, nations: &[Nation]) -> Line {
    let names: Vec<_> = nations
        .iter()
        .map(|nation| app.words.line(key(*nation)).text)
        .collect();
    app.words.fill("help-for", &[("place", &names.join(", "))])
}

fn key(nation: Nation) -> &'static str {
    match nation {
        Nation::England => "nation-england",
        Nation::NorthernIreland => "nation-northern-ireland",
        Nation::Scotland => "nation-scotland",
        Nation::Wales => "nation-wales",
    }
}
