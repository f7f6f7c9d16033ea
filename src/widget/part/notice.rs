//! Something that was done, or could not be: heard at once, seen at the foot of the window.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::focus::leaving;
use super::{With, line, way_with};
use crate::app::screen::Notice;

/// What a notice needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NoticeProps {
    /// The notice, if there is one.
    pub(crate) shown: Option<Notice>,
    /// Where it stands.
    pub(crate) with: With,
}

/// A live region that is always there, or it would not be heard. Text that could not be copied stands selected beside it.
#[component]
pub(crate) fn NoticeView(props: &NoticeProps) -> Html {
    let NoticeProps { shown, with } = props;
    let node = use_node_ref();
    let id = with.id("notice");
    let count = shown.as_ref().map(|shown| shown.count);
    {
        let node = node.clone();
        use_effect_with(count, move |_| {
            if let Some(area) = node.cast::<HtmlTextAreaElement>() {
                let _ = area.focus();
                area.select();
            }
        });
    }
    let text = shown.as_ref().and_then(|shown| shown.text.clone());
    let undo = shown.as_ref().and_then(|shown| shown.way.as_ref());
    let undo = undo.map(|way| way_with(way, leaving(with, &way.event)));
    html! {
        <div class={classes!("notice", shown.is_none().then_some("none"), text.is_some().then_some("open"))}>
            <div role="status" id={id.clone()}>
                if let Some(shown) = shown { <p key={shown.count}>{ line(&shown.line) }</p> }
            </div>
            if let Some(text) = text {
                <textarea
                    key={count.unwrap_or_default()}
                    ref={node}
                    class="words tall"
                    readonly=true
                    dir="auto"
                    aria-labelledby={id}
                    defaultvalue={text}
                />
            }
            { undo.unwrap_or_default() }
        </div>
    }
}
