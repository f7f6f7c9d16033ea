//! What goes between a conversation and the directory of what is on offer, as text: what is asked, and cards whose lines are final.
//! The two are programs of their own, each with a memory of its own.

mod asked;
mod told;

use std::rc::Rc;

pub use asked::{Asked, Chosen, Sought};
pub use told::{Because, Card, Found, InWords, Reach, Spot, Told};

use crate::json::{Node, Writer};

/// So many levels a text between the two has at the most.
const LEVELS: usize = 8;

fn write_texts(writer: &mut Writer, name: &str, texts: &[Rc<str>]) {
    writer.name(name);
    writer.open('[');
    for text in texts {
        writer.text(text);
    }
    writer.close(']');
}

fn texts(node: &Node<'_>, name: &str) -> Vec<Rc<str>> {
    let list = node.field(name).map(Node::list).unwrap_or_default();
    list.iter().filter_map(Node::text).map(Into::into).collect()
}

fn text(node: &Node<'_>, name: &str) -> Option<Rc<str>> {
    node.field(name)?.text().map(Into::into)
}

fn number(node: &Node<'_>, name: &str) -> Option<u32> {
    node.field(name)?.number()?.try_into().ok()
}

fn flag(node: &Node<'_>, name: &str) -> bool {
    node.field(name).and_then(Node::flag).unwrap_or_default()
}
