//! How a summary is put together: answers in the guide's order, each under its heading.

use litemap::LiteMap;

use super::{Entry, Part, Piece, Setting, Summary};
use super::{about, compare, voices};
use crate::guide::{AnswerKind, Card, Choices, Heading, HeadingId, Prompt, PromptId, Tells};
use crate::session::{
    Answer, Chosen, Given, Mode, Pile, Place, Planned, Session, Sorted, Voice, Who,
};
use crate::words::{Catalogue, Day, Language, Line, Said, Text};

impl Summary {
    /// Assembles the summary of a session as it stands.
    pub fn of(session: &Session, words: &Catalogue, setting: &Setting) -> Self {
        let ours = Ours {
            words,
            setting,
            language: session.language(),
        };
        let shown = shown(session);
        let mut entries: LiteMap<&HeadingId, Vec<Entry>> = LiteMap::new();
        for one in &shown {
            one.stand(session, &shown, &ours, &mut entries);
        }
        voices::put_notes(session, &ours, &mut entries);
        compare::put_looked(session, &ours, &mut entries);
        // What two looked at together is an agreed plan, wherever it is read.
        let is_alone = session.mode() == Mode::Alone && session.company().worker.is_none();
        let title = |heading: &Heading| {
            let alone = heading.alone.as_ref().filter(|_| is_alone);
            ours.text(alone.unwrap_or(&heading.title))
        };
        let parts = session.guide().headings().iter().filter_map(|heading| {
            Some(Part {
                id: heading.id.clone(),
                title: title(heading),
                entries: entries.remove(&heading.id)?,
                kept_back: session.is_kept_back(&heading.id),
            })
        });
        let noted = session.notes().iter().filter_map(|(place, note)| {
            let stands = !note.words.is_blank() && session.stands(place);
            note.day.filter(|_| stands)
        });
        let looked = session.looked().values().filter_map(|looked| looked.day);
        let said = shown.iter().filter_map(|one| one.given.day);
        let day = said.chain(noted).chain(looked).max();
        Self {
            title: ours.line("my-summary"),
            language: session.language().clone(),
            parts: parts.collect(),
            whose: about::name(session).cloned(),
            day: day.or(session.today()),
            cards: compare::lying(session, &ours),
            proxy: about::proxy(session, &ours),
            about: about::lines(session, &ours, day.or(session.today())),
            guide: (
                session.guide().id().into(),
                session.guide().version().into(),
            ),
        }
    }
}

/// The words we say ourselves, in the session's language wherever there are any.
pub(super) struct Ours<'a> {
    words: &'a Catalogue,
    setting: &'a Setting,
    language: &'a Language,
}

impl Ours<'_> {
    /// A line of the catalogue.
    pub(super) fn line(&self, key: &str) -> Line {
        self.fill(key, &[])
    }

    /// A line of the catalogue with values, and the setting's own behind them.
    pub(super) fn fill(&self, key: &str, values: &[(&str, &str)]) -> Line {
        let line = self.words.fill(key, values);
        let own = line
            .language
            .unwrap_or_else(|| self.words.language().clone());
        Line {
            text: line.text,
            language: (own.base() != self.language.base()).then_some(own),
        }
    }

    /// A day in words.
    pub(super) fn day(&self, day: Day) -> Line {
        day.in_words(self.words)
    }

    /// A line of the catalogue that names the role.
    fn of_worker(&self, key: &str) -> Line {
        let line = self.line(key);
        self.setting.fill(&line, self.words, None, None)
    }

    /// A text of the guide.
    pub(super) fn text(&self, text: &Text) -> Line {
        self.ask(text, None)
    }

    fn ask(&self, text: &Text, number: Option<u8>) -> Line {
        let line = text.pick(self.language);
        self.setting.fill(&line, self.words, None, number)
    }
}

/// An answer that counts, with its prompt.
struct Shown<'a> {
    place: &'a Place,
    prompt: &'a Prompt,
    given: &'a Given,
}

/// The answers that are open, in the guide's order and the person's order of cards.
fn shown(session: &Session) -> Vec<Shown<'_>> {
    let guide = session.guide();
    let open = session.answers().iter().filter_map(|(place, given)| {
        let at = guide.position(&place.prompt)?;
        let prompt = guide.prompts().get(at)?;
        let order = place.card.as_ref().map_or(Some(0), |card| {
            let cards = session.cards_of(prompt);
            cards.iter().position(|one| one == card)
        })?;
        let shown = Shown {
            place,
            prompt,
            given,
        };
        (session.stands(place) && !given.answer.is_blank()).then_some(((at, order), shown))
    });
    // Answers are few; each goes straight to its place.
    let mut ordered: Vec<((usize, usize), Shown<'_>)> = Vec::new();
    for (order, shown) in open {
        let at = ordered.partition_point(|(other, _)| *other < order);
        ordered.insert(at, (order, shown));
    }
    ordered.into_iter().map(|(_, shown)| shown).collect()
}

