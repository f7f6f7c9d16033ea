//! Conditions: what they ask about is there, comes before, and does not in the end ask about itself.

use super::{Check, kind, list, word};
use crate::guide::condition::Condition;
use crate::guide::id::PromptId;
use crate::guide::problem::Code;
use crate::json::{Node, Value};

impl<'g> Check<'g> {
    /// When something is shown that stands before a prompt, or is it. What is asked about is gathered, and what comes later is named.
    pub(super) fn shown_when(&mut self, node: &'g Node<'g>, before: usize) -> Option<Condition> {
        let show = node.field("show")?;
        let condition = self.condition(show);
        for asked in self.about.clone() {
            let node = self.nodes.get(asked).copied().unwrap_or(self.root);
            if asked > before {
                let name = word(node, "id").unwrap_or_default();
                let message = ["This asks about `", name, "`, which comes later."].concat();
                let hint = "It is shown before that is answered. Move one of the two.";
                self.say(Code::LateCondition, show, message, hint);
            }
        }
        condition
    }

    fn condition(&mut self, node: &'g Node<'g>) -> Option<Condition> {
        // Of what is no object the walk has said so.
        if !matches!(node.value, Value::Object(_)) {
            return None;
        }
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
        for about in ["is", "answered"] {
            if let (Some(field), true) = (node.field(about), said != "prompt") {
                let message = ["`", about, "` goes with `prompt`, and says nothing here."].concat();
                let hint = "Put it into a condition of its own, with its prompt.";
                self.say(Code::MisplacedField, field, message, hint);
            }
        }
        Some(match said {
            "prompt" => self.about(node)?,
            "all" => Condition::All(self.each_condition(node, said)),
            "any" => Condition::Any(self.each_condition(node, said)),
            _ => Condition::Not(Box::new(self.condition(node.field(said)?)?)),
        })
    }

    fn each_condition(&mut self, node: &'g Node<'g>, name: &str) -> Vec<Condition> {
        let all = self.some(node, name, "A list of conditions needs at least one.");
        all.iter().filter_map(|one| self.condition(one)).collect()
    }

    fn about(&mut self, node: &'g Node<'g>) -> Option<Condition> {
        let known = node
            .field("prompt")
            .and_then(|name| self.named_prompt(name));
        self.about.extend(known.map(|(at, _)| at));
        let id = known.and_then(|(_, prompt)| PromptId::new(word(prompt, "id")?));
        let answered = node.field("answered").and_then(Node::flag);
        let kind = known.and_then(|(_, prompt)| kind(prompt));
        if let (Some(_), Some("notice" | "summary")) = (answered, kind) {
            let message = "That prompt takes no answer, so this never changes.".to_owned();
            let hint = "Ask about a prompt that does, or take the condition out.";
            self.say(Code::NeverAsked, node, message, hint);
        }
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

    /// Names each prompt and stage whose condition leads back to it. Each is visited once, without recursion.
    pub(super) fn circles(&mut self) {
        let prompts = self.nodes.len();
        let mut marks = vec![Mark::New; prompts + self.stage_asks.len()];
        for start in 0..self.asks.len() {
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
                            self.circle(at);
                            continue;
                        }
                    }
                }
                let asks = match at.checked_sub(prompts) {
                    Some(stage) => self.stage_asks.get(stage),
                    None => self.asks.get(at),
                };
                match asks.and_then(|asks| asks.get(next)) {
                    Some(asked) => stack.extend([(at, next + 1), (*asked, 0)]),
                    None => *mark = Mark::Done,
                }
            }
        }
    }

    fn circle(&mut self, at: usize) {
        let node = match at.checked_sub(self.nodes.len()) {
            Some(stage) => list(self.root, "stages").get(stage),
            None => self.nodes.get(at).copied(),
        };
        let node = node.unwrap_or(self.root);
        let name = word(node, "id").unwrap_or_default();
        let message = ["Whether `", name, "` shows depends, in the end, on itself."].concat();
        let hint = "Take one of the conditions out.";
        let show = node.field("show").unwrap_or(node);
        self.say(Code::CircularCondition, show, message, hint);
    }
}

/// How far a prompt has been looked at.
#[derive(Clone, Copy)]
enum Mark {
    New,
    Open,
    Done,
}
