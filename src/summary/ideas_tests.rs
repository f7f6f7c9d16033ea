//! What was said of services, in each form a summary has.

use super::{Setting, Summary};
use crate::guide::sample::{choice_id, heading_id};
use crate::session::sample::{after, beside_jo, choose, opt, place, session, write};
use crate::session::{Action, Answer, Opted, Session, Voice, Wish};
use crate::words::{Catalogue, Day, Said};

fn on_offer() -> Session {
    let day = Day::parse("2026-11-26").unwrap();
    session("full").with_services(true).on(day)
}

fn summary(session: &Session) -> Summary {
    Summary::of(session, &Catalogue::english(), &Setting::default())
}

fn text(session: &Session) -> String {
    summary(session).shared().page().text()
}

fn under(session: &Session, heading: &str) -> Vec<String> {
    let summary = summary(session);
    let part = summary.parts.iter().find(|part| part.id.name() == heading);
    let lines = part.map(|part| part.entries.iter().flat_map(super::entry_lines));
    let lines = lines.into_iter().flatten();
    let page = |line| super::Page {
        is_large: false,
        title: crate::words::Line::default(),
        language: crate::words::Language::english(),
        blocks: vec![super::Block::Paragraph(line)],
    };
    lines
        .map(|line| page(line).text().trim().to_owned())
        .collect()
}

fn told() -> Session {
    let told = [
        opt("later", Wish::Later, "Choir", &["Call 01632 960 102"]),
        opt(
            "walk",
            Wish::More,
            "Walking group",
            &["Free", "Call 01632 960 101"],
        ),
        opt("not", Wish::NotForMe, "Bingo", &["£2"]),
        opt("lunch", Wish::More, "Lunch club", &[]),
    ];
    after(on_offer(), told)
}

#[test]
fn what_they_want_to_know_more_about_comes_first_with_its_details_and_their_day() {
    let lines = [
        "Walking group\nFree\nCall 01632 960 101\nDetails as they stood on 26 November 2026",
        "Lunch club",
        "Maybe later: Choir\nCall 01632 960 102\nDetails as they stood on 26 November 2026",
    ];
    assert_eq!(under(&told(), "ideas"), lines);
}

#[test]
fn it_reads_the_same_on_a_later_day_and_when_the_list_is_gone() {
    let later = told()
        .on(Day::parse("2027-03-01").unwrap())
        .with_services(false);
    assert_eq!(under(&later, "ideas"), under(&told(), "ideas"));
}

#[test]
fn what_is_not_for_them_stands_by_name_under_the_heading_that_asks_for_it() {
    let told = after(
        told(),
        [
            choose("way", "time"),
            opt("tea", Wish::NotForMe, "Tea", &[]),
        ],
    );
    assert_eq!(
        under(&told, "way"),
        ["Choice time", "What is on offer: Bingo; Tea"]
    );
    assert!(!text(&told).contains("£2"), "{}", text(&told));
}

#[test]
fn that_nothing_fits_is_a_gap_in_what_is_on_offer() {
    let none = Action::NoneFit(place("near"), true);
    let only = on_offer().apply(none.clone());
    assert_eq!(
        under(&only, "ideas"),
        ["Nothing that fits was found near here."]
    );
    let not = only.apply(opt("not", Wish::NotForMe, "Bingo", &[]));
    assert_eq!(
        under(&not, "ideas"),
        ["Nothing that fits was found near here."]
    );
    let lines = under(&told().apply(none), "ideas");
    assert_eq!(
        lines.last().unwrap(),
        "Nothing else that fits was found near here."
    );
    assert_eq!(lines.len(), 4);
}

#[test]
fn looking_alone_says_nothing() {
    let looked = on_offer().apply(Action::AskIdeas(place("near"), 7));
    assert!(summary(&looked).parts.is_empty());
}

