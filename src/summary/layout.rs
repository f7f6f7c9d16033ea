//! How a summary stands on a page.

use super::{Block, Entry, Marked, Page, Piece, Run, Summary};
use crate::session::Voice;
use crate::words::{Line, Said};

impl Summary {
    /// The summary as a page. Give it [`Summary::shared`] for anything that goes out.
    pub fn page(&self) -> Page {
        let mut blocks: Vec<Block> = self.proxy.iter().map(paragraph).collect();
        for part in &self.parts {
            let mut items = Vec::new();
            part.entries.iter().for_each(|one| entry(one, &mut items));
            blocks.push(Block::Heading(2, part.title.clone()));
            blocks.push(Block::List(items));
        }
        if !self.about.is_empty() {
            blocks.push(Block::Rule);
        }
        for line in &self.about {
            // What stands on top is not said again below.
            if Some(line) != self.proxy.as_ref() {
                blocks.push(paragraph(line));
            }
        }
        Page {
            title: self.title.clone(),
            language: self.language.clone(),
            is_large: false,
            blocks,
        }
    }
}

/// An entry as lines, as they stand in a list.
pub fn entry_lines(shown: &Entry) -> Vec<Vec<Run>> {
    let mut lines = Vec::new();
    entry(shown, &mut lines);
    lines
}

fn paragraph(line: &Line) -> Block {
    Block::Paragraph(vec![Run::Ours(line.clone())])
}

/// An entry as lines: what belongs together on one line, each question of its own and each row of a plan on another.
/// Words that are not the person's begin with whose they are, and what the person says of them stands below.
fn entry(entry: &Entry, lines: &mut Vec<Vec<Run>>) {
    let from = lines.len();
    answer(entry, lines);
    if let (Some(by), Some(line)) = (&entry.by, lines.get_mut(from)) {
        let mut whose = Vec::new();
        apart(by, &mut whose);
        line.splice(..0, whose);
    }
    if entry.voice == Voice::Worker {
        for run in lines.iter_mut().skip(from).flatten() {
            if let Run::Said(words) = run {
                *run = Run::Noted(words.clone());
            }
        }
    }
    if let Some(Marked { by, says, own, .. }) = &entry.mark {
        let mut line = Vec::new();
        apart(by, &mut line);
        line.push(Run::Ours(says.clone()));
        if let Some(own) = own {
            line.push(ours(": "));
            line.push(Run::Said(own.clone()));
        }
        lines.push(line);
    }
}

fn answer(entry: &Entry, lines: &mut Vec<Vec<Run>>) {
    let mut first = Vec::new();
    entry
        .label
        .iter()
        .for_each(|label| apart(label, &mut first));
    let labelled = first.len();
    let mut others = Vec::new();
    for piece in &entry.pieces {
        match piece {
            Piece::Said(words) => {
                separate(&mut first, labelled);
                first.push(Run::Said(words.clone()));
            }
            Piece::Chosen { choice, detail } => {
                let mut chosen = vec![Run::Ours(choice.clone())];
                if let Some(detail) = detail {
                    chosen.push(ours(": "));
                    chosen.push(Run::Said(detail.clone()));
                }
                // After lines of their own it stands on one too.
                if others.is_empty() {
                    separate(&mut first, labelled);
                    first.append(&mut chosen);
                } else {
                    others.push(chosen);
                }
            }
            Piece::Answered { label, choice } => {
                let mut line = Vec::new();
                apart(label, &mut line);
                line.push(Run::Ours(choice.clone()));
                others.push(line);
            }
            Piece::Labelled { label, said } => {
                let mut line = Vec::new();
                asked(label, said, &mut line);
                others.push(line);
            }
            Piece::Step {
                who,
                what,
                when,
                help,
            } => {
                let mut row = Vec::new();
                let is_more = !what.is_blank() || when.is_some() || help.is_some();
                match who {
                    Some(who) if is_more => apart(who, &mut row),
                    // With nothing after it, nothing is set apart.
                    Some(who) => row.push(Run::Ours(who.clone())),
                    None => {}
                }
                let named = row.len();
                if !what.is_blank() {
                    row.push(Run::Said(what.clone()));
                }
                for (label, said) in when.iter().chain(help) {
                    separate(&mut row, named);
                    asked(label, said, &mut row);
                }
                others.push(row);
            }
            Piece::Idea {
                before,
                name,
                lines,
                day,
            } => {
                let mut idea = Vec::new();
                if let Some(before) = before {
                    apart(before, &mut idea);
                }
                idea.push(Run::Said(name.clone()));
                if !lines.is_empty() {
                    let details = lines.iter().flat_map(|line| ["\n", line.words()]);
                    let details = details.chain(day.iter().map(|_| "\n"));
                    idea.push(Run::Told(Said::new(details.collect::<String>())));
                }
                idea.extend(day.clone().map(Run::Ours));
                others.push(idea);
            }
        }
    }
    // Where all of it stands on lines of its own, the label leads the first of them.
    if first.len() == labelled
        && let Some(line) = others.first_mut()
    {
        std::mem::swap(line, &mut first);
        line.append(&mut first);
    } else {
        lines.push(first);
    }
    lines.append(&mut others);
}

/// Puts a mark between what was said on a line so far, if anything was, and what comes.
fn separate(line: &mut Vec<Run>, labelled: usize) {
    if line.len() > labelled {
        line.push(ours("; "));
    }
}

/// A question, and what was said to it.
fn asked(label: &Line, said: &Said, line: &mut Vec<Run>) {
    apart(label, line);
    line.push(Run::Said(said.clone()));
}

/// A label with what sets it apart: a colon, unless it ends in a mark that does.
fn apart(words: &Line, line: &mut Vec<Run>) {
    let text = words.text.trim_end();
    let is_marked = text.ends_with(['?', '!', ':', ';', '…', '؟']);
    let text = [text, if is_marked { "" } else { ":" }].concat().into();
    let language = words.language.clone();
    line.push(Run::Label(Line { text, language }));
    line.push(ours(" "));
}

fn ours(text: &str) -> Run {
    Run::Ours(Line::new(text))
}
