//! The stages, to go to any of them.

use yew::prelude::*;

use super::sheet;
use crate::app::screen::{PartScreen, PartsScreen};
use crate::widget::el::{El, el};
use crate::widget::part::{With, hint, label, question, ways};

/// *Parts of this conversation*.
pub(crate) fn parts(shown: &PartsScreen, with: &With) -> El {
    let id = with.id("title");
    let stages = shown.stages.iter().map(|one| part(one, with));
    sheet("screen parts", &id)
        .with(question(with, &id, &shown.title))
        .with(hint(None, Some(&shown.hint)))
        .with(el("ul", "stages").all(stages.collect()))
        .with(ways(&shown.ways, with))
}

/// One stage, with a word on where the person is and what has words in it.
fn part(shown: &PartScreen, with: &With) -> Html {
    let notes = [&shown.here, &shown.has_words];
    let notes = notes.into_iter().flatten();
    let button = el("button", "")
        .is("type", "button")
        .when(shown.here.is_some(), "aria-current", "step")
        .press(&shown.way.event, with)
        .with(el("span", "part-name").add(label(&shown.way)))
        .all(
            notes
                .map(|note| el("span", "note").line(note).done())
                .collect(),
        );
    el("li", "").with(button).done()
}
