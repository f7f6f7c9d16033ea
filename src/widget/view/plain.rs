//! Something told in plain words.

use super::sheet;
use crate::app::screen::PlainScreen;
use crate::widget::el::{El, el};
use crate::widget::part::{With, help_block, paragraphs, question, subheading, ways};

/// Paragraphs, and lists under headings of their own.
pub(crate) fn plain(shown: &PlainScreen, with: &With) -> El {
    let id = with.id("title");
    let mut sheet = sheet("screen reading", &id)
        .with(question(with, &id, &shown.title))
        .with(el("div", "lead").all(paragraphs(&shown.lead)));
    for (at, (title, lines)) in shown.lists.iter().enumerate() {
        let id = with.id(&["list", &at.to_string()].concat());
        let lines = lines.iter().map(|one| el("li", "").line(one).done());
        let list = el("ul", "points").all(lines.collect());
        sheet = sheet.with(subheading(with, &id, title)).with(list);
    }
    if let Some(help) = &shown.help {
        sheet = sheet.with(help_block(help, "help", with));
    }
    sheet.with(ways(&shown.ways, with))
}
