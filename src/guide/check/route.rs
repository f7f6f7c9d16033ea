//! Routes: each comes to the summary, whatever is answered.

use std::collections::BTreeSet;

use super::Check;
use crate::guide::id::RouteId;
use crate::guide::model::{AnswerKind, Audience, Prompt, Route, Stage};
use crate::guide::path::At;
use crate::guide::problem::Code;
use crate::guide::source::{GuideSource, RouteSource};

/// So many life cards can be said more about.
const MOST_CARDS: u8 = 3;

impl Check<'_> {
    pub(super) fn routes(
        &mut self,
        source: &GuideSource,
        stages: &[Stage],
        prompts: &[Prompt],
    ) -> Vec<Route> {
        let list = At::ROOT.field("routes");
        let written = source.routes.as_deref().unwrap_or_default();
        if written.is_empty() {
            self.empty(&list, "A guide needs at least one route.");
        }
        let mut ids = BTreeSet::new();
        let mut routes = Vec::new();
        for (at, route) in written.iter().enumerate() {
            let here = list.index(at);
            let id = self.unique(route.id.as_deref(), &here, RouteId::new, &mut ids);
            let asked = self.asked(route, &here);
            let cards = u8::try_from(route.cards.unwrap_or(MOST_CARDS.into())).unwrap_or(0);
            if !(1..=MOST_CARDS).contains(&cards) {
                let message = format!("`cards` can be 1 to {MOST_CARDS}.");
                self.say(
                    Code::OutOfRange,
                    &here.field("cards"),
                    message,
                    "Leave it out for three.".to_owned(),
                );
            }
            if !ends(asked.as_deref(), stages, prompts) {
                let message = "This route never comes to the summary.".to_owned();
                let hint = "Let it ask a prompt with an answer of kind `summary`, shown without a condition.".to_owned();
                self.say(Code::RouteWithoutEnd, &here, message, hint);
            }
            if let Some(id) = id {
                routes.push(Route { id, asked, cards });
            }
        }
        routes
    }

    fn asked(&mut self, route: &RouteSource, at: &At<'_>) -> Option<Vec<usize>> {
        let written = route.prompts.as_ref()?;
        let inside = at.field("prompts");
        let mut asked = Vec::with_capacity(written.len());
        for (index, name) in written.iter().enumerate() {
            let name = name.as_deref().unwrap_or_default();
            if self.named_prompt(name, &inside.index(index)).is_some() {
                asked.extend(self.known.prompts.get(name).map(|known| known.at));
            }
        }
        asked.sort_unstable();
        asked.dedup();
        Some(asked)
    }
}

/// Whether a route asks a summary that is always shown to a person alone.
fn ends(asked: Option<&[usize]>, stages: &[Stage], prompts: &[Prompt]) -> bool {
    let is_end = |prompt: &Prompt| {
        let is_open = prompt.show.is_none()
            && stages
                .get(prompt.stage)
                .is_some_and(|stage| stage.show.is_none());
        matches!(prompt.answer, AnswerKind::Summary)
            && is_open
            && prompt.audience != Audience::Together
    };
    match asked {
        Some(asked) => asked.iter().filter_map(|at| prompts.get(*at)).any(is_end),
        None => prompts.iter().any(|prompt| prompt.core && is_end(prompt)),
    }
}
