//! From a file's values to a sound guide. Collects every problem and stops at none.

mod answer;
mod condition;
mod prompt;
mod route;
mod walk;

use std::collections::HashMap;
use std::rc::Rc;

use super::id::{ChoiceId, HeadingId, PromptId, StageId};
use super::model::{Guide, Heading, Prompt, Stage};
use super::near::{nearest, short};
use super::problem::Code;
use super::read::Found;
use super::shape::GUIDE;
use crate::json::Node;
use crate::words::{Language, Text};

/// The version of the format this reader knows.
const FORMAT: u64 = 1;
/// A guide may have this many prompts.
const MOST_PROMPTS: usize = 10_000;

/// Makes a guide of a file's values, as far as one can be made, and finds every problem.
pub(super) fn guide(root: &Node<'_>, found: &mut Vec<Found>) -> Option<Guide> {
    let mut check = Check {
        root,
        found,
        languages: Rc::new([]),
        headings: Names::new(),
        prompts: Names::new(),
        nodes: Vec::new(),
        fed: Vec::new(),
    };
    check.languages();
    check.walk(root, &GUIDE);
    check.learn();
    check.guide()
}

/// Names, each with where the thing it names stands in its list. One kind of map for all of them, since each kind costs a kilobyte.
type Names = HashMap<Rc<str>, usize>;

/// What is gathered while checking.
struct Check<'g> {
    root: &'g Node<'g>,
    found: &'g mut Vec<Found>,
    languages: Rc<[Language]>,
    /// Every heading, so that a reference may come before what it names.
    headings: Names,
    /// Every prompt, with its place in the guide's order.
    prompts: Names,
    /// The prompts as written, in that order.
    nodes: Vec<&'g Node<'g>>,
    /// Which headings some prompt feeds.
    fed: Vec<bool>,
}

impl<'g> Check<'g> {
    fn guide(&mut self) -> Option<Guide> {
        let root = self.root;
        self.format();
        let mut headings = self.all_headings();
        let (stages, prompts) = self.stages();
        for prompt in prompts.iter().filter(|prompt| prompt.kept_back) {
            let mut all = headings.iter_mut();
            if let Some(fed) = all.find(|heading| Some(&heading.id) == prompt.feeds.as_ref()) {
                fed.kept_back = true;
            }
        }
        for (at, heading) in list(root, "headings").iter().enumerate() {
            if let (Some(name), Some(false)) = (word(heading, "id"), self.fed.get(at)) {
                let message = [
                    "No prompt feeds the heading `",
                    &short(name),
                    "`, so it would never show.",
                ];
                let hint = "Name it under `feeds` in a prompt, or take it out.";
                self.say(Code::UnusedHeading, heading, message.concat(), hint);
            }
        }
        self.conditions(&stages, &prompts);
        let routes = self.routes(&stages, &prompts);
        let mut prompt_at = Names::new();
        for (at, prompt) in prompts.iter().enumerate() {
            prompt_at.insert(prompt.id.name().into(), at);
        }
        Some(Guide {
            id: PromptId::new(word(root, "id")?)?,
            version: word(root, "version")?.to_owned(),
            title: self.text(root, "title")?,
            lead: self.text(root, "lead"),
            points: self.texts(root, "points"),
            languages: self.languages.clone(),
            headings,
            stages,
            prompts,
            routes,
            prompt_at,
        })
    }

    fn format(&mut self) {
        let root = self.root;
        let hint = "Write \"format\": 1.";
        match root.field("format").map(|format| (format, format.number())) {
            Some((_, Some(FORMAT))) => {}
            Some((format, _)) => {
                let message = "This is another format, and only format 1 is known here.".to_owned();
                self.say(Code::UnknownFormat, format, message, hint);
            }
            None => {
                let message = "The file does not say which format it is in.".to_owned();
                self.say(Code::UnknownFormat, root, message, hint);
            }
        }
        if word(root, "version").is_none_or(|version| version.trim().is_empty()) {
            let hint = "Give the guide a version of its own, such as \"1.0.0\".";
            self.missing(root, "version", hint);
        }
    }

