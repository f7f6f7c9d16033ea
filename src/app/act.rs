//! What a person does in the conversation, and what it means to the widget around it.

use super::{App, Effect, Phase, Tell};
use crate::guide::StageId;
use crate::session::{Action, At, Field, Session};

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
        let action = looked_at.as_ref().unwrap_or(action);
        let session = session.apply(action);
        let is_closed = *session.at() == At::Close;
        self.session = Some(session);
        fault!("event-act");
        self.note_touched(action, effects);
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
                self.keeping.has_moved = true;
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

/// The stage a person is in.
fn stage(session: &Session) -> Option<&StageId> {
    let prompt = session.prompt()?;
    session
        .guide()
        .stages()
        .get(prompt.stage)
        .map(|stage| &stage.id)
}
