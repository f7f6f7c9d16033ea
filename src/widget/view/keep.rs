//! Where words are kept: the choice, and the line at the foot that says what is so.

use yew::prelude::*;

use super::sheet;
use super::travel::passphrase;
use crate::app::screen::{FormScreen, KeepScreen, KeptLine};
use crate::widget::el::{El, el};
use crate::widget::part::{With, paragraphs, question, way, ways};

/// What there is to choose from, and what each means.
pub(crate) fn keep(shown: &KeepScreen, with: &With) -> El {
    let (id, name, ask) = (with.id("title"), with.id("form"), with.id("ask"));
    let forms = shown.forms.iter().zip(["a", "b", "c"]);
    let forms = forms.map(|(shown, key)| form(shown, key, &name, with));
    let group = el("div", "forms")
        .is("role", "radiogroup")
        .has("aria-labelledby", ask.clone())
        .all(forms.collect());
    let ask = el("p", "label").has("id", ask).line(&shown.ask);
    let mut sheet = sheet("screen keep", &id)
        .with(question(with, &id, &shown.title).key("title"))
        .with(el("div", "lead").key("lead").all(paragraphs(&shown.lead)))
        .with(ask.key("ask"))
        .with(group.key("forms"));
    if let Some(boxed) = &shown.passphrase {
        sheet = sheet.with(passphrase(boxed, with).key("passphrase"));
    }
    sheet.with(ways(&shown.ways, with).key("ways"))
}

/// One choice, with what it means under it.
fn form(shown: &FormScreen, key: &str, name: &AttrValue, with: &With) -> Html {
    let means = with.id(&["form-", key].concat());
    let radio = el("input", "")
        .is("type", "radio")
        .has("name", name.clone())
        .has("aria-describedby", means.clone())
        .checked(shown.is_on)
        .change(&shown.event, with);
    let words = el("span", "choice-words")
        .with(el("span", "choice-title").line(&shown.title))
        .with(el("span", "hint").has("id", means).line(&shown.means));
    let class = if shown.is_on { "choice on" } else { "choice" };
    el("label", class).key(key).with(radio).with(words).done()
}

/// What is so, and what can be done about it. It comes with the rest of the program.
#[inline(never)]
pub(crate) fn kept(shown: &KeptLine, with: &With) -> Html {
    let said = el("span", "").line(&shown.line);
    let mut line = el("p", "kept").with(said);
    for one in &shown.ways {
        line = line.with(way(one, with));
    }
    line.done()
}
