//! *Get help now*: the first lines fit a phone without scrolling.

use yew::prelude::*;

use super::sheet;
use crate::app::screen::HelpScreen;
use crate::widget::part::{With, help_block, help_lines, line, question, ways};

/// The same for everybody, whatever was answered.
pub(crate) fn help(shown: &HelpScreen, with: &With) -> Html {
    let id = with.id("title");
    sheet(
        "get-help",
        &id,
        html! {
            <>
                { question(with, &id, &shown.title) }
                { help_lines(&shown.first) }
                if let Some(near) = &shown.near { { help_block(near, "near", with) } }
                { help_block(&shown.more, "more", with) }
                <p class="privacy">{ line(&shown.privacy) }</p>
                { ways(&shown.ways, with) }
            </>
        },
    )
}
