//! Every string value of a JSON file with its place, for rules that read what an author wrote.

/// A string value, and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Placed {
    /// The names and numbers that lead to it.
    pub(super) steps: Vec<String>,
    /// Its line and column, both from 1 and in characters.
    pub(super) place: (u32, u32),
    /// What it says.
    pub(super) text: String,
}

/// Every string value, in the order of the file. Nothing of a file that is not JSON.
pub(super) fn strings(json: &str) -> Vec<Placed> {
    if serde_json::from_str::<serde::de::IgnoredAny>(json).is_err() {
        return Vec::new();
    }
    let mut scan = Scan {
        rest: json,
        line: 1,
        column: 1,
        steps: Vec::new(),
        found: Vec::new(),
    };
    scan.value();
    scan.found
}

/// A walk over JSON known to be sound, so that its nesting is bounded and every bracket closes.
struct Scan<'a> {
    rest: &'a str,
    line: u32,
    column: u32,
    steps: Vec<String>,
    found: Vec<Placed>,
}

impl<'a> Scan<'a> {
    fn value(&mut self) {
        match self.peek() {
            Some('{') => self.inside('}', |scan, _| {
                let name = scan.string();
                scan.peek();
                scan.pass(1);
                name
            }),
            Some('[') => self.inside(']', |_, number| number.to_string()),
            Some('"') => {
                let place = (self.line, self.column);
                let text = self.string();
                self.found.push(Placed {
                    steps: self.steps.clone(),
                    place,
                    text,
                });
            }
            _ => {
                let end = |c: char| matches!(c, ',' | ']' | '}') || c.is_ascii_whitespace();
                self.pass(self.rest.find(end).unwrap_or(self.rest.len()));
            }
        }
    }

    /// Passes over the values of an object or a list, each under the step that leads to it.
    fn inside(&mut self, end: char, step: fn(&mut Self, usize) -> String) {
        self.pass(1);
        let mut number = 0;
        while self.peek().is_some_and(|next| next != end) {
            let step = step(self, number);
            self.steps.push(step);
            self.value();
            self.steps.pop();
            number += 1;
            if self.peek() == Some(',') {
                self.pass(1);
            }
        }
        self.pass(1);
    }

    /// Passes over a string and returns what it says.
    fn string(&mut self) -> String {
        self.peek();
        let mut is_escaped = false;
        let close = |(_, c): &(usize, char)| {
            let closes = *c == '"' && !is_escaped;
            is_escaped = *c == '\\' && !is_escaped;
            closes
        };
        let inner = self.rest.get(1..).unwrap_or_default();
        let length = inner.char_indices().find(close).map_or(0, |(at, _)| at + 2);
        let raw = self.pass(length);
        serde_json::from_str(raw).unwrap_or_default()
    }

    /// The next character that is no white space.
    fn peek(&mut self) -> Option<char> {
        let blank = |c: char| !matches!(c, ' ' | '\t' | '\n' | '\r');
        self.pass(self.rest.find(blank).unwrap_or(self.rest.len()));
        self.rest.chars().next()
    }

    /// Passes over so many bytes, counting lines and columns.
    fn pass(&mut self, bytes: usize) -> &'a str {
        let (passed, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        for c in passed.chars() {
            (self.line, self.column) = if c == '\n' {
                (self.line + 1, 1)
            } else {
                (self.line, self.column + 1)
            };
        }
        self.rest = rest;
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_is_found_where_it_stands() {
        let json =
            "{ \"é\\\"a\": [1, \"x\\\\\", { \"b\": \"ü\", \"c\": null }],\n  \"d\": \"\\u0041\" }";
        let told: Vec<_> = strings(json)
            .into_iter()
            .map(|one| (one.steps.join("/"), one.place, one.text))
            .collect();
        let expected = [
            ("é\"a/1", (1, 15), "x\\"),
            ("é\"a/2/b", (1, 29), "ü"),
            ("d", (2, 8), "A"),
        ];
        let expected =
            expected.map(|(path, place, text)| (path.to_owned(), place, text.to_owned()));
        assert_eq!(told, expected);
    }

    #[test]
    fn nothing_is_found_in_what_is_not_json() {
        assert_eq!(strings("{ \"a\": \"b\" "), []);
    }
}
