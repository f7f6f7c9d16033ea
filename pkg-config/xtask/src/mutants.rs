//! The code is changed in one place, and a test has to find it; then in the next.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{Outcome, root, tools};

/// Where what was found is listed.
const FOLDER: &str = "target/mutants";
/// How it ends where it came to its end: all were found, some were not, some went on for ever.
const FINISHED: [i32; 3] = [0, 2, 3];
/// What stands in a regular expression for something else than itself.
const SIGNS: &str = r".+*?()|[]{}^$\";

/// Changes every place in the pure rooms, or one part of so many, as in `3/12`: one after the other, in a copy of its own.
///
/// Each is first looked for by the tests that stand beside the code, then, if none of them found it, by those of `tests/native`.
pub(crate) fn run(part: Option<&str>) -> Outcome {
    let tool = tools::built("cargo-mutants", "27.1.0")?;
    tools::built("cargo-nextest", "0.9.143")?;
    let look = |tests: &str, which: Vec<String>, name: &str| {
        let into = root().join(FOLDER).join(name);
        fs::create_dir_all(&into).map_err(|error| format!("{}: {error}", into.display()))?;
        let mut command = Command::new(&tool);
        command
            .args(["mutants", "--no-shuffle", "--timeout=300", tests])
            .arg(format!("--output={FOLDER}/{name}"))
            .args(which)
            .env("PATH", tools::path())
            .env("CARGO_INCREMENTAL", "1")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("PROPTEST_RNG_SEED", "2024");
        println!("— mutants, looked for by {name}");
        let status = command.current_dir(root()).status();
        let status =
            status.map_err(|error| format!("cargo-mutants could not be started: {error}"))?;
        match status.code() {
            Some(code) if FINISHED.contains(&code) => lines(&into.join("mutants.out/missed.txt")),
            _ => Err("cargo-mutants did not come to its end".to_owned()),
        }
    };
    let part = part.map(|part| format!("--shard={part}"));
    let missed = look("--cargo-arg=--lib", part.into_iter().collect(), "lib")?;
    if missed.is_empty() {
        return Ok(());
    }
    let which = missed
        .iter()
        .map(|name| format!("--re=^{}$", exactly(name)));
    let missed = look("--cargo-arg=--test=native", which.collect(), "native")?;
    for name in &missed {
        println!("{name}");
    }
    println!(
        "— {} survived; tests/MUTANTS.md says what is thought of known ones",
        missed.len()
    );
    Ok(())
}

fn lines(path: &Path) -> Outcome<Vec<String>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// A text as a regular expression that means that text and no other.
fn exactly(text: &str) -> String {
    let mut exact = String::new();
    for sign in text.chars() {
        if SIGNS.contains(sign) {
            exact.push('\\');
        }
        exact.push(sign);
    }
    exact
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_signs_in_it_means_itself() {
        let name = "src/a.rs:1:2: replace a -> Option<b> with Some(\"c\")";
        let exact = r#"src/a\.rs:1:2: replace a -> Option<b> with Some\("c"\)"#;
        assert_eq!(exactly(name), exact);
    }
}
