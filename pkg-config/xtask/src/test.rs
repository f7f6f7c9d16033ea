//! Everything that has to hold, cheapest first.

use std::fs;
use std::process::Command;

use crate::tools::{self, cargo};
use crate::{Outcome, root, site, size};

/// What the random walks begin from, where it is set.
const SEED: &str = "PROPTEST_RNG_SEED";

/// Runs it all, and stops at the first thing that does not hold.
pub(crate) fn run() -> Outcome {
    cargo(&["fmt", "--all", "--check"], "formatting")?;
    tools::wasm_target()?;
    let strict = ["--", "-D", "warnings"];
    cargo(
        &[
            &["clippy", "--workspace", "--all-features", "--all-targets"][..],
            &strict,
        ]
        .concat(),
        "clippy, on the host",
    )?;
    cargo(
        &[
            &["clippy", "--lib", "--target", "wasm32-unknown-unknown"][..],
            &strict,
        ]
        .concat(),
        "clippy, for the browser",
    )?;
    cargo(
        &["check", "--lib", "--no-default-features"],
        "the core alone, without a browser",
    )?;
    // The same random walks each time, so that what is red was made red by the change; more, and others, with PROPTEST_CASES and a plain `cargo test`.
    let mut native = Command::new("cargo");
    native.args(["test", "--workspace", "--quiet"]);
    if std::env::var_os(SEED).is_none() {
        native.env(SEED, "2024");
    }
    tools::run(&mut native, "native tests")?;
    let mut doc = Command::new("cargo");
    doc.args(["doc", "--no-deps", "--all-features", "--quiet"])
        .env("RUSTDOCFLAGS", "-D warnings");
    tools::run(&mut doc, "documentation")?;
    if !tools::has_node() {
        return Err("the browser tests need Node and npm".to_owned());
    }
    tools::npm_tools()?;
    tools::browsers()?;
    site::build()?;
    size::check(false)?;
    site::fault()?;
    let mut types = tools::npm("tsc");
    types.args([
        "--noEmit",
        "--strict",
        "--target",
        "es2022",
        "--module",
        "esnext",
        "--moduleResolution",
        "bundler",
        "pkg-config/npm/usage.ts",
    ]);
    tools::run(&mut types, "types")?;
    in_browsers()
}

fn in_browsers() -> Outcome {
    let folder = root().join("tests/browser");
    let entries = fs::read_dir(&folder).map_err(|error| format!("tests/browser: {error}"))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    let mut node = Command::new("node");
    node.args([
        "--test",
        "--test-concurrency=2",
        "--test-timeout=240000",
        "--test-reporter=spec",
    ])
    .args(files);
    tools::run(&mut node, "browser tests")
}
