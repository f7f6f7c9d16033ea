//! Routes: each comes to the summary, whatever is answered.

use super::{Check, MOST_ROUTES, Names, flag, kind, list, word};
use crate::guide::id::RouteId;
use crate::guide::model::Route;
use crate::guide::problem::Code;
use crate::json::Node;

/// So many life cards can be said more about, unless a route says fewer.
const MOST_CARDS: u8 = 3;

impl<'g> Check<'g> {
    pub(super) fn routes(&mut self) -> Vec<Route> {
        let ends = self.ends();
        let is_summary = |at: &usize| ends.get(*at).is_some_and(Option::is_some);
        let first = (0..ends.len()).find(is_summary);
        let mut last = None;
        let mut names = Names::new();
        let mut routes = Vec::new();
        let written = self.some(self.root, "routes", "A guide needs at least one route.");
        for route in self.at_most(written, MOST_ROUTES, "routes") {
            let name = self.unique(route, &mut names);
            let asked = self.asked(route);
            // A route ends at the first summary on it.
            let listed = asked.iter().flatten().copied().find(is_summary);
            let end = if asked.is_some() { listed } else { first };
            last = last.max(end);
            let node = end.and_then(|at| self.nodes.get(at));
            let is_core = asked.is_some() || node.is_some_and(|node| flag(node, "core", true));
            let is_sound = end.and_then(|at| ends.get(at)) == Some(&Some(true));
            if !(is_sound && is_core) {
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
        self.never_asked(last);
        routes
    }

    /// What comes after the last screen is never come to, save the one prompt that screen can ask.
    fn never_asked(&mut self, last: Option<usize>) {
        let Some(closing) = last.map(|last| last + 1) else {
            return;
        };
        for at in closing..self.nodes.len() {
            let Some(node) = self.nodes.get(at).copied() else {
                return;
            };
            let is_no_closing = matches!(kind(node), Some("summary" | "each-card"));
            if at > closing || is_no_closing {
                let message = "This comes after the last screen, and is never asked.".to_owned();
                let hint = "Move it before the summary. One prompt can follow the summary.";
                self.say(Code::NeverAsked, node, message, hint);
            }
        }
    }

    /// For each prompt that is a summary, whether it is always shown to a person alone.
    fn ends(&self) -> Vec<Option<bool>> {
        let mut ends = Vec::with_capacity(self.nodes.len());
        for stage in list(self.root, "stages") {
            for prompt in list(stage, "prompts") {
                let is_open = [prompt, stage]
                    .iter()
                    .all(|node| node.field("show").is_none());
                let is_for_two = word(prompt, "for") == Some("together");
                let is_summary = kind(prompt) == Some("summary");
                ends.push(is_summary.then_some(is_open && !is_for_two));
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
            if let Some(is_asked) = at.and_then(|at| is_asked.get_mut(at))
                && std::mem::replace(is_asked, true)
            {
                self.twice(Code::DuplicateId, name, name.text().unwrap_or_default());
            }
        }
        for name in list(route, "prompts") {
            let prompt = name.text().and_then(|name| self.prompts.get(name));
            let prompt = prompt.and_then(|at| self.nodes.get(*at));
            let of = prompt.and_then(|node| word(node.field("answer")?, "of"));
            let cards = of.and_then(|of| self.prompts.get(of));
            if cards.is_some_and(|at| is_asked.get(*at) == Some(&false)) {
                let message =
                    "This route does not ask for the cards that this is about.".to_owned();
                let hint = "Add the prompt with the cards, or take this one out.";
                self.say(Code::NeverAsked, name, message, hint);
            }
        }
        let each = is_asked.into_iter().enumerate();
        Some(
            each.filter_map(|(at, is_asked)| is_asked.then_some(at))
                .collect(),
        )
    }
}
