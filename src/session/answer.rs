//! What a person has said at each place.

use std::rc::Rc;

use litemap::LiteMap;

use super::voice::{Mark, Voice};
use crate::guide::{AnswerKind, ChoiceId, Prompt, PromptId, Writer};
use crate::words::{Day, Said};

/// A place in the conversation: a prompt, and the life card it is asked about where it repeats.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The prompt.
    pub prompt: PromptId,
    /// The card, for a prompt that is asked once for each.
    pub card: Option<ChoiceId>,
}

impl Place {
    /// The place of a prompt that is asked once.
    pub fn of(prompt: &PromptId) -> Self {
        Self {
            prompt: prompt.clone(),
            card: None,
        }
    }
}

/// Everything said, by place.
pub type Answers = LiteMap<Place, Given>;

/// An answer, with the words it was asked in and the day it was last changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// What was said.
    pub answer: Answer,
    /// The question as it stood on the screen when the answer was first given.
    pub asked: Rc<str>,
    /// The day it was last changed, where the outside world had told it.
    pub day: Option<Day>,
    /// Whose words it holds: the person's, or those of someone who answered for them.
    pub voice: Voice,
    /// What the person says of words that are not theirs.
    pub mark: Mark,
}

/// What was said at one place. The kind of prompt decides which of these it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Words.
    Words(Said),
    /// Choices taken.
    Chosen(Chosen),
    /// A number from 0 to 10.
    Rated {
        /// The number, if one is chosen.
        number: Option<u8>,
        /// What was said beside it.
        words: Said,
    },
    /// Life cards in piles.
    Sorted(Sorted),
    /// Rows of a plan.
    Planned(Planned),
    /// What was said of what is on offer.
    Ideas(Ideas),
}

/// Choices taken, and what was said with them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chosen {
    /// The choices, in the order they were taken.
    pub picks: Vec<Pick>,
    /// The choice of the second question.
    pub also: Option<ChoiceId>,
    /// What was said with a choice. Kept when the choice is taken back, and left out of the summary then.
    pub details: LiteMap<ChoiceId, Said>,
    /// What was said after the choices.
    pub words: Said,
}

/// One choice taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// The choice.
    pub choice: ChoiceId,
    /// Whether it is marked *not in my control*.
    pub not_mine: bool,
}

/// Where a life card was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pile {
    /// Going well.
    Well,
    /// Want a change.
    Change,
    /// Not now.
    NotNow,
}

/// Life cards sorted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sorted {
    /// Each card put somewhere, in the order of putting.
    pub piles: Vec<(ChoiceId, Pile)>,
    /// The cards to say more about, in the order of choosing. One that has left *Want a change* stays here and is not asked about.
    pub more: Vec<ChoiceId>,
    /// What was said with a card: the name of *Something else*.
    pub details: LiteMap<ChoiceId, Said>,
}

/// The rows of a plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Planned {
    /// The rows, in order.
    pub steps: Vec<Step>,
    /// Rows taken out, the last one last, each with the place it had: *Undo* puts the last one back.
    pub taken_out: Vec<(usize, Step)>,
}

/// One row of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Names the row as long as it exists.
    pub id: StepId,
    /// What.
    pub what: Said,
    /// Who does it.
    pub who: Option<Who>,
    /// When, in the person's own words.
    pub when: Said,
    /// Help needed.
    pub help: Said,
}

/// What a person said of what is on offer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ideas {
    /// What puts those that fit alike in an order of the conversation's own. Drawn when ideas were first asked for, 0 before.
    pub seed: u32,
    /// What they said something of, in the order of saying.
    pub options: Vec<Opted>,
    /// Whether nothing of what is on offer fits: a gap in what is there.
    pub none_fit: bool,
}

/// A service and what the person said of it, with its details as they were that day: it reads the same when the list is gone.
#[derive(Debug, Clone, PartialEq)]
pub struct Opted {
    /// Its id in the list of services.
    pub id: Rc<str>,
    /// What they said.
    pub wish: Wish,
    /// What it is called. What somebody picked is as private as what they wrote.
    pub name: Said,
    /// Its details, a line each.
    pub lines: Vec<Said>,
    /// The day of these details, where the outside world had told it.
    pub day: Option<Day>,
}

/// What a person said of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wish {
    /// *Tell me more*.
    More,
    /// *Maybe later*.
    Later,
    /// *Not for me*.
    NotForMe,
}

/// A step of an earlier plan, and what the person says of it now.
#[derive(Debug, Clone, PartialEq)]
pub struct Looked {
    /// The step, as it stood then.
    pub step: Said,
    /// How it was.
    pub words: Said,
    /// The day it was last changed, where the outside world had told it.
    pub day: Option<Day>,
}

/// Names a row of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId(pub u32);

/// Who does a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// The person.
    Me,
    /// The link worker.
    Worker,
    /// Both.
    Both,
}

impl Answer {
    /// Whether it holds nothing a person said: no words, no choice, no number, no card, no row with anything in it.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Words(words) => words.is_blank(),
            Self::Chosen(chosen) => {
                chosen.picks.is_empty()
                    && chosen.also.is_none()
                    && chosen.words.is_blank()
                    && chosen.details.values().all(Said::is_blank)
            }
            Self::Rated { number, words } => number.is_none() && words.is_blank(),
            Self::Sorted(sorted) => {
                sorted.piles.is_empty() && sorted.details.values().all(Said::is_blank)
            }
            Self::Planned(planned) => planned.steps.iter().all(Step::is_blank),
            // A seed alone says nothing.
            Self::Ideas(ideas) => ideas.options.is_empty() && !ideas.none_fit,
        }
    }

    /// Whether it holds nothing, and no row either that could be put back.
    pub(super) fn is_empty(&self) -> bool {
        let is_out = |planned: &Planned| planned.taken_out.iter().all(|(_, row)| row.is_blank());
        self.is_blank() && !matches!(self, Self::Planned(planned) if !is_out(planned))
    }

    /// Who writes, by the choice taken, and the first name given with it.
    pub(super) fn writer_of(&self, prompt: &Prompt) -> Option<(Writer, Option<&Said>)> {
        let (AnswerKind::OneChoice(choices), Self::Chosen(chosen)) = (&prompt.answer, self) else {
            return None;
        };
        let taken = &chosen.picks.first()?.choice;
        let choice = choices.choices.iter().find(|one| one.id == *taken)?;
        let helper = chosen.details.get(taken).filter(|words| !words.is_blank());
        Some((choice.writer?, helper))
    }
}

impl Step {
    /// Whether nothing stands in the row.
    pub fn is_blank(&self) -> bool {
        self.who.is_none() && self.what.is_blank() && self.when.is_blank() && self.help.is_blank()
    }
}
