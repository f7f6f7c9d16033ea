//! Routes and conditions that go nowhere, or round and round.

use serde_json::{Value, json};
use what_matters::guide::Code;

use super::{hold_bad, hold_good};
use crate::guides::made::{cards, prompt, shown_when, with, with_prompts};

#[test]
fn a_route_that_goes_nowhere_or_in_circles_is_named_or_ends() {
    let route = |prompts: Value| with("/routes", json!([{ "id": "full", "prompts": prompts }]));
    for (name, prompts, code) in [
        ("nothing", json!([]), Code::RouteWithoutEnd),
        (
            "no summary",
            json!(["matters", "matters"]),
            Code::RouteWithoutEnd,
        ),
        ("a route", json!(["full", "check"]), Code::UnknownPrompt),
        ("a stage", json!(["talk", "check"]), Code::UnknownPrompt),
        (
            "a heading only",
            json!(["what-i-hope-for"]),
            Code::UnknownPrompt,
        ),
        ("no name", json!(["", "check"]), Code::UnknownPrompt),
        ("a number", json!([0, "check"]), Code::WrongType),
        ("a list", json!([["matters"], "check"]), Code::WrongType),
        ("nothing in it", json!([null, "check"]), Code::WrongType),
        (
            "a path",
            json!(["/stages/0/prompts/1"]),
            Code::UnknownPrompt,
        ),
        ("in capitals", json!(["CHECK"]), Code::UnknownPrompt),
    ] {
        hold_bad(name, &route(prompts), code);
    }
    hold_good("backwards", &route(json!(["check", "matters"])));
    hold_good(
        "round and round",
        &route(["matters", "check"].repeat(500).into()),
    );
    hold_good("the summary alone", &route(json!(["check"])));
    for (name, of) in [
        ("itself", "now"),
        ("another of its kind", "then"),
        ("the summary", "check"),
        ("words", "matters"),
    ] {
        let each = |id, of| prompt(id, json!({ "kind": "each-card", "of": of }));
        hold_bad(
            name,
            &with_prompts(vec![each("now", of), each("then", "now")]),
            Code::NotCards,
        );
    }
    let areas = prompt(
        "areas",
        json!({ "kind": "cards", "cards": cards(3), "well": "matters" }),
    );
    let each = prompt("now", json!({ "kind": "each-card", "of": "areas" }));
    hold_good(
        "cards after what is asked of them",
        &with_prompts(vec![each, areas]),
    );
}

#[test]
fn conditions_in_circles_are_named_and_long_ways_round_are_walked() {
    let answered = |of: &str| json!({ "prompt": of, "answered": true });
    let ring = |number: usize, closed: bool| {
        let next = |at: usize| {
            if at == 0 && !closed {
                "matters".to_owned()
            } else {
                format!("p-{}", (at + number - 1) % number)
            }
        };
        let each = (0..number).map(|at| shown_when(&format!("p-{at}"), answered(&next(at))));
        with_prompts(each.collect())
    };
    for number in [1, 2, 3, 50, 2_000] {
        hold_bad(
            &format!("a ring of {number}"),
            &ring(number, true),
            Code::CircularCondition,
        );
        hold_good(&format!("a chain of {number}"), &ring(number, false));
    }
    let own = answered("p");
    for (name, condition) in [
        ("all", json!({ "all": [own, own] })),
        ("any", json!({ "any": [answered("matters"), own] })),
        ("not", json!({ "not": own })),
        (
            "not not",
            json!({ "not": { "not": { "all": [{ "any": [own] }] } } }),
        ),
        ("unanswered", json!({ "prompt": "p", "answered": false })),
    ] {
        hold_bad(
            name,
            &with_prompts(vec![shown_when("p", condition)]),
            Code::CircularCondition,
        );
    }
    let diamond = vec![
        shown_when("top", answered("matters")),
        shown_when("left", answered("top")),
        shown_when("right", answered("top")),
        shown_when(
            "end",
            json!({ "all": [answered("left"), answered("right")] }),
        ),
    ];
    hold_good("two ways to one place", &with_prompts(diamond));
    let wide: Vec<Value> = (0..3_000).map(|_| answered("matters")).collect();
    hold_good(
        "3,000 in one",
        &with_prompts(vec![shown_when("wide", json!({ "any": wide }))]),
    );
    let deep =
        |number: usize| (0..number).fold(answered("matters"), |inner, _| json!({ "not": inner }));
    hold_good("18 deep", &with_prompts(vec![shown_when("deep", deep(18))]));
    hold_bad(
        "19 deep",
        &with_prompts(vec![shown_when("deep", deep(19))]),
        Code::TooDeep,
    );
    for (name, condition) in [
        ("empty", json!({})),
        ("two at once", json!({ "all": [own], "any": [own] })),
        ("no question", json!({ "prompt": "matters" })),
        (
            "both",
            json!({ "prompt": "matters", "is": ["a"], "answered": true }),
        ),
    ] {
        hold_bad(
            name,
            &with_prompts(vec![shown_when("p", condition)]),
            Code::MissingField,
        );
    }
    let stage = with("/stages/0/show", answered("matters"));
    hold_bad(
        "a stage that hides what opens it",
        &stage,
        Code::CircularCondition,
    );
}
