//! What a person does in the conversation, and what it means to the widget around it.

use std::rc::Rc;

use super::{App, Effect, Note, Phase, Tell};
use crate::guide::{ChoiceId, StageId};
use crate::session::{Action, At, Field, Session, Voice};

impl App {
    pub(super) fn act(&mut self, action: &Action, effects: &mut Vec<Effect>) {
        if !matches!(self.phase, Phase::Welcome | Phase::Talking) {
            return;
        }
        let looked_at = self.looking_back(action);
        let Some(session) = self.session.take() else {
            return;
        };
        let before = stage(&session).cloned();
        let was_closed = *session.at() == At::Close;
        let kind = Kind::of(action);
        if let Action::Write(_, _, words) = action {
            self.wrote(words);
        }
        let session = match looked_at {
            Some(action) => session.apply(action),
            None => session.apply(action),
        };
        let is_closed = *session.at() == At::Close;
        effects.extend(note(&session, action));
        self.session = Some(session);
        match kind {
            Kind::Says => self.leaving.has_changed(),
            Kind::TakesOut => {
                self.leaving.has_changed();
                self.say(self.words.line("taken-out"), None);
            }
            Kind::PutsBack => {
                self.leaving.has_changed();
                self.notice = None;
            }
            Kind::Shares => self.notice = None,
            Kind::Moves => {
                self.phase = Phase::Talking;
                self.carry_on();
                self.offer_to_keep();
                self.moved(action, before.as_ref());
                self.tell_stage(before.as_ref(), effects);
                if is_closed && !was_closed {
                    effects.push(Effect::Tell(Tell::Finished));
                }
            }
        }
    }

    /// What is written about a step of an earlier plan, with the step.
    fn looking_back(&self, action: &Action) -> Option<Action> {
        let Action::Write(_, Field::Looked(at), words) = action else {
            return None;
        };
        let looked = self.session.as_ref()?.looked().get(at);
        let step = looked.map(|looked| looked.step.clone()).or_else(|| {
            let mut steps = self.steps_then().into_iter();
            steps.find_map(|(one, step)| (one == *at).then_some(step))
        });
        Some(Action::LookBack(*at, step?, words.clone()))
    }

    /// Tells the host the stage, if it is another than before.
    pub(super) fn tell_stage(&self, before: Option<&StageId>, effects: &mut Vec<Effect>) {
        let now = self.session.as_ref().and_then(stage);
        if let Some(now) = now.filter(|now| Some(*now) != before) {
            effects.push(Effect::Tell(Tell::Moved(now.clone())));
        }
    }
}

/// What an action means to the widget around the conversation.
enum Kind {
    /// The person said something.
    Says,
    /// The person took a row out of the plan.
    TakesOut,
    /// The person put the row back.
    PutsBack,
    /// The person chose what to share.
    Shares,
    /// The person goes somewhere.
    Moves,
}

impl Kind {
    fn of(action: &Action) -> Self {
        match action {
            Action::Next
            | Action::Leave
            | Action::Back
            | Action::GoToStage(_)
            | Action::GoTo(_)
            | Action::SayMore(_) => Self::Moves,
            Action::KeepBack(..) => Self::Shares,
            Action::TakeOut(..) => Self::TakesOut,
            Action::PutBack(..) => Self::PutsBack,
            _ => Self::Says,
        }
    }
}

/// What is noted of a box that was written in.
fn note(session: &Session, action: &Action) -> Option<Effect> {
    let Action::Write(place, field, words) = action else {
        return None;
    };
    let asked = match field {
        Field::Note | Field::Beside(_) | Field::Wording | Field::Others => {
            session.question(place)?
        }
        Field::Looked(at) => session.looked().get(at)?.step.words().into(),
        _ => session.answers().get(place)?.asked.clone(),
    };
    let card = place.card.as_ref().map_or("", ChoiceId::name);
    let (what, step) = match field {
        Field::Words => ("", String::new()),
        Field::Detail(choice) => (choice.name(), String::new()),
        Field::What(step) => ("what", step.0.to_string()),
        Field::When(step) => ("when", step.0.to_string()),
        Field::Help(step) => ("help", step.0.to_string()),
        Field::Note => ("note", String::new()),
        Field::Beside(Voice::Worker) => ("beside-note", String::new()),
        Field::Beside(_) => ("beside", String::new()),
        Field::Wording => ("wording", String::new()),
        Field::Others => ("others", String::new()),
        Field::Looked(at) => ("looked", at.to_string()),
    };
    Some(Effect::Note(Rc::new(Note {
        of: [place.prompt.name(), card, what, &step].join("_"),
        asked,
        words: words.clone(),
    })))
}

/// The stage a person is in.
fn stage(session: &Session) -> Option<&StageId> {
    let prompt = session.prompt()?;
    session
        .guide()
        .stages()
        .get(prompt.stage)
        .map(|stage| &stage.id)
}
