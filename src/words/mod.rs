//! Text in several languages, the interface's own words, and a person's words.

mod catalogue;
mod day;

use std::fmt;
use std::rc::Rc;

pub(crate) use catalogue::between_marks;
pub use catalogue::{Catalogue, CatalogueError};
pub use day::{Day, WEEKDAYS};

/// A language by its BCP 47 tag, such as `en` or `cy`, compared without regard to case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Rc<str>);

/// Languages written from right to left, by their first subtag (Unicode CLDR 45, `characterOrder`).
const RIGHT_TO_LEFT: [&str; 11] = [
    "ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi",
];

impl Language {
    /// Takes a tag of 2 to 35 letters, digits and hyphens that begins with a letter; `None` for anything else.
    pub fn new(tag: &str) -> Option<Self> {
        let fits = (2..=35).contains(&tag.len())
            && tag.starts_with(|c: char| c.is_ascii_alphabetic())
            && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        fits.then(|| Self(tag.to_ascii_lowercase().into()))
    }

    /// English, in which the widget's own words are compiled in.
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag, in lower case.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The tag without region and script: `en` of `en-gb`.
    pub fn base(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// Whether it is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        RIGHT_TO_LEFT.contains(&self.base())
            || self
                .0
                .split('-')
                .any(|part| matches!(part, "arab" | "hebr"))
    }
}

/// One text in one or more languages. It always has at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(Rc<[(Language, Rc<str>)]>);

impl Text {
    /// A text in the languages given, the fallback first; `None` when there are none.
    pub fn new(by_language: Vec<(Language, Rc<str>)>) -> Option<Self> {
        (!by_language.is_empty()).then(|| Self(by_language.into()))
    }

    /// The text in the language wanted, else in the same language of another region, else the first there is.
    pub fn pick(&self, wanted: &Language) -> Line {
        let exact = self.0.iter().find(|(language, _)| language == wanted);
        let near = || {
            self.0
                .iter()
                .find(|(language, _)| language.base() == wanted.base())
        };
        exact.or_else(near).or_else(|| self.0.first()).map_or_else(
            Line::default,
            |(language, text)| Line {
                text: text.clone(),
                language: (language.base() != wanted.base()).then(|| language.clone()),
            },
        )
    }

    /// Whether it stands in this very language.
    pub fn has(&self, language: &Language) -> bool {
        self.0.iter().any(|(own, _)| own == language)
    }

    /// Every language with its words, in the author's order.
    pub fn all(&self) -> impl Iterator<Item = (&Language, &str)> {
        self.0.iter().map(|(language, text)| (language, &**text))
    }
}

/// Words ready to be shown, with their language where it is not the one asked for (WCAG 3.1.2).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// The words.
    pub text: Rc<str>,
    /// Their language, only where it differs from the screen's.
    pub language: Option<Language>,
}

impl Line {
    /// Words in the screen's own language.
    pub fn new(text: impl Into<Rc<str>>) -> Self {
        Self {
            text: text.into(),
            language: None,
        }
    }

    /// Puts values where `{name}` stands. A name that is not among them stays as it is.
    #[must_use]
    pub fn fill(&self, values: &[(&str, &str)]) -> Self {
        if !self.text.contains('{') {
            return self.clone();
        }
        let mut out = String::with_capacity(self.text.len());
        let mut rest = &*self.text;
        while let Some(open) = rest.find('{') {
            let (before, from) = rest.split_at(open);
            out.push_str(before);
            let value = values.iter().find_map(|(name, value)| {
                let after = from
                    .strip_prefix('{')?
                    .strip_prefix(name)?
                    .strip_prefix('}')?;
                Some((value, after))
            });
            if let Some((value, after)) = value {
                out.push_str(value);
                rest = after;
            } else {
                out.push('{');
                rest = from.strip_prefix('{').unwrap_or_default();
            }
        }
        out.push_str(rest);
        Self {
            text: out.into(),
            language: self.language.clone(),
        }
    }
}

/// A person's words, byte for byte as written. Their `Debug` shows only their length, so no log or panic can hold them.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Said(Rc<str>);

impl Said {
    /// Takes the words as they are.
    pub fn new(words: impl Into<Rc<str>>) -> Self {
        Self(words.into())
    }

    /// The words.
    pub fn words(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to read: no words, or only white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Debug for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Said({})", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pairs: &[(&str, &str)]) -> Text {
        Text::new(
            pairs
                .iter()
                .map(|(l, t)| (Language::new(l).unwrap(), (*t).into()))
                .collect(),
        )
        .unwrap()
    }

    #[test]
    fn a_text_is_chosen_by_language_then_by_its_base_then_the_first() {
        let hello = text(&[("en", "Hello"), ("cy", "Helo")]);
        assert_eq!(hello.pick(&Language::new("CY").unwrap()), Line::new("Helo"));
        assert_eq!(
            hello.pick(&Language::new("en-GB").unwrap()),
            Line::new("Hello")
        );
        let fallback = hello.pick(&Language::new("pl").unwrap());
        assert_eq!(
            (&*fallback.text, fallback.language),
            ("Hello", Language::new("en"))
        );
    }

    #[test]
    fn only_named_places_are_filled() {
        let line = Line::new("{card} and {other} {");
        assert_eq!(&*line.fill(&[("card", "Home")]).text, "Home and {other} {");
    }

    #[test]
    fn debug_never_shows_a_persons_words() {
        assert_eq!(format!("{:?}", Said::new("Since Mo died")), "Said(13)");
    }

    #[test]
    fn arabic_script_goes_from_right_to_left() {
        assert!(Language::new("ar-EG").unwrap().is_right_to_left());
        assert!(Language::new("pa-Arab").unwrap().is_right_to_left());
        assert!(Language::new("yi-Hebr").unwrap().is_right_to_left());
        assert!(Language::new("en-Hebr").unwrap().is_right_to_left());
        assert!(!Language::new("cy").unwrap().is_right_to_left());
        assert_eq!(Language::new("!"), None);
    }
}
