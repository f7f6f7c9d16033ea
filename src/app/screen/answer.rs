//! The answer control of a prompt, on its own screen and open in the summary alike.

use std::rc::Rc;

use super::data::{
    AlsoScreen, AnswerScreen, ChoiceScreen, ChoicesScreen, Look, ScaleScreen, WordsBox,
};
use super::{cards, cue, ideas, plan};
use crate::app::{App, Event, Rest};
use crate::guide::{AnswerKind, Card, Choice, ChoiceId, Choices, Prompt, Tells};
use crate::session::{Action, Answer, Chosen, Field, Place, Session};
use crate::words::{Line, Said, Text};

/// The control, with what was answered at this place in it.
pub(super) fn screen(app: &App, session: &Session, prompt: &Prompt, place: &Place) -> AnswerScreen {
    let answer = session.answers().get(place).map(|given| &given.answer);
    match &prompt.answer {
        AnswerKind::Notice { tips } => AnswerScreen::Notice(tips.as_ref().map(|tips| {
            (
                app.text(&tips.title),
                tips.lines.iter().map(|line| app.text(line)).collect(),
            )
        })),
        AnswerKind::ShortText => AnswerScreen::Words(text(app, answer, place, false, &[])),
        AnswerKind::LongText { starters } => {
            AnswerScreen::Words(text(app, answer, place, true, starters))
        }
        AnswerKind::EachCard { .. } => AnswerScreen::Words(text(app, answer, place, true, &[])),
        AnswerKind::OneChoice(_) if app.is_together() && prompt.tells == Some(Tells::Writer) => {
            AnswerScreen::Room(cue::room(app, session, place))
        }
        AnswerKind::OneChoice(kind) => {
            AnswerScreen::Choices(choices(app, chosen(answer), kind, place, true))
        }
        AnswerKind::ManyChoices(kind) => {
            AnswerScreen::Choices(choices(app, chosen(answer), kind, place, false))
        }
        AnswerKind::Scale { low, high, more } => {
            let (number, words) = match answer {
                Some(Answer::Rated { number, words }) => (*number, words.clone()),
                _ => (None, Said::default()),
            };
            let clear = Event::act(Action::Rate(place.clone(), None));
            AnswerScreen::Scale(ScaleScreen {
                place: place.clone(),
                number,
                low: end("0", &app.text(low)),
                high: end("10", &app.text(high)),
                clear: number.map(|_| app.way("clear-number", Look::Plain, clear)),
                more: more
                    .as_ref()
                    .map(|more| boxed(place, Field::Words, Some(app.text(more)), words)),
            })
        }
        AnswerKind::Cards { cards, .. } => {
            AnswerScreen::Cards(cards::screen(app, session, cards, place))
        }
        AnswerKind::Plan => AnswerScreen::Plan(plan::screen(app, answer, place)),
        AnswerKind::Ideas(sources) if app.ideas_rest == Some(Rest::Here) => {
            AnswerScreen::Ideas(Rc::new(ideas::screen(app, session, sources, place)))
        }
        AnswerKind::Ideas(_) => AnswerScreen::Missing(app.words.line(match app.ideas_rest {
            Some(Rest::Coming) => "nearby-coming",
            _ => "nearby-missing",
        })),
        AnswerKind::Summary => AnswerScreen::Notice(None),
    }
}

/// The life card a place is about, with the words of the prompt it stands in.
pub(super) fn card<'a>(session: &'a Session, place: &Place) -> Option<&'a Card> {
    let AnswerKind::EachCard { cards, .. } = &session.guide().prompt(&place.prompt)?.answer else {
        return None;
    };
    let AnswerKind::Cards { cards, .. } = &session.guide().prompt(cards)?.answer else {
        return None;
    };
    cards
        .iter()
        .find(|card| Some(&card.id) == place.card.as_ref())
}

/// A card's words: the person's own name for it, where they gave one.
pub(super) fn card_title(app: &App, session: &Session, prompt: &Prompt, card: &Card) -> Line {
    let named =
        match &prompt.answer {
            AnswerKind::EachCard { cards, .. } => session
                .answers()
                .get(&Place::of(cards))
                .and_then(|given| match &given.answer {
                    Answer::Sorted(sorted) => sorted
                        .details
                        .get(&card.id)
                        .filter(|words| !words.is_blank()),
                    _ => None,
                }),
            _ => None,
        };
    named.map_or_else(|| app.text(&card.title), |words| Line::new(words.words()))
}

