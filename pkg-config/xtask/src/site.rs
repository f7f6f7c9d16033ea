//! The deployable site in `dist/`: script and WebAssembly, guides, words, help lines, schema, sheets to print, pages for authors, pages that show them, and the notices and the bill of what it is made of.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use what_matters::author;
use what_matters::guide::{Guide, help};
use what_matters::words::Catalogue;

use crate::pack::{Build, checker, integrity, script, write};
use crate::{Outcome, authors, bill, crates, dist, licences, root, tools};

/// Builds the whole site. The npm tools make it small where Node is there.
pub(crate) fn build() -> Outcome<PathBuf> {
    let small = tools::has_node();
    if small {
        tools::npm_tools()?;
    }
    let site = dist();
    if site.exists() {
        fs::remove_dir_all(&site).map_err(|error| format!("dist could not be emptied: {error}"))?;
    }
    let kind = if small { Build::Small } else { Build::Plain };
    script(&site, kind)?;
    for folder in ["guides", "words", "help", "services"] {
        each_file(&root().join("www").join(folder), &mut |path| {
            if path.extension().is_none_or(|kind| kind != "json") {
                return Ok(());
            }
            let text = read(path)?;
            serde_json::from_str::<Value>(&text)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            write(
                &site.join(folder).join(name(path)),
                without_space(&text).as_bytes(),
            )
        })?;
    }
    checker(&site.join("services"), kind)?;
    for name in ["check.html", "check.css"] {
        copy(
            &root().join("www/services").join(name),
            &site.join("services"),
        )?;
    }
    write(&site.join("schema/guide.json"), author::schema().as_bytes())?;
    paper(&site)?;
    authors::build(&site)?;
    each_file(&root().join("www/embed"), &mut |path| {
        copy(path, &site.join("embed"))
    })?;
    for page in [
        "index.html",
        "demo.css",
        "demo.js",
        "picture.png",
        "picture-together.png",
    ] {
        copy(&root().join("www").join(page), &site)?;
    }
    copy(&root().join("pkg-config/npm/what-matters.d.ts"), &site)?;
    let crates = crates::all()?;
    licences::build(&site, &crates)?;
    bill::build(&site, &crates)?;
    hashes(&site)?;
    waiting()?;
    println!("— the site is in dist/");
    Ok(site)
}

/// Builds the program that breaks where it is told to, for tests alone. It never stands in the site.
pub(crate) fn fault() -> Outcome {
    script(&root().join("target/fault-build"), Build::Fault)
}

/// JSON without the space between its parts. What is alike stays together, as its author wrote it: sorted by name it is larger on the wire.
fn without_space(json: &str) -> String {
    let (mut in_text, mut is_escaped) = (false, false);
    let is_kept = |sign: &char| {
        let ends = *sign == '"' && !is_escaped;
        in_text ^= ends;
        is_escaped = in_text && *sign == '\\' && !is_escaped;
        in_text || !sign.is_ascii_whitespace()
    };
    json.chars().filter(is_kept).collect()
}

/// Lists the help lines that are not shown, for whoever builds or releases to see.
fn waiting() -> Outcome {
    let text = read(&root().join("www/help/uk.json"))?;
    let shown = help::lines(None);
    for line in help::read(&text)? {
        if !shown.contains(&line) {
            println!("a help line not shown, for want of a source: {}", line.name);
        }
    }
    Ok(())
}

/// Writes each guide as a sheet to print and fill in by hand.
fn paper(site: &Path) -> Outcome {
    each_file(&root().join("www/guides"), &mut |path| {
        let reading = Guide::read(&read(path)?);
        let Some(guide) = reading.guide else {
            return Err(format!(
                "{} has errors; run the check for authors",
                path.display()
            ));
        };
        let file = format!("{}.html", guide.id());
        let sheet = author::paper::paper(&guide, &Catalogue::english()).html(&file);
        let place = site.join("paper").join(file);
        if place.exists() {
            let (path, id) = (path.display(), guide.id());
            return Err(format!("{path}: another guide has the id `{id}` as well"));
        }
        write(&place, sheet.body.as_bytes())
    })
}

/// Writes the hash of every file, for hosts that pin them.
fn hashes(site: &Path) -> Outcome {
    let mut hashes = Map::new();
    each_file(site, &mut |path| {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        hashes.insert(inside(site, path), Value::String(integrity(&bytes)));
        Ok(())
    })?;
    let mut text = format!("{:#}", Value::Object(hashes));
    text.push('\n');
    write(&site.join("sri.json"), text.as_bytes())
}

/// How a file is named inside a folder.
pub(crate) fn inside(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}

/// Calls `then` with every file below a folder, in the order of their names.
pub(crate) fn each_file(folder: &Path, then: &mut dyn FnMut(&Path) -> Outcome) -> Outcome {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            each_file(&path, then)?;
        } else {
            then(&path)?;
        }
    }
    Ok(())
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn copy(path: &Path, into: &Path) -> Outcome {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    write(&into.join(name(path)), &bytes)
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_goes_and_what_stands_in_texts_stays() {
        let json = "{ \"a\" : \"b \\\" c\\\\\" ,\n\t\"d\": [ 1, true ] }";
        assert_eq!(
            without_space(json),
            "{\"a\":\"b \\\" c\\\\\",\"d\":[1,true]}"
        );
    }
}
