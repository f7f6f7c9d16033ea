//! From a file's values to a sound guide. Collects every problem and stops at none.

mod answer;
mod condition;
mod names;
mod prompt;
mod route;
mod walk;

use std::rc::Rc;

use litemap::LiteMap;
use names::all_prompts;

use super::id::{HeadingId, PromptId, StageId, is_id};
use super::model::{Guide, Heading, Prompt, Stage};
use super::near::short;
use super::problem::{Code, Severity};
use super::read::Found;
use super::shape::GUIDE;
use crate::json::{Node, Value};
use crate::words::{Language, Text};

/// The version of the format this reader knows.
const FORMAT: u64 = 1;
/// A guide may have this many prompts.
const MOST_PROMPTS: usize = 10_000;
/// And this many languages, and routes: more would make reading slow, and no guide has them.
const MOST_LANGUAGES: usize = 100;
const MOST_ROUTES: usize = 100;
/// So many errors are told of one file, and so many warnings. One that has more has something else wrong with it.
const MOST_PROBLEMS: usize = 10_000;

/// Makes a guide of a file's values, if nothing is wrong with it, and finds every problem.
pub(super) fn guide(root: &Node<'_>, found: &mut Vec<Found>) -> Option<Guide> {
    let mut check = Check {
        root,
        found,
        errors: 0,
        warnings: 0,
        guesses: 0,
        languages: Rc::new([]),
        headings: Names::new(),
        fed: Vec::new(),
        prompts: Names::new(),
        nodes: Vec::new(),
        about: Vec::new(),
        asks: Vec::new(),
        stage_asks: Vec::new(),
    };
    if matches!(root.value, Value::Object(_)) {
        check.languages();
        check.learn();
    }
    check.walk(root, &GUIDE);
    let guide = check.guide();
    guide.filter(|_| check.errors == 0)
}

/// Names, each with where the thing it names stands in its list. One kind of map for all of them, since each kind costs a kilobyte.
type Names = LiteMap<Rc<str>, usize>;

/// What is gathered while checking. Places count what stands in the file, so that what fails shifts nothing else.
struct Check<'g> {
    root: &'g Node<'g>,
    found: &'g mut Vec<Found>,
    errors: usize,
    warnings: usize,
    guesses: usize,
    languages: Rc<[Language]>,
    /// Every heading, so that a reference may come before what it names.
    headings: Names,
    /// Which headings some prompt feeds, and whether one of those is kept back.
    fed: Vec<(bool, bool)>,
    /// Every prompt, with its place in the guide's order.
    prompts: Names,
    /// The prompts as written, in that order.
    nodes: Vec<&'g Node<'g>>,
    /// The prompts the condition being read asks about.
    about: Vec<usize>,
    /// What the showing of each prompt depends on, its stage included; and that of each stage.
    asks: Vec<Vec<usize>>,
    stage_asks: Vec<Vec<usize>>,
}