/// A box with a label, or named by the question when it has none.
pub(super) fn boxed(place: &Place, field: Field, label: Option<Line>, words: Said) -> WordsBox {
    WordsBox {
        place: place.clone(),
        field,
        label,
        words,
        is_long: false,
        starters: Vec::new(),
        starters_label: Line::default(),
        quote: None,
    }
}

/// A number and what it means: "0 Not at all".
fn end(number: &str, meaning: &Line) -> Line {
    Line {
        text: [number, " ", &meaning.text].concat().into(),
        language: meaning.language.clone(),
    }
}

fn text(
    app: &App,
    answer: Option<&Answer>,
    place: &Place,
    is_long: bool,
    starters: &[Text],
) -> WordsBox {
    let words = match answer {
        Some(Answer::Words(words)) => words.clone(),
        _ => Said::default(),
    };
    WordsBox {
        is_long,
        starters: starters.iter().map(|starter| app.text(starter)).collect(),
        starters_label: app.words.line("starters"),
        quote: (is_long && app.is_together()).then(|| app.words.line("quote")),
        ..boxed(place, Field::Words, None, words)
    }
}

fn chosen(answer: Option<&Answer>) -> Chosen {
    match answer {
        Some(Answer::Chosen(chosen)) => chosen.clone(),
        _ => Chosen::default(),
    }
}

fn choices(
    app: &App,
    chosen: Chosen,
    kind: &Choices,
    place: &Place,
    is_one: bool,
) -> ChoicesScreen {
    let show = |choice: &Choice| {
        let pick = chosen.picks.iter().find(|pick| pick.choice == choice.id);
        ChoiceScreen {
            id: choice.id.clone(),
            title: app.text(&choice.title),
            is_on: pick.is_some(),
            event: choose(place, &choice.id, is_one || pick.is_none()),
            not_mine: pick.filter(|_| kind.not_mine).map(|pick| {
                let event = Event::act(Action::NotMine(
                    place.clone(),
                    choice.id.clone(),
                    !pick.not_mine,
                ));
                (app.words.line("not-mine"), pick.not_mine, event)
            }),
            detail: detail(app, choice, &chosen, place).filter(|_| pick.is_some()),
        }
    };
    let first = chosen.picks.first().filter(|_| is_one);
    ChoicesScreen {
        place: place.clone(),
        is_one,
        choices: kind.choices.iter().map(show).collect(),
        also: kind.also.as_ref().map(|also| AlsoScreen {
            ask: app.text(&also.ask),
            choices: also
                .choices
                .iter()
                .map(|choice| also_choice(app, choice, &chosen, place))
                .collect(),
            clear: chosen.also.as_ref().map(|_| {
                app.way(
                    "clear-choice",
                    Look::Plain,
                    Event::act(Action::Also(place.clone(), None)),
                )
            }),
        }),
        more: kind.more.as_ref().map(|more| {
            boxed(
                place,
                Field::Words,
                Some(app.text(more)),
                chosen.words.clone(),
            )
        }),
        clear: first.map(|pick| {
            app.way(
                "clear-choice",
                Look::Plain,
                choose(place, &pick.choice, false),
            )
        }),
    }
}

fn also_choice(app: &App, choice: &Choice, chosen: &Chosen, place: &Place) -> ChoiceScreen {
    let is_on = chosen.also.as_ref() == Some(&choice.id);
    ChoiceScreen {
        id: choice.id.clone(),
        title: app.text(&choice.title),
        is_on,
        event: Event::act(Action::Also(place.clone(), Some(choice.id.clone()))),
        not_mine: None,
        detail: detail(app, choice, chosen, place).filter(|_| is_on),
    }
}

/// The box that a choice brings with it.
fn detail(app: &App, choice: &Choice, chosen: &Chosen, place: &Place) -> Option<WordsBox> {
    let label = app.text(choice.detail.as_ref()?);
    let words = chosen.details.get(&choice.id).cloned().unwrap_or_default();
    let field = Field::Detail(choice.id.clone());
    Some(boxed(place, field, Some(label), words))
}

fn choose(place: &Place, choice: &ChoiceId, on: bool) -> Event {
    Event::act(Action::Choose(place.clone(), choice.clone(), on))
}
