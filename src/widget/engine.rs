//! The only changing state: runs `update`, publishes the frame, then asks for the effects, in order.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::fmt;
use std::rc::Rc;

use crate::app::screen::Frame;
use crate::app::{App, Effect, Event, Turn};

/// Called with each new frame.
type Publish = Box<dyn Fn(Rc<Frame>)>;
/// Called with each effect.
type Perform = Box<dyn Fn(Effect)>;

/// Holds the state of one widget. Events that come while one is being handled wait their turn, and so do effects.
pub struct Engine {
    app: RefCell<App>,
    waiting: RefCell<VecDeque<Event>>,
    asked: RefCell<VecDeque<Effect>>,
    busy: Cell<bool>,
    publish: Publish,
    perform: Perform,
}

impl Engine {
    /// An engine with a fresh state, and where its frames and effects go.
    pub fn new(publish: impl Fn(Rc<Frame>) + 'static, perform: impl Fn(Effect) + 'static) -> Self {
        Self {
            app: RefCell::new(App::new()),
            waiting: RefCell::default(),
            asked: RefCell::default(),
            busy: Cell::new(false),
            publish: Box::new(publish),
            perform: Box::new(perform),
        }
    }

    /// Something happened. An effect that throws, as a host's own functions can, costs itself and no press after it.
    pub fn send(&self, event: Event) {
        self.waiting.borrow_mut().push_back(event);
        if self.busy.get() {
            return;
        }
        loop {
            let event = self.waiting.borrow_mut().pop_front();
            if let Some(event) = event {
                self.busy.set(true);
                let Turn { app, effects } = self.app.take().update(event);
                let frame = Rc::new(app.frame());
                self.app.replace(app);
                self.asked.borrow_mut().extend(effects);
                (self.publish)(frame);
                self.busy.set(false);
                continue;
            }
            let effect = self.asked.borrow_mut().pop_front();
            let Some(effect) = effect else { break };
            (self.perform)(effect);
        }
    }

    /// Looks at the state, as the element's methods do.
    pub fn ask<T>(&self, question: impl FnOnce(&App) -> T) -> T {
        question(&self.app.borrow())
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}
