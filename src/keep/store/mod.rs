//! What is kept in the browser, once a person chose it: two slots, written in turn and read back.
//! A write that fails, or is cut off, leaves the slot before it as it was. Time, chance and the storage itself are arguments.

#[cfg(test)]
pub(crate) mod faulty;
mod record;
mod slots;
#[cfg(test)]
mod tests;

pub use record::Id;
pub use slots::{Content, Found, Held, Moment, SharedKey, drop_kept, find, save, wipe};

/// What the names of all that is kept begin with.
pub const PREFIX: &str = "what-matters:";

/// A storage of texts by name, as a browser has them. It may refuse anything at any time.
pub trait Store {
    /// The names of all that is there.
    ///
    /// # Errors
    /// When the browser does not allow it.
    fn names(&self) -> Result<Vec<String>, StoreError>;

    /// What stands under a name.
    ///
    /// # Errors
    /// When the browser does not allow it.
    fn read(&self, name: &str) -> Result<Option<String>, StoreError>;

    /// Puts a text under a name, in place of what was there.
    ///
    /// # Errors
    /// When the browser does not allow it, or has no room.
    fn write(&self, name: &str, text: &str) -> Result<(), StoreError>;

    /// Takes away what stands under a name.
    ///
    /// # Errors
    /// When the browser does not allow it.
    fn remove(&self, name: &str) -> Result<(), StoreError>;
}

/// Why something was not kept, or not taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no storage here, or it is not to be used.
    Blocked,
    /// It has no room, or would not take it.
    Full,
    /// What was read back is not what was written.
    Unequal,
    /// What was kept is no longer there: someone deleted it, here or in another tab.
    Vanished,
    /// It could not be locked.
    Lock,
}
