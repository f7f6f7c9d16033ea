//! What each action makes of a session.

use std::borrow::Borrow;
use std::mem;
use std::rc::Rc;

use super::edit::Edit;
use super::{
    Action, Answer, At, Chosen, Given, Ideas, Mark, Opened, Pile, Place, Planned, Session, Sorted,
};
use crate::guide::{AnswerKind, ChoiceId, Prompt, PromptId, StageId};
use crate::words::Said;

impl Session {
    /// What the session becomes when a person does something. Total: any action in any state gives a session.
    #[must_use]
    pub fn apply(mut self, action: impl Borrow<Action>) -> Self {
        self.act(action.borrow());
        self
    }

    fn act(&mut self, action: &Action) {
        match action {
            Action::Write(place, field, words) => {
                if !self.write_beside(place, field, words) {
                    self.edit(place, &Edit::Write(field, words));
                }
            }
            Action::Mark(place, voice, verdict) => self.set_mark(place, *voice, *verdict),
            Action::LookBack(at, step, words) => self.look_back(*at, step, words),
            Action::ByPhone(by_phone) => {
                self.company.by_phone = *by_phone;
                self.meet();
            }
            Action::AnsweredFor(answers) => {
                self.company.answers = *answers;
                self.meet();
            }
            Action::Choose(place, choice, taken) => self.edit(place, &Edit::Choose(choice, *taken)),
            Action::NotMine(place, choice, mark) => self.edit(place, &Edit::NotMine(choice, *mark)),
            Action::Also(place, choice) => self.edit(place, &Edit::Also(choice.as_ref())),
            Action::Rate(place, number) => self.edit(place, &Edit::Rate(*number)),
            Action::Sort(place, card, pile) => {
                let is_back = *pile == Some(Pile::Change) && !self.is_asked_about(place, card);
                if is_back && !self.has_room(&place.prompt) {
                    // It gives way to those chosen since.
                    self.edit(place, &Edit::SayMoreOf(card, false));
                }
                self.edit(place, &Edit::Sort(card, *pile));
            }
            Action::SayMoreOf(place, card, more) => {
                if !more || self.has_room(&place.prompt) {
                    self.edit(place, &Edit::SayMoreOf(card, *more));
                }
            }
            Action::AddStep(place) => self.edit(place, &Edit::AddStep),
            Action::TakeOut(place, step) => self.edit(place, &Edit::TakeOut(*step)),
            Action::PutBack(place) => self.edit(place, &Edit::PutBack),
            Action::SetWho(place, step, who) => self.edit(place, &Edit::SetWho(*step, *who)),
            Action::AskIdeas(place, seed) => self.edit(place, &Edit::AskIdeas(*seed)),
            Action::Opt(place, opted) => self.edit(place, &Edit::Opt(opted, self.today)),
            Action::Unopt(place, id) => self.edit(place, &Edit::Unopt(id)),
            Action::NoneFit(place, none) => self.edit(place, &Edit::NoneFit(*none)),
            Action::Next | Action::Leave => self.at = self.next().map_or(At::Close, At::Prompt),
            Action::Back => {
                if let Some(place) = self.previous() {
                    self.at = At::Prompt(place);
                }
            }
            Action::GoToStage(stage) => self.go_to_stage(stage),
            Action::GoTo(place) => self.go_to(place),
            Action::SayMore(stage) => self.say_more(stage),
            // What came with a file may stand under a heading the guide does not have.
            Action::KeepBack(heading, kept) => {
                self.sharing.insert(heading.clone(), *kept);
            }
        }
    }

    /// Changes an answer, and takes note of the day; begins one where there is none yet.
    fn edit(&mut self, place: &Place, edit: &Edit<'_>) {
        let guide = Rc::clone(&self.guide);
        let Some(prompt) = guide.prompt(&place.prompt) else {
            return;
        };
        let is_new = !self.answers.contains_key(place);
        if !self.takes(prompt, place.card.as_ref()) || (is_new && !self.is_for(prompt)) {
            return;
        }
        let (day, voice) = (self.today, self.voice());
        let asked = self.asked(prompt, place);
        // An answer to a question of another kind, of an earlier version of the guide, cannot be gone on with.
        let fits = |given: &&mut Given| given.answer.fits(&prompt.answer);
        if let Some(given) = self.answers.get_mut(place).filter(fits) {
            let was_blank = given.answer.is_blank();
            if edit.change(&prompt.answer, &mut given.answer) {
                given.changed(day, voice);
                // What is answered anew is answered as it is asked now.
                if was_blank {
                    given.asked = asked;
                }
                self.meet();
            }
            return;
        }
        let Some(mut answer) = Answer::blank(&prompt.answer) else {
            return;
        };
        if edit.change(&prompt.answer, &mut answer) {
            let given = Given {
                answer,
                asked,
                day,
                voice,
                mark: Mark::default(),
            };
            self.answers.insert(place.clone(), given);
            self.meet();
        }
    }

