//! Conditions: what they ask about is there, comes before, and does not in the end ask about itself.

use super::Check;
use crate::guide::condition::Condition;
use crate::guide::model::{Prompt, Stage};
use crate::guide::path::At;
use crate::guide::problem::Code;
use crate::guide::read::Found;
use crate::guide::source::ConditionSource;

impl Check<'_> {
    /// A condition that may be there.
    pub(super) fn condition(
        &mut self,
        source: Option<&ConditionSource>,
        at: &At<'_>,
    ) -> Option<Condition> {
        let source = source?;
        let said = [
            source.prompt.is_some(),
            source.all.is_some(),
            source.any.is_some(),
            source.not.is_some(),
        ];
        if said.iter().filter(|said| **said).count() != 1 {
            let message =
                "A condition says exactly one of `prompt`, `all`, `any` and `not`.".to_owned();
            self.say(
                Code::MissingField,
                at,
                message,
                "Put several into `all` or `any`.".to_owned(),
            );
            return None;
        }
        if let Some(prompt) = &source.prompt {
            return self.about(prompt, source, at);
        }
        let mut each = |list: &[ConditionSource], name: &str| {
            let inside = at.field(name);
            if list.is_empty() {
                self.empty(&inside, "A list of conditions needs at least one.");
            }
            let one = |(index, one)| self.condition(Some(one), &inside.index(index));
            list.iter().enumerate().filter_map(one).collect()
        };
        match (&source.all, &source.any, &source.not) {
            (Some(all), ..) => Some(Condition::All(each(all, "all"))),
            (_, Some(any), _) => Some(Condition::Any(each(any, "any"))),
            (.., Some(not)) => Some(Condition::Not(Box::new(
                self.condition(Some(not), &at.field("not"))?,
            ))),
            _ => None,
        }
    }

    fn about(&mut self, prompt: &str, source: &ConditionSource, at: &At<'_>) -> Option<Condition> {
        let id = self.named_prompt(prompt, &at.field("prompt"));
        match (&source.is, source.answered) {
            (Some(is), None) => {
                let inside = at.field("is");
                if is.is_empty() {
                    self.empty(&inside, "`is` needs at least one choice.");
                }
                let named = is.iter().enumerate();
                let choices = named
                    .filter_map(|(index, choice)| {
                        self.named_choice(
                            prompt,
                            choice.as_deref().unwrap_or_default(),
                            &inside.index(index),
                        )
                    })
                    .collect();
                Some(Condition::Chosen(id?, choices))
            }
            (None, Some(answered)) => {
                let holds = Condition::Answered(id?);
                Some(if answered {
                    holds
                } else {
                    Condition::Not(Box::new(holds))
                })
            }
            _ => {
                let message =
                    "A condition about a prompt says either `is` or `answered`.".to_owned();
                self.say(
                    Code::MissingField,
                    at,
                    message,
                    "Write \"is\": [\"choice\"] or \"answered\": true.".to_owned(),
                );
                None
            }
        }
    }

    /// Finds conditions that ask about what comes later, or in the end about what they decide.
    pub(super) fn conditions(&mut self, stages: &[Stage], prompts: &[Prompt]) {
        // What each prompt's showing depends on, by where the prompts stand.
        let mut asks: Vec<Vec<usize>> = prompts.iter().map(|_| Vec::new()).collect();
        let (mut stage, mut number) = (0, 0);
        for (at, prompt) in prompts.iter().enumerate() {
            if prompt.stage != stage {
                (stage, number) = (prompt.stage, 0);
            }
            if let (Some(show), Some(asks)) = (&prompt.show, asks.get_mut(at)) {
                let path = format!("/stages/{stage}/prompts/{number}/show");
                self.asked_about(show, at, &path, asks);
            }
            number += 1;
        }
        for (at, stage) in stages.iter().enumerate() {
            let Some(show) = &stage.show else { continue };
            let inside = || stage.core.iter().chain(&stage.more);
            let Some(first) = inside().min() else {
                continue;
            };
            let mut about = Vec::new();
            self.asked_about(show, *first, &format!("/stages/{at}/show"), &mut about);
            for prompt in inside() {
                asks.get_mut(*prompt)
                    .into_iter()
                    .for_each(|asks| asks.extend(&about));
            }
        }
        self.circles(&asks, prompts);
    }

    fn asked_about(&mut self, show: &Condition, at: usize, path: &str, asks: &mut Vec<usize>) {
        let mut about = Vec::new();
        show.each_prompt(&mut |id| {
            let known = self.known.prompts.get(id.name());
            about.extend(known.map(|known| (known.at, id.name().to_owned())));
        });
        for (asked, name) in about {
            asks.push(asked);
            if asked > at {
                let message = format!("This asks about `{name}`, which comes later.");
                let hint =
                    "It shows nothing until the person comes back; move one of the two.".to_owned();
                self.found.push(Found::new(
                    Code::LateCondition,
                    path.to_owned(),
                    message,
                    hint,
                ));
            }
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
                                format!("Whether `{name}` shows depends, in the end, on itself.");
                            let hint = "Take one of the conditions out.".to_owned();
                            self.found.push(Found::new(
                                Code::CircularCondition,
                                String::new(),
                                message,
                                hint,
                            ));
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
