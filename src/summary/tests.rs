//! What a summary promises, shown on the sample guide.

use proptest::prelude::*;

use super::{Block, Page, Part, Piece, Run, Setting, Summary};
use crate::guide::sample::{choice_id, heading_id};
use crate::session::sample::{
    after, any_session, any_words, beside_jo, change_cards, choose, place, session, write,
};
use crate::session::{Action, Field, Mode, Pile, Session, StepId, Who};
use crate::words::{Catalogue, Day, Line, Said};

fn summary(session: &Session) -> Summary {
    Summary::of(session, &Catalogue::english(), &Setting::default())
}

fn text(session: &Session) -> String {
    summary(session).page().text()
}

fn detail(at: &str, choice: &str, words: &str) -> Action {
    Action::Write(
        place(at),
        Field::Detail(choice_id(choice)),
        Said::new(words),
    )
}

/// A conversation with something at every kind of prompt.
fn whole() -> Session {
    let step = |field: fn(StepId) -> Field, words: &str| {
        Action::Write(place("step"), field(StepId(0)), Said::new(words))
    };
    let cards = change_cards(&["money", "home", "other"]);
    let said = [
        choose("who", "me"),
        write("name", "Sam"),
        write("matters", "My dog, Biscuit.\nAnd chapel."),
        detail("areas", "other", "The allotment"),
        Action::Sort(place("areas"), choice_id("joy"), Some(Pile::Well)),
        write("now/home", "The damp is back"),
        write("change/other", "My bean rows"),
        choose("way", "time"),
        choose("way", "other"),
        Action::NotMine(place("way"), choice_id("other"), true),
        detail("way", "other", "The landlord"),
        write("way", "It goes on"),
        choose("pace", "soon"),
        Action::Also(place("pace"), Some(choice_id("no"))),
        detail("pace", "no", "I am tired"),
        Action::Rate(place("sure"), Some(7)),
        write("sure", "Company"),
        Action::AddStep(place("step")),
        Action::AddStep(place("step")),
        step(Field::What, "Ring the council"),
        step(Field::When, "By Friday"),
        Action::SetWho(place("step"), StepId(0), Some(Who::Worker)),
        write("planb", "Talk again"),
        write("close", "Kind"),
    ];
    let day = Day::parse("2026-06-03").unwrap();
    after(after(session("full").on(day), cards), said)
}

