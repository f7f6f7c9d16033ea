//! What a session promises, shown on the sample guide.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::sample::{
    after, any_actions, change_cards, choose, opt, opted, place, session, stage_id, words_in, write,
};
use super::{Action, Answer, At, Field, Opened, Pile, Session, StepId, Who, Wish};
use crate::guide::Writer;
use crate::guide::sample::{choice_id, prompt_id};
use crate::words::{Day, Said};

fn name_of(session: &Session) -> String {
    match session.at() {
        At::Close => "close!".into(),
        At::Prompt(place) => match &place.card {
            Some(card) => format!("{}/{}", place.prompt.name(), card.name()),
            None => place.prompt.name().into(),
        },
    }
}

/// Every place met by going on, from where the session is.
fn walk(mut session: Session, step: &Action) -> Vec<String> {
    let mut met = vec![name_of(&session)];
    for _ in 0..100 {
        session = session.apply(step.clone());
        let here = name_of(&session);
        if met.last() == Some(&here) {
            break;
        }
        met.push(here);
    }
    met
}

fn sorted(session: &Session) -> Vec<String> {
    match &session.answers()[&place("areas")].answer {
        Answer::Sorted(sorted) => sorted.more.iter().map(|c| c.name().to_owned()).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_full_route_asks_every_open_core_prompt_and_ends_past_the_summary() {
    let all = walk(session("full"), &Action::Next);
    let expected = [
        "who", "private", "name", "matters", "areas", "soon", "way", "pace", "step", "else",
        "check", "close!",
    ];
    assert_eq!(all, expected);
}

#[test]
fn going_back_meets_the_same_places_the_other_way_round() {
    let cards = change_cards(&["money", "home"]);
    let start = after(session("full"), cards);
    let mut there = walk(start.clone(), &Action::Next);
    let end = after(start, vec![Action::Next; there.len()]);
    let back = walk(end, &Action::Back);
    there.reverse();
    assert_eq!(back, there);
}

#[test]
fn the_short_route_asks_only_what_it_lists() {
    let start = after(session("short"), change_cards(&["money", "home"]));
    assert_eq!(
        walk(start, &Action::Next),
        [
            "name",
            "matters",
            "areas",
            "now/money",
            "pace",
            "step",
            "check",
            "close!"
        ]
    );
}

#[test]
fn what_repeats_is_asked_card_by_card_in_the_persons_order() {
    let start = after(session("full"), change_cards(&["money", "home"]));
    let all = walk(start, &Action::Next);
    let there = all.iter().position(|one| one == "areas").unwrap();
    assert_eq!(
        all[there + 1..there + 6],
        [
            "now/money",
            "change/money",
            "now/home",
            "change/home",
            "soon"
        ]
    );
}

#[test]
fn a_fourth_card_changes_nothing() {
    let three = after(
        session("full"),
        change_cards(&["joy", "money", "home", "people"]),
    );
    assert_eq!(sorted(&three), ["joy", "money", "home"]);
}

#[test]
fn a_card_that_leaves_its_pile_keeps_its_words_and_makes_room() {
    let full = after(session("full"), change_cards(&["joy", "money", "home"]));
    let told = full.apply(write("now/money", "The meter is empty"));
    let moved = told.apply(Action::Sort(place("areas"), choice_id("money"), None));
    assert!(!moved.is_open(&place("now/money")));
    let more = after(moved, change_cards(&["people"]));
    assert_eq!(sorted(&more), ["joy", "money", "home", "people"]);
    let words = words_in(&more, &place("now/money"), &Field::Words);
    assert_eq!(words[0].words(), "The meter is empty");
    // Back again, it finds its room taken.
    let back = Action::Sort(place("areas"), choice_id("money"), Some(Pile::Change));
    let back = more.apply(back);
    assert_eq!(sorted(&back), ["joy", "home", "people"]);
    assert!(back.is_open(&place("now/people")));
    let again = Action::Sort(place("areas"), choice_id("joy"), Some(Pile::Change));
    assert_eq!(back.clone().apply(again), back);
}

#[test]
fn a_card_that_comes_back_to_room_is_asked_about_again() {
    let told = after(session("full"), change_cards(&["joy", "money"]));
    let there_and_back = [
        Action::Sort(place("areas"), choice_id("money"), None),
        Action::Sort(place("areas"), choice_id("money"), Some(Pile::Change)),
    ];
    assert!(after(told, there_and_back).is_open(&place("now/money")));
}

#[test]
fn a_row_taken_out_is_something_that_can_still_be_lost() {
    let what = Action::Write(place("step"), Field::What(StepId(0)), Said::new("Rest"));
    let row = [Action::AddStep(place("step")), what];
    let out = after(session("full"), row).apply(Action::TakeOut(place("step"), StepId(0)));
    assert!(!out.is_empty());
    let blank = [
        Action::AddStep(place("step")),
        Action::TakeOut(place("step"), StepId(0)),
    ];
    assert!(after(session("full"), blank).is_empty());
}

#[test]
fn words_beside_a_choice_are_put_by_when_it_is_taken_back() {
    let detail = |words: &str| {
        let field = Field::Detail(choice_id("other"));
        Action::Write(place("way"), field, Said::new(words))
    };
    let chosen = session("full").apply(choose("way", "other"));
    let told = chosen.apply(detail("Him"));
    assert!(!told.puts_by());
    let back =
        |session: Session| session.apply(Action::Choose(place("way"), choice_id("other"), false));
    assert!(back(told).puts_by());
}

#[test]
fn nothing_written_beside_a_choice_where_nothing_stood_is_no_change() {
    let nothing = |at: &str| {
        let field = Field::Detail(choice_id("other"));
        Action::Write(place(at), field, Said::default())
    };
    let day = |day| Day::parse(day).unwrap();
    let both = [
        choose("way", "other"),
        Action::Sort(place("areas"), choice_id("other"), Some(Pile::Well)),
    ];
    let told = after(session("full").on(day("2026-06-03")), both);
    let later = told.on(day("2026-06-09"));
    let later = after(later, [nothing("way"), nothing("areas")]);
    for at in ["way", "areas"] {
        let given = &later.answers()[&place(at)];
        assert_eq!(given.day, Some(day("2026-06-03")), "{at}");
    }
    let begun = after(session("full"), [nothing("way"), nothing("areas")]);
    assert!(begun.answers().is_empty());
}

#[test]
fn what_was_said_with_a_choice_taken_back_answers_nothing() {
    let other = Field::Detail(choice_id("other"));
    let said = after(
        session("full"),
        [
            choose("way", "other"),
            Action::Write(place("way"), other, Said::new("The landlord")),
        ],
    );
    assert!(said.has_answer(&prompt_id("way")));
    let back = said.apply(Action::Choose(place("way"), choice_id("other"), false));
    assert!(!back.has_answer(&prompt_id("way")));
    assert!(!back.is_empty());
}

#[test]
fn a_row_with_only_who_in_it_is_no_blank_row() {
    let who = Action::SetWho(place("step"), StepId(0), Some(Who::Both));
    let row = after(session("full"), [Action::AddStep(place("step")), who]);
    assert!(!row.is_empty());
}

#[test]
fn just_talk_for_now_passes_over_the_plan_and_keeps_it() {
    let planned = after(
        session("full"),
        [
            Action::AddStep(place("step")),
            Action::Write(place("step"), Field::What(StepId(0)), Said::new("Rest")),
            choose("pace", "talk"),
            Action::GoTo(place("pace")),
            Action::Next,
        ],
    );
    assert_eq!(name_of(&planned), "else");
    let words = words_in(&planned, &place("step"), &Field::What(StepId(0)));
    assert_eq!(words[0].words(), "Rest");
    let again = after(planned, [choose("pace", "soon"), Action::Back]);
    assert_eq!(name_of(&again), "planb");
}

#[test]
fn next_and_back_work_from_a_place_that_has_closed() {
    let start = after(session("full"), change_cards(&["joy", "money", "home"]));
    let at = after(start, [Action::GoTo(place("change/money"))]);
    let closed = at.apply(Action::Sort(place("areas"), choice_id("money"), None));
    assert_eq!(name_of(&closed), "change/money");
    assert_eq!(name_of(&closed.clone().apply(Action::Next)), "now/home");
    assert_eq!(name_of(&closed.apply(Action::Back)), "change/joy");
    let step = after(session("full"), [Action::GoTo(place("step"))]);
    let hidden = step.apply(choose("pace", "talk"));
    assert_eq!(name_of(&hidden.clone().apply(Action::Next)), "else");
    assert_eq!(name_of(&hidden.apply(Action::Back)), "pace");
}

#[test]
fn say_more_opens_the_rest_of_a_stage_at_its_end() {
    let matters = after(session("full"), [Action::GoTo(place("matters"))]);
    assert!(matters.has_more());
    let more = matters.apply(Action::SayMore(stage_id("matters")));
    assert_eq!(name_of(&more), "day");
    assert!(!more.has_more());
    assert_eq!(name_of(&more.clone().apply(Action::Next)), "areas");
    assert_eq!(name_of(&more.apply(Action::Back)), "matters");
    let name = after(session("full"), [Action::GoTo(place("name"))]);
    assert!(!name.has_more());
}

#[test]
fn the_closing_prompt_is_no_part_of_say_more() {
    let check = after(session("full"), [Action::GoTo(place("check"))]);
    assert!(!check.has_more());
    assert_eq!(check.closing().unwrap().id.name(), "close");
    let same = check.clone().apply(Action::SayMore(stage_id("check")));
    assert_eq!(same, check);
    let close = check.apply(Action::GoTo(place("close")));
    assert_eq!(name_of(&close), "close!");
    let said = close.apply(write("close", "Kind"));
    assert_eq!(words_in(&said, &place("close"), &Field::Words).len(), 1);
    assert_eq!(name_of(&said.apply(Action::Back)), "check");
}

#[test]
fn a_stage_off_the_route_can_be_gone_to_and_then_stays() {
    let start = session("short");
    let welcome = start.apply(Action::GoToStage(stage_id("welcome")));
    assert_eq!(name_of(&welcome), "who");
    let opened = welcome.opened().get(&stage_id("welcome"));
    assert_eq!(opened, Some(&Opened::Core));
    let on = walk(welcome, &Action::Next);
    assert_eq!(on[..3], ["who", "private", "name"]);
    let extra = session("full").apply(Action::GoToStage(stage_id("more")));
    assert_eq!(name_of(&extra), "extra");
    assert_eq!(extra.opened().get(&stage_id("more")), Some(&Opened::All));
    assert_eq!(name_of(&extra.clone().apply(Action::Next)), "else");
    assert_eq!(name_of(&extra.apply(Action::Back)), "step");
}

#[test]
fn a_hidden_stage_cannot_be_gone_to() {
    let talk = session("full").apply(choose("pace", "talk"));
    let same = talk.clone().apply(Action::GoToStage(stage_id("plan")));
    assert_eq!(same, talk);
}

#[test]
fn the_end_of_a_stage_names_the_next() {
    let start = session("full");
    assert!(start.next_stage().is_none());
    let last = start.apply(Action::Next);
    assert_eq!(last.next_stage().unwrap().id.name(), "matters");
}

#[test]
fn a_stage_has_words_when_anything_in_it_was_answered() {
    let cards = change_cards(&["home"]);
    let told = after(session("full"), cards).apply(write("now/home", "Damp"));
    let cleared = told.apply(Action::Sort(place("areas"), choice_id("home"), None));
    assert!(cleared.has_words(&stage_id("life")));
    assert!(!cleared.has_words(&stage_id("pace")));
}

#[test]
fn one_choice_gives_way_to_the_next_and_keeps_what_was_said_with_it() {
    let other = Field::Detail(choice_id("other"));
    let said = after(
        session("full"),
        [
            choose("pace", "other"),
            Action::Write(place("pace"), other.clone(), Said::new("In spring")),
            choose("pace", "soon"),
        ],
    );
    let Answer::Chosen(chosen) = &said.answers()[&place("pace")].answer else {
        panic!("not choices");
    };
    assert_eq!(chosen.picks.len(), 1);
    assert_eq!(chosen.picks[0].choice.name(), "soon");
    assert_eq!(
        words_in(&said, &place("pace"), &other)[0].words(),
        "In spring"
    );
}

#[test]
fn a_second_tap_changes_nothing() {
    let once = session("full").apply(choose("way", "fares"));
    let later = once.on(Day::parse("2026-11-23").unwrap());
    assert_eq!(later.clone().apply(choose("way", "fares")), later);
}

#[test]
fn what_does_not_fit_changes_nothing() {
    let start = after(session("full"), change_cards(&["home"]));
    for action in [
        write("private", "No box here"),
        write("team", "For together"),
        write("unknown", "Nowhere"),
        write("now", "No card"),
        write("matters/home", "No such place"),
        write("pace", "No box after these choices"),
        choose("matters", "home"),
        choose("way", "unknown"),
        Action::NotMine(place("pace"), choice_id("soon"), true),
        Action::Also(place("pace"), Some(choice_id("soon"))),
        Action::Rate(place("sure"), Some(11)),
        Action::Sort(place("areas"), choice_id("unknown"), Some(Pile::Well)),
        Action::SayMoreOf(place("areas"), choice_id("joy"), true),
        Action::TakeOut(place("step"), StepId(0)),
        Action::PutBack(place("step")),
        Action::SetWho(place("step"), StepId(7), Some(Who::Me)),
        opt("walk", Wish::More, "Walking group", &[]),
        Action::Opt(
            place("matters"),
            opted("walk", Wish::More, "Walk", &[]).into(),
        ),
        Action::Unopt(place("near"), "walk".into()),
        Action::NoneFit(place("near"), true),
        Action::AskIdeas(place("near"), 5),
        Action::GoTo(place("near")),
        Action::GoTo(place("now/joy")),
        Action::GoToStage(stage_id("unknown")),
    ] {
        assert_eq!(start.clone().apply(action.clone()), start, "{action:?}");
    }
}

#[test]
fn a_row_taken_out_comes_back_where_it_was() {
    let step = |id| Field::What(StepId(id));
    let two = after(
        session("full"),
        [
            Action::AddStep(place("step")),
            Action::AddStep(place("step")),
            Action::Write(place("step"), step(0), Said::new("First")),
            Action::Write(place("step"), step(1), Said::new("Second")),
        ],
    );
    let out = two.clone().apply(Action::TakeOut(place("step"), StepId(0)));
    assert_ne!(out, two);
    assert_eq!(out.apply(Action::PutBack(place("step"))), two);
}

#[test]
fn the_question_is_kept_as_it_stood_with_its_card_and_day() {
    let day = Day::parse("2026-11-23").unwrap();
    let actions = change_cards(&["home", "money"]);
    let told = after(session("full"), actions).on(day);
    let told = after(
        told,
        [
            write("change/home", "Dry walls"),
            write("change/money", "Less"),
        ],
    );
    let home = &told.answers()[&place("change/home")];
    assert_eq!(&*home.asked, "Own question of Card home?");
    assert_eq!(home.day, Some(day));
    let money = &told.answers()[&place("change/money")];
    assert_eq!(&*money.asked, "Ask change of Card money?");
}

#[test]
fn who_writes_is_told_with_the_helpers_name() {
    assert_eq!(session("full").writer(), None);
    let named = Field::Detail(choice_id("helped"));
    let helped = after(
        session("full"),
        [
            choose("who", "helped"),
            Action::Write(place("who"), named, Said::new("Jo")),
            write("name", "Sam"),
        ],
    );
    assert_eq!(
        helped.writer(),
        Some((Writer::Helped, Some(&Said::new("Jo"))))
    );
    assert_eq!(helped.name().unwrap().words(), "Sam");
    assert!(helped.apply(write("name", "  ")).name().is_none());
}

#[test]
fn what_only_the_person_can_say_is_closed_to_someone_writing_for_them() {
    let rated = session("full").apply(Action::Rate(place("sure"), Some(7)));
    assert!(rated.is_open(&place("sure")));
    let helped = rated.apply(choose("who", "helped"));
    assert!(helped.is_open(&place("sure")));
    let proxy = helped.apply(choose("who", "proxy"));
    assert!(!proxy.is_open(&place("sure")));
    assert!(proxy.answers().contains_key(&place("sure")));
}

#[test]
fn from_a_stage_an_answer_has_closed_the_way_leads_out_of_it() {
    let plan = session("full").apply(Action::GoToStage(stage_id("plan")));
    let closed = plan.apply(choose("pace", "talk"));
    for found in [closed.next(), closed.previous()] {
        assert!(closed.is_open(&found.unwrap()));
    }
}

#[test]
fn nothing_said_is_empty_until_something_is() {
    let start = session("full");
    assert!(start.is_empty());
    assert!(start.clone().apply(write("matters", " ")).is_empty());
    assert!(!start.apply(write("matters", "x")).is_empty());
}

proptest! {
    #[test]
    fn nothing_a_person_wrote_is_ever_dropped(short: bool, services: bool, actions in any_actions()) {
        let mut session = session(if short { "short" } else { "full" }).with_services(services);
        let mut written = BTreeMap::new();
        for action in actions {
            let write = match &action {
                Action::Write(place, field, words) => Some((place.clone(), field.clone(), words.clone())),
                _ => None,
            };
            session = session.apply(action);
            if let Some((place, field, words)) = write {
                let fitted = words_in(&session, &place, &field).contains(&words);
                if fitted {
                    written.insert((place, field), words);
                }
            }
            for ((place, field), words) in &written {
                prop_assert!(
                    words.is_blank() || words_in(&session, place, field).contains(words),
                    "{place:?} {field:?}"
                );
            }
        }
    }

    #[test]
    fn from_anywhere_going_on_ends_and_going_back_ends(short: bool, services: bool, actions in any_actions()) {
        let session = after(session(if short { "short" } else { "full" }).with_services(services), actions);
        let on = walk(session.clone(), &Action::Next);
        prop_assert_eq!(on.last().map(String::as_str), Some("close!"));
        prop_assert!(walk(session, &Action::Back).len() < 60);
    }

    #[test]
    fn what_is_asked_next_is_open_and_back_from_it_returns(short: bool, services: bool, actions in any_actions()) {
        let session = after(session(if short { "short" } else { "full" }).with_services(services), actions);
        if let Some(next) = session.next() {
            prop_assert!(session.is_open(&next));
            let at = session.at().clone();
            let is_asked = session.previous().is_some_and(|before| {
                let there = session.clone().apply(Action::GoTo(before));
                At::Prompt(there.next().unwrap()) == at
            });
            if is_asked {
                let back = session.apply(Action::Next).apply(Action::Back);
                prop_assert_eq!(back.at(), &at);
            }
        }
    }
}
