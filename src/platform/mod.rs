//! The outside world. One small file a door.
