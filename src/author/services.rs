//! Feeds of services, as many as are named: checked, as the same report that a page shows, and packed for a page to load.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};

use super::check::Checked;
use crate::directory::{Check, Packing};
use crate::words::Day;

/// A file by its name, which is only printed, and its bytes.
pub type Named<'f> = (&'f str, &'f [u8]);

/// Checks feeds, and the map if one of their own is given. It is wrong when one of them is no feed, or when nothing in all of them can be offered.
pub fn check(feeds: &[Named<'_>], map: Option<Named<'_>>, today: Day) -> Checked {
    put_together(&[], feeds, map, today).1
}

/// Feeds packed into one file for a page to load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// Its name, which changes with what is in it, so that a browser may keep it for ever: `services.1a2b3c4d.bin`.
    pub name: String,
    /// What is in it: the form of [`crate::directory::Directory::open`] behind gzip (RFC 1952).
    pub bytes: Vec<u8>,
}

/// Packs feeds, checked as [`check`] does: the services of some places alone where some are named, as [`Packing::only`] has it.
/// Nothing is packed where nothing can be offered.
pub fn pack(
    feeds: &[Named<'_>],
    map: Option<Named<'_>>,
    only: &[&str],
    today: Day,
) -> (Option<Packed>, Checked) {
    let (packing, checked) = put_together(only, feeds, map, today);
    if packing.is_empty() {
        return (None, checked);
    }
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let bytes = gzip
        .write_all(&packing.done())
        .and_then(|()| gzip.finish())
        .unwrap_or_default();
    let [a, b, c, d, ..] = <[u8; 32]>::from(Sha256::digest(&bytes));
    let name = format!("services.{:08x}.bin", u32::from_be_bytes([a, b, c, d]));
    (Some(Packed { name, bytes }), checked)
}

fn put_together(
    only: &[&str],
    feeds: &[Named<'_>],
    map: Option<Named<'_>>,
    today: Day,
) -> (Packing, Checked) {
    let mut check = Check::new(only, Some(today));
    let mut text = String::new();
    if let Some((name, bytes)) = map {
        text.push_str(&check.map(name, bytes));
    }
    for (name, bytes) in feeds {
        text.push_str(&check.feed(name, bytes));
    }
    text.push_str(&check.unmet());
    let is_wrong = check.is_wrong();
    (check.done(), Checked { text, is_wrong })
}

/// The day so many seconds after the beginning of 1970, as clocks count them.
pub fn day_of(seconds: u64) -> Day {
    // Days are counted from the 1st of March of the year 0, so that a leap day ends its year (Howard Hinnant, `civil_from_days`).
    let days = seconds / 86_400 + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (march, next) = (month + 3, month >= 10);
    let small = |number: u64| u8::try_from(number).unwrap_or(1);
    Day {
        year: u16::try_from(era * 400 + year + u64::from(next)).unwrap_or(u16::MAX),
        month: small(if next { march - 12 } else { march }),
        day: small(of_year - (153 * month + 2) / 5 + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_read_as_a_day() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_772_323_199, "2026-02-28"),
            (1_772_323_200, "2026-03-01"),
            (1_798_761_599, "2026-12-31"),
            (1_798_761_600, "2027-01-01"),
        ] {
            assert_eq!(day_of(seconds).iso(), day, "{seconds}");
        }
    }
}
