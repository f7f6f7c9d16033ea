//! Yew trees used again. A mount cannot be freed in Yew 0.23: each leaves a listener and its nodes behind for ever.
//! So a widget that goes leaves its tree here, emptied of every word, and the next takes it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, ShadowRoot};
use yew::{AppHandle, Callback, Renderer};

use crate::app::Event;
use crate::app::screen::Frame;
use crate::widget::{Root, RootProps, take_out};

thread_local! {
    static FREE: RefCell<Vec<Tree>> = const { RefCell::new(Vec::new()) };
    static MADE: Cell<u32> = const { Cell::new(0) };
}

/// A mounted Yew tree in a box of its own.
#[derive(Debug)]
pub(super) struct Tree {
    inside: Element,
    app: AppHandle<Root>,
    number: u32,
}

impl Tree {
    /// Takes a free tree, or mounts a new one, into a shadow root.
    pub(super) fn take(root: &ShadowRoot) -> Option<Self> {
        let tree = FREE.with_borrow_mut(Vec::pop).or_else(Self::mount)?;
        root.append_child(&tree.inside).ok()?;
        Some(tree)
    }

    fn mount() -> Option<Self> {
        let number = MADE.get();
        MADE.set(number.wrapping_add(1));
        let inside: Element = web_sys::window()?
            .document()?
            .create_element("div")
            .ok()?
            .unchecked_into();
        let app = Renderer::<Root>::with_root_and_props(inside.clone(), empty(number)).render();
        Some(Self {
            inside,
            app,
            number,
        })
    }

    /// Draws a frame.
    pub(super) fn draw(&mut self, frame: Rc<Frame>, send: Callback<Event>) {
        self.app.update(RootProps {
            frame: Some(frame),
            send,
            number: self.number,
        });
    }

    /// Empties the tree of every word and leaves it for the next.
    pub(super) fn leave(mut self) {
        self.app.update(empty(self.number));
        take_out(&self.inside);
        FREE.with_borrow_mut(|free| free.push(self));
    }
}

fn empty(number: u32) -> RootProps {
    RootProps {
        frame: None,
        send: Callback::noop(),
        number,
    }
}
