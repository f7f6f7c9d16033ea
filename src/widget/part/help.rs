//! Help lines, the same wherever they stand.

use yew::prelude::*;

use super::{With, line, plain, subheading};
use crate::app::screen::{HelpBlock, HelpLineScreen};
use crate::guide::help::Contact;

/// Help lines in a block of their own, with a heading.
pub(crate) fn help_block(shown: &HelpBlock, name: &str, with: &With) -> Html {
    let id = with.id(name);
    html! {
        <section class="help-block" aria-labelledby={id.clone()}>
            { subheading(with, id, &shown.title) }
            { help_lines(&shown.lines) }
        </section>
    }
}

/// Help lines, one under the other.
pub(crate) fn help_lines(shown: &[HelpLineScreen]) -> Html {
    let one = |(at, shown): (usize, &HelpLineScreen)| {
        let ways: Html = shown.line.contacts.iter().map(contact).collect();
        html! {
            <li key={at}>
                <p><b>{ plain(&shown.line.name) }</b>{ " " }{ plain(&shown.line.what) }</p>
                <p class="small" hidden={shown.place.is_none() && shown.line.hours.is_empty()}>
                    { shown.place.as_ref().map(line).unwrap_or_default() }
                    if shown.place.is_some() && !shown.line.hours.is_empty() { <br /> }
                    { plain(&shown.line.hours) }
                </p>
                <p class="contacts">{ ways }</p>
            </li>
        }
    };
    let all: Html = shown.iter().enumerate().map(one).collect();
    html! { <ul class="help-lines">{ all }</ul> }
}

/// A way to reach a service. A page opens beside this one, so that no words are lost. Numbers run from left to right everywhere.
fn contact(shown: &Contact) -> Html {
    let is_page = shown.href.starts_with("http");
    html! {
        <a
            key={shown.href.clone()}
            href={shown.href.clone()}
            dir="ltr"
            target={is_page.then_some("_blank")}
            rel={is_page.then_some("noopener noreferrer")}
        >
            { plain(&shown.label) }
        </a>
    }
}
