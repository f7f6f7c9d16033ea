//! A later part: the functions that were moved to it, and where they go in the table.

use std::collections::BTreeSet;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, FunctionSection,
    ImportSection, Module, TypeSection,
};
use wasmparser::{Data, DataKind, FunctionBody, Operator, Parser, Payload};

use super::data::pieces;
use super::facts::Facts;
use super::{Plan, calls, lent};
use crate::Outcome;

pub(super) fn write(facts: &Facts, plan: &Plan, part: usize, wasm: &[u8]) -> Outcome<Vec<u8>> {
    let later = Later {
        facts,
        plan,
        part,
        own: plan.own(part),
        taken: plan.taken(facts, part),
    };
    module(later, wasm).map_err(|error| error.to_string())
}

struct Later<'a> {
    facts: &'a Facts,
    plan: &'a Plan,
    /// Which of the parts it is.
    part: usize,
    /// Its functions.
    own: BTreeSet<u32>,
    /// What it calls of the first file, with where that stands among all it lends.
    taken: Vec<(usize, u32)>,
}

impl Reencode for Later<'_> {
    type Error = Infallible;

    /// What is lent comes first, then the functions that were moved.
    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let taken = self.taken.binary_search_by_key(&function, |(_, one)| *one);
        let at = taken.unwrap_or_else(|_| self.taken.len() + self.own.range(..function).count());
        Ok(u32::try_from(at).unwrap_or(u32::MAX))
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error> {
        let of = (self.facts, self.plan, Some(self.part));
        calls::write(self, of, code, &body)
    }
}

fn module(mut later: Later<'_>, wasm: &[u8]) -> Result<Vec<u8>, Error> {
    let facts = later.facts;
    // The last given is the first to come, and has all data that is marked.
    let has_data = later.part + 1 == later.plan.parts;
    let (mut types, mut code) = (TypeSection::new(), CodeSection::new());
    let mut data = DataSection::new();
    let mut all = facts.imported..;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => {
                utils::parse_type_section(&mut later, &mut types, section)?;
            }
            Payload::DataSection(section) if has_data => {
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
                let function = all.next().unwrap_or_default();
                if later.own.contains(&function) {
                    later.parse_function_body(&mut code, body)?;
                }
            }
            _ => {}
        }
    }
    let mut functions = FunctionSection::new();
    for function in &later.own {
        functions.function(facts.kind(*function));
    }
    let mut module = Module::new();
    module
        .section(&types)
        .section(&later.imports())
        .section(&functions)
        .section(&later.elements()?)
        .section(&code);
    if has_data {
        module.section(&data);
    }
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

impl Later<'_> {
    /// Takes what it needs of what the first file lends, in the order that lends it.
    fn imports(&self) -> ImportSection {
        let mut imports = ImportSection::new();
        let shared = self.facts.shared().map(|(_, index, of)| match of {
            EntityType::Table(mut table) if index == self.facts.table_index => {
                self.plan.grow(&mut table);
                EntityType::Table(table)
            }
            _ => of,
        });
        let all: Vec<EntityType> = shared.collect();
        let before = all.len();
        let all = all.into_iter().enumerate();
        let functions = self.taken.iter().map(|(at, function)| {
            let kind = EntityType::Function(self.facts.kind(*function));
            (before + at, kind)
        });
        for (at, of) in all.chain(functions) {
            imports.import("a", &lent(at), of);
        }
        imports
    }

    /// Puts functions where other files look for them.
    fn elements(&mut self) -> Result<ElementSection, Error> {
        let mut elements = ElementSection::new();
        let mut by_slot: Vec<(u32, u32)> = Vec::new();
        for (slot, function) in self.plan.filled(self.facts, self.part) {
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
