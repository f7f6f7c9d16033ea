//! Moves the focus where something new has come, or where it would be lost. It never scrolls further than needed.

use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, FocusOptions, HtmlElement, HtmlInputElement, HtmlTextAreaElement,
    ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot,
};
use yew::NodeRef;

/// Marks what gets the focus when it comes, with a name that is another when it is another.
pub(super) const MARK: &str = "data-focus";

/// What was marked when the widget was last drawn; nothing while it shows nothing.
pub(super) type Marks = Option<Vec<String>>;

/// What has the focus inside the widget.
pub(super) fn active(root: &NodeRef) -> Option<Element> {
    let root = root.cast::<Element>()?.get_root_node();
    root.dyn_into::<ShadowRoot>().ok()?.active_element()
}

/// Gives the focus to the first thing marked that was not there before; and where drawing took away what had it, to the screen's heading.
/// The first screen of all leaves the host page's focus alone.
pub(super) fn follow(root: &NodeRef, marks: &mut Marks, before: Option<Element>) {
    let Some(root) = root.cast::<Element>() else {
        return;
    };
    let mut now = Vec::new();
    let mut new = None;
    if let Ok(marked) = root.query_selector_all("[data-focus]") {
        for at in 0..marked.length() {
            let Some(element) = marked
                .item(at)
                .and_then(|node| node.dyn_into::<Element>().ok())
            else {
                continue;
            };
            let name = element.get_attribute(MARK).unwrap_or_default();
            let is_known = marks.as_ref().is_some_and(|known| known.contains(&name));
            if !is_known && new.is_none() {
                new = Some(element);
            }
            now.push(name);
        }
    }
    let is_first = marks.replace(now).is_none();
    if is_first {
        return;
    }
    if let Some(new) = new {
        inside(&new);
    } else if let Some(before) = before {
        if !before.is_connected() {
            if let Ok(Some(heading)) = root.query_selector(".question") {
                still(&heading);
            }
        } else if before.has_type::<HtmlInputElement>()
            && before.get_bounding_client_rect().top() < 0.0
        {
            // Taking one choice shuts the box under another, and all below it moves up.
            nearest(&before);
        }
    }
}

/// Gives the focus to an element that takes it, else to the last row of a plan, else to the control taken inside it, else to the first one.
pub(super) fn inside(element: &Element) {
    let find = |selector| element.query_selector(selector).ok().flatten();
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        on(element);
        if area.read_only() {
            area.select();
        }
    } else if element.has_attribute("tabindex") {
        on(element);
    } else if let Some(found) = find(".place .step:last-of-type textarea")
        .or_else(|| find("input:checked"))
        .or_else(|| find("textarea, input, button"))
    {
        on(&found);
        if let Some(area) = found.dyn_ref::<HtmlTextAreaElement>() {
            // What is written goes on from its end.
            let end = area.text_length();
            let _ = area.set_selection_range(end, end);
        }
    }
}

/// Gives an element the focus, and scrolls to it only where it is out of sight.
pub(super) fn on(element: &Element) {
    still(element);
    nearest(element);
}

/// Scrolls to an element only where it is out of sight.
fn nearest(element: &Element) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}

/// Gives an element the focus, and leaves the page where it is.
fn still(element: &Element) {
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    // Only drawings are no HTML here, and none of them is given the focus. What cannot take it leaves it where it was.
    let element = element.unchecked_ref::<HtmlElement>();
    let _ = element.focus_with_options(&still);
}
