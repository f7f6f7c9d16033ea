//! 0 to 10, as one row of large targets.

use yew::prelude::*;

use super::words::words;
use super::{Asked, With, clear, line, plain};
use crate::app::Event;
use crate::app::screen::ScaleScreen;

/// The row, the words at both ends, a way to leave it out, and what is asked after it.
pub(crate) fn scale(shown: &ScaleScreen, asked: &Asked, with: &With) -> Html {
    let name = with.id_at(&shown.place, "number");
    let ends = with.id_at(&shown.place, "ends");
    let told = match &asked.hint {
        Some(hint) => AttrValue::from([hint, " ", &ends].concat()),
        None => ends.clone(),
    };
    let numbers: Html = (0..=10)
        .map(|number| {
            let on = shown.number == Some(number);
            covered(
                &number.to_string(),
                plain(&number.to_string()),
                &name,
                on,
                &shown.choose(number),
                with,
            )
        })
        .collect();
    html! {
        <div class="answer">
            <div class="group">
                <div class="scale" role="radiogroup" aria-labelledby={asked.by.clone()} aria-describedby={told}>
                    { numbers }
                </div>
                <div class="ends" id={ends}>
                    <span>{ line(&shown.low) }</span>
                    <span>{ line(&shown.high) }</span>
                </div>
                { clear(shown.clear.as_ref(), with) }
            </div>
            if let Some(more) = &shown.more { { words(more, asked, with) } }
        </div>
    }
}

/// A radio that looks like its words and covers them: the finger, the eye and the screen reader find one and the same target.
pub(crate) fn covered(
    key: &str,
    face: Html,
    name: &AttrValue,
    on: bool,
    event: &Event,
    with: &With,
) -> Html {
    html! {
        <label class="covered" {key}>
            <input type="radio" name={name.clone()} checked={on} onchange={with.on(event)} />
            <span class="face">{ face }</span>
        </label>
    }
}