impl<'a> Shown<'a> {
    /// Puts what was said under its heading, or headings.
    fn stand(
        &self,
        session: &'a Session,
        all: &[Self],
        ours: &Ours<'_>,
        entries: &mut LiteMap<&'a HeadingId, Vec<Entry>>,
    ) {
        let Some(feeds) = &self.prompt.feeds else {
            return;
        };
        let mut put = |heading: &'a HeadingId, label, pieces: Vec<Piece>| {
            if pieces.is_empty() {
                return;
            }
            let stands = entries.entry(heading).or_default();
            // A card that was written about comes before those that were only chosen.
            let after = match &self.prompt.answer {
                AnswerKind::EachCard { cards, .. } => {
                    let chosen = |entry: &Entry| entry.place.prompt == *cards;
                    stands.iter().position(chosen)
                }
                _ => None,
            };
            let entry = Entry {
                place: self.place.clone(),
                voice: self.given.voice,
                by: voices::by(session, self.given.voice, ours),
                label,
                pieces,
                mark: voices::marked(session, &self.given.mark, ours)
                    .filter(|_| self.given.voice == Voice::Helper),
                brought: false,
            };
            stands.insert(after.unwrap_or(stands.len()), entry);
        };
        let wording = session.wording(self.place);
        let asked = || {
            let own = wording.map(|wording| Line::new(wording.words()));
            own.or_else(|| Some(ours.text(&self.prompt.ask)))
        };
        let needs_none = session.leads(self.prompt) && wording.is_none();
        let label = || (!needs_none).then(asked).flatten();
        match (&self.prompt.answer, &self.given.answer) {
            (AnswerKind::Cards { cards, well }, Answer::Sorted(sorted)) => {
                let told = |card: &Card| {
                    all.iter().any(|one| {
                        one.place.card.as_ref() == Some(&card.id)
                            && one.prompt.feeds.as_ref() == Some(feeds)
                            && matches!(&one.prompt.answer, AnswerKind::EachCard { cards, .. } if *cards == self.prompt.id)
                    })
                };
                let mut change = in_pile(cards, sorted, Pile::Change);
                change.retain(|card| !told(card));
                put(feeds, label(), names(&change, sorted, ours));
                let well_cards = in_pile(cards, sorted, Pile::Well);
                let going_well = Some(ours.line("label-well"));
                put(well, going_well, names(&well_cards, sorted, ours));
            }
            (AnswerKind::EachCard { cards, .. }, Answer::Words(words)) => {
                let card = self.card(session, cards, feeds);
                let name = card.map(|(card, _)| ours.text(&card.title));
                let own = card.and_then(|(_, own)| own);
                let pieces = own.into_iter().chain([words]).cloned().map(Piece::Said);
                put(feeds, name, pieces.collect());
            }
            (AnswerKind::ShortText | AnswerKind::LongText { .. }, Answer::Words(words)) => {
                let is_name = self.prompt.tells == Some(Tells::Name);
                let label = if is_name {
                    Some(ours.line("label-name"))
                } else {
                    label()
                };
                put(feeds, label, vec![Piece::Said(words.clone())]);
            }
            (
                AnswerKind::OneChoice(choices) | AnswerKind::ManyChoices(choices),
                Answer::Chosen(chosen),
            ) => {
                put(feeds, label(), chosen_pieces(choices, chosen, ours));
            }
            (AnswerKind::Scale { low, high, more }, Answer::Rated { number, words }) => {
                let rated = number.map(|number| rated(number, low, high, ours));
                let words = more
                    .as_ref()
                    .and_then(|more| labelled(ours.ask(more, *number), words));
                put(feeds, asked(), rated.into_iter().chain(words).collect());
            }
            (AnswerKind::Plan, Answer::Planned(planned)) => {
                put(feeds, label(), rows(planned, session, ours));
            }
            (AnswerKind::Ideas(sources), Answer::Ideas(ideas)) => {
                let named = Some(ours.line("summary-ideas"));
                let not = session.heading_of_not_for_me(sources);
                let (pieces, not_for_me) = super::ideas::pieces(ideas, not == Some(feeds), ours);
                put(feeds, named.clone().filter(|_| !needs_none), pieces);
                if let Some(not) = not {
                    put(not, named, not_for_me);
                }
            }
            _ => {}
        }
    }

    /// The card that this is about, and the person's own words for it, where they gave any.
    fn card<'s>(
        &self,
        session: &'s Session,
        cards: &PromptId,
        under: &HeadingId,
    ) -> Option<(&'s Card, Option<&'s Said>)> {
        let source = session.guide().prompt(cards)?;
        let AnswerKind::Cards { cards: all, .. } = &source.answer else {
            return None;
        };
        let card = all
            .iter()
            .find(|one| Some(&one.id) == self.place.card.as_ref())?;
        let own = match &session.answers().get(&Place::of(cards))?.answer {
            Answer::Sorted(sorted) => sorted.details.get(&card.id),
            _ => None,
        };
        // Under another heading the words could go out although their own is kept back.
        let home = source.feeds.as_ref();
        let goes_along = home == Some(under) || home.is_none_or(|home| !session.is_kept_back(home));
        let own = own.filter(|own| card.detail.is_some() && !own.is_blank() && goes_along);
        Some((card, own))
    }
}

