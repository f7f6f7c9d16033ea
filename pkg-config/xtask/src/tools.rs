//! Finds the tools that are needed, and fetches those that are missing.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Outcome, root};

/// What the browser tests start, each with the package that has it.
const BROWSERS: [(&[&str], &str); 5] = [
    (
        &["chromium", "chromium-browser", "google-chrome"],
        "chromium",
    ),
    (&["firefox-esr", "firefox"], "firefox-esr"),
    (&["WebKitWebDriver"], "webkit2gtk-driver"),
    (&["xvfb-run"], "xvfb"),
    (&["pdftotext"], "poppler-utils"),
];

/// Runs a command in the root of the repository and fails with its name.
pub(crate) fn run(command: &mut Command, name: &str) -> Outcome {
    run_in(command, &root(), name)
}

/// Runs a command in a folder and fails with its name.
pub(crate) fn run_in(command: &mut Command, folder: &Path, name: &str) -> Outcome {
    println!("— {name}");
    match command.current_dir(folder).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("{name} failed")),
        Err(error) => Err(format!("{name} could not be started: {error}")),
    }
}

/// Runs cargo with arguments.
pub(crate) fn cargo(arguments: &[&str], name: &str) -> Outcome {
    run(Command::new("cargo").args(arguments), name)
}

/// Adds the WebAssembly target, where rustup says it is not there.
pub(crate) fn wasm_target() -> Outcome {
    let listed = Command::new("rustup")
        .args(["target", "list", "--installed"])
        .output();
    let Ok(listed) = listed else { return Ok(()) };
    if String::from_utf8_lossy(&listed.stdout).contains("wasm32-unknown-unknown") {
        return Ok(());
    }
    run(
        Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"]),
        "the WebAssembly target",
    )
}

/// Whether Node and npm are on this machine.
pub(crate) fn has_node() -> bool {
    is_there("node") && is_there("npm")
}

/// The folder of the npm tools.
pub(crate) fn npm_folder() -> PathBuf {
    root().join("pkg-config/tools")
}

/// Installs the npm tools as the lock says, unless they are there.
pub(crate) fn npm_tools() -> Outcome {
    let folder = npm_folder();
    let installed = folder.join("node_modules/.package-lock.json");
    let newer = |path: PathBuf| {
        std::fs::metadata(path)
            .and_then(|meta| meta.modified())
            .ok()
    };
    if newer(installed) >= newer(folder.join("package-lock.json"))
        && folder.join("node_modules").exists()
    {
        return Ok(());
    }
    println!("— npm tools");
    let status = Command::new("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(folder)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        _ => Err("npm ci failed in pkg-config/tools".to_owned()),
    }
}

/// One of the npm tools.
pub(crate) fn npm(name: &str) -> Command {
    Command::new(npm_folder().join("node_modules/.bin").join(name))
}

/// A tool written in Rust: the one on the path, or one built into `target/tools`, once, which takes minutes.
pub(crate) fn built(name: &str, version: &str) -> Outcome<PathBuf> {
    let folders = path();
    let mut found = std::env::split_paths(&folders).map(|folder| folder.join(name));
    if let Some(found) = found.find(|path| path.is_file()) {
        return Ok(found);
    }
    let at = format!("{name}@{version}");
    cargo(&["install", "--locked", "--root", "target/tools", &at], &at)?;
    Ok(root().join("target/tools/bin").join(name))
}

/// Where programs are looked for: those built here come last.
pub(crate) fn path() -> OsString {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let here = root().join("target/tools/bin");
    let folders = std::env::split_paths(&folders).chain([here]);
    std::env::join_paths(folders).unwrap_or_default()
}

/// Installs what the browser tests start, where it is missing.
pub(crate) fn browsers() -> Outcome {
    let missing: Vec<_> = BROWSERS
        .iter()
        .filter(|(names, _)| !names.iter().any(|name| is_there(name)))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!("install these for the browser tests: {}", missing.join(" "));
    if !is_there("apt-get") {
        return Err(by_hand);
    }
    let is_root = Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|user| user.stdout.starts_with(b"0\n"));
    let apt = |arguments: &[&str]| {
        let mut command = if is_root {
            Command::new("apt-get")
        } else {
            let mut command = Command::new("sudo");
            command.args(["-n", "apt-get"]);
            command
        };
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null());
        run(&mut command, &format!("apt-get {}", arguments.join(" ")))
    };
    apt(&["update", "-q"]).map_err(|_| by_hand.clone())?;
    let install: Vec<_> = ["install", "-y", "-q", "--no-install-recommends"]
        .into_iter()
        .chain(missing)
        .collect();
    apt(&install).map_err(|_| by_hand)
}

fn is_there(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}
