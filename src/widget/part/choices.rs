//! Choices: full-width rows, each with a real radio or box.

use std::rc::Rc;

use yew::prelude::*;

use super::words::words;
use super::{Asked, With, clear};
use crate::app::screen::{AlsoScreen, ChoiceScreen, ChoicesScreen};
use crate::widget::el::{El, Kind, el};

/// The choices of a prompt, a second question and what is asked in words after them.
pub(crate) fn choices(shown: &ChoicesScreen, asked: &Asked, with: &With) -> El {
    let name = with.id_at(&shown.place, "choice");
    let mut group = el("div", "group").with(list(&shown.choices, shown.is_one, &name, asked, with));
    if shown.is_one {
        group = group.with(clear(shown.clear.as_ref(), with));
    }
    let mut answer = el("div", "answer").with(group);
    if let Some(asks) = &shown.also {
        answer = answer.with(also(asks, &with.id_at(&shown.place, "also"), with));
    }
    if let Some(more) = &shown.more {
        answer = answer.with(words(more, asked, with));
    }
    answer
}

/// One list of choices, named by what asks.
fn list(shown: &[ChoiceScreen], is_one: bool, name: &AttrValue, asked: &Asked, with: &With) -> El {
    let rows = shown.iter();
    let rows = rows.map(|one| choice(one, is_one, name, false, with));
    el("div", "choices")
        .is("role", if is_one { "radiogroup" } else { "group" })
        .has("aria-labelledby", asked.by.clone())
        .maybe("aria-describedby", asked.hint.clone())
        .all(rows.collect())
}

/// One choice, with what is asked once it is taken. One that is `shut` can be reached and read, and pressing it does nothing.
pub(crate) fn choice(
    shown: &ChoiceScreen,
    is_one: bool,
    name: &AttrValue,
    shut: bool,
    with: &With,
) -> Html {
    let id = AttrValue::from([name, "_", shown.id.name()].concat());
    let class = match (shown.is_on, shut) {
        (true, _) => "choice on",
        (_, true) => "choice shut",
        _ => "choice",
    };
    let mut input = el("input", "")
        .is("type", if is_one { "radio" } else { "checkbox" })
        .checked(shown.is_on)
        .change(&shown.event, with);
    if is_one {
        input = input.has("name", name.clone());
    }
    if shut {
        let hold: Rc<dyn Fn(Event)> = Rc::new(|click| click.prevent_default());
        input = input.is("aria-disabled", "true").on(Kind::Click, hold);
    }
    let row = el("label", class)
        .with(input)
        .with(el("span", "").has("id", id.clone()).line(&shown.title));
    let mut told = el("div", "told").key("more");
    if let Some((label, is_on, event)) = &shown.not_mine {
        let tick = el("input", "")
            .is("type", "checkbox")
            .has("aria-describedby", id.clone())
            .checked(*is_on)
            .change(event, with);
        told = told.with(
            el("label", "aside")
                .key("aside")
                .with(tick)
                .with(el("span", "").line(label)),
        );
    }
    let detail = shown.detail.as_ref();
    if let Some(detail) = detail {
        told = told.with(words(detail, &Asked::by(&id), with));
    }
    let is_empty = shown.not_mine.is_none() && detail.is_none();
    el("div", "pick")
        .key(shown.id.name())
        .with(row)
        .with(told.hidden(is_empty))
        .done()
}

/// A second question with radios.
fn also(shown: &AlsoScreen, id: &AttrValue, with: &With) -> El {
    let name = AttrValue::from([id, "_one"].concat());
    el("div", "group")
        .with(el("p", "label").has("id", id.clone()).line(&shown.ask))
        .with(list(&shown.choices, true, &name, &Asked::by(id), with))
        .with(clear(shown.clear.as_ref(), with))
}
