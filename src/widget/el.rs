//! Elements, put together attribute by attribute and child by child.
//! Yew's macro unrolls each element where it stands, some 400 bytes apiece; these are a few calls.

use std::rc::Rc;

use web_sys::Event;
use yew::virtual_dom::{
    AttrValue, AttributeOrProperty, Attributes, Listener, ListenerKind, VNode, VTag, VText,
};
use yew::{NodeRef, html};

use super::focus::MARK;
use crate::words::Line;

/// Marks what leaves the page: `pkg-config/npm/leave.js` hears it pressed before anyone else does.
pub(super) const LEAVE: &str = "data-leave";

/// Every attribute there is here. One list for all elements, so that Yew compares them slot by slot and needs no map.
static NAMES: [&str; 39] = [
    "class",
    "role",
    "id",
    "type",
    "value",
    "selected",
    "name",
    "part",
    "for",
    "href",
    "target",
    "rel",
    "rows",
    "readonly",
    "autocomplete",
    "spellcheck",
    "tabindex",
    "title",
    "lang",
    "dir",
    "hidden",
    "viewBox",
    "d",
    "aria-label",
    "aria-labelledby",
    "aria-describedby",
    "aria-current",
    "aria-disabled",
    "aria-hidden",
    "aria-expanded",
    "aria-controls",
    "aria-pressed",
    "open",
    "scope",
    "autocapitalize",
    "autocorrect",
    "writingsuggestions",
    LEAVE,
    MARK,
];

/// An element that is being put together. It is boxed, so that passing it on is passing a pointer.
#[derive(Debug)]
pub(super) struct El(Box<VTag>);

/// An element of this name and class.
pub(super) fn el(tag: &'static str, class: &'static str) -> El {
    let el = El::of(VTag::new(AttrValue::Static(tag)));
    el.when(!class.is_empty(), "class", class)
}

/// A box to write in, drawn with its words once: after that the browser holds them.
pub(super) fn area(words: AttrValue, class: &'static str) -> El {
    let tag = match html! { <textarea defaultvalue={words} /> } {
        VNode::VTag(tag) => Rc::into_inner(tag),
        _ => None,
    };
    let tag = tag.unwrap_or_else(|| VTag::new(AttrValue::Static("textarea")));
    El::of(tag).is("class", class)
}

impl El {
    fn of(mut tag: VTag) -> Self {
        let values = NAMES.iter().map(|_| None).collect();
        tag.attributes = Attributes::Dynamic {
            keys: &NAMES,
            values,
        };
        Self(Box::new(tag))
    }

    /// Names it among its siblings, so that it stays the same while others come and go.
    pub(super) fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// An attribute with a fixed value.
    pub(super) fn is(self, name: &'static str, value: &'static str) -> Self {
        self.has(name, AttrValue::Static(value))
    }

    /// An attribute, one of [`NAMES`].
    pub(super) fn has(mut self, name: &'static str, value: AttrValue) -> Self {
        let at = NAMES.iter().position(|known| *known == name);
        debug_assert!(at.is_some(), "{name} is not among the names");
        if let (Some(at), Attributes::Dynamic { values, .. }) = (at, &mut self.0.attributes)
            && let Some(slot) = values.get_mut(at)
        {
            *slot = Some(AttributeOrProperty::Attribute(value));
        }
        self
    }

    /// An attribute, where there is a value for it.
    pub(super) fn maybe(self, name: &'static str, value: Option<AttrValue>) -> Self {
        match value {
            Some(value) => self.has(name, value),
            None => self,
        }
    }

    /// An attribute with a fixed value, on a condition.
    pub(super) fn when(self, holds: bool, name: &'static str, value: &'static str) -> Self {
        if holds { self.is(name, value) } else { self }
    }

    /// What is written in it is finished, checked and added to by nobody: what does that may send it away.
    pub(super) fn unaided(self) -> Self {
        self.is("autocomplete", "off")
            .is("spellcheck", "false")
            .is("writingsuggestions", "false")
    }

    /// Hides it, on a condition. It keeps its place among its siblings.
    pub(super) fn hidden(self, holds: bool) -> Self {
        self.when(holds, "hidden", "")
    }

    /// What stands in an input, whatever was typed.
    pub(super) fn value(mut self, value: &str) -> Self {
        self.0.set_value(Some(AttrValue::from(value.to_owned())));
        self
    }

    /// Whether a box is ticked or a radio taken.
    pub(super) fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// Where to find it once it is drawn.
    pub(super) fn known_as(mut self, node: NodeRef) -> Self {
        self.0.node_ref = node;
        self
    }

    /// What to do when something happens to it.
    pub(super) fn on(mut self, kind: Kind, then: Rc<dyn Fn(Event)>) -> Self {
        self.0.add_listener(Rc::new(Heard { kind, then }));
        self
    }

    /// A child.
    pub(super) fn with(self, child: El) -> Self {
        self.add(child.done())
    }

    /// A child that stands in its place even when it is empty.
    pub(super) fn add(mut self, child: VNode) -> Self {
        self.0.add_child(child);
        self
    }

    /// Children.
    pub(super) fn all(mut self, children: Vec<VNode>) -> Self {
        self.0.add_children(children);
        self
    }

    /// Words, marked with their language where that is not the screen's.
    pub(super) fn line(self, line: &Line) -> Self {
        self.add(self::line(line))
    }

    /// Words, where there are any; its place is hidden where there are none.
    pub(super) fn maybe_line(self, line: Option<&Line>) -> Self {
        match line {
            Some(line) => self.line(line),
            None => self.hidden(true),
        }
    }

    /// Plain words.
    pub(super) fn text(self, text: &str) -> Self {
        self.add(VText::new(AttrValue::from(text.to_owned())).into())
    }

    /// The element, put together.
    pub(super) fn done(self) -> VNode {
        VNode::VTag(Rc::new(*self.0))
    }
}

/// Words, marked with their language where that is not the screen's (WCAG 2.2, 3.1.2).
pub(super) fn line(line: &Line) -> VNode {
    let text = VText::new(AttrValue::from(line.text.clone())).into();
    match &line.language {
        None => text,
        Some(language) => {
            let tag = AttrValue::from(language.tag().to_owned());
            let span = el("span", "").has("lang", tag);
            span.is("dir", direction(language.is_right_to_left()))
                .add(text)
                .done()
        }
    }
}

/// The value of `dir`.
pub(super) fn direction(is_right_to_left: bool) -> &'static str {
    if is_right_to_left { "rtl" } else { "ltr" }
}

/// What can happen to an element.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// It was pressed.
    Click,
    /// A choice was taken or left.
    Change,
    /// Something was written.
    Input,
}

/// One listener for all there is to hear.
struct Heard {
    kind: Kind,
    then: Rc<dyn Fn(Event)>,
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            Kind::Click => ListenerKind::onclick,
            Kind::Change => ListenerKind::onchange,
            Kind::Input => ListenerKind::oninput,
        }
    }

    fn handle(&self, event: Event) {
        (self.then)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
