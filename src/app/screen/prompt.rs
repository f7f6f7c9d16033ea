//! One thing asked.

use std::rc::Rc;

use super::data::{Look, PromptScreen, Way};
use super::{answer, help};
use crate::app::{App, Event};
use crate::guide::{AnswerKind, Card, Prompt};
use crate::session::{Action, Place, Session};
use crate::words::Line;

pub(super) fn screen(app: &App, session: &Session, prompt: &Prompt, place: &Place) -> PromptScreen {
    let card = answer::card(session, place);
    let stage = match (&prompt.answer, card) {
        (AnswerKind::EachCard { .. }, Some(card)) => answer::card_title(app, session, prompt, card),
        _ => session
            .guide()
            .stages()
            .get(prompt.stage)
            .map(|stage| app.text(&stage.title))
            .unwrap_or_default(),
    };
    let ask = ask(app, session, prompt, place);
    let title = title(app, session, prompt, place);
    let text = |text| app.text_of(text, title.as_deref());
    PromptScreen {
        place: place.clone(),
        stage,
        hint: prompt.hint.as_ref().map(&text),
        help: shows_help(prompt, card).then(|| help::under(app, &ask)),
        ask,
        answer: answer::screen(app, session, prompt, place),
        why: prompt
            .why
            .as_ref()
            .map(|why| (app.words.line("why"), text(why))),
        ways: ways(app, session, prompt),
        next: session
            .next_stage()
            .and_then(|stage| stage.coming.as_ref())
            .map(|coming| {
                let coming = app.text(coming);
                app.words.fill("next-part", &[("coming", &coming.text)])
            }),
    }
}

/// The question as it stands on the screen: the prompt's, or a card's own.
pub(super) fn ask(app: &App, session: &Session, prompt: &Prompt, place: &Place) -> Line {
    let own = match (&prompt.answer, &place.card) {
        (AnswerKind::EachCard { questions, .. }, Some(card)) => questions.get(card),
        _ => None,
    };
    let title = title(app, session, prompt, place);
    app.text_of(own.unwrap_or(&prompt.ask), title.as_deref())
}

/// What the card is called that a place is about.
fn title(app: &App, session: &Session, prompt: &Prompt, place: &Place) -> Option<Rc<str>> {
    let card = answer::card(session, place)?;
    Some(answer::card_title(app, session, prompt, card).text)
}

fn shows_help(prompt: &Prompt, card: Option<&Card>) -> bool {
    prompt.help || card.is_some_and(|card| card.help)
}

fn ways(app: &App, session: &Session, prompt: &Prompt) -> Vec<Way> {
    let leads_to_summary = session
        .next()
        .and_then(|next| session.guide().prompt(&next.prompt))
        .is_some_and(|next| matches!(next.answer, AnswerKind::Summary));
    let on = if leads_to_summary {
        "see-summary"
    } else {
        "continue"
    };
    let mut ways = vec![app.way(on, Look::Main, Event::act(Action::Next))];
    if !matches!(prompt.answer, AnswerKind::Notice { .. }) {
        ways.push(app.way("leave-for-later", Look::Other, Event::act(Action::Leave)));
    }
    if session.has_more()
        && let Some(stage) = session.guide().stages().get(prompt.stage)
    {
        ways.push(app.way(
            "say-more",
            Look::Other,
            Event::act(Action::SayMore(stage.id.clone())),
        ));
    }
    let back = if session.previous().is_some() {
        Event::act(Action::Back)
    } else {
        Event::ToWelcome
    };
    ways.push(app.way("back", Look::Plain, back));
    ways
}
