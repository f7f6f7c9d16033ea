//! The summary as it stands. It reads like a letter.

use yew::prelude::*;

use super::sheet;
use crate::app::Event;
use crate::app::screen::{SummaryPart, SummaryScreen};
use crate::widget::part::{
    EntryView, With, covered, delete, line, paragraphs, question, subheading, way, ways,
};
use crate::words::Line;

/// *My summary*.
pub(crate) fn summary(shown: &SummaryScreen, with: &With) -> Html {
    let id = with.id("title");
    let is_editing = shown
        .parts
        .iter()
        .flat_map(|part| &part.entries)
        .any(|entry| entry.editing.is_some());
    let parts: Html = shown
        .parts
        .iter()
        .map(|one| part(one, is_editing, with))
        .collect();
    sheet(
        "summary",
        &id,
        html! {
            <>
                { question(with, &id, &shown.title) }
                <p class="hint">{ line(&shown.hint) }</p>
                <p class="empty" hidden={shown.empty.is_none()}>
                    { shown.empty.as_ref().map(line).unwrap_or_default() }
                </p>
                <div class="letter" hidden={shown.parts.is_empty()}>
                    { parts }
                    <div class="about">{ paragraphs(&shown.about, "") }</div>
                </div>
                <div class="outs">
                    { ways(&shown.out, with) }
                    <p class="next" hidden={shown.left_out.is_none()}>
                        { shown.left_out.as_ref().map(line).unwrap_or_default() }
                    </p>
                </div>
                if let Some((give, means)) = &shown.give {
                    <div class="give">
                        <p>{ line(means) }</p>
                        { way(give, with) }
                    </div>
                }
                { ways(&shown.ways, with) }
                { delete(shown.delete.as_ref(), with) }
            </>
        },
    )
}

/// A heading, what stands under it, and whether it is shared.
fn part(shown: &SummaryPart, is_editing: bool, with: &With) -> Html {
    let id = with.id(&["part_", shown.id.name()].concat());
    let name = AttrValue::from([&id, "_share"].concat());
    let entries: Html = shown
        .entries
        .iter()
        .map(|entry| {
            let key = with.id_at(&entry.place, "entry").to_string();
            html! {
                <EntryView {key} shown={entry.clone()} title={shown.title.clone()} {is_editing} with={with.under()} />
            }
        })
        .collect();
    let half =
        |key, (words, event): &(Line, Event), on| covered(key, line(words), &name, on, event, with);
    html! {
        <div key={shown.id.name()} class={classes!("part", shown.kept_back.then_some("kept"))}>
            <div class="text">
                { subheading(with, id.clone(), &shown.title) }
                { entries }
            </div>
            <div class="acts">
                <div class="share" role="radiogroup" aria-labelledby={id.clone()}>
                    { half("share", &shown.share, !shown.kept_back) }
                    { half("keep", &shown.keep, shown.kept_back) }
                </div>
                { for shown.copy.as_ref().map(|copy| html! {
                    <button key="copy" type="button" class="plain" aria-describedby={id} onclick={with.on(&copy.event)}>
                        { line(&copy.label) }
                    </button>
                }) }
            </div>
        </div>
    }
}
