//! Words that belittle, doubt, blame or push, found in what a guide's author writes. Never run on a person's own words.

use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};
use serde::Deserialize;

/// The rules as data, so that an author can read them and a reviewer can change them.
const RULES: &str = include_str!("tone-rules.json");

/// Compiled once: 57 patterns take longer to build than a guide takes to read.
static ALL: LazyLock<Vec<Rule>> = LazyLock::new(compile);

/// A rule: what to avoid, where, and what to say in its place.
#[derive(Debug)]
pub struct Rule {
    /// Its stable name, `T001` to `T057`.
    pub id: String,
    /// What kind of harm it does: `blame`, `doubt`, `coerce`…
    pub category: String,
    /// How much it weighs.
    pub weight: Weight,
    /// Other ways to say it.
    pub instead: String,
    scopes: String,
    pattern: Regex,
    except: Vec<String>,
}

/// How much a hit weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Weight {
    /// Worth a second look.
    #[serde(rename = "I")]
    Info,
    /// Hurts or confuses some people.
    #[serde(rename = "W")]
    Warning,
    /// Never right in words of ours.
    #[serde(rename = "E")]
    Error,
}

/// Where words stand, since some are wrong in a question and right in a link worker's note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// A guide's prompts, in both registers.
    Prompt,
    /// The interface's own words and the help lines.
    Interface,
    /// The words a summary adds: headings and the lines about it.
    Summary,
    /// A link worker's notes, as an opt-in hint only.
    Note,
}

impl Scope {
    fn letter(self) -> char {
        match self {
            Self::Prompt => 'P',
            Self::Interface => 'U',
            Self::Summary => 'S',
            Self::Note => 'N',
        }
    }
}

/// One place where a rule finds something.
#[derive(Debug)]
pub struct Hit {
    /// The rule.
    pub rule: &'static Rule,
    /// The words it found.
    pub words: String,
}

/// A rule as it stands in the file.
#[derive(Deserialize)]
struct Entry {
    id: String,
    category: String,
    severity: Weight,
    scopes: String,
    pattern: String,
    instead: String,
    except_phrases: Vec<String>,
}

/// Every rule, in order.
pub fn rules() -> &'static [Rule] {
    &ALL
}

/// What the rules of a scope find in a text, in the rules' order.
pub fn hits(text: &str, scope: Scope) -> Vec<Hit> {
    let lower = text.to_lowercase();
    let rules = rules()
        .iter()
        .filter(|rule| rule.scopes.contains(scope.letter()));
    let found = rules.flat_map(|rule| {
        let excused = excused(&lower, &rule.except);
        rule.pattern
            .find_iter(text)
            .filter(move |found| {
                !excused
                    .iter()
                    .any(|(from, to)| *from <= found.start() && found.end() <= *to)
            })
            .map(move |found| Hit {
                rule,
                words: found.as_str().to_owned(),
            })
    });
    found.collect()
}

/// A text with what stands in ‘…’ or '…' taken out: in *avoid* those are examples of what not to say.
pub fn without_quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((from, quote)) = rest
        .char_indices()
        .find(|&(at, c)| c == '‘' || (c == '\'' && opens(rest, at)))
    {
        let (before, quoted) = rest.split_at(from);
        out.push_str(before);
        let inner = quoted.get(quote.len_utf8()..).unwrap_or_default();
        let Some(after) = past_close(inner, quote) else {
            rest = quoted;
            break;
        };
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether a straight quotation mark begins something: an apostrophe stands after a letter.
fn opens(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    !before.ends_with(char::is_alphanumeric)
}

/// What follows the mark that closes a quotation. An apostrophe, with a letter after it, closes nothing.
fn past_close(inner: &str, opening: char) -> Option<&str> {
    let closing = if opening == '‘' { '’' } else { '\'' };
    inner.match_indices(closing).find_map(|(at, mark)| {
        let after = inner.get(at + mark.len()..)?;
        (!after.starts_with(char::is_alphanumeric)).then_some(after)
    })
}

/// Where a rule's excepted phrases stand. Lower-casing keeps every offset in English.
fn excused(lower: &str, phrases: &[String]) -> Vec<(usize, usize)> {
    let spans = phrases.iter().flat_map(|phrase| {
        lower
            .match_indices(phrase.as_str())
            .map(|(at, found)| (at, at + found.len()))
    });
    spans.collect()
}

/// The rules compiled. One whose pattern is wrong is missing here, and a test counts them.
fn compile() -> Vec<Rule> {
    let entries: Vec<Entry> = serde_json::from_str(RULES).unwrap_or_default();
    let rule = |entry: Entry| {
        let pattern = RegexBuilder::new(&entry.pattern)
            .case_insensitive(true)
            .build()
            .ok()?;
        Some(Rule {
            id: entry.id,
            category: entry.category,
            weight: entry.severity,
            instead: entry.instead,
            scopes: entry.scopes,
            pattern,
            except: entry
                .except_phrases
                .iter()
                .map(|phrase| phrase.to_lowercase())
                .collect(),
        })
    };
    entries.into_iter().filter_map(rule).collect()
}
