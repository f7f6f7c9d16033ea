//! Routes and conditions that go nowhere, or round and round.

use serde_json::{Value, json};
use what_matters::guide::Code;

use super::{hold_bad, hold_good};
use crate::guides::codes;
use crate::guides::made::{cards, prompt, put, shown_when, small, with, with_prompts};

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
    hold_bad(
        "round and round",
        &route(["matters", "check"].repeat(500).into()),
        Code::DuplicateId,
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
    hold_bad(
        "cards after what is asked of them",
        &with_prompts(vec![each.clone(), areas.clone()]),
        Code::LateCondition,
    );
    let found = |text: &str| codes(&hold_good("cards on a route", text).report);
    let both: Value = serde_json::from_str(&with_prompts(vec![areas, each])).expect("a guide");
    let on = |prompts: Value| {
        let mut guide = both.clone();
        put(
            &mut guide,
            "/routes",
            json!([{ "id": "full", "prompts": prompts }]),
        );
        guide.to_string()
    };
    assert_eq!(found(&on(json!(["areas", "now", "check"]))), [].into());
    assert_eq!(
        found(&on(json!(["matters", "now", "check"]))),
        [Code::NeverAsked].into()
    );
}

#[test]
fn what_comes_after_the_last_screen_is_named_and_the_one_prompt_of_that_screen_is_not() {
    let last = |more: &[Value]| {
        let mut guide = small();
        let all = guide.pointer_mut("/stages/0/prompts");
        let all = all.and_then(Value::as_array_mut).expect("prompts");
        all.extend_from_slice(more);
        guide
    };
    let words = |id| prompt(id, json!({ "kind": "short-text" }));
    let summary =
        json!({ "id": "again", "ask": "Again?", "why": "Again.", "answer": { "kind": "summary" } });
    let found = |guide: &Value| codes(&hold_good("past the end", &guide.to_string()).report);
    assert_eq!(found(&last(&[words("close")])), [].into());
    assert_eq!(
        found(&last(&[words("close"), words("more")])),
        [Code::NeverAsked].into()
    );
    assert_eq!(
        found(&last(std::slice::from_ref(&summary))),
        [Code::NeverAsked].into()
    );
    // A route that ends later comes to it.
    let mut guide = last(&[words("more"), summary]);
    let routes =
        json!([{ "id": "full" }, { "id": "long", "prompts": ["matters", "more", "again"] }]);
    put(&mut guide, "/routes", routes);
    assert_eq!(found(&guide), [].into());
}

#[test]
fn a_route_ends_at_the_first_summary_on_it_so_that_one_has_to_be_sound() {
    let shown = json!({ "prompt": "matters", "answered": true });
    let mut first =
        json!({ "id": "first", "ask": "So?", "why": "So.", "answer": { "kind": "summary" } });
    put(&mut first, "/show", shown);
    let text = with_prompts(vec![first]);
    hold_bad("a summary that may not show", &text, Code::RouteWithoutEnd);
}

#[test]
fn a_condition_on_what_takes_no_answer_is_named() {
    let never = json!({ "prompt": "told", "answered": true });
    let told =
        json!({ "id": "told", "ask": "Hear this", "why": "So.", "answer": { "kind": "notice" } });
    let text = with_prompts(vec![told, shown_when("then", never)]);
    assert_eq!(
        codes(&hold_good("a notice", &text).report),
        [Code::NeverAsked].into()
    );
}

#[test]
fn a_prompt_that_tells_who_writes_has_no_place_for_words_that_would_stand_nowhere() {
    let who = |answer: Value| {
        with_prompts(vec![
            json!({ "id": "who", "ask": "Who?", "why": "So.", "tells": "writer", "answer": answer }),
        ])
    };
    let choice = |id: &str, writer: Value| json!({ "id": id, "title": "One", "writer": writer });
    let good = json!({ "kind": "one-choice", "choices": [choice("me", json!("person")), choice("us", json!("helped"))] });
    assert_eq!(
        codes(&hold_good("who writes", &who(good.clone())).report),
        [].into()
    );
    let changed = |pointer: &str, value: Value| {
        let mut answer = good.clone();
        put(&mut answer, pointer, value);
        who(answer)
    };
    let also = json!({ "ask": "And?", "choices": [{ "id": "so", "title": "So" }] });
    for (name, text, code) in [
        (
            "more",
            changed("/more", json!("More?")),
            Code::MisplacedField,
        ),
        ("also", changed("/also", also), Code::MisplacedField),
        (
            "a person's detail",
            changed("/choices/0/detail", json!("How?")),
            Code::MisplacedField,
        ),
        (
            "nobody",
            changed("/choices/0", json!({ "id": "me", "title": "Me" })),
            Code::MissingField,
        ),
    ] {
        assert_eq!(
            codes(&hold_bad(name, &text, code).report),
            [code].into(),
            "{name}"
        );
    }
    let elsewhere = prompt(
        "pace",
        json!({ "kind": "one-choice", "choices": [choice("me", json!("person"))] }),
    );
    hold_bad(
        "a writer elsewhere",
        &with_prompts(vec![elsewhere]),
        Code::MisplacedField,
    );
}

#[test]
fn a_question_of_a_card_that_stands_twice_is_named() {
    let areas = json!({ "kind": "cards", "cards": cards(3), "well": "matters" });
    let first = areas
        .pointer("/cards/0/id")
        .and_then(Value::as_str)
        .expect("a card")
        .to_owned();
    let each = json!({ "kind": "each-card", "of": "areas", "questions": { &first: "QUESTION" } });
    let text = with_prompts(vec![prompt("areas", areas), prompt("now", each)]);
    let once = format!("\"{first}\":\"QUESTION\"");
    let twice = text.replace(&once, &format!("{once},{once}"));
    assert_ne!(text, twice);
    hold_bad("a card's question twice", &twice, Code::DuplicateField);
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
