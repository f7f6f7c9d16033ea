//! The whole widget as a pure machine: events in, effects and a screen out.

mod effect;
mod event;
mod options;
pub mod screen;

pub use effect::{Effect, Tell};
pub use event::{Done, Event, Fault, Resource};
pub use options::{HeadingLevel, Leaving, Options};

use screen::{Frame, Screen};

/// The widget's state.
#[derive(Debug, Clone, PartialEq)]
pub struct App {}

/// What came of an event.
#[derive(Debug)]
pub struct Turn {
    /// The next state.
    pub app: App,
    /// What to ask of the outside world, in order.
    pub effects: Vec<Effect>,
}

impl App {
    /// A widget that has been told nothing yet.
    pub fn new() -> Self {
        Self {}
    }

    /// What the widget becomes when something happens, and what it asks for. Total: an event that does not fit changes nothing.
    pub fn update(self, _event: Event) -> Turn {
        Turn {
            app: self,
            effects: Vec::new(),
        }
    }

    /// What stands on the screen.
    pub fn frame(&self) -> Frame {
        Frame {
            language: crate::words::Language::english(),
            heading: 2,
            top: None,
            screen: Screen::Blank,
            focus: "".into(),
            notice: None,
        }
    }

    /// The summary the person gave, as JSON; `None` until they did.
    pub fn given(&self) -> Option<&str> {
        None
    }
}

impl Default for App {
    fn default() -> Self {
        Self::new()
    }
}
