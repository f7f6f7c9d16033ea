//! Finding what is kept, writing to the older of two slots, and taking all of it away.

use std::fmt;
use std::rc::Rc;

use super::record::{Read, Record, Slot};
use super::{Id, PREFIX, Store, StoreError};
use crate::keep::file::filled;
use crate::keep::lock::Key;
use crate::words::Said;

/// A key that several may hold. It is never shown, and is the same only as itself.
#[derive(Clone)]
pub struct SharedKey(pub Rc<Key>);

impl fmt::Debug for SharedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

impl PartialEq for SharedKey {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Where a conversation's own words lie: under which id, and how often they were written there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Names it.
    pub id: Id,
    /// How many writes there were. With another number there, someone else has written.
    pub count: u64,
}

/// What is to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// The id of the guide it belongs to.
    pub guide: Rc<str>,
    /// What [`File::data`](crate::keep::file::File::data) gives.
    pub text: Said,
    /// What to lock it with; it lies in the open without one.
    pub key: Option<SharedKey>,
    /// How long it may lie there, in minutes; until it is deleted without a number.
    pub minutes: Option<u32>,
}

/// What only the outside world knows when something is written.
#[derive(Clone, Copy)]
#[expect(
    missing_debug_implementations,
    reason = "what a nonce is made of is never shown"
)]
pub struct Moment {
    /// The time, in minutes since 1970, by the device's clock.
    pub now: u64,
    /// Random bytes for an id.
    pub id: [u8; 8],
    /// Random bytes for a nonce, never the same twice.
    pub nonce: [u8; 12],
}

/// Something that is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Where it lies.
    pub held: Held,
    /// Whether it is behind a passphrase.
    pub is_locked: bool,
    /// The words, locked or not.
    pub text: Said,
}

/// All that is kept of a guide, the newest first. What has outstayed its time is taken away, of every guide; what a newer widget wrote is left alone.
///
/// # Errors
/// When the storage cannot be read.
pub fn find(store: &dyn Store, guide: &str, now: u64) -> Result<Vec<Found>, StoreError> {
    let mut ids: Vec<Id> = Vec::new();
    for name in store.names()? {
        if let Some(id) = Id::in_name(&name).filter(|id| !ids.contains(id)) {
            ids.push(id);
        }
    }
    let mut all: Vec<(u64, Found)> = Vec::new();
    for id in ids {
        // One that cannot be read hides none of the others.
        let Ok(slots) = slots(store, &id) else {
            continue;
        };
        let Some((_, record)) = newest(&slots) else {
            continue;
        };
        // A clock that went back takes nothing away.
        if record.until.is_some_and(|until| until <= now) {
            let _ = take_away(store, &id, &slots);
        } else if &*record.guide == guide {
            let held = Held {
                id,
                count: record.count,
            };
            let (is_locked, text) = (record.is_locked, record.text.clone());
            let newer = all.iter().take_while(|(at, _)| *at >= record.at).count();
            let found = Found {
                held,
                is_locked,
                text,
            };
            all.insert(newer, (record.at, found));
        }
    }
    Ok(all.into_iter().map(|(_, found)| found).collect())
}

/// Writes to the older slot and reads it back. Where someone else has written since, or a newer widget has, it becomes a conversation of its own.
///
/// # Errors
/// When it could not be written, or is no longer there to go on with. What was kept before stands as it was.
pub fn save(
    store: &dyn Store,
    held: Option<&Held>,
    content: &Content,
    moment: &Moment,
) -> Result<Held, StoreError> {
    let (held, slot) = match held {
        Some(held) => turn(store, held)?,
        None => None,
    }
    .unwrap_or_else(|| (fresh(moment), Slot::A));
    let text = match &content.key {
        Some(key) => {
            let locked = key.0.lock(&filled(content.text.words()), moment.nonce);
            Said::new(locked.map_err(|_| StoreError::Lock)?)
        }
        None => content.text.clone(),
    };
    let record = Record {
        guide: content.guide.clone(),
        count: held.count + 1,
        at: moment.now,
        until: content
            .minutes
            .map(|minutes| moment.now + u64::from(minutes)),
        is_locked: content.key.is_some(),
        text,
    };
    let (name, written) = (held.id.slot(slot), record.written(&held.id));
    store.write(&name, &written)?;
    if store.read(&name)?.as_deref() != Some(&*written) {
        return Err(StoreError::Unequal);
    }
    Ok(Held {
        count: record.count,
        ..held
    })
}

/// Which slot is to be written next. `None` where the words there are another's, and stay.
fn turn(store: &dyn Store, held: &Held) -> Result<Option<(Held, Slot)>, StoreError> {
    let slots = slots(store, &held.id)?;
    if slots.iter().any(|(_, read)| *read == Read::Newer) {
        return Ok(None);
    }
    let Some((slot, record)) = newest(&slots) else {
        return Err(StoreError::Vanished);
    };
    // With fewer writes there than there were, the last of them was damaged since, and is written over.
    let is_own = record.count <= held.count;
    Ok(is_own.then(|| (held.clone(), slot.other())))
}

fn fresh(moment: &Moment) -> Held {
    Held {
        id: Id::of(moment.id),
        count: 0,
    }
}

/// Takes one conversation away. What is not there is no failure.
///
/// # Errors
/// When the storage does not let it.
pub fn drop_kept(store: &dyn Store, id: &Id) -> Result<(), StoreError> {
    let slots = slots(store, id)?;
    take_away(store, id, &slots)
}

/// Takes away all that was ever kept, of every guide and every version.
///
/// # Errors
/// When the storage does not let it, or something is still there.
pub fn wipe(store: &dyn Store) -> Result<(), StoreError> {
    let ours = || -> Result<Vec<String>, StoreError> {
        let mut names = store.names()?;
        names.retain(|name| name.starts_with(PREFIX));
        Ok(names)
    };
    // One that stays does not hold up the others.
    let removed: Vec<_> = ours()?.iter().map(|name| store.remove(name)).collect();
    removed.into_iter().collect::<Result<(), _>>()?;
    if ours()?.is_empty() {
        Ok(())
    } else {
        Err(StoreError::Unequal)
    }
}

fn take_away(store: &dyn Store, id: &Id, slots: &[(Slot, Read)]) -> Result<(), StoreError> {
    let all = slots.iter().filter(|(_, read)| *read != Read::Newer);
    let removed: Vec<_> = all.map(|(slot, _)| store.remove(&id.slot(*slot))).collect();
    removed.into_iter().collect()
}

fn slots(store: &dyn Store, id: &Id) -> Result<Vec<(Slot, Read)>, StoreError> {
    let read = |slot: Slot| {
        let stored = store.read(&id.slot(slot))?;
        Ok((slot, Record::read(id, stored.as_deref())))
    };
    Slot::BOTH.into_iter().map(read).collect()
}

/// The slot that was written last, of those that are whole.
fn newest(slots: &[(Slot, Read)]) -> Option<(Slot, &Record)> {
    let records = slots.iter().filter_map(|(slot, read)| match read {
        Read::Record(record) => Some((*slot, record)),
        _ => None,
    });
    records.max_by_key(|(_, record)| record.count)
}
