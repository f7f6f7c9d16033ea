//! From a place in a text to what people call it: a line and a column, or the path that leads there.

use super::{Node, Value};

/// Tells the line and column of places in a text, each no earlier than the one before. It reads the text once.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    column: u32,
}

impl<'t> Lines<'t> {
    /// Of this text.
    pub fn of(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// The line and the column of a byte, both from 1, the column in characters.
    pub fn place(&mut self, at: usize) -> (u32, u32) {
        let passed = self.text.get(self.at..at).unwrap_or_default();
        for character in passed.chars() {
            if character == '\n' {
                (self.line, self.column) = (self.line.saturating_add(1), 1);
            } else {
                self.column = self.column.saturating_add(1);
            }
        }
        self.at = self.at.max(at);
        (self.line, self.column)
    }
}

/// The path from a value to the value inside it that begins at a byte, as a JSON Pointer (RFC 6901).
pub fn pointer(from: &Node<'_>, at: usize) -> String {
    let mut path = String::new();
    let mut here = from;
    while here.at < at {
        // Values stand in the order of the file, so the last to begin in time holds the place.
        let next = match &here.value {
            Value::List(list) => {
                let after = list.partition_point(|node| node.at <= at);
                after.checked_sub(1).and_then(|index| {
                    path.push('/');
                    path.push_str(&index.to_string());
                    list.get(index)
                })
            }
            Value::Object(fields) => {
                let after = fields.partition_point(|(_, node)| node.at <= at);
                after.checked_sub(1).and_then(|index| {
                    let (name, node) = fields.get(index)?;
                    path.push('/');
                    for character in name.chars() {
                        match character {
                            '~' => path.push_str("~0"),
                            '/' => path.push_str("~1"),
                            other => path.push(other),
                        }
                    }
                    Some(node)
                })
            }
            _ => None,
        };
        match next {
            Some(next) => here = next,
            None => break,
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::read;

    #[test]
    fn a_place_has_its_path_its_line_and_its_column() {
        let text = "{\n  \"a/b\": [1, {\"é\": \"\\\"x\", \"ü\": true}],\n  \"c\": null\n}";
        let root = read(text, 9).unwrap();
        let mut lines = Lines::of(text);
        let mut told = |at| (pointer(&root, at), lines.place(at));
        let list = &root.fields()[0].1;
        let inner = &list.list()[1].fields()[1].1;
        assert_eq!(told(root.at), (String::new(), (1, 1)));
        assert_eq!(told(inner.at), ("/a~1b/1/ü".to_owned(), (2, 32)));
        assert_eq!(told(root.fields()[1].1.at), ("/c".to_owned(), (3, 8)));
    }
}
