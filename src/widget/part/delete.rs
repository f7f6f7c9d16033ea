//! The question before deleting.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::focus::{focus_on, leaving};
use super::{With, line, way_with};
use crate::app::screen::DeleteScreen;

/// What the question needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DeleteProps {
    shown: DeleteScreen,
    with: With,
}

/// The question, once it was asked for.
pub(crate) fn delete(shown: Option<&DeleteScreen>, with: &With) -> Html {
    html! {
        <div hidden={shown.is_none()}>
            if let Some(shown) = shown { <Delete shown={shown.clone()} with={with.clone()} /> }
        </div>
    }
}

/// It gets the focus when it comes; when it goes, the screen's heading does.
#[component]
fn Delete(props: &DeleteProps) -> Html {
    let DeleteProps { shown, with } = props;
    let node = use_node_ref();
    let id = with.id("delete");
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(ask) = node.cast::<HtmlElement>() {
                focus_on(ask);
            }
        });
    }
    let ways: Html = shown
        .ways
        .iter()
        .map(|way| way_with(way, leaving(with, &way.event)))
        .collect();
    html! {
        <div class="delete" role="group" aria-labelledby={id.clone()}>
            <p {id} tabindex="-1" ref={node}>{ line(&shown.ask) }</p>
            <div class="ways">{ ways }</div>
        </div>
    }
}
