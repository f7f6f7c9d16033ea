//! Whose work we build on: licences, sources, versions that stand twice, and what is known against any of it.

use std::path::PathBuf;
use std::process::Command;

use crate::{Outcome, root, tools};

/// Where the rules stand.
const RULES: &str = "pkg-config/deny.toml";

/// Holds `Cargo.lock` against the rules. Advisories are looked at where their list is, or can be fetched.
pub(crate) fn check() -> Outcome {
    let deny = tools::built("cargo-deny", "0.20.2")?;
    let look = |what: &[&str], name: &str| {
        let mut command = Command::new(&deny);
        command
            .args([
                "--workspace",
                "--all-features",
                "--locked",
                "--config",
                RULES,
            ])
            .args(what);
        tools::run(&mut command, name)
    };
    look(
        &["check", "bans", "licenses", "sources"],
        "licences, sources, versions that stand twice",
    )?;
    let is_fetched = look(&["fetch", "db"], "the list of advisories").is_ok();
    if !is_fetched && !has_list() {
        let folder = list();
        println!(
            "— advisories: not looked at, for there is no list of them in {}",
            folder.display()
        );
        return Ok(());
    }
    look(&["--offline", "check", "advisories"], "advisories")
}

/// The folder of the lists, as `deny.toml` names it.
fn list() -> PathBuf {
    root().join("target/advisories")
}

fn has_list() -> bool {
    std::fs::read_dir(list()).is_ok_and(|mut entries| entries.next().is_some())
}
