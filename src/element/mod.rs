//! The composition root for the browser.
