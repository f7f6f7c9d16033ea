//! Tools for people who write guides. On the host only: nothing here reaches a browser.

mod large;
pub mod paper;
pub mod reading;
mod schema;
pub mod tone;

pub use large::large;
pub use schema::schema;