    fn languages(&mut self) {
        let root = self.root;
        let tags = list(root, "languages");
        if tags.is_empty() {
            self.missing(
                root,
                "languages",
                "Name the languages of the guide, such as [\"en\"].",
            );
        }
        let mut languages = Vec::new();
        for tag in tags {
            let written = tag.text().unwrap_or_default();
            if let Some(language) = Language::new(written) {
                languages.push(language);
                continue;
            }
            let message = ["`", &short(written), "` is no language tag."].concat();
            let hint = "Use a tag such as `en`, `cy` or `pl` (BCP 47).";
            self.say(Code::UnknownLanguage, tag, message, hint);
        }
        if languages.is_empty() {
            languages.push(Language::english());
        }
        self.languages = languages.into();
    }

    /// Learns every id first, so that the order of the file does not matter.
    fn learn(&mut self) {
        for (at, heading) in list(self.root, "headings").iter().enumerate() {
            if let Some(name) = word(heading, "id") {
                self.headings.entry(name.into()).or_insert(at);
            }
            self.fed.push(false);
        }
        for (at, prompt) in all_prompts(self.root).enumerate() {
            if let Some(name) = word(prompt, "id") {
                self.prompts.entry(name.into()).or_insert(at);
            }
            self.nodes.push(prompt);
        }
    }

    fn all_headings(&mut self) -> Vec<Heading> {
        let mut seen = Names::new();
        let mut headings = Vec::new();
        for heading in self.some(
            self.root,
            "headings",
            "A guide needs headings for its summary.",
        ) {
            let name = self.unique(heading, &mut seen);
            headings.extend(
                name.zip(self.text(heading, "title"))
                    .and_then(|(name, title)| {
                        Some(Heading {
                            id: HeadingId::new(name)?,
                            title,
                            alone: self.text(heading, "alone"),
                            kept_back: false,
                        })
                    }),
            );
        }
        headings
    }

    fn stages(&mut self) -> (Vec<Stage>, Vec<Prompt>) {
        let (mut stages, mut prompts) = (Vec::new(), Vec::new());
        let (mut stage_names, mut prompt_names) = (Names::new(), Names::new());
        let written = self.some(self.root, "stages", "A guide needs at least one stage.");
        for (at, stage) in written.iter().enumerate() {
            let name = self.unique(stage, &mut stage_names);
            let show = self.condition(stage.field("show"));
            let (mut core, mut more) = (Vec::new(), Vec::new());
            for node in self.some(stage, "prompts", "A stage needs at least one prompt.") {
                if prompts.len() == MOST_PROMPTS {
                    let message =
                        "A guide may have 10000 prompts, and this one has more.".to_owned();
                    self.say(
                        Code::TooManyPrompts,
                        node,
                        message,
                        "Make two guides of it.",
                    );
                    return (stages, prompts);
                }
                if let Some(prompt) = self.prompt(node, at, &mut prompt_names) {
                    if prompt.core { &mut core } else { &mut more }.push(prompts.len());
                    prompts.push(prompt);
                }
            }
            stages.extend(
                name.zip(self.text(stage, "title"))
                    .and_then(|(name, title)| {
                        Some(Stage {
                            id: StageId::new(name)?,
                            title,
                            coming: self.text(stage, "coming"),
                            show,
                            core,
                            more,
                        })
                    }),
            );
        }
        (stages, prompts)
    }

    /// Notes a problem.
    fn say(&mut self, code: Code, node: &Node<'_>, message: String, hint: impl Into<String>) {
        let (at, hint) = (node.at, hint.into());
        self.found.push(Found {
            code,
            at,
            message,
            hint,
        });
    }

    fn missing(&mut self, node: &Node<'_>, field: &str, hint: &str) {
        let message = ["`", field, "` is missing here."].concat();
        self.say(Code::MissingField, node, message, hint);
    }

