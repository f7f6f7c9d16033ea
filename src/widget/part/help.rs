//! Help lines, the same wherever they stand.

use std::rc::Rc;

use yew::prelude::*;

use super::{With, subheading};
use crate::app::screen::{HelpBlock, HelpLineScreen};
use crate::widget::el::{El, el};
use crate::words::Line;

/// Help lines in a block of their own, with a heading where they have one.
pub(crate) fn help_block(shown: &HelpBlock, name: &str, with: &With) -> El {
    let lines = help_lines(&shown.lines);
    let Some(title) = &shown.title else {
        return el("div", "help-block").with(lines);
    };
    let id = with.id(name);
    el("section", "help-block")
        .has("aria-labelledby", id.clone())
        .with(subheading(with, &id, title))
        .with(lines)
}

/// Help lines, one under the other.
pub(crate) fn help_lines(shown: &[HelpLineScreen]) -> El {
    el("ul", "help-lines").all(shown.iter().map(help_line).collect())
}

fn help_line(shown: &HelpLineScreen) -> Html {
    let HelpLineScreen {
        line,
        language,
        place,
    } = shown;
    let own = |text: &Rc<str>| Line {
        text: text.clone(),
        language: language.clone(),
    };
    let mut small = el("p", "small").hidden(place.is_none() && line.hours.is_empty());
    if let Some(place) = place {
        small = small.line(place);
        if !line.hours.is_empty() {
            small = small.with(el("br", ""));
        }
    }
    let what = el("p", "")
        .with(el("b", "").line(&own(&line.name)))
        .text(" ")
        .line(&own(&line.what));
    let contacts = line.contacts.iter();
    let contacts = contacts.map(|way| contact(&way.href, &own(&way.label)));
    el("li", "")
        .with(what)
        .with(small.line(&own(&line.hours)))
        .with(el("p", "contacts").all(contacts.collect()))
        .done()
}

/// A way to reach a service. A page opens beside this one, so that no words are lost. Numbers run from left to right everywhere.
fn contact(href: &str, label: &Line) -> Html {
    let is_page = href.starts_with("http");
    el("a", "")
        .key(href)
        .has("href", href.to_owned().into())
        .is("dir", "ltr")
        .when(is_page, "target", "_blank")
        .when(is_page, "rel", "noopener noreferrer")
        .line(label)
        .done()
}
