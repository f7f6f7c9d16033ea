//! The first conversation, walked through on its routes by the public API alone.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "what stands here is used by tests alone"
)]

use std::rc::Rc;

use serde_json::{Value, json};
use what_matters::guide::{AnswerKind, ChoiceId, Guide, PromptId, RouteId};
use what_matters::session::{Action, At, Field, Opted, Pile, Place, Session, StepId, Wish};
use what_matters::words::{Language, Said};

/// The guide we ship.
pub(crate) fn guide() -> Rc<Guide> {
    let json = std::fs::read_to_string("www/guides/first-conversation.json").unwrap();
    let reading = Guide::read(&json);
    reading.guide.expect("the guide we ship is sound")
}

/// A session at the first place of a route.
pub(crate) fn start(route: &str) -> Session {
    let route = RouteId::new(route).unwrap();
    Session::start(guide(), Some(&route), Language::english()).unwrap()
}

/// Does at one place all that can be done there, in words no other place has.
pub(crate) fn answer(session: Session) -> Session {
    let Some(prompt) = session.prompt() else {
        return session;
    };
    let At::Prompt(place) = session.at().clone() else {
        return session;
    };
    let answer = prompt.answer.clone();
    let words = words_at(&place);
    let write = |field, what: &str| {
        let said = Said::new(format!("{words}{what}"));
        Action::Write(place.clone(), field, said)
    };
    let mut actions = vec![write(Field::Words, "")];
    match answer {
        AnswerKind::ManyChoices(choices) => {
            for choice in &choices.choices {
                let id = choice.id.clone();
                actions.push(Action::Choose(place.clone(), id.clone(), true));
                actions.push(write(Field::Detail(id), " in detail"));
            }
        }
        AnswerKind::Scale { .. } => actions.push(Action::Rate(place.clone(), Some(7))),
        AnswerKind::Cards { cards, .. } => {
            for (at, card) in cards.iter().enumerate() {
                let pile = [Pile::Change, Pile::Well, Pile::NotNow][at % 3];
                let id = card.id.clone();
                actions.push(Action::Sort(place.clone(), id.clone(), Some(pile)));
                actions.push(Action::SayMoreOf(place.clone(), id, true));
            }
        }
        AnswerKind::Plan => {
            let step = StepId(0);
            actions.push(Action::AddStep(place.clone()));
            actions.push(write(Field::What(step), " to do"));
            actions.push(write(Field::When(step), " by then"));
            actions.push(write(Field::Help(step), " with help"));
        }
        AnswerKind::Ideas(_) => {
            actions.push(Action::AskIdeas(place.clone(), 7));
            for wish in [Wish::More, Wish::Later, Wish::NotForMe] {
                let said = |what: &str| Said::new(format!("{words} {wish:?}{what}"));
                let opted = Opted {
                    id: format!("{wish:?}").into(),
                    wish,
                    name: said(""),
                    lines: vec![said(" in a line"), said(" in another")],
                    day: None,
                };
                actions.push(Action::Opt(place.clone(), Rc::new(opted)));
            }
        }
        _ => {}
    }
    actions.into_iter().fold(session, Session::apply)
}

/// Words no other place has, with what makes trouble in text, markup and JSON.
pub(crate) fn words_at(place: &Place) -> String {
    let card = place.card.as_ref().map_or("", |card| card.name());
    format!(
        "“{}/{card}” <b>&amp;</b> \"it's\"\r\n — so",
        place.prompt.name()
    )
}

/// Goes on to the last screen, answering all there is; the places met.
pub(crate) fn walk(mut session: Session) -> (Session, Vec<Place>) {
    let mut met = Vec::new();
    while let At::Prompt(place) = session.at().clone() {
        assert!(met.len() < 200, "the conversation does not end");
        met.push(place);
        session = answer(session).apply(Action::Next);
    }
    (session, met)
}

fn names(met: &[Place]) -> Vec<&str> {
    met.iter().map(|place| place.prompt.name()).collect()
}

