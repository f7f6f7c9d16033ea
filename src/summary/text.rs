//! A page as plain text.

use super::{Block, Page, Run};
use crate::words::Line;

impl Page {
    /// The page as plain text: headings, dashes, no markup, wrapped by nobody.
    pub fn text(&self) -> String {
        let mut out = String::from(&*self.title.text);
        out.push('\n');
        let mut in_paragraphs = false;
        for block in &self.blocks {
            let is_paragraph = matches!(block, Block::Paragraph(_));
            let begins = match block {
                Block::Heading(..) | Block::Rule => true,
                Block::Paragraph(_) => !in_paragraphs && !out.ends_with("\n\n"),
                Block::List(_) | Block::Space(_) | Block::Boxes(_) | Block::Table { .. } => false,
            };
            if begins {
                out.push('\n');
            }
            in_paragraphs = is_paragraph;
            write(block, &mut out);
        }
        out
    }
}

fn write(block: &Block, out: &mut String) {
    match block {
        Block::Heading(_, line) => {
            out.push_str(&line.text);
            out.push('\n');
        }
        Block::Paragraph(runs) => line(runs, out),
        Block::List(items) => {
            for item in items {
                out.push_str("- ");
                line(item, out);
            }
        }
        Block::Space(lines) => {
            for _ in 0..*lines {
                out.push_str("________________________________________\n");
            }
        }
        Block::Boxes(boxes) => {
            for words in boxes {
                out.push_str("[ ] ");
                out.push_str(&words.text);
                out.push('\n');
            }
        }
        Block::Table { head, rows } => {
            let blank = Line::default();
            let named = rows.iter().map(|row| (&row.title, &row.cells));
            for (title, cells) in [(&blank, head)].into_iter().chain(named) {
                out.push_str(&title.text);
                for cell in cells {
                    out.push_str(" | ");
                    out.push_str(&cell.text);
                }
                out.push('\n');
            }
        }
        Block::Rule => {}
    }
}

fn line(runs: &[Run], out: &mut String) {
    for run in runs {
        match run {
            Run::Ours(line) | Run::Label(line) => out.push_str(&line.text),
            Run::Said(words) | Run::Noted(words) | Run::Told(words) => out.push_str(words.words()),
            Run::Link(line, to) => {
                out.push_str(&line.text);
                if to.starts_with("http") && !to.ends_with(&*line.text) {
                    out.push_str(" (");
                    out.push_str(to);
                    out.push(')');
                }
            }
        }
    }
    out.push('\n');
}
