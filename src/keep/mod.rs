//! How a session is written down and read back: one JSON object with a version number of its own; the file people take with them; how a text is locked; and how it lies in the browser's storage.
//! `read` and `write` are the form, and nothing else in the crate is: a change of [`Session`](crate::session::Session) changes no file.

pub mod file;
#[cfg(test)]
mod file_tests;
#[cfg(test)]
mod ideas_tests;
pub mod lock;
pub mod pieces;
mod read;
pub mod store;
mod summary;
#[cfg(test)]
pub(crate) mod tests;
mod write;

pub use read::{SavedError, read};
pub use write::write;

use crate::json::Node;
use crate::session::{Pile, Verdict, Voice, Who, Wish};

/// The version of the form that is written. The first knew no voices.
const VERSION: u64 = 2;
/// The version that is written where something was said of what is on offer: those before cannot read it, and leave it alone.
const WITH_IDEAS: u64 = 3;
/// The piles, by the number each has in the form.
const PILES: [Pile; 3] = [Pile::Well, Pile::Change, Pile::NotNow];
/// Who does a step, by the number each has in the form.
const WHO: [Who; 3] = [Who::Me, Who::Worker, Who::Both];
/// What is said of a service, by the number each has in the form.
const WISHES: [Wish; 3] = [Wish::More, Wish::Later, Wish::NotForMe];
/// Whose words they are, by the number each has in the form.
const VOICES: [Voice; 2] = [Voice::Person, Voice::Helper];
/// What a person says of words that are not theirs, by the number each has in the form.
const VERDICTS: [Verdict; 2] = [Verdict::Right, Verdict::NotQuite];

/// What a number stands for in the form.
fn by_number<'a, T>(all: &'a [T], number: &Node<'_>) -> Option<&'a T> {
    all.get(usize::try_from(number.number()?).ok()?)
}