    /// The elements of a list that needs at least one.
    fn some(&mut self, node: &'g Node<'g>, field: &str, message: &str) -> &'g [Node<'g>] {
        let all = list(node, field);
        if all.is_empty() {
            let at = node.field(field).unwrap_or(node);
            self.say(Code::Empty, at, message.to_owned(), "Add one.");
        }
        all
    }

    /// The id of something that is named once among others.
    fn unique(&mut self, node: &'g Node<'g>, seen: &mut Names) -> Option<&'g str> {
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

    /// A heading, named under a field.
    fn heading(&mut self, node: &Node<'_>, field: &str) -> Option<HeadingId> {
        let node = node.field(field)?;
        let name = node.text()?;
        if let Some(at) = self.headings.get(name) {
            self.fed
                .get_mut(*at)
                .into_iter()
                .for_each(|fed| *fed = true);
            return HeadingId::new(name);
        }
        let message = ["There is no heading `", &short(name), "`."].concat();
        let hint = guess(name, &mut names(list(self.root, "headings").iter()));
        self.say(Code::UnknownHeading, node, message, hint);
        None
    }

    /// A prompt, with its place, named by something else.
    fn named_prompt(&mut self, node: &Node<'_>) -> Option<(usize, &'g Node<'g>)> {
        let name = node.text()?;
        if let Some(at) = self.prompts.get(name).copied() {
            return Some((at, *self.nodes.get(at)?));
        }
        let message = ["There is no prompt `", &short(name), "`."].concat();
        let hint = guess(name, &mut names(all_prompts(self.root)));
        self.say(Code::UnknownPrompt, node, message, hint);
        None
    }

    /// A choice or card of a prompt, by the name something else gives it.
    fn named_choice(&mut self, of: &'g Node<'g>, name: &str, node: &Node<'_>) -> Option<ChoiceId> {
        let choices = || names(choices_of(of));
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
        let hint = guess(name, &mut choices());
        self.say(Code::UnknownChoice, node, message.concat(), hint);
        None
    }

    /// A text that the walk has checked.
    fn text(&self, node: &Node<'_>, field: &str) -> Option<Text> {
        self.text_of(node.field(field)?)
    }

    fn texts(&self, node: &Node<'_>, field: &str) -> Vec<Text> {
        let all = list(node, field).iter();
        all.filter_map(|node| self.text_of(node)).collect()
    }

    fn text_of(&self, node: &Node<'_>) -> Option<Text> {
        let mut by_language = Vec::new();
        if let Some(words) = node.text() {
            by_language.push((self.languages.first()?.clone(), words.into()));
        }
        for (tag, words) in node.fields() {
            let language = Language::new(tag).filter(|tag| self.languages.contains(tag));
            by_language.extend(language.zip(words.text().map(Into::into)));
        }
        Text::new(by_language)
    }
}

/// The elements under a field that takes a list.
fn list<'g>(node: &'g Node<'g>, field: &str) -> &'g [Node<'g>] {
    node.field(field).map_or(&[], Node::list)
}

/// The plain words under a field.
fn word<'g>(node: &'g Node<'g>, field: &str) -> Option<&'g str> {
    node.field(field)?.text()
}

/// Whether a field says `true`; what it means where it is left out.
fn flag(node: &Node<'_>, field: &str, otherwise: bool) -> bool {
    node.field(field).and_then(Node::flag).unwrap_or(otherwise)
}

fn all_prompts<'g>(root: &'g Node<'g>) -> impl Iterator<Item = &'g Node<'g>> {
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

/// "Did you mean …?", or how to find out.
fn guess(written: &str, names: &mut dyn Iterator<Item = &str>) -> String {
    let otherwise = "Look at the ids in this file; they are written the same everywhere.";
    did_you_mean(written, names, otherwise)
}

fn did_you_mean(written: &str, names: &mut dyn Iterator<Item = &str>, otherwise: &str) -> String {
    match nearest(written, names) {
        Some(near) => ["Did you mean `", near, "`?"].concat(),
        None => otherwise.to_owned(),
    }
}
