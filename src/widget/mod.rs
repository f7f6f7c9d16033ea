//! Yew. Draws a frame, sends events.

mod el;
mod engine;
mod focus;
mod part;
mod radio;
mod style;
mod view;

pub use engine::Engine;
#[cfg(target_arch = "wasm32")]
pub(crate) use radio::take_out;
pub use style::{STYLE, later_style};

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use self::el::{direction, el};
use self::part::{With, notice};
use self::view::{cue, kept, top, view, warning};
use crate::app::Event;
use crate::app::screen::{Frame, Screen};

/// What the root draws: a frame, and where to send what a person does. Without a frame it draws an empty box.
#[derive(Debug, Clone, Properties)]
pub struct RootProps {
    /// What to draw.
    pub frame: Option<Rc<Frame>>,
    /// Where to send events.
    pub send: Callback<Event>,
    /// The widget's own number, so that ids of two on a page never clash.
    pub number: u32,
    /// Told when drawing begins, in the very call that draws, and when it is done.
    pub drawing: Callback<bool>,
}

/// Each frame is a new one, so comparing what is in it would only cost time.
impl PartialEq for RootProps {
    fn eq(&self, other: &Self) -> bool {
        let pointer = |props: &Self| props.frame.as_ref().map(Rc::as_ptr);
        pointer(self) == pointer(other)
    }
}

/// The whole widget, and its one component: all else is drawn by plain functions.
/// On another screen, focus goes to its heading.
#[derive(Debug, Default)]
pub struct Root {
    node: NodeRef,
    marks: focus::Marks,
    /// What had the focus before anything was drawn, since drawing may take it away.
    before: RefCell<Option<Element>>,
    /// The radios that stood there.
    radios: RefCell<Vec<HtmlInputElement>>,
}

impl Component for Root {
    type Message = ();
    type Properties = RootProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().drawing.emit(true);
        fault!("render-root");
        self.before.replace(focus::active(&self.node));
        // It may be drawn twice before it is told that it was.
        self.radios.borrow_mut().extend(radio::all(&self.node));
        let drawn = el("div", "wm")
            .is("part", "root")
            .known_as(self.node.clone());
        match shown(context) {
            None => drawn.done(),
            Some(frame) => page(drawn, frame, context.props()).done(),
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        fault!("render-done");
        context.props().drawing.emit(false);
        let before = self.before.take();
        radio::let_go(&self.node, self.radios.take());
        if shown(context).is_some() {
            focus::follow(&self.node, &mut self.marks, before);
        } else {
            self.marks = None;
        }
    }
}

/// The frame to draw, where there is something on it.
fn shown(context: &Context<Root>) -> Option<&Frame> {
    let frame = context.props().frame.as_deref();
    frame.filter(|frame| frame.screen != Screen::Blank)
}

fn page(drawn: el::El, frame: &Frame, props: &RootProps) -> el::El {
    let with = With {
        send: props.send.clone(),
        number: props.number,
        level: frame.heading,
        screen: frame.focus.clone(),
        writes: frame.writes,
    };
    let language = AttrValue::from(frame.language.tag().to_owned());
    let row = frame.top.as_ref().map(|row| top(row, &with));
    let screen = el("div", "at")
        .key(&["at ", &frame.focus].concat())
        .add(view(&frame.screen, &with));
    let (class, beside) = match &frame.cue {
        Some(shown) if shown.drawer.is_on => ("sheets drawn", cue(shown, &with)),
        Some(shown) => ("sheets", cue(shown, &with)),
        None => ("", Html::default()),
    };
    let asked = frame.warning.as_ref();
    let asked = asked.map(|shown| warning(shown, &with)).unwrap_or_default();
    let page = el("div", "page")
        .with(el("div", "").key("top").add(row.unwrap_or_default()))
        .with(
            el("div", class)
                .key("sheets")
                .with(screen)
                .with(el("div", "beside").key("beside").add(beside)),
        )
        .with(
            el("div", "").key("kept").add(
                frame
                    .kept
                    .as_ref()
                    .map(|line| kept(line, &with))
                    .unwrap_or_default(),
            ),
        )
        .with(notice(frame.notice.as_ref(), &with).key("notice"))
        .with(el("div", "asked").key("warning").add(asked));
    drawn
        .has("lang", language)
        .is("dir", direction(frame.language.is_right_to_left()))
        .with(page)
}
