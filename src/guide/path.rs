//! Where in a guide: from a JSON Pointer to a line and a column, in one pass over the file.

use std::collections::BTreeMap;
use std::fmt;

/// A place in the file, as a chain up to its root. It costs nothing until it is written out.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'a> {
    parent: Option<&'a At<'a>>,
    step: Step<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    /// The whole file.
    pub(super) const ROOT: Self = Self {
        parent: None,
        step: Step::Root,
    };

    /// A field of the object here.
    pub(super) fn field(&'a self, name: &'a str) -> Self {
        Self {
            parent: Some(self),
            step: Step::Field(name),
        }
    }

    /// An element of the list here.
    pub(super) fn index(&'a self, index: usize) -> Self {
        Self {
            parent: Some(self),
            step: Step::Index(index),
        }
    }
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Field(name) => write!(f, "/{}", escape(name)),
            Step::Index(index) => write!(f, "/{index}"),
        }
    }
}

/// A field's name as a JSON Pointer writes it (RFC 6901, section 3).
pub(super) fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// A pointer that leads somewhere, with its line and column, both from 1 and in characters.
pub(super) type Located = (String, (u32, u32));

/// Every pointer that leads somewhere, in the order of the file.
/// The text must be JSON already read once, so that its nesting is bounded.
pub(super) fn locate<'a>(text: &str, pointers: impl Iterator<Item = &'a str>) -> Vec<Located> {
    let mut wanted = Wanted::default();
    for pointer in pointers {
        wanted.add(pointer);
    }
    let mut scan = Scan {
        bytes: text.as_bytes(),
        at: 0,
        offsets: Vec::new(),
    };
    scan.value(Some(&mut wanted));
    in_lines(text, scan.offsets)
}

/// The pointers looked for, as a tree.
#[derive(Default)]
struct Wanted {
    inside: BTreeMap<String, Wanted>,
    pointer: Option<String>,
}

impl Wanted {
    fn add(&mut self, pointer: &str) {
        let mut here = self;
        for step in pointer.split('/').skip(1) {
            here = here
                .inside
                .entry(step.replace("~1", "/").replace("~0", "~"))
                .or_default();
        }
        here.pointer = Some(pointer.to_owned());
    }
}

/// A walk over JSON known to be sound.
struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    /// What was wanted and found, in the order of the file.
    offsets: Vec<(usize, String)>,
}

impl Scan<'_> {
    fn peek(&mut self) -> u8 {
        while matches!(self.bytes.get(self.at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        self.bytes.get(self.at).copied().unwrap_or_default()
    }

    /// Passes over one value, noting where it and what is wanted inside it begin.
    fn value(&mut self, mut wanted: Option<&mut Wanted>) {
        let first = self.peek();
        if let Some(wanted) = wanted.as_deref_mut() {
            self.offsets
                .extend(wanted.pointer.take().map(|pointer| (self.at, pointer)));
        }
        match first {
            b'{' => self.inside(b'}', |scan, _| {
                let key = scan.string();
                scan.peek();
                scan.at += 1;
                let inner = wanted
                    .as_deref_mut()
                    .and_then(|wanted| wanted.inside.get_mut(&key));
                scan.value(inner);
            }),
            b'[' => self.inside(b']', |scan, index| {
                let inner = wanted
                    .as_deref_mut()
                    .filter(|wanted| !wanted.inside.is_empty());
                scan.value(inner.and_then(|wanted| wanted.inside.get_mut(&index.to_string())));
            }),
            b'"' => drop(self.string()),
            _ => {
                let is_end =
                    |byte: &u8| matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r');
                let rest = self.bytes.get(self.at..).unwrap_or_default();
                self.at += rest.iter().position(is_end).unwrap_or(rest.len());
            }
        }
    }

    fn inside(&mut self, end: u8, mut element: impl FnMut(&mut Self, usize)) {
        self.at += 1;
        let mut index = 0;
        while self.at < self.bytes.len() && self.peek() != end {
            element(self, index);
            index += 1;
            if self.peek() == b',' {
                self.at += 1;
            }
        }
        self.at += 1;
    }

    /// Passes over a string and returns it, empty where it has no meaning as one.
    fn string(&mut self) -> String {
        self.peek();
        let from = self.at;
        self.at += 1;
        while let Some(byte) = self.bytes.get(self.at) {
            self.at += if *byte == b'\\' { 2 } else { 1 };
            if *byte == b'"' {
                break;
            }
        }
        let raw = self.bytes.get(from..self.at).unwrap_or_default();
        serde_json::from_slice(raw).unwrap_or_default()
    }
}

/// Turns byte offsets in the order of the file into lines and columns.
fn in_lines(text: &str, offsets: Vec<(usize, String)>) -> Vec<Located> {
    let mut found = Vec::with_capacity(offsets.len());
    let (mut line, mut start, mut from) = (1_u32, 0, 0);
    for (offset, pointer) in offsets {
        let passed = text.get(from..offset).unwrap_or_default();
        line = line.saturating_add(u32::try_from(passed.matches('\n').count()).unwrap_or_default());
        if let Some(last) = passed.rfind('\n') {
            start = from + last + 1;
        }
        from = offset;
        let column = text.get(start..offset).unwrap_or_default().chars().count() + 1;
        found.push((pointer, (line, u32::try_from(column).unwrap_or(u32::MAX))));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_leads_to_its_line_and_column() {
        let text = "{\n  \"a/b\": [1, {\"é\": \"\\\"x\", \"ü\": true}],\n  \"c\": null\n}";
        let found = locate(text, ["", "/a~1b/1/ü", "/c", "/nowhere"].into_iter());
        let told: Vec<_> = found
            .iter()
            .map(|(pointer, place)| (pointer.as_str(), *place))
            .collect();
        assert_eq!(told, [("", (1, 1)), ("/a~1b/1/ü", (2, 32)), ("/c", (3, 8))]);
    }

    #[test]
    fn a_chain_writes_itself_as_a_pointer() {
        let stages = At::ROOT.field("stages");
        assert_eq!(stages.index(3).field("a/b").to_string(), "/stages/3/a~1b");
    }
}
