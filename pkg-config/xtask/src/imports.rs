//! Short names for what the program takes from the script. wasm-bindgen gives each a hash, twice: 4 KB on the wire.

use crate::Outcome;

/// The section of a module that lists what it takes from outside (WebAssembly core specification, 5.5.5).
const IMPORTS: u8 = 2;

/// Renames every import in the module, and in the script that hands it over.
pub(crate) fn shorten(wasm: &[u8], script: &str) -> Outcome<(Vec<u8>, String)> {
    let mut script = script.to_owned();
    let mut out = Vec::with_capacity(wasm.len());
    let mut read = Bytes(wasm);
    out.extend(read.take(8)?);
    while !read.0.is_empty() {
        let kind = read.take(1)?;
        let length = read.number()?;
        let section = read.take(length)?;
        out.extend(kind);
        if kind == [IMPORTS] {
            let section = renamed(section, &mut script)?;
            number(section.len(), &mut out);
            out.extend(section);
        } else {
            number(length, &mut out);
            out.extend(section);
        }
    }
    Ok((out, script))
}

fn renamed(section: &[u8], script: &mut String) -> Outcome<Vec<u8>> {
    let mut read = Bytes(section);
    let mut out = Vec::new();
    let count = read.number()?;
    number(count, &mut out);
    for index in 0..count {
        let module = read.name()?;
        let name = read.name()?;
        *script = script.replace(&format!("\"{module}\""), "\"a\"");
        let short = short(index);
        let before = script.len();
        *script = script.replace(&format!("{name}: "), &format!("{short}: "));
        if script.len() == before {
            return Err(format!("the script does not hand over `{name}`"));
        }
        for written in ["a", &short] {
            number(written.len(), &mut out);
            out.extend(written.as_bytes());
        }
        out.extend(read.description()?);
    }
    Ok(out)
}

/// `a`, `b`, … `z`, `aa`, …: never a number, so that it can name a field.
fn short(index: usize) -> String {
    let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap_or_default());
    if index < 26 {
        letter(index).to_string()
    } else {
        format!("{}{}", short(index / 26 - 1), letter(index))
    }
}

/// What is left to read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Outcome<&'a [u8]> {
        let split = self.0.split_at_checked(length);
        let (taken, rest) = split.ok_or("the WebAssembly file ends too early")?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number in groups of seven bits, the lowest first (LEB128).
    fn number(&mut self) -> Outcome<usize> {
        let mut number = 0;
        for shift in (0..28).step_by(7) {
            let byte = self
                .take(1)?
                .iter()
                .copied()
                .map(usize::from)
                .sum::<usize>();
            number |= (byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err("a number in the WebAssembly file is too large".to_owned())
    }

    fn name(&mut self) -> Outcome<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).map_err(|error| error.to_string())
    }

    /// What an import is: a function by its type, or a table, a memory or a global as it stands.
    fn description(&mut self) -> Outcome<&'a [u8]> {
        let from = self.0;
        match self.take(1)? {
            [0] => drop(self.number()?),
            [3] => drop(self.take(2)?),
            kind @ [1 | 2] => {
                if kind == [1] {
                    self.take(1)?;
                }
                let has_most = self.take(1)? != [0];
                self.number()?;
                if has_most {
                    self.number()?;
                }
            }
            _ => return Err("an import of an unknown kind".to_owned()),
        }
        let length = from.len() - self.0.len();
        Ok(from.get(..length).unwrap_or_default())
    }
}

fn number(mut number: usize, out: &mut Vec<u8>) {
    loop {
        let byte = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            out.push(byte);
            return;
        }
        out.push(byte | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that takes two functions from outside and has nothing else.
    const MODULE: &[u8] =
        b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x17\x02\x03./m\x03one\0\0\x03./m\x05three\0\0";

    #[test]
    fn imports_are_renamed_on_both_sides() {
        let script = "return {\"./m\": import0}; const import0 = {one: f, three: g};";
        let (wasm, script) = shorten(MODULE, script).unwrap();
        assert_eq!(
            script,
            "return {\"a\": import0}; const import0 = {a: f, b: g};"
        );
        assert_eq!(
            wasm,
            b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0d\x02\x01a\x01a\0\0\x01a\x01b\0\0"
        );
    }

    #[test]
    fn an_import_nobody_hands_over_is_named() {
        let error = shorten(MODULE, "{one: f}").unwrap_err();
        assert!(error.contains("three"), "{error}");
    }

    #[test]
    fn names_are_short_and_differ() {
        let names: Vec<_> = [0, 25, 26, 51, 52, 701, 702].map(short).to_vec();
        assert_eq!(names, ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }
}
