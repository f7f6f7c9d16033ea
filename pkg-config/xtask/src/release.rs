//! What is handed out: the site of the last commit, built twice the same, with its bill of materials, notices and hashes.

use std::fs;

use crate::{Outcome, reproduce, root, site, supply, tools};

/// Without these nobody could use it, check it, or hand it on.
const NEEDED: [&str; 5] = [
    "what-matters.js",
    "what-matters.d.ts",
    "sri.json",
    "sbom.json",
    "licences.txt",
];

/// Fills `dist-release/` with the site, and packs it as one file.
pub(crate) fn run() -> Outcome {
    if !tools::has_node() {
        return Err("without Node and npm the files are not made small".to_owned());
    }
    supply::check()?;
    let built = reproduce::run()?;
    if let Some(missing) = NEEDED.iter().find(|name| !built.join(name).is_file()) {
        return Err(format!("the site has no {missing}"));
    }
    let name = format!("what-matters-{}", version()?);
    let release = root().join("dist-release");
    if release.exists() {
        fs::remove_dir_all(&release).map_err(|error| format!("dist-release: {error}"))?;
    }
    let folder = release.join(&name);
    site::each_file(&built, &mut |path| {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        crate::pack::write(&folder.join(site::inside(&built, path)), &bytes)
    })?;
    // The same files give the same archive: no times, no owners, in the order of their names.
    let mut tar = std::process::Command::new("tar");
    tar.args([
        "--create",
        "--gzip",
        "--sort=name",
        "--mtime=@0",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "--mode=u=rwX,go=rX",
    ]);
    tar.arg(format!("--file=dist-release/{name}.tar.gz"));
    tar.args(["--directory=dist-release", &name]);
    tools::run(&mut tar, &format!("dist-release/{name}.tar.gz"))
}

/// The version of the program.
fn version() -> Outcome<String> {
    let crates = crate::crates::all()?;
    let ours = crates
        .into_iter()
        .find(|made_of| made_of.id.0 == "what-matters");
    ours.map(|ours| ours.id.1)
        .ok_or_else(|| "the program has no version".to_owned())
}