#[test]
fn every_form_of_the_summary_holds_it() {
    let summary = summary(&told()).shared();
    let page = summary.page();
    let html = page.html("my-summary.html").body;
    assert!(
        html.contains(
            "<li><span class=\"said\" dir=\"auto\">Walking group</span>\
             <span class=\"noted\" dir=\"auto\">\nFree\nCall 01632 960 101\n</span>\
             Details as they stood on 26 November 2026</li>"
        ),
        "{html}"
    );
    let bare = "<li><span class=\"said\" dir=\"auto\">Lunch club</span></li>";
    assert!(html.contains(bare), "{html}");
    let json = summary.json();
    for piece in [
        r#"{"idea":"Walking group","details":["Free","Call 01632 960 101"],"day":"Details as they stood on 26 November 2026"}"#,
        r#"{"idea":"Lunch club","details":[]}"#,
        r#"{"before":"Maybe later","idea":"Choir","details":["Call 01632 960 102"],"day":"Details as they stood on 26 November 2026"}"#,
        r#"{"words":"Bingo"}"#,
    ] {
        assert!(json.contains(piece), "{piece} is not in {json}");
    }
    let codes = super::codes(&page.text()).unwrap();
    let said: String = codes.iter().map(|code| code.text.as_str()).collect();
    assert!(said.contains("- Walking group\nFree\n"), "{said}");
}

#[test]
fn a_name_that_would_be_markup_is_text() {
    let named = opt("b", Wish::More, "<b>Choir", &["<img src=x>"]);
    let html = summary(&on_offer().apply(named)).page().html("s.html").body;
    assert!(html.contains("&lt;b&gt;Choir") && html.contains("&lt;img src=x&gt;"));
    assert!(!html.contains("<img"));
}

#[test]
fn each_half_stays_where_its_heading_is_kept_back() {
    let keep = |heading| Action::KeepBack(heading_id(heading), true);
    let goes = |session: &Session| {
        let shared = session.shared();
        let Answer::Ideas(ideas) = &shared.answers()[&place("near")].answer else {
            panic!("no ideas")
        };
        let said = |one: &Opted| [one.name.clone()].into_iter().chain(one.lines.clone());
        let said: Vec<_> = ideas.options.iter().flat_map(said).collect();
        said.iter().map(Said::words).collect::<String>()
    };
    let ideas = told().apply(keep("ideas"));
    for out in [text(&ideas), goes(&ideas)] {
        assert!(out.contains("Bingo") && !out.contains("Walking"), "{out}");
        assert!(!out.contains("Choir") && !out.contains("960"), "{out}");
    }
    let not = told().apply(keep("way"));
    for out in [text(&not), goes(&not)] {
        assert!(!out.contains("Bingo") && out.contains("Walking"), "{out}");
    }
    let none = on_offer().apply(Action::NoneFit(place("near"), true));
    let shared = none.apply(keep("ideas")).shared();
    assert!(shared.answers().is_empty(), "not even that they looked");
}

#[test]
fn it_stands_in_the_voice_of_whoever_writes() {
    let voice = |session: &Session| {
        let part = summary(session).parts;
        let part = part.into_iter().find(|part| part.id.name() == "ideas");
        part.map(|part| part.entries[0].voice)
    };
    let walk = || opt("walk", Wish::More, "Walking group", &[]);
    assert_eq!(voice(&on_offer().apply(walk())), Some(Voice::Person));
    let met = beside_jo(on_offer()).apply(walk());
    assert_eq!(voice(&met), Some(Voice::Person));
    let proxy = after(on_offer(), [choose("who", "proxy"), walk()]);
    assert_eq!(voice(&proxy), Some(Voice::Helper));
    let own = [Action::Choose(place("who"), choice_id("proxy"), false)];
    let own = after(proxy, own.into_iter().chain([write("matters", "My dog")]));
    let own = text(&own);
    assert!(
        own.contains("Answered by someone else: Walking group"),
        "{own}"
    );
}
