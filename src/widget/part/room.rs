//! Who is there.

use super::words::words;
use super::{Asked, With};
use crate::app::screen::RoomScreen;
use crate::widget::el::{El, el};

/// Whether someone answers for the person, and who else is there.
pub(crate) fn room(shown: &RoomScreen, with: &With) -> El {
    let (label, is_on, event) = &shown.answers;
    let tick = el("input", "")
        .is("type", "checkbox")
        .checked(*is_on)
        .change(event, with);
    let by = with.id_of(&shown.others.place, &shown.others.field);
    el("div", "answer")
        .is("role", "group")
        .has("aria-label", shown.title.text.clone().into())
        .with(words(&shown.others, &Asked::by(&by), with))
        .with(
            el("label", "aside")
                .with(tick)
                .with(el("span", "").line(label)),
        )
}
