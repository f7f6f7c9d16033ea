//! A later part: the functions that were moved into it, and where they go in the table.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, Function,
    FunctionSection, ImportSection, Instruction, Module, TypeSection,
};
use wasmparser::{Data, DataKind, FunctionBody, Operator, Parser, Payload};

use super::data::pieces;
use super::facts::Facts;
use super::{Plan, lent};
use crate::Outcome;

pub(super) fn write(facts: &Facts, plan: &Plan, wasm: &[u8], part: usize) -> Outcome<Vec<u8>> {
    module(facts, plan, wasm, part).map_err(|error| error.to_string())
}

struct Part<'a> {
    facts: &'a Facts,
    plan: &'a Plan,
    number: usize,
    /// What the first file lends to this part, with the place of each among all that it lends.
    lent: Vec<(usize, u32)>,
    /// The functions of this part.
    own: Vec<u32>,
}

impl<'a> Part<'a> {
    fn of(facts: &'a Facts, plan: &'a Plan, part: usize) -> Self {
        let all = plan.all_lent().into_iter().enumerate();
        let is_own = |(_, function): &(usize, u32)| {
            let own = plan.lent.get(&part);
            own.is_some_and(|own| own.contains(function))
        };
        Self {
            facts,
            plan,
            number: part,
            lent: all.filter(is_own).collect(),
            own: plan.functions(part).collect(),
        }
    }
}

impl Reencode for Part<'_> {
    type Error = Infallible;

    /// What is lent comes first, then the functions that were moved.
    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let lent = self.lent.binary_search_by_key(&function, |(_, one)| *one);
        let own = || self.own.binary_search(&function).unwrap_or(usize::MAX);
        let at = lent.unwrap_or_else(|_| self.lent.len().saturating_add(own()));
        Ok(u32::try_from(at).unwrap_or(u32::MAX))
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error> {
        let function = function(self, self.facts, self.plan, self.number, &body)?;
        code.function(&function);
        Ok(())
    }
}

/// A function as it stands in a part: what it calls in another that is not the first, it calls by the table.
pub(super) fn function(
    file: &mut impl Reencode<Error = Infallible>,
    facts: &Facts,
    plan: &Plan,
    part: usize,
    body: &FunctionBody<'_>,
) -> Result<Function, Error> {
    let mut function = file.new_function_with_parsed_locals(body)?;
    for operator in body.get_operators_reader()? {
        let operator = operator?;
        let called = match operator {
            Operator::Call { function_index } => Some(function_index),
            _ => None,
        };
        let by_table = called.and_then(|called| Some((called, plan.slot(part, called)?)));
        if let Some((called, slot)) = by_table {
            let slot = i32::try_from(slot).unwrap_or(i32::MAX);
            function.instruction(&Instruction::I32Const(slot));
            function.instruction(&Instruction::CallIndirect {
                type_index: facts.kind(called),
                table_index: facts.table_index,
            });
        } else {
            function.instruction(&file.instruction(operator)?);
        }
    }
    Ok(function)
}

fn module(facts: &Facts, plan: &Plan, wasm: &[u8], part: usize) -> Result<Vec<u8>, Error> {
    let mut file = Part::of(facts, plan, part);
    let (mut types, mut code) = (TypeSection::new(), CodeSection::new());
    let mut data = DataSection::new();
    let mut own = facts.imported..;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => {
                utils::parse_type_section(&mut file, &mut types, section)?;
            }
            Payload::DataSection(section) => {
                for segment in section {
                    let segment = segment?;
                    let Some(from) = offset(&segment)? else {
                        continue;
                    };
                    for piece in pieces(segment.data)
                        .iter()
                        .filter(|piece| piece.part == part)
                    {
                        data.active(0, &offset_of(from, piece.at), piece.bytes.iter().copied());
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let function = own.next().unwrap_or_default();
                if plan.part(function) == part {
                    file.parse_function_body(&mut code, body)?;
                }
            }
            _ => {}
        }
    }
    let mut functions = FunctionSection::new();
    for function in &file.own {
        functions.function(facts.kind(*function));
    }
    let mut module = Module::new();
    module
        .section(&types)
        .section(&file.imports())
        .section(&functions)
        .section(&file.elements()?)
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

impl Part<'_> {
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
        let shared: Vec<EntityType> = shared.collect();
        let functions = self.lent.iter().map(|(at, one)| {
            let of = EntityType::Function(self.facts.kind(*one));
            (shared.len() + at, of)
        });
        for (at, of) in shared.iter().copied().enumerate().chain(functions) {
            imports.import("a", &lent(at), of);
        }
        imports
    }

    /// Puts functions where the other files look for them.
    fn elements(&mut self) -> Result<ElementSection, Error> {
        let mut elements = ElementSection::new();
        let mut by_slot: Vec<(u32, u32)> = Vec::new();
        for (slot, function) in self.plan.filled(self.facts, self.number) {
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
