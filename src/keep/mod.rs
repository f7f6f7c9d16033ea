//! How a session is written down and read back.

mod saved;

pub use saved::{SavedError, read, write};
