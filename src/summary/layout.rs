//! How a summary stands on a page.

use super::{Block, Entry, Page, Piece, Run, Summary};
use crate::words::{Line, Said};

impl Summary {
    /// The summary as a page. Give it [`Summary::shared`] for anything that goes out.
    pub fn page(&self) -> Page {
        let proxy = self.proxy.iter().map(paragraph);
        let parts = self.parts.iter().flat_map(|part| {
            let items = part.entries.iter().flat_map(items).collect();
            [Block::Heading(2, part.title.clone()), Block::List(items)]
        });
        // What stands on top is not said again below.
        let below = |line: &&Line| Some(*line) != self.proxy.as_ref();
        let about = self.about.iter().filter(below).map(paragraph);
        let rule = (!self.about.is_empty()).then_some(Block::Rule);
        Page {
            title: self.title.clone(),
            language: self.language.clone(),
            blocks: proxy.chain(parts).chain(rule).chain(about).collect(),
        }
    }
}

fn paragraph(line: &Line) -> Block {
    Block::Paragraph(vec![Run::Ours(line.clone())])
}

/// An entry as lines: what belongs together on one line, each question of its own and each row of a plan on another.
fn items(entry: &Entry) -> Vec<Vec<Run>> {
    let label = entry.label.iter().flat_map(apart);
    let mut first: Vec<Run> = Vec::new();
    let mut others = Vec::new();
    for piece in &entry.pieces {
        match piece {
            Piece::Said(words) => {
                separate(&mut first);
                first.push(Run::Said(words.clone()));
            }
            Piece::Chosen { choice, detail } => {
                separate(&mut first);
                first.push(Run::Ours(choice.clone()));
                if let Some(detail) = detail {
                    first.push(ours(": "));
                    first.push(Run::Said(detail.clone()));
                }
            }
            Piece::Labelled { label: asked, said } => {
                others.push(label_and(asked, said));
            }
            Piece::Step {
                who,
                what,
                when,
                help,
            } => {
                let mut row: Vec<Run> = who.iter().flat_map(apart).collect();
                if !what.is_blank() {
                    row.push(Run::Said(what.clone()));
                }
                for (asked, said) in [when, help].into_iter().flatten() {
                    if row.iter().any(|run| matches!(run, Run::Said(_))) {
                        row.push(ours("; "));
                    }
                    row.extend(label_and(asked, said));
                }
                others.push(row);
            }
        }
    }
    let alone = first.is_empty();
    let mut lines: Vec<Vec<Run>> = if alone {
        others
    } else {
        [vec![first], others].concat()
    };
    if let Some(line) = lines.first_mut() {
        line.splice(0..0, label);
    }
    lines
}

fn separate(line: &mut Vec<Run>) {
    if !line.is_empty() {
        line.push(ours("; "));
    }
}

fn label_and(asked: &Line, said: &Said) -> Vec<Run> {
    let mut runs = Vec::from(apart(asked));
    runs.push(Run::Said(said.clone()));
    runs
}

/// A label with what sets it apart: a colon, unless it ends in a mark of its own.
fn apart(words: &Line) -> [Run; 2] {
    let text = words.text.trim_end();
    let marked = !text.ends_with(|last: char| last.is_alphanumeric() || ")]\"'”’».".contains(last));
    let text = if marked {
        text.into()
    } else {
        format!("{text}:").into()
    };
    let language = words.language.clone();
    [Run::Label(Line { text, language }), ours(" ")]
}

fn ours(text: &str) -> Run {
    Run::Ours(Line::new(text))
}
