//! JSON, each value with the place where it stands, so that an author can be told where something is wrong.

mod place;
mod read;
mod write;

use std::borrow::Cow;
use std::fmt;

pub use place::{Lines, pointer};
pub use read::{Fault, decoded, read};
pub use write::{Writer, quoted};

/// A value, and where in the text it stands.
#[derive(Clone, PartialEq)]
pub struct Node<'t> {
    /// The byte it begins at.
    pub at: usize,
    /// What it is.
    pub value: Value<'t>,
}

/// What a value is.
#[derive(Clone, PartialEq)]
pub enum Value<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number, as it is written.
    Number(&'t str),
    /// A text, its escapes resolved.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Node<'t>>),
    /// An object: its fields in the order of the file, those of the same name among them.
    Object(Vec<(Cow<'t, str>, Node<'t>)>),
}

impl<'t> Node<'t> {
    /// The first field of this name, if this is an object that has one. `null` says the same as leaving it out.
    pub fn field(&self, name: &str) -> Option<&Self> {
        let found = self.fields().iter().find(|(key, _)| key == name);
        let (_, node) = found?;
        (node.value != Value::Null).then_some(node)
    }

    /// The fields of an object; none of anything else.
    pub fn fields(&self) -> &[(Cow<'t, str>, Self)] {
        match &self.value {
            Value::Object(fields) => fields,
            _ => &[],
        }
    }

    /// The elements of a list; none of anything else.
    pub fn list(&self) -> &[Self] {
        match &self.value {
            Value::List(list) => list,
            _ => &[],
        }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is `true`, or `false`.
    pub fn flag(&self) -> Option<bool> {
        match self.value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    /// The whole number, if it is one and not less than 0.
    pub fn number(&self) -> Option<u64> {
        match self.value {
            Value::Number(number) => number.parse().ok(),
            _ => None,
        }
    }
}

/// What stands in a file may be a person's words, so only the place is told.
impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Node({})", self.at)
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "Null",
            Self::Flag(_) => "Flag",
            Self::Number(_) => "Number",
            Self::Text(_) => "Text",
            Self::List(_) => "List",
            Self::Object(_) => "Object",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_written_out_tells_its_kind_and_nothing_that_stands_in_it() {
        let whole = read(r#"["My dog", 7, {"name": "Ama"}, true, null]"#, 9).unwrap();
        assert_eq!(format!("{whole:?}"), "Node(0)");
        assert_eq!(format!("{:?}", whole.value), "List");
        let kinds: Vec<_> = whole
            .list()
            .iter()
            .map(|node| format!("{:?}", node.value))
            .collect();
        assert_eq!(kinds, ["Text", "Number", "Object", "Flag", "Null"]);
    }
}
