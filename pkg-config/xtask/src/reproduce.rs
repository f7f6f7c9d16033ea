//! Two clean builds of the last commit, in folders of different names, held against each other byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, root, site, tools};

/// Where the two stand: one near, one far, so that a path that gets into a file shows.
const PLACES: [&str; 2] = ["one", "the-other/further/down"];

/// Builds twice from nothing and fails where the two differ. What comes back is the first of them.
pub(crate) fn run() -> Outcome<PathBuf> {
    let folder = root().join("target/reproduce");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let [first, second] = PLACES.map(|place| built(&folder.join(place)));
    let (first, second) = (first?, second?);
    let (one, other) = (files(&first)?, files(&second)?);
    let names = one.keys().chain(other.keys());
    let mut differ: Vec<_> = names
        .filter(|name| one.get(*name) != other.get(*name))
        .collect();
    differ.sort();
    differ.dedup();
    if !differ.is_empty() {
        let names: Vec<_> = differ.into_iter().map(String::as_str).collect();
        return Err(format!("two builds differ in {}", names.join(", ")));
    }
    println!(
        "— two clean builds are the same, byte for byte: {} files",
        one.len()
    );
    Ok(first)
}

/// Clones the last commit into a folder and builds it there, with nothing that was built before.
fn built(folder: &Path) -> Outcome<PathBuf> {
    let mut clone = Command::new("git");
    clone
        .args(["clone", "--quiet", "--no-hardlinks", "."])
        .arg(folder);
    tools::run(
        &mut clone,
        &format!("the last commit, in {}", folder.display()),
    )?;
    let mut build = Command::new("cargo");
    build
        .args(["xtask", "build"])
        .env_remove("CARGO_TARGET_DIR")
        .env_remove("RUSTFLAGS");
    tools::run_in(&mut build, folder, "a clean build")?;
    Ok(folder.join("dist"))
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    site::each_file(folder, &mut |path| {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        found.insert(site::inside(folder, path), bytes);
        Ok(())
    })?;
    Ok(found)
}
