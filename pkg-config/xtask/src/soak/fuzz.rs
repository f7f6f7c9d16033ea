//! The fuzz targets of `pkg-config/fuzz`, each for some minutes, from the inputs kept in `tests/data/fuzz`.
//! A stable compiler can do it: these are the flags of `cargo fuzz`, without a sanitizer for memory, since there is no `unsafe` code here to watch.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::table::Row;
use crate::pack::write;
use crate::{Outcome, root};

const TARGETS: [&str; 4] = ["guide", "save", "file", "services"];
/// Every branch is counted, and what is compared is told to the fuzzer.
const FLAGS: [&str; 8] = [
    "--cfg fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-sanitizer-coverage-stack-depth",
    "-Clink-dead-code",
];
/// No input may take longer, in seconds, nor more memory, in MiB, nor is one longer, in bytes.
const LIMITS: [&str; 3] = ["-timeout=5", "-rss_limit_mb=1024", "-max_len=65536"];
/// Names longer than this are no names of a form.
const LONGEST_NAME: usize = 24;

/// All of them, one row each.
pub(super) fn all(minutes: u64) -> Vec<Row> {
    let built = match build() {
        Ok(built) => built,
        Err(sentence) => return vec![Row::broken("fuzz", &sentence)],
    };
    let row = |target: &str| {
        let name = format!("fuzz {target}");
        run(&built, target, minutes).unwrap_or_else(|sentence| Row::broken(&name, &sentence))
    };
    TARGETS.map(row).into()
}

/// Where what this makes is kept.
fn own() -> PathBuf {
    root().join("target/fuzz")
}

/// Builds them, and says where they are.
fn build() -> Outcome<PathBuf> {
    let said = Command::new("rustc").arg("-vV").output();
    let said = said.map_err(|error| format!("rustc could not be asked: {error}"))?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.ok_or("rustc does not say what it runs on")?;
    // With a target named, the flags are for the targets alone and not for what builds them.
    let status = Command::new("cargo")
        .args([
            "build",
            "--release",
            "--manifest-path",
            "pkg-config/fuzz/Cargo.toml",
            "--target",
            host,
        ])
        .env("RUSTFLAGS", FLAGS.join(" "))
        .env("CARGO_TARGET_DIR", own())
        .current_dir(root())
        .status();
    if !status.is_ok_and(|status| status.success()) {
        return Err(
            "the fuzz targets could not be built; libFuzzer needs a C++ compiler".to_owned(),
        );
    }
    Ok(own().join(host).join("release"))
}

fn run(built: &Path, target: &str, minutes: u64) -> Outcome<Row> {
    let kept = root().join("tests/data/fuzz").join(target);
    let new = own().join("run").join(target);
    let found = own().join("found");
    for folder in [&new, &found] {
        fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    }
    let names = own().join(format!("{target}.dict"));
    write(&names, dictionary(&kept).as_bytes())?;
    println!("— fuzz {target}, {minutes} minutes");
    let mut child = Command::new(built.join(target))
        .args([&new, &kept])
        .args(LIMITS)
        .arg(format!("-max_total_time={}", minutes * 60))
        .arg(format!("-dict={}", names.display()))
        .arg(format!("-artifact_prefix={}/{target}-", found.display()))
        .arg("-print_final_stats=1")
        .current_dir(root())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let mut row = Row {
        name: format!("fuzz {target}"),
        ..Row::default()
    };
    let mut slowest = String::new();
    if let Some(said) = child.stderr.take() {
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            let stat = |name: &str| Some(line.strip_prefix(name)?.trim().to_owned());
            if let Some(count) = stat("stat::number_of_executed_units:") {
                row.cases = count.parse().unwrap_or_default();
            } else if let Some(seconds) = stat("stat::slowest_unit_time_sec:") {
                slowest = seconds;
            } else if let Some((_, path)) = line.split_once("Test unit written to ") {
                row.lost.push_str(path);
            } else if line.contains("panicked at") || line.contains("ERROR: libFuzzer") {
                println!("  {line}");
            }
        }
    }
    let is_clean = child.wait().is_ok_and(|status| status.success());
    row.failed = u64::from(!is_clean);
    row.passed = row.cases.saturating_sub(row.failed);
    row.measured = format!("slowest input {slowest} s, {minutes} minutes");
    Ok(row)
}

/// Each short text between quotes in the kept inputs: mostly the names that the forms are made of.
fn dictionary(folder: &Path) -> String {
    let mut names = BTreeSet::new();
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        let text = fs::read(file.path()).unwrap_or_default();
        let text = String::from_utf8_lossy(&text).into_owned();
        let is_name = |part: &&str| {
            let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "-_".contains(sign);
            (1..=LONGEST_NAME).contains(&part.len()) && part.chars().all(is_plain)
        };
        names.extend(
            text.split('"')
                .filter(is_name)
                .map(|name| format!("\"{name}\"")),
        );
    }
    names.into_iter().map(|name| name + "\n").collect()
}
