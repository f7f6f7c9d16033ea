//! Finding a prompt by a part of it.

use super::{App, Event};
use crate::guide::{AnswerKind, Prompt};
use crate::session::{Action, Place, Session};

/// So many are shown at a time: what is not among them needs another letter.
const SHOWN: usize = 12;

impl App {
    /// The open places whose question, or one way to say it, holds every word typed; in the guide's order.
    pub(super) fn found(&self) -> Vec<Place> {
        let Some(session) = &self.session else {
            return Vec::new();
        };
        let sought = self.view.sought.to_lowercase();
        let sought: Vec<&str> = sought.split_whitespace().collect();
        let fits = |prompt: &&Prompt| {
            let language = session.language();
            let mut texts = vec![prompt.ask_of(true).pick(language).text.to_lowercase()];
            if let Some(cue) = &prompt.cue {
                texts.push(cue.say.pick(language).text.to_lowercase());
            }
            let stage = session.guide().stages().get(prompt.stage);
            texts.extend(stage.map(|stage| stage.title.pick(language).text.to_lowercase()));
            let is_in = |word: &&str| texts.iter().any(|text| text.contains(*word));
            sought.iter().all(is_in)
        };
        let prompts = session.guide().prompts().iter().filter(fits);
        let places = prompts.flat_map(|prompt| places(session, prompt));
        places
            .filter(|place| session.is_open(place))
            .take(SHOWN)
            .collect()
    }

    pub(super) fn first_found(&self) -> Option<Event> {
        let first = self.found().into_iter().next()?;
        (self.over == Some(super::Over::Jump)).then(|| Event::act(Action::GoTo(first)))
    }
}

/// The places of a prompt: one, or one for each card that is talked about.
fn places(session: &Session, prompt: &Prompt) -> Vec<Place> {
    let AnswerKind::EachCard { .. } = prompt.answer else {
        return vec![Place::of(&prompt.id)];
    };
    let cards = session.cards_of(prompt).into_iter();
    cards
        .map(|card| Place {
            prompt: prompt.id.clone(),
            card: Some(card),
        })
        .collect()
}
