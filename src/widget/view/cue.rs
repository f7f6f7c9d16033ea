//! The link worker's cue: a second sheet where there is room for one, else a drawer at the foot.

use yew::prelude::*;

use crate::app::screen::{CueScreen, EndingScreen, Toggle};
use crate::widget::el::{El, el};
use crate::widget::part::{
    Asked, With, button, label, letter, opens_with, paragraphs, room, way, ways, words,
};
use crate::words::Line;

/// What to say and listen for, ways to say it back, and who is there. All of it comes with the rest of the program.
#[inline(never)]
pub(crate) fn cue(shown: &CueScreen, with: &With) -> Html {
    let inside = with.id("cue");
    let drawer = opener(&shown.drawer, &inside, with).key("drawer");
    let mut sheet = el("div", "cue-sheet")
        .has("id", inside)
        .with(lines("now", &shown.now))
        .with(said(shown))
        .with(el("p", "wait").maybe_line(shown.wait.as_ref()));
    if let Some(ending) = &shown.ending {
        sheet = sheet.with(self::ending(ending, with));
    }
    sheet = sheet
        .with(sayings(shown, with))
        .with(words_so_far(shown, with));
    if let Some((title, own)) = &shown.wording {
        let own = words(own, &Asked::by(&with.id("cue")), with);
        sheet = sheet.with(opens_with(title, own, false).key("wording"));
    }
    if let Some((title, here)) = &shown.room {
        sheet = sheet.with(opens_with(title, room(here, with), false).key("room"));
    }
    sheet = sheet.with(ways(&shown.ways, with).key("ways"));
    let phone = button(&shown.phone.way)
        .press(&shown.phone.way.event, with)
        .is("aria-pressed", pressed(shown.phone.is_on));
    let bar = el("div", "bar")
        .with(drawer)
        .with(way(&shown.turn, with))
        .with(phone);
    el("aside", "cue")
        .has("aria-label", shown.title.text.clone().into())
        .with(bar)
        .with(sheet)
        .done()
}

fn lines(class: &'static str, shown: &[Line]) -> El {
    el("div", class)
        .hidden(shown.is_empty())
        .all(paragraphs(shown))
}

/// "Say", "Then ask", "Listen for", "Avoid".
fn said(shown: &CueScreen) -> El {
    let rows = shown.lines.iter().flat_map(|(title, text)| {
        [
            el("dt", "").line(title).done(),
            el("dd", "").line(text).done(),
        ]
    });
    el("dl", "")
        .hidden(shown.lines.is_empty())
        .all(rows.collect())
}

fn ending(shown: &EndingScreen, with: &With) -> El {
    let mut ending = el("div", "ending")
        .with(el("p", "label").line(&shown.title))
        .all(paragraphs(&shown.lines))
        .with(el("p", "small").line(&shown.hint));
    if let Some(own) = &shown.way {
        ending = ending.with(way(own, with));
    }
    ending
}

/// Ways to say it back, once they are asked for.
fn sayings(shown: &CueScreen, with: &With) -> El {
    let folded = el("div", "folded").key("sayings");
    let Some((toggle, lists)) = &shown.sayings else {
        return folded.hidden(true);
    };
    let id = with.id("sayings");
    let lists = lists.iter().map(|(title, texts)| {
        let texts = texts.iter().map(|text| el("li", "").line(text).done());
        el("div", "")
            .with(el("p", "label").line(title))
            .with(el("ul", "points").all(texts.collect()))
            .done()
    });
    folded
        .with(opener(toggle, &id, with))
        .with(el("div", "").has("id", id).all(lists.collect()))
}

/// The person's words so far, once they are asked for.
fn words_so_far(shown: &CueScreen, with: &With) -> El {
    let folded = el("div", "folded").key("words");
    let Some((toggle, parts)) = &shown.words else {
        return folded.hidden(true);
    };
    let id = with.id("so-far");
    folded
        .with(opener(toggle, &id, with))
        .with(el("div", "so-far").has("id", id).all(letter(parts)))
}

/// A button that opens and shuts what it names.
fn opener(shown: &Toggle, id: &AttrValue, with: &With) -> El {
    el("button", "plain opener")
        .is("type", "button")
        .press(&shown.way.event, with)
        .is("aria-expanded", pressed(shown.is_on))
        .has("aria-controls", id.clone())
        .add(label(&shown.way))
}

fn pressed(is_on: bool) -> &'static str {
    if is_on { "true" } else { "false" }
}
