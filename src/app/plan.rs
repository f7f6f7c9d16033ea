//! The plan: where it stands, and a row that comes into it from elsewhere.

use super::{App, Effect};
use crate::session::{Action, Answer, Field, Place, Who};
use crate::words::Said;

impl App {
    /// Where the plan is, if the conversation has one that is open.
    pub(super) fn plan(&self) -> Option<Place> {
        let session = self.session.as_ref()?;
        let place = Place::of(&session.plan()?.id);
        session.is_open(&place).then_some(place)
    }

    /// A row for someone, with what is to be done, if it is known.
    pub(super) fn add_step(
        &mut self,
        plan: &Place,
        who: Who,
        what: Option<Said>,
        effects: &mut Vec<Effect>,
    ) {
        self.act(&Action::AddStep(plan.clone()), effects);
        let session = self.session.as_ref();
        let added = session.and_then(|session| match &session.answers().get(plan)?.answer {
            Answer::Planned(planned) => planned.steps.last().map(|step| step.id),
            _ => None,
        });
        let Some(step) = added else { return };
        if let Some(what) = what {
            let write = Action::Write(plan.clone(), Field::What(step), what);
            self.act(&write, effects);
        }
        self.act(&Action::SetWho(plan.clone(), step, Some(who)), effects);
    }
}
