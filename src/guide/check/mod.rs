//! From a source to a sound guide. Collects every problem and stops at none.

mod answer;
mod condition;
mod prompt;
mod route;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use super::id::{ChoiceId, HeadingId, PromptId, StageId, is_id};
use super::model::{AnswerKind, Guide, Heading, Prompt, Stage};
use super::near::{nearest, short};
use super::path::At;
use super::problem::{Code, Severity};
use super::read::Found;
use super::source::{GuideSource, HeadingSource, StageSource};
use crate::words::Language;

/// The version of the format this reader knows.
const FORMAT: u64 = 1;
/// A guide may have this many prompts.
const MOST_PROMPTS: usize = 10_000;

/// Makes a guide of a source, if no problem is an error.
pub(super) fn guide(source: &GuideSource, found: &mut Vec<Found>) -> Option<Guide> {
    let mut check = Check {
        found,
        languages: Vec::new(),
        known: Known::default(),
        used: BTreeSet::new(),
    };
    let guide = check.guide(source);
    let has_errors = check
        .found
        .iter()
        .any(|problem| problem.code.severity() == Severity::Error);
    if has_errors { None } else { guide }
}

/// What is gathered while checking.
struct Check<'a> {
    found: &'a mut Vec<Found>,
    languages: Vec<Language>,
    known: Known,
    used: BTreeSet<HeadingId>,
}

/// Every id in the file, so that a reference may come before what it names.
#[derive(Default)]
struct Known {
    headings: BTreeSet<String>,
    /// Prompts in order, each with its choices and cards, and whether it is of kind `cards`.
    prompts: BTreeMap<String, KnownPrompt>,
}

/// What others may name of a prompt.
#[derive(Default)]
struct KnownPrompt {
    at: usize,
    choices: BTreeSet<String>,
    has_cards: bool,
}

