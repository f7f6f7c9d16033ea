//! A text behind a passphrase: locked with AES-256-GCM by a key that Argon2id makes of the passphrase. Salt and nonce are arguments, so nothing here is random.

mod header;
mod key;
mod offered;
mod passphrase;
#[cfg(test)]
mod tests;

pub use header::{Header, Settings};
pub use key::{Key, unlock};
pub use offered::offered;
pub use passphrase::Passphrase;

/// Why a text could not be locked or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LockError {
    /// It is no locked text.
    NotLocked,
    /// It was locked by a newer widget, in this version of the form.
    Newer(u8),
    /// The passphrase is another one, or the text was damaged. Nobody can tell which.
    CannotOpen,
    /// There is not memory enough here.
    NoMemory,
}