/// The cards of a pile, in the order they were put there.
fn in_pile<'a>(cards: &'a [Card], sorted: &Sorted, pile: Pile) -> Vec<&'a Card> {
    let piled = sorted.piles.iter().filter(|(_, own)| *own == pile);
    piled
        .filter_map(|(id, _)| cards.iter().find(|card| card.id == *id))
        .collect()
}

/// What cards are called: the person's own words where they gave any, else the card's.
fn names(cards: &[&Card], sorted: &Sorted, ours: &Ours<'_>) -> Vec<Piece> {
    let name = |card: &&Card| {
        let own = sorted.details.get(&card.id);
        match own.filter(|own| card.detail.is_some() && !own.is_blank()) {
            Some(own) => Piece::Said(own.clone()),
            None => Piece::Chosen {
                choice: ours.text(&card.title),
                detail: None,
            },
        }
    };
    cards.iter().map(name).collect()
}

/// A number, with what its ends mean.
fn rated(number: u8, low: &Text, high: &Text, ours: &Ours<'_>) -> Piece {
    let (number, low, high) = (number.to_string(), ours.text(low), ours.text(high));
    let values = [
        ("number", &*number),
        ("low", &low.text),
        ("high", &high.text),
    ];
    Piece::Chosen {
        choice: ours.fill("scale-value", &values),
        detail: None,
    }
}

fn chosen_pieces(choices: &Choices, chosen: &Chosen, ours: &Ours<'_>) -> Vec<Piece> {
    let detail = |id| chosen.details.get(id).filter(|words| !words.is_blank());
    let picks = chosen.picks.iter().filter_map(|pick| {
        let choice = choices.choices.iter().find(|one| one.id == pick.choice)?;
        let mut title = ours.text(&choice.title);
        if pick.not_mine && choices.not_mine {
            let after = ours.line("not-mine-after");
            title.text = format!("{} ({})", title.text, after.text).into();
        }
        Some(Piece::Chosen {
            choice: title,
            detail: detail(&pick.choice).cloned(),
        })
    });
    let also = choices.also.as_ref().and_then(|also| {
        let taken = chosen.also.as_ref()?;
        let choice = also.choices.iter().find(|one| one.id == *taken)?;
        let answered = Piece::Answered {
            label: ours.text(&also.ask),
            choice: ours.text(&choice.title),
        };
        let words = choice.detail.as_ref().zip(detail(taken));
        let words = words.and_then(|(ask, words)| labelled(ours.text(ask), words));
        Some([Some(answered), words])
    });
    let more = choices.more.as_ref();
    let more = more.and_then(|more| labelled(ours.text(more), &chosen.words));
    let also = also.into_iter().flatten().flatten();
    picks.chain(also).chain(more).collect()
}

/// A question of ours before what was said to it, if anything was.
pub(super) fn labelled(label: Line, said: &Said) -> Option<Piece> {
    let said = said.clone();
    (!said.is_blank()).then_some(Piece::Labelled { label, said })
}

/// The rows of a plan. Nobody alone can promise for someone else, so a row for the link worker is a wish.
fn rows(planned: &Planned, session: &Session, ours: &Ours<'_>) -> Vec<Piece> {
    let is_agreed = session.company().worker.is_some();
    let said = |key, words: &Said| (!words.is_blank()).then(|| (ours.line(key), words.clone()));
    let written = planned.steps.iter().filter(|step| !step.is_blank());
    let row = written.map(|step| Piece::Step {
        who: step.who.map(|who| match who {
            Who::Me => ours.line("who-me"),
            Who::Worker if is_agreed => ours.of_worker("who-worker"),
            Who::Both if is_agreed => ours.line("who-both"),
            Who::Worker => ours.of_worker("who-worker-wish"),
            Who::Both => ours.of_worker("who-both-wish"),
        }),
        what: step.what.clone(),
        when: said("step-when", &step.when),
        help: said("step-help", &step.help),
    });
    row.collect()
}
