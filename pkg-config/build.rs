//! What the program carries of its data: the styles without their spaces, the words of the screens, and of the help lines what is shown.
//! All are read by people in their own files, and fetched by an old phone in these.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde_json::{Map, Value, json};

/// The style sheets of the first screens and of help, in the order they apply.
const STYLES: [&str; 7] = [
    "tokens.css",
    "page.css",
    "button.css",
    "words.css",
    "help.css",
    "leave.css",
    "mode.css",
];
/// Those of a conversation, which apply after them. What goes for a mode goes for these too, so it comes last once more.
const LATER_STYLES: [&str; 8] = [
    "choice.css",
    "card.css",
    "letter.css",
    "together.css",
    "travel.css",
    "keep.css",
    "ideas.css",
    "mode.css",
];
/// How the keys of words begin that are needed before the rest of the program is here: the welcome screen, help, and what does not work.
const FIRST: [&str; 31] = [
    "alone-",
    "back",
    "carry-on",
    "fallback-",
    "five-minutes",
    "keep-here",
    "kept-open",
    "help",
    "language",
    "leave-page",
    "list-end",
    "minutes-value",
    "my-summary",
    "nation-",
    "open-kept",
    "parts-long",
    "parts-short",
    "rest-",
    "signed",
    "start",
    "together-",
    "top",
    "trouble-",
    "try-again",
    "under-age",
    "welcome-",
    "day",
    "month-",
    "deleted",
    "continue",
    "not-now",
];
/// How the keys begin of what is said of services. The program that reads lists of them says nothing else.
const NEARBY: [&str; 4] = ["day", "list-", "month-", "near-"];
/// What of a help line is shown.
const SHOWN: [&str; 7] = [
    "name", "what", "nations", "hours", "contacts", "first", "young",
];

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let styles = |names: &[&str]| -> io::Result<String> {
        let sheets = names
            .iter()
            .map(|name| read(&Path::new("src/widget/style").join(name)));
        Ok(packed(&sheets.collect::<io::Result<String>>()?))
    };
    let lines = shown(&read(Path::new("www/help/uk.json"))?)?;
    let on_paper = env::var_os("CARGO_FEATURE_AUTHOR").is_some();
    let is_alone = env::var_os("CARGO_FEATURE_WIDGET").is_none() && !on_paper;
    let (words, later) = words(&read(Path::new("www/words/en.json"))?, on_paper, is_alone)?;
    let passphrase = read(Path::new("src/keep/passphrase_words.txt"))?;
    fs::write(out.join("words-later.json"), marked(&later))?;
    fs::write(out.join("passphrase_words.txt"), marked(&passphrase))?;
    fs::write(out.join("style.css"), styles(&STYLES)?)?;
    fs::write(out.join("style-later.css"), marked(&styles(&LATER_STYLES)?))?;
    fs::write(out.join("words.json"), words)?;
    fs::write(out.join("help.json"), lines)
}

/// The words of the first screens, and those of all others. Those of the sheets to print are with the tools that make them,
/// and those of the rescue screen with the script, since that stands when the program cannot be asked.
fn words(text: &str, on_paper: bool, is_alone: bool) -> io::Result<(String, String)> {
    let words: Map<String, Value> = serde_json::from_str(text)?;
    let words = words.into_iter();
    let words = words.filter(|(key, _)| !key.starts_with("broke-"));
    let words = words.filter(|(key, _)| on_paper || !key.starts_with("paper-"));
    let is_nearby = |key: &str| NEARBY.iter().any(|begin| key.starts_with(begin));
    let words = words.filter(|(key, _)| !is_alone || is_nearby(key));
    let is_first = |key: &str| FIRST.iter().any(|first| key.starts_with(first));
    let (first, later): (Map<_, _>, Map<_, _>) = words.partition(|(key, _)| is_first(key));
    let text = |words| Value::Object(words).to_string();
    Ok((text(first), text(later)))
}

/// Data that comes with the rest of the program, between the marks by which the packer finds it.
fn marked(data: &str) -> String {
    ["\u{1}\u{2}later\u{2}\u{1}", data, "\u{1}\u{2}end\u{2}\u{1}"].concat()
}

/// The lines whose source is sound, without what only their keepers need.
fn shown(text: &str) -> io::Result<String> {
    let file: Value = serde_json::from_str(text)?;
    let lines = file.get("lines").and_then(Value::as_array);
    let lines: Vec<Value> = lines
        .into_iter()
        .flatten()
        .filter(|line| is_sound(line))
        .map(|line| {
            let fields = SHOWN
                .iter()
                .filter_map(|name| Some(((*name).to_owned(), line.get(name)?.clone())));
            Value::Object(
                fields
                    .filter(|(_, value)| says_something(value))
                    .collect::<Map<_, _>>(),
            )
        })
        .collect();
    Ok(json!({ "lines": lines }).to_string())
}

/// A number nobody responsible for it has written down, or nobody dated, is no number to give out.
fn is_sound(line: &Value) -> bool {
    let source = |field: &str| line.get("source")?.get(field)?.as_str();
    matches!(source("kind"), Some("own" | "public"))
        && source("seen").is_some_and(|seen| !seen.is_empty())
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        Value::Bool(flag) => *flag,
        _ => true,
    }
}

/// Styles without comments and needless space. A space before a colon may part two selectors, and stays.
fn packed(styles: &str) -> String {
    let mut packed = String::new();
    for (at, piece) in styles.split("/*").enumerate() {
        let piece = if at == 0 {
            piece
        } else {
            piece.split_once("*/").map_or("", |(_, rest)| rest)
        };
        for word in piece.split_whitespace() {
            let joins = packed.ends_with([':', ';', ',', '{', '}']) || word.starts_with(['{', '}']);
            if !joins && !packed.is_empty() {
                packed.push(' ');
            }
            packed.push_str(word);
        }
    }
    packed.replace(";}", "}")
}

fn read(path: &Path) -> io::Result<String> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path)
}
