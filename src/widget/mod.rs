//! Yew. Draws a frame, sends events.

mod engine;
mod part;
mod style;
mod view;

pub use engine::Engine;
pub use style::STYLE;

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use self::part::{NoticeView, With, focus_on};
use self::view::{top, view};
use crate::app::Event;
use crate::app::screen::{Frame, Screen};

/// What the root draws: a frame, and where to send what a person does. Without a frame it draws an empty box.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct RootProps {
    /// What to draw.
    pub frame: Option<Rc<Frame>>,
    /// Where to send events.
    pub send: Callback<Event>,
    /// The widget's own number, so that ids of two on a page never clash.
    pub number: u32,
}

/// The whole widget. On another screen, focus goes to its heading; the first one to come up leaves the host page's focus alone.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let heading = use_node_ref();
    let seen = use_mut_ref(|| None::<Rc<str>>);
    let screen = props
        .frame
        .as_ref()
        .filter(|frame| frame.screen != Screen::Blank);
    {
        let heading = heading.clone();
        let now = screen.map(|frame| frame.focus.clone());
        use_effect_with(now, move |now| {
            let before = seen.replace(now.clone());
            if let (Some(_), Some(_), Some(heading)) = (before, now, heading.cast::<HtmlElement>())
            {
                focus_on(heading);
            }
        });
    }
    let Some(frame) = screen else {
        return html! { <div class="wm" part="root"></div> };
    };
    let with = With {
        send: props.send.clone(),
        number: props.number,
        level: frame.heading,
        heading,
    };
    let dir = if frame.language.is_right_to_left() {
        "rtl"
    } else {
        "ltr"
    };
    html! {
        <div class="wm" part="root" lang={frame.language.tag().to_owned()} {dir}>
            <div key="page" class="page">
                <div key="top">{ frame.top.as_ref().map(|row| top(row, &with)).unwrap_or_default() }</div>
                <div key={["at ", &frame.focus].concat()}>{ view(&frame.screen, &with) }</div>
                <NoticeView key="notice" shown={frame.notice.clone()} with={with.clone()} />
            </div>
        </div>
    }
}
