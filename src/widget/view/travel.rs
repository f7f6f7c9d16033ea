//! The file that travels: opening one, ways to take the summary along, and the summary as codes.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Event as DomEvent, HtmlInputElement};
use yew::prelude::*;

use super::sheet;
use crate::app::screen::{CodesScreen, OpeningScreen, PassphraseBox, WaysScreen};
use crate::app::{Event, Travel};
use crate::summary::Code;
use crate::widget::el::{El, Kind, el};
use crate::widget::focus::MARK;
use crate::widget::part::{With, covered, hint, paragraphs, question, soft, way, ways};
use crate::words::{Line, Said};

/// Whose summary a file holds, or the box for its passphrase.
pub(crate) fn opening(shown: &OpeningScreen, with: &With) -> El {
    let id = with.id("title");
    let mut sheet = sheet("screen opening", &id)
        .with(question(with, &id, &shown.title))
        .with(el("div", "lead").all(paragraphs(&shown.lead)));
    if let Some(boxed) = &shown.passphrase {
        sheet = sheet.with(passphrase(boxed, with));
    }
    sheet.with(ways(&shown.ways, with))
}

/// What goes along, whether it is locked, and by which way.
pub(crate) fn take(shown: &WaysScreen, with: &With) -> El {
    let id = with.id("title");
    let mut sheet = sheet("screen take", &id)
        .with(question(with, &id, &shown.title).key("title"))
        .with(soft("lead", Some(&shown.lead)).key("lead"));
    if let Some((title, both)) = &shown.full {
        let name = with.id("full");
        let choices = both.iter().zip(["shared", "full"]);
        let choices = choices.map(|((words, is_on, event), key)| {
            let face = el("span", "face").line(words);
            covered(key, face, &name, *is_on, event, with)
        });
        let group = el("div", "piles two")
            .is("role", "radiogroup")
            .has("aria-labelledby", name.clone())
            .all(choices.collect());
        let label = el("p", "label").has("id", name).line(title);
        sheet = sheet.with(el("div", "full").key("full").with(label).with(group));
    }
    let (words, is_on, event) = &shown.lock;
    let tick = el("input", "")
        .is("type", "checkbox")
        .checked(*is_on)
        .change(event, with);
    let lock = el("label", "aside")
        .with(tick)
        .with(el("span", "").line(words));
    sheet = sheet.with(lock.key("lock"));
    if let Some(boxed) = &shown.passphrase {
        sheet = sheet.with(passphrase(boxed, with).key("passphrase"));
    }
    sheet
        .with(ways(&shown.out, with).key("out"))
        .with(soft("next", shown.share_means.as_ref()).key("means"))
        .with(ways(&shown.ways, with).key("ways"))
}

/// The box for a passphrase: to be read while it is typed, since six words are long.
pub(super) fn passphrase(shown: &PassphraseBox, with: &With) -> El {
    let (id, hint_id) = (with.id("passphrase"), with.id("passphrase-hint"));
    let send = with.send.clone();
    let typed = move |event: DomEvent| {
        let target = event.target();
        let input = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            let words = js_sys::JsString::from(input.value()).normalize("NFC");
            let words = Said::new(String::from(words));
            send.emit(Event::Travel(Travel::Typed(words)));
        }
    };
    let input = el("input", "words")
        .key("typed")
        .has("id", id.clone())
        .is("type", "text")
        .unaided()
        .is("autocapitalize", "none")
        .is("autocorrect", "off")
        .has("aria-describedby", hint_id.clone())
        .has(MARK, id.clone())
        .value(shown.words.words())
        .on(Kind::Input, Rc::new(typed));
    let field = el("div", "field")
        .with(el("label", "").has("for", id).line(&shown.label))
        .with(hint(Some(&hint_id), Some(&shown.hint)))
        .with(input);
    let Some((words, offer)) = &shown.offered else {
        return field;
    };
    // They are longer than the box on a phone, so they stay in sight.
    field
        .with(el("p", "offered").text(words.words()))
        .with(way(offer, with))
}

/// The codes, the text they hold, and what of it is in them.
pub(crate) fn codes(shown: &CodesScreen, with: &With) -> El {
    let id = with.id("title");
    let picks = shown.picks.iter().map(|(title, is_in, event)| {
        let tick = el("input", "")
            .is("type", "checkbox")
            .checked(*is_in)
            .change(event, with);
        el("label", "aside")
            .with(tick)
            .with(el("span", "").line(title))
            .done()
    });
    let codes = shown.codes.iter().map(|(name, code)| drawn(name, code));
    let mut sheet = sheet("screen codes", &id)
        .with(question(with, &id, &shown.title))
        .with(soft("lead", Some(&shown.hint)))
        .with(el("div", "picks").key("picks").all(picks.collect()))
        .with(el("div", "figures").key("codes").all(codes.collect()));
    if let Some(text) = &shown.text {
        let text = el("p", "own plain-text").is("dir", "auto").line(text);
        sheet = sheet.with(text.key("text"));
    }
    sheet.with(ways(&shown.ways, with))
}

/// One code, drawn as one path.
fn drawn(name: &Line, code: &Code) -> Html {
    let size = code.modules.to_string();
    let area = ["0 0 ", &size, " ", &size].concat();
    let path = el("path", "").has("d", AttrValue::from(code.path.clone()));
    let picture = el("svg", "code")
        .is("role", "img")
        .has("aria-label", name.text.clone().into())
        .has("viewBox", AttrValue::from(area))
        .with(path);
    el("figure", "")
        .key(&name.text)
        .with(picture)
        .with(el("figcaption", "small").line(name))
        .done()
}
