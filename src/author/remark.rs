//! What the tone rules and the rules for short sentences find in a guide, each with its place. An aid to the writer, and no mark of quality.

use serde_json::Value;

use super::reading::{self, Kind};
use super::strings::{Placed, strings};
use super::tone::{self, Scope, Weight};

/// Fields that hold words to be read. The others hold names, references and notes.
const READ: [&str; 25] = [
    "affirmations",
    "alone",
    "ask",
    "ask_together",
    "avoid",
    "coming",
    "detail",
    "easy",
    "ending",
    "follow",
    "high",
    "hint",
    "hint_together",
    "lead",
    "lines",
    "listen",
    "low",
    "more",
    "points",
    "questions",
    "reflections",
    "say",
    "starters",
    "title",
    "why",
];

/// One thing to look at again in a guide's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Which rule: `T013`, `long-sentence`, `many-questions` or `hard-words`.
    pub code: String,
    /// Where, as a JSON Pointer.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// One plain sentence with the words in it.
    pub message: String,
    /// What could stand there.
    pub hint: String,
}

/// Every remark on a guide file, in the order of the file. The tone rules read English alone.
pub fn remarks(json: &str) -> Vec<Remark> {
    let file: Value = serde_json::from_str(json).unwrap_or_default();
    let languages: Vec<&str> = file
        .get("languages")
        .and_then(Value::as_array)
        .map(|tags| tags.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let all = strings(json);
    let words = all.iter().filter_map(|one| Words::of(one, &languages));
    words.flat_map(|words| words.remarks()).collect()
}

/// A text of a guide, with what the rules need to know of it.
struct Words<'a> {
    placed: &'a Placed,
    field: &'a str,
    is_english: bool,
}

impl<'a> Words<'a> {
    /// The text a string is, if it is one that is read.
    fn of(placed: &'a Placed, languages: &[&str]) -> Option<Self> {
        let is_name = |step: &&String| step.parse::<usize>().is_err();
        let names: Vec<&str> = placed
            .steps
            .iter()
            .filter(is_name)
            .map(String::as_str)
            .collect();
        let is_read = |name: &&&str| READ.contains(*name);
        let field = names.iter().rfind(is_read).copied()?;
        let after = names.iter().rev().take_while(|name| **name != field);
        let own = after.copied().find(|name| languages.contains(name));
        let language = own.or_else(|| languages.first().copied()).unwrap_or("en");
        let base = language.split('-').next().unwrap_or_default();
        Some(Self {
            placed,
            field,
            is_english: base.eq_ignore_ascii_case("en"),
        })
    }

    fn remarks(&self) -> Vec<Remark> {
        // What a link worker is asked not to say is quoted there, and meant to be unkind.
        let text = if self.field == "avoid" {
            tone::without_quoted(&self.placed.text)
        } else {
            self.placed.text.clone()
        };
        let scope = if self
            .placed
            .steps
            .first()
            .is_some_and(|step| step == "headings")
        {
            Scope::Summary
        } else {
            Scope::Prompt
        };
        let hits = if self.is_english {
            tone::hits(&text, scope)
        } else {
            Vec::new()
        };
        let weighs = |weight| weight >= Weight::Warning;
        let said = hits.into_iter().filter(|hit| weighs(hit.rule.weight));
        let said = said.map(|hit| {
            let message = format!("These words can hurt or confuse: “{}”.", hit.words);
            self.remark(
                &hit.rule.id,
                message,
                format!("Instead: {}.", hit.rule.instead),
            )
        });
        let built = reading::structure(&text, self.is_english);
        // A rule of tone finds two questions as well.
        let built = built
            .into_iter()
            .filter(|found| !self.is_english || found.kind != Kind::ManyQuestions);
        let built = built.map(|found| {
            let (code, message, hint) = match found.kind {
                Kind::LongSentence => (
                    "long-sentence",
                    "This sentence is long",
                    "Make two of it; 20 words are enough.",
                ),
                Kind::ManyQuestions => (
                    "many-questions",
                    "This asks more than one thing",
                    "Ask one thing at a time.",
                ),
                Kind::HardWords => (
                    "hard-words",
                    "This sentence has many long words",
                    "Use short words in place of some.",
                ),
            };
            self.remark(
                code,
                format!("{message}: “{}”.", found.words),
                hint.to_owned(),
            )
        });
        said.chain(built).collect()
    }

    fn remark(&self, code: &str, message: String, hint: String) -> Remark {
        let escaped = self
            .placed
            .steps
            .iter()
            .map(|step| step.replace('~', "~0").replace('/', "~1"));
        Remark {
            code: code.to_owned(),
            path: escaped.fold(String::new(), |path, step| path + "/" + &step),
            line: self.placed.place.0,
            column: self.placed.place.1,
            message,
            hint,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::guide::shape::{GUIDE, Shape, Takes};

    fn told(json: &str) -> Vec<(String, String, u32)> {
        let told = |one: Remark| (one.code, one.path, one.line);
        remarks(json).into_iter().map(told).collect()
    }

    #[test]
    fn words_are_read_and_names_and_notes_are_not() {
        let json = r#"{ "languages": ["en"], "note": "You must!", "version": "Simply!",
            "title": "Well done", "points": ["Kind words", "You failed"] }"#;
        let expected = [("T037", "/title", 2), ("T003", "/points/1", 2)];
        assert_eq!(
            told(json),
            expected.map(|(code, path, line)| (code.into(), path.into(), line))
        );
    }

    #[test]
    fn every_text_of_the_format_is_read_and_nothing_else() {
        fn walk(
            shape: &'static Shape,
            seen: &mut Vec<&'static str>,
            texts: &mut BTreeSet<&'static str>,
        ) {
            if seen.contains(&shape.name) {
                return;
            }
            seen.push(shape.name);
            for field in shape.fields {
                match field.takes {
                    Takes::Text | Takes::Texts | Takes::TextsByName => {
                        _ = texts.insert(field.name);
                    }
                    Takes::One(inside) | Takes::List(inside) => walk(inside, seen, texts),
                    _ => {}
                }
            }
        }
        let mut texts = BTreeSet::new();
        walk(&GUIDE, &mut Vec::new(), &mut texts);
        assert_eq!(BTreeSet::from(READ), texts);
    }

    #[test]
    fn only_english_is_held_to_english_rules() {
        let json = r#"{ "languages": ["cy", "en"], "title": "Well done", "lead": { "en": "Well done", "cy": "Well done" },
            "points": ["Beth? Pwy?"] }"#;
        let expected = [("T037", "/lead/en", 1), ("many-questions", "/points/0", 2)];
        assert_eq!(
            told(json),
            expected.map(|(code, path, line)| (code.into(), path.into(), line))
        );
    }

    #[test]
    fn what_a_link_worker_is_asked_not_to_say_may_be_quoted() {
        let json = r#"{ "avoid": "‘You should have come.’", "say": "You should come." }"#;
        let expected = [("T013", "/say", 1)];
        let own: Vec<_> = told(json).into_iter().take(1).collect();
        assert_eq!(
            own,
            expected.map(|(code, path, line)| (code.into(), path.into(), line))
        );
    }
}
