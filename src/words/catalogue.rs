//! The interface's own words, one file a language. English is compiled in, so no screen is ever without words.

use std::rc::Rc;

use litemap::LiteMap;

use super::{Language, Line};
use crate::json::{self, Value, Writer};

/// The English words of `www/words/en.json` that the first screens say, as `pkg-config/build.rs` packs them.
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/words.json"));
/// The others, between marks: they come with the rest of the program.
const LATER: &str = include_str!(concat!(env!("OUT_DIR"), "/words-later.json"));

/// The words of the interface in one language, with English behind it for what it lacks.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    language: Language,
    lines: Rc<LiteMap<Rc<str>, Rc<str>>>,
    behind: Option<Rc<Catalogue>>,
}

/// Why a file of words could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CatalogueError {
    /// It is not one flat JSON object of strings; where reading stopped, or the key that holds no text.
    Form(String),
    /// It has no `language`, or one that is no BCP 47 tag.
    Language,
}

impl Catalogue {
    /// The words compiled in.
    pub fn english() -> Self {
        let lines = lines(ENGLISH).unwrap_or_default();
        Self {
            language: Language::english(),
            lines: Rc::new(lines),
            behind: None,
        }
    }

    /// Reads a file of words: one flat JSON object, with its BCP 47 tag under `language`.
    ///
    /// # Errors
    /// When it is not such an object, or its language is missing.
    pub fn read(json: &str) -> Result<Self, CatalogueError> {
        let lines = lines(json)?;
        let language = lines
            .get("language")
            .and_then(|tag| Language::new(tag))
            .ok_or(CatalogueError::Language)?;
        Ok(Self {
            language,
            lines: Rc::new(lines),
            behind: Some(Rc::new(Self::english())),
        })
    }

    /// The language of these words.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The words under a key, from English where this language lacks them. An unknown key shows nothing.
    pub fn line(&self, key: &str) -> Line {
        match (self.lines.get(key), &self.behind) {
            (Some(text), _) => Line {
                text: text.clone(),
                language: None,
            },
            (None, Some(behind)) => Line {
                text: behind.line(key).text,
                language: Some(behind.language.clone()),
            },
            (None, None) => later_line(key),
        }
    }

    /// The words under a key, with values put where `{name}` stands.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> Line {
        self.line(key).fill(values)
    }

    /// Every key of this language's own file.
    pub fn keys(&self) -> Vec<Rc<str>> {
        let own = self.lines.keys().cloned();
        match &self.behind {
            Some(_) => own.collect(),
            None => own
                .chain(LINES.with(|lines| lines.keys().cloned().collect::<Vec<_>>()))
                .collect(),
        }
    }

    /// The words under the keys that begin in one of these ways, with their language, as [`Catalogue::read`] reads them.
    /// Nothing of those that are compiled in, which whoever reads them has as well.
    pub fn part(&self, begins: &[&str]) -> String {
        if self.behind.is_none() {
            return String::new();
        }
        let mut writer = Writer::default();
        writer.open('{');
        writer.field("language", self.language.tag());
        for (key, text) in self.lines.iter() {
            if begins.iter().any(|begin| key.starts_with(begin)) {
                writer.field(key, text);
            }
        }
        writer.close('}');
        writer.done()
    }
}

thread_local! {
    /// English words that come with the rest of the program, read once.
    static LINES: LiteMap<Rc<str>, Rc<str>> = lines(between_marks(LATER)).unwrap_or_default();
}

/// A line that comes with the rest of the program.
#[inline(never)]
fn later_line(key: &str) -> Line {
    let text = LINES.with(|lines| lines.get(key).cloned());
    text.map(|text| Line {
        text,
        language: None,
    })
    .unwrap_or_default()
}

/// What stands between the marks by which the packer finds data of the rest.
pub(crate) fn between_marks(data: &str) -> &str {
    let mut parts = data.split('\u{1}');
    parts.nth(2).unwrap_or_default()
}

/// One flat object of texts.
fn lines(text: &str) -> Result<LiteMap<Rc<str>, Rc<str>>, CatalogueError> {
    let form = |said: &str| CatalogueError::Form(said.to_owned());
    let file = json::read(text, 1).map_err(|fault| form(fault.what))?;
    if !matches!(file.value, Value::Object(_)) {
        return Err(form("it is no object"));
    }
    let mut lines = LiteMap::new();
    for (key, text) in file.fields() {
        let text = text.text().ok_or_else(|| form(key))?;
        lines.insert(Rc::from(&**key), Rc::from(text));
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_compiled_in_and_reads() {
        assert_eq!(&*Catalogue::english().line("continue").text, "Continue");
    }

    #[test]
    fn what_a_language_lacks_comes_from_english_and_says_so() {
        let welsh = Catalogue::read(r#"{"language": "cy", "back": "Yn ôl"}"#).unwrap();
        assert_eq!(welsh.line("back"), Line::new("Yn ôl"));
        let missing = welsh.line("continue");
        assert_eq!(
            (&*missing.text, missing.language),
            ("Continue", Some(Language::english()))
        );
    }

    #[test]
    fn a_file_that_is_no_catalogue_is_named() {
        assert!(matches!(
            Catalogue::read("[]"),
            Err(CatalogueError::Form(_))
        ));
        assert_eq!(Catalogue::read("{}"), Err(CatalogueError::Language));
    }
}
