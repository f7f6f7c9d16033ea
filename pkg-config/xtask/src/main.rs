//! The packer: everything that is done to the code but writing it.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks by printing"
)]

mod authors;
mod bench;
mod bill;
mod crates;
mod imports;
mod licences;
mod mutants;
mod order;
mod pack;
mod places;
mod release;
mod reproduce;
mod serve;
mod site;
mod size;
mod soak;
mod split;
mod supply;
mod test;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

/// What went wrong, in one sentence.
type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["serve"] => serve::run(serve::PORT),
        ["serve", "--port", port] => port
            .parse()
            .map_err(|_| "a port is a number".to_owned())
            .and_then(serve::run),
        ["build"] => site::build().map(drop),
        ["fault"] => site::fault(),
        ["test"] => test::run(),
        ["size"] => size::check(false),
        ["size", "--write"] => size::check(true),
        ["soak", ref rows @ ..] => soak::run(rows),
        ["bench"] => bench::run(),
        ["bench", "native"] => bench::native(),
        ["supply"] => supply::check(),
        ["reproduce"] => reproduce::run().map(drop),
        ["release"] => release::run(),
        ["mutants"] => mutants::run(None),
        ["mutants", part] => mutants::run(Some(part)),
        _ => Err(
            "serve [--port N] | build | fault | test | size [--write] | bench | soak [ROW …] [--minutes N] | supply | reproduce | release | mutants [K/N]"
                .to_owned(),
        ),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map(PathBuf::from).unwrap_or(here)
}

/// The built site.
fn dist() -> PathBuf {
    root().join("dist")
}
