//! The saved form of a session: one JSON object with a version number of its own.
//!
//! The structs here are the form, and nothing else in the crate is: a change of [`Session`] changes no file.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::guide::{ChoiceId, Guide, HeadingId, PromptId, RouteId, StageId};
use crate::session::{
    Answer, At, Chosen, Given, Kept, Opened, Pick, Pile, Place, Planned, Session, Sorted, Step,
    StepId, Who,
};
use crate::words::{Day, Language, Said};

/// The version of the form that is written.
const VERSION: u32 = 1;

/// Why a saved session could not be read back.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SavedError {
    /// It is no saved session, or it was damaged.
    Form,
    /// It was written by a newer widget, in this version of the form.
    Newer(u32),
    /// It belongs to another guide, of this id.
    OtherGuide(String),
}

/// Writes a session down, all but the guide itself.
pub fn write(session: &Session) -> String {
    let guide = session.guide();
    let route = guide.routes().get(session.route());
    let saved = Saved {
        format: VERSION,
        guide: guide.id().into(),
        version: guide.version().into(),
        route: route.map(|route| route.id.name().into()),
        language: session.language().tag().into(),
        day: session.today().map(Day::iso),
        at: match session.at() {
            At::Prompt(place) => Some(SavedPlace::of(place)),
            At::Close => None,
        },
        answers: session.answers().iter().map(SavedGiven::of).collect(),
        opened: session
            .opened()
            .iter()
            .map(|(stage, opened)| (stage.name().into(), *opened == Opened::All))
            .collect(),
        kept_back: session
            .sharing()
            .iter()
            .map(|(heading, kept)| (heading.name().into(), *kept))
            .collect(),
    };
    serde_json::to_string(&saved).unwrap_or_default()
}

/// Reads a session back. What its guide does not know any more is kept with it, and not shown.
///
/// # Errors
/// When it is no saved session, is newer than this widget, or belongs to another guide.
pub fn read(json: &str, guide: Rc<Guide>) -> Result<Session, SavedError> {
    let head: Head = serde_json::from_str(json).map_err(|_| SavedError::Form)?;
    if head.saved > VERSION {
        return Err(SavedError::Newer(head.saved));
    }
    if *head.guide != *guide.id() {
        return Err(SavedError::OtherGuide(String::from(&*head.guide)));
    }
    let saved: Saved = serde_json::from_str(json).map_err(|_| SavedError::Form)?;
    let kept = saved.kept().ok_or(SavedError::Form)?;
    Session::resume(guide, kept).ok_or(SavedError::Form)
}

/// What every version of the form begins with.
#[derive(Deserialize)]
struct Head {
    saved: u32,
    guide: Rc<str>,
}

#[derive(Serialize, Deserialize)]
struct Saved {
    #[serde(rename = "saved")]
    format: u32,
    guide: Rc<str>,
    version: Rc<str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    route: Option<Rc<str>>,
    language: Rc<str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    /// Absent at the last screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<SavedPlace>,
    answers: Vec<SavedGiven>,
    /// `false` for the core of a stage, `true` for all of it.
    opened: BTreeMap<Rc<str>, bool>,
    kept_back: BTreeMap<Rc<str>, bool>,
}

#[derive(Serialize, Deserialize)]
struct SavedPlace {
    prompt: Rc<str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    card: Option<Rc<str>>,
}

#[derive(Serialize, Deserialize)]
struct SavedGiven {
    place: SavedPlace,
    asked: Rc<str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    answer: SavedAnswer,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedAnswer {
    Words(Rc<str>),
    Chosen {
        picks: Vec<(Rc<str>, bool)>,
        also: Option<Rc<str>>,
        details: BTreeMap<Rc<str>, Rc<str>>,
        words: Rc<str>,
    },
    Rated(Option<u8>, Rc<str>),
    Sorted {
        piles: Vec<(Rc<str>, u8)>,
        more: Vec<Rc<str>>,
        details: BTreeMap<Rc<str>, Rc<str>>,
    },
    Planned {
        steps: Vec<SavedStep>,
        taken_out: Vec<(usize, SavedStep)>,
    },
}

#[derive(Serialize, Deserialize)]
struct SavedStep {
    id: u32,
    what: Rc<str>,
    who: Option<u8>,
    when: Rc<str>,
    help: Rc<str>,
}

/// The piles, by the number each has in the form.
const PILES: [Pile; 3] = [Pile::Well, Pile::Change, Pile::NotNow];
/// Who does a step, by the number each has in the form.
const WHO: [Who; 3] = [Who::Me, Who::Worker, Who::Both];

impl Saved {
    fn kept(self) -> Option<Kept> {
        let at = match self.at {
            Some(place) => At::Prompt(place.place()?),
            None => At::Close,
        };
        let answers = self.answers.into_iter().map(SavedGiven::given);
        let opened = self.opened.iter().map(|(stage, all)| {
            let opened = if *all { Opened::All } else { Opened::Core };
            Some((StageId::new(stage)?, opened))
        });
        let sharing = self.kept_back.iter();
        Some(Kept {
            route: self.route.as_deref().and_then(RouteId::new),
            language: Language::new(&self.language)?,
            at: Some(at),
            answers: answers.collect::<Option<_>>()?,
            opened: opened.collect::<Option<_>>()?,
            sharing: sharing
                .map(|(heading, kept)| Some((HeadingId::new(heading)?, *kept)))
                .collect::<Option<_>>()?,
            today: day(self.day.as_deref()),
        })
    }
}

impl SavedPlace {
    fn of(place: &Place) -> Self {
        Self {
            prompt: place.prompt.name().into(),
            card: place.card.as_ref().map(|card| card.name().into()),
        }
    }

