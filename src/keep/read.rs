//! A session, read back.

use std::rc::Rc;

use litemap::LiteMap;

use super::{PILES, VERDICTS, VOICES, WHO, WISHES, WITH_IDEAS, by_number};
use crate::guide::{ChoiceId, Guide, HeadingId, PromptId, RouteId, StageId};
use crate::json::{self, Node, Value};
use crate::session::{
    Answer, At, Chosen, Company, Given, Ideas, Kept, Looked, Mark, Note, Opened, Opted, Pick,
    Place, Planned, Session, Sorted, Step, StepId, Voice,
};
use crate::words::{Day, Language, Said};

/// The form nests this deep at the most, and so do those to come.
const DEEPEST: usize = 16;

/// The last version of the form that knew no voices.
const WITHOUT_VOICES: u64 = 1;

/// Why a saved session could not be read back.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SavedError {
    /// It is no saved session, or it was damaged.
    Form,
    /// It was written by a newer widget, in this version of the form.
    Newer(u64),
    /// It belongs to another guide, of this id.
    OtherGuide(String),
}

/// Reads a session back. What its guide does not know any more is kept with it, and not shown.
///
/// # Errors
/// When it is no saved session, is newer than this widget, or belongs to another guide.
pub fn read(text: &str, guide: Rc<Guide>) -> Result<Session, SavedError> {
    let saved = json::read(text, DEEPEST).map_err(|_| SavedError::Form)?;
    let form = saved.field("saved").and_then(Node::number);
    let of = saved.field("guide").and_then(Node::text);
    let (Some(form), Some(of)) = (form, of) else {
        return Err(SavedError::Form);
    };
    if form > WITH_IDEAS {
        return Err(SavedError::Newer(form));
    }
    if of != guide.id() {
        return Err(SavedError::OtherGuide(of.to_owned()));
    }
    let kept = kept(&saved, form).ok_or(SavedError::Form)?;
    Session::resume(guide, kept).ok_or(SavedError::Form)
}

fn kept(saved: &Node<'_>, version: u64) -> Option<Kept> {
    let at = match saved.field("at") {
        Some(at) => At::Prompt(place(at)?),
        None => At::Close,
    };
    let mut answers = LiteMap::new();
    for given in saved.field("answers")?.list() {
        let (place, given) = self::given(given, version)?;
        answers.insert(place, given);
    }
    let (mut notes, mut wordings) = (LiteMap::new(), LiteMap::new());
    let mut company = Company::default();
    let mut looked = LiteMap::new();
    if version > WITHOUT_VOICES {
        for note in saved.field("notes")?.list() {
            let (place, note) = self::note(note)?;
            notes.insert(place, note);
        }
        for wording in saved.field("wordings")?.list() {
            wordings.insert(place(wording.field("place")?)?, said(wording, "words")?);
        }
        company = self::company(saved.field("company")?)?;
        for node in saved.field("looked")?.list() {
            let at = u32::try_from(node.field("at")?.number()?).ok()?;
            let back = Looked {
                step: said(node, "step")?,
                words: said(node, "words")?,
                day: day(node),
            };
            looked.insert(at, back);
        }
    }
    let mut opened = LiteMap::new();
    for (stage, all) in saved.field("opened")?.fields() {
        let opened_as = if all.flag()? {
            Opened::All
        } else {
            Opened::Core
        };
        opened.insert(StageId::new(stage)?, opened_as);
    }
    let mut sharing = LiteMap::new();
    for (heading, kept) in saved.field("kept_back")?.fields() {
        sharing.insert(HeadingId::new(heading)?, kept.flag()?);
    }
    Some(Kept {
        route: word(saved, "route").and_then(RouteId::new),
        language: Language::new(word(saved, "language")?)?,
        at: Some(at),
        answers,
        notes,
        wordings,
        company,
        looked,
        opened,
        sharing,
        today: day(saved),
    })
}

fn word<'n>(node: &'n Node<'_>, field: &str) -> Option<&'n str> {
    node.field(field)?.text()
}

/// The day written. One that is no day is left out: the words it stands with matter more.
fn day(node: &Node<'_>) -> Option<Day> {
    Day::parse(word(node, "day")?)
}

fn said(node: &Node<'_>, field: &str) -> Option<Said> {
    word(node, field).map(Said::new)
}

fn id(node: &Node<'_>) -> Option<ChoiceId> {
    ChoiceId::new(node.text()?)
}

fn place(node: &Node<'_>) -> Option<Place> {
    Some(Place {
        prompt: PromptId::new(word(node, "prompt")?)?,
        card: match node.field("card") {
            Some(card) => Some(id(card)?),
            None => None,
        },
    })
}

fn given(node: &Node<'_>, version: u64) -> Option<(Place, Given)> {
    let (voice, mark) = if version > WITHOUT_VOICES {
        let voice = *by_number(&VOICES, node.field("voice")?)?;
        (voice, mark(node.field("mark")?)?)
    } else {
        (Voice::Person, Mark::default())
    };
    let given = Given {
        answer: answer(node.field("answer")?)?,
        asked: word(node, "asked")?.into(),
        day: day(node),
        voice,
        mark,
    };
    Some((place(node.field("place")?)?, given))
}

