//! An entry of the summary: the person's words, and the same answer control in their place while they edit.

use yew::prelude::*;

use super::mark::mark;
use super::{Asked, With, answer, soft};
use crate::app::screen::SummaryEntry;
use crate::session::Voice;
use crate::summary::{Entry, Marked, Part, Piece};
use crate::widget::el::{El, el};
use crate::widget::focus::MARK;
use crate::words::{Line, Said};

/// Opening it gives its first control the focus; *Done* is the button that was *Edit*, and keeps it.
/// The heading it stands under is heard with *Edit*.
pub(crate) fn entry(shown: &SummaryEntry, title: &Line, with: &With) -> Html {
    let worker = shown.voice == Voice::Worker;
    let (ask, whose) = if worker {
        ("note-ask", "note-by")
    } else {
        ("ask", "by")
    };
    // What came with a file may stand beside what is said at its place now.
    let id = |name: &str| match shown.brought {
        Some(at) => with.id_at(&shown.place, &[name, "-", &at.to_string()].concat()),
        None => with.id_at(&shown.place, name),
    };
    let (by, whose) = (id(ask), id(whose));
    let (class, edit, inside) = if let Some((ask, control)) = &shown.editing {
        let label = el("p", "label").has("id", by.clone()).line(ask);
        let inside = el("div", "editing").key("control").has(MARK, by.clone());
        let inside = inside
            .with(label)
            .with(answer(control, &Asked::by(&by), with));
        ("entry open", "btn edit", inside)
    } else {
        let words = words(
            shown.by.as_ref(),
            shown.label.as_ref(),
            &shown.pieces,
            worker,
        );
        let words = words.has("id", whose.clone()).key("words");
        ("entry", "plain edit", words)
    };
    let mut heard = el("span", "heard").text(" ").line(title);
    for also in [&shown.label, &shown.by].into_iter().flatten() {
        heard = heard.text(" ").line(also);
    }
    let edit = el("button", edit)
        .key("edit")
        .is("type", "button")
        .press(&shown.edit.event, with)
        .line(&shown.edit.label)
        .with(heard);
    let entry = el("div", class).key(&by).with(inside).with(edit);
    match &shown.mark {
        // While it is open, what it is about is its label.
        Some(marked) => {
            let about = if shown.editing.is_some() { &by } else { &whose };
            entry.with(mark(marked, about, with)).done()
        }
        None => entry.done(),
    }
}

/// What was said, as it stands in the letter: whose words they are, where they are not the person's.
fn words(by: Option<&Line>, label: Option<&Line>, pieces: &[Piece], worker: bool) -> El {
    let class = if worker { "said noted" } else { "said" };
    el("div", class)
        .with(soft("by", by))
        .with(soft("label", label))
        .all(pieces.iter().map(|one| piece(one).done()).collect())
}

/// Parts of a summary to read, and nothing to press.
pub(crate) fn letter(parts: &[Part]) -> Vec<Html> {
    let parts = parts.iter().map(|part| {
        let title = el("p", "label");
        let title = if part.title.text.is_empty() {
            title.hidden(true)
        } else {
            title.line(&part.title)
        };
        el("div", "read")
            .with(title)
            .all(entries(&part.entries))
            .done()
    });
    parts.collect()
}

/// Entries to read, and nothing to press.
pub(crate) fn entries(shown: &[Entry]) -> Vec<Html> {
    shown.iter().map(read).collect()
}

fn read(entry: &Entry) -> Html {
    let worker = entry.voice == Voice::Worker;
    let said = words(
        entry.by.as_ref(),
        entry.label.as_ref(),
        &entry.pieces,
        worker,
    );
    let Some(Marked { by, says, own, .. }) = &entry.mark else {
        return said.done();
    };
    let mut marked = el("p", "small").line(by).text(": ").line(says);
    if let Some(own) = own {
        marked = marked.text(" ").with(el("span", "own").text(own.words()));
    }
    said.with(marked).done()
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
        Piece::Idea {
            before,
            name,
            lines,
            day,
        } => {
            let piece = piece.with(soft("small", before.as_ref())).with(said(name));
            let line = |line: &Said| el("p", "small").is("dir", "auto").text(line.words()).done();
            let piece = piece.all(lines.iter().map(line).collect());
            piece.with(soft("small", day.as_ref()))
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