impl<'g> Check<'g> {
    fn guide(&mut self) -> Option<Guide> {
        let root = self.root;
        if !matches!(root.value, Value::Object(_)) {
            return None;
        }
        self.format();
        let (stages, prompts) = self.stages();
        let looks_back = self.heading(root, "looks_back", false);
        let headings = self.all_headings();
        self.circles();
        let routes = self.routes();
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
            ending: self.texts(root, "ending"),
            looks_back,
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
            None => {
                let message = "The file does not say which format it is in.".to_owned();
                self.say(Code::UnknownFormat, root, message, hint);
            }
            Some((format, Some(other))) if other != FORMAT => {
                let message = "This is another format, and only format 1 is known here.".to_owned();
                self.say(Code::UnknownFormat, format, message, hint);
            }
            // The walk has said that it is no number.
            Some(_) => {}
        }
        let hint = "Give the guide a version of its own, such as \"1.0.0\".";
        match root.field("version") {
            None => self.missing(root, "version", hint),
            Some(version) if version.text().is_some_and(|text| text.trim().is_empty()) => {
                self.no_words(version);
            }
            Some(_) => {}
        }
    }

    fn languages(&mut self) {
        let hint = "Name the languages of the guide, such as [\"en\"].";
        if self.root.field("languages").is_none() {
            self.missing(self.root, "languages", hint);
        } else {
            self.some(
                self.root,
                "languages",
                "A guide stands in at least one language.",
            );
        }
        let tags = self.at_most(list(self.root, "languages"), MOST_LANGUAGES, "languages");
        let mut languages = Vec::new();
        for tag in tags {
            let Some(written) = tag.text() else { continue };
            if let Some(language) = Language::new(written) {
                let is_same = |one: &Language| one.tag().eq_ignore_ascii_case(written);
                if languages.iter().any(is_same) {
                    self.twice(Code::DuplicateId, tag, written);
                }
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
            self.fed.push((false, false));
        }
        for (at, prompt) in all_prompts(self.root).enumerate() {
            if let Some(name) = word(prompt, "id") {
                self.prompts.entry(name.into()).or_insert(at);
            }
            self.nodes.push(prompt);
        }
    }

    /// The headings, with what the prompts that feed them say of them.
    fn all_headings(&mut self) -> Vec<Heading> {
        let mut seen = Names::new();
        let mut headings = Vec::new();
        let written = self.some(
            self.root,
            "headings",
            "A guide needs headings for its summary.",
        );
        for (at, heading) in written.iter().enumerate() {
            let name = self.unique(heading, &mut seen);
            let (is_fed, kept_back) = self.fed.get(at).copied().unwrap_or_default();
            // Of one that is wrong, or stands twice, that was said.
            let is_known = name.and_then(|name| self.headings.get(name)) == Some(&at);
            if let (Some(name), true, false) = (name.filter(|name| is_id(name)), is_known, is_fed) {
                let name = short(name);
                let message = [
                    "No prompt feeds the heading `",
                    &name,
                    "`, so it would never show.",
                ];
                let hint = "Name it under `feeds` in a prompt, or take it out.";
                self.say(Code::UnusedHeading, heading, message.concat(), hint);
            }
            headings.extend(
                name.zip(self.text(heading, "title"))
                    .and_then(|(name, title)| {
                        Some(Heading {
                            id: HeadingId::new(name)?,
                            title,
                            alone: self.text(heading, "alone"),
                            kept_back,
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
            let first = self.asks.len();
            let show = self.shown_when(stage, first);
            let about = std::mem::take(&mut self.about);
            self.stage_asks.push(about);
            let (mut core, mut more) = (Vec::new(), Vec::new());
            for node in self.some(stage, "prompts", "A stage needs at least one prompt.") {
                if self.asks.len() == MOST_PROMPTS {
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
                            reflections: self.texts(stage, "reflections"),
                            affirmations: self.texts(stage, "affirmations"),
                            read_back: flag(stage, "read_back", false),
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
        let told = match code.severity() {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *told += 1;
        if *told <= MOST_PROBLEMS {
            let (at, hint) = (node.at, hint.into());
            self.found.push(Found {
                code,
                at,
                message,
                hint,
            });
        }
    }

    fn twice(&mut self, code: Code, node: &Node<'_>, name: &str) {
        let message = ["`", &short(name), "` stands twice here."].concat();
        self.say(code, node, message, "Take one of them out.");
    }

    fn missing(&mut self, node: &Node<'_>, field: &str, hint: &str) {
        let message = ["`", field, "` is missing here."].concat();
        self.say(Code::MissingField, node, message, hint);
    }

    fn no_words(&mut self, node: &Node<'_>) {
        let message = "This text has no words.".to_owned();
        self.say(
            Code::EmptyText,
            node,
            message,
            "Write some, or take the field out.",
        );
    }

    /// The elements of a list that needs at least one.
    fn some(&mut self, node: &'g Node<'g>, field: &str, message: &str) -> &'g [Node<'g>] {
        let written = node.field(field);
        // Of what is no object, and of one that is no list, the walk has said so.
        let is_empty = match written {
            Some(written) => matches!(&written.value, Value::List(all) if all.is_empty()),
            None => matches!(node.value, Value::Object(_)),
        };
        if is_empty {
            self.say(
                Code::Empty,
                written.unwrap_or(node),
                message.to_owned(),
                "Add one.",
            );
        }
        list(node, field)
    }

    /// So many of a list, and no more.
    fn at_most(&mut self, all: &'g [Node<'g>], most: usize, of: &str) -> &'g [Node<'g>] {
        let Some(too_many) = all.get(most) else {
            return all;
        };
        let most_written = most.to_string();
        let message = [
            "A guide may have ",
            &most_written,
            " ",
            of,
            ", and this one has more.",
        ];
        self.say(
            Code::OutOfRange,
            too_many,
            message.concat(),
            "Take the others out.",
        );
        all.get(..most).unwrap_or_default()
    }

    /// A text that the walk has checked.
    fn text(&self, node: &Node<'_>, field: &str) -> Option<Text> {
        self.text_of(node.field(field)?)
    }

    fn texts(&self, node: &Node<'_>, field: &str) -> Vec<Text> {
        let all = list(node, field).iter();
        all.filter_map(|node| self.text_of(node)).collect()
    }

    /// Its languages in the guide's order, so that the guide's first is the one to fall back to.
    fn text_of(&self, node: &Node<'_>) -> Option<Text> {
        let mut by_language = Vec::new();
        for language in &*self.languages {
            let mut fields = node.fields().iter();
            let words = fields.find(|(tag, _)| tag.eq_ignore_ascii_case(language.tag()));
            let words = words.and_then(|(_, words)| Some(words.text()?.into()));
            let plain = node
                .text()
                .filter(|_| by_language.is_empty())
                .map(Into::into);
            by_language.extend(words.or(plain).map(|words| (language.clone(), words)));
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

/// The kind of answer a prompt takes, as written.
fn kind<'g>(prompt: &'g Node<'g>) -> Option<&'g str> {
    word(prompt.field("answer")?, "kind")
}

/// Whether a field says `true`; what it means where it is left out.
fn flag(node: &Node<'_>, field: &str, otherwise: bool) -> bool {
    node.field(field).and_then(Node::flag).unwrap_or(otherwise)
}
