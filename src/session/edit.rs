//! What a change makes of one answer.

use litemap::LiteMap;

use super::{Answer, Chosen, Field, Opted, Pick, Pile, Planned, Sorted, Step, StepId, Who};
use crate::guide::{AnswerKind, Choice, ChoiceId, Choices};
use crate::words::{Day, Said};

/// A change of one answer.
pub(super) enum Edit<'a> {
    Write(&'a Field, &'a Said),
    Choose(&'a ChoiceId, bool),
    NotMine(&'a ChoiceId, bool),
    Also(Option<&'a ChoiceId>),
    Rate(Option<u8>),
    Sort(&'a ChoiceId, Option<Pile>),
    SayMoreOf(&'a ChoiceId, bool),
    AddStep,
    TakeOut(StepId),
    PutBack,
    SetWho(StepId, Option<Who>),
    AskIdeas(u32),
    Opt(&'a Opted, Option<Day>),
    Unopt(&'a str),
    NoneFit(bool),
}

impl Edit<'_> {
    /// Changes an answer, if it fits the kind of its prompt. Says whether anything is different now.
    pub(super) fn change(&self, kind: &AnswerKind, answer: &mut Answer) -> bool {
        match (kind, answer) {
            (
                AnswerKind::ShortText | AnswerKind::LongText { .. } | AnswerKind::EachCard { .. },
                Answer::Words(words),
            ) => match *self {
                Self::Write(Field::Words, new) => write(words, new),
                _ => false,
            },
            (AnswerKind::OneChoice(choices), Answer::Chosen(chosen)) => {
                self.choose(choices, true, chosen)
            }
            (AnswerKind::ManyChoices(choices), Answer::Chosen(chosen)) => {
                self.choose(choices, false, chosen)
            }
            (AnswerKind::Scale { more, .. }, Answer::Rated { number, words }) => match *self {
                Self::Rate(new) if new.is_none_or(|new| new <= 10) => set(number, new),
                Self::Write(Field::Words, new) if more.is_some() => write(words, new),
                _ => false,
            },
            (AnswerKind::Cards { cards, .. }, Answer::Sorted(sorted)) => {
                let has = |id: &ChoiceId| cards.iter().any(|card| card.id == *id);
                let takes_words = |id: &ChoiceId| {
                    let mut named = cards.iter().filter(|card| card.id == *id);
                    named.any(|card| card.detail.is_some())
                };
                match *self {
                    Self::Sort(card, pile) if has(card) => sorted.sort(card, pile),
                    Self::SayMoreOf(card, more) if has(card) => sorted.say_more_of(card, more),
                    Self::Write(Field::Detail(card), new) if takes_words(card) => {
                        detail(&mut sorted.details, card, new)
                    }
                    _ => false,
                }
            }
            (AnswerKind::Plan, Answer::Planned(planned)) => self.plan(planned),
            (AnswerKind::Ideas(_), Answer::Ideas(ideas)) => match *self {
                Self::AskIdeas(seed) => ideas.seed == 0 && set(&mut ideas.seed, seed.max(1)),
                Self::Opt(opted, day) => {
                    let opted = opted.clone();
                    // What comes back keeps the day its details are of.
                    let day = opted.day.or(day);
                    ideas.put(Opted { day, ..opted })
                }
                Self::Unopt(id) => {
                    let before = ideas.options.len();
                    ideas.options.retain(|one| *one.id != *id);
                    ideas.options.len() != before
                }
                Self::NoneFit(new) => set(&mut ideas.none_fit, new),
                _ => false,
            },
            _ => false,
        }
    }

    fn choose(&self, choices: &Choices, one: bool, chosen: &mut Chosen) -> bool {
        let also = || choices.also.iter().flat_map(|also| &also.choices);
        let named = |choice: &Choice, id: &ChoiceId| choice.id == *id;
        match *self {
            Self::Choose(id, true) if choices.choices.iter().any(|own| named(own, id)) => {
                chosen.take(id, one)
            }
            Self::Choose(id, false) => {
                let before = chosen.picks.len();
                chosen.picks.retain(|pick| pick.choice != *id);
                chosen.picks.len() != before
            }
            Self::NotMine(id, mark) if choices.not_mine => {
                let mut picks = chosen.picks.iter_mut();
                let pick = picks.find(|pick| pick.choice == *id);
                pick.is_some_and(|pick| set(&mut pick.not_mine, mark))
            }
            Self::Also(new) => {
                let fits = |id: &ChoiceId| also().any(|own| named(own, id));
                new.is_none_or(fits) && set(&mut chosen.also, new.cloned())
            }
            Self::Write(Field::Words, new) if choices.more.is_some() => {
                write(&mut chosen.words, new)
            }
            Self::Write(Field::Detail(id), new) => {
                let mut all = choices.choices.iter().chain(also());
                all.any(|own| named(own, id) && own.detail.is_some())
                    && detail(&mut chosen.details, id, new)
            }
            _ => false,
        }
    }

    fn plan(&self, planned: &mut Planned) -> bool {
        match *self {
            Self::AddStep => planned.add(),
            Self::TakeOut(id) => planned.take_out(id),
            Self::PutBack => planned.put_back(),
            Self::SetWho(id, new) => planned.step(id).is_some_and(|step| set(&mut step.who, new)),
            Self::Write(field, new) => {
                let (Field::What(id) | Field::When(id) | Field::Help(id)) = field else {
                    return false;
                };
                planned.step(*id).is_some_and(|step| {
                    let words = match field {
                        Field::What(_) => &mut step.what,
                        Field::When(_) => &mut step.when,
                        _ => &mut step.help,
                    };
                    write(words, new)
                })
            }
            _ => false,
        }
    }
}

impl Chosen {
    fn take(&mut self, choice: &ChoiceId, one: bool) -> bool {
        if self.picks.iter().any(|pick| pick.choice == *choice) {
            return false;
        }
        if one {
            self.picks.clear();
        }
        self.picks.push(Pick {
            choice: choice.clone(),
            not_mine: false,
        });
        true
    }
}

impl Sorted {
    fn sort(&mut self, card: &ChoiceId, pile: Option<Pile>) -> bool {
        if self.pile_of(card) == pile {
            return false;
        }
        self.piles.retain(|(one, _)| one != card);
        self.piles.extend(pile.map(|pile| (card.clone(), pile)));
        true
    }

    fn say_more_of(&mut self, card: &ChoiceId, more: bool) -> bool {
        let chosen = self.more.contains(card);
        if more && !chosen && self.pile_of(card) == Some(Pile::Change) {
            self.more.push(card.clone());
            return true;
        }
        if !more {
            self.more.retain(|one| one != card);
        }
        !more && chosen
    }
}

impl Planned {
    fn add(&mut self) -> bool {
        let out = self.taken_out.iter().map(|(_, step)| step.id.0);
        let highest = self.steps.iter().map(|step| step.id.0).chain(out).max();
        let Some(id) = highest.map_or(Some(0), |highest| highest.checked_add(1)) else {
            return false;
        };
        self.steps.push(Step {
            id: StepId(id),
            what: Said::default(),
            who: None,
            when: Said::default(),
            help: Said::default(),
        });
        true
    }

    fn take_out(&mut self, id: StepId) -> bool {
        let at = self.steps.iter().position(|step| step.id == id);
        if let Some(at) = at {
            self.taken_out.push((at, self.steps.remove(at)));
        }
        at.is_some()
    }

    fn put_back(&mut self) -> bool {
        let last = self.taken_out.pop();
        let is_there = last.is_some();
        if let Some((at, step)) = last {
            self.steps.insert(at.min(self.steps.len()), step);
        }
        is_there
    }

    fn step(&mut self, id: StepId) -> Option<&mut Step> {
        self.steps.iter_mut().find(|step| step.id == id)
    }
}

/// Puts words in place of others. Says whether they differ.
fn write(old: &mut Said, new: &Said) -> bool {
    set(old, new.clone())
}

/// Puts words in place of others, or of none, that were said with a choice. Says whether they differ.
fn detail(details: &mut LiteMap<ChoiceId, Said>, of: &ChoiceId, new: &Said) -> bool {
    write(details.entry(of.clone()).or_default(), new)
}

/// Puts a value in place of another. Says whether they differ.
fn set<T: PartialEq>(old: &mut T, new: T) -> bool {
    let differs = *old != new;
    *old = new;
    differs
}
