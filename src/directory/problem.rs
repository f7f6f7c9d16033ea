//! What is wrong with a feed of services, said so that whoever keeps it can mend it.

use std::collections::BinaryHeap;
use std::rc::Rc;

use crate::guide::Severity;
use crate::json::{Lines, Node, pointer};

/// So many problems are told at the most. Of the others their number is.
const MOST_TOLD: usize = 200;

/// One thing wrong with a feed, or with a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which kind of problem.
    pub code: Code,
    /// The name of the service it is about, where it is known.
    pub service: Option<Rc<str>>,
    /// Where, as `contents[12].schedules[0]`. Empty for the whole file.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// One plain sentence.
    pub message: String,
    /// What to do about it.
    pub hint: &'static str,
}

/// Declares the codes once: variant, stable name, severity, what to do.
macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal, $severity:ident, $hint:literal;)+) => {
        /// The kinds of problem. A code's name never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])* $code,)+
        }

        impl Code {
            /// Every kind of problem there is.
            pub const ALL: &[Self] = &[$(Self::$code,)+];

            /// Its stable name, such as `wrong-postcode`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)+
                }
            }

            /// An error leaves a service out, or all of them. A warning leaves out what is wrong, and the service stays.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity,)+
                }
            }

            /// What to do about it.
            pub fn hint(self) -> &'static str {
                match self {
                    $(Self::$code => $hint,)+
                }
            }
        }
    };
}

codes! {
    /// The file is not JSON.
    NotJson = "not-json", Error, "Look here, and just before, for a missing comma, quotation mark or bracket.";
    /// Something is nested deeper than a feed can be.
    TooDeep = "too-deep", Error, "A bracket may be missing further up.";
    /// It is JSON, and no list of services.
    NoFeed = "no-feed", Error, "Name a list of services: in square brackets, or under `contents`.";
    /// The format version of a map is missing, or not one this reader knows.
    UnknownFormat = "unknown-format", Error, "Write \"format\": 1 at the top.";
    /// What stands in the list is no service.
    NotAService = "not-a-service", Error, "Write it in curly brackets, with `id`, `name` and `status`.";
    /// `id`, `name` or `status` is missing.
    MissingField = "missing-field", Error, "Add it. These three have to be there: `id`, `name` and `status`.";
    /// The status is none of the four.
    UnknownStatus = "unknown-status", Error, "Write active, inactive, defunct or temporarily closed.";
    /// Two services have the same id.
    DuplicateId = "duplicate-id", Error, "Give one of the two another id, or take one out: the first counts.";
    /// The file is one page of several.
    MorePages = "more-pages", Warning, "Save the other pages as well, and name all the files.";
    /// There is no service in it.
    Empty = "empty", Warning, "Add a service.";
    /// A value is of another type than its field takes.
    WrongType = "wrong-type", Warning, "Look up what this field takes. It is left out.";
    /// A field that is only near to one that is read.
    UnknownField = "unknown-field", Warning, "Write its value as that field takes it. As it is, it is left out.";
    /// A text is longer than a card can hold.
    TextTooLong = "text-too-long", Warning, "Say it shorter. It is cut.";
    /// A day that does not exist, or that is not written as a day.
    WrongDay = "wrong-day", Warning, "Write year, month and day as 2026-05-01. It is left out.";
    /// An end that comes before its start.
    EndBeforeStart = "end-before-start", Warning, "Look which of the two is wrong. Both are left out.";
    /// A time of the day that is none.
    WrongTime = "wrong-time", Warning, "Write hours and minutes as 14:00. It is left out.";
    /// Days of the week, or how often, in a form nobody knows.
    WrongDays = "wrong-days", Warning, "Write days as MO,TU,WE and how often as WEEKLY or MONTHLY. They are left out.";
    /// A cost that is no amount of pounds.
    WrongCost = "wrong-cost", Warning, "Write pounds as 2.50, and 0 for free. It is left out.";
    /// An age that is none, or the lowest above the highest.
    WrongAge = "wrong-age", Warning, "Write whole years, the lowest first. They are left out.";
    /// A place that is not on the earth, or half of one.
    WrongPosition = "wrong-position", Warning, "Write both latitude and longitude in degrees, as 53.8 and -1.55. Both are left out.";
    /// A postcode that is none.
    WrongPostcode = "wrong-postcode", Warning, "Write a postcode of the United Kingdom, such as LS6 2AB. It is left out.";
    /// A link that leads nowhere, or nowhere safe.
    WrongLink = "wrong-link", Warning, "Write a whole address that begins with https://. It is left out.";
    /// An email address that is none.
    WrongEmail = "wrong-email", Warning, "Write it as name@example.org. It is left out.";
    /// A telephone number that is none.
    WrongPhone = "wrong-phone", Warning, "Write digits and spaces alone. It is left out.";
    /// An organisation is named by an id that nothing in the file has.
    UnknownProvider = "unknown-provider", Warning, "Write the organisation into the service, with its name. Who runs it is not shown.";
    /// In a map, something is no name as guides have them.
    WrongId = "wrong-id", Warning, "Write the id of a card or choice: lower case letters, digits and hyphens. It is left out.";
    /// A line of a map has no term.
    NoTerm = "no-term", Warning, "Add `term`, the word a feed files services under. The line is left out.";
    /// In a map, the same term stands twice.
    DuplicateTerm = "duplicate-term", Warning, "Put the two lines together: the first counts.";
}

