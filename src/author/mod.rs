//! Tools for people who write guides.
