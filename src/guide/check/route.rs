//! Routes: each comes to the summary, whatever is answered.

use super::{Check, MOST_ROUTES, Names, flag, list, word};
use crate::guide::id::RouteId;
use crate::guide::model::Route;
use crate::guide::problem::Code;
use crate::json::Node;

/// So many life cards can be said more about, unless a route says fewer.
const MOST_CARDS: u8 = 3;

impl<'g> Check<'g> {
    pub(super) fn routes(&mut self) -> Vec<Route> {
        let ends = self.ends();
        let core_ends = ends.iter().zip(&self.nodes);
        let core_ends = core_ends
            .clone()
            .any(|(ends, node)| *ends && flag(node, "core", true));
        let mut names = Names::new();
        let mut routes = Vec::new();
        let written = self.some(self.root, "routes", "A guide needs at least one route.");
        for route in self.at_most(written, MOST_ROUTES, "routes") {
            let name = self.unique(route, &mut names);
            let asked = self.asked(route);
            let has_end = match &asked {
                Some(asked) => asked.iter().any(|at| ends.get(*at) == Some(&true)),
                None => core_ends,
            };
            if !has_end {
                let message = "This route never comes to the summary.".to_owned();
                let hint = "Let it ask a core prompt with an answer of kind `summary` that is for a person alone, and neither it nor its stage shown on a condition.";
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

    /// For each prompt, whether it is a summary that is always shown to a person alone.
    fn ends(&self) -> Vec<bool> {
        let mut ends = Vec::with_capacity(self.nodes.len());
        for stage in list(self.root, "stages") {
            for prompt in list(stage, "prompts") {
                let kind = prompt
                    .field("answer")
                    .and_then(|answer| word(answer, "kind"));
                let is_open = [prompt, stage]
                    .iter()
                    .all(|node| node.field("show").is_none());
                let is_for_two = word(prompt, "for") == Some("together");
                ends.push(kind == Some("summary") && is_open && !is_for_two);
            }
        }
        ends
    }

    /// The prompts a route lists, in the guide's order.
    fn asked(&mut self, route: &'g Node<'g>) -> Option<Vec<usize>> {
        route.field("prompts")?;
        let mut is_asked = vec![false; self.nodes.len()];
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
