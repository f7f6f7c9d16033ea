//! What is wrong with a guide, said so that its author can mend it.

use crate::json::Writer;

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// There is no guide until it is mended.
    Error,
    /// The guide can be used as it is.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing wrong with a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which kind of problem.
    pub code: Code,
    /// Where, as a JSON Pointer (RFC 6901): `/stages/3/prompts/1`. Empty for the whole file.
    pub path: String,
    /// The line, from 1; 0 where none can be told.
    pub line: u32,
    /// The column in characters, from 1; 0 where none can be told.
    pub column: u32,
    /// One plain sentence.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

/// Everything found wrong with one guide, in the order of the file.
pub type Report = Vec<Problem>;

/// A report as JSON: a list of objects with the fields of a [`Problem`], its severity among them.
pub fn report_as_json(report: &[Problem]) -> String {
    let mut out = Writer::default();
    out.open('[');
    for problem in report {
        out.open('{');
        out.field("code", problem.code.name());
        out.field("severity", problem.code.severity().name());
        out.field("path", &problem.path);
        out.name("line");
        out.word(&problem.line.to_string());
        out.name("column");
        out.word(&problem.column.to_string());
        out.field("message", &problem.message);
        out.field("hint", &problem.hint);
        out.close('}');
    }
    out.close(']');
    out.done()
}

/// Declares the codes once: variant, stable name, severity.
macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal, $severity:ident;)+) => {
        /// The kinds of problem. A code's name never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])* $code,)+
        }

        impl Code {
            /// Every kind of problem there is.
            pub const ALL: &[Self] = &[$(Self::$code,)+];

            /// Its stable name, such as `unknown-heading`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)+
                }
            }

            /// Whether it leaves no guide.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity,)+
                }
            }
        }
    };
}

codes! {
    /// The file is not JSON.
    NotJson = "not-json", Error;
    /// The file is larger than a guide may be.
    TooLarge = "too-large", Error;
    /// Something is nested deeper than a guide can be.
    TooDeep = "too-deep", Error;
    /// The format version is missing, or not one this reader knows.
    UnknownFormat = "unknown-format", Error;
    /// Something every guide needs is missing.
    MissingField = "missing-field", Error;
    /// A value is of another type than its field takes.
    WrongType = "wrong-type", Error;
    /// A field has a name this format does not know.
    UnknownField = "unknown-field", Error;
    /// A field stands twice in one place.
    DuplicateField = "duplicate-field", Error;
    /// A field stands where its kind of answer does not take it.
    MisplacedField = "misplaced-field", Error;
    /// A word that must be one of a few is none of them.
    UnknownValue = "unknown-value", Error;
    /// An id has not the form of an id.
    WrongId = "wrong-id", Error;
    /// An id stands twice.
    DuplicateId = "duplicate-id", Error;
    /// A heading is named that is not there.
    UnknownHeading = "unknown-heading", Error;
    /// A prompt is named that is not there.
    UnknownPrompt = "unknown-prompt", Error;
    /// A choice or card is named that is not there.
    UnknownChoice = "unknown-choice", Error;
    /// A prompt is named for its cards and has none.
    NotCards = "not-cards", Error;
    /// A prompt is named for its choices and has none of which several can be taken.
    NotChoices = "not-choices", Error;
    /// A heading that nothing feeds would never show.
    UnusedHeading = "unused-heading", Warning;
    /// A prompt takes words and throws them away.
    FeedsNothing = "feeds-nothing", Error;
    /// A prompt does not say why it is asked.
    NoWhy = "no-why", Error;
    /// A sensitive prompt shows no help lines.
    NoHelp = "no-help", Error;
    /// A link worker's card has no line to say.
    NoSay = "no-say", Error;
    /// A route never comes to the summary.
    RouteWithoutEnd = "route-without-end", Error;
    /// A number is outside what it can be.
    OutOfRange = "out-of-range", Error;
    /// A language tag is no language, or not one of the guide's.
    UnknownLanguage = "unknown-language", Error;
    /// A text lacks one of the guide's languages.
    MissingLanguage = "missing-language", Warning;
    /// Curly brackets hold a name that is no placeholder.
    UnknownPlaceholder = "unknown-placeholder", Error;
    /// A list that must hold something is empty.
    Empty = "empty", Error;
    /// A text has no words.
    EmptyText = "empty-text", Error;
    /// A text is longer than a screen can hold.
    TextTooLong = "text-too-long", Error;
    /// There are more prompts than a guide may have.
    TooManyPrompts = "too-many-prompts", Error;
    /// There are more choices than a prompt may have.
    TooManyChoices = "too-many-choices", Error;
    /// A condition asks, in the end, about what it decides.
    CircularCondition = "circular-condition", Error;
    /// A condition, or a question about cards or ideas, asks about a prompt that comes later.
    LateCondition = "late-condition", Warning;
    /// Something is never asked, or a condition never changes.
    NeverAsked = "never-asked", Warning;
}
