//! The first file: the module without the functions that were moved.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, DataSection, ExportKind, ExportSection, Function, FunctionSection, Instruction,
    Module, TableSection, TypeSection, ValType,
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, Data, ExportSectionReader, FunctionBody,
    FunctionSectionReader, Parser, TableSectionReader, TypeSectionReader,
};

use super::data::pieces;
use super::facts::Facts;
use super::later::offset_of;
use super::{Plan, calls, lent};
use crate::Outcome;

/// A type no function has, so that a call of what is not there yet stops at once, whatever it meant to call.
const NOBODYS: [ValType; 9] = [ValType::F32; 9];

pub(super) fn write(facts: &Facts, plan: &Plan, wasm: &[u8]) -> Outcome<Vec<u8>> {
    let mut first = First { facts, plan };
    let mut module = Module::new();
    first
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| error.to_string())?;
    Ok(module.finish())
}

struct First<'a> {
    facts: &'a Facts,
    plan: &'a Plan,
}

impl First<'_> {
    fn stays(&self, at: usize) -> bool {
        let function = u32::try_from(at).map(|at| at + self.facts.imported);
        function.is_ok_and(|function| !self.plan.homes.contains_key(&function))
    }

    /// The function that stands for what is not there yet: the last one.
    fn missing(&self) -> u32 {
        let all = u32::try_from(self.facts.types.len()).unwrap_or(u32::MAX);
        let moved = u32::try_from(self.plan.homes.len()).unwrap_or(u32::MAX);
        all - moved
    }
}

impl Reencode for First<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        if self.plan.homes.contains_key(&function) {
            return Ok(self.missing());
        }
        let before = self.plan.homes.range(..function).count();
        Ok(function - u32::try_from(before).unwrap_or_default())
    }

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_type_section(self, types, section)?;
        types.ty().function(NOBODYS, []);
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        for (at, kind) in section.into_iter().enumerate() {
            let kind = kind?;
            if self.stays(at) {
                functions.function(kind);
            }
        }
        functions.function(self.facts.type_count);
        Ok(())
    }

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: TableSectionReader<'_>,
    ) -> Result<(), Error> {
        for (index, table) in (0..).zip(section) {
            let mut kind = self.table_type(table?.ty)?;
            if index == self.facts.table_index {
                self.plan.grow(&mut kind);
            }
            tables.table(kind);
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_export_section(self, exports, section)?;
        let functions = self.plan.lent.iter();
        let functions = functions.map(|function| (ExportKind::Func, *function));
        let all = self.facts.shared().map(|(kind, index, _)| (kind, index));
        for (at, (kind, index)) in all.chain(functions).enumerate() {
            let index = match kind {
                ExportKind::Func => self.function_index(index)?,
                _ => index,
            };
            exports.export(&lent(at), kind, index);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        for (at, body) in section.into_iter().enumerate() {
            let body = body?;
            if self.stays(at) {
                self.parse_function_body(code, body)?;
            }
        }
        let mut missing = Function::new([]);
        missing.instruction(&Instruction::Unreachable);
        missing.instruction(&Instruction::End);
        code.function(&missing);
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error> {
        let of = (self.facts, self.plan, None);
        calls::write(self, of, code, &body)
    }

    fn data_count(&mut self, _: u32) -> Result<u32, Error> {
        Ok(self.facts.data)
    }

    fn parse_data(&mut self, section: &mut DataSection, data: Data<'_>) -> Result<(), Error> {
        let Some(from) = super::later::offset(&data)? else {
            return utils::parse_data(self, section, data);
        };
        for piece in pieces(data.data).iter().filter(|piece| !piece.is_later) {
            section.active(0, &offset_of(from, piece.at), piece.bytes.iter().copied());
        }
        Ok(())
    }

    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error> {
        Ok(())
    }
}
