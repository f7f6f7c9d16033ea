//! Routes: each comes to the summary, whatever is answered.

use super::{Check, Names, list};
use crate::guide::id::RouteId;
use crate::guide::model::{AnswerKind, Audience, Prompt, Route, Stage};
use crate::guide::problem::Code;
use crate::json::Node;

/// So many life cards can be said more about, unless a route says fewer.
const MOST_CARDS: u8 = 3;

impl<'g> Check<'g> {
    pub(super) fn routes(&mut self, stages: &[Stage], prompts: &[Prompt]) -> Vec<Route> {
        let mut names = Names::new();
        let mut routes = Vec::new();
        for route in self.some(self.root, "routes", "A guide needs at least one route.") {
            let name = self.unique(route, &mut names);
            let asked = self.asked(route, prompts.len());
            if !ends(asked.as_deref(), stages, prompts) {
                let message = "This route never comes to the summary.".to_owned();
                let hint = "Let it ask a prompt with an answer of kind `summary`, shown without a condition.";
                self.say(Code::RouteWithoutEnd, route, message, hint);
            }
            let cards = route.field("cards").and_then(Node::number);
            routes.extend(name.and_then(RouteId::new).map(|id| {
                Route {
                    id,
                    asked,
                    cards: cards
                        .and_then(|cards| cards.try_into().ok())
                        .unwrap_or(MOST_CARDS),
                }
            }));
        }
        routes
    }

    /// The prompts a route lists, in the guide's order.
    fn asked(&mut self, route: &'g Node<'g>, prompts: usize) -> Option<Vec<usize>> {
        route.field("prompts")?;
        let mut is_asked = vec![false; prompts];
        for name in list(route, "prompts") {
            let at = self.named_prompt(name).map(|(at, _)| at);
            if let Some(is_asked) = at.and_then(|at| is_asked.get_mut(at)) {
                *is_asked = true;
            }
        }
        let each = is_asked.into_iter().enumerate();
        Some(
            each.filter_map(|(at, is_asked)| is_asked.then_some(at))
                .collect(),
        )
    }
}

/// Whether a route asks a summary that is always shown to a person alone.
fn ends(asked: Option<&[usize]>, stages: &[Stage], prompts: &[Prompt]) -> bool {
    prompts.iter().enumerate().any(|(at, prompt)| {
        let stage = stages.get(prompt.stage);
        matches!(prompt.answer, AnswerKind::Summary)
            && prompt.show.is_none()
            && prompt.audience != Audience::Together
            && stage.is_some_and(|stage| stage.show.is_none())
            && asked.map_or(prompt.core, |asked| asked.binary_search(&at).is_ok())
    })
}
