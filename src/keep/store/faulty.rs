//! A storage that goes wrong in every way storages are known to.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::{PREFIX, Store, StoreError};

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// Cookies are blocked: asking for it throws.
    Denied,
    /// There is none.
    Missing,
    /// A frame without an origin of its own.
    Opaque,
    /// Nothing fits.
    Full,
    /// So many bytes fit, and no more.
    FullAfter(usize),
    /// Writing says it worked, and did not.
    Deaf,
    /// What is read is not what was written.
    Alters,
    /// What is read ends in the middle.
    Cuts,
}

/// The storage, and what is asked of it.
#[derive(Debug, Default)]
pub(crate) struct Faulty {
    pub(crate) texts: RefCell<BTreeMap<String, String>>,
    pub(crate) wrong: Cell<Option<Wrong>>,
    /// How often it was asked for something.
    pub(crate) asked: Cell<usize>,
    /// The one time it fails, and whether it does from then on.
    pub(crate) fails: Cell<Option<(usize, bool)>>,
}

impl Faulty {
    /// Changes every text of ours that is there.
    pub(crate) fn change(&self, change: impl Fn(&str) -> String) {
        for text in self.texts.borrow_mut().values_mut() {
            *text = change(text);
        }
    }

    /// How many texts of ours are there.
    pub(crate) fn count(&self) -> usize {
        let texts = self.texts.borrow();
        texts.keys().filter(|name| name.starts_with(PREFIX)).count()
    }

    fn ask(&self) -> Result<(), StoreError> {
        self.asked.set(self.asked.get() + 1);
        let is_denied = matches!(
            self.wrong.get(),
            Some(Wrong::Denied | Wrong::Missing | Wrong::Opaque)
        );
        let fails = self.fails.get().is_some_and(|(at, for_ever)| {
            self.asked.get() == at || (for_ever && self.asked.get() > at)
        });
        if is_denied || fails {
            Err(StoreError::Blocked)
        } else {
            Ok(())
        }
    }
}

impl Store for Faulty {
    fn names(&self) -> Result<Vec<String>, StoreError> {
        self.ask()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn read(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.ask()?;
        let text = self.texts.borrow().get(name).cloned();
        Ok(match self.wrong.get() {
            Some(Wrong::Alters) => text.map(|text| text.replace('e', "a")),
            Some(Wrong::Cuts) => text.map(|text| text.chars().take(text.len() / 2).collect()),
            _ => text,
        })
    }

    fn write(&self, name: &str, text: &str) -> Result<(), StoreError> {
        self.ask()?;
        let mut texts = self.texts.borrow_mut();
        let others = texts.iter().filter(|(other, _)| *other != name);
        let taken: usize = others.map(|(name, text)| name.len() + text.len()).sum();
        match self.wrong.get() {
            Some(Wrong::Full) => return Err(StoreError::Full),
            Some(Wrong::FullAfter(room)) if taken + name.len() + text.len() > room => {
                return Err(StoreError::Full);
            }
            Some(Wrong::Deaf) => {}
            _ => {
                texts.insert(name.to_owned(), text.to_owned());
            }
        }
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), StoreError> {
        self.ask()?;
        if self.wrong.get() != Some(Wrong::Deaf) {
            self.texts.borrow_mut().remove(name);
        }
        Ok(())
    }
}
