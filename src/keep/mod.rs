//! How a session is written down and read back.

mod saved;
#[cfg(test)]
mod tests;

pub use saved::{SavedError, read, write};
