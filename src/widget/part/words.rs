//! A box to write in. It is drawn with its words once and then holds its own, so that nothing disturbs the writing.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, EventTarget, HtmlTextAreaElement};
use yew::prelude::*;

use super::{Asked, With};
use crate::app::Event;
use crate::app::screen::WordsBox;
use crate::session::Action;
use crate::widget::el::{El, Kind, area, el};
use crate::words::{Line, Said};

/// A box with its label and its starters, keyed by its place: the words of one never come up in another.
/// A short one is a `textarea` too: an `input` would drop the line breaks of what is pasted.
pub(crate) fn words(shown: &WordsBox, asked: &Asked, with: &With) -> El {
    let id = with.id_of(&shown.place, &shown.field);
    let write = {
        let (place, field) = (shown.place.clone(), shown.field.clone());
        let send = with.send.clone();
        Rc::new(move |words: String| {
            let action = Action::Write(place.clone(), field.clone(), Said::new(words));
            send.emit(Event::act(action));
        })
    };
    let words = AttrValue::from(shown.words.words().to_owned());
    let (class, rows) = if shown.is_long {
        ("words tall", "4")
    } else {
        ("words", "1")
    };
    let mut area = area(words, class)
        .has("id", id.clone())
        .is("part", "words")
        .is("rows", rows)
        .is("dir", "auto")
        .is("autocomplete", "off")
        .is("spellcheck", "false");
    let mut field = el("div", "field").key(&id);
    if let Some(label) = &shown.label {
        field = field.with(el("label", "").has("for", id.clone()).line(label));
    } else {
        area = area.has("aria-labelledby", asked.by.clone());
        area = area.maybe("aria-describedby", asked.hint.clone());
    }
    let on_input = {
        let write = write.clone();
        move |event: web_sys::Event| {
            if let Some(area) = written_in(event.target()) {
                write(area.value());
            }
        }
    };
    field = field.with(area.on(Kind::Input, Rc::new(on_input)));
    if shown.starters.is_empty() {
        return field;
    }
    let chips = shown
        .starters
        .iter()
        .map(|starter| chip(starter, write.clone()));
    let label = AttrValue::from(shown.starters_label.text.clone());
    field.with(
        el("ul", "chips")
            .has("aria-label", label)
            .all(chips.collect()),
    )
}

/// A way to begin: it puts editable words into the box it stands under.
fn chip(starter: &Line, write: Rc<impl Fn(String) + 'static>) -> Html {
    let text = starter.text.clone();
    let press = move |event: web_sys::Event| {
        let chip = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let field = chip.and_then(|chip| chip.closest(".field").ok().flatten());
        let area = field.and_then(|field| field.query_selector("textarea").ok().flatten());
        if let Some(area) = written_in(area.map(Into::into)) {
            let words = begun(area.value(), &text);
            // The caret goes to the end with it.
            area.set_value(&words);
            let _ = area.focus();
            write(words);
        }
    };
    let chip = el("button", "chip").is("type", "button").line(starter);
    let chip = chip.on(Kind::Click, Rc::new(press));
    el("li", "").key(&starter.text).with(chip).done()
}

fn written_in(target: Option<EventTarget>) -> Option<HtmlTextAreaElement> {
    target?.dyn_into().ok()
}

/// A starter on a line of its own after what is there already, which stays as it is. Pressed again, it stands there once.
fn begun(mut words: String, starter: &str) -> String {
    let last = words.trim().lines().next_back().unwrap_or_default();
    if last.trim() == starter {
        return words;
    }
    if !last.is_empty() && !words.ends_with('\n') {
        words.push('\n');
    }
    words.push_str(starter);
    words
}

#[cfg(test)]
mod tests {
    use super::begun;

    #[test]
    fn a_starter_stands_on_its_own_line_after_the_words_and_leaves_them_as_they_are() {
        assert_eq!(begun(String::new(), "My home"), "My home");
        assert_eq!(begun("Biscuit, ".into(), "My home"), "Biscuit, \nMy home");
        assert_eq!(begun("one\ntwo\n".into(), "My home"), "one\ntwo\nMy home");
        assert_eq!(begun("one\n\n".into(), "My home"), "one\n\nMy home");
    }

    #[test]
    fn a_starter_pressed_again_stands_there_once() {
        assert_eq!(begun("My home".into(), "My home"), "My home");
        assert_eq!(
            begun("My home\nMy pet ".into(), "My pet"),
            "My home\nMy pet "
        );
        assert_eq!(
            begun("My home\nMy pet".into(), "My home"),
            "My home\nMy pet\nMy home"
        );
    }
}
