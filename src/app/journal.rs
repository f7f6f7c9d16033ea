//! What is noted outside the program: every word as it is said, and all that was answered, so that a fault in the program loses none of it.
//! Only what an action changed is noted anew.

use std::rc::Rc;

use super::{App, Effect, Phase};
use crate::guide::{AnswerKind, Card, Choices};
use crate::keep;
use crate::keep::pieces::{self, Of, Piece};
use crate::session::{
    Action, Answer, Chosen, Field, Given, Ideas, Mark, Pile, Place, Planned, Session, Sorted,
    Verdict, Voice, Who, Wish,
};
use crate::summary::{Part, Run, entry_lines};
use crate::words::Said;

/// A piece of what is here, and what of it can be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Noted {
    /// Which it is, and how it is written down.
    pub piece: Piece,
    /// What was asked.
    pub asked: Rc<str>,
    /// What was said, a line each.
    pub told: Vec<Told>,
}

/// A line of what was said.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Told {
    /// The box it was written in, where it was one.
    pub by: String,
    /// What stands before it.
    pub before: Rc<str>,
    /// The words.
    pub words: Said,
}

impl App {
    /// Notes where the person is, if that is news.
    pub(super) fn note_head(&mut self, effects: &mut Vec<Effect>) {
        let session = self.session.as_ref();
        let Some(session) = session.filter(|_| self.phase == Phase::Talking) else {
            return;
        };
        let head = pieces::head(session);
        if head.text != self.noted {
            self.noted = head.text.clone();
            self.note([head], effects);
        }
    }

    /// Notes what an action changed.
    pub(super) fn note_touched(&self, action: &Action, effects: &mut Vec<Effect>) {
        if let Some(session) = &self.session {
            self.note(pieces::touched(session, action), effects);
        }
    }

    /// Notes all there is, in place of all that was noted.
    pub(super) fn note_all(&mut self, effects: &mut Vec<Effect>) {
        effects.push(Effect::DropNotes);
        self.note_each(effects);
    }

    fn note_each(&mut self, effects: &mut Vec<Effect>) {
        if let Some(session) = &self.session {
            let all = pieces::all(session);
            self.noted = all
                .first()
                .map(|head| head.text.clone())
                .unwrap_or_default();
            self.note(all, effects);
        }
        self.note_earlier(effects);
        self.note_brought(effects);
        self.note_kept(effects);
    }

    /// Notes what stands beside what is here.
    pub(super) fn note_earlier(&self, effects: &mut Vec<Effect>) {
        if !self.files.earlier.is_empty() {
            self.note([pieces::earlier(&self.files.earlier)], effects);
        }
    }

    /// Notes what came with a file.
    pub(super) fn note_brought(&self, effects: &mut Vec<Effect>) {
        self.note([pieces::brought(&self.files.brought)], effects);
    }

    /// Notes where it is kept by choice.
    pub(super) fn note_kept(&self, effects: &mut Vec<Effect>) {
        let place = self.keeping.place();
        let place = place.as_ref().map(|(form, id)| (form.name(), id));
        self.note([pieces::kept(place)], effects);
    }

    /// Takes up what was noted before the program broke, where the person was. What cannot be taken up is shown as it is.
    pub(super) fn take_back(&mut self, back: &Said, effects: &mut Vec<Effect>) {
        let Some(guide) = self.guide.clone().filter(|_| self.phase == Phase::Welcome) else {
            return effects.push(Effect::Rescue);
        };
        let language = self.language_of(&guide);
        let back = pieces::read_back(back.words());
        let session = back
            .as_ref()
            .map(|back| keep::read(back.saved.words(), guide));
        let (Some(back), Some(Ok(session))) = (back, session) else {
            return effects.push(Effect::Rescue);
        };
        let session = self.with_company(session.in_language(language));
        self.session = Some(match self.today {
            Some(day) => session.on(day),
            None => session,
        });
        (self.files.earlier, self.files.brought) = (back.earlier, back.brought);
        self.phase = Phase::Talking;
        self.carry_on();
        for (place, field, words) in back.boxes {
            self.act(&Action::Write(place, field, words), effects);
        }
        self.kept_before(back.kept);
        // Each takes the place of what was noted, so that at no moment less is noted than there is.
        self.note_each(effects);
        if self.has_words() {
            self.leaving.has_changed();
        }
        effects.push(Effect::AskDay);
        self.tell_stage(None, effects);
    }

