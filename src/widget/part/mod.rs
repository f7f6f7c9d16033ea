//! Smaller pieces of the views.