    /// Whether a prompt is answered once, or about this card.
    pub(super) fn takes(&self, prompt: &Prompt, card: Option<&ChoiceId>) -> bool {
        match (&prompt.answer, card) {
            (AnswerKind::EachCard { cards, .. }, Some(card)) => self
                .guide
                .prompt(cards)
                .is_some_and(|source| match &source.answer {
                    AnswerKind::Cards { cards, .. } => cards.iter().any(|one| one.id == *card),
                    _ => false,
                }),
            (AnswerKind::EachCard { .. }, None) | (_, Some(_)) => false,
            (_, None) => true,
        }
    }

    /// The question of a place, as an answer to it would be noted.
    pub fn question(&self, place: &Place) -> Option<Rc<str>> {
        let prompt = self.guide.prompt(&place.prompt)?;
        Some(self.asked(prompt, place))
    }

    /// The question as it stands on the screen, about its card, in the link worker's words where they put it in some.
    fn asked(&self, prompt: &Prompt, place: &Place) -> Rc<str> {
        if let Some(wording) = self.wording(place) {
            return wording.words().into();
        }
        let (AnswerKind::EachCard { cards, questions }, Some(card)) =
            (&prompt.answer, place.card.as_ref())
        else {
            return prompt
                .ask_of(self.mode == super::Mode::Together)
                .pick(&self.language)
                .text;
        };
        let ask = questions.get(card).unwrap_or(&prompt.ask);
        let title = match self.guide.prompt(cards).map(|source| &source.answer) {
            Some(AnswerKind::Cards { cards, .. }) => cards.iter().find(|one| one.id == *card),
            _ => None,
        };
        let title = title.map(|card| card.title.pick(&self.language));
        let title = title.unwrap_or_default().text;
        ask.pick(&self.language).fill(&[("card", &title)]).text
    }

    /// Whether one more card can be said more about.
    fn has_room(&self, prompt: &PromptId) -> bool {
        let sorted = self.sorted(&Place::of(prompt));
        sorted.is_some_and(|sorted| sorted.asked_about().count() < self.cards_at_most())
    }

    fn is_asked_about(&self, place: &Place, card: &ChoiceId) -> bool {
        let sorted = self.sorted(place);
        sorted.is_some_and(|sorted| sorted.asked_about().any(|one| one == card))
    }

    fn sorted(&self, place: &Place) -> Option<&Sorted> {
        match &self.answers.get(place)?.answer {
            Answer::Sorted(sorted) => Some(sorted),
            _ => None,
        }
    }

    fn go_to(&mut self, place: &Place) {
        let is_closing = self.closing().is_some_and(|one| one.id == place.prompt);
        let end = self.landmarks.end;
        let at = self.guide.position(&place.prompt);
        if !self.is_open(place) {
        } else if is_closing {
            self.at = At::Close;
        } else if at.is_some_and(|at| at <= end) {
            self.at = At::Prompt(place.clone());
        }
    }

    fn go_to_stage(&mut self, stage: &StageId) {
        let Some(at) = self.stage_at(stage) else {
            return;
        };
        let closes = self.closing().is_some_and(|one| one.stage == at);
        if let Some(place) = self.first_of(at) {
            self.at = At::Prompt(place);
        } else if closes && self.is_stage_open(at) {
            self.at = At::Close;
        } else if let Some(place) = self.first_unasked(at) {
            let core = self.guide.prompt(&place.prompt).is_some_and(|one| one.core);
            let by_hand = if core { Opened::Core } else { Opened::All };
            self.open(stage, at, by_hand);
            self.at = At::Prompt(place);
        }
    }

    fn say_more(&mut self, stage: &StageId) {
        let at = self.stage_at(stage);
        if let Some((at, place)) = at.and_then(|at| Some((at, self.first_unasked(at)?))) {
            self.open(stage, at, Opened::All);
            self.at = At::Prompt(place);
        }
    }

    fn open(&mut self, stage: &StageId, at: usize, by_hand: Opened) {
        self.opened.insert(stage.clone(), by_hand);
        if let Err(slot) = self.opened_at.binary_search(&at) {
            self.opened_at.insert(slot, at);
        }
    }
}

impl Answer {
    /// Whether it is of the kind a prompt takes.
    fn fits(&self, kind: &AnswerKind) -> bool {
        let blank = Self::blank(kind);
        blank.is_some_and(|blank| mem::discriminant(&blank) == mem::discriminant(self))
    }

    /// An answer of the kind a prompt takes, with nothing in it; `None` where nothing is answered.
    fn blank(kind: &AnswerKind) -> Option<Self> {
        Some(match kind {
            AnswerKind::ShortText | AnswerKind::LongText { .. } | AnswerKind::EachCard { .. } => {
                Self::Words(Said::default())
            }
            AnswerKind::OneChoice(_) | AnswerKind::ManyChoices(_) => {
                Self::Chosen(Chosen::default())
            }
            AnswerKind::Scale { .. } => Self::Rated {
                number: None,
                words: Said::default(),
            },
            AnswerKind::Cards { .. } => Self::Sorted(Sorted::default()),
            AnswerKind::Plan => Self::Planned(Planned::default()),
            AnswerKind::Ideas(_) => Self::Ideas(Ideas::default()),
            AnswerKind::Notice { .. } | AnswerKind::Summary => return None,
        })
    }
}
