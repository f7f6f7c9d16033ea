//! What is open: which stages, prompts and cards the answers given so far lead to.

use super::{Answer, Given, Mode, Pile, Place, Session, Sorted};
use crate::guide::{
    AnswerKind, Asked, Audience, ChoiceId, Condition, Prompt, PromptId, Tells, Writer,
};

impl Session {
    /// Whether a place is open: what was said there stands, and its prompt is for those who are at the screen.
    pub fn is_open(&self, place: &Place) -> bool {
        let prompt = self.guide.prompt(&place.prompt);
        prompt.is_some_and(|prompt| self.is_for(prompt)) && self.stands(place)
    }

    /// Whether a prompt is for those who are at the screen, and there is what it asks about.
    pub(super) fn is_for(&self, prompt: &Prompt) -> bool {
        let is_there = self.services || !matches!(prompt.answer, AnswerKind::Ideas(_));
        is_there
            && match prompt.audience {
                Audience::Alone => self.mode == Mode::Alone,
                Audience::Together => self.mode == Mode::Together,
                Audience::Both => true,
            }
    }

    /// Whether what is said at a place stands: its stage and prompt conditions hold, whoever is writing is fit to answer it, and its card is to be said more about.
    /// What was asked alone stands when two look at it, and the other way round.
    pub fn stands(&self, place: &Place) -> bool {
        let Some(prompt) = self.guide.prompt(&place.prompt) else {
            return false;
        };
        let fits = match (&prompt.answer, &place.card) {
            (AnswerKind::EachCard { .. }, Some(card)) => self.cards_of(prompt).contains(card),
            (AnswerKind::EachCard { .. }, None) | (_, Some(_)) => false,
            (_, None) => true,
        };
        fits && self.is_stage_open(prompt.stage) && self.is_prompt_open(prompt)
    }

    /// The cards an each-card prompt is asked about, in the person's order.
    pub fn cards_of(&self, prompt: &Prompt) -> Vec<ChoiceId> {
        let Some(sorted) = self.sorted_for(prompt) else {
            return Vec::new();
        };
        let asked_about = sorted.asked_about().take(self.cards_at_most());
        asked_about.cloned().collect()
    }

    /// How many cards can be said more about on this route.
    pub fn cards_at_most(&self) -> usize {
        let route = self.guide.routes().get(self.route);
        route.map_or(3, |route| usize::from(route.cards.clamp(1, 3)))
    }

    /// Every card once chosen to be said more about, asked about now or not.
    pub(super) fn chosen_cards(&self, prompt: &Prompt) -> &[ChoiceId] {
        let sorted = self.sorted_for(prompt);
        sorted.map_or(&[], |sorted| &sorted.more)
    }

    /// Whether a stage's own condition holds.
    pub(super) fn is_stage_open(&self, stage: usize) -> bool {
        let stage = self.guide.stages().get(stage);
        stage.is_some_and(|stage| self.holds(stage.show.as_ref()))
    }

    /// Whether a prompt's own condition holds and whoever is writing is fit to answer it; its stage and its card are another matter.
    pub(super) fn is_prompt_open(&self, prompt: &Prompt) -> bool {
        (prompt.proxy || prompt.tells == Some(Tells::Writer) || !self.is_by_proxy())
            && self.holds(prompt.show.as_ref())
    }

    /// Whether someone else writes for the person. Asks nothing of what is open, since that asks this.
    pub fn is_by_proxy(&self) -> bool {
        let prompt = self.landmarks.writer;
        let prompt = prompt.and_then(|at| self.guide.prompts().get(at));
        let writer = prompt.and_then(|prompt| {
            let given = self.answers.get(&Place::of(&prompt.id))?;
            given.answer.writer_of(prompt)
        });
        matches!(writer, Some((Writer::Proxy, _)))
    }

    /// The piles of the cards prompt that an each-card prompt belongs to, unless that prompt is closed.
    fn sorted_for(&self, prompt: &Prompt) -> Option<&Sorted> {
        let AnswerKind::EachCard { cards, .. } = &prompt.answer else {
            return None;
        };
        let source = self.guide.prompt(cards)?;
        let is_open = self.is_stage_open(source.stage) && self.is_prompt_open(source);
        match &self.answers.get(&Place::of(cards))?.answer {
            Answer::Sorted(sorted) if is_open => Some(sorted),
            _ => None,
        }
    }

