//! The code is changed in one place, and a test has to find it; then in the next.

use std::process::Command;

use crate::{Outcome, root, tools};

/// Changes every place in the pure rooms, or one part of so many, as in `3/12`. What no test finds is listed in `target/mutants`.
pub(crate) fn run(part: Option<&str>) -> Outcome {
    let mutants = tools::built("cargo-mutants", "27.1.0")?;
    tools::built("cargo-nextest", "0.9.143")?;
    let mut command = Command::new(mutants);
    command
        .args([
            "mutants",
            "--no-shuffle",
            "--timeout",
            "300",
            "--output",
            "target/mutants",
        ])
        .args(part.map(|part| format!("--shard={part}")))
        .args(["--cargo-test-arg=--lib", "--cargo-test-arg=--test=native"])
        .env("PATH", tools::path())
        .env("CARGO_INCREMENTAL", "1")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("PROPTEST_RNG_SEED", "2024");
    std::fs::create_dir_all(root().join("target/mutants"))
        .map_err(|error| format!("target/mutants: {error}"))?;
    tools::run(&mut command, "mutants")
}
