//! From text to values (RFC 8259), stopping at the first thing that is no JSON.

use std::borrow::Cow;

use super::{Node, Value};

/// Why a text is no JSON, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The byte where reading stopped.
    pub at: usize,
    /// What is wrong there, as the second half of a sentence.
    pub what: &'static str,
    /// Whether it is only nested deeper than was allowed.
    pub is_too_deep: bool,
}

/// The text of a file, as a browser would hand it over; nothing where it is no UTF-8.
pub fn decoded(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    // Browsers take this mark away, so it is no problem of the file.
    Some(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Reads a text, nested no deeper than so many levels.
///
/// # Errors
/// The first place at which it is no JSON, or too deep.
pub fn read(text: &str, levels: usize) -> Result<Node<'_>, Fault> {
    let mut reader = Reader { text, at: 0 };
    // Some editors begin a file with an invisible mark of its byte order.
    if text.starts_with('\u{feff}') {
        reader.at = '\u{feff}'.len_utf8();
    }
    let node = reader.value(levels)?;
    match reader.peek() {
        None => Ok(node),
        Some(_) => reader.stop("something stands after its end"),
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        self.byte()
    }

    fn stop<T>(&self, what: &'static str) -> Result<T, Fault> {
        Err(Fault {
            at: self.at,
            what,
            is_too_deep: false,
        })
    }

    fn since(&self, from: usize) -> &'t str {
        self.text.get(from..self.at).unwrap_or_default()
    }

    fn value(&mut self, levels: usize) -> Result<Node<'t>, Fault> {
        let first = self.peek();
        let at = self.at;
        let value = match first {
            Some(b'{' | b'[') if levels == 0 => {
                let what = "its brackets are nested too deep";
                let is_too_deep = true;
                return Err(Fault {
                    at,
                    what,
                    is_too_deep,
                });
            }
            Some(b'{') => {
                let mut fields = Vec::new();
                while self.goes_on(b'}', fields.is_empty())? {
                    if self.peek() != Some(b'"') {
                        return self.stop("the name of a field, in quotation marks, was expected");
                    }
                    let name = self.text()?;
                    if self.peek() != Some(b':') {
                        return self.stop("a colon was expected after the name of a field");
                    }
                    self.at += 1;
                    fields.push((name, self.value(levels - 1)?));
                }
                Value::Object(fields)
            }
            Some(b'[') => {
                let mut list = Vec::new();
                while self.goes_on(b']', list.is_empty())? {
                    list.push(self.value(levels - 1)?);
                }
                Value::List(list)
            }
            Some(b'"') => Value::Text(self.text()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b'a'..=b'z') => {
                while matches!(self.byte(), Some(b'a'..=b'z')) {
                    self.at += 1;
                }
                match self.since(at) {
                    "null" => Value::Null,
                    "true" => Value::Flag(true),
                    "false" => Value::Flag(false),
                    _ => {
                        self.at = at;
                        return self.stop("a text needs quotation marks");
                    }
                }
            }
            None => return self.stop("it ends too early"),
            Some(_) => return self.stop("a value was expected"),
        };
        Ok(Node { at, value })
    }

    /// Whether a list or an object has another element. Passes over what opens, parts or closes it.
    fn goes_on(&mut self, end: u8, is_first: bool) -> Result<bool, Fault> {
        if is_first {
            // The bracket that opens it.
            self.at += 1;
            if self.peek() != Some(end) {
                return Ok(true);
            }
        } else {
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    return if matches!(self.peek(), Some(b'}' | b']')) {
                        self.stop("nothing follows the comma before it")
                    } else {
                        Ok(true)
                    };
                }
                Some(byte) if byte == end => {}
                None => return self.stop("it ends too early"),
                Some(_) => return self.stop("a comma or a closing bracket was expected"),
            }
        }
        self.at += 1;
        Ok(false)
    }

    /// A text, from one quotation mark to the other.
    fn text(&mut self) -> Result<Cow<'t, str>, Fault> {
        self.at += 1;
        let mut from = self.at;
        let mut resolved = String::new();
        loop {
            match self.byte() {
                Some(b'"') => break,
                Some(b'\\') => {
                    resolved.push_str(self.since(from));
                    self.at += 1;
                    resolved.push(self.escaped()?);
                    from = self.at;
                }
                Some(0..0x20) => {
                    return self.stop(
                        "a text may not go on over a line or hold a tab; \\n stands for a new line",
                    );
                }
                Some(_) => self.at += 1,
                None => return self.stop("a quotation mark is missing at the end of a text"),
            }
        }
        let rest = self.since(from);
        self.at += 1;
        if resolved.is_empty() {
            return Ok(Cow::Borrowed(rest));
        }
        resolved.push_str(rest);
        Ok(Cow::Owned(resolved))
    }

    /// What stands after a backslash.
    fn escaped(&mut self) -> Result<char, Fault> {
        let byte = self.byte();
        self.at += 1;
        Ok(match byte {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.by_number(),
            _ => {
                self.at -= 1;
                return self.stop("this does not go with the backslash before it");
            }
        })
    }

    /// A character by its number in hexadecimal, in two halves where it needs them.
    fn by_number(&mut self) -> Result<char, Fault> {
        let mut number = self.four_digits()?;
        if (0xd800..0xdc00).contains(&number) && self.since_starts("\\u") {
            self.at += 2;
            let low = self.four_digits()?;
            if (0xdc00..0xe000).contains(&low) {
                number = 0x10000 + ((number - 0xd800) << 10) + (low - 0xdc00);
            }
        }
        match char::from_u32(number) {
            Some(character) => Ok(character),
            None => self.stop("this is half of a character"),
        }
    }

    fn since_starts(&self, with: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        rest.starts_with(with.as_bytes())
    }

    fn four_digits(&mut self) -> Result<u32, Fault> {
        let mut number = 0;
        for _ in 0..4 {
            let digit = self.byte().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else {
                return self.stop("four digits were expected after \\u");
            };
            number = number * 16 + digit;
            self.at += 1;
        }
        Ok(number)
    }

    fn number(&mut self) -> Result<Value<'t>, Fault> {
        let from = self.at;
        self.skip(b"-");
        let whole = self.digits()?;
        if whole.len() > 1 && whole.starts_with('0') {
            return self.stop("a number does not begin with 0");
        }
        if self.skip(b".") {
            self.digits()?;
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            self.digits()?;
        }
        Ok(Value::Number(self.since(from)))
    }

    /// Passes over one of these bytes, if it stands here.
    fn skip(&mut self, any: &[u8]) -> bool {
        let is_here = self.byte().is_some_and(|byte| any.contains(&byte));
        self.at += usize::from(is_here);
        is_here
    }

    fn digits(&mut self) -> Result<&'t str, Fault> {
        let from = self.at;
        while matches!(self.byte(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        match self.since(from) {
            "" => self.stop("a digit was expected"),
            digits => Ok(digits),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value as Other;

    use super::*;

    /// The same value as another reader has it; the last of the fields of one name counts there.
    fn is_same(node: &Node<'_>, other: &Other) -> bool {
        match (&node.value, other) {
            (Value::Null, Other::Null) => true,
            (Value::Flag(flag), Other::Bool(other)) => flag == other,
            (Value::Number(number), Other::Number(other)) => {
                number.parse::<f64>().ok() == other.as_f64()
            }
            (Value::Text(text), Other::String(other)) => text == other,
            (Value::List(list), Other::Array(other)) => {
                list.len() == other.len() && list.iter().zip(other).all(|(a, b)| is_same(a, b))
            }
            (Value::Object(fields), Other::Object(other)) => other.iter().all(|(name, value)| {
                let last = fields.iter().rev().find(|(key, _)| key == name);
                last.is_some_and(|(_, node)| is_same(node, value))
            }),
            _ => false,
        }
    }

    fn agree(text: &str) {
        match (read(text, 100), serde_json::from_str::<Other>(text)) {
            (Ok(node), Ok(other)) => assert!(is_same(&node, &other), "{text:?}"),
            (Err(_), Err(_)) => {}
            // A number is kept as it is written here, and one too large for a float is none there.
            (Ok(_), Err(error)) if error.to_string().starts_with("number out of range") => {}
            (Ok(_), Err(error)) => panic!("{text:?} was read, and is no JSON: {error}"),
            (Err(fault), Ok(_)) => panic!("{text:?} is JSON, and was not read: {fault:?}"),
        }
    }

    #[test]
    fn what_is_json_and_what_is_not() {
        for text in [
            "{}",
            "[]",
            "null",
            "true",
            "false",
            " [1, 2.5, -0, 1e3, 1E+2, 0.1e-2] ",
            "\"\"",
            r#"{"a": {"b": [{}, [], "c"]}, "a": 2}"#,
            r#""\u00e9\ud83d\ude00\n\"\\\/\b\f\r\t""#,
            "",
            " ",
            "{",
            "[",
            "[1",
            "[1,",
            "[1,]",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{1:2}",
            "01",
            "-",
            "1.",
            "1e",
            "+1",
            ".5",
            "nul",
            "truex",
            "\"",
            "\"\n\"",
            "\"\t\"",
            r#""\x""#,
            r#""\u12""#,
            r#""\ud800""#,
            r#""\udc00""#,
            r#""\ud800\u0041""#,
            "1 2",
            "[] x",
            "'a'",
            "[1 2]",
            "{\"a\":1 \"b\":2}",
            "//",
            "[,1]",
            "{,}",
            "\u{e9}",
            "\"\u{e9}\"",
            "[[[[1]]]]",
        ] {
            agree(text);
        }
    }

    #[test]
    fn what_is_wrong_is_said_where_it_is() {
        let fault = read("{\"a\": [1,\n 2 \"b\"]}", 9).unwrap_err();
        assert_eq!(
            (fault.at, fault.what),
            (13, "a comma or a closing bracket was expected")
        );
        let fault = read(r#"["a\q"]"#, 9).unwrap_err();
        assert_eq!(
            (fault.at, fault.what),
            (4, "this does not go with the backslash before it")
        );
        assert!(read("[[[]]]", 2).unwrap_err().is_too_deep);
        assert!(read("[[[]]]", 3).is_ok());
    }

    #[test]
    fn a_mark_of_byte_order_is_passed_over() {
        assert_eq!(read("\u{feff}[1]", 1).unwrap().list().len(), 1);
    }

    fn any_json() -> impl Strategy<Value = Other> {
        let leaf = prop_oneof![
            Just(Other::Null),
            any::<bool>().prop_map(Other::from),
            any::<i64>().prop_map(Other::from),
            any::<String>().prop_map(Other::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Other::from),
                prop::collection::hash_map(any::<String>(), inner, 0..6)
                    .prop_map(|fields| Other::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn everything_another_writes_is_read_the_same(value in any_json(), pretty: bool) {
            let text = if pretty { format!("{value:#}") } else { value.to_string() };
            let node = read(&text, 100).unwrap();
            prop_assert!(is_same(&node, &value));
        }

        #[test]
        fn anything_that_looks_like_json_is_judged_the_same(text in r#"[\[\]{}",:0-9a-z\\ .eEu+\-]{0,24}"#) {
            agree(&text);
        }
    }
}
