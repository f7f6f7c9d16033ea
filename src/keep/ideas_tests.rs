//! What was said of services is read back, or dropped one by one where it was damaged.

use super::{read, write};
use crate::guide::sample::shared;
use crate::session::sample::{after, opt, place, session, words_in, write as written};
use crate::session::{Action, Answer, Field, Ideas, Session, Wish};
use crate::words::{Day, Said};

fn ideas(session: &Session) -> &Ideas {
    match &session.answers()[&place("near")].answer {
        Answer::Ideas(ideas) => ideas,
        other => panic!("{other:?}"),
    }
}

/// The ids of what was said something of.
fn ids(ideas: &Ideas) -> String {
    ideas.options.iter().map(|one| &*one.id).collect()
}

fn told() -> Session {
    let walk = |id: &str| opt(id, Wish::More, "Walking group", &["Free", "Mondays"]);
    let told = [
        walk("a"),
        walk("b"),
        walk("c"),
        Action::AskIdeas(place("near"), 7),
        Action::NoneFit(place("near"), true),
        written("matters", "My dog"),
    ];
    let day = Day::parse("2026-11-26").unwrap();
    after(session("full").with_services(true).on(day), told)
}

/// What was said of services, where the save was changed in one place. All else has to be there.
fn with(from: &str, to: &str) -> Ideas {
    let saved = write(&told());
    let other = saved.replacen(from, to, 1);
    assert_ne!(other, saved, "{from}");
    let back = read(&other, shared()).unwrap();
    let words = words_in(&back, &place("matters"), &Field::Words);
    assert_eq!(words[0].words(), "My dog");
    ideas(&back).clone()
}

#[test]
fn only_what_an_older_widget_could_not_read_is_named_as_newer_to_it() {
    let version = |session: &Session| write(session).split(',').next().map(str::to_owned);
    let told = session("full").with_services(true);
    let told = told.apply(written("matters", "My dog"));
    assert_eq!(version(&told).as_deref(), Some(r#"{"saved":2"#));
    let looked = told.apply(Action::AskIdeas(place("near"), 7));
    assert_eq!(version(&looked).as_deref(), Some(r#"{"saved":3"#));
}

#[test]
fn a_service_that_was_damaged_is_dropped_alone() {
    assert_eq!(
        ideas(&read(&write(&told()), shared()).unwrap()),
        ideas(&told())
    );
    for (from, to) in [
        (r#""wish":0"#, r#""wish":3"#),
        (r#""wish":0"#, r#""wish":"More""#),
        (r#""name":"Walking group""#, r#""name":7"#),
        (r#""name":"Walking group""#, r#""name":" ""#),
        (r#""id":"a""#, r#""id":"""#),
        (r#""id":"a","#, ""),
    ] {
        assert_eq!(ids(&with(from, to)), "bc", "{to}");
    }
    assert_eq!(ids(&with(r#""id":"b""#, r#""id":"a""#)), "ac");
    assert_eq!(ids(&with(r#""options":"#, r#""option":"#)), "");
    assert_eq!(
        ids(&with(r#""options":["#, r#""options":[7,null,[],"#)),
        "abc"
    );
}

#[test]
fn a_line_a_day_or_a_number_that_was_damaged_takes_nothing_else_along() {
    let lines = with(r#"["Free","Mondays"]"#, r#"[{},"Mondays",""]"#);
    assert_eq!(lines.options[0].lines, [Said::new("Mondays")]);
    assert_eq!(ids(&lines), "abc");
    let dayless = with(
        r#""day":"2026-11-26"},{"id":"b""#,
        r#""day":"Friday"},{"id":"b""#,
    );
    let days = dayless.options.iter().map(|one| one.day.is_some());
    assert_eq!(days.collect::<Vec<_>>(), [false, true, true]);
    for seed in ["-7", "4294967296", "\"7\"", "null"] {
        assert_eq!(with(r#""seed":7"#, &format!("\"seed\":{seed}")).seed, 0);
    }
    assert!(!with(r#""none_fit":true"#, r#""none_fit":1"#).none_fit);
}

#[test]
fn a_save_made_to_be_endless_is_cut_short() {
    let told = opt("a", Wish::More, "Walking group", &["Free"]);
    let saved = write(&session("full").with_services(true).apply(told));
    let one = r#"{"id":"a","wish":0,"name":"Walking group","lines":["Free"]}"#;
    assert!(saved.contains(one), "{saved}");
    let many = (0..1000).map(|at| one.replace(r#""a""#, &format!("\"a{at}\"")));
    let many = many.collect::<Vec<_>>().join(",");
    let lines = vec![r#""Free""#; 1000].join(",");
    let many = many.replacen(r#""Free""#, &lines, 1);
    let back = read(&saved.replace(one, &many), shared()).unwrap();
    let options = &ideas(&back).options;
    assert_eq!((options.len(), options[0].lines.len()), (300, 40));
}
