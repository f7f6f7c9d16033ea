//! Help lines, the same wherever they stand.

use yew::prelude::*;

use super::{With, subheading};
use crate::app::screen::{HelpBlock, HelpLineScreen};
use crate::guide::help::Contact;
use crate::widget::el::{El, el};

/// Help lines in a block of their own, with a heading.
pub(crate) fn help_block(shown: &HelpBlock, name: &str, with: &With) -> El {
    let id = with.id(name);
    el("section", "help-block")
        .has("aria-labelledby", id.clone())
        .with(subheading(with, &id, &shown.title))
        .with(help_lines(&shown.lines))
}

/// Help lines, one under the other.
pub(crate) fn help_lines(shown: &[HelpLineScreen]) -> El {
    el("ul", "help-lines").all(shown.iter().map(help_line).collect())
}

fn help_line(shown: &HelpLineScreen) -> Html {
    let HelpLineScreen { line, place } = shown;
    let mut small = el("p", "small").hidden(place.is_none() && line.hours.is_empty());
    if let Some(place) = place {
        small = small.line(place);
        if !line.hours.is_empty() {
            small = small.with(el("br", ""));
        }
    }
    let what = el("p", "")
        .with(el("b", "").text(&line.name))
        .text(" ")
        .text(&line.what);
    el("li", "")
        .with(what)
        .with(small.text(&line.hours))
        .with(el("p", "contacts").all(line.contacts.iter().map(contact).collect()))
        .done()
}

/// A way to reach a service. A page opens beside this one, so that no words are lost. Numbers run from left to right everywhere.
fn contact(shown: &Contact) -> Html {
    let is_page = shown.href.starts_with("http");
    el("a", "")
        .key(&shown.href)
        .has("href", shown.href.clone().into())
        .is("dir", "ltr")
        .when(is_page, "target", "_blank")
        .when(is_page, "rel", "noopener noreferrer")
        .text(&shown.label)
        .done()
}
