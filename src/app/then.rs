//! Then and now: what is lined up, and its page to print.

use std::rc::Rc;

use super::screen::then::{days, lay, legend};
use super::{App, Effect};
use crate::summary::{Block, Compared, Page, Run, Summary, TableRow, drawn, entry_lines};

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
            blocks.push(Block::Paragraph(vec![Run::Ours(legend(self))]));
            let rows = compared.cards.iter().map(|(title, lies)| TableRow {
                title: title.clone(),
                drawn: drawn(lies),
                cells: lies.iter().map(|pile| lay(self, *pile)).collect(),
            });
            blocks.push(Block::Table {
                head: days,
                rows: rows.collect(),
            });
        }
        let page = Page {
            title: self.words.line("then"),
            language: self.words.language().clone(),
            is_large: false,
            blocks,
        };
        self.notice = None;
        effects.push(Effect::Print(Rc::new(page)));
    }
}
