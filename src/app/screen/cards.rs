//! Life cards in three piles, and which of them to say more about.

use std::rc::Rc;

use super::answer::boxed;
use super::data::{ChoiceScreen, Look, Way, WordsBox};
use crate::app::{App, Event};
use crate::guide::{Card, ChoiceId};
use crate::session::{Action, Answer, Field, Pile, Place, Session, Sorted};
use crate::words::Line;

/// Life cards.
#[derive(Debug, Clone, PartialEq)]
pub struct CardsScreen {
    /// Where they are.
    pub place: Place,
    /// The three piles' words, in the order shown.
    pub piles: [(Pile, Line); 3],
    /// The cards.
    pub cards: Vec<CardScreen>,
    /// Which to say more about, once any is under *Want a change*.
    pub more: Option<MoreScreen>,
}

impl CardsScreen {
    /// What putting a card in a pile means.
    pub fn sort(&self, card: &ChoiceId, pile: Pile) -> Event {
        Event::act(Action::Sort(self.place.clone(), card.clone(), Some(pile)))
    }
}

/// One life card.
#[derive(Debug, Clone, PartialEq)]
pub struct CardScreen {
    /// Its id.
    pub id: ChoiceId,
    /// Its words.
    pub title: Line,
    /// The name of its drawing, one of `guide::ICONS`.
    pub icon: Rc<str>,
    /// Where it was put.
    pub pile: Option<Pile>,
    /// "Clear Money and bills", once it was put somewhere.
    pub clear: Option<Way>,
    /// What is asked in words once it was put somewhere.
    pub detail: Option<WordsBox>,
}

/// Which cards to say more about.
#[derive(Debug, Clone, PartialEq)]
pub struct MoreScreen {
    /// The question, with how many can be chosen.
    pub ask: Line,
    /// Those under *Want a change*, in the person's order: boxes.
    pub choices: Vec<ChoiceScreen>,
    /// "That is three. …", once no more can be chosen.
    pub full: Option<Line>,
}

pub(super) fn screen(app: &App, session: &Session, cards: &[Card], place: &Place) -> CardsScreen {
    let nothing = Sorted::default();
    let sorted = match session.answers().get(place).map(|given| &given.answer) {
        Some(Answer::Sorted(sorted)) => sorted,
        _ => &nothing,
    };
    CardsScreen {
        place: place.clone(),
        piles: [
            (Pile::Well, app.words.line("pile-well")),
            (Pile::Change, app.words.line("pile-change")),
            (Pile::NotNow, app.words.line("pile-not-now")),
        ],
        cards: cards
            .iter()
            .map(|card| self::card(app, sorted, card, place))
            .collect(),
        more: more(app, session, sorted, cards, place),
    }
}

fn card(app: &App, sorted: &Sorted, card: &Card, place: &Place) -> CardScreen {
    let pile = sorted
        .piles
        .iter()
        .find(|(id, _)| *id == card.id)
        .map(|(_, pile)| *pile);
    let detail = card
        .detail
        .as_ref()
        // What is put by for now stands nowhere, so nothing is asked about it.
        .filter(|_| matches!(pile, Some(Pile::Well | Pile::Change)))
        .map(|detail| {
            let words = sorted.details.get(&card.id).cloned().unwrap_or_default();
            boxed(
                place,
                Field::Detail(card.id.clone()),
                Some(app.text(detail)),
                words,
            )
        });
    CardScreen {
        id: card.id.clone(),
        title: app.text(&card.title),
        icon: card.icon.into(),
        pile,
        clear: pile.map(|_| {
            app.way(
                "card-clear",
                Look::Plain,
                Event::act(Action::Sort(place.clone(), card.id.clone(), None)),
            )
        }),
        detail,
    }
}

fn more(
    app: &App,
    session: &Session,
    sorted: &Sorted,
    cards: &[Card],
    place: &Place,
) -> Option<MoreScreen> {
    let wanted: Vec<_> = sorted
        .piles
        .iter()
        .filter(|(_, pile)| *pile == Pile::Change)
        .map(|(id, _)| id)
        .collect();
    if wanted.is_empty() {
        return None;
    }
    let (ask, full) = match session.cards_at_most() {
        0 | 1 => ("cards-more-1", "cards-full-1"),
        2 => ("cards-more-2", "cards-full-2"),
        _ => ("cards-more-3", "cards-full-3"),
    };
    let chosen = wanted.iter().filter(|id| sorted.more.contains(id)).count();
    let is_full = chosen >= session.cards_at_most() && wanted.len() > chosen;
    let choice = |id: &&ChoiceId| {
        let card = cards.iter().find(|card| card.id == **id)?;
        let is_on = sorted.more.contains(id);
        let named = sorted.details.get(*id).filter(|words| !words.is_blank());
        Some(ChoiceScreen {
            id: (*id).clone(),
            title: named.map_or_else(|| app.text(&card.title), |words| Line::new(words.words())),
            is_on,
            event: Event::act(Action::SayMoreOf(place.clone(), (*id).clone(), !is_on)),
            not_mine: None,
            detail: None,
        })
    };
    Some(MoreScreen {
        ask: app.words.line(ask),
        choices: wanted.iter().filter_map(choice).collect(),
        full: is_full.then(|| app.words.line(full)),
    })
}
