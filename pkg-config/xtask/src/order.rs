//! Functions that are alike stand together. Brotli finds what they share only where they are near: two kilobytes on the wire.

use std::cmp::Reverse;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

use crate::Outcome;

/// Which groups of three bytes are in a function, in as many bits as there is room for.
type Sketch = [u64; 64];

/// The same module with its functions in another order.
pub(crate) fn alike_together(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let mut sorted = Sorted::of(wasm).map_err(|error| error.to_string())?;
    let mut module = Module::new();
    sorted
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| error.to_string())?;
    Ok(module.finish())
}

/// Where each function of a module comes to stand.
struct Sorted {
    /// How many functions come from outside: they are counted first, and stay.
    imported: u32,
    /// The others in their new order, by their old places.
    order: Vec<usize>,
    /// Their new places, in their old order.
    places: Vec<u32>,
}

impl Sorted {
    fn of(wasm: &[u8]) -> wasmparser::Result<Self> {
        let mut imported = 0;
        let mut bodies = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().to_vec()),
                _ => {}
            }
        }
        let order = order(&bodies);
        let mut places = vec![0; order.len()];
        for (place, old) in (imported..).zip(&order) {
            if let Some(slot) = places.get_mut(*old) {
                *slot = place;
            }
        }
        Ok(Self {
            imported,
            order,
            places,
        })
    }

    /// What stands in a list, in the new order.
    fn sort<T>(&self, list: Vec<T>) -> impl Iterator<Item = T> {
        let mut list: Vec<_> = list.into_iter().map(Some).collect();
        let order = self.order.iter();
        order.filter_map(move |old| list.get_mut(*old)?.take())
    }
}

impl Reencode for Sorted {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let own = function.checked_sub(self.imported);
        let place = own.and_then(|own| self.places.get(usize::try_from(own).ok()?));
        Ok(place.copied().unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for kind in self.sort(types) {
            functions.function(kind);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        let sorted: Vec<_> = self.sort(bodies).collect();
        for body in sorted {
            self.parse_function_body(code, body)?;
        }
        Ok(())
    }
}

/// The largest first, and after each the one most like it of those that are left.
fn order(bodies: &[Vec<u8>]) -> Vec<usize> {
    let sketches: Vec<Sketch> = bodies.iter().map(|body| sketch(body)).collect();
    let size = |at: &usize| (bodies.get(*at).map(Vec::len), Reverse(*at));
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::with_capacity(bodies.len());
    let mut last = &[0; 64];
    while let Some((at, function)) = left
        .iter()
        .copied()
        .enumerate()
        .max_by_key(|(_, at)| (sketches.get(*at).map(|one| likeness(last, one)), size(at)))
    {
        order.push(function);
        left.swap_remove(at);
        last = sketches.get(function).unwrap_or(last);
    }
    order
}

fn sketch(body: &[u8]) -> Sketch {
    let mut sketch = [0; 64];
    for three in body.windows(3) {
        let read = three
            .iter()
            .fold(0_u32, |sum, byte| (sum << 8) | u32::from(*byte));
        // Multiplied by a large odd number, the upper bits depend on all of them.
        let bit = read.wrapping_mul(0x9e37_79b1) >> 20;
        let word = usize::try_from(bit / 64).unwrap_or_default();
        if let Some(word) = sketch.get_mut(word) {
            *word |= 1 << (bit % 64);
        }
    }
    sketch
}

/// How much of two functions is in both, in parts of a million.
fn likeness(one: &Sketch, other: &Sketch) -> u32 {
    let (mut both, mut either) = (0, 1);
    for (one, other) in one.iter().zip(other) {
        both += (one & other).count_ones();
        either += (one | other).count_ones();
    }
    both * 1_000_000 / either
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{ExportKind, ExportSection, Function, Instruction, TypeSection, ValType};

    use super::*;

    /// A module of functions that return a number each; `sum` calls two of them.
    fn module() -> Vec<u8> {
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        let (mut code, mut exports) = (CodeSection::new(), ExportSection::new());
        types.ty().function([], [ValType::I32]);
        let long = |number: i32| {
            let mut body = vec![Instruction::I32Const(number)];
            body.extend((0..20).flat_map(|at| [Instruction::I32Const(at), Instruction::I32Add]));
            body
        };
        let sum = vec![
            Instruction::Call(1),
            Instruction::Call(3),
            Instruction::I32Sub,
        ];
        for body in [sum, long(7), vec![Instruction::I32Const(1)], long(9)] {
            functions.function(0);
            let mut function = Function::new([]);
            for instruction in body.iter().chain([&Instruction::End]) {
                function.instruction(instruction);
            }
            code.function(&function);
        }
        exports.export("sum", ExportKind::Func, 0);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&functions)
            .section(&exports)
            .section(&code);
        module.finish()
    }

    #[test]
    fn functions_alike_stand_together_and_calls_follow_them() {
        let sorted = Sorted::of(&module()).unwrap();
        assert_eq!(sorted.order[..2], [1, 3]);
        let wasm = alike_together(&module()).unwrap();
        wasmparser::validate(&wasm).unwrap();
        let mut calls = Vec::new();
        let mut exported = Vec::new();
        for payload in Parser::new(0).parse_all(&wasm) {
            match payload.unwrap() {
                Payload::CodeSectionEntry(body) => {
                    for operator in body.get_operators_reader().unwrap() {
                        if let wasmparser::Operator::Call { function_index } = operator.unwrap() {
                            calls.push(function_index);
                        }
                    }
                }
                Payload::ExportSection(section) => {
                    exported.extend(section.into_iter().map(|export| export.unwrap().index));
                }
                _ => {}
            }
        }
        assert_eq!(calls, [0, 1]);
        let places: Vec<u32> = sorted.places;
        assert_eq!(exported, [places[0]]);
    }
}
