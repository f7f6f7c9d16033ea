//! 0 to 10, as one row of large targets.

use yew::prelude::*;

use super::words::words;
use super::{Asked, With, clear};
use crate::app::Event;
use crate::app::screen::ScaleScreen;
use crate::widget::el::{El, el};

/// The row, the words at both ends, a way to leave it out, and what is asked after it.
pub(crate) fn scale(shown: &ScaleScreen, asked: &Asked, with: &With) -> El {
    let name = with.id_at(&shown.place, "number");
    let ends = with.id_at(&shown.place, "ends");
    let told = match &asked.hint {
        Some(hint) => AttrValue::from([hint, " ", &ends].concat()),
        None => ends.clone(),
    };
    let numbers = (0..=10).map(|number| {
        let words = number.to_string();
        let face = el("span", "face").text(&words);
        let is_on = shown.number == Some(number);
        covered(&words, face, &name, is_on, &shown.choose(number), with)
    });
    let row = el("div", "scale")
        .is("role", "radiogroup")
        .has("aria-labelledby", asked.by.clone())
        .has("aria-describedby", told)
        .all(numbers.collect());
    let ends = el("div", "ends")
        .has("id", ends)
        .with(el("span", "").line(&shown.low))
        .with(el("span", "").line(&shown.high));
    let group = el("div", "group")
        .with(row)
        .with(ends)
        .with(clear(shown.clear.as_ref(), with));
    let answer = el("div", "answer").with(group);
    match &shown.more {
        Some(more) => answer.with(words(more, asked, with)),
        None => answer,
    }
}

/// A radio that looks like its words and covers them: the finger, the eye and the screen reader find one and the same target.
pub(crate) fn covered(
    key: &str,
    face: El,
    name: &AttrValue,
    on: bool,
    event: &Event,
    with: &With,
) -> Html {
    let radio = el("input", "")
        .is("type", "radio")
        .has("name", name.clone())
        .checked(on)
        .change(event, with);
    el("label", "covered")
        .key(key)
        .with(radio)
        .with(face)
        .done()
}
