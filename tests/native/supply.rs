//! Whose work we build on: every licence is one we may use, every source is the registry, and no crate stands twice unnamed.
//! `cargo xtask supply` looks further, with tools that have to be built first.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use serde_json::Value;

/// Some hundred stand there, most of them brought by Yew. With more than this somebody ought to look.
const MOST_CRATES: usize = 130;
/// Licences that only tools have, and none of what is handed on.
const OF_TOOLS: [&str; 1] = ["MPL-2.0"];

fn rules() -> String {
    fs::read_to_string("pkg-config/deny.toml").expect("the rules")
}

/// The texts between quotes in a list of the rules.
fn listed(name: &str) -> Vec<String> {
    let rules = rules();
    let start = rules.split(&format!("\n{name} = [\n")).nth(1);
    let list = start
        .and_then(|rest| rest.split("\n]").next())
        .expect("the list");
    let quoted = list.lines().filter_map(|line| line.split('"').nth(1));
    quoted.map(str::to_owned).collect()
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .output()
        .expect("cargo");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    String::from_utf8(output.stdout).expect("what cargo says")
}

/// The crates in `Cargo.lock`: name, version, source.
fn locked() -> Vec<[String; 3]> {
    let lock = fs::read_to_string("Cargo.lock").expect("the lock");
    let crates = lock.split("[[package]]\n").skip(1).map(|package| {
        ["name = ", "version = ", "source = "].map(|field| {
            let line = package.lines().find_map(|line| line.strip_prefix(field));
            line.unwrap_or_default().trim_matches('"').to_owned()
        })
    });
    crates.collect()
}

/// Whether each part of an expression lets us choose a licence of the list.
fn may_be_used(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.replace('/', " OR ");
    expression.split(" AND ").all(|part| {
        let choices = part.trim_matches(['(', ')']).split(" OR ");
        let mut choices = choices.map(str::trim);
        choices.any(|choice| allowed.iter().any(|allowed| allowed == choice))
    })
}

#[test]
fn a_licence_may_be_used_where_every_part_leaves_a_choice_that_may() {
    let allowed = ["MIT".to_owned(), "ISC".to_owned()];
    for (expression, may) in [
        ("MIT", true),
        ("Apache-2.0/MIT", true),
        ("GPL-3.0 OR MIT", true),
        ("(MIT OR Apache-2.0) AND ISC", true),
        ("MIT AND GPL-3.0", false),
        ("(GPL-2.0 OR GPL-3.0) AND ISC", false),
        ("GPL-3.0", false),
        ("", false),
    ] {
        assert_eq!(may_be_used(expression, &allowed), may, "{expression}");
    }
}

#[test]
fn every_crate_is_under_a_licence_that_lets_it_be_handed_on() {
    let allowed = listed("allow");
    assert!(
        allowed.iter().any(|licence| licence == "MIT"),
        "{allowed:?}"
    );
    let host = cargo(&["-vV"]);
    let host = host
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("the host");
    let mut seen = 0;
    for target in ["wasm32-unknown-unknown", host] {
        let told = cargo(&[
            "metadata",
            "--locked",
            "--format-version",
            "1",
            "--all-features",
            "--filter-platform",
            target,
        ]);
        let told: Value = serde_json::from_str(&told).expect("what cargo tells");
        for package in told["packages"].as_array().expect("packages") {
            let name = package["name"].as_str().unwrap_or_default();
            // Without a source it is our own.
            if package["source"].is_string() {
                let licence = package["license"].as_str().unwrap_or_default();
                assert!(may_be_used(licence, &allowed), "{name}: {licence}");
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "only {seen} crates were looked at");
}

#[test]
fn every_crate_comes_from_the_registry() {
    let registry = listed_in_line("allow-registry");
    let mut ours = BTreeSet::new();
    for [name, _, source] in locked() {
        if source.is_empty() {
            ours.insert(name);
        } else {
            assert_eq!(source, format!("registry+{registry}"), "{name}");
        }
    }
    assert_eq!(
        ours,
        BTreeSet::from(
            [
                "what-matters",
                "what-matters-directory",
                "what-matters-services",
                "xtask"
            ]
            .map(str::to_owned)
        )
    );
}

fn listed_in_line(name: &str) -> String {
    let rules = rules();
    let line = rules.lines().find(|line| line.starts_with(name));
    line.and_then(|line| line.split('"').nth(1))
        .expect("the line")
        .to_owned()
}

#[test]
fn a_crate_of_two_versions_is_named_with_its_reason_and_no_other_is() {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for [name, version, _] in locked() {
        versions.entry(name).or_default().push(version);
    }
    let named = listed("skip");
    let is_named = |name: &str, version: &str| {
        named.iter().any(|named| {
            let (crate_named, start) = named.split_once('@').expect("a name and a version");
            crate_named == name && version.starts_with(&format!("{start}."))
        })
    };
    let mut used = 0;
    for (name, versions) in &versions {
        let unnamed: Vec<_> = versions
            .iter()
            .filter(|version| !is_named(name, version))
            .collect();
        assert!(
            unnamed.len() == 1,
            "{name} has {unnamed:?} beside what is named"
        );
        used += versions.len() - unnamed.len();
    }
    assert_eq!(used, named.len(), "a version is named that is not there");
    let reasons = rules().matches("reason = \"").count();
    let ignored = listed("ignore").len();
    assert_eq!(reasons, named.len() + ignored, "each has its reason");
}

#[test]
fn the_program_is_made_of_few_crates() {
    let tree = cargo(&[
        "tree",
        "--locked",
        "--package",
        "what-matters",
        "--target",
        "wasm32-unknown-unknown",
        "--edges",
        "no-dev",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    let name = |line: &str| line.split(" (").next().unwrap_or_default().to_owned();
    let crates: BTreeSet<_> = tree
        .lines()
        .filter(|line| !line.is_empty())
        .map(name)
        .collect();
    assert!(
        crates.iter().any(|name| name.starts_with("yew ")),
        "the tree was not read"
    );
    assert!(
        crates.len() <= MOST_CRATES,
        "the program is made of {} crates",
        crates.len()
    );
}

#[test]
fn tools_from_npm_are_held_to_a_hash_and_none_is_handed_on() {
    let mut allowed = listed("allow");
    allowed.extend(OF_TOOLS.map(str::to_owned));
    let text = fs::read_to_string("pkg-config/tools/package-lock.json").expect("the lock");
    let lock: Value = serde_json::from_str(&text).expect("JSON");
    let packages = lock["packages"].as_object().expect("packages");
    for (name, package) in packages {
        if name.is_empty() {
            assert!(
                package["dependencies"].is_null(),
                "tools are for development"
            );
            continue;
        }
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(may_be_used(licence, &allowed), "{name}: {licence}");
        assert!(
            package["integrity"]
                .as_str()
                .is_some_and(|hash| hash.starts_with("sha512-")),
            "{name}"
        );
        assert_eq!(package["dev"], true, "{name}");
        assert!(
            package["hasInstallScript"].is_null() || name.ends_with("/esbuild"),
            "{name} runs a script"
        );
    }
    assert!(packages.len() > 8);
}
