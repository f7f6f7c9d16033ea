//! Ideas: cards of what is on offer, what was picked of them, and what can be said of each.

use std::rc::Rc;

use yew::prelude::*;

use super::{Near, With, button, paragraphs, soft, subheading, way, ways};
use crate::app::Event;
use crate::app::screen::{IdeasScreen, OptionRow, OptionScreen, PickedScreen};
use crate::ideas::Reach;
use crate::widget::el::{El, el, line};
use crate::widget::focus::MARK;
use crate::words::Line;

/// Ideas, where they are asked for.
#[inline(never)]
pub(crate) fn ideas(shown: &IdeasScreen, with: &With) -> El {
    let mut part = el("div", "ideas").with(
        el("div", "lines")
            .key("lines")
            .is("role", "status")
            .all(paragraphs(&shown.lines)),
    );
    if let Some((label, words)) = &shown.not_now {
        let words = words.iter();
        let words = words.map(|words| el("p", "own").is("dir", "auto").text(words.words()).done());
        part = part.with(
            el("div", "not-now")
                .key("not-now")
                .with(el("p", "label").line(label))
                .all(words.collect()),
        );
    }
    part = part
        .with(options(&shown.options, with).key("options"))
        .with(ways(&shown.ways, with).key("ways"));
    if let Some(shown) = &shown.picked {
        part = part.with(picked(shown, with).key("picked"));
    }
    match &shown.none_fit {
        Some(none) => part.with(tick(none, with).key("none")),
        None => part,
    }
}

/// Cards, one under the other.
pub(crate) fn options(shown: &[OptionScreen], with: &With) -> El {
    let all = shown.iter().map(|one| option(one, with));
    el("ul", "options")
        .is("role", "list")
        .hidden(shown.is_empty())
        .all(all.collect())
}

/// A service, with what can be said of it.
fn option(shown: &OptionScreen, with: &With) -> Html {
    let id = with.id(&["option_", &shown.id].concat());
    let class = if shown.said.is_some() {
        "option on"
    } else {
        "option"
    };
    let name = subheading(with, &id, &shown.name)
        .key("name")
        .is("tabindex", "-1")
        .maybe(MARK, mark(shown.focus.as_ref()));
    let mut card = el("li", class)
        .key(&shown.id)
        .with(name)
        .with(soft("because", shown.because.as_ref()).key("because"))
        .with(soft("note", shown.by.as_ref()).key("by"))
        .with(soft("alert", shown.alert.as_ref()).key("alert"))
        .with(
            el("div", "what")
                .key("about")
                .hidden(shown.about.is_empty())
                .all(paragraphs(&shown.about)),
        )
        .with(rows(&shown.rows).key("rows"));
    if let Some((title, more)) = &shown.folded {
        let details = el("details", "")
            .with(el("summary", "").line(title).with(heard(&shown.name)))
            .with(el("div", "opened").with(rows(more)));
        card = card.with(details.key("folded"));
    }
    let wishes = shown.wishes.iter().map(|(wish, is_on)| {
        let pressed = if *is_on { "true" } else { "false" };
        way(wish, with).is("aria-pressed", pressed).done()
    });
    let plan = shown.plan.iter().map(|step| {
        let near = Near(".option", ".sub");
        button(step).press_near(&step.event, near, with).done()
    });
    card.with(
        el("div", "wishes")
            .key("wishes")
            .is("role", "group")
            .has("aria-labelledby", id.clone())
            .all(wishes.collect()),
    )
    .with(
        el("p", "said-of")
            .key("said")
            .is("role", "status")
            .all(shown.said.iter().map(line).collect()),
    )
    .with(
        el("div", "adds")
            .key("plan")
            .is("role", "group")
            .has("aria-labelledby", id)
            .hidden(shown.plan.is_empty())
            .all(plan.collect()),
    )
    .done()
}

fn mark(focus: Option<&Rc<str>>) -> Option<AttrValue> {
    focus.map(|focus| AttrValue::from(focus.clone()))
}

/// Words that are only heard, to tell one of a kind from the next.
fn heard(line: &Line) -> El {
    el("span", "heard").text(" ").line(line)
}

/// What there is to know, by what it is about.
fn rows(shown: &[OptionRow]) -> El {
    let all = shown.iter().map(|row| {
        let lines = row.lines.iter();
        let lines = lines.map(|line| el("dd", "").line(line).done());
        let reached = row.links.iter().map(link);
        el("div", "row")
            .key(&row.label.text)
            .with(el("dt", "").line(&row.label))
            .all(lines.chain(reached).collect())
            .done()
    });
    el("dl", "rows").hidden(shown.is_empty()).all(all.collect())
}

/// A way to get in touch. A page opens beside this one, so that no words are lost. Numbers and addresses run from left to right everywhere.
fn link(shown: &Reach) -> Html {
    let is_page = shown.href.starts_with("http");
    let link = el("a", "")
        .has("href", AttrValue::from(shown.href.clone()))
        .is("dir", "ltr")
        .when(is_page, "target", "_blank")
        .when(is_page, "rel", "noopener noreferrer")
        .line(&shown.label);
    el("dd", "")
        .key(&shown.href)
        .with(link)
        .with(soft("note", shown.note.as_ref()))
        .done()
}

/// What was picked before.
fn picked(shown: &PickedScreen, with: &With) -> El {
    let id = with.id("picked");
    let all = shown.options.iter().map(|one| {
        let by = with.id(&["picked_", &one.id].concat());
        let plan = one.plan.iter().map(|step| {
            let near = Near("li", "b");
            button(step).press_near(&step.event, near, with).done()
        });
        let near = Near(".ideas", ".ways button, .ideas > .choice input");
        let out = button(&one.out).press_near(&one.out.event, near, with);
        let name = el("b", "").has("id", by.clone()).is("dir", "auto");
        el("li", "")
            .key(&one.id)
            .with(
                name.is("tabindex", "-1")
                    .maybe(MARK, mark(one.focus.as_ref()))
                    .text(one.name.words()),
            )
            .with(el("p", "note").line(&one.said))
            .with(
                el("div", "adds")
                    .is("role", "group")
                    .has("aria-labelledby", by)
                    .all(plan.chain([out.done()]).collect()),
            )
            .done()
    });
    el("section", "picked")
        .has("aria-labelledby", id.clone())
        .with(subheading(with, &id, &shown.title))
        .with(el("ul", "").is("role", "list").all(all.collect()))
}

/// A box to tick, with its words.
pub(crate) fn tick((label, is_on, event): &(Line, bool, Event), with: &With) -> El {
    let input = el("input", "")
        .is("type", "checkbox")
        .checked(*is_on)
        .change(event, with);
    el("label", if *is_on { "choice on" } else { "choice" })
        .with(input)
        .with(el("span", "").line(label))
}
