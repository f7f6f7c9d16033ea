//! Names: that each stands once, and that what is named is there.

use super::answer::MOST_CHOICES;
use super::{Check, Names, list, word};
use crate::guide::id::{ChoiceId, HeadingId};
use crate::guide::near::{nearest, short};
use crate::guide::problem::Code;
use crate::json::Node;

/// For so many problems a name is guessed that may have been meant.
const MOST_GUESSES: usize = 100;

impl<'g> Check<'g> {
    /// The id of something that is named once among others.
    pub(super) fn unique(&mut self, node: &'g Node<'g>, seen: &mut Names) -> Option<&'g str> {
        let id = node.field("id")?;
        let name = id.text()?;
        if seen.insert(name.into(), id.at).is_some() {
            let message = ["The id `", &short(name), "` stands twice."].concat();
            self.say(
                Code::DuplicateId,
                id,
                message,
                "Give one of them another name.",
            );
        }
        Some(name)
    }

    /// A heading, named under a field by a prompt that may be kept back.
    pub(super) fn heading(
        &mut self,
        node: &Node<'_>,
        field: &str,
        kept_back: bool,
    ) -> Option<HeadingId> {
        let node = node.field(field)?;
        let name = node.text()?;
        if let Some(at) = self.headings.get(name) {
            if let Some((is_fed, kept)) = self.fed.get_mut(*at) {
                (*is_fed, *kept) = (true, *kept || kept_back);
            }
            return HeadingId::new(name);
        }
        let message = ["There is no heading `", &short(name), "`."].concat();
        let hint = self.guess(name, &mut names(list(self.root, "headings").iter()));
        self.say(Code::UnknownHeading, node, message, hint);
        None
    }

    /// A prompt, with its place, named by something else.
    pub(super) fn named_prompt(&mut self, node: &Node<'_>) -> Option<(usize, &'g Node<'g>)> {
        let name = node.text()?;
        if let Some(at) = self.prompts.get(name).copied() {
            return Some((at, *self.nodes.get(at)?));
        }
        let message = ["There is no prompt `", &short(name), "`."].concat();
        let hint = self.guess(name, &mut names(all_prompts(self.root)));
        self.say(Code::UnknownPrompt, node, message, hint);
        None
    }

    /// A choice or card of a prompt, by the name something else gives it.
    pub(super) fn named_choice(
        &mut self,
        of: &'g Node<'g>,
        name: &str,
        node: &Node<'_>,
    ) -> Option<ChoiceId> {
        // One that has more choices than it may have is wrong anyway.
        let choices = || names(choices_of(of).take(MOST_CHOICES * 2));
        if choices().any(|known| known == name) {
            return ChoiceId::new(name);
        }
        let prompt = word(of, "id").unwrap_or_default();
        let message = [
            "The prompt `",
            &short(prompt),
            "` has no choice `",
            &short(name),
            "`.",
        ];
        let hint = match choices().next() {
            Some(_) => self.guess(name, &mut choices()),
            None => "That prompt has nothing to choose from.".to_owned(),
        };
        self.say(Code::UnknownChoice, node, message.concat(), hint);
        None
    }

    /// "Did you mean …?", or how to find out.
    fn guess(&mut self, written: &str, names: &mut dyn Iterator<Item = &str>) -> String {
        let otherwise = "Look at the ids in this file; they are written the same everywhere.";
        self.did_you_mean(written, names, otherwise)
    }

    pub(super) fn did_you_mean(
        &mut self,
        written: &str,
        names: &mut dyn Iterator<Item = &str>,
        otherwise: &str,
    ) -> String {
        self.guesses += 1;
        let near = (self.guesses <= MOST_GUESSES).then(|| nearest(written, names));
        match near.flatten() {
            Some(near) => ["Did you mean `", &short(near), "`?"].concat(),
            None => otherwise.to_owned(),
        }
    }
}

pub(super) fn all_prompts<'g>(root: &'g Node<'g>) -> impl Iterator<Item = &'g Node<'g>> {
    let stages = list(root, "stages").iter();
    stages.flat_map(|stage| list(stage, "prompts"))
}

/// Everything that can be chosen at a prompt.
fn choices_of<'g>(prompt: &'g Node<'g>) -> impl Iterator<Item = &'g Node<'g>> {
    let answer = prompt.field("answer");
    let of = |node: Option<&'g Node<'g>>, field| node.map_or(&[][..], |node| list(node, field));
    let also = answer.and_then(|answer| answer.field("also"));
    let choices = of(answer, "choices").iter().chain(of(also, "choices"));
    choices.chain(of(answer, "cards"))
}

fn names<'g>(of: impl Iterator<Item = &'g Node<'g>>) -> impl Iterator<Item = &'g str> {
    of.filter_map(|node| word(node, "id"))
}
