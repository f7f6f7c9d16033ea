//! A box to write in. It is drawn with its words once and then holds its own, so that nothing disturbs the writing.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{Asked, With, line};
use crate::app::Event;
use crate::app::screen::WordsBox;
use crate::session::Action;
use crate::words::Said;

/// What a box needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WordsProps {
    shown: WordsBox,
    asked: Asked,
    with: With,
}

/// A box, keyed by its place: the words of one never come up in another.
pub(crate) fn words(shown: &WordsBox, asked: &Asked, with: &With) -> Html {
    let key = with.id_of(&shown.place, &shown.field).to_string();
    html! { <Words {key} shown={shown.clone()} asked={asked.clone()} with={with.clone()} /> }
}

/// A box with its label and its starters. A short one is a `textarea` too: an `input` would drop the line breaks of what is pasted.
#[component]
fn Words(props: &WordsProps) -> Html {
    let WordsProps { shown, asked, with } = props;
    let node = use_node_ref();
    let id = with.id_of(&shown.place, &shown.field);
    let send = with.send.clone();
    let (place, field) = (shown.place.clone(), shown.field.clone());
    let write: Rc<dyn Fn(String)> = Rc::new(move |words| {
        let action = Action::Write(place.clone(), field.clone(), Said::new(words));
        send.emit(Event::Act(action));
    });
    let oninput = {
        let write = write.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            write(area.value());
        })
    };
    let starters = shown.starters.iter().map(|starter| {
        let (node, write, text) = (node.clone(), write.clone(), starter.text.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(area) = node.cast::<HtmlTextAreaElement>() {
                let words = joined(area.value(), &text);
                // The caret goes to the end with it.
                area.set_value(&words);
                let _ = area.focus();
                write(words);
            }
        });
        html! {
            <li key={starter.text.clone()}><button type="button" class="chip" {onclick}>{ line(starter) }</button></li>
        }
    });
    let starters: Html = starters.collect();
    let (named, told) = match &shown.label {
        None => (Some(asked.by.clone()), asked.hint.clone()),
        Some(_) => (None, None),
    };
    html! {
        <div class="field">
            if let Some(label) = &shown.label {
                <label for={id.clone()}>{ line(label) }</label>
            }
            <textarea
                {id}
                ref={node}
                part="words"
                class={if shown.is_long { "words tall" } else { "words" }}
                rows={if shown.is_long { "4" } else { "1" }}
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                aria-labelledby={named}
                aria-describedby={told}
                defaultvalue={shown.words.words().to_owned()}
                {oninput}
            />
            if !shown.starters.is_empty() {
                <ul class="chips" aria-label={shown.starters_label.text.clone()}>{ starters }</ul>
            }
        </div>
    }
}

/// A starter after what is there already, which stays as it is.
fn joined(mut words: String, starter: &str) -> String {
    if words.contains('\n') && !words.ends_with(char::is_whitespace) {
        words.push('\n');
    } else if !words.is_empty() && !words.ends_with(char::is_whitespace) {
        words.push(' ');
    }
    words.push_str(starter);
    words
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_starter_stands_after_the_words_and_leaves_them_as_they_are() {
        assert_eq!(joined(String::new(), "My home"), "My home");
        assert_eq!(joined("Biscuit,".into(), "My home"), "Biscuit, My home");
        assert_eq!(joined(" Biscuit  ".into(), "My home"), " Biscuit  My home");
        assert_eq!(joined("one\ntwo".into(), "My home"), "one\ntwo\nMy home");
    }
}
