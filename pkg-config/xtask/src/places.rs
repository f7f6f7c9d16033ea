//! Where others' code may stop is told by its line alone: the paths of their files would be some hundred strings in the first load.

use std::ops::Range;

use wasmparser::{Parser, Payload};

use crate::Outcome;

/// How the paths of others begin: of the crates we use, and of the standard library.
const OTHERS: [&[u8]; 3] = [b"crates/", b"/rustc/", b"/rust/deps/"];
const END: &[u8] = b".rs";

/// Blanks the paths of others in a module's data. Each keeps its length, so nothing else moves.
pub(crate) fn blank_others(wasm: &mut [u8]) -> Outcome {
    for data in data(wasm)? {
        let Some(data) = wasm.get_mut(data) else {
            continue;
        };
        for path in paths(data) {
            if let Some(path) = data.get_mut(path) {
                path.fill(b' ');
            }
        }
    }
    Ok(())
}

/// Where the pieces of data stand in the file.
fn data(wasm: &[u8]) -> Outcome<Vec<Range<usize>>> {
    let mut all = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::DataSection(section) = payload.map_err(|error| error.to_string())? {
            for piece in section {
                let piece = piece.map_err(|error| error.to_string())?;
                let end = piece.range.end;
                all.push(end - piece.data.len()..end);
            }
        }
    }
    Ok(all)
}

/// Where a path of others stands: from its beginning to its end, with what may stand in a path between.
fn paths(data: &[u8]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < data.len() {
        let left = data.get(at..).unwrap_or_default();
        let length = OTHERS
            .iter()
            .any(|begins| left.starts_with(begins))
            .then(|| length(left))
            .flatten();
        if let Some(length) = length {
            all.push(at..at + length);
        }
        at += length.unwrap_or(1);
    }
    all
}

fn length(path: &[u8]) -> Option<usize> {
    let is_of_path = |byte: &&u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    let most = path.iter().take_while(is_of_path).count();
    let path = path.get(..most)?;
    let end = path.windows(END.len()).position(|part| part == END)?;
    Some(end + END.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_others_are_blank_and_ours_and_all_else_stay() {
        let data = b"src/app/out.rscrates/yew-0.23.0/src/html/mod.rs/rustc/59a/library/core/src/str.rsno crates/ here.rs";
        let mut blank = data.to_vec();
        for path in paths(data) {
            blank[path].fill(b' ');
        }
        let text = String::from_utf8(blank).unwrap();
        assert_eq!(text.len(), data.len());
        assert!(text.starts_with("src/app/out.rs  "), "{text}");
        assert!(text.ends_with("  no crates/ here.rs"), "{text}");
        assert_eq!(text.split_whitespace().count(), 4, "{text}");
    }
}
