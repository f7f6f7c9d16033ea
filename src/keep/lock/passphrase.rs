//! A passphrase as it was typed, but for white space nobody sees.

use zeroize::Zeroizing;

/// What a person locks their words with. Wiped when it is dropped.
#[expect(missing_debug_implementations, reason = "a passphrase is never shown")]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes what was typed, without white space at its ends and with one space for any more of it: a keyboard adds some, and nobody sees how much.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        // As long as what was typed, so that it never moves and leaves a copy behind.
        let mut kept = Zeroizing::new(String::with_capacity(typed.len()));
        for word in typed.split_whitespace() {
            if !kept.is_empty() {
                kept.push(' ');
            }
            kept.push_str(word);
        }
        Self(kept)
    }

    /// How many characters it has, for a screen that asks for some.
    #[must_use]
    pub fn characters(&self) -> usize {
        self.0.chars().count()
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}
