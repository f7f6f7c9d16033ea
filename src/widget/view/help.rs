//! *Get help now*: the first lines fit a phone without scrolling.

use super::sheet;
use crate::app::screen::HelpScreen;
use crate::widget::el::El;
use crate::widget::part::{With, help_block, help_lines, question, soft, ways};

/// The same for everybody, whatever was answered.
pub(crate) fn help(shown: &HelpScreen, with: &With) -> El {
    let id = with.id("title");
    let mut sheet = sheet("screen get-help", &id)
        .with(question(with, &id, &shown.title))
        .with(help_lines(&shown.first));
    if let Some(near) = &shown.near {
        sheet = sheet.with(help_block(near, "near", with));
    }
    sheet
        .with(help_block(&shown.more, "more", with))
        .with(soft("privacy", Some(&shown.privacy)))
        .with(ways(&shown.ways, with))
}
