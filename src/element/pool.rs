//! Yew trees used again. A mount cannot be freed in Yew 0.23: each leaves a listener and its nodes behind for ever.
//! So a widget that goes leaves its tree here, emptied of every word, and the next takes it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, ShadowRoot};
use yew::{AppHandle, Callback, Renderer};

use crate::app::Event;
use crate::app::screen::Frame;
use crate::platform::drawing;
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
    drawing: Callback<bool>,
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
        let of = inside.clone();
        let drawing = Callback::from(move |begins| drawing(&of, begins));
        let empty = empty(number, &drawing);
        let app = Renderer::<Root>::with_root_and_props(inside.clone(), empty).render();
        Some(Self {
            inside,
            app,
            number,
            drawing,
        })
    }

    /// Draws a frame.
    pub(super) fn draw(&mut self, frame: Rc<Frame>, send: Callback<Event>) {
        self.app.update(RootProps {
            frame: Some(frame),
            send,
            number: self.number,
            drawing: self.drawing.clone(),
        });
    }

    /// Empties the tree of every word and leaves it for the next, where presses in it are heard still.
    pub(super) fn leave(mut self, is_heard: bool) {
        fault!("drop-tree");
        self.app.update(empty(self.number, &self.drawing));
        take_out(&self.inside);
        if is_heard {
            FREE.with_borrow_mut(|free| free.push(self));
        }
    }
}

fn empty(number: u32, drawing: &Callback<bool>) -> RootProps {
    RootProps {
        frame: None,
        send: Callback::noop(),
        number,
        drawing: drawing.clone(),
    }
}
