//! Then and now: what is lined up, and its page to print.

use std::rc::Rc;

use super::screen::then::{days, lay};
use super::{App, Effect};
use crate::summary::{Block, Compared, Page, Run, Summary, entry_lines};
use crate::words::Line;

impl App {
    /// Earlier summaries beside the one of now; nothing where there is no earlier one.
    pub(super) fn compared(&self) -> Option<Compared> {
        let now = self.summary()?;
        let mut earlier: Vec<&Summary> = self.files.earlier.iter().collect();
        if earlier.is_empty() {
            return None;
        }
        earlier.push(&now);
        Some(Compared::of(&earlier))
    }

    /// Prints then and now. What is kept back now, or was then, is not in it.
    pub(super) fn print_then(&mut self, effects: &mut Vec<Effect>) {
        let Some(now) = self.shared() else { return };
        let earlier = self.earlier_shared();
        let all: Vec<&Summary> = earlier.iter().chain([&now]).collect();
        let compared = Compared::of(&all);
        let days = days(self, &compared);
        let mut blocks = Vec::new();
        for row in &compared.rows {
            blocks.push(Block::Heading(2, row.title.clone()));
            for (day, cell) in days.iter().zip(&row.cells) {
                blocks.push(Block::Paragraph(vec![Run::Label(day.clone())]));
                let lines: Vec<_> = cell.iter().flat_map(entry_lines).collect();
                blocks.push(if lines.is_empty() {
                    Block::Paragraph(vec![Run::Ours(self.words.line("then-nothing"))])
                } else {
                    Block::List(lines)
                });
            }
        }
        if !compared.cards.is_empty() {
            blocks.push(Block::Heading(2, self.words.line("then-cards")));
            let rows = compared.cards.iter().map(|(title, lies)| {
                let lies = lies.iter().map(|pile| {
                    let lay = lay(self, *pile);
                    let text = [&*lay.drawn.text, " ", &lay.words.text].concat();
                    Line::new(&*text)
                });
                [title.clone()].into_iter().chain(lies).collect()
            });
            blocks.push(Block::Table {
                head: [Line::default()].into_iter().chain(days).collect(),
                rows: rows.collect(),
            });
        }
        let page = Page {
            title: self.words.line("then"),
            language: self.words.language().clone(),
            blocks,
        };
        self.notice = None;
        effects.push(Effect::Print(Rc::new(page)));
    }
}
