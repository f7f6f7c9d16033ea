//! Calls of what is in another later part go by the table.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, Instruction};
use wasmparser::{FunctionBody, Operator};

use super::Plan;
use super::facts::Facts;

/// Writes a function that is in the first file, or in a later part.
pub(super) fn write(
    file: &mut impl Reencode<Error = Infallible>,
    (facts, plan, part): (&Facts, &Plan, Option<usize>),
    code: &mut CodeSection,
    body: &FunctionBody<'_>,
) -> Result<(), Error> {
    let mut function = file.new_function_with_parsed_locals(body)?;
    for operator in body.get_operators_reader()? {
        let operator = operator?;
        let slot = match operator {
            Operator::Call { function_index } => plan
                .slot(part, function_index)
                .map(|slot| (slot, facts.kind(function_index))),
            _ => None,
        };
        if let Some((slot, type_index)) = slot {
            let slot = i32::try_from(slot).unwrap_or(i32::MAX);
            function.instruction(&Instruction::I32Const(slot));
            function.instruction(&Instruction::CallIndirect {
                type_index,
                table_index: facts.table_index,
            });
        } else {
            function.instruction(&file.instruction(operator)?);
        }
    }
    code.function(&function);
    Ok(())
}
