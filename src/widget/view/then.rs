//! Then and now, side by side: the same headings, each time in the person's words.

use yew::prelude::*;

use super::sheet;
use crate::app::screen::{CardOverTime, ThenScreen};
use crate::summary::{DRAWN_IN, Entry};
use crate::widget::el::{El, el};
use crate::widget::part::{Asked, With, entries, hint, question, subheading, ways, words};
use crate::words::Line;

/// Earlier summaries beside this one.
pub(crate) fn then(shown: &ThenScreen, with: &With) -> El {
    let id = with.id("title");
    let mut sheet = sheet("screen then", &id)
        .with(question(with, &id, &shown.title))
        .with(hint(None, Some(&shown.hint)));
    if let Some((title, steps)) = &shown.steps {
        let by = with.id("steps");
        let rows = steps.iter().map(|(step, boxed)| {
            let id = with.id_of(&boxed.place, &boxed.field);
            el("div", "step")
                .key(&id)
                .with(el("p", "own").is("dir", "auto").text(step.words()))
                .with(words(boxed, &Asked::by(&by), with))
                .done()
        });
        let steps = el("div", "plan").all(rows.collect());
        sheet = sheet
            .with(subheading(with, &by, title).key("steps-title"))
            .with(steps.key("steps"));
    }
    let rows = shown.rows.iter().enumerate();
    let rows = rows.map(|(at, (title, cells))| row(at, title, cells, &shown.days, with));
    sheet = sheet.with(el("div", "times").key("rows").all(rows.collect()));
    if let Some((caption, legend, cards)) = &shown.cards {
        sheet = sheet.with(table(caption, legend, cards, &shown.days).key("cards"));
    }
    sheet.with(ways(&shown.ways, with))
}

/// A heading, and what stood under it each time.
fn row(at: usize, title: &Line, cells: &[Vec<Entry>], days: &[Line], with: &With) -> Html {
    let id = with.id(&["then_", &at.to_string()].concat());
    let columns = days.iter().zip(cells).map(|(day, cell)| {
        el("div", "time")
            .with(el("p", "label").line(day))
            .all(entries(cell))
            .done()
    });
    el("div", "over-time")
        .key(&id)
        .with(subheading(with, &id, title))
        .with(el("div", "beside-times").all(columns.collect()))
        .done()
}

/// The life cards over time: a drawing in each cell, and the same in words.
fn table(caption: &Line, legend: &Line, cards: &[CardOverTime], days: &[Line]) -> El {
    let column = |day: &Line| {
        let day = el("th", "").is("scope", "col").line(day);
        day.is("role", "columnheader").done()
    };
    // The roles stand by themselves where a narrow screen draws the table as a list.
    let head = el("tr", "head")
        .is("role", "row")
        .with(el("td", "").is("role", "cell"))
        .with(el("td", "").is("aria-hidden", "true"))
        .all(days.iter().map(column).collect());
    let rows = cards.iter().map(|card| {
        let lies = card.lies.iter().zip(days).map(|(lay, day)| {
            el("td", "")
                .is("role", "cell")
                .with(el("span", "when").is("aria-hidden", "true").line(day))
                .with(el("span", "").line(lay))
                .done()
        });
        let title = el("th", "").is("scope", "row").line(&card.title);
        let path = el("path", "").has("d", AttrValue::from(card.drawn.clone()));
        let picture = el("svg", "lay").is("viewBox", DRAWN_IN).with(path);
        el("tr", "")
            .is("role", "row")
            .with(title.is("role", "rowheader"))
            .with(el("td", "").is("aria-hidden", "true").with(picture))
            .all(lies.collect())
            .done()
    });
    let table = el("table", "")
        .is("role", "table")
        .with(el("caption", "label").line(caption))
        .with(el("tbody", "").with(head).all(rows.collect()));
    el("div", "table")
        .is("tabindex", "0")
        .is("role", "group")
        .has("aria-label", caption.text.clone().into())
        .with(table)
        .with(el("p", "small").is("aria-hidden", "true").line(legend))
}
