//! Life cards: three equal choices each, none taken at first.

use yew::prelude::*;

use super::choices::choice;
use super::icon::icon;
use super::scale::covered;
use super::words::words;
use super::{Asked, Focus, With, focus, line, subheading};
use crate::app::screen::{CardScreen, CardsScreen, MoreScreen, Way};
use crate::session::Pile;

/// The cards, and which of them to say more about.
pub(crate) fn cards(shown: &CardsScreen, asked: &Asked, with: &With) -> Html {
    let all: Html = shown
        .cards
        .iter()
        .map(|one| card(one, shown, with))
        .collect();
    html! {
        <div class="answer wide">
            <ul class="cards" aria-labelledby={asked.by.clone()}>{ all }</ul>
            <div class="more" hidden={shown.more.is_none()}>
                if let Some(asks) = &shown.more { { more(asks, shown, with) } }
            </div>
        </div>
    }
}

/// One card.
fn card(shown: &CardScreen, of: &CardsScreen, with: &With) -> Html {
    let id = with.id_at(&of.place, shown.id.name());
    let name = AttrValue::from([&id, "_pile"].concat());
    let pile = |(pile, words): &(Pile, _)| {
        let key = match pile {
            Pile::Well => "well",
            Pile::Change => "change",
            Pile::NotNow => "not-now",
        };
        let event = of.sort(&shown.id, *pile);
        covered(
            key,
            line(words),
            &name,
            shown.pile == Some(*pile),
            &event,
            with,
        )
    };
    let piles: Html = of.piles.iter().map(pile).collect();
    let asked = Asked {
        by: id.clone(),
        hint: None,
    };
    html! {
        <li key={shown.id.name()} class={classes!("card", shown.pile.map(|_| "on"))}>
            <div class="name">
                { icon(&shown.icon) }
                { subheading(with, id.clone(), &shown.title) }
                { shown.clear.as_ref().map(|way| cross(way, with)).unwrap_or_default() }
            </div>
            <div class="piles" role="radiogroup" aria-labelledby={id}>{ piles }</div>
            <div class="told" hidden={shown.detail.is_none()}>
                { shown.detail.as_ref().map(|detail| words(detail, &asked, with)).unwrap_or_default() }
            </div>
        </li>
    }
}

/// Takes a card off its pile. In the card's corner, so that nothing moves when it comes and goes.
fn cross(shown: &Way, with: &With) -> Html {
    let onclick = focus::then(with, &shown.event, ".card", Focus::First);
    html! {
        <button type="button" class="cross" aria-label={shown.label.text.clone()} title={shown.label.text.clone()} {onclick}>
            <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M10 10l12 12M22 10 10 22" /></svg>
        </button>
    }
}

/// Which cards to say more about. Once no more can be chosen, the others hold still and a line says so.
fn more(shown: &MoreScreen, of: &CardsScreen, with: &With) -> Html {
    let id = with.id_at(&of.place, "_more");
    let full = with.id_at(&of.place, "_full");
    let is_full = shown.full.is_some();
    let rows: Html = shown
        .choices
        .iter()
        .map(|one| choice(one, false, &id, is_full && !one.is_on, with))
        .collect();
    html! {
        <>
            { subheading(with, id.clone(), &shown.ask) }
            <div class="choices" role="group" aria-labelledby={id} aria-describedby={full.clone()}>{ rows }</div>
            <p id={full} class="small" role="status">{ shown.full.as_ref().map(line).unwrap_or_default() }</p>
        </>
    }
}
