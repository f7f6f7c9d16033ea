//! What was picked as a leaflet in large letters, to take along.

use crate::app::ideas::Ideas;
use crate::app::screen::data::{Look, Way};
use crate::app::{App, Event};
use crate::session::{Opted, Wish};
use crate::summary::{Block, Page, Run};
use crate::words::Line;

/// All that was picked, in large letters: nothing else of the person stands in it.
pub(in crate::app) fn leaflet(app: &App) -> Option<Page> {
    let said = app.said_of_ideas()?;
    let wanted = |option: &&Opted| option.wish != Wish::NotForMe;
    let mut blocks = Vec::new();
    for option in said.options.iter().filter(wanted) {
        blocks.push(Block::Heading(2, Line::new(option.name.words())));
        for line in &option.lines {
            blocks.push(Block::Paragraph(vec![Run::Ours(Line::new(line.words()))]));
        }
        let day = option.day.map(|day| day.in_words(&app.words));
        if let Some(day) = day {
            let line = app.words.fill("nearby-as-of", &[("day", &day.text)]);
            blocks.push(Block::Paragraph(vec![Run::Ours(line)]));
        }
    }
    (!blocks.is_empty()).then(|| Page {
        title: app.words.line("nearby-leaflet-title"),
        language: app.words.language().clone(),
        is_large: true,
        blocks,
    })
}

/// *Print what you picked in large letters*, where something was.
pub(in crate::app::screen) fn print_way(app: &App) -> Option<Way> {
    let way = app.way("nearby-leaflet", Look::Plain, Event::ideas(Ideas::Leaflet));
    leaflet(app).map(|_| way)
}