    /// Whether anything that was written stands nowhere now: an answer gave way to another, or its prompt closed.
    pub fn puts_by(&self) -> bool {
        self.answers.iter().any(|(place, given)| {
            let is_shown = self.stands(place) && !given.answer.puts_by();
            !is_shown && !given.answer.is_empty()
        }) || self.notes.iter().any(|(place, note)| {
            let is_shown = self.stands(place);
            !is_shown && !note.words.is_blank()
        })
    }

    fn holds(&self, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|condition| {
            condition.holds(&|asked| match asked {
                Asked::Answered(prompt) => self.has_answer(prompt),
                Asked::Chosen(prompt, choice) => {
                    let given = self.answers.get(&Place::of(prompt));
                    given.is_some_and(|given| given.answer.has_taken(choice))
                }
            })
        })
    }

    /// Whether a prompt holds anything said, about any card.
    pub(super) fn has_answer(&self, prompt: &PromptId) -> bool {
        // A place without a card comes before the same prompt's places with one.
        let (Ok(from) | Err(from)) = self.answers.find_index(&Place::of(prompt));
        let rest = self.answers.as_slice().get(from..).unwrap_or_default();
        rest.iter()
            .take_while(|(place, _)| place.prompt == *prompt)
            .any(|(_, Given { answer, .. })| answer.stands())
    }
}

impl Answer {
    /// Whether words in it stand nowhere: those of a choice taken back, a card put by, a row taken out.
    fn puts_by(&self) -> bool {
        let details = match self {
            Self::Chosen(chosen) => &chosen.details,
            Self::Sorted(sorted) => &sorted.details,
            Self::Planned(planned) => {
                let mut out = planned.taken_out.iter();
                return out.any(|(_, step)| !step.is_blank());
            }
            Self::Words(_) | Self::Rated { .. } | Self::Ideas(_) => return false,
        };
        let mut said = details.iter().filter(|(_, words)| !words.is_blank());
        said.any(|(id, _)| !self.shows(id))
    }

    /// Whether what was said with a choice or a card stands in the summary.
    fn shows(&self, id: &ChoiceId) -> bool {
        match self {
            Self::Sorted(sorted) => {
                matches!(sorted.pile_of(id), Some(Pile::Well | Pile::Change))
            }
            _ => self.has_taken(id),
        }
    }

    /// Whether anything of it stands now. What was said with a choice that was taken back does not.
    fn stands(&self) -> bool {
        match self {
            Self::Chosen(chosen) => {
                !chosen.picks.is_empty() || chosen.also.is_some() || !chosen.words.is_blank()
            }
            Self::Sorted(sorted) => !sorted.piles.is_empty(),
            Self::Words(_) | Self::Rated { .. } | Self::Planned(_) | Self::Ideas(_) => {
                !self.is_blank()
            }
        }
    }

    /// Whether a choice was taken, or a card put under *Want a change*.
    fn has_taken(&self, choice: &ChoiceId) -> bool {
        match self {
            Self::Chosen(chosen) => {
                chosen.also.as_ref() == Some(choice)
                    || chosen.picks.iter().any(|pick| pick.choice == *choice)
            }
            Self::Sorted(sorted) => sorted.wants_change(choice),
            Self::Words(_) | Self::Rated { .. } | Self::Planned(_) | Self::Ideas(_) => false,
        }
    }
}

impl Sorted {
    /// Which pile a card is in.
    pub fn pile_of(&self, card: &ChoiceId) -> Option<Pile> {
        let found = self.piles.iter().find(|(one, _)| one == card);
        found.map(|(_, pile)| *pile)
    }

    /// The cards to say more about that are still wanted to change, in the order of choosing.
    pub(super) fn asked_about(&self) -> impl Iterator<Item = &ChoiceId> {
        self.more.iter().filter(|card| self.wants_change(card))
    }

    fn wants_change(&self, card: &ChoiceId) -> bool {
        self.pile_of(card) == Some(Pile::Change)
    }
}
