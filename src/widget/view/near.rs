//! Looking through all that is on offer nearby.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Event as DomEvent, HtmlInputElement};

use super::sheet;
use crate::app::screen::NearScreen;
use crate::app::{Event, Ideas, Seek};
use crate::widget::el::{El, Kind, el};
use crate::widget::focus::MARK;
use crate::widget::part::{With, heading, hint, options, tick, way, ways};
use crate::words::{Line, Said};

/// A box, what narrows it down, and what was found.
#[inline(never)]
pub(crate) fn near(shown: &NearScreen, with: &With) -> El {
    let id = with.id("title");
    let field = |name: &str, label: &Line, input: El| {
        let id = with.id(name);
        el("label", "field")
            .key(name)
            .with(el("span", "label").line(label))
            .with(input.has("id", id))
    };
    let search = field("seek", &shown.search, typed("seek", Seek::Typed, with))
        .has(MARK, with.screen.to_string().into());
    let (postcode, note) = &shown.near;
    let note_id = with.id("postcode-note");
    let narrow = el("div", "narrow")
        .with(field("area", &shown.areas.0, chosen(&shown.areas.1, with)))
        .with(field("day", &shown.days.0, chosen(&shown.days.1, with)))
        .with(
            el("div", "")
                .key("near")
                .with(field(
                    "postcode",
                    postcode,
                    typed("postcode", Seek::Near, with).has("aria-describedby", note_id.clone()),
                ))
                .with(
                    el("p", "note")
                        .has("id", note_id)
                        .is("role", "status")
                        .line(note),
                ),
        )
        .with(
            el("div", "choices").key("only").all(
                shown
                    .only
                    .iter()
                    .map(|one| tick(one, with).key(&one.0.text).done())
                    .collect(),
            ),
        );
    let more = shown.more.iter().map(|more| way(more, with).done());
    let unfit = shown.none_fit.iter().map(|none| tick(none, with).done());
    sheet("screen near", &id)
        .with(heading(with, &id, &shown.title))
        .with(hint(None, Some(&shown.hint)))
        .with(search)
        .with(
            el("details", "")
                .key("narrow")
                .with(el("summary", "").line(&shown.narrow))
                .with(el("div", "opened").with(narrow)),
        )
        .with(
            el("p", "found")
                .key("count")
                .is("role", "status")
                .line(&shown.count),
        )
        .with(options(&shown.options, with).key("options"))
        .with(el("div", "adds").key("more").all(more.collect()))
        .with(el("div", "choices").key("none").all(unfit.collect()))
        .with(ways(&shown.ways, with).key("ways"))
}

/// A box to type in. What is typed is looked for, and kept nowhere.
fn typed(key: &'static str, seek: fn(Said) -> Seek, with: &With) -> El {
    let send = with.send.clone();
    let typed = move |event: DomEvent| {
        let input = event.target();
        let input = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            send.emit(Event::ideas(Ideas::Seek(seek(Said::new(input.value())))));
        }
    };
    el("input", "words")
        .key(key)
        .is("type", "text")
        .unaided()
        .on(Kind::Input, Rc::new(typed))
}

/// One of several, in the browser's own list.
fn chosen(all: &[(Line, Event)], with: &With) -> El {
    let (send, events) = (with.send.clone(), all.to_vec());
    let chosen = move |event: DomEvent| {
        let Some(target) = event.target() else { return };
        // A list of the browser's has its value where a box has it.
        let value = target.unchecked_into::<HtmlInputElement>().value();
        let at = value.parse::<usize>().ok();
        if let Some((_, event)) = at.and_then(|at| events.get(at)) {
            send.emit(event.clone());
        }
    };
    let options = all.iter().enumerate().map(|(at, (line, _))| {
        el("option", "")
            .key(&line.text)
            .has("value", at.to_string().into())
            // The list is put together from its end, and a browser takes what came first.
            .when(at == 0, "selected", "")
            .text(&line.text)
            .done()
    });
    el("select", "words")
        .on(Kind::Change, Rc::new(chosen))
        .all(options.collect())
}