    fn note(&self, pieces: impl IntoIterator<Item = Piece>, effects: &mut Vec<Effect>) {
        let Some(session) = &self.session else {
            return;
        };
        effects.extend(pieces.into_iter().map(|piece| {
            let (asked, told) = self.told(session, &piece.of);
            Effect::Note(Rc::new(Noted { piece, asked, told }))
        }));
    }

    /// What can be read of a piece: what was asked, and what was said.
    fn told(&self, session: &Session, of: &Of) -> (Rc<str>, Vec<Told>) {
        let first = session.guide().prompts().first();
        let first = || Some(Place::of(&first?.id));
        let told = match of {
            Of::Head => {
                let others = &session.company().others;
                let others = first().map(|first| boxed(&first, &Field::Others, others));
                return ("".into(), others.into_iter().collect());
            }
            Of::Answer(place) => session.answers().get(place).map(|given| {
                let told = self.answered(session, place, given);
                (given.asked.clone(), told)
            }),
            Of::Note(place) => session.notes().get(place).map(|note| {
                let mut told = vec![boxed(place, &Field::Note, &note.words)];
                self.marked(place, Voice::Worker, &note.mark, &mut told);
                (note.by.clone(), told)
            }),
            Of::Wording(place) => session.wordings().get(place).map(|words| {
                let told = boxed(place, &Field::Wording, words);
                (self.words.line("wording-label").text, vec![told])
            }),
            Of::Looked(at) => session
                .looked()
                .get(at)
                .zip(first())
                .map(|(looked, first)| {
                    let told = boxed(&first, &Field::Looked(*at), &looked.words);
                    (looked.step.words().into(), vec![told])
                }),
            Of::Opened(_) | Of::KeptBack(_) | Of::Kept => None,
            Of::Earlier => {
                let parts = self.files.earlier.iter().flat_map(|one| &one.parts);
                Some((self.words.line("then").text, parts.flat_map(part).collect()))
            }
            Of::Brought => Some((
                "".into(),
                self.files.brought.iter().flat_map(part).collect(),
            )),
        };
        told.unwrap_or_default()
    }

    /// What was answered at a place, a line each.
    fn answered(&self, session: &Session, place: &Place, given: &Given) -> Vec<Told> {
        let prompt = session.guide().prompt(&place.prompt);
        let kind = prompt.map(|prompt| &prompt.answer);
        let mut told = match &given.answer {
            Answer::Words(words) => vec![boxed(place, &Field::Words, words)],
            Answer::Chosen(chosen) => {
                let choices = match kind {
                    Some(AnswerKind::OneChoice(choices) | AnswerKind::ManyChoices(choices)) => {
                        Some(choices)
                    }
                    _ => None,
                };
                self.chosen(place, choices, chosen)
            }
            Answer::Rated { number, words } => {
                let rated = number.map(|number| self.rated(kind, number));
                let words = boxed(place, &Field::Words, words);
                rated.into_iter().chain([words]).collect()
            }
            Answer::Sorted(sorted) => {
                let cards = match kind {
                    Some(AnswerKind::Cards { cards, .. }) => &cards[..],
                    _ => &[],
                };
                self.sorted(place, cards, sorted)
            }
            Answer::Planned(planned) => self.planned(place, planned),
            Answer::Ideas(ideas) => self.ideas(ideas),
        };
        self.marked(place, given.voice, &given.mark, &mut told);
        told
    }

    fn chosen(&self, place: &Place, choices: Option<&Choices>, chosen: &Chosen) -> Vec<Told> {
        let mut told = Vec::new();
        let all = choices.iter().flat_map(|choices| &choices.choices);
        for pick in &chosen.picks {
            let choice = all.clone().find(|one| one.id == pick.choice);
            let title = choice.map(|choice| self.text(&choice.title).text);
            let mut title = title.unwrap_or_else(|| pick.choice.name().into());
            if pick.not_mine {
                let after = self.words.line("not-mine-after").text;
                title = [&title, " (", &after, ")"].concat().into();
            }
            told.push(ours(&title));
        }
        let also = choices.and_then(|choices| choices.also.as_ref());
        if let (Some(also), Some(taken)) = (also, &chosen.also) {
            let choice = also.choices.iter().find(|one| one.id == *taken);
            let title = choice.map(|choice| self.text(&choice.title).text);
            told.push(Told {
                before: self.text(&also.ask).text,
                ..ours(&title.unwrap_or_else(|| taken.name().into()))
            });
        }
        let details = chosen.details.iter();
        told.extend(details.map(|(id, words)| boxed(place, &Field::Detail(id.clone()), words)));
        told.push(boxed(place, &Field::Words, &chosen.words));
        told
    }

