//! The key, made of a passphrase, and what it locks and opens.

use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64ct::{Base64, Encoding as _};
use zeroize::{Zeroize as _, Zeroizing};

use super::header::SIGNS;
use super::{Header, LockError, Passphrase, Settings};

/// What locks and opens. It knows the salt it was made with, so no text can be locked under a salt that makes another key.
#[expect(missing_debug_implementations, reason = "a key is never shown")]
pub struct Key {
    settings: Settings,
    salt: [u8; 16],
    bytes: Zeroizing<[u8; 32]>,
}

impl Key {
    /// Makes a key. It takes the time and the memory its settings say; the salt is random, and a new one for each passphrase.
    ///
    /// # Errors
    /// When there is not memory enough.
    pub fn derive(
        passphrase: &Passphrase,
        settings: Settings,
        salt: [u8; 16],
    ) -> Result<Self, LockError> {
        let mut bytes = Zeroizing::new([0; 32]);
        // One lane, which is what a page can work on at a time.
        let params = Params::new(
            settings.memory_kib(),
            settings.passes(),
            1,
            Some(bytes.len()),
        );
        let params = params.map_err(|_| LockError::NoMemory)?;
        let mut blocks = Vec::new();
        blocks
            .try_reserve_exact(params.block_count())
            .map_err(|_| LockError::NoMemory)?;
        blocks.resize(params.block_count(), Block::new());
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let made = argon2.hash_password_into_with_memory(
            passphrase.bytes(),
            &salt,
            bytes.as_mut_slice(),
            &mut blocks,
        );
        // The key could be made again of what is left here.
        blocks.zeroize();
        made.map_err(|_| LockError::NoMemory)?;
        Ok(Self {
            settings,
            salt,
            bytes,
        })
    }

    /// Makes the key of a locked text again. It opens that text only if the passphrase is the same.
    ///
    /// # Errors
    /// When the text is no locked one, is newer than this widget, is damaged, or there is not memory enough.
    pub fn of(locked: &str, passphrase: &Passphrase) -> Result<Self, LockError> {
        let header = Header::read(locked)?;
        Self::derive(passphrase, header.settings, header.salt)
    }

    /// Locks a text: one line of base64. The nonce is random, and never the same twice with one key.
    ///
    /// # Errors
    /// When the text is longer than AES-GCM may lock, 64 GiB.
    pub fn lock(&self, text: &str, nonce: [u8; 12]) -> Result<String, LockError> {
        let header = Header {
            settings: self.settings,
            salt: self.salt,
            nonce,
        };
        let mut bytes = header.bytes();
        let payload = Payload {
            msg: text.as_bytes(),
            aad: &bytes,
        };
        let locked = self.cipher().encrypt(&nonce.into(), payload);
        bytes.extend(locked.map_err(|_| LockError::NoMemory)?);
        Ok(Base64::encode_string(&bytes))
    }

    /// Opens a locked text.
    ///
    /// # Errors
    /// When the text is no locked one, is newer than this widget, was locked with another key, or is damaged.
    pub fn open(&self, locked: &str) -> Result<String, LockError> {
        let header = Header::read(locked)?;
        let sealed = locked.trim().get(SIGNS..).ok_or(LockError::CannotOpen)?;
        let sealed = Base64::decode_vec(sealed).map_err(|_| LockError::CannotOpen)?;
        let payload = Payload {
            msg: &sealed,
            aad: &header.bytes(),
        };
        let text = self.cipher().decrypt(&header.nonce.into(), payload);
        let text = text.map_err(|_| LockError::CannotOpen)?;
        String::from_utf8(text).map_err(|_| LockError::CannotOpen)
    }

    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new((&*self.bytes).into())
    }
}

/// Opens a locked text with its passphrase.
///
/// # Errors
/// When the text is no locked one or is newer than this widget, when it cannot be opened with this passphrase, or when there is not memory enough.
pub fn unlock(locked: &str, passphrase: &Passphrase) -> Result<String, LockError> {
    Key::of(locked, passphrase)?.open(locked)
}
