//! A text as QR codes, to take from one screen to another without anything in between.

use std::fmt::{self, Write as _};

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// What one code holds, in bytes.
const ROOM: usize = 1200;
/// More codes than this nobody holds a phone up to.
const MOST: usize = 4;
/// The largest code that phones read well from a screen: 117 modules a side. At low error correction it holds 1,273 bytes.
const LARGEST: u8 = 25;
/// The empty modules around a code, by which a reader knows it. They belong to what is drawn.
const QUIET: i32 = 4;

/// One QR code.
#[derive(Clone, PartialEq, Eq)]
pub struct Code {
    /// How many modules it has a side, with those left empty around it.
    pub modules: u16,
    /// All its dark modules as the `d` of one path, a unit a module.
    pub path: String,
    /// What it says.
    pub text: String,
}

impl fmt::Debug for Code {
    /// The path can be read as well as the text, so neither is shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({})", self.text.len())
    }
}

/// A text that is too long for the codes there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// How long it is in UTF-8.
    pub bytes: usize,
    /// How long it may be, or some bytes less where a letter of several bytes stands where a code is full.
    pub most: usize,
}

/// A text as at most four codes, which together say it byte for byte. A code ends with a line where it can, else with a word, and never inside a character.
///
/// # Errors
/// When the text is longer than four codes hold.
pub fn codes(text: &str) -> Result<Vec<Code>, TooLong> {
    let too_long = TooLong {
        bytes: text.len(),
        most: MOST * ROOM,
    };
    let pieces = pieces(text).ok_or(too_long)?;
    let codes = pieces.into_iter().map(code);
    codes.collect::<Option<_>>().ok_or(too_long)
}

/// Takes a text apart, if there are codes enough for it.
fn pieces(text: &str) -> Option<Vec<&str>> {
    // Where the last code may begin at the earliest, the last two, and so on.
    let mut begins = [text.len(); MOST];
    let mut next = text.len();
    for begin in &mut begins {
        next = text.ceil_char_boundary(next.saturating_sub(ROOM));
        *begin = next;
    }
    if next > 0 {
        return None;
    }
    let mut pieces = Vec::new();
    let mut rest = text;
    // The first code has to reach where the last three may begin, and the last one the end.
    for earliest in begins.into_iter().rev().skip(1).chain([text.len()]) {
        if rest.is_empty() {
            break;
        }
        let least = earliest.saturating_sub(text.len() - rest.len());
        let (piece, after) = rest.split_at_checked(cut(rest, least))?;
        pieces.push(piece);
        rest = after;
    }
    Some(pieces)
}

/// Where a code ends: after `least` bytes or more, so that what follows fits into the codes left.
fn cut(text: &str, least: usize) -> usize {
    if text.len() <= ROOM {
        return text.len();
    }
    let full = text.floor_char_boundary(ROOM);
    let after = |sign: char| {
        let end = text.get(..full)?.rfind(sign)? + 1;
        (end >= least).then_some(end)
    };
    after('\n').or_else(|| after(' ')).unwrap_or(full)
}

/// Makes one code, with medium error correction if it does not grow too large by it.
fn code(text: &str) -> Option<Code> {
    // As bytes whatever it says, for a reader to show as it stands.
    let segment = [QrSegment::make_bytes(text.as_bytes())];
    let made = |correction| {
        QrCode::encode_segments_advanced(
            &segment,
            correction,
            Version::MIN,
            Version::new(LARGEST),
            None,
            true,
        )
    };
    let drawn = made(QrCodeEcc::Medium)
        .or_else(|_| made(QrCodeEcc::Low))
        .ok()?;
    Some(Code {
        modules: u16::try_from(drawn.size() + 2 * QUIET).ok()?,
        path: path(&drawn),
        text: text.to_owned(),
    })
}

/// Each run of dark modules in a row as a rectangle of its own.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut begun = None;
        // One beyond the edge, where all is light, so that a run at the edge ends too.
        for x in 0..=code.size() {
            match (code.get_module(x, y), begun) {
                (true, None) => begun = Some(x),
                (false, Some(from)) => {
                    let (left, top, run) = (from + QUIET, y + QUIET, x - from);
                    // Writing to a text cannot fail.
                    let _ = write!(path, "M{left} {top}h{run}v1h-{run}z");
                    begun = None;
                }
                _ => {}
            }
        }
    }
    path
}