#[test]
fn what_there_is_nearby_is_asked_after_what_would_make_it_easier_and_only_where_there_are_services()
{
    let (_, met) = walk(start("full").with_services(true));
    let met = names(&met);
    let at = met.iter().position(|name| *name == "fc-options").unwrap();
    assert_eq!((met[at - 1], met[at + 1]), ("fc-easier", "fc-step"));
    for session in [start("full"), start("short").with_services(true)] {
        assert!(!names(&walk(session).1).contains(&"fc-options"));
    }
    let asks = PromptId::new("fc-pace").unwrap();
    for choice in ["talk", "nothing"] {
        let talk = Action::Choose(Place::of(&asks), ChoiceId::new(choice).unwrap(), true);
        let talk = start("full").with_services(true).apply(talk);
        let place = Place::of(&PromptId::new("fc-options").unwrap());
        assert!(!talk.is_open(&place), "{choice}");
    }
}

#[test]
fn the_full_route_asks_every_core_prompt_once_and_each_card_in_turn() {
    for services in [false, true] {
        asks_every_core_prompt_once(start("full").with_services(services));
    }
}

fn asks_every_core_prompt_once(session: Session) {
    let (session, met) = walk(session);
    let guide = guide();
    for prompt in guide.prompts() {
        let times = names(&met)
            .iter()
            .filter(|name| **name == prompt.id.name())
            .count();
        let expected = match &prompt.answer {
            AnswerKind::EachCard { .. } => session.cards_of(prompt).len(),
            _ => usize::from(session.is_open(&Place::of(&prompt.id)) && prompt.core),
        };
        assert_eq!(times, expected, "{}", prompt.id.name());
    }
    assert_eq!(met.last().unwrap().prompt.name(), "fc-check");
    let closing = session.closing().map(|prompt| prompt.id.name());
    assert_eq!(closing, Some("fc-close"));
}

/// The guide we ship, with one more field in its closing prompt.
fn closing_with(field: &str, value: Value) -> Session {
    let json = std::fs::read_to_string("www/guides/first-conversation.json").unwrap();
    let mut written: Value = serde_json::from_str(&json).unwrap();
    let stages = written["stages"].as_array_mut().unwrap();
    let prompts = stages.last_mut().unwrap()["prompts"]
        .as_array_mut()
        .unwrap();
    let closing = prompts.last_mut().unwrap();
    assert_eq!(closing["id"], "fc-close");
    closing[field] = value;
    let guide = Guide::read(&written.to_string()).guide.unwrap();
    Session::start(guide, None, Language::english()).unwrap()
}

#[test]
fn a_closing_prompt_is_asked_only_of_those_it_is_for() {
    let asked = |session: Session| walk(session).0.closing().is_some();
    assert!(asked(closing_with("for", json!("alone"))));
    assert!(!asked(closing_with("for", json!("together"))));
    let talked = json!({ "prompt": "fc-pace", "is": ["talk"] });
    let session = closing_with("show", talked);
    assert!(session.closing().is_none());
    let pace = Place::of(&PromptId::new("fc-pace").unwrap());
    let talk = ChoiceId::new("talk").unwrap();
    assert!(asked(session.apply(Action::Choose(pace, talk, true))));
}

#[test]
fn the_short_route_is_short_and_ends_in_the_same_summary() {
    let (session, met) = walk(start("short"));
    assert_eq!(names(&met)[..2], ["fc-name", "fc-matters"]);
    assert_eq!(names(&met).last(), Some(&"fc-check"));
    assert_eq!(session.cards_at_most(), 1);
    assert!(met.len() <= 12, "{:?}", names(&met));
}

#[test]
fn every_stage_can_be_jumped_to_from_the_short_route() {
    let session = start("short");
    for stage in guide().stages() {
        let there = session.clone().apply(Action::GoToStage(stage.id.clone()));
        let at = there.prompt().map(|prompt| prompt.stage);
        let here = guide().stages().iter().position(|one| one.id == stage.id);
        assert_eq!(at, here, "{}", stage.id.name());
    }
}

#[test]
fn just_talk_and_nothing_new_pass_over_ideas_and_plan() {
    let pace = Place::of(&PromptId::new("fc-pace").unwrap());
    let guide = guide();
    let AnswerKind::OneChoice(choices) = &guide.prompt(&pace.prompt).unwrap().answer else {
        panic!("the pace is one choice");
    };
    let passes = |id| {
        let session = start("full").apply(Action::Choose(pace.clone(), id, true));
        let (_, met) = walk(session);
        !names(&met).contains(&"fc-ideas") && !names(&met).contains(&"fc-step")
    };
    let passing = choices
        .choices
        .iter()
        .filter(|choice| passes(choice.id.clone()));
    assert_eq!(passing.count(), 2);
}