fn note(node: &Node<'_>) -> Option<(Place, Note)> {
    let written = Note {
        words: said(node, "words")?,
        by: word(node, "by")?.into(),
        day: day(node),
        mark: mark(node.field("mark")?)?,
    };
    Some((place(node.field("place")?)?, written))
}

fn mark(node: &Node<'_>) -> Option<Mark> {
    let [verdict, beside] = node.list() else {
        return None;
    };
    let verdict = match verdict.value {
        Value::Null => None,
        _ => Some(*by_number(&VERDICTS, verdict)?),
    };
    let beside = Said::new(beside.text()?);
    Some(Mark { verdict, beside })
}

fn company(node: &Node<'_>) -> Option<Company> {
    Some(Company {
        worker: word(node, "worker").map(Into::into),
        by_phone: node.field("by_phone")?.flag()?,
        answers: node.field("answers")?.flag()?,
        others: said(node, "others")?,
    })
}

fn answer(node: &Node<'_>) -> Option<Answer> {
    let [(kind, inside)] = node.fields() else {
        return None;
    };
    Some(match &**kind {
        "words" => Answer::Words(Said::new(inside.text()?)),
        "chosen" => Answer::Chosen(Chosen {
            picks: each(inside, "picks", pick)?,
            also: match inside.field("also") {
                Some(also) => Some(id(also)?),
                None => None,
            },
            details: details(inside)?,
            words: said(inside, "words")?,
        }),
        "rated" => {
            let [number, words] = inside.list() else {
                return None;
            };
            let number = match number.value {
                Value::Null => None,
                _ => Some(
                    u8::try_from(number.number()?)
                        .ok()
                        .filter(|number| *number <= 10)?,
                ),
            };
            let words = Said::new(words.text()?);
            Answer::Rated { number, words }
        }
        "sorted" => Answer::Sorted(Sorted {
            piles: each(inside, "piles", |node| {
                let [card, pile] = node.list() else {
                    return None;
                };
                Some((id(card)?, *by_number(&PILES, pile)?))
            })?,
            more: each(inside, "more", id)?,
            details: details(inside)?,
        }),
        "planned" => Answer::Planned(Planned {
            steps: each(inside, "steps", step)?,
            taken_out: each(inside, "taken_out", |node| {
                let [at, out] = node.list() else {
                    return None;
                };
                Some((usize::try_from(at.number()?).ok()?, step(out)?))
            })?,
        }),
        "ideas" => Answer::Ideas(ideas(inside)),
        _ => return None,
    })
}

/// What was said of what is on offer. What cannot be read of it is left out, and the rest stands.
fn ideas(node: &Node<'_>) -> Ideas {
    let seed = node.field("seed").and_then(Node::number);
    let mut ideas = Ideas {
        seed: seed
            .and_then(|seed| seed.try_into().ok())
            .unwrap_or_default(),
        none_fit: node.field("none_fit").and_then(Node::flag) == Some(true),
        ..Ideas::default()
    };
    let options = node.field("options").map_or(&[][..], Node::list);
    for opted in options.iter().filter_map(opted) {
        ideas.put(opted);
    }
    ideas
}

fn opted(node: &Node<'_>) -> Option<Opted> {
    let lines = node.field("lines").map_or(&[][..], Node::list).iter();
    Some(Opted {
        id: word(node, "id")?.into(),
        wish: *by_number(&WISHES, node.field("wish")?)?,
        name: said(node, "name")?,
        lines: lines
            .filter_map(|line| line.text().map(Said::new))
            .collect(),
        day: day(node),
    })
}

fn each<T>(node: &Node<'_>, field: &str, read: impl Fn(&Node<'_>) -> Option<T>) -> Option<Vec<T>> {
    node.field(field)?.list().iter().map(read).collect()
}

fn pick(node: &Node<'_>) -> Option<Pick> {
    let [choice, not_mine] = node.list() else {
        return None;
    };
    let not_mine = not_mine.flag()?;
    let choice = id(choice)?;
    Some(Pick { choice, not_mine })
}

fn details(node: &Node<'_>) -> Option<LiteMap<ChoiceId, Said>> {
    let mut details = LiteMap::new();
    for (choice, words) in node.field("details")?.fields() {
        details.insert(ChoiceId::new(choice)?, Said::new(words.text()?));
    }
    Some(details)
}

fn step(node: &Node<'_>) -> Option<Step> {
    Some(Step {
        id: StepId(u32::try_from(node.field("id")?.number()?).ok()?),
        what: said(node, "what")?,
        who: match node.field("who") {
            Some(who) => Some(*by_number(&WHO, who)?),
            None => None,
        },
        when: said(node, "when")?,
        help: said(node, "help")?,
    })
}
