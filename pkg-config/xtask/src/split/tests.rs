use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, ExportKind, ExportSection,
    Function, FunctionSection, Instruction, MemorySection, MemoryType, Module, NameMap,
    NameSection, RefType, Section as _, TableSection, TypeSection, ValType,
};

use wasmparser::{Operator, Parser, Payload, TypeRef};

use super::*;

/// A function: its name, what it calls, and how long it is.
type Made<'m> = (&'m str, &'m [u32], usize);

const LATER: [Part<'_>; 1] = [("later", &["later::"])];
/// `main` calls the gate and what is small; the gate calls what only it needs and what both need.
const TWO: [Made<'_>; 6] = [
    ("main", &[1, 3, 5], 2),
    ("later::gate", &[2, 3], 40),
    ("only", &[], 2),
    ("both", &[], 2),
    ("later::handed", &[], 40),
    ("later::tiny", &[], 2),
];

const PARTS: [Part<'_>; 2] = [("near", &["near::"]), ("later", &["later::"])];
const NEAR: usize = 0;
const REST: usize = 1;
/// `main` calls both gates, the first gate a door of the second part, and that what it has in common with either.
const THREE: [Made<'_>; 14] = [
    ("main", &[1, 4, 7, 10, 11], 2),
    ("later::gate", &[2, 6, 8, 10], 40),
    ("near::door", &[5, 6, 7, 9, 12], 40),
    ("near::handed", &[], 40),
    ("near::gate", &[], 40),
    ("only_near", &[], 2),
    ("both_later", &[], 2),
    ("all", &[], 2),
    ("near::tiny", &[], 2),
    ("near::later::named_twice", &[], 40),
    ("near::tinier", &[], 2),
    ("core::ptr::drop_in_place<near::Shown>", &[13], 40),
    ("core::ptr::drop_in_place<near::Own>", &[], 40),
    ("core::ptr::drop_in_place<near::Part>", &[], 40),
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

/// A module of functions, the first of which is called from outside. Two are handed on by the table.
fn module(all: &[Made<'_>], handed: [u32; 2]) -> Vec<u8> {
    let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
    types.ty().function([], [ValType::I32]);
    for _ in all {
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
    let handed = Elements::Functions(handed.to_vec().into());
    elements.active(None, &ConstExpr::i32_const(1), handed);
    let mut code = CodeSection::new();
    let (mut names, mut map) = (NameSection::new(), NameMap::new());
    for (at, (name, calls, length)) in (0..).zip(all) {
        code.function(&body(calls, *length));
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

fn two() -> Vec<u8> {
    module(&TWO, [3, 4])
}

fn three() -> Vec<u8> {
    module(&THREE, [3, 0])
}

fn plan(wasm: &[u8], parts: &[Part<'_>]) -> (Facts, Plan) {
    let facts = Facts::of(wasm).unwrap();
    let plan = Plan::of(&facts, parts);
    (facts, plan)
}

/// What a file lends to others, and what it takes of the first.
fn lent_and_taken(wasm: &[u8]) -> (Vec<String>, Vec<String>) {
    let (mut lent, mut taken) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
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
    (lent, taken)
}

/// The places in the table that a file calls, which stand there as the last number before the call.
fn called_by_the_table(wasm: &[u8]) -> Vec<i32> {
    let mut places = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CodeSectionEntry(body) = payload.unwrap() else {
            continue;
        };
        let mut last = 0;
        for operator in body.get_operators_reader().unwrap() {
            match operator.unwrap() {
                Operator::I32Const { value } => last = value,
                Operator::CallIndirect { .. } => places.push(last),
                _ => {}
            }
        }
    }
    places
}

#[test]
fn what_is_named_goes_with_all_that_only_it_calls() {
    let (_, plan) = plan(&two(), &LATER);
    assert_eq!(plan.own(0), BTreeSet::from([1, 2, 4]));
    assert_eq!(plan.lent, [3], "what both call is lent");
}

#[test]
fn what_the_first_file_calls_has_a_place_in_the_table_and_what_was_handed_on_keeps_its_own() {
    let (facts, plan) = plan(&two(), &LATER);
    assert_eq!(plan.filled(&facts, 0), BTreeMap::from([(2, 4), (3, 1)]));
    assert_eq!(plan.table, 4);
}

#[test]
fn both_files_are_sound_and_the_later_takes_what_the_first_lends_under_the_same_names() {
    let Split { first, later } = split(&two(), &LATER).unwrap();
    let (lent, _) = lent_and_taken(&first);
    let (_, taken) = lent_and_taken(&later[0]);
    assert_eq!(
        taken,
        ["_a", "_b", "_c"],
        "the memory, the table, one function"
    );
    assert_eq!(lent, taken);
}

#[test]
fn what_is_not_there_yet_stands_in_the_table_as_a_function_of_a_type_nobody_calls() {
    let Split { first, .. } = split(&two(), &LATER).unwrap();
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

#[test]
fn of_two_parts_the_one_given_first_has_what_both_name_and_what_only_it_calls() {
    let (_, plan) = plan(&three(), &PARTS);
    assert_eq!(plan.own(NEAR), BTreeSet::from([2, 3, 4, 5, 9, 12]));
}

#[test]
fn what_two_later_parts_call_is_in_the_one_that_comes_first_and_so_is_what_is_small_or_drops() {
    let (_, plan) = plan(&three(), &PARTS);
    assert_eq!(plan.own(REST), BTreeSet::from([1, 6, 8, 11, 13]));
    let first: Vec<u32> = (0..14)
        .filter(|function| !plan.homes.contains_key(function))
        .collect();
    assert_eq!(first, [0, 7, 10]);
}

#[test]
fn parts_find_each_other_by_the_table() {
    let (facts, plan) = plan(&three(), &PARTS);
    let near = BTreeMap::from([(1, 3), (4, 4), (6, 2)]);
    assert_eq!(plan.filled(&facts, NEAR), near);
    assert_eq!(
        plan.filled(&facts, REST),
        BTreeMap::from([(3, 1), (5, 11), (7, 6)])
    );
    let Split { first, later } = split(&three(), &PARTS).unwrap();
    assert_eq!(called_by_the_table(&first), [3, 4, 5]);
    assert_eq!(called_by_the_table(&later[REST]), [6]);
    assert_eq!(called_by_the_table(&later[NEAR]), [7]);
    for file in [&first, &later[NEAR], &later[REST]] {
        assert_eq!(size_of_table(file), 8);
    }
}

/// How large a file says that the table is which it has or takes.
fn size_of_table(wasm: &[u8]) -> u64 {
    let mut size = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.unwrap() {
            Payload::TableSection(tables) => {
                for table in tables {
                    size = table.unwrap().ty.initial;
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if let TypeRef::Table(table) = import.unwrap().ty {
                        size = table.initial;
                    }
                }
            }
            _ => {}
        }
    }
    size
}

#[test]
fn each_part_takes_of_the_first_file_what_it_calls_and_needs_no_other() {
    let Split { first, later } = split(&three(), &PARTS).unwrap();
    assert_eq!(lent_and_taken(&first).0, ["_a", "_b", "_c", "_d"]);
    assert_eq!(lent_and_taken(&later[REST]).1, ["_a", "_b", "_d"]);
    assert_eq!(lent_and_taken(&later[NEAR]).1, ["_a", "_b", "_c"]);
    for part in &later {
        assert_eq!(lent_and_taken(part).0, [""; 0], "only the first file lends");
    }
}

#[test]
fn without_the_part_that_comes_last_each_call_of_it_stops() {
    let Split { first, later } = split(&three(), &PARTS).unwrap();
    let facts = Facts::of(&first).unwrap();
    let rest = Facts::of(&later[REST]).unwrap();
    let missing = facts.table[&1];
    assert_eq!(Some(missing), facts.own().last());
    assert_eq!(facts.kind(missing), 1, "handed on: of a type nobody calls");
    for called in [4, 6] {
        let found = facts.table.get(&called).or(rest.table.get(&called));
        assert_eq!(found, None, "called: an empty place");
    }
    assert!(!rest.table.contains_key(&1));
}

#[test]
fn marked_data_comes_with_the_part_given_last() {
    let marked = b"kept\x01\x02later\x02\x01for later\x01\x02end\x02\x01";
    let mut wasm = three();
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(8), marked.iter().copied());
    let mut section = Vec::new();
    data.append_to(&mut section);
    // Names come last, and may stand before data: it is a section of no order.
    wasm.extend(section);
    let Split { first, later } = split(&wasm, &PARTS).unwrap();
    let holds = |file: &[u8]| file.windows(9).any(|window| window == b"for later");
    assert_eq!(
        [&first, &later[NEAR], &later[REST]].map(|file| holds(file)),
        [false, false, true]
    );
}
