//! The command line for people who write guides and keep feeds of services.
#![expect(clippy::print_stderr, reason = "a command line speaks by printing")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use what_matters::author;
use what_matters::words::Day;

const USAGE: &str = "what-matters check FILE…   says what is wrong with guides, and what could be kinder
what-matters schema        prints the JSON Schema of the format, for editors
what-matters services check FILE… [--map FILE]
                           says what is wrong with feeds of services, how fresh they are, and what the map lacks
what-matters services pack FILE… [--map FILE] [--only PLACE,…] [--into FOLDER]
                           checks them, and writes them as one file for a page to load; where places are named,
                           with those there alone: outward codes (LS6), postcode areas (LS), areas (Leeds)";

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

/// What was asked about services, besides whether to check or to pack them.
#[derive(Default)]
struct Asked<'a> {
    feeds: Vec<&'a str>,
    map: Option<&'a str>,
    only: Vec<&'a str>,
    into: Option<&'a str>,
}

impl<'a> Asked<'a> {
    /// `None` where it makes no sense.
    fn of(arguments: &'a [String], is_packing: bool) -> Option<Self> {
        let mut asked = Self::default();
        let mut rest = arguments.iter().map(String::as_str);
        while let Some(argument) = rest.next() {
            match argument {
                "--map" if asked.map.is_none() => asked.map = Some(rest.next()?),
                "--only" if is_packing => {
                    let places = rest.next()?.split(',').map(str::trim);
                    let before = asked.only.len();
                    asked.only.extend(places.filter(|place| !place.is_empty()));
                    // What came out empty was not meant to be everything.
                    if asked.only.len() == before {
                        return None;
                    }
                }
                "--into" if is_packing && asked.into.is_none() => asked.into = Some(rest.next()?),
                name if name.starts_with("--") => return None,
                name => asked.feeds.push(name),
            }
        }
        (!asked.feeds.is_empty()).then_some(asked)
    }
}

/// Checks or packs feeds of services, and fails when one of them is no feed or nothing can be offered.
fn services(arguments: &[String]) -> ExitCode {
    let Some((verb, rest)) = arguments.split_first() else {
        return usage();
    };
    let is_packing = match verb.as_str() {
        "check" => false,
        "pack" => true,
        _ => return usage(),
    };
    let Some(asked) = Asked::of(rest, is_packing) else {
        return usage();
    };
    let mut is_wrong = false;
    let mut read = |name: &str| {
        let bytes = fs::read(name);
        let bytes = bytes.inspect_err(|error| {
            eprintln!("{name}: this file cannot be opened: {error}");
            is_wrong = true;
        });
        Some((name.to_owned(), bytes.ok()?))
    };
    let map = asked.map.and_then(&mut read);
    let feeds: Vec<_> = asked.feeds.into_iter().filter_map(&mut read).collect();
    let feeds: Vec<_> = feeds
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let map = map
        .as_ref()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let (packed, checked) = if is_packing {
        author::services::pack(&feeds, map, &asked.only, today())
    } else {
        (None, author::services::check(&feeds, map, today()))
    };
    say(&checked.text);
    if let Some(packed) = packed {
        let folder = Path::new(asked.into.unwrap_or("."));
        let path = folder.join(&packed.name);
        match fs::create_dir_all(folder).and_then(|()| fs::write(&path, &packed.bytes)) {
            Ok(()) => say(&format!(
                "{}: {} bytes\n",
                path.display(),
                packed.bytes.len()
            )),
            Err(error) => {
                eprintln!("{}: this file cannot be written: {error}", path.display());
                is_wrong = true;
            }
        }
    }
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
