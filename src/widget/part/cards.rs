//! Life cards: three equal choices each, none taken at first.

use yew::prelude::*;

use super::choices::choice;
use super::icon::{cross, icon};
use super::scale::covered;
use super::words::words;
use super::{Asked, Near, With, subheading};
use crate::app::screen::{CardScreen, CardsScreen, MoreScreen};
use crate::session::Pile;
use crate::widget::el::{El, el};

/// The cards, and which of them to say more about.
pub(crate) fn cards(shown: &CardsScreen, asked: &Asked, with: &With) -> El {
    let all = shown.cards.iter().map(|one| card(one, shown, with));
    let more = match &shown.more {
        Some(asks) => more(asks, shown, with),
        None => el("div", "more").hidden(true),
    };
    el("div", "answer wide")
        .with(
            el("ul", "cards")
                .has("aria-labelledby", asked.by.clone())
                .maybe("aria-describedby", asked.hint.clone())
                .all(all.collect()),
        )
        .with(more)
}

/// One card.
fn card(shown: &CardScreen, of: &CardsScreen, with: &With) -> Html {
    let id = with.id_at(&of.place, shown.id.name());
    let name = AttrValue::from([&id, "_pile"].concat());
    let piles = of.piles.iter().map(|(pile, words)| {
        let key = match pile {
            Pile::Well => "well",
            Pile::Change => "change",
            Pile::NotNow => "not-now",
        };
        let face = el("span", "face").line(words);
        let is_on = shown.pile == Some(*pile);
        covered(key, face, &name, is_on, &of.sort(&shown.id, *pile), with)
    });
    let piles = el("div", "piles")
        .is("role", "radiogroup")
        .has("aria-labelledby", id.clone())
        .all(piles.collect());
    let mut title = el("div", "name")
        .with(icon(&shown.icon).key("icon"))
        .with(subheading(with, &id, &shown.title).key("title"));
    // In the card's corner, so that nothing moves when it comes and goes.
    if let Some(clear) = &shown.clear {
        let words = AttrValue::from(clear.label.text.clone());
        let button = el("button", "cross")
            .key("clear")
            .is("type", "button")
            .has("aria-label", words.clone())
            .has("aria-describedby", id.clone())
            .has("title", words)
            .press_near(&clear.event, Near(".card", "input:checked"), with);
        title = title.with(button.with(cross()));
    }
    let told = match &shown.detail {
        Some(detail) => el("div", "told").with(words(detail, &Asked::by(&id), with)),
        None => el("div", "told").hidden(true),
    };
    el(
        "li",
        if shown.pile.is_some() {
            "card on"
        } else {
            "card"
        },
    )
    .key(shown.id.name())
    .with(title)
    .with(piles)
    .with(told)
    .done()
}

/// Which cards to say more about. Once no more can be chosen, the others hold still and a line says so.
fn more(shown: &MoreScreen, of: &CardsScreen, with: &With) -> El {
    let id = with.id_at(&of.place, "_more");
    let full = with.id_at(&of.place, "_full");
    let is_full = shown.full.is_some();
    let rows = shown.choices.iter();
    let rows = rows.map(|one| choice(one, false, &id, is_full && !one.is_on, with));
    let choices = el("div", "choices")
        .is("role", "group")
        .has("aria-labelledby", id.clone())
        .has("aria-describedby", full.clone())
        .all(rows.collect());
    // Always there, or it would not be heard.
    let said = el("p", "small").has("id", full).is("role", "status");
    let said = match &shown.full {
        Some(full) => said.line(full),
        None => said,
    };
    el("div", "more")
        .with(subheading(with, &id, &shown.ask))
        .with(choices)
        .with(said)
}
