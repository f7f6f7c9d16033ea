//! How a session is written down and read back.
