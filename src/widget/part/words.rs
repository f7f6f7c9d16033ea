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
    fault!("render-words");
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
        .unaided();
    let mut field = el("div", "field").key(&id);
    if let Some(label) = &shown.label {
        field = field.with(el("label", "").has("for", id.clone()).line(label));
    } else {
        area = area.has("aria-labelledby", asked.by.clone());
        area = area.maybe("aria-describedby", asked.hint.clone());
    }
    let on_input = {
        let (write, known) = (write.clone(), shown.words.clone());
        move |event: web_sys::Event| {
            let words = written_in(event.target()).map(|area| area.value());
            // What is known already is not drawn anew: what is being pressed could be gone before it is let go.
            if let Some(words) = words.filter(|words| words != known.words()) {
                write(words);
            }
        }
    };
    // A page can keep an input from us on its way down. What a box holds when it is left is heard here alone.
    let on_input: Rc<dyn Fn(web_sys::Event)> = Rc::new(on_input);
    let area = area.on(Kind::Change, on_input.clone());
    field = field.with(area.on(Kind::Input, on_input));
    if let Some(label) = &shown.quote {
        field = field.with(quote(label, write.clone()));
    }
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

/// Sets marks round what is selected in the box above it, or round nothing with the caret between them: the person's exact words.
fn quote(label: &Line, write: Rc<impl Fn(String) + 'static>) -> El {
    let press = move |event: web_sys::Event| {
        let Some(area) = area_of(event.target()) else {
            return;
        };
        let place = |at: Result<Option<u32>, _>| at.ok().flatten().unwrap_or(u32::MAX);
        let (from, to) = (place(area.selection_start()), place(area.selection_end()));
        let (words, caret) = quoted(&area.value(), from, to);
        area.set_value(&words);
        let _ = area.focus();
        let _ = area.set_selection_range(caret, caret);
        write(words);
    };
    el("button", "chip quote")
        .is("type", "button")
        .line(label)
        .on(Kind::Click, Rc::new(press))
}

/// The words with marks round a part of them, and where the caret goes: between empty marks, else after them. Places count as a browser counts them, in UTF-16.
fn quoted(words: &str, from: u32, to: u32) -> (String, u32) {
    let at = |place: u32| {
        let mut count = 0;
        let mut letters = words.char_indices();
        let found = letters.find(|(_, letter)| {
            let is_here = count >= place;
            count += u32::try_from(letter.len_utf16()).unwrap_or_default();
            is_here
        });
        found.map_or(words.len(), |(at, _)| at)
    };
    let (from, to) = (at(from), at(to.max(from)));
    let parts = [words.get(..from), words.get(from..to), words.get(to..)];
    let [before, inside, after] = parts.map(Option::unwrap_or_default);
    let upto = [before, "“", inside].concat();
    let mut caret = upto.encode_utf16().count();
    if !inside.is_empty() {
        caret += 1;
    }
    let caret = u32::try_from(caret).unwrap_or(u32::MAX);
    ([&upto, "”", after].concat(), caret)
}

/// A way to begin: it puts editable words into the box it stands under.
fn chip(starter: &Line, write: Rc<impl Fn(String) + 'static>) -> Html {
    let text = starter.text.clone();
    let press = move |event: web_sys::Event| {
        if let Some(area) = area_of(event.target()) {
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

/// The box of the field that something pressed stands in.
fn area_of(pressed: Option<EventTarget>) -> Option<HtmlTextAreaElement> {
    let pressed = pressed?.dyn_into::<Element>().ok()?;
    let field = pressed.closest(".field").ok().flatten()?;
    let area = field.query_selector("textarea").ok().flatten()?;
    written_in(Some(area.into()))
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
    use super::{begun, quoted};

    #[test]
    fn marks_go_round_what_is_selected_and_the_caret_after_them() {
        assert_eq!(
            quoted("I hate it here", 2, 6),
            ("I “hate” it here".into(), 8)
        );
        assert_eq!(quoted("", 0, 0), ("“”".into(), 1));
        assert_eq!(quoted("she said ", 9, 9), ("she said “”".into(), 10));
        assert_eq!(quoted("🙂 ok", 3, 5), ("🙂 “ok”".into(), 7));
        assert_eq!(quoted("ok", 9, 4), ("ok“”".into(), 3));
    }

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
