//! A listener that goes when it is dropped.

use std::fmt;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Listens for one kind of event as long as it lives.
pub(crate) struct Listener {
    target: EventTarget,
    kind: &'static str,
    heard: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens on a target, in the bubble phase. `None` where the browser does not let it.
    pub(crate) fn new(
        target: EventTarget,
        kind: &'static str,
        heard: impl FnMut(Event) + 'static,
    ) -> Option<Self> {
        let heard = Closure::<dyn FnMut(Event)>::new(heard);
        target
            .add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref())
            .ok()?;
        Some(Self {
            target,
            kind,
            heard,
        })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        fault!("drop-listener");
        // A target that is gone has no listeners left to remove.
        let _ = self
            .target
            .remove_event_listener_with_callback(self.kind, self.heard.as_ref().unchecked_ref());
    }
}

impl fmt::Debug for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listener")
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}
