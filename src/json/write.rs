//! From values to text.

/// A text as JSON, in quotation marks.
pub fn quoted(text: &str) -> String {
    let mut writer = Writer::default();
    writer.text(text);
    writer.out
}

/// Writes JSON piece by piece: names and values in the order they are given, commas by itself.
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
    needs_comma: bool,
}

impl Writer {
    /// What was written.
    pub fn done(self) -> String {
        self.out
    }

    /// Opens a list or an object: `[` or `{`.
    pub fn open(&mut self, bracket: char) {
        self.part();
        self.out.push(bracket);
        self.needs_comma = false;
    }

    /// Closes it: `]` or `}`.
    pub fn close(&mut self, bracket: char) {
        self.out.push(bracket);
        self.needs_comma = true;
    }

    /// The name of the field whose value comes next.
    pub fn name(&mut self, name: &str) {
        self.text(name);
        self.out.push(':');
        self.needs_comma = false;
    }

    /// A field that holds a text.
    pub fn field(&mut self, name: &str, text: &str) {
        self.name(name);
        self.text(text);
    }

    /// A field that holds a text, where there is one.
    pub fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.field(name, text);
        }
    }

    /// A number, `true`, `false` or `null`, as it is written.
    pub fn word(&mut self, word: &str) {
        self.part();
        self.out.push_str(word);
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.part();
        self.out.push('"');
        for character in text.chars() {
            match character {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\0'..' ' => {
                    self.out.push_str("\\u00");
                    for digit in [character as u32 >> 4, character as u32 & 15] {
                        self.out.push(char::from_digit(digit, 16).unwrap_or('0'));
                    }
                }
                other => self.out.push(other),
            }
        }
        self.out.push('"');
    }

    fn part(&mut self) {
        if std::mem::replace(&mut self.needs_comma, true) {
            self.out.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_text_is_written_so_that_others_read_it_the_same(text: String) {
            prop_assert_eq!(serde_json::from_str::<String>(&quoted(&text)).unwrap(), text);
        }
    }

    #[test]
    fn every_sign_that_cannot_be_seen_is_written_so_that_others_read_it_the_same() {
        let text: String = ('\0'..='\u{7f}').collect();
        assert_eq!(
            serde_json::from_str::<String>(&quoted(&text)).unwrap(),
            text
        );
    }

    #[test]
    fn commas_stand_between_and_nowhere_else() {
        let mut writer = Writer::default();
        writer.open('{');
        writer.name("a");
        writer.open('[');
        writer.word("1");
        writer.text("x");
        writer.open('{');
        writer.close('}');
        writer.close(']');
        writer.name("b");
        writer.word("null");
        writer.close('}');
        assert_eq!(writer.done(), r#"{"a":[1,"x",{}],"b":null}"#);
    }
}
