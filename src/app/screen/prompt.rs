//! One thing asked.

use std::rc::Rc;

use super::data::{AnswerScreen, Look, PromptScreen, Way, WordsBox};
use super::{answer, help};
use crate::app::ideas::Ideas;
use crate::app::together::Press;
use crate::app::{App, Event};
use crate::guide::{AnswerKind, Card, Prompt, Sources, Tells};
use crate::session::{Action, Field, Place, Session};
use crate::words::Line;

pub(super) fn screen(app: &App, session: &Session, prompt: &Prompt, place: &Place) -> PromptScreen {
    if app.is_hidden() {
        return spoken(app, session, prompt, place);
    }
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
        hint: prompt.hint_of(app.is_together()).map(&text),
        help: shows_help(prompt, card).then(|| help::under(app, &ask)),
        ask,
        answer: answer::screen(app, session, prompt, place),
        note: note(app, session, prompt, place),
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

/// What is to be said and not to be seen, until the two are alone together: nothing of it stands here.
fn spoken(app: &App, session: &Session, prompt: &Prompt, place: &Place) -> PromptScreen {
    let alone = app.way("spoken-alone", Look::Other, Event::Press(Press::Alone));
    let mut ways = ways(app, session, prompt);
    ways.insert(1, alone);
    let stage = session.guide().stages().get(prompt.stage);
    PromptScreen {
        place: place.clone(),
        stage: stage
            .map(|stage| app.text(&stage.title))
            .unwrap_or_default(),
        ask: app.words.line("spoken"),
        hint: Some(app.words.line("spoken-hint")),
        help: None,
        answer: AnswerScreen::Notice(None),
        note: None,
        why: None,
        ways,
        next: None,
    }
}

/// The place for a link worker's own words, which the person sees as well.
fn note(
    app: &App,
    session: &Session,
    prompt: &Prompt,
    place: &Place,
) -> Option<(Line, WordsBox, bool)> {
    if !app.is_together() || !session.takes_note(prompt) {
        return None;
    }
    let note = note_box(app, session, place);
    let is_open = !note.words.is_blank();
    Some((app.words.line("note"), note, is_open))
}

/// The box of a link worker's own words.
pub(super) fn note_box(app: &App, session: &Session, place: &Place) -> WordsBox {
    let note = session.notes().get(place);
    let words = note.map(|note| note.words.clone()).unwrap_or_default();
    let label = app.words.line("note-label");
    answer::boxed(place, Field::Note, Some(label), words)
}

/// The question as it stands on the screen: the prompt's, a card's own, or as a link worker put it.
pub(super) fn ask(app: &App, session: &Session, prompt: &Prompt, place: &Place) -> Line {
    if app.is_together() && prompt.tells == Some(Tells::Writer) {
        return app.words.line("room");
    }
    if let Some(wording) = session.wording(place) {
        return Line::new(wording.words());
    }
    let own = match (&prompt.answer, &place.card) {
        (AnswerKind::EachCard { questions, .. }, Some(card)) => questions.get(card),
        _ => None,
    };
    let title = title(app, session, prompt, place);
    let ask = own.unwrap_or_else(|| prompt.ask_of(app.is_together()));
    app.text_of(ask, title.as_deref())
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
    let rules_out = |sources: &Sources| sources.not_now.as_ref() == Some(&prompt.id);
    if app.looks_nearby()
        && session
            .ideas()
            .is_some_and(|(_, sources)| rules_out(sources))
    {
        ways.push(app.way(
            "nearby-by-name",
            Look::Plain,
            Event::ideas(Ideas::LookThrough),
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
