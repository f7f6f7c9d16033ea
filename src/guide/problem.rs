//! What is wrong with a guide, said so that its author can mend it.

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// There is no guide until it is mended.
    Error,
    /// The guide can be used as it is.
    Warning,
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

/// The kinds of problem. A code's name never changes its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Code {
    /// Stands in for the list below until reading is built.
    NotJson,
}
