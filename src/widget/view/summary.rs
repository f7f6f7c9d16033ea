//! The summary as it stands. It reads like a letter.

use yew::prelude::*;

use super::sheet;
use crate::app::Event;
use crate::app::screen::{SummaryPart, SummaryScreen};
use crate::widget::el::{El, el};
use crate::widget::part::{
    With, covered, delete, entry, hint, paragraphs, question, soft, subheading, way, ways,
};
use crate::words::Line;

/// *My summary*.
pub(crate) fn summary(shown: &SummaryScreen, with: &With) -> El {
    let id = with.id("title");
    let letter = el("div", "letter")
        .hidden(shown.parts.is_empty())
        .all(shown.parts.iter().map(|one| part(one, with)).collect())
        .with(
            el("div", "about")
                .key("about")
                .hidden(shown.about.is_empty())
                .all(paragraphs(&shown.about)),
        );
    let outs = el("div", "outs")
        .with(ways(&shown.out, with))
        .with(soft("next", shown.left_out.as_ref()));
    let hints = shown.hint.iter();
    let hints = hints.map(|one| hint(None, Some(one)).done());
    let mut sheet = sheet("screen summary", &id)
        .with(question(with, &id, &shown.title))
        .with(soft("proxy", shown.proxy.as_ref()))
        .with(el("div", "hints").all(hints.collect()))
        .with(soft("empty", shown.empty.as_ref()))
        .with(letter)
        .with(outs);
    if let Some((give, means)) = &shown.give {
        let give = el("div", "give")
            .with(el("p", "").line(means))
            .with(way(give, with));
        sheet = sheet.with(give);
    }
    sheet
        .with(ways(&shown.ways, with))
        .with(delete(shown.delete.as_ref(), with))
}

/// A heading, what stands under it, and whether it is shared.
fn part(shown: &SummaryPart, with: &With) -> Html {
    let id = with.id(&["part_", shown.id.name()].concat());
    let name = AttrValue::from([&id, "_share"].concat());
    let inside = with.under();
    let entries = shown.entries.iter();
    let entries = entries.map(|one| entry(one, &shown.title, &inside));
    let half = |key, (words, event): &(Line, Event), on| {
        covered(key, el("span", "face").line(words), &name, on, event, with)
    };
    let share = el("div", "share")
        .key("share")
        .is("role", "radiogroup")
        .has("aria-labelledby", id.clone())
        .add(half("share", &shown.share, !shown.kept_back))
        .add(half("keep", &shown.keep, shown.kept_back));
    let mut acts = el("div", "acts").with(share);
    if let Some(copy) = &shown.copy {
        acts = acts.with(way(copy, with).has("aria-describedby", id.clone()));
    }
    let text = el("div", "text")
        .with(subheading(with, &id, &shown.title).key("title"))
        .all(entries.collect());
    let class = if shown.kept_back { "part kept" } else { "part" };
    el("div", class)
        .key(shown.id.name())
        .with(text)
        .with(acts)
        .done()
}
