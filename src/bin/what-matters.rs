//! The command line for people who write guides and keep feeds of services.
#![expect(clippy::print_stderr, reason = "a command line speaks by printing")]

use std::fs;
use std::io::Write as _;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use what_matters::author;
use what_matters::words::Day;

const USAGE: &str = "what-matters check FILE…   says what is wrong with guides, and what could be kinder
what-matters schema        prints the JSON Schema of the format, for editors
what-matters services check FILE… [--map FILE]
                           says what is wrong with feeds of services, how fresh they are, and what the map lacks";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((verb, files)) if verb == "check" && !files.is_empty() => check(files),
        Some((verb, [])) if verb == "schema" => {
            say(&author::schema());
            ExitCode::SUCCESS
        }
        Some((verb, rest)) if verb == "services" => services(rest),
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}

/// Checks feeds of services, and fails when one of them is no feed or nothing can be offered.
fn services(arguments: &[String]) -> ExitCode {
    let Some(("check", rest)) = arguments
        .split_first()
        .map(|(verb, rest)| (verb.as_str(), rest))
    else {
        return usage();
    };
    let (mut names, mut map) = (Vec::new(), None);
    let mut rest = rest.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--map" if map.is_none() => match rest.next() {
                Some(name) => map = Some(name.as_str()),
                None => return usage(),
            },
            name if name.starts_with("--") => return usage(),
            name => names.push(name),
        }
    }
    if names.is_empty() {
        return usage();
    }
    let mut is_wrong = false;
    let mut read = |name: &str| {
        let bytes = fs::read(name);
        let bytes = bytes.inspect_err(|error| {
            eprintln!("{name}: this file cannot be opened: {error}");
            is_wrong = true;
        });
        Some((name.to_owned(), bytes.ok()?))
    };
    let map = map.and_then(&mut read);
    let feeds: Vec<_> = names.into_iter().filter_map(&mut read).collect();
    let feeds: Vec<_> = feeds
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let map = map
        .as_ref()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let checked = author::services::check(&feeds, map, today());
    say(&checked.text);
    ExitCode::from(u8::from(is_wrong || checked.is_wrong))
}

/// The day by this machine's clock.
#[expect(
    clippy::disallowed_methods,
    reason = "a command runs where there is a clock"
)]
fn today() -> Day {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    author::services::day_of(since.unwrap_or(Duration::ZERO).as_secs())
}

/// Checks every file, and fails when one of them leaves no guide.
fn check(files: &[String]) -> ExitCode {
    let mut is_wrong = false;
    for file in files {
        match fs::read(file) {
            Ok(bytes) => {
                let checked = author::check(file, &bytes);
                say(&checked.text);
                is_wrong |= checked.is_wrong;
            }
            Err(error) => {
                eprintln!("{file}: this file cannot be opened: {error}");
                is_wrong = true;
            }
        }
    }
    ExitCode::from(u8::from(is_wrong))
}

/// Prints. Whoever reads the first lines alone and goes does no harm.
fn say(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}
