//! Conditions: what they ask about is there, comes before, and does not in the end ask about itself.

use super::{Check, list};
use crate::guide::condition::Condition;
use crate::guide::id::PromptId;
use crate::guide::model::{Prompt, Stage};
use crate::guide::problem::Code;
use crate::json::Node;

impl<'g> Check<'g> {
    /// A condition that may be there.
    pub(super) fn condition(&mut self, node: Option<&'g Node<'g>>) -> Option<Condition> {
        let node = node?;
        let said = ["prompt", "all", "any", "not"];
        let mut said = said.into_iter().filter(|name| node.field(name).is_some());
        let (Some(said), None) = (said.next(), said.next()) else {
            let message =
                "A condition says exactly one of `prompt`, `all`, `any` and `not`.".to_owned();
            self.say(
                Code::MissingField,
                node,
                message,
                "Put several into `all` or `any`.",
            );
            return None;
        };
        Some(match said {
            "prompt" => self.about(node)?,
            "all" => Condition::All(self.each_condition(node, said)),
            "any" => Condition::Any(self.each_condition(node, said)),
            _ => Condition::Not(Box::new(self.condition(node.field(said))?)),
        })
    }

    fn each_condition(&mut self, node: &'g Node<'g>, name: &str) -> Vec<Condition> {
        let all = self.some(node, name, "A list of conditions needs at least one.");
        all.iter()
            .filter_map(|one| self.condition(Some(one)))
            .collect()
    }

    fn about(&mut self, node: &'g Node<'g>) -> Option<Condition> {
        let known = node
            .field("prompt")
            .and_then(|name| self.named_prompt(name));
        let id = known.and_then(|(_, prompt)| PromptId::new(prompt.field("id")?.text()?));
        let answered = node.field("answered").and_then(Node::flag);
        match (node.field("is").is_some(), answered) {
            (true, None) => {
                self.some(node, "is", "`is` needs at least one choice.");
                let (_, prompt) = known?;
                let mut choices = Vec::new();
                for choice in list(node, "is") {
                    if let Some(name) = choice.text() {
                        choices.extend(self.named_choice(prompt, name, choice));
                    }
                }
                Some(Condition::Chosen(id?, choices))
            }
            (false, Some(true)) => Some(Condition::Answered(id?)),
            (false, Some(false)) => Some(Condition::Not(Box::new(Condition::Answered(id?)))),
            _ => {
                let message =
                    "A condition about a prompt says either `is` or `answered`.".to_owned();
                let hint = "Write \"is\": [\"choice\"] or \"answered\": true.";
                self.say(Code::MissingField, node, message, hint);
                None
            }
        }
    }

    /// Finds conditions that ask about what comes later, or in the end about what they decide.
    pub(super) fn conditions(&mut self, stages: &[Stage], prompts: &[Prompt]) {
        // What each prompt's showing depends on, by where the prompts stand.
        let mut asks: Vec<Vec<usize>> = Vec::new();
        let nodes = self.nodes.clone();
        for (prompt, node) in prompts.iter().zip(nodes) {
            let mut about = Vec::new();
            self.asked_about(prompt.show.as_ref(), asks.len(), node, &mut about);
            asks.push(about);
        }
        for (stage, node) in stages.iter().zip(list(self.root, "stages")) {
            let inside = || stage.core.iter().chain(&stage.more);
            let mut about = Vec::new();
            if let Some(first) = inside().min() {
                self.asked_about(stage.show.as_ref(), *first, node, &mut about);
            }
            for prompt in inside() {
                if let Some(asks) = asks.get_mut(*prompt) {
                    asks.extend(&about);
                }
            }
        }
        self.circles(&asks, prompts);
    }

    /// Gathers what a condition asks about, and names what comes later.
    fn asked_about(
        &mut self,
        show: Option<&Condition>,
        at: usize,
        node: &Node<'_>,
        about: &mut Vec<usize>,
    ) {
        let Some(show) = show else { return };
        let mut late = Vec::new();
        show.each_prompt(&mut |id| {
            let known = self.prompts.get(id.name());
            about.extend(known);
            late.extend(known.filter(|asked| **asked > at).map(|_| id.name()));
        });
        for name in late {
            let message = ["This asks about `", name, "`, which comes later."].concat();
            let hint = "It is shown before that is answered. Move one of the two.";
            self.say(
                Code::LateCondition,
                node.field("show").unwrap_or(node),
                message,
                hint,
            );
        }
    }

    /// Names each prompt whose condition leads back to it. Each is visited once, without recursion.
    fn circles(&mut self, asks: &[Vec<usize>], prompts: &[Prompt]) {
        let mut marks = vec![Mark::New; prompts.len()];
        for start in 0..prompts.len() {
            let mut stack = vec![(start, 0_usize)];
            while let Some((at, next)) = stack.pop() {
                let Some(mark) = marks.get_mut(at) else {
                    continue;
                };
                if next == 0 {
                    match mark {
                        Mark::New => *mark = Mark::Open,
                        Mark::Done => continue,
                        Mark::Open => {
                            let name = prompts.get(at).map_or("", |prompt| prompt.id.name());
                            let message =
                                ["Whether `", name, "` shows depends, in the end, on itself."]
                                    .concat();
                            let node = self.nodes.get(at).copied().unwrap_or(self.root);
                            let hint = "Take one of the conditions out.";
                            self.say(Code::CircularCondition, node, message, hint);
                            continue;
                        }
                    }
                }
                match asks.get(at).and_then(|about| about.get(next)) {
                    Some(asked) => stack.extend([(at, next + 1), (*asked, 0)]),
                    None => *mark = Mark::Done,
                }
            }
        }
    }
}
/// How far a prompt has been looked at.
#[derive(Clone, Copy)]
enum Mark {
    New,
    Open,
    Done,
}
