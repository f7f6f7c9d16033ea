//! What there is to know of a module before it is taken apart.

use std::collections::{BTreeMap, BTreeSet};

use super::data::pieces;
use wasm_encoder::reencode::{Error, Reencode as _, RoundtripReencoder};
use wasm_encoder::{EntityType, ExportKind};
use wasmparser::{
    ElementItems, ElementKind, ExternalKind, KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

/// Which functions call each function.
pub(super) type Callers = BTreeMap<u32, BTreeSet<u32>>;

/// A module's functions by their index, imported ones first.
#[derive(Default)]
pub(super) struct Facts {
    /// How many functions come from outside.
    pub(super) imported: u32,
    /// The type of each function.
    pub(super) types: Vec<u32>,
    /// Their names.
    pub(super) names: BTreeMap<u32, String>,
    /// Those that can be called from outside.
    pub(super) exported: BTreeSet<u32>,
    /// Which functions each function calls.
    pub(super) calls: BTreeMap<u32, BTreeSet<u32>>,
    /// The table of functions: what stands where.
    pub(super) table: BTreeMap<u32, u32>,
    /// How large the table of functions is.
    pub(super) table_size: u32,
    /// Which of the tables is the one of functions.
    pub(super) table_index: u32,
    /// How many pieces of data the first file keeps.
    pub(super) data: u32,
    /// How many types there are.
    pub(super) type_count: u32,
    memories: Vec<EntityType>,
    tables: Vec<EntityType>,
    globals: Vec<EntityType>,
    sizes: Vec<usize>,
}

impl Facts {
    pub(super) fn of(wasm: &[u8]) -> Result<Self, Error> {
        let mut facts = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            facts.take(payload?)?;
        }
        Ok(facts)
    }

    fn take(&mut self, payload: Payload<'_>) -> Result<(), Error> {
        match payload {
            Payload::TypeSection(section) => self.type_count = section.count(),
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    if let TypeRef::Func(kind) = import?.ty {
                        self.imported += 1;
                        self.types.push(kind);
                    }
                }
            }
            Payload::FunctionSection(section) => {
                for kind in section {
                    self.types.push(kind?);
                }
            }
            Payload::TableSection(section) => {
                for (index, table) in (0..).zip(section) {
                    let kind = table?.ty;
                    self.tables.push(entity(TypeRef::Table(kind))?);
                    if kind.element_type.is_func_ref() {
                        self.table_index = index;
                        self.table_size = u32::try_from(kind.initial).unwrap_or(u32::MAX);
                    }
                }
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    self.memories.push(entity(TypeRef::Memory(memory?))?);
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    self.globals.push(entity(TypeRef::Global(global?.ty))?);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.exported.insert(export.index);
                    }
                }
            }
            Payload::DataSection(section) => {
                for segment in section {
                    let pieces = pieces(segment?.data);
                    let kept = pieces.iter().filter(|piece| !piece.is_later).count();
                    self.data += u32::try_from(kept).unwrap_or_default();
                }
            }
            Payload::StartSection { func, .. } => {
                self.exported.insert(func);
            }
            Payload::ElementSection(section) => {
                for element in section {
                    let element = element?;
                    if let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(items)) =
                        (element.kind, element.items)
                        && let Operator::I32Const { value } =
                            offset_expr.get_operators_reader().read()?
                    {
                        let from = u32::try_from(value).unwrap_or_default();
                        for (slot, function) in (from..).zip(items) {
                            self.table.insert(slot, function?);
                        }
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let function = self.imported + u32::try_from(self.sizes.len()).unwrap_or_default();
                self.sizes.push(body.range().len());
                let calls = self.calls.entry(function).or_default();
                for operator in body.get_operators_reader()? {
                    if let Operator::Call { function_index } = operator? {
                        calls.insert(function_index);
                    }
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for name in names {
                        if let Name::Function(functions) = name? {
                            for one in functions {
                                let one = one?;
                                self.names.insert(one.index, one.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The functions that have a body.
    pub(super) fn own(&self) -> impl Iterator<Item = u32> {
        self.imported..u32::try_from(self.types.len()).unwrap_or(u32::MAX)
    }

    /// How many bytes a function's body has.
    pub(super) fn size(&self, function: u32) -> usize {
        let own = function.checked_sub(self.imported);
        let own = own.and_then(|own| usize::try_from(own).ok());
        let size = own.and_then(|own| self.sizes.get(own));
        size.copied().unwrap_or_default()
    }

    /// The type of a function.
    pub(super) fn kind(&self, function: u32) -> u32 {
        let at = usize::try_from(function).unwrap_or(usize::MAX);
        self.types.get(at).copied().unwrap_or_default()
    }

    /// What all files have in common besides functions: each with its index and its type.
    pub(super) fn shared(&self) -> impl Iterator<Item = (ExportKind, u32, EntityType)> {
        let all = [
            (ExportKind::Memory, &self.memories),
            (ExportKind::Table, &self.tables),
            (ExportKind::Global, &self.globals),
        ];
        all.into_iter().flat_map(|(kind, types)| {
            let types = (0..).zip(types);
            types.map(move |(index, of)| (kind, index, *of))
        })
    }

    /// Which functions call each function.
    pub(super) fn callers(&self) -> Callers {
        let mut callers = Callers::new();
        for (function, calls) in &self.calls {
            for called in calls.iter().filter(|called| *called != function) {
                callers.entry(*called).or_default().insert(*function);
            }
        }
        callers
    }
}

fn entity(of: TypeRef) -> Result<EntityType, Error> {
    RoundtripReencoder.entity_type(of)
}
