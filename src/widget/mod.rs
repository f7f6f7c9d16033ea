//! Yew. Draws a frame, sends events.

mod el;
mod engine;
mod focus;
mod part;
mod style;
mod view;

pub use engine::Engine;
pub use style::STYLE;

use std::rc::Rc;

use yew::prelude::*;

use self::el::{direction, el};
use self::part::{With, notice};
use self::view::{top, view};
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
#[component]
pub fn Root(props: &RootProps) -> Html {
    let root = use_node_ref();
    let marks = use_mut_ref(|| None);
    let screen = props.frame.as_ref();
    let screen = screen.filter(|frame| frame.screen != Screen::Blank);
    {
        let (root, is_shown) = (root.clone(), screen.is_some());
        // Asked before anything is drawn, since drawing may take it away.
        let before = focus::active(&root);
        use_effect(move || {
            let mut marks = marks.borrow_mut();
            if is_shown {
                focus::follow(&root, &mut marks, before);
            } else {
                *marks = None;
            }
        });
    }
    let drawn = el("div", "wm").is("part", "root").known_as(root);
    match screen {
        None => drawn.done(),
        Some(frame) => page(drawn, frame, props).done(),
    }
}

fn page(drawn: el::El, frame: &Frame, props: &RootProps) -> el::El {
    let with = With {
        send: props.send.clone(),
        number: props.number,
        level: frame.heading,
        screen: frame.focus.clone(),
    };
    let language = AttrValue::from(frame.language.tag().to_owned());
    let row = frame.top.as_ref().map(|row| top(row, &with));
    let page = el("div", "page")
        .with(el("div", "").key("top").add(row.unwrap_or_default()))
        .with(
            el("div", "")
                .key(&["at ", &frame.focus].concat())
                .add(view(&frame.screen, &with)),
        )
        .with(notice(frame.notice.as_ref(), &with).key("notice"));
    drawn
        .has("lang", language)
        .is("dir", direction(frame.language.is_right_to_left()))
        .with(page)
}
