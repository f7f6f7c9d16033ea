//! What is true of every field of its kind: its type, its name, its form, and words that can be shown.

use super::Check;
use crate::guide::id::is_id;
use crate::guide::near::short;
use crate::guide::problem::Code;
use crate::guide::shape::{Field, Needed, Shape, Takes};
use crate::json::{Node, Value};
use crate::words::Language;

/// A text may have this many characters.
const LONGEST: usize = 4_000;
/// What may stand in curly brackets.
const PLACEHOLDERS: [&str; 5] = ["{card}", "{minutes}", "{name}", "{number}", "{worker}"];

impl Check<'_> {
    /// Checks an object and all inside it against its shape.
    pub(super) fn walk(&mut self, node: &Node<'_>, shape: &'static Shape) {
        let Value::Object(fields) = &node.value else {
            return self.wrong_type(node, "an object, in curly brackets");
        };
        // Shapes have fewer fields than this has bits.
        let mut seen = 0_u32;
        for (name, value) in fields {
            let known = shape.fields.iter().position(|field| field.name == name);
            let Some((at, field)) = known.and_then(|at| Some((at, shape.fields.get(at)?))) else {
                self.unknown(name, value, shape);
                continue;
            };
            if seen & (1 << at) != 0 {
                self.twice(Code::DuplicateField, value, field.name);
            }
            seen |= 1 << at;
            if value.value != Value::Null {
                self.takes(value, field);
            }
        }
        for field in shape.fields {
            if let Needed::Yes(hint) = field.needed
                && node.field(field.name).is_none()
            {
                self.missing(node, field.name, hint);
            }
        }
    }

    fn unknown(&mut self, name: &str, value: &Node<'_>, shape: &'static Shape) {
        let message = ["`", &short(name), "` is no field a guide has here."].concat();
        let otherwise = "Take it out, or look in the guide for authors where it belongs.";
        let mut names = shape.fields.iter().map(|field| field.name);
        let hint = self.did_you_mean(name, &mut names, otherwise);
        self.say(Code::UnknownField, value, message, hint);
    }

    fn takes(&mut self, node: &Node<'_>, field: &'static Field) {
        match field.takes {
            Takes::Text => self.words(node),
            Takes::Texts => self.each(node, &mut |check, text| check.words(text)),
            Takes::TextsByName => match &node.value {
                Value::Object(texts) => texts.iter().for_each(|(_, text)| self.words(text)),
                _ => self.wrong_type(node, "an object, in curly brackets"),
            },
            Takes::Id => {
                if let Some(name) = self.plain(node)
                    && !is_id(name)
                {
                    let message = ["`", &short(name), "` is not the form of an id."].concat();
                    let hint = "Use 1 to 64 lower case letters, digits and hyphens, not beginning with a hyphen.";
                    self.say(Code::WrongId, node, message, hint);
                }
            }
            Takes::Words => {
                let _ = self.plain(node);
            }
            Takes::ListOfWords => self.each(node, &mut |check, word| {
                let _ = check.plain(word);
            }),
            Takes::OneOf(known) => {
                if let Some(word) = self.plain(node) {
                    self.one_of(word, node, &mut known.iter().copied());
                }
            }
            Takes::Flag => match node.value {
                Value::Flag(_) => {}
                _ => self.wrong_type(node, "true or false"),
            },
            Takes::Number(from, to) => match node.number() {
                Some(number) if number < from || number > to => {
                    let (from, to) = (from.to_string(), to.to_string());
                    let message = ["`", field.name, "` can be ", &from, " to ", &to, "."].concat();
                    self.say(
                        Code::OutOfRange,
                        node,
                        message,
                        "Write one of these numbers, or leave it out.",
                    );
                }
                Some(_) => {}
                None => self.wrong_type(node, "a whole number"),
            },
            Takes::One(shape) => self.walk(node, shape),
            Takes::List(shape) => self.each(node, &mut |check, one| check.walk(one, shape)),
        }
    }

    fn each(&mut self, node: &Node<'_>, check: &mut dyn FnMut(&mut Self, &Node<'_>)) {
        match &node.value {
            Value::List(list) => list.iter().for_each(|one| check(self, one)),
            _ => self.wrong_type(node, "a list, in square brackets"),
        }
    }

    fn plain<'n>(&mut self, node: &'n Node<'_>) -> Option<&'n str> {
        let text = node.text();
        if text.is_none() {
            self.wrong_type(node, "text, in quotation marks");
        }
        text
    }

    /// A word that must be one of a few.
    pub(super) fn one_of(
        &mut self,
        word: &str,
        node: &Node<'_>,
        known: &mut dyn Iterator<Item = &'static str>,
    ) {
        let known: Vec<_> = known.collect();
        if known.contains(&word) {
            return;
        }
        let message = ["`", &short(word), "` is not known here."].concat();
        let otherwise = ["It can be ", &known.join(", "), "."].concat();
        let hint = self.did_you_mean(word, &mut known.into_iter(), &otherwise);
        self.say(Code::UnknownValue, node, message, hint);
    }

    fn wrong_type(&mut self, node: &Node<'_>, expected: &str) {
        let message = ["This is of the wrong type: it takes ", expected, "."].concat();
        let hint = "Look at the examples in the guide for authors.";
        self.say(Code::WrongType, node, message, hint);
    }

    /// Words to show: in the guide's languages, with no placeholder but the known ones.
    fn words(&mut self, node: &Node<'_>) {
        let languages = self.languages.clone();
        let mut lacks: Vec<_> = languages.iter().collect();
        match &node.value {
            Value::Text(text) => {
                self.shown(text, node);
                lacks.retain(|language| Some(*language) != languages.first());
            }
            Value::Object(texts) => {
                if texts.is_empty() {
                    return self.no_words(node);
                }
                for (at, (tag, text)) in texts.iter().enumerate() {
                    let mut before = texts.iter().take(at);
                    if before.any(|(other, _)| other.eq_ignore_ascii_case(tag)) {
                        self.twice(Code::DuplicateField, text, tag);
                        continue;
                    }
                    let mut known = languages.iter();
                    let language = known.find(|own| own.tag().eq_ignore_ascii_case(tag));
                    if language.is_none() {
                        let message =
                            ["`", &short(tag), "` is not one of the guide's languages."].concat();
                        let otherwise = "Add it to `languages` at the top, or take it out here.";
                        let mut tags = languages.iter().map(Language::tag);
                        let hint = self.did_you_mean(tag, &mut tags, otherwise);
                        self.say(Code::UnknownLanguage, text, message, hint);
                        // It may stand for one that would be missed.
                        lacks.clear();
                    }
                    if let Some(words) = self.plain(text) {
                        self.shown(words, text);
                        lacks.retain(|lacks| Some(*lacks) != language);
                    }
                }
            }
            _ => return self.wrong_type(node, "text, or texts by language"),
        }
        if !lacks.is_empty() {
            let some: Vec<_> = lacks
                .iter()
                .take(5)
                .map(|language| language.tag())
                .collect();
            let others = if lacks.len() > some.len() {
                " and others"
            } else {
                ""
            };
            let message = [
                "This text does not stand in ",
                &some.join(", "),
                others,
                ".",
            ]
            .concat();
            let hint = "Write it as {\"en\": \"…\", \"cy\": \"…\"}; until then the first language is shown.";
            self.say(Code::MissingLanguage, node, message, hint);
        }
    }

    fn shown(&mut self, words: &str, node: &Node<'_>) {
        if words.trim().is_empty() {
            self.no_words(node);
        }
        if words.len() > LONGEST && words.chars().count() > LONGEST {
            let message = "A text may have 4000 characters, and this one has more.".to_owned();
            self.say(
                Code::TextTooLong,
                node,
                message,
                "Say it shorter: a screen holds a few sentences.",
            );
        }
        for rest in words.split('{').skip(1) {
            let closed = rest.split_once('}');
            let written = closed.map(|(name, _)| ["{", name, "}"].concat());
            let written = written.as_deref();
            if written.is_some_and(|written| PLACEHOLDERS.contains(&written)) {
                continue;
            }
            let message = match written {
                Some(written) => ["`", &short(written), "` is no placeholder."].concat(),
                None => "A curly bracket opens here and does not close.".to_owned(),
            };
            let otherwise = "Only {worker}, {name}, {minutes}, {card} and {number} can stand in curly brackets.";
            let written = written.unwrap_or_default();
            let hint = self.did_you_mean(written, &mut PLACEHOLDERS.into_iter(), otherwise);
            self.say(Code::UnknownPlaceholder, node, message, hint);
        }
    }
}
