//! What this is, who reads it, how long it takes.

use crate::app::screen::WelcomeScreen;
use crate::widget::el::{El, el};
use crate::widget::part::{With, paragraphs, question, soft, ways};

use super::sheet;

/// The first screen.
pub(crate) fn welcome(shown: &WelcomeScreen, with: &With) -> El {
    fault!("render-welcome");
    let id = with.id("title");
    let points = shown
        .points
        .iter()
        .map(|point| el("li", "").line(point).done());
    let points = el("ul", "points")
        .hidden(shown.points.is_empty())
        .all(points.collect());
    sheet("screen welcome", &id)
        .with(question(with, &id, &shown.title))
        .with(el("div", "lead").all(paragraphs(&shown.lead)))
        .with(points)
        .with(soft("privacy", Some(&shown.privacy)))
        .with(ways(&shown.ways, with))
        .with(ways(&shown.also, with).is("class", "ways also"))
}