impl Check<'_> {
    fn guide(&mut self, source: &GuideSource) -> Option<Guide> {
        let root = At::ROOT;
        self.format(source);
        self.take_languages(source);
        self.learn(source);
        let id = self.id(source.id.as_deref(), &root, PromptId::new);
        let title = self.needed(source.title.as_ref(), &root, "title");
        let lead = self.text(source.lead.as_ref(), &root.field("lead"));
        let points = self.texts(source.points.as_deref(), &root.field("points"));
        let mut headings = self.headings(source.headings.as_deref().unwrap_or_default());
        let (stages, prompts) = self.stages(source.stages.as_deref().unwrap_or_default());
        for prompt in prompts.iter().filter(|prompt| prompt.kept_back) {
            let fed = headings
                .iter_mut()
                .filter(|heading| Some(&heading.id) == prompt.feeds.as_ref());
            fed.for_each(|heading| heading.kept_back = true);
        }
        for (at, heading) in headings
            .iter()
            .enumerate()
            .filter(|(_, heading)| !self.used.contains(&heading.id))
        {
            let message = format!(
                "No prompt feeds the heading `{}`, so it would never show.",
                heading.id.name()
            );
            let hint = "Name it under `feeds` in a prompt, or take it out.".to_owned();
            self.found.push(Found::new(
                Code::UnusedHeading,
                format!("/headings/{at}"),
                message,
                hint,
            ));
        }
        self.conditions(&stages, &prompts);
        let routes = self.routes(source, &stages, &prompts);
        let mut prompt_at = BTreeMap::new();
        for (at, prompt) in prompts.iter().enumerate() {
            prompt_at.insert(prompt.id.clone(), at);
        }
        Some(Guide {
            id: id?,
            version: source.version.clone().unwrap_or_default(),
            languages: std::mem::take(&mut self.languages),
            title: title?,
            lead,
            points,
            headings,
            stages,
            prompts,
            routes,
            prompt_at,
        })
    }

    fn format(&mut self, source: &GuideSource) {
        if source.format != Some(FORMAT) {
            let message = match source.format {
                Some(other) => {
                    format!("This is format {other}, and only format {FORMAT} is known here.")
                }
                None => "The file does not say which format it is in.".to_owned(),
            };
            let path = if source.format.is_some() {
                "/format"
            } else {
                ""
            };
            self.found.push(Found::new(
                Code::UnknownFormat,
                path.to_owned(),
                message,
                format!("Write \"format\": {FORMAT}."),
            ));
        }
        if source
            .version
            .as_ref()
            .is_none_or(|version| version.trim().is_empty())
        {
            self.missing(
                &At::ROOT,
                "version",
                "Give the guide a version of its own, such as \"1.0.0\".",
            );
        }
    }

    fn take_languages(&mut self, source: &GuideSource) {
        let tags = source.languages.as_deref().unwrap_or_default();
        let (root, languages) = (At::ROOT, At::ROOT.field("languages"));
        if tags.is_empty() {
            self.missing(
                &root,
                "languages",
                "Name the languages of the guide, such as [\"en\"].",
            );
        }
        for (at, tag) in tags.iter().enumerate() {
            match tag.as_deref().and_then(Language::new) {
                Some(language) => self.languages.push(language),
                None => self.say(
                    Code::UnknownLanguage,
                    &languages.index(at),
                    format!(
                        "`{}` is no language tag.",
                        short(tag.as_deref().unwrap_or_default())
                    ),
                    "Use a tag such as `en`, `cy` or `pl` (BCP 47).".to_owned(),
                ),
            }
        }
        if self.languages.is_empty() {
            self.languages.push(Language::english());
        }
    }

    /// Learns every id first, so that the order of the file does not matter.
    fn learn(&mut self, source: &GuideSource) {
        let ids = source
            .headings
            .iter()
            .flatten()
            .filter_map(|heading| heading.id.clone());
        self.known.headings.extend(ids);
        let stages = source.stages.iter().flatten();
        let prompts = stages.flat_map(|stage| stage.prompts.iter().flatten());
        for (at, prompt) in prompts.enumerate() {
            let (Some(id), Some(answer)) = (&prompt.id, &prompt.answer) else {
                continue;
            };
            let mut choices = BTreeSet::new();
            let also = answer
                .also
                .iter()
                .flat_map(|also| also.choices.iter().flatten());
            for choice in answer.choices.iter().flatten().chain(also) {
                choices.extend(choice.id.clone());
            }
            for card in answer.cards.iter().flatten() {
                choices.extend(card.id.clone());
            }
            let known = KnownPrompt {
                at,
                choices,
                has_cards: answer.kind.as_deref() == Some("cards"),
            };
            self.known.prompts.entry(id.clone()).or_insert(known);
        }
    }

    fn headings(&mut self, source: &[HeadingSource]) -> Vec<Heading> {
        let list = At::ROOT.field("headings");
        if source.is_empty() {
            self.empty(&list, "A guide needs headings for its summary.");
        }
        let mut headings: Vec<Heading> = Vec::new();
        let mut ids = BTreeSet::new();
        for (at, heading) in source.iter().enumerate() {
            let here = list.index(at);
            let id = self.unique(heading.id.as_deref(), &here, HeadingId::new, &mut ids);
            let title = self.needed(heading.title.as_ref(), &here, "title");
            let alone = self.text(heading.alone.as_ref(), &here.field("alone"));
            if let (Some(id), Some(title)) = (id, title) {
                headings.push(Heading {
                    id,
                    title,
                    alone,
                    kept_back: false,
                });
            }
        }
        headings
    }

    fn stages(&mut self, source: &[StageSource]) -> (Vec<Stage>, Vec<Prompt>) {
        let list = At::ROOT.field("stages");
        if source.is_empty() {
            self.empty(&list, "A guide needs at least one stage.");
        }
        let (mut stages, mut prompts) = (Vec::new(), Vec::new());
        let (mut stage_ids, mut prompt_ids) = (BTreeSet::new(), BTreeSet::new());
        for (at, stage) in source.iter().enumerate() {
            let here = list.index(at);
            let inside = here.field("prompts");
            let asked = stage.prompts.as_deref().unwrap_or_default();
            if asked.is_empty() {
                self.empty(&inside, "A stage needs at least one prompt.");
            }
            let id = self.unique(stage.id.as_deref(), &here, StageId::new, &mut stage_ids);
            let title = self.needed(stage.title.as_ref(), &here, "title");
            let coming = self.text(stage.coming.as_ref(), &here.field("coming"));
            let show = self.condition(stage.show.as_ref(), &here.field("show"));
            let (mut core, mut more) = (Vec::new(), Vec::new());
            for (number, prompt) in asked.iter().enumerate() {
                if prompts.len() == MOST_PROMPTS {
                    let message =
                        format!("A guide may have {MOST_PROMPTS} prompts, and this one has more.");
                    self.say(
                        Code::TooManyPrompts,
                        &inside.index(number),
                        message,
                        "Make two guides of it.".to_owned(),
                    );
                    return (stages, prompts);
                }
                if let Some(prompt) =
                    self.prompt(prompt, &inside.index(number), at, &mut prompt_ids)
                {
                    if prompt.core { &mut core } else { &mut more }.push(prompts.len());
                    prompts.push(prompt);
                }
            }
            if let (Some(id), Some(title)) = (id, title) {
                stages.push(Stage {
                    id,
                    title,
                    coming,
                    show,
                    core,
                    more,
                });
            }
        }
        (stages, prompts)
    }

    /// Notes a problem.
    fn say(&mut self, code: Code, at: &At<'_>, message: String, hint: String) {
        self.found
            .push(Found::new(code, at.to_string(), message, hint));
    }

    fn missing(&mut self, at: &At<'_>, field: &str, hint: &str) {
        self.say(
            Code::MissingField,
            at,
            format!("`{field}` is missing here."),
            hint.to_owned(),
        );
    }

    fn empty(&mut self, at: &At<'_>, message: &str) {
        self.say(Code::Empty, at, message.to_owned(), "Add one.".to_owned());
    }

    /// An id of the right form.
    fn id<T>(
        &mut self,
        written: Option<&str>,
        at: &At<'_>,
        make: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let Some(written) = written else {
            self.missing(
                at,
                "id",
                "Give it a name in lower case letters, digits and hyphens.",
            );
            return None;
        };
        if !is_id(written) {
            let message = format!("`{}` is not the form of an id.", short(written));
            let hint =
                "Use 1 to 64 lower case letters, digits and hyphens, not beginning with a hyphen.";
            self.say(Code::WrongId, &at.field("id"), message, hint.to_owned());
        }
        make(written)
    }

    /// An id of the right form that does not stand twice.
    fn unique<T>(
        &mut self,
        written: Option<&str>,
        at: &At<'_>,
        make: fn(&str) -> Option<T>,
        ids: &mut BTreeSet<String>,
    ) -> Option<T> {
        let id = self.id(written, at, make)?;
        let written = written.unwrap_or_default();
        if !ids.insert(written.to_owned()) {
            let message = format!("The id `{}` stands twice.", short(written));
            self.say(
                Code::DuplicateId,
                &at.field("id"),
                message,
                "Give one of them another name.".to_owned(),
            );
        }
        Some(id)
    }

    /// A heading named by a prompt.
    fn heading(&mut self, written: &str, at: &At<'_>) -> Option<HeadingId> {
        if self.known.headings.contains(written) {
            let id = HeadingId::new(written)?;
            self.used.insert(id.clone());
            return Some(id);
        }
        let hint = guess(written, self.known.headings.iter());
        self.say(
            Code::UnknownHeading,
            at,
            format!("There is no heading `{}`.", short(written)),
            hint,
        );
        None
    }

    /// A prompt named by something else.
    fn named_prompt(&mut self, written: &str, at: &At<'_>) -> Option<PromptId> {
        if self.known.prompts.contains_key(written) {
            return PromptId::new(written);
        }
        let hint = guess(written, self.known.prompts.keys());
        self.say(
            Code::UnknownPrompt,
            at,
            format!("There is no prompt `{}`.", short(written)),
            hint,
        );
        None
    }

    /// A choice or card of a prompt, named by something else.
    fn named_choice(&mut self, prompt: &str, written: &str, at: &At<'_>) -> Option<ChoiceId> {
        let known = self.known.prompts.get(prompt)?;
        if known.choices.contains(written) {
            return ChoiceId::new(written);
        }
        let hint = guess(written, known.choices.iter());
        let message = format!(
            "The prompt `{}` has no choice `{}`.",
            short(prompt),
            short(written)
        );
        self.say(Code::UnknownChoice, at, message, hint);
        None
    }
}

/// "Did you mean …?", or how to find out.
fn guess<'a>(written: &str, names: impl Iterator<Item = &'a String>) -> String {
    match nearest(written, names.map(String::as_str)) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => "Look at the ids in this file; they are written the same everywhere.".to_owned(),
    }
}

/// Whether a kind of answer takes no words and no choice, so that it feeds nothing.
fn takes_nothing(answer: &AnswerKind) -> bool {
    matches!(answer, AnswerKind::Notice { .. } | AnswerKind::Summary)
}
