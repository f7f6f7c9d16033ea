//! The interface's words: every key the code asks for is there, and none is left over.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use what_matters::words::Catalogue;

/// Calls whose first string is a key of the catalogue.
const ASKS: [&str; 4] = [".line(\"", ".fill(\"", ".way(\"", "block(app, \""];

fn source() -> String {
    fn gather(folder: &Path, all: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                gather(&path, all);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source file");
                all.push_str(
                    text.split("#[cfg(test)]\nmod tests {")
                        .next()
                        .unwrap_or_default(),
                );
            }
        }
    }
    let mut all = String::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    all.split_whitespace().collect::<Vec<_>>().join("")
}

#[test]
fn every_key_asked_for_is_there_and_none_is_left_over() {
    let english = Catalogue::english();
    let keys = english.keys();
    let keys: BTreeSet<&str> = keys.iter().map(|key| &**key).collect();
    let source = source();
    let asked: BTreeSet<&str> = ASKS
        .iter()
        .flat_map(|ask| source.split(*ask).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let missing: Vec<_> = asked.iter().filter(|key| !keys.contains(**key)).collect();
    assert!(missing.is_empty(), "asked for and not there: {missing:?}");
    let is_made_up = |key: &&&str| key.starts_with("month-") || **key == "language";
    let left_over: Vec<_> = keys
        .iter()
        .filter(|key| !is_made_up(key) && !source.contains(&format!("\"{key}\"")))
        .collect();
    assert!(
        left_over.is_empty(),
        "there and never asked for: {left_over:?}"
    );
}

#[test]
fn the_rescue_screen_has_its_words_from_the_same_file_and_none_is_left_over() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).expect(path);
    let (words, script) = (read("www/words/en.json"), read("pkg-config/npm/rescue.js"));
    let keys = |text: &str, mark: char| {
        let parts = text.split(mark);
        let keys = parts.filter(|part| part.starts_with("broke-"));
        keys.map(str::to_owned).collect::<BTreeSet<_>>()
    };
    assert_eq!(keys(&words, '"'), keys(&script, '\''));
}
