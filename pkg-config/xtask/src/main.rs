//! The packer.
fn main() {}
