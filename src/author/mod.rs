//! Tools for people who write guides.

pub mod paper;
pub mod reading;
pub mod tone;
