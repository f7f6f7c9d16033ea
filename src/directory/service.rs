//! A service as it is understood: what its provider publishes of it, without what makes no sense.

use std::rc::Rc;

use crate::words::Day;

/// Something on offer in the community. Only its id and name are sure to be there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Service {
    /// Its id in the feed.
    pub id: Rc<str>,
    /// What it is called.
    pub name: Rc<str>,
    /// Who runs it.
    pub provider: Option<Rc<str>>,
    /// What it is, in paragraphs that a line end parts.
    pub about: Option<Rc<str>>,
    /// What is different just now.
    pub alert: Option<Rc<str>>,
    /// What it costs, in the order of the feed.
    pub costs: Vec<Cost>,
    /// When it takes place.
    pub times: Vec<Time>,
    /// Where it takes place.
    pub places: Vec<Place>,
    /// Numbers to call.
    pub phones: Vec<Phone>,
    /// Email addresses.
    pub emails: Vec<Rc<str>>,
    /// Addresses that begin with `https:`, `tel:` or `mailto:`, and no others; a packed list may have others, which are not shown.
    pub links: Vec<Rc<str>>,
    /// How to join.
    pub apply: Option<Rc<str>>,
    /// Who it is for, in words.
    pub who: Option<Rc<str>>,
    /// Who it is for, by age.
    pub ages: Ages,
    /// Languages spoken there.
    pub languages: Vec<Rc<str>>,
    /// The areas whose people can come.
    pub covers: Vec<Rc<str>>,
    /// The ways to take part that hold for all of it.
    pub ways: Ways,
    /// The day its details were last checked.
    pub checked: Option<Day>,
    /// The day its details were last changed, which says nothing of their being checked.
    pub changed: Option<Day>,
    /// What the feed files it under.
    pub terms: Vec<Term>,
}

/// One thing it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// For whom or for what, unless it is for everyone.
    pub what: Option<Rc<str>>,
    /// Pence. Nothing is free.
    pub amount: Option<u32>,
    /// What is said of it in words.
    pub text: Option<Rc<str>>,
    /// The last day it holds.
    pub until: Option<Day>,
}

/// When it takes place. What is not known of it is left empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Time {
    /// On which days of the week.
    pub days: Days,
    /// How often.
    pub every: Every,
    /// It begins so many minutes after midnight.
    pub from: Option<u16>,
    /// It ends so many minutes after midnight; 1,440 is midnight at the end of the day.
    pub to: Option<u16>,
    /// The first day.
    pub starts: Option<Day>,
    /// The last day.
    pub ends: Option<Day>,
    /// The ways to take part then.
    pub ways: Ways,
    /// What is said of it in words.
    pub text: Option<Rc<str>>,
}

/// How often something takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// Every so many weeks.
    Weeks(u8),
    /// Every so many months.
    Months {
        /// 1 for every month.
        each: u8,
        /// Which weeks of the month: the bits 0 to 4 are the first to the fifth, bit 5 is the last.
        weeks: u8,
        /// Which days of the month, each by its bit.
        days: u32,
    },
}

impl Default for Every {
    fn default() -> Self {
        Self::Weeks(1)
    }
}

/// Days of the week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days(u8);

impl Days {
    /// All seven.
    pub const ALL: Self = Self(0b111_1111);
    /// Monday to Friday.
    pub const WEEKDAYS: Self = Self(0b001_1111);

    /// Adds a day: 0 is Monday, 6 is Sunday. There are no others.
    pub fn add(&mut self, day: u8) {
        if day < 7 {
            self.0 |= 1 << day;
        }
    }

    /// Whether a day is among them.
    pub fn has(self, day: u8) -> bool {
        day < 7 && self.0 & (1 << day) != 0
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those of bits, as [`Self::bits`] gives them.
    pub(super) fn of_bits(bits: u8) -> Self {
        Self(bits & 0x7f)
    }

    /// The days as bits, Monday first.
    pub fn bits(self) -> u8 {
        self.0
    }
}

/// Ways to take part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ways(u8);

impl Ways {
    /// By going there.
    pub const IN_PERSON: Self = Self(1);
    /// Over the internet.
    pub const ONLINE: Self = Self(2);
    /// By phone.
    pub const PHONE: Self = Self(4);
    /// Someone comes to the person's home.
    pub const AT_HOME: Self = Self(8);

    /// Adds those of another.
    pub fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether all those of another are among them.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether none is known.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those of bits, as [`Self::bits`] gives them.
    pub(super) fn of_bits(bits: u8) -> Self {
        Self(bits & 0x0f)
    }

    /// The ways as bits.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// The ways that words name, such as “in person or by video”.
    pub(super) fn of(text: &str) -> Self {
        let text = text.to_lowercase();
        let mut ways = Self::default();
        for (word, way) in [
            ("person", Self::IN_PERSON),
            ("venue", Self::IN_PERSON),
            ("face to face", Self::IN_PERSON),
            ("face-to-face", Self::IN_PERSON),
            ("online", Self::ONLINE),
            ("virtual", Self::ONLINE),
            ("video", Self::ONLINE),
            ("remote", Self::ONLINE),
            ("phone", Self::PHONE),
            ("home visit", Self::AT_HOME),
            ("at home", Self::AT_HOME),
        ] {
            if text.contains(word) {
                ways.add(way);
            }
        }
        ways
    }
}

/// Somewhere it takes place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// What it is called.
    pub name: Option<Rc<str>>,
    /// The address, a line each, the postcode last.
    pub lines: Vec<Rc<str>>,
    /// The first half of its postcode, such as `LS6`.
    pub outward: Option<Rc<str>>,
    /// Latitude and longitude, in millionths of a degree.
    pub at: Option<(i32, i32)>,
    /// What is said of getting in and about.
    pub access: Vec<Rc<str>>,
}

/// A number to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// As it is written.
    pub number: Rc<str>,
    /// What it is for.
    pub what: Option<Rc<str>>,
}

impl Phone {
    /// The number as a link: `tel:01632960001`.
    pub fn href(&self) -> String {
        let mut href = "tel:".to_owned();
        // In +44 (0)1632 the nought is for those who call from within the country.
        let number = self
            .number
            .contains('+')
            .then(|| self.number.replace("(0)", ""));
        href.extend(
            number
                .as_deref()
                .unwrap_or(&self.number)
                .chars()
                .filter(|sign| matches!(sign, '+' | '0'..='9')),
        );
        href
    }
}

/// The ages it is for. Neither is known of most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ages {
    /// The lowest.
    pub from: Option<u8>,
    /// The highest.
    pub to: Option<u8>,
}

/// What the feed files it under, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// The list the term is from, such as `esdServiceTypes`.
    pub vocabulary: Option<Rc<str>>,
    /// What it goes by in that list, such as `298`.
    pub code: Option<Rc<str>>,
    /// Its words.
    pub name: Option<Rc<str>>,
    /// Its address, which is only compared and never followed.
    pub url: Option<Rc<str>>,
}

impl Service {
    /// The ways to take part, as far as they are known: what is said of them, and else whether it has a place.
    pub fn ways(&self) -> Ways {
        let mut ways = self.ways;
        for time in &self.times {
            ways.add(time.ways);
        }
        if ways.is_empty() && !self.places.is_empty() {
            ways.add(Ways::IN_PERSON);
        }
        ways
    }
}
