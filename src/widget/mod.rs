//! Yew. Draws a frame, sends events.

mod engine;
mod part;
mod style;
mod view;

pub use engine::Engine;
pub use style::STYLE;

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Event;
use crate::app::screen::Frame;

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

/// The whole widget.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let _ = props;
    html! { <div class="wm"></div> }
}
