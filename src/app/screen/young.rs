//! For someone under age: what these questions are, and who is there for young people. It asks nothing and keeps nothing.

use super::data::{Look, PlainScreen};
use super::help;
use crate::app::{App, Event};

pub(super) fn screen(app: &App) -> PlainScreen {
    let lines = |keys: &[&str]| keys.iter().map(|key| app.words.line(key)).collect();
    PlainScreen {
        title: app.words.line("young-title"),
        lead: lines(&["young-adults", "young-welcome"]),
        lists: vec![(
            app.words.line("young-people"),
            lines(&["young-trusted", "young-school", "young-doctor"]),
        )],
        help: Some(help::for_young(app)),
        ways: vec![app.way("carry-on", Look::Main, Event::CarryOn)],
    }
}