/// What is found while reading, and told in the end.
#[derive(Debug, Default)]
pub(super) struct Findings {
    errors: Vec<Found>,
    warnings: Vec<Found>,
    counts: Vec<(Code, u32)>,
    /// The service that is being read.
    pub(super) service: Option<Rc<str>>,
}

/// A problem, before its path, line and column are known.
#[derive(Debug)]
struct Found {
    code: Code,
    at: usize,
    service: Option<Rc<str>>,
    message: String,
}

impl Findings {
    /// Takes down a problem: the byte where it stands, and the parts of its sentence.
    pub(super) fn tell(&mut self, code: Code, at: usize, message: &[&str]) {
        match self.counts.iter_mut().find(|(counted, _)| *counted == code) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => self.counts.push((code, 1)),
        }
        let list = match code.severity() {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        if list.len() < MOST_TOLD {
            list.push(Found {
                code,
                at,
                service: self.service.clone(),
                message: message.concat(),
            });
        }
    }

    /// The problems in the order of the file, and of those that are too many to tell how many there are of each kind.
    /// What leaves a service out is told before what leaves out a part of one.
    pub(super) fn told(
        self,
        text: &str,
        root: Option<&Node<'_>>,
    ) -> (Vec<Problem>, Vec<(Code, u32)>) {
        let Self {
            errors: mut found,
            warnings,
            counts: mut untold,
            ..
        } = self;
        found.extend(warnings);
        found.truncate(MOST_TOLD);
        // The sort that guides are read with, so that it is carried once.
        let order = found
            .iter()
            .enumerate()
            .map(|(index, found)| (found.at, index));
        let order = order.collect::<BinaryHeap<_>>().into_sorted_vec();
        for found in &found {
            if let Some((_, count)) = untold.iter_mut().find(|(code, _)| *code == found.code) {
                *count -= 1;
            }
        }
        untold.retain(|(_, count)| *count > 0);
        let mut lines = Lines::of(text);
        let mut told = Vec::with_capacity(found.len());
        for (at, index) in order {
            let Some(found) = found.get_mut(index) else {
                continue;
            };
            let (line, column) = lines.place(at);
            told.push(Problem {
                code: found.code,
                service: found.service.take(),
                path: root.map_or_else(String::new, |root| path(root, at)),
                line,
                column,
                message: std::mem::take(&mut found.message),
                hint: found.code.hint(),
            });
        }
        (told, untold)
    }
}

/// The path to a value as people write it: `contents[12].name`.
fn path(root: &Node<'_>, at: usize) -> String {
    let mut path = String::new();
    for step in pointer(root, at).split('/').skip(1) {
        let is_number = step.bytes().all(|byte| byte.is_ascii_digit());
        if is_number {
            path.push('[');
        } else if !path.is_empty() {
            path.push('.');
        }
        path.push_str(step);
        if is_number {
            path.push(']');
        }
    }
    path
}