    fn rated(&self, kind: Option<&AnswerKind>, number: u8) -> Told {
        let number = number.to_string();
        let Some(AnswerKind::Scale { low, high, .. }) = kind else {
            return ours(&number);
        };
        let (low, high) = (self.text(low).text, self.text(high).text);
        let values = [("number", &*number), ("low", &low), ("high", &high)];
        ours(&self.words.fill("scale-value", &values).text)
    }

    fn sorted(&self, place: &Place, cards: &[Card], sorted: &Sorted) -> Vec<Told> {
        let mut told = Vec::new();
        for (id, pile) in &sorted.piles {
            let before = match pile {
                Pile::Well => self.words.line("pile-well"),
                Pile::Change => self.words.line("pile-change"),
                Pile::NotNow => self.words.line("pile-not-now"),
            };
            let card = cards.iter().find(|card| card.id == *id);
            let title = card.map(|card| self.text(&card.title).text);
            told.push(Told {
                before: before.text,
                ..ours(&title.unwrap_or_else(|| id.name().into()))
            });
        }
        let details = sorted.details.iter();
        told.extend(details.map(|(id, words)| boxed(place, &Field::Detail(id.clone()), words)));
        told
    }

    fn planned(&self, place: &Place, planned: &Planned) -> Vec<Told> {
        let mut told = Vec::new();
        for step in &planned.steps {
            told.push(boxed(place, &Field::What(step.id), &step.what));
            let who = step.who.map(|who| match who {
                Who::Me => self.words.line("who-me"),
                Who::Worker => self.options.setting.fill(
                    &self.words.line("who-worker"),
                    &self.words,
                    None,
                    None,
                ),
                Who::Both => self.words.line("who-both"),
            });
            told.extend(who.map(|who| ours(&who.text)));
            for (field, before, words) in [
                (Field::When(step.id), "step-when", &step.when),
                (Field::Help(step.id), "step-help", &step.help),
            ] {
                told.push(Told {
                    before: self.words.line(before).text,
                    ..boxed(place, &field, words)
                });
            }
        }
        told
    }

    fn ideas(&self, ideas: &Ideas) -> Vec<Told> {
        let mut told = Vec::new();
        for opted in &ideas.options {
            let before = match opted.wish {
                Wish::More => "summary-ideas",
                Wish::Later => "summary-ideas-later",
                Wish::NotForMe => "summary-ideas-not",
            };
            told.push(Told {
                before: self.words.line(before).text,
                ..ours(opted.name.words())
            });
            told.extend(opted.lines.iter().map(|line| ours(line.words())));
        }
        let none = ideas
            .none_fit
            .then(|| self.words.line("summary-ideas-none"));
        told.extend(none.map(|none| ours(&none.text)));
        told
    }

    fn marked(&self, place: &Place, voice: Voice, mark: &Mark, told: &mut Vec<Told>) {
        let verdict = mark.verdict.map(|verdict| match verdict {
            Verdict::Right => self.words.line("mark-right"),
            Verdict::NotQuite => self.words.line("mark-not-quite"),
        });
        told.extend(verdict.map(|says| ours(&says.text)));
        if voice != Voice::Person {
            told.push(boxed(place, &Field::Beside(voice), &mark.beside));
        }
    }
}

/// What stands in a box.
fn boxed(place: &Place, field: &Field, words: &Said) -> Told {
    Told {
        by: field.name_at(place),
        words: words.clone(),
        ..Told::default()
    }
}

/// What was chosen and not written.
fn ours(words: &str) -> Told {
    Told {
        words: Said::new(words),
        ..Told::default()
    }
}

/// A part of a summary that came with a file, its heading first.
fn part(part: &Part) -> Vec<Told> {
    let lines = part.entries.iter().flat_map(entry_lines);
    let lines = lines.map(|line| {
        let runs = line.iter().map(|run| match run {
            Run::Ours(line) | Run::Label(line) | Run::Link(line, _) => &*line.text,
            Run::Said(words) | Run::Noted(words) | Run::Told(words) => words.words(),
        });
        ours(&runs.collect::<String>())
    });
    [ours(&part.title.text)].into_iter().chain(lines).collect()
}
