//! The command line for people who write guides.
#![expect(clippy::print_stderr, reason = "a command line speaks by printing")]

use std::fs;
use std::io::Write as _;
use std::process::ExitCode;

use what_matters::author;

const USAGE: &str =
    "what-matters check FILE…   says what is wrong with guides, and what could be kinder
what-matters schema        prints the JSON Schema of the format, for editors";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((verb, files)) if verb == "check" && !files.is_empty() => check(files),
        Some((verb, [])) if verb == "schema" => {
            say(&author::schema());
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
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
