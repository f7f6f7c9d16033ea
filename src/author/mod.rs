//! Tools for people who write guides. On the host only: nothing here reaches a browser.

mod check;
mod large;
pub mod paper;
pub mod reading;
mod remark;
mod schema;
pub mod services;
mod strings;
pub mod tone;

pub use check::{Checked, check};
pub use large::large;
pub use remark::{Remark, remarks};
pub use schema::schema;
