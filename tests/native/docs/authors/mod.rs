//! The guide for authors says what the format is: every field, every problem, and no example that does not work.

mod examples;
mod services;
mod tables;

use std::path::Path;

use super::file;

/// The pages for authors, each with its path, in the order of their names.
pub(super) fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/authors");
    let entries = std::fs::read_dir(folder).expect("the pages for authors");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let pages = paths.filter(|path| path.extension().is_some_and(|own| own == "md"));
    let mut names: Vec<String> = pages
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    let page = |name: String| {
        let path = format!("www/authors/{name}");
        let text = file(&path);
        (path, text)
    };
    names.into_iter().map(page).collect()
}

fn page(name: &str) -> String {
    file(&format!("www/authors/{name}.md"))
}

/// A fenced block of a page: what stands after the fence, and what is in it.
struct Block {
    place: String,
    mark: String,
    text: String,
}

fn blocks() -> Vec<Block> {
    let mut blocks = Vec::new();
    for (path, text) in pages() {
        let mut open: Option<Block> = None;
        for (at, line) in text.lines().enumerate() {
            let fence = line.trim_start().strip_prefix("```");
            open = match (open, fence) {
                (None, Some(mark)) => Some(Block {
                    place: format!("{path}:{}", at + 1),
                    mark: mark.to_owned(),
                    text: String::new(),
                }),
                (Some(block), Some(_)) => {
                    blocks.push(block);
                    None
                }
                (Some(mut block), None) => {
                    block.text.push_str(line);
                    block.text.push('\n');
                    Some(block)
                }
                (None, None) => None,
            };
        }
        assert!(open.is_none(), "{path} has a block that does not end");
    }
    blocks
}
