//! `<what-matters>`: a kind conversation guide in the browser that ends in a needs summary in a person's own words.
//!
//! # Where to start
//! - [`guide::Guide`]: what an author wrote, once it is sound.
//! - [`session::Session`]: one person's walk through it; [`session::Session::apply`] is the whole of what can happen.
//! - [`summary::Summary`]: what matters to this person, in their words.
//! - [`app::App`]: the whole widget as a pure machine; [`app::App::update`] is the sentence everything turns on.
#![doc = include_str!("ARCHITECTURE.md")]

#[macro_use]
mod fault;

pub mod app;
#[cfg(all(feature = "author", not(target_arch = "wasm32")))]
pub mod author;
pub mod directory;
#[cfg(all(feature = "widget", any(test, target_arch = "wasm32")))]
mod element;
pub mod guide;
pub mod ideas;
pub mod json;
pub mod keep;
#[cfg(all(feature = "widget", target_arch = "wasm32"))]
mod platform;
pub mod session;
pub mod summary;
#[cfg(feature = "widget")]
pub mod widget;
pub mod words;
