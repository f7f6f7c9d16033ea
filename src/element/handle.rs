//! What JavaScript may call.
#![expect(
    unreachable_pub,
    reason = "what JavaScript may call has to be public, and no room above this one is"
)]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement, ShadowRoot};
use yew::Callback;

use super::keys::{self, Heard};
use super::options;
use super::pool::Tree;
use crate::app::screen::{Frame, Screen};
use crate::app::{Event, Fault, Idle, Rest, Travel};
use crate::platform::{Doors, Listener, can_share};
use crate::widget::{Engine, STYLE, later_style};
use crate::words::Said;

/// The styles of the first screens, for one constructed sheet a document.
#[wasm_bindgen]
pub fn style() -> String {
    STYLE.to_owned()
}

/// The styles of a conversation, for a second sheet. They are here once the rest of the program is.
#[wasm_bindgen(js_name = laterStyle)]
pub fn style_later() -> String {
    later_style().to_owned()
}

/// Has a panic told to JavaScript, which then shows a page that does not need this instance.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(told: Function) {
    yew::set_custom_panic_hook(Box::new(move |panic| {
        // The message may quote a value; the place alone never holds a person's words.
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        let _ = told.call1(&JsValue::NULL, &JsValue::from_str(&place));
    }));
}

/// One widget. It lives as long as its element; its words are in it and nowhere else.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    inner: Rc<Inner>,
}

#[derive(Debug)]
struct Inner {
    engine: Rc<Engine>,
    doors: Rc<Doors>,
    shown: Rc<RefCell<Shown>>,
    send: Callback<Event>,
}

/// Where the widget is drawn, while it is on a page.
#[derive(Debug, Default)]
struct Shown {
    tree: Option<Tree>,
    slot: Option<Element>,
    keys: Vec<Listener>,
    frame: Option<Rc<Frame>>,
}

#[wasm_bindgen]
impl Widget {
    /// The widget of an element. It is drawn once it is attached.
    #[wasm_bindgen(constructor)]
    pub fn new(host: &HtmlElement) -> Self {
        let shown = Rc::new(RefCell::new(Shown::default()));
        let inner = Rc::new_cyclic(|weak: &std::rc::Weak<Inner>| {
            let to_engine = weak.clone();
            let send = Callback::from(move |event| {
                if let Some(inner) = to_engine.upgrade() {
                    inner.engine.send(event);
                }
            });
            let reply = send.clone();
            let doors = Rc::new(Doors::new(host, Rc::new(move |event| reply.emit(event))));
            let (drawn, draw_send, performing) = (shown.clone(), send.clone(), doors.clone());
            let engine = Engine::new(
                move |frame| drawn.borrow_mut().draw(Some(frame), &draw_send),
                move |effect| performing.perform(effect),
            );
            Inner {
                engine: Rc::new(engine),
                doors,
                shown,
                send,
            }
        });
        inner.engine.send(Event::Rest(Rest::Missing));
        if can_share() {
            inner.engine.send(Event::CanShare);
        }
        Self { inner }
    }

    /// Draws the widget into a shadow root.
    pub fn attach(&self, root: &ShadowRoot) {
        let mut shown = self.inner.shown.borrow_mut();
        if shown.tree.is_none() {
            shown.slot = root.query_selector("slot").ok().flatten();
            let (drawn, send) = (self.inner.shown.clone(), self.inner.send.clone());
            let heard = move || {
                drawn
                    .try_borrow()
                    .map_or(Heard::Nothing, |shown| shown.heard())
            };
            let keys = keys::listen(root, heard, move |event| send.emit(event));
            shown.keys = keys;
            shown.tree = Tree::take(root);
            shown.draw(None, &self.inner.send);
            self.inner.doors.wake();
        }
    }

    /// Takes the widget off the page. Its words stay with it. What it was drawn in can be used again while its presses are heard.
    pub fn detach(&self, is_heard: bool) {
        fault!("drop-detach");
        let mut shown = self.inner.shown.borrow_mut();
        shown.keys.clear();
        // A node of the element's tree would keep all of it, and the words with it, after the page has let go of it.
        shown.slot = None;
        if let Some(tree) = shown.tree.take() {
            tree.leave(is_heard);
        }
        self.inner.doors.rest();
    }

    /// Sets what the host wants: a plain object of strings, by the names of the properties.
    pub fn configure(&self, given: &JsValue) {
        self.inner
            .engine
            .send(Event::Configure(Rc::new(options::read(given))));
    }

    /// Opens a file that was dropped on the widget, as text; nothing where it could not be read.
    pub fn open(&self, text: Option<String>) {
        let text = text.map(Said::new).ok_or(Fault::Unreachable);
        let came = Event::Travel(Travel::Came(text));
        self.inner.engine.send(came);
    }

    /// Something that every widget is told: `left`, the page is left; `deleted`, everything was deleted in another.
    /// `idle`, nobody has stirred for so many seconds; `stirred`, somebody has.
    pub fn hear(&self, told: &str, seconds: u32) {
        let event = match told {
            "left" => Event::LeavePage,
            "deleted" => Event::Deleted,
            "idle" => Event::Idle(Idle::For(seconds)),
            _ => Event::Idle(Idle::Stirred),
        };
        self.inner.engine.send(event);
    }

    /// Gives a guide as text, in place of a file.
    #[wasm_bindgen(js_name = setGuide)]
    pub fn set_guide(&self, json: String) {
        self.inner.engine.send(Event::GuideGiven(json.into()));
    }

    /// Gives services as text, in place of lists at addresses; none, where it is empty.
    #[wasm_bindgen(js_name = setServices)]
    pub fn set_services(&self, json: String) {
        self.inner.engine.send(Event::ServicesGiven(json.into()));
    }

    /// Takes up what was noted before another instance broke.
    #[wasm_bindgen(js_name = takeBack)]
    pub fn take_back(&self, noted: String) {
        self.inner.engine.send(Event::TakeBack(Said::new(noted)));
    }

    /// The summary the person gave, as JSON; nothing until they did.
    pub fn summary(&self) -> Option<String> {
        self.inner.engine.ask(|app| app.given().map(str::to_owned))
    }

    /// Starts again from nothing.
    pub fn restart(&self) {
        self.inner.engine.send(Event::Restart);
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        self.detach(true);
    }
}

impl Shown {
    /// Which keys are heard now.
    fn heard(&self) -> Heard {
        match &self.frame {
            Some(frame) if frame.together && frame.keys => Heard::Letters,
            Some(frame) if frame.together => Heard::Few,
            _ => Heard::Nothing,
        }
    }

    /// Draws a new frame, or the last one again. What stands between the tags is seen until there is something to see here,
    /// and stays beside a screen that says the guide cannot be had.
    fn draw(&mut self, frame: Option<Rc<Frame>>, send: &Callback<Event>) {
        if let Some(frame) = frame {
            self.frame = Some(frame);
        }
        let (Some(frame), Some(tree)) = (&self.frame, &mut self.tree) else {
            return;
        };
        if let Some(slot) = &self.slot {
            let stays = matches!(frame.screen, Screen::Blank | Screen::Trouble(_));
            // An attribute set on a node of our own cannot fail in a way that matters.
            let _ = if stays {
                slot.remove_attribute("hidden")
            } else {
                slot.set_attribute("hidden", "")
            };
        }
        tree.draw(frame.clone(), send.clone());
    }
}
