//! The rest: the functions that were moved, and where they go in the table.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, FunctionSection,
    ImportSection, Module, TypeSection,
};
use wasmparser::{Data, DataKind, Operator, Parser, Payload};

use super::data::pieces;
use super::facts::Facts;
use super::{Plan, lent};
use crate::Outcome;

pub(super) fn write(facts: &Facts, plan: &Plan, wasm: &[u8]) -> Outcome<Vec<u8>> {
    module(facts, plan, wasm).map_err(|error| error.to_string())
}

struct Rest<'a> {
    facts: &'a Facts,
    plan: &'a Plan,
}

impl Reencode for Rest<'_> {
    type Error = Infallible;

    /// What is lent comes first, then the functions that were moved.
    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let lent = self.plan.lent.binary_search(&function);
        let at = lent
            .unwrap_or_else(|_| self.plan.lent.len() + self.plan.moved.range(..function).count());
        Ok(u32::try_from(at).unwrap_or(u32::MAX))
    }
}

fn module(facts: &Facts, plan: &Plan, wasm: &[u8]) -> Result<Vec<u8>, Error> {
    let mut rest = Rest { facts, plan };
    let (mut types, mut code) = (TypeSection::new(), CodeSection::new());
    let mut data = DataSection::new();
    let mut own = facts.imported..;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => {
                utils::parse_type_section(&mut rest, &mut types, section)?;
            }
            Payload::DataSection(section) => {
                for segment in section {
                    let segment = segment?;
                    let Some(from) = offset(&segment)? else {
                        continue;
                    };
                    for piece in pieces(segment.data).iter().filter(|piece| piece.is_later) {
                        data.active(0, &offset_of(from, piece.at), piece.bytes.iter().copied());
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let function = own.next().unwrap_or_default();
                if plan.moved.contains(&function) {
                    rest.parse_function_body(&mut code, body)?;
                }
            }
            _ => {}
        }
    }
    let mut functions = FunctionSection::new();
    for function in &plan.moved {
        functions.function(facts.kind(*function));
    }
    let mut module = Module::new();
    module
        .section(&types)
        .section(&rest.imports())
        .section(&functions)
        .section(&rest.elements()?)
        .section(&code)
        .section(&data);
    Ok(module.finish())
}

/// Where in memory a segment goes, where that is a plain number.
pub(super) fn offset(data: &Data<'_>) -> Result<Option<i32>, Error> {
    let DataKind::Active { offset_expr, .. } = &data.kind else {
        return Ok(None);
    };
    Ok(match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => Some(value),
        _ => None,
    })
}

/// Where a part of a segment goes.
pub(super) fn offset_of(from: i32, at: usize) -> ConstExpr {
    let at = i32::try_from(at).unwrap_or(i32::MAX);
    ConstExpr::i32_const(from.saturating_add(at))
}

impl Rest<'_> {
    /// Takes what the first file lends, in the order it lends it.
    fn imports(&self) -> ImportSection {
        let mut imports = ImportSection::new();
        let shared = self.facts.shared().map(|(_, index, of)| match of {
            EntityType::Table(mut table) if index == self.facts.table_index => {
                self.plan.grow(&mut table);
                EntityType::Table(table)
            }
            _ => of,
        });
        let functions = self.plan.lent.iter();
        let functions = functions.map(|one| EntityType::Function(self.facts.kind(*one)));
        for (at, of) in shared.chain(functions).enumerate() {
            imports.import("a", &lent(at), of);
        }
        imports
    }

    /// Puts functions where the first file looks for them.
    fn elements(&mut self) -> Result<ElementSection, Error> {
        let mut elements = ElementSection::new();
        let mut by_slot: Vec<(u32, u32)> = Vec::new();
        for (slot, function) in self.plan.filled(self.facts) {
            by_slot.push((slot, self.function_index(function)?));
        }
        for run in by_slot.chunk_by(|(one, _), (next, _)| one + 1 == *next) {
            let Some((from, _)) = run.first() else {
                continue;
            };
            let from = ConstExpr::i32_const(i32::try_from(*from).unwrap_or(i32::MAX));
            let functions: Vec<u32> = run.iter().map(|(_, function)| *function).collect();
            let table = Some(self.facts.table_index).filter(|index| *index != 0);
            elements.active(table, &from, Elements::Functions(functions.into()));
        }
        Ok(elements)
    }
}
