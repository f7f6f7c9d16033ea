//! Documents that quote the code say what the code says.

mod asvs;
mod authors;

use std::fs;
use std::path::Path;

pub(super) fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The lines from the one that holds `first` to the one that holds `last`, without what they share as indentation.
fn lines_between(text: &str, first: &str, last: &str) -> String {
    let from = text.lines().skip_while(|line| !line.contains(first));
    let mut found = Vec::new();
    for line in from {
        found.push(line);
        if line.contains(last) {
            break;
        }
    }
    let indent = found
        .iter()
        .map(|line| line.len() - line.trim_start().len())
        .min()
        .unwrap_or_default();
    found
        .iter()
        .map(|line| line.get(indent..).unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_readme_shows_the_very_text_of_the_embed_pages() {
    let readme = file("README.md");
    let mut snippets = readme
        .split("```html\n")
        .skip(1)
        .filter_map(|rest| rest.split("\n```").next());
    for page in ["www/embed/basic.html", "www/embed/session.html"] {
        let told = readme.contains(&format!("This is the text of `{page}`"));
        assert!(told, "{page}");
        let shown = lines_between(&file(page), "<script type=\"module\"", "</what-matters>");
        assert_eq!(snippets.next(), Some(&*shown), "{page}");
    }
}

#[test]
fn the_changelog_has_this_version() {
    assert!(file("CHANGELOG.md").contains(&format!("## [{}]", env!("CARGO_PKG_VERSION"))));
}

/// Words that make software a medical device in the eyes of the regulator, when claimed (MHRA, as listed in its guidance on software).
const SIGNAL_WORDS: [&str; 9] = [
    "amplif",
    "alarm",
    "calculat",
    "detect",
    "diagnos",
    "interpret",
    "monitor",
    "predict",
    "triage",
];

#[test]
fn the_readme_claims_nothing_medical() {
    let claims: Vec<_> = file("README.md")
        .lines()
        .filter(|line| {
            SIGNAL_WORDS
                .iter()
                .any(|word| line.to_lowercase().contains(word))
        })
        .filter(|line| {
            !line.contains("does not") && !line.contains("no ") && !line.contains("not ")
        })
        .map(str::to_owned)
        .collect();
    assert!(claims.is_empty(), "{claims:?}");
}

#[test]
fn every_link_to_a_file_leads_to_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages: Vec<String> = vec!["README.md".to_owned(), "CHANGELOG.md".to_owned()];
    pages.extend(authors::pages().into_iter().map(|(path, _)| path));
    let mut links = 0;
    for page in pages {
        let folder = root.join(&page);
        let folder = folder.parent().expect("a folder");
        for link in file(&page).split("](").skip(1) {
            let link = link.split([')', '#']).next().unwrap_or_default();
            // The readable copy of our guide is made while building.
            let is_made = link == "first-conversation.json";
            if link.is_empty() || link.starts_with("http") || is_made {
                continue;
            }
            assert!(folder.join(link).exists(), "{page} links to {link}");
            links += 1;
        }
    }
    assert!(links > 15, "only {links} links");
}
