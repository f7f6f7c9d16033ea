//! The browser's storage. It may be denied, full or emptied at any time, and says so with an error.

use std::cell::RefCell;

use js_sys::Date;
use web_sys::Storage;

use super::{Reply, file};
use crate::app::{Chance, Effect, Event, Form, Held, Id, Keep, Moment, Store, StoreError, Stores};

thread_local! {
    /// What widgets of this page hold in the tab's own storage, so that two of them never take up the same.
    static TAKEN: RefCell<Vec<Id>> = const { RefCell::new(Vec::new()) };
}

/// One of the two storages a page has.
struct Web(Form);

impl Web {
    fn storage(&self) -> Result<Storage, StoreError> {
        let window = web_sys::window().ok_or(StoreError::Blocked)?;
        let storage = match self.0 {
            Form::Tab => window.session_storage(),
            Form::Device => window.local_storage(),
        };
        storage.ok().flatten().ok_or(StoreError::Blocked)
    }
}

impl Store for Web {
    fn names(&self) -> Result<Vec<String>, StoreError> {
        let storage = self.storage()?;
        let count = storage.length().map_err(|_| StoreError::Blocked)?;
        let names = (0..count).filter_map(|at| storage.key(at).ok().flatten());
        Ok(names.collect())
    }

    fn read(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.storage()?
            .get_item(name)
            .map_err(|_| StoreError::Blocked)
    }

    fn write(&self, name: &str, text: &str) -> Result<(), StoreError> {
        self.storage()?
            .set_item(name, text)
            .map_err(|_| StoreError::Full)
    }

    fn remove(&self, name: &str) -> Result<(), StoreError> {
        self.storage()?
            .remove_item(name)
            .map_err(|_| StoreError::Blocked)
    }
}

/// Does what an effect asks of the storages, with the time and chance it needs.
pub(super) fn perform(effect: &Effect, reply: &Reply) {
    let (tab, device) = (Web(Form::Tab), Web(Form::Device));
    let stores = Stores {
        tab: &tab,
        device: &device,
    };
    if let Some(event) = stores.perform(effect, &moment()) {
        reply(untaken(event));
    }
}

/// Leaves out what another widget of this page has taken up, and takes the first that is left.
fn untaken(event: Event) -> Event {
    TAKEN.with_borrow_mut(|taken| match event {
        Event::Keep(Keep::Found(tab, device)) => {
            let left = tab.iter().find(|found| !taken.contains(&found.held.id));
            taken.extend(left.map(|found| found.held.id.clone()));
            let left: Vec<_> = left.cloned().into_iter().collect();
            Event::Keep(Keep::Found(left.into(), device))
        }
        Event::Keep(Keep::Written(Ok(Held { id, count }))) => {
            if !taken.contains(&id) {
                taken.push(id.clone());
            }
            Event::Keep(Keep::Written(Ok(Held { id, count })))
        }
        other => other,
    })
}

fn moment() -> Moment {
    let Chance(bytes) = file::chance();
    let (mut id, mut nonce) = ([0; 8], [0; 12]);
    let mut bytes = bytes.into_iter();
    id.fill_with(|| bytes.next().unwrap_or_default());
    nonce.fill_with(|| bytes.next().unwrap_or_default());
    Moment {
        // Before 1970 it is 1970, and a clock a million years on is none.
        now: minutes(Date::now()),
        id,
        nonce,
    }
}

/// Whole minutes of a time in milliseconds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a clock's milliseconds fit by far, and are no fewer than none"
)]
fn minutes(milliseconds: f64) -> u64 {
    (milliseconds / 60_000.0).max(0.0) as u64
}
