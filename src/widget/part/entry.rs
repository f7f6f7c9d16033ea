//! An entry of the summary: the person's words, and the same answer control in their place while they edit.

use yew::prelude::*;

use super::{Asked, With, answer, soft};
use crate::app::screen::SummaryEntry;
use crate::summary::Piece;
use crate::widget::el::{El, el};
use crate::widget::focus::MARK;
use crate::words::{Line, Said};

/// Opening it gives its first control the focus; *Done* is the button that was *Edit*, and keeps it.
/// The heading it stands under is heard with *Edit*.
pub(crate) fn entry(shown: &SummaryEntry, title: &Line, with: &With) -> Html {
    let by = with.id_at(&shown.place, "ask");
    let (class, edit, inside) = match &shown.editing {
        Some((ask, control)) => {
            let label = el("p", "label").has("id", by.clone()).line(ask);
            let inside = el("div", "editing").key("control").has(MARK, by.clone());
            let inside = inside
                .with(label)
                .with(answer(control, &Asked::by(&by), with));
            ("entry open", "btn edit", inside)
        }
        None => ("entry", "plain edit", words(shown).key("words")),
    };
    let mut heard = el("span", "heard").text(" ").line(title);
    if let Some(label) = &shown.label {
        heard = heard.text(" ").line(label);
    }
    let edit = el("button", edit)
        .key("edit")
        .is("type", "button")
        .press(&shown.edit.event, with)
        .line(&shown.edit.label)
        .with(heard);
    el("div", class).key(&by).with(inside).with(edit).done()
}

/// What was said, as it stands in the letter.
fn words(shown: &SummaryEntry) -> El {
    let words = el("div", "said").with(soft("label", shown.label.as_ref()));
    words.all(shown.pieces.iter().map(|one| piece(one).done()).collect())
}

/// A piece of what was said.
fn piece(shown: &Piece) -> El {
    let piece = el("div", "piece");
    match shown {
        Piece::Said(words) => piece.with(said(words)),
        Piece::Chosen { choice, detail } => {
            let piece = piece.with(el("p", "own").line(choice));
            match detail {
                Some(detail) => piece.with(said(detail)),
                None => piece,
            }
        }
        Piece::Answered { label, choice } => piece
            .with(el("p", "small").line(label))
            .with(el("p", "own").line(choice)),
        Piece::Labelled { label, said: words } => labelled(piece, label, words),
        Piece::Step {
            who,
            what,
            when,
            help,
        } => {
            let piece = piece.with(said(what)).with(soft("small", who.as_ref()));
            let told = when.iter().chain(help);
            told.fold(piece, |piece, (label, words)| labelled(piece, label, words))
        }
    }
}

/// A person's words, byte for byte, in whichever direction they run.
fn said(words: &Said) -> El {
    el("p", "own").is("dir", "auto").text(words.words())
}

/// A question of ours, and the words after it.
fn labelled(piece: El, label: &Line, words: &Said) -> El {
    piece.with(el("p", "small").line(label)).with(said(words))
}
