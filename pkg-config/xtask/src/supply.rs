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
        command.args(["--workspace", "--all-features", "--locked"]);
        command.args(what);
        tools::run(&mut command, name)
    };
    let with_rules = ["check", "--config", RULES];
    look(
        &[&with_rules[..], &["bans", "licenses", "sources"]].concat(),
        "licences, sources, versions that stand twice",
    )?;
    if look(
        &["fetch", "--config", RULES, "db"],
        "the list of advisories",
    )
    .is_err()
        && !has_list()
    {
        println!(
            "— advisories: not looked at, for there is no list of them in {}",
            list().display()
        );
        return Ok(());
    }
    look(
        &[&with_rules[..], &["--disable-fetch", "advisories"]].concat(),
        "advisories",
    )
}

/// The folder of the lists, as `deny.toml` names it.
fn list() -> PathBuf {
    root().join("target/advisories")
}

fn has_list() -> bool {
    std::fs::read_dir(list()).is_ok_and(|mut entries| entries.next().is_some())
}
