//! The link worker's keys.

use super::sheet;
use crate::app::screen::KeysScreen;
use crate::widget::el::{El, el};
use crate::widget::part::{With, hint, question, ways};

/// Each key and what it does.
pub(crate) fn keys(shown: &KeysScreen, with: &With) -> El {
    let id = with.id("title");
    let rows = shown.keys.iter().flat_map(|(sign, does)| {
        let sign = el("kbd", "").line(sign);
        [
            el("dt", "").with(sign).done(),
            el("dd", "").line(does).done(),
        ]
    });
    sheet("screen keys", &id)
        .with(question(with, &id, &shown.title))
        .with(hint(None, Some(&shown.hint)))
        .with(el("dl", "signs").all(rows.collect()))
        .with(ways(&shown.ways, with))
}
