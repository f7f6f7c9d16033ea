//! One person's walk through one guide.

mod action;
mod answer;

use std::collections::BTreeMap;
use std::rc::Rc;

pub use action::{Action, Field};
pub use answer::{
    Answer, Answers, Chosen, Given, Pick, Pile, Place, Planned, Sorted, Step, StepId, Who,
};

use crate::guide::{Guide, HeadingId, Prompt, RouteId, StageId};
use crate::words::{Day, Language};

/// How far a stage has been opened by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opened {
    /// Its core prompts are asked, whatever the route.
    Core,
    /// All its prompts are asked.
    All,
}

/// Where a person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// At a prompt.
    Prompt(Place),
    /// At the last screen, past the summary.
    Close,
}

/// One person's walk through one guide. Pure: [`Session::apply`] is all that can happen to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    guide: Rc<Guide>,
    route: usize,
    language: Language,
    at: At,
    answers: Answers,
    opened: BTreeMap<StageId, Opened>,
    sharing: BTreeMap<HeadingId, bool>,
    today: Option<Day>,
}

impl Session {
    /// Starts a guide on a route (the first, when it has none of that name), alone, in a language.
    pub fn start(guide: Rc<Guide>, _route: Option<&RouteId>, language: Language) -> Option<Self> {
        let first = Place::of(&guide.prompts().first()?.id);
        Some(Self {
            guide,
            route: 0,
            language,
            at: At::Prompt(first),
            answers: Answers::new(),
            opened: BTreeMap::new(),
            sharing: BTreeMap::new(),
            today: None,
        })
    }

    /// What the session becomes when a person does something. Total: any action in any state gives a session.
    #[must_use]
    pub fn apply(self, _action: Action) -> Self {
        self
    }

    /// The guide it walks through.
    pub fn guide(&self) -> &Rc<Guide> {
        &self.guide
    }

    /// The language the questions are asked in.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The same session in another language. No words change.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// Where the person is.
    pub fn at(&self) -> &At {
        &self.at
    }

    /// The prompt the person is at, if at one.
    pub fn prompt(&self) -> Option<&Prompt> {
        match &self.at {
            At::Prompt(place) => self.guide.prompt(&place.prompt),
            At::Close => None,
        }
    }

    /// Everything said, shown now or not.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The day, once the outside world has told it.
    pub fn today(&self) -> Option<Day> {
        self.today
    }

    /// Whether a heading is kept back from everything that goes out.
    pub fn is_kept_back(&self, heading: &HeadingId) -> bool {
        let at_first = || {
            self.guide
                .headings()
                .iter()
                .any(|one| one.id == *heading && one.kept_back)
        };
        self.sharing.get(heading).copied().unwrap_or_else(at_first)
    }

    /// The route taken, by where it stands in [`Guide::routes`].
    pub fn route(&self) -> usize {
        self.route
    }

    /// How far stages have been opened by hand.
    pub fn opened(&self) -> &BTreeMap<StageId, Opened> {
        &self.opened
    }

    /// Which headings were shared (`false`) or kept back (`true`) by hand.
    pub fn sharing(&self) -> &BTreeMap<HeadingId, bool> {
        &self.sharing
    }

    // --- to be written in route.rs (signatures are the contract) ---

    /// Whether a place is open: its stage and prompt conditions hold, it is for a person alone, and its card is to be said more about.
    pub fn is_open(&self, _place: &Place) -> bool {
        true
    }

    /// The cards an each-card prompt is asked about, in the person's order.
    pub fn cards_of(&self, _prompt: &Prompt) -> Vec<crate::guide::ChoiceId> {
        Vec::new()
    }

    /// How many cards can be said more about on this route.
    pub fn cards_at_most(&self) -> usize {
        3
    }

    /// The place that comes after where the person is; `None` at the last.
    pub fn next(&self) -> Option<Place> {
        None
    }

    /// The place that comes before where the person is; `None` at the first.
    pub fn previous(&self) -> Option<Place> {
        None
    }

    /// The stage that begins with the next place, when the person is at the last place of a stage.
    pub fn next_stage(&self) -> Option<&crate::guide::Stage> {
        None
    }

    /// Whether this is the last place of its stage and the stage has more to say that is not yet asked.
    pub fn has_more(&self) -> bool {
        false
    }

    /// Whether anything in a stage holds words or choices.
    pub fn has_words(&self, _stage: &StageId) -> bool {
        false
    }

    /// Whether nothing has been said at all.
    pub fn is_empty(&self) -> bool {
        self.answers.values().all(|given| given.answer.is_blank())
    }

    /// The prompt after the summary, asked on the last screen.
    pub fn closing(&self) -> Option<&Prompt> {
        None
    }

    /// The name the person likes to be called by: the words of the first prompt that tells it, if they are not blank.
    pub fn name(&self) -> Option<&crate::words::Said> {
        None
    }

    /// Who writes, and the helper's first name if it was given. The person alone, unless they said otherwise.
    pub fn writer(&self) -> (crate::guide::Writer, Option<&crate::words::Said>) {
        (crate::guide::Writer::Person, None)
    }
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
                    && chosen.details.values().all(crate::words::Said::is_blank)
            }
            Self::Rated { number, words } => number.is_none() && words.is_blank(),
            Self::Sorted(sorted) => {
                sorted.piles.is_empty() && sorted.details.values().all(crate::words::Said::is_blank)
            }
            Self::Planned(planned) => planned.steps.iter().all(|step| {
                step.what.is_blank()
                    && step.who.is_none()
                    && step.when.is_blank()
                    && step.help.is_blank()
            }),
        }
    }
}
