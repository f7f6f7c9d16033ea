use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, ExportKind, ExportSection, Function,
    FunctionSection, Instruction, MemorySection, MemoryType, Module, NameMap, NameSection, RefType,
    TableSection, TypeSection, ValType,
};

use wasmparser::{Parser, Payload};

use super::*;

const NAMES: [&str; 6] = [
    "main",
    "later::gate",
    "only",
    "both",
    "later::handed",
    "later::tiny",
];

/// A function that returns a number, and calls others first.
fn body(calls: &[u32], length: usize) -> Function {
    let mut function = Function::new([]);
    for called in calls {
        function.instruction(&Instruction::Call(*called));
        function.instruction(&Instruction::Drop);
    }
    for _ in 0..length {
        function.instruction(&Instruction::I32Const(5));
        function.instruction(&Instruction::Drop);
    }
    function.instruction(&Instruction::I32Const(1));
    function.instruction(&Instruction::End);
    function
}

/// `main` calls the gate and what is small; the gate calls what only it needs and what both need. One function is handed on by the table.
fn module() -> Vec<u8> {
    let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
    types.ty().function([], [ValType::I32]);
    for _ in NAMES {
        functions.function(0);
    }
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 3,
        maximum: Some(3),
        shared: false,
    });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut exports = ExportSection::new();
    exports.export("main", ExportKind::Func, 0);
    let mut elements = ElementSection::new();
    let handed = Elements::Functions(vec![3, 4].into());
    elements.active(None, &ConstExpr::i32_const(1), handed);
    let mut code = CodeSection::new();
    for (calls, length) in [
        (&[1, 3, 5][..], 2),
        (&[2, 3], 40),
        (&[], 2),
        (&[], 2),
        (&[], 40),
        (&[], 2),
    ] {
        code.function(&body(calls, length));
    }
    let (mut names, mut map) = (NameSection::new(), NameMap::new());
    for (at, name) in (0..).zip(NAMES) {
        map.append(at, name);
    }
    names.functions(&map);
    let mut module = Module::new();
    module
        .section(&types)
        .section(&functions)
        .section(&tables)
        .section(&memories)
        .section(&exports)
        .section(&elements)
        .section(&code)
        .section(&names);
    module.finish()
}

fn plan() -> (Facts, Plan) {
    let facts = Facts::of(&module()).unwrap();
    let plan = Plan::of(&facts, &["later::"]);
    (facts, plan)
}

#[test]
fn what_is_named_goes_with_all_that_only_it_calls() {
    let (_, plan) = plan();
    assert_eq!(plan.moved, BTreeSet::from([1, 2, 4]));
    assert_eq!(plan.lent, [3], "what both call is lent");
}

#[test]
fn what_the_first_file_calls_has_a_place_in_the_table_and_what_was_handed_on_keeps_its_own() {
    let (facts, plan) = plan();
    assert_eq!(plan.filled(&facts), BTreeMap::from([(2, 4), (3, 1)]));
    assert_eq!(plan.table, 4);
}

#[test]
fn both_files_are_sound_and_the_rest_takes_what_the_first_lends_under_the_same_names() {
    let Split { first, rest } = split(&module(), &["later::"]).unwrap();
    let (mut lent, mut taken) = (Vec::new(), Vec::new());
    for payload in Parser::new(0)
        .parse_all(&first)
        .chain(Parser::new(0).parse_all(&rest))
    {
        match payload.unwrap() {
            Payload::ImportSection(imports) => {
                let imports = imports.into_imports();
                taken.extend(imports.map(|import| import.unwrap().name.to_owned()));
            }
            Payload::ExportSection(exports) => {
                let names = exports
                    .into_iter()
                    .map(|export| export.unwrap().name.to_owned());
                lent.extend(names.filter(|name| name.starts_with('_')));
            }
            _ => {}
        }
    }
    assert_eq!(
        taken,
        ["_a", "_b", "_c"],
        "the memory, the table, one function"
    );
    assert_eq!(lent, taken);
}

#[test]
fn what_is_not_there_yet_stands_in_the_table_as_a_function_of_a_type_nobody_calls() {
    let Split { first, .. } = split(&module(), &["later::"]).unwrap();
    let facts = Facts::of(&first).unwrap();
    let missing = facts.table[&2];
    assert_eq!(Some(missing), facts.own().last());
    assert_eq!(facts.kind(missing), 1);
    assert_eq!(facts.table_size, 4);
    assert_eq!(
        facts.table.get(&3),
        None,
        "an empty place stops a call as well"
    );
}
