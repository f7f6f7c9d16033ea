//! One thing asked.

use super::sheet;
use crate::app::screen::{AnswerScreen, PromptScreen};
use crate::widget::el::{El, el};
use crate::widget::focus::MARK;
use crate::widget::part::{
    Asked, With, answer, heading, help_block, hint, opens, opens_with, question, soft, ways, words,
};

/// The question, its answer control and the ways on.
pub(crate) fn prompt(shown: &PromptScreen, with: &With) -> El {
    let by = with.id_at(&shown.place, "ask");
    let hint_id = shown
        .hint
        .as_ref()
        .map(|_| with.id_at(&shown.place, "hint"));
    // With two at the screen, the one who writes is ready to.
    let has_place = !matches!(
        shown.answer,
        AnswerScreen::Notice(_) | AnswerScreen::Missing(_) | AnswerScreen::Ideas(_)
    );
    let takes_focus = with.writes && has_place;
    let mut sheet = sheet("screen prompt", &by)
        .with(el("p", "stage").line(&shown.stage))
        .with(if takes_focus {
            heading(with, &by, &shown.ask)
        } else {
            question(with, &by, &shown.ask)
        })
        .with(hint(hint_id.as_ref(), shown.hint.as_ref()));
    let asked = Asked { by, hint: hint_id };
    let mut place = el("div", "place").with(answer(&shown.answer, &asked, with));
    if takes_focus {
        place = place.has(MARK, with.screen.to_string().into());
    }
    sheet = sheet.with(place);
    if let Some((title, note, is_open)) = &shown.note {
        let note = words(note, &Asked::by(&with.id("note")), with);
        sheet = sheet.with(opens_with(title, note, *is_open));
    }
    // After the box, so that on a phone the place to write is not out of sight.
    if let Some(block) = &shown.help {
        sheet = sheet.with(help_block(block, "help", with));
    }
    if let Some((title, why)) = &shown.why {
        sheet = sheet.with(opens(title, std::slice::from_ref(why)));
    }
    sheet
        .with(ways(&shown.ways, with))
        .with(soft("next", shown.next.as_ref()))
}
