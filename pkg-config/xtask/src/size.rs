//! How much a page fetches before its first screen stands, and after it, held to the byte.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{Outcome, dist, root, site};

/// What everything fetched before the first screen stands may have, in bytes of brotli 11: 140 KB.
const MOST: usize = 140_000;
/// The part of the program that comes after it.
const REST: &str = "rest";
/// The part that has to do with services, and comes on a page that names some.
const NEARBY: &str = "nearby";
/// The program that reads lists of them, which comes there too.
const DIRECTORY: &str = "directory";

/// One file's sizes in bytes: raw, gzip 9, brotli 11.
struct Sizes {
    name: String,
    sizes: [usize; 3],
}

/// Holds the built site against `pkg-config/size.toml`, or writes that anew.
pub(crate) fn check(write: bool) -> Outcome {
    if !dist().join("what-matters.js").exists() {
        site::build()?;
    }
    let measured = measure()?;
    let text = table(&measured);
    println!("{text}");
    let total = first_load(&measured);
    if total > MOST {
        return Err(format!(
            "the first load has {total} bytes of brotli, and may have {MOST}"
        ));
    }
    let path = root().join("pkg-config/size.toml");
    if write {
        return fs::write(&path, text).map_err(|error| format!("size.toml: {error}"));
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    if kept == text {
        return Ok(());
    }
    let kept_total = kept
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix("total_brotli = ")?.parse::<usize>().ok());
    Err(match kept_total {
        Some(kept) if kept > total => format!(
            "the first load is {} bytes smaller: run `cargo xtask size --write`",
            kept - total
        ),
        Some(kept) if kept < total => format!(
            "the first load has grown by {} bytes of brotli; if there is a reason, run `cargo xtask size --write` and say it in the commit",
            total - kept
        ),
        _ => "sizes have changed: run `cargo xtask size --write`".to_owned(),
    })
}

fn measure() -> Outcome<Vec<Sizes>> {
    let mut files = vec![
        dist().join("what-matters.js"),
        dist().join("guides/first-conversation.json"),
    ];
    let entries = fs::read_dir(dist()).map_err(|error| format!("dist: {error}"))?;
    files.extend(
        entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "wasm")),
    );
    files.sort();
    let sizes = files.iter().map(|path| {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let kind = path.extension().unwrap_or_default().to_string_lossy();
        let is_of = |part: &str| path.to_string_lossy().contains(&format!(".{part}."));
        let name = match &*kind {
            "json" => "guide",
            "js" => "script",
            _ if is_of(REST) => REST,
            _ if is_of(NEARBY) => NEARBY,
            _ if is_of(DIRECTORY) => DIRECTORY,
            _ => "wasm",
        };
        Ok(Sizes {
            name: name.to_owned(),
            sizes: [bytes.len(), gzip(&bytes)?, brotli(&bytes)?],
        })
    });
    sizes.collect()
}

fn table(files: &[Sizes]) -> String {
    let mut text = String::from(
        "# Bytes fetched until the first screen stands, and after it: the rest of the program, and on a page that names services what offers them and what reads their lists. `cargo xtask size --write` writes this file.\n",
    );
    for Sizes {
        name,
        sizes: [raw, gzip, brotli],
    } in files
    {
        let _ = write!(
            text,
            "\n[{name}]\nraw = {raw}\ngzip = {gzip}\nbrotli = {brotli}\n"
        );
    }
    let total = first_load(files);
    let _ = write!(text, "\n[first_load]\ntotal_brotli = {total}\n");
    text
}

/// What is fetched before the first screen stands, in bytes of brotli.
fn first_load(files: &[Sizes]) -> usize {
    let first = files
        .iter()
        .filter(|file| ![REST, NEARBY, DIRECTORY].contains(&file.name.as_str()));
    first.filter_map(|file| file.sizes.last()).sum()
}

fn gzip(bytes: &[u8]) -> Outcome<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let done = encoder.write_all(bytes).and_then(|()| encoder.finish());
    done.map(|packed| packed.len())
        .map_err(|error| format!("gzip: {error}"))
}

fn brotli(bytes: &[u8]) -> Outcome<usize> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let done = brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters);
    done.map(|_| packed.len())
        .map_err(|error| format!("brotli: {error}"))
}
