//! Choices: full-width rows, each with a real radio or box.

use yew::prelude::*;

use super::words::words;
use super::{Asked, With, clear, line};
use crate::app::screen::{AlsoScreen, ChoiceScreen, ChoicesScreen};

/// The choices of a prompt, a second question and what is asked in words after them.
pub(crate) fn choices(shown: &ChoicesScreen, asked: &Asked, with: &With) -> Html {
    let name = with.id_at(&shown.place, "choice");
    html! {
        <div class="answer">
            <div class="group">
                { list(&shown.choices, shown.is_one, &name, asked, with) }
                if shown.is_one { { clear(shown.clear.as_ref(), with) } }
            </div>
            if let Some(asks) = &shown.also { { also(asks, &with.id_at(&shown.place, "also"), with) } }
            if let Some(more) = &shown.more { { words(more, asked, with) } }
        </div>
    }
}

/// One list of choices, named by what asks.
pub(crate) fn list(
    shown: &[ChoiceScreen],
    is_one: bool,
    name: &AttrValue,
    asked: &Asked,
    with: &With,
) -> Html {
    let rows: Html = shown
        .iter()
        .map(|one| choice(one, is_one, name, false, with))
        .collect();
    html! {
        <div
            class="choices"
            role={if is_one { "radiogroup" } else { "group" }}
            aria-labelledby={asked.by.clone()}
            aria-describedby={asked.hint.clone()}
        >
            { rows }
        </div>
    }
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
    let detail = shown.detail.as_ref().map(|detail| {
        let asked = Asked {
            by: id.clone(),
            hint: None,
        };
        words(detail, &asked, with)
    });
    let not_mine = shown.not_mine.as_ref().map(|(label, is_on, event)| {
        html! {
            <label class="aside">
                <input type="checkbox" checked={*is_on} onchange={with.on(event)} />
                <span>{ line(label) }</span>
            </label>
        }
    });
    let hold = shut.then(|| Callback::from(|click: MouseEvent| click.prevent_default()));
    html! {
        <div class="pick" key={shown.id.name()}>
            <label class={classes!("choice", shown.is_on.then_some("on"), shut.then_some("shut"))}>
                <input
                    type={if is_one { "radio" } else { "checkbox" }}
                    name={is_one.then(|| name.clone())}
                    checked={shown.is_on}
                    aria-disabled={shut.then_some("true")}
                    onclick={hold}
                    onchange={with.on(&shown.event)}
                />
                <span id={id}>{ line(&shown.title) }</span>
            </label>
            <div key="more" class="told" hidden={not_mine.is_none() && detail.is_none()}>
                { not_mine.unwrap_or_default() }
                { detail.unwrap_or_default() }
            </div>
        </div>
    }
}

/// A second question with radios.
fn also(shown: &AlsoScreen, id: &AttrValue, with: &With) -> Html {
    let asked = Asked {
        by: id.clone(),
        hint: None,
    };
    html! {
        <div class="group">
            <p id={id.clone()} class="label">{ line(&shown.ask) }</p>
            { list(&shown.choices, true, &AttrValue::from([id, "_one"].concat()), &asked, with) }
            { clear(shown.clear.as_ref(), with) }
        </div>
    }
}