    fn place(&self) -> Option<Place> {
        Some(Place {
            prompt: PromptId::new(&self.prompt)?,
            card: match &self.card {
                Some(card) => Some(ChoiceId::new(card)?),
                None => None,
            },
        })
    }
}

impl SavedGiven {
    fn of((place, given): (&Place, &Given)) -> Self {
        Self {
            place: SavedPlace::of(place),
            asked: Rc::clone(&given.asked),
            day: given.day.map(Day::iso),
            answer: SavedAnswer::of(&given.answer),
        }
    }

    fn given(self) -> Option<(Place, Given)> {
        let given = Given {
            answer: self.answer.answer()?,
            asked: self.asked,
            day: day(self.day.as_deref()),
        };
        Some((self.place.place()?, given))
    }
}

impl SavedAnswer {
    fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Words(words) => Self::Words(saved(words)),
            Answer::Chosen(chosen) => Self::Chosen {
                picks: chosen
                    .picks
                    .iter()
                    .map(|pick| (pick.choice.name().into(), pick.not_mine))
                    .collect(),
                also: chosen.also.as_ref().map(|also| also.name().into()),
                details: saved_details(&chosen.details),
                words: saved(&chosen.words),
            },
            Answer::Rated { number, words } => Self::Rated(*number, saved(words)),
            Answer::Sorted(sorted) => Self::Sorted {
                piles: sorted
                    .piles
                    .iter()
                    .map(|(card, pile)| (card.name().into(), number_of(&PILES, *pile)))
                    .collect(),
                more: sorted.more.iter().map(|card| card.name().into()).collect(),
                details: saved_details(&sorted.details),
            },
            Answer::Planned(planned) => Self::Planned {
                steps: planned.steps.iter().map(SavedStep::of).collect(),
                taken_out: planned
                    .taken_out
                    .iter()
                    .map(|(at, step)| (*at, SavedStep::of(step)))
                    .collect(),
            },
        }
    }

    fn answer(self) -> Option<Answer> {
        Some(match self {
            Self::Words(words) => Answer::Words(Said::new(words)),
            Self::Chosen {
                picks,
                also,
                details: said,
                words,
            } => Answer::Chosen(Chosen {
                picks: picks
                    .iter()
                    .map(|(choice, not_mine)| {
                        Some(Pick {
                            choice: ChoiceId::new(choice)?,
                            not_mine: *not_mine,
                        })
                    })
                    .collect::<Option<_>>()?,
                also: match also {
                    Some(also) => Some(ChoiceId::new(&also)?),
                    None => None,
                },
                details: details(said)?,
                words: Said::new(words),
            }),
            Self::Rated(number, words) if number.is_none_or(|number| number <= 10) => {
                let words = Said::new(words);
                Answer::Rated { number, words }
            }
            Self::Rated(..) => return None,
            Self::Sorted {
                piles,
                more,
                details: said,
            } => Answer::Sorted(Sorted {
                piles: piles
                    .iter()
                    .map(|(card, pile)| {
                        Some((ChoiceId::new(card)?, *PILES.get(usize::from(*pile))?))
                    })
                    .collect::<Option<_>>()?,
                more: more
                    .iter()
                    .map(|card| ChoiceId::new(card))
                    .collect::<Option<_>>()?,
                details: details(said)?,
            }),
            Self::Planned { steps, taken_out } => Answer::Planned(Planned {
                steps: steps
                    .into_iter()
                    .map(SavedStep::step)
                    .collect::<Option<_>>()?,
                taken_out: taken_out
                    .into_iter()
                    .map(|(at, step)| Some((at, step.step()?)))
                    .collect::<Option<_>>()?,
            }),
        })
    }
}

impl SavedStep {
    fn of(step: &Step) -> Self {
        Self {
            id: step.id.0,
            what: saved(&step.what),
            who: step.who.map(|who| number_of(&WHO, who)),
            when: saved(&step.when),
            help: saved(&step.help),
        }
    }

    fn step(self) -> Option<Step> {
        Some(Step {
            id: StepId(self.id),
            what: Said::new(self.what),
            who: match self.who {
                Some(who) => Some(*WHO.get(usize::from(who))?),
                None => None,
            },
            when: Said::new(self.when),
            help: Said::new(self.help),
        })
    }
}

fn saved(said: &Said) -> Rc<str> {
    said.words().into()
}

fn saved_details(details: &BTreeMap<ChoiceId, Said>) -> BTreeMap<Rc<str>, Rc<str>> {
    let each = details.iter();
    each.map(|(id, said)| (id.name().into(), saved(said)))
        .collect()
}

fn details(saved: BTreeMap<Rc<str>, Rc<str>>) -> Option<BTreeMap<ChoiceId, Said>> {
    let each = saved.into_iter();
    each.map(|(id, said)| Some((ChoiceId::new(&id)?, Said::new(said))))
        .collect()
}

fn number_of<T: PartialEq>(all: &[T], one: T) -> u8 {
    let at = all.iter().position(|other| *other == one);
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}

/// The day written. One that is no day is left out: the words it stands with matter more.
fn day(iso: Option<&str>) -> Option<Day> {
    iso.and_then(Day::parse)
}
