//! What the program is made of, as cargo tells it: each crate with its version, licence, hash and folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::{Outcome, root};

/// Where the program runs.
const TARGET: &str = "wasm32-unknown-unknown";
/// Crates the compiler runs while it builds: macros and build scripts, and what these are made of.
const BUILDING: &str = "no-dev";
/// Crates that are compiled in.
const INSIDE: &str = "no-dev,no-build,no-proc-macro";

/// A name and a version.
pub(crate) type Id = (String, String);

/// One crate of the program.
#[derive(Debug)]
pub(crate) struct Crate {
    /// Its name and version.
    pub(crate) id: Id,
    /// Its licence, as SPDX writes it.
    pub(crate) licence: String,
    /// Who wrote it, without addresses.
    pub(crate) authors: Vec<String>,
    /// Where its text is.
    pub(crate) folder: PathBuf,
    /// The SHA-256 that the lock holds it to; none for our own.
    pub(crate) hash: Option<String>,
    /// Whether it is compiled in, or only runs while building.
    pub(crate) is_inside: bool,
    /// What it uses of the others.
    pub(crate) uses: BTreeSet<Id>,
}

/// All crates of the program, sorted by name.
pub(crate) fn all() -> Outcome<Vec<Crate>> {
    let (inside, building) = (listed(INSIDE)?, listed(BUILDING)?);
    let told = told()?;
    let hashes = hashes()?;
    let packages = told.get("packages").and_then(Value::as_array);
    let ids: BTreeMap<&str, Id> = packages.into_iter().flatten().filter_map(named).collect();
    let uses = |package: &str| {
        let nodes = told.pointer("/resolve/nodes").and_then(Value::as_array);
        let node = nodes
            .into_iter()
            .flatten()
            .find(|node| text(node, "id") == package);
        let used = node.and_then(|node| node.get("dependencies")?.as_array());
        let used = used.into_iter().flatten().filter_map(Value::as_str);
        used.filter_map(|used| ids.get(used))
            .filter(|id| building.contains(*id) || inside.contains(*id))
            .cloned()
            .collect()
    };
    let mut crates = Vec::new();
    for package in packages.into_iter().flatten() {
        let Some((key, id)) = named(package) else {
            continue;
        };
        let is_inside = inside.contains(&id);
        if !is_inside && !building.contains(&id) {
            continue;
        }
        let authors = package.get("authors").and_then(Value::as_array);
        let authors = authors.into_iter().flatten().filter_map(Value::as_str);
        let mut uses: BTreeSet<Id> = uses(key);
        uses.remove(&id);
        crates.push(Crate {
            licence: text(package, "license")
                .replace(" / ", " OR ")
                .replace('/', " OR "),
            authors: authors.map(without_address).collect(),
            folder: Path::new(text(package, "manifest_path"))
                .parent()
                .unwrap_or(&root())
                .to_path_buf(),
            hash: hashes.get(&id).cloned(),
            is_inside,
            uses,
            id,
        });
    }
    crates.sort_by(|one, other| one.id.cmp(&other.id));
    let found: BTreeSet<_> = crates.iter().map(|made_of| &made_of.id).collect();
    match inside.union(&building).find(|id| !found.contains(id)) {
        Some((name, version)) => Err(format!("cargo tells nothing of {name} {version}")),
        None => Ok(crates),
    }
}

/// A value's text, or an empty one.
fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn named(package: &Value) -> Option<(&str, Id)> {
    let key = package.get("id")?.as_str()?;
    let id = (text(package, "name"), text(package, "version"));
    Some((key, (id.0.to_owned(), id.1.to_owned())))
}

fn without_address(author: &str) -> String {
    let name = author.split('<').next().unwrap_or(author);
    name.trim().to_owned()
}

fn ask(arguments: &[&str]) -> Outcome<String> {
    let mut cargo = Command::new("cargo");
    let output = cargo.args(arguments).current_dir(root()).output();
    let output = output.map_err(|error| format!("cargo could not be asked: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn listed(edges: &str) -> Outcome<BTreeSet<Id>> {
    let tree = ask(&[
        "tree",
        "--locked",
        "--package",
        "what-matters",
        "--target",
        TARGET,
        "--edges",
        edges,
        "--prefix",
        "none",
        "--format",
        "{p}",
    ])?;
    Ok(tree.lines().filter_map(id).collect())
}

/// The name and the version in a line of `cargo tree`.
fn id(line: &str) -> Option<Id> {
    let mut words = line.split_whitespace();
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    Some((name.to_owned(), version.to_owned()))
}

fn told() -> Outcome<Value> {
    let text = ask(&[
        "metadata",
        "--locked",
        "--format-version",
        "1",
        "--filter-platform",
        TARGET,
    ])?;
    serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))
}

/// What `Cargo.lock` holds each crate to.
fn hashes() -> Outcome<BTreeMap<Id, String>> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(|error| format!("Cargo.lock: {error}"))?;
    let packages = lock.split("[[package]]").skip(1).filter_map(|package| {
        let field = |name: &str| {
            let value = package.lines().find_map(|line| line.strip_prefix(name))?;
            Some(value.strip_prefix(" = ")?.trim_matches('"').to_owned())
        };
        Some(((field("name")?, field("version")?), field("checksum")?))
    });
    Ok(packages.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_tree_names_a_crate_and_its_version() {
        let id = |line| id(line).map(|(name, version)| format!("{name} {version}"));
        assert_eq!(id("yew v0.23.0 (*)").as_deref(), Some("yew 0.23.0"));
        assert_eq!(
            id("what-matters v0.1.0 (/a b)").as_deref(),
            Some("what-matters 0.1.0")
        );
        assert_eq!(id(""), None);
    }

    #[test]
    fn all_that_is_compiled_in_is_told_with_its_hash_and_licence() {
        let crates = all().unwrap();
        let named = |name: &str| crates.iter().find(|made_of| made_of.id.0 == name);
        for name in ["yew", "argon2", "aes-gcm", "qrcodegen"] {
            assert!(
                named(name).is_some_and(|made_of| made_of.is_inside),
                "{name}"
            );
        }
        for name in ["syn", "serde_derive"] {
            assert!(
                named(name).is_some_and(|made_of| !made_of.is_inside),
                "{name}"
            );
        }
        for name in ["regex", "proptest", "insta"] {
            assert!(named(name).is_none(), "{name} is no part of the program");
        }
        for made_of in &crates {
            let is_ours = made_of.id.0 == "what-matters";
            assert_eq!(made_of.hash.is_none(), is_ours, "{}", made_of.id.0);
            assert!(!made_of.licence.is_empty(), "{}", made_of.id.0);
        }
    }
}
