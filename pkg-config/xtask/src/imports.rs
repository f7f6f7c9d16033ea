//! Short names for what the program takes from the script. wasm-bindgen gives each a hash, twice: 4 KB on the wire.

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{ImportSectionReader, Parser};

use crate::Outcome;

/// Renames every import in the module, and in the script that hands it over.
pub(crate) fn shorten(wasm: &[u8], script: &str) -> Outcome<(Vec<u8>, String)> {
    let mut named = Named(script.to_owned());
    let mut module = Module::new();
    named
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| error.to_string())?;
    Ok((module.finish(), named.0))
}

/// The script, in which the names follow those of the module.
struct Named(String);

impl Reencode for Named {
    type Error = String;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        for (index, import) in section.into_imports().enumerate() {
            let import = import?;
            let script = self.0.replace(&format!("\"{}\"", import.module), "\"a\"");
            let short = short(index);
            let handed = format!("{}: ", import.name);
            if !script.contains(&handed) {
                return Err(Error::UserError(format!(
                    "the script does not hand over `{}`",
                    import.name
                )));
            }
            self.0 = script.replace(&handed, &format!("{short}: "));
            imports.import("a", &short, self.entity_type(import.ty)?);
        }
        Ok(())
    }
}

/// `a`, `b`, … `z`, `aa`, …: never a number, so that it can name a field.
pub(crate) fn short(index: usize) -> String {
    let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap_or_default());
    if index < 26 {
        letter(index).to_string()
    } else {
        format!("{}{}", short(index / 26 - 1), letter(index))
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
