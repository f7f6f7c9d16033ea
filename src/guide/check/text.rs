//! Texts: words in the guide's languages, with no placeholder but the known ones.

use super::Check;
use crate::guide::near::{nearest, short};
use crate::guide::path::At;
use crate::guide::problem::Code;
use crate::guide::source::TextSource;
use crate::words::{Language, Text};

/// A text may have this many characters.
const LONGEST: usize = 4_000;
/// What may stand in curly brackets.
const PLACEHOLDERS: [&str; 5] = ["card", "minutes", "name", "number", "worker"];

impl Check<'_> {
    /// A text that must be there.
    pub(super) fn needed(
        &mut self,
        source: Option<&TextSource>,
        at: &At<'_>,
        field: &str,
    ) -> Option<Text> {
        if source.is_none() {
            self.missing(at, field, "Write the words to show.");
        }
        self.text(source, &at.field(field))
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, source: Option<&[TextSource]>, at: &At<'_>) -> Vec<Text> {
        let list = source.unwrap_or_default().iter().enumerate();
        list.filter_map(|(index, text)| self.text(Some(text), &at.index(index)))
            .collect()
    }

    /// A text that may be there.
    pub(super) fn text(&mut self, source: Option<&TextSource>, at: &At<'_>) -> Option<Text> {
        let source = source?;
        let mut by_language = Vec::with_capacity(source.by_language.len());
        for (tag, words) in &source.by_language {
            let language = match tag {
                None => self.languages.first().cloned(),
                Some(tag) => self.language(tag, at),
            };
            let here = tag.as_deref().map_or(*at, |tag| at.field(tag));
            self.words(words, &here);
            if let Some(language) = language {
                by_language.push((language, words.as_str().into()));
            }
        }
        if source.by_language.is_empty() {
            self.empty_text(at);
        }
        let text = Text::new(by_language)?;
        let lacks: Vec<_> = self
            .languages
            .iter()
            .filter(|language| !text.has(language))
            .map(Language::tag)
            .collect();
        if !lacks.is_empty() {
            let message = format!("This text does not stand in {}.", lacks.join(", "));
            let hint = "Write it as {\"en\": \"…\", \"cy\": \"…\"}; until then the first language is shown.";
            self.say(Code::MissingLanguage, at, message, hint.to_owned());
        }
        Some(text)
    }

    fn language(&mut self, tag: &str, at: &At<'_>) -> Option<Language> {
        let language = Language::new(tag).filter(|language| self.languages.contains(language));
        if language.is_none() {
            let hint = match nearest(tag, self.languages.iter().map(Language::tag)) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => "Add it to `languages` at the top, or take it out here.".to_owned(),
            };
            let message = format!("`{}` is not one of the guide's languages.", short(tag));
            self.say(Code::UnknownLanguage, &at.field(tag), message, hint);
        }
        language
    }

    fn words(&mut self, words: &str, at: &At<'_>) {
        if words.trim().is_empty() {
            self.empty_text(at);
        }
        if words.len() > LONGEST && words.chars().count() > LONGEST {
            let message = format!(
                "A text may have {LONGEST} characters, and this one has {}.",
                words.chars().count()
            );
            self.say(
                Code::TextTooLong,
                at,
                message,
                "Say it shorter: a screen holds a few sentences.".to_owned(),
            );
        }
        for rest in words.split('{').skip(1) {
            let name = rest.split('}').next().unwrap_or_default();
            if !PLACEHOLDERS.contains(&name) {
                let hint = match nearest(name, PLACEHOLDERS.into_iter()) {
                    Some(near) => format!("Did you mean `{{{near}}}`?"),
                    None => "Only {worker}, {name}, {minutes}, {card} and {number} can stand in curly brackets.".to_owned(),
                };
                self.say(
                    Code::UnknownPlaceholder,
                    at,
                    format!("`{{{}` is no placeholder.", short(name)),
                    hint,
                );
            }
        }
    }

    fn empty_text(&mut self, at: &At<'_>) {
        self.say(
            Code::EmptyText,
            at,
            "This text has no words.".to_owned(),
            "Write some, or take the field out.".to_owned(),
        );
    }
}
