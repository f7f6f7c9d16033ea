//! Tools for people who write guides.

pub mod reading;
pub mod tone;