#[test]
fn a_whole_conversation_reads_as_a_letter() {
    insta::assert_snapshot!(text(&whole()), @r##"
    My summary

    Heading matters
    - My dog, Biscuit.
    And chapel.

    Heading how
    - Call me: Sam

    Heading help
    - Card home: The damp is back
    - Card money; The allotment

    Heading strengths
    - Going well: Card joy

    Heading hopes
    - Card other: The allotment; My bean rows

    Heading way
    - Choice time; Choice other (not in my control): The landlord
    - Say more? It goes on

    Heading pace
    - Choice soon
    - Is it all right to ask again? Choice no
    - Why not? I am tired
    - Ask sure of this part of life? 7 (0 is not at all, 10 is very sure)
    - What makes it 7? Company

    What I would like to happen next
    - I would like my link worker to do this: Ring the council; When: By Friday
    - Ask planb of this part of life? Talk again

    Heading close
    - Kind

    Written by Sam.
    Last changed on 3 June 2026.
    These are Sam's own words.
    This is not a medical assessment.
    "##);
}

#[test]
fn the_file_is_one_page_with_its_own_policy() {
    let short = session("full").apply(write("matters", "Rest & \"quiet\""));
    let file = summary(&short).page().html("my-summary.html");
    let body = file.body.replace(super::PAGE_STYLE, "STYLE");
    insta::assert_snapshot!(body, @r##"
    <!doctype html>
    <html lang="en" dir="ltr">
    <head>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>My summary</title>
    <style>STYLE</style>
    </head>
    <body>
    <main>
    <h1>My summary</h1>
    <h2>Heading matters</h2>
    <ul role="list">
    <li><span class="said" dir="auto">Rest &amp; &quot;quiet&quot;</span></li>
    </ul>
    <hr>
    <p>The words stand as they were written.</p>
    <p>This is not a medical assessment.</p>
    </main>
    </body>
    </html>
    "##);
    assert_eq!(
        (&*file.name, file.media_type),
        ("my-summary.html", "text/html")
    );
}

#[test]
fn the_json_says_what_each_piece_is() {
    let told = session("full").apply(write("matters", "Rest"));
    let told = after(
        told,
        [
            choose("way", "other"),
            detail("way", "other", "Rain"),
            choose("pace", "soon"),
            Action::Also(place("pace"), Some(choice_id("no"))),
        ],
    );
    insta::assert_snapshot!(summary(&told).json(), @r##"{"guide":"sample","version":"1.2.3","language":"en","title":"My summary","parts":[{"id":"matters","title":"Heading matters","entries":[{"voice":"person","said":[{"words":"Rest"}]}]},{"id":"way","title":"Heading way","entries":[{"voice":"person","said":[{"choice":"Choice other","detail":"Rain"}]}]},{"id":"pace","title":"Heading pace","entries":[{"voice":"person","said":[{"choice":"Choice soon"},{"label":"Is it all right to ask again?","choice":"Choice no"}]}]}],"about":["The words stand as they were written.","This is not a medical assessment."]}"##);
}

#[test]
fn what_is_closed_or_blank_leaves_no_trace() {
    let talk = whole().apply(choose("pace", "talk"));
    assert!(!text(&talk).contains("Ring the council"));
    let blank = whole().apply(write("matters", " \n"));
    assert!(!text(&blank).contains("Heading matters"));
    assert!(summary(&session("full")).parts.is_empty());
}

#[test]
fn order_in_is_order_out() {
    let told = after(
        after(session("full"), change_cards(&["people", "home"])),
        [
            write("now/home", "Home words"),
            write("now/people", "People words"),
            choose("way", "time"),
            choose("way", "fares"),
        ],
    );
    let text = text(&told);
    let at = |words: &str| text.find(words).unwrap();
    assert!(at("People words") < at("Home words"));
    assert!(at("Choice time") < at("Choice fares"));
}

#[test]
fn who_wrote_it_is_told_only_where_somebody_said() {
    let first = |session: &Session| summary(session).about[0].text.to_string();
    let said = session("full").apply(write("matters", "Rest"));
    assert_eq!(first(&said), "The words stand as they were written.");
    let alone = said.clone().apply(choose("who", "me"));
    assert_eq!(
        first(&alone),
        "Written by the person it is about, on their own."
    );
    // A helper who never said so may have given the name.
    let named = said.apply(write("name", "Sam"));
    assert_eq!(first(&named), "This is Sam's summary.");
    assert!(!text(&named).contains("own words"));
    let written = named.apply(choose("who", "me"));
    assert_eq!(first(&written), "Written by Sam.");
    assert!(text(&written).contains("These are Sam's own words."));
}

#[test]
fn what_was_taken_down_together_is_said_to_be_with_a_name_and_without() {
    let met = beside_jo(session("full")).apply(write("matters", "Rest"));
    let named = met.clone().apply(write("name", "Sam"));
    for (told, own) in [
        (
            met,
            "These are the person's own words, written down as they said them.",
        ),
        (
            named,
            "These are Sam's own words, written down as they were said.",
        ),
    ] {
        let about = summary(&told).about;
        assert!(about.contains(&Line::new(own)), "{about:?}");
        // Wherever it is read.
        let alone = told.in_mode(Mode::Alone, "".into());
        assert_eq!(summary(&alone).about, about);
    }
}

#[test]
fn with_help_it_says_whose_help_it_was() {
    let helped = after(
        session("full"),
        [
            write("name", "Sam"),
            choose("who", "helped"),
            detail("who", "helped", "Jo"),
        ],
    );
    let about = &summary(&helped).about;
    assert_eq!(&*about[0].text, "Written by Sam, with help from Jo.");
}

#[test]
fn the_last_day_on_which_anything_was_changed_is_told() {
    let day = |day| Day::parse(day).unwrap();
    let told = session("full").on(day("2026-06-03"));
    let told = after(told, [write("matters", "Rest"), write("else", "Tea")]);
    let told = told.on(day("2026-06-05"));
    let told = told.apply(write("matters", "Rest and quiet"));
    let told = told.on(day("2026-06-09"));
    assert!(text(&told).contains("Last changed on 5 June 2026."));
}

#[test]
fn a_row_with_nothing_but_who_is_a_wish_and_no_half_sentence() {
    let row = after(
        session("full"),
        [
            Action::AddStep(place("step")),
            Action::SetWho(place("step"), StepId(0), Some(Who::Worker)),
        ],
    );
    let wish = "- I would like my link worker to do this\n";
    assert!(text(&row).contains(wish), "{}", text(&row));
}

#[test]
fn a_persons_own_name_for_a_card_stands_as_written_where_the_card_was_written_about() {
    let own = "  My shed…\nand bees  ";
    let told = after(
        whole(),
        [detail("areas", "other", own), write("now/other", "Damp")],
    );
    let help = summary(&told).only(&heading_id("help"));
    assert!(help.page().text().contains(own));
    let said = Piece::Said(Said::new(own));
    let holds = |part: &Part| part.entries.iter().any(|one| one.pieces.contains(&said));
    assert!(help.parts.iter().all(holds));
}

#[test]
fn a_card_with_words_of_its_own_is_not_listed_again_and_comes_first() {
    let told = whole();
    let summary = summary(&told);
    let help = summary.parts.iter().find(|part| part.id.name() == "help");
    let entries = &help.unwrap().entries;
    assert_eq!(entries[0].place, place("now/home"));
    let listed = &entries[1].pieces;
    assert_eq!(listed.len(), 2);
    assert!(matches!(&listed[0], Piece::Chosen { choice, .. } if &*choice.text == "Card money"));
    assert_eq!(listed[1], Piece::Said(Said::new("The allotment")));
}

#[test]
fn someone_elses_writing_is_said_on_top_and_no_words_are_called_the_persons_own() {
    let proxy = after(
        session("full"),
        [
            choose("who", "proxy"),
            detail("who", "proxy", "Jo"),
            write("matters", "Rest"),
        ],
    );
    let summary = summary(&proxy);
    let page = summary.page();
    let top = Line::new("Written by Jo, for the person it is about.");
    assert_eq!(
        page.blocks[0],
        Block::Paragraph(vec![Run::Ours(top.clone())])
    );
    assert_eq!(summary.about[0], top);
    assert_eq!(page.text().matches("Written by Jo").count(), 1);
    assert!(!page.text().contains("own words"));
    let only = summary.only(&heading_id("matters")).page().text();
    assert!(only.contains("Written by Jo"));
}

#[test]
fn a_name_kept_back_is_not_told_in_the_lines_below() {
    let told = after(
        session("full"),
        [write("name", "Sam"), write("matters", "Rest")],
    );
    assert!(text(&told).contains("This is Sam's summary."));
    let kept = told.apply(Action::KeepBack(heading_id("how"), true));
    assert!(!summary(&kept).shared().page().text().contains("Sam"));
}

#[test]
fn a_cards_own_name_stays_with_its_heading_when_that_is_kept_back() {
    let kept = whole().apply(Action::KeepBack(heading_id("help"), true));
    let shared = summary(&kept).shared().page().text();
    assert!(shared.contains("Card other: My bean rows"));
    assert!(!shared.contains("allotment"));
}

#[test]
fn a_card_put_by_or_kept_back_with_its_heading_does_not_go_out_with_the_others() {
    let put_by = Action::Sort(place("areas"), choice_id("people"), Some(Pile::NotNow));
    let told = whole().apply(put_by);
    let goes = |kept: &str| {
        let told = told.clone();
        let told = told.apply(Action::KeepBack(heading_id(kept), true));
        let cards = summary(&told).shared().cards;
        cards.iter().map(|one| one.card.name().to_owned()).collect()
    };
    assert_eq!(summary(&told).cards.len(), 5);
    let (all, well, change): (Vec<String>, Vec<String>, Vec<String>) =
        (goes("close"), goes("help"), goes("strengths"));
    assert_eq!(all, ["money", "home", "other", "joy"]);
    assert_eq!(well, ["joy"]);
    assert_eq!(change, ["money", "home", "other"]);
}

#[test]
fn what_nobody_told_has_plain_words() {
    let line = Line::new("{worker}|{name}|{minutes}|{card}|{number}");
    let words = Catalogue::english();
    let plain = Setting::default().fill(&line, &words, None, None);
    assert_eq!(
        &*plain.text,
        "link worker|your link worker|some time|this part of life|that number"
    );
    let told = Setting {
        worker: Some("connector".into()),
        worker_name: None,
        minutes: Some(45),
    };
    let told = told.fill(&line, &words, Some("Home"), Some(7));
    assert_eq!(&*told.text, "connector|your connector|45 minutes|Home|7");
}

#[test]
fn what_is_made_for_paper_degrades_to_plain_text() {
    let page = Page {
        title: Line::new("Sheet"),
        language: crate::words::Language::english(),
        is_large: false,
        blocks: vec![
            Block::Heading(2, Line::new("Pace")),
            Block::Boxes(vec![Line::new("One"), Line::new("Two")]),
            Block::Space(1),
            Block::Paragraph(vec![Run::Link(
                Line::new("Samaritans"),
                "https://s.example".into(),
            )]),
        ],
    };
    insta::assert_snapshot!(page.text(), @r##"
    Sheet

    Pace
    [ ] One
    [ ] Two
    ________________________________________

    Samaritans (https://s.example)
    "##);
}

/// What a browser would make of the file's text.
fn read_back(html: &str) -> String {
    html.replace("&#13;", "\r")
        .replace("&quot;", "\"")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
}

/// Every string in a JSON value.
fn strings(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => out.push(text.clone()),
        serde_json::Value::Array(all) => all.iter().for_each(|one| strings(one, out)),
        serde_json::Value::Object(all) => all.values().for_each(|one| strings(one, out)),
        _ => {}
    }
}

/// Every box of the sample guide that takes words, and what must be done to be asked it.
fn every_box() -> Vec<(&'static str, Field)> {
    let detail = |name: &str| Field::Detail(choice_id(name));
    vec![
        ("name", Field::Words),
        ("matters", Field::Words),
        ("day", Field::Words),
        ("areas", detail("other")),
        ("now/home", Field::Words),
        ("change/home", Field::Words),
        ("way", Field::Words),
        ("way", detail("other")),
        ("pace", detail("no")),
        ("sure", Field::Words),
        ("step", Field::What(StepId(0))),
        ("step", Field::When(StepId(0))),
        ("step", Field::Help(StepId(0))),
        ("planb", Field::Words),
        ("else", Field::Words),
        ("close", Field::Words),
    ]
}

#[test]
fn what_is_kept_back_is_in_nothing_that_goes_out() {
    let mark = "zyxw words nobody else has";
    for (at, field) in every_box() {
        let told = whole().apply(Action::Write(place(at), field, Said::new(mark)));
        let open = told.apply(Action::KeepBack(heading_id("close"), false));
        let whole = summary(&open);
        let holds = |part: &&Part| {
            let parts = vec![Part::clone(part)];
            let alone = Summary {
                parts,
                about: Vec::new(),
                ..whole.clone()
            };
            alone.page().text().contains(mark)
        };
        // A card's own words name it under other headings too, unless the one they belong to is kept back.
        let home = whole.parts.iter().find(holds).unwrap();
        let closed = open.apply(Action::KeepBack(home.id.clone(), true));
        let shared = summary(&closed).shared();
        let file = shared.page().html("my-summary.html").body;
        for out in [shared.page().text(), file, shared.json()] {
            assert!(!out.contains(mark), "{at}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_persons_words_stand_byte_for_byte_in_all_that_is_made(words in any_words(), which in 0_usize..16) {
        let (at, field) = every_box().remove(which);
        let told = whole().apply(Action::Write(place(at), field, words.clone()));
        if !words.is_blank() {
            let summary = summary(&told);
            let page = summary.page();
            prop_assert!(page.text().contains(words.words()));
            let html = page.html("my-summary.html").body;
            prop_assert!(!html.contains('\r'));
            prop_assert!(read_back(&html).contains(words.words()));
            let mut all = Vec::new();
            strings(&serde_json::from_str(&summary.json()).unwrap(), &mut all);
            prop_assert!(all.iter().any(|one| one == words.words()));
        }
    }

    #[test]
    fn any_session_has_a_summary_with_no_empty_headings(session in any_session()) {
        let summary = summary(&session);
        for part in &summary.parts {
            prop_assert!(!part.entries.is_empty());
            prop_assert!(part.entries.iter().all(|entry| !entry.pieces.is_empty()));
        }
        let order: Vec<_> = session.guide().headings().iter().map(|one| &one.id).collect();
        let at = |part: &Part| order.iter().position(|id| **id == part.id);
        prop_assert!(summary.parts.is_sorted_by_key(at));
        prop_assert!(!summary.page().text().is_empty());
    }
}
