//! A day in words, from the catalogue's months, so that the core needs no `Intl`.

use super::{Catalogue, Line};

/// The keys of the days of a week, from Monday, in the words of the interface.
pub const WEEKDAYS: [&str; 7] = [
    "near-monday",
    "near-tuesday",
    "near-wednesday",
    "near-thursday",
    "near-friday",
    "near-saturday",
    "near-sunday",
];

/// A day of the Gregorian calendar, as the outside world's clock tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year, such as 2026.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// Reads `2026-11-23`; `None` for anything else.
    pub fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.split('-');
        let mut number = |length: usize| {
            let part = parts.next()?;
            (part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let fits = parts.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day);
        fits.then(|| Self {
            year,
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        })
    }

    /// The day as `2026-11-23` (ISO 8601).
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The day in words: `23 November 2026` in English.
    pub fn in_words(self, words: &Catalogue) -> Line {
        let month = words.line(&format!("month-{}", self.month));
        words.fill(
            "day",
            &[
                ("day", &self.day.to_string()),
                ("month", &month.text),
                ("year", &self.year.to_string()),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_and_written_as_iso_8601() {
        assert_eq!(Day::parse("2026-11-03").unwrap().iso(), "2026-11-03");
        for bad in [
            "2026-1-03",
            "2026-13-01",
            "2026-11-00",
            "2026-11-03x",
            "",
            "2026-11-03-1",
        ] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_day_in_words_uses_the_catalogues_month() {
        let day = Day {
            year: 2026,
            month: 6,
            day: 3,
        };
        assert_eq!(&*day.in_words(&Catalogue::english()).text, "3 June 2026");
    }
}
