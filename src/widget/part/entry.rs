//! An entry of the summary: the person's words, and the same answer control in their place while they edit.

use web_sys::Element;
use yew::prelude::*;

use super::{Asked, Focus, With, answer, focus, line};
use crate::app::screen::SummaryEntry;
use crate::summary::Piece;
use crate::words::{Line, Said};

/// What an entry needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct EntryProps {
    /// The entry.
    pub(crate) shown: SummaryEntry,
    /// The heading it stands under: heard with *Edit*.
    pub(crate) title: Line,
    /// Whether any entry is open.
    pub(crate) is_editing: bool,
    /// Where it stands.
    pub(crate) with: With,
}

/// Opening it gives its first control the focus; closing it gives it back to *Edit*, unless another was opened.
#[component]
pub(crate) fn EntryView(props: &EntryProps) -> Html {
    let EntryProps {
        shown,
        title,
        is_editing,
        with,
    } = props;
    let node = use_node_ref();
    let was_open = use_mut_ref(|| false);
    {
        let (node, elsewhere) = (node.clone(), *is_editing);
        use_effect_with(shown.editing.is_some(), move |&is_open| {
            let was_open = was_open.replace(is_open);
            if let Some(entry) = node.cast::<Element>() {
                if is_open {
                    focus(&entry, Focus::First);
                } else if was_open && !elsewhere {
                    focus(&entry, Focus::At(".edit"));
                }
            }
        });
    }
    let by = with.id_at(&shown.place, "ask");
    let asked = Asked {
        by: by.clone(),
        hint: None,
    };
    html! {
        <div class={classes!("entry", shown.editing.as_ref().map(|_| "open"))} ref={node}>
            if let Some((ask, control)) = &shown.editing {
                <div key="control" class="editing">
                    <p id={by} class="label">{ line(ask) }</p>
                    { answer(control, &asked, with) }
                </div>
            } else {
                <div key="words" class="said">{ words(shown) }</div>
            }
            <button
                type="button"
                class={if shown.editing.is_some() { "btn edit" } else { "plain edit" }}
                onclick={with.on(&shown.edit.event)}
            >
                { line(&shown.edit.label) }
                <span class="heard">
                    { " " }{ line(title) }
                    if let Some(label) = &shown.label { { " " }{ line(label) } }
                </span>
            </button>
        </div>
    }
}

/// What was said, as it stands in the letter.
fn words(shown: &SummaryEntry) -> Html {
    let pieces: Html = shown
        .pieces
        .iter()
        .enumerate()
        .map(|(at, one)| html! { <div key={at} class="piece">{ piece(one) }</div> })
        .collect();
    html! {
        <>
            <p class="label" hidden={shown.label.is_none()}>{ shown.label.as_ref().map(line).unwrap_or_default() }</p>
            { pieces }
        </>
    }
}

/// A piece of what was said.
fn piece(shown: &Piece) -> Html {
    match shown {
        Piece::Said(words) => said(words),
        Piece::Chosen { choice, detail } => html! {
            <>
                <p class="own">{ line(choice) }</p>
                { detail.as_ref().map(said).unwrap_or_default() }
            </>
        },
        Piece::Labelled { label, said: words } => labelled(label, words),
        Piece::Step {
            who,
            what,
            when,
            help,
        } => html! {
            <>
                { said(what) }
                <p class="small" hidden={who.is_none()}>{ who.as_ref().map(line).unwrap_or_default() }</p>
                { when.as_ref().map(|(label, words)| labelled(label, words)).unwrap_or_default() }
                { help.as_ref().map(|(label, words)| labelled(label, words)).unwrap_or_default() }
            </>
        },
    }
}

/// A person's words, byte for byte, in whichever direction they run.
fn said(words: &Said) -> Html {
    html! { <p class="own" dir="auto">{ super::plain(words.words()) }</p> }
}

/// A question of ours, and the words after it.
fn labelled(label: &Line, words: &Said) -> Html {
    html! { <><p class="small">{ line(label) }</p>{ said(words) }</> }
}
