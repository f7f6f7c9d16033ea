//! What stands before a locked text: the form, and all but the passphrase that makes the key.

use base64ct::{Base64, Encoding as _};

use super::LockError;

/// What every locked text begins with. With the version after it, it fills whole signs of base64, so locked texts are known by how they begin.
const MAGIC: [u8; 8] = *b"WMlocked";
/// The version of the form that is written.
const VERSION: u8 = 1;
/// A header in bytes: what it begins with, the version, memory, passes, salt, nonce.
pub(super) const BYTES: usize = MAGIC.len() + 1 + 4 + 4 + 16 + 12;
/// A header in base64. Three bytes are four signs, and nothing is left over.
pub(super) const SIGNS: usize = BYTES / 3 * 4;
/// The signs that tell a locked text, and its version.
const FIRST_SIGNS: usize = (MAGIC.len() + 1) / 3 * 4;

/// What a key costs to make, and so what each guess of the passphrase costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    memory_kib: u32,
    passes: u32,
}

impl Settings {
    /// So much memory in KiB, 8 to 65,536, gone over so many times, 1 to 10. A text with other settings could hang the page that opens it.
    #[must_use]
    pub fn new(memory_kib: u32, passes: u32) -> Option<Self> {
        let fits = (8..=65_536).contains(&memory_kib) && (1..=10).contains(&passes);
        fits.then_some(Self { memory_kib, passes })
    }

    /// The memory it takes, in KiB.
    #[must_use]
    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// How many times the memory is gone over.
    #[must_use]
    pub fn passes(self) -> u32 {
        self.passes
    }
}

impl Default for Settings {
    /// 19 MiB, two passes, one lane: the least the [OWASP Password Storage Cheat Sheet](https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html) asks of Argon2id.
    fn default() -> Self {
        Self {
            memory_kib: 19_456,
            passes: 2,
        }
    }
}

/// What stands before a locked text. It is no secret, and the lock holds it against change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    pub(super) settings: Settings,
    pub(super) salt: [u8; 16],
    pub(super) nonce: [u8; 12],
}

impl Header {
    /// Reads the header of a locked text. Nothing is derived, so it is quick, and tells whether to ask for a passphrase at all.
    ///
    /// # Errors
    /// When the text is no locked one, is newer than this widget, or is damaged here.
    pub fn read(locked: &str) -> Result<Self, LockError> {
        let locked = locked.trim().as_bytes();
        let mut bytes = [0; BYTES];
        let first = locked.get(..FIRST_SIGNS).ok_or(LockError::NotLocked)?;
        let first = Base64::decode(first, &mut bytes).map_err(|_| LockError::NotLocked)?;
        let Some(&[version]) = first.strip_prefix(&MAGIC) else {
            return Err(LockError::NotLocked);
        };
        if version > VERSION {
            return Err(LockError::Newer(version));
        }
        let whole = locked.get(..SIGNS).ok_or(LockError::CannotOpen)?;
        let whole = Base64::decode(whole, &mut bytes).map_err(|_| LockError::CannotOpen)?;
        Self::parse(whole)
            .filter(|_| version == VERSION)
            .ok_or(LockError::CannotOpen)
    }

    /// Reads what stands after the version.
    fn parse(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.get(MAGIC.len() + 1..)?;
        let (memory_kib, rest) = rest.split_first_chunk()?;
        let (passes, rest) = rest.split_first_chunk()?;
        let (salt, nonce) = rest.split_first_chunk()?;
        Some(Self {
            settings: Settings::new(u32::from_be_bytes(*memory_kib), u32::from_be_bytes(*passes))?,
            salt: *salt,
            nonce: nonce.try_into().ok()?,
        })
    }

    /// Whether one passphrase makes the same key for both.
    #[must_use]
    pub fn makes_same_key(&self, other: &Self) -> bool {
        self.settings == other.settings && self.salt == other.salt
    }

    /// The header as it is written, and as the lock holds it against change.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(BYTES);
        bytes.extend_from_slice(&MAGIC);
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.settings.memory_kib.to_be_bytes());
        bytes.extend_from_slice(&self.settings.passes.to_be_bytes());
        bytes.extend_from_slice(&self.salt);
        bytes.extend_from_slice(&self.nonce);
        bytes
    }
}
