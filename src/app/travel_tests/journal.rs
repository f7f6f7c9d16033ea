//! What is noted outside the program, and what comes back from it after a fault.

use super::*;
use crate::app::{Keep, Rest};
use crate::keep::tests::Kept;
use crate::words::Catalogue;

/// What is noted when all these effects are done, and all that can be read of it.
fn noted(effects: &[Effect]) -> (Kept, String) {
    let (mut kept, mut told) = (Kept::default(), std::collections::BTreeMap::new());
    for effect in effects {
        match effect {
            Effect::DropNotes => {
                (kept, told) = (Kept::default(), std::collections::BTreeMap::new());
            }
            Effect::Note(noted) => {
                let lines = noted.told.iter();
                let lines = lines.map(|line| [&line.before, " ", line.words.words()].concat());
                let lines = lines.collect::<Vec<_>>().join("\n");
                told.insert(noted.piece.of.name(), [&noted.asked, "\n", &lines].concat());
                kept.note([noted.piece.clone()]);
            }
            _ => {}
        }
    }
    (kept, told.into_values().collect::<Vec<_>>().join("\n"))
}

/// A fresh widget with a guide, to which what was noted comes back.
fn returned(guide: &str, back: String) -> Told {
    let told = Told {
        app: App::new(),
        effects: Vec::new(),
    };
    let (year, month, day) = (2026, 9, 3);
    told.after([
        Event::Today(Day { year, month, day }),
        Event::GuideGiven(guide.into()),
        Event::TakeBack(Said::new(back)),
    ])
}

/// A review with a file of the first conversation beside it, and something said of its step.
fn review() -> Told {
    let first = Told::first().after([write("fc-hope", "Rest")]);
    let first = first
        .after([choose("fc-who", "me")])
        .after(step(0, "Ring the council"));
    let file = first.file();
    let said = [look_back(0, "It helped"), write("rv-good", "Walks")];
    Told::review().open(&file).after(said)
}

#[test]
fn after_a_fault_all_is_as_it_was_and_what_came_with_a_file_as_well() {
    let before = review();
    let (kept, _) = noted(&before.effects);
    let after = returned(REVIEW, kept.back(&[]));
    assert_eq!(after.app.session, before.app.session);
    assert_eq!(after.app.files.earlier, before.app.files.earlier);
    assert!(!after.app.files.earlier.is_empty());
    assert_eq!(after.text(), before.text());
    assert!(after.asks(), "there is something to lose");
    let again = noted(&after.effects).0;
    assert_eq!(
        again.joined(),
        kept.joined(),
        "what is noted anew is the same"
    );
    // A file of this very guide whose words have no place any more.
    let other = FIRST.replace("\"fc-hope\"", "\"fc-other\"");
    let file = Told::first().after([write("fc-hope", "Rest")]).file();
    let before = Told::with(&other, 9)
        .open(&file)
        .after([write("fc-name", "Sam")]);
    assert!(!before.app.files.brought.is_empty());
    let (kept, _) = noted(&before.effects);
    let after = returned(&other, kept.back(&[]));
    assert_eq!(after.app.files.brought, before.app.files.brought);
}

#[test]
fn all_that_was_said_or_chosen_can_be_read_and_what_is_kept_back_as_well() {
    let kept_back = Event::act(Action::KeepBack(heading("hope"), true));
    let told = Told::first().after([write("fc-hope", "Rest"), choose("fc-who", "me"), kept_back]);
    let told = told.after(step(0, "Ring the council"));
    let (_, read) = noted(&told.effects);
    for words in [
        "Rest",
        "I am, on my own",
        "Ring the council",
        "What are you hoping for?",
    ] {
        assert!(read.contains(words), "{words} is not in {read}");
    }
    let (_, read) = noted(&review().effects);
    for words in ["It helped", "Ring the council", "Walks", "Rest"] {
        assert!(read.contains(words), "{words} is not in {read}");
    }
}

#[test]
fn what_was_said_of_services_can_be_read_and_comes_back_after_a_fault() {
    let file = include_str!("../../../tests/data/files/2-open.html");
    let before = Told::with(FIRST, 9).open(file);
    assert!(before.app.files.brought.is_empty(), "all of it has a place");
    let (kept, read) = noted(&before.effects);
    for words in [
        "What is on offer Thornby Walking Group",
        "Call 01632 960 101",
        "Maybe later Sing for the sake of it",
        "Not for me Bingo at the hall",
    ] {
        assert!(read.contains(words), "{words} is not in {read}");
    }
    let answers = |told: &Told| told.app.session.as_ref().map(|one| one.answers().clone());
    let after = returned(FIRST, kept.back(&[]));
    assert_eq!(answers(&after), answers(&before));
    assert_eq!(after.text(), before.text());
    let taken_back = Action::Unopt(place("fc-options"), "walking-group".into());
    let none = Action::NoneFit(place("fc-options"), true);
    let told = after.after([taken_back, none].map(Event::act));
    let (kept, read) = noted(&told.effects);
    assert!(!read.contains("Thornby"), "{read}");
    assert!(read.contains("Nothing that fits was found"), "{read}");
    let again = returned(FIRST, kept.back(&[]));
    assert_eq!(answers(&again), answers(&told));
}

#[test]
fn services_in_a_file_stand_where_the_guide_has_no_place_for_them_any_more() {
    let file = include_str!("../../../tests/data/files/2-open.html");
    let other = FIRST.replace("\"fc-options\"", "\"fc-other\"");
    let told = Told::with(&other, 9).open(file);
    assert!(!told.app.files.brought.is_empty());
    let text = told.text();
    for words in ["Thornby Walking Group", "Call 01632 960 101", "Bingo"] {
        assert_eq!(text.matches(words).count(), 1, "{words}: {text}");
    }
}

#[test]
fn what_is_said_of_an_earlier_step_is_noted_under_that_step() {
    let told = review();
    let turn = told.app.update(look_back(0, "It helped a lot"));
    let notes = turn.effects.iter().filter_map(|effect| match effect {
        Effect::Note(noted) => Some((noted.piece.of.name(), &*noted.asked, &noted.told)),
        _ => None,
    });
    let notes: Vec<_> = notes.collect();
    let [(name, asked, lines)] = &notes[..] else {
        panic!("not one note: {notes:?}")
    };
    assert_eq!((&**name, *asked), ("looked/0", "Ring the council"));
    assert_eq!(lines[0].by, Field::Looked(0).name_at(&place("rv-who")));
    assert_eq!(lines[0].words.words(), "It helped a lot");
}

#[test]
fn what_came_with_a_file_can_be_read_each_line_under_its_heading() {
    let other = FIRST.replace("\"fc-hope\"", "\"fc-other\"");
    let file = Told::first().after([write("fc-hope", "Rest")]).file();
    let brought = noted(&Told::with(&other, 9).open(&file).effects).1;
    let beside = noted(&review().effects).1;
    for read in [brought, beside] {
        let lines: Vec<_> = read.lines().map(str::trim).collect();
        let at = lines.iter().position(|line| *line == "What I hope for");
        assert_eq!(lines[at.unwrap() + 1], "Rest", "{read}");
    }
}

#[test]
fn a_key_press_notes_its_own_answer_and_nothing_else() {
    let told = Told::first().after([write("fc-hope", "Rest"), write("fc-name", "Sam")]);
    let turn = told.app.update(write("fc-hope", "Rest, and tea"));
    let notes = turn.effects.iter().filter_map(|effect| match effect {
        Effect::Note(noted) => Some(noted.piece.of.name()),
        _ => None,
    });
    assert_eq!(notes.collect::<Vec<_>>(), ["answers/fc-hope_"]);
}

#[test]
fn of_what_is_deleted_left_or_begun_anew_nothing_is_noted_any_more() {
    for goes in [Event::Delete, Event::Restart, Event::LeavePage] {
        let told = review().after([goes.clone()]);
        let (kept, read) = noted(&told.effects);
        assert!(kept.is_empty() && read.is_empty(), "{goes:?}");
    }
}

#[test]
fn what_stood_in_a_box_and_was_heard_by_nobody_is_written_there() {
    let before = Told::first().after([write("fc-hope", "Rest")]);
    let (kept, _) = noted(&before.effects);
    let boxes = [
        ("fc-hope__words", "Rest, and \"tea\""),
        ("fc-name__words", "Sam"),
        ("no box", "x"),
    ];
    let after = returned(FIRST, kept.back(&boxes));
    assert!(after.text().contains("Rest, and \"tea\"") && after.text().contains("Sam"));
    assert_eq!(
        after.app.session.as_ref().unwrap().at(),
        before.app.session.as_ref().unwrap().at()
    );
    let (_, read) = noted(&after.effects);
    assert!(read.contains("Rest, and \"tea\""), "it is noted at once");
}

#[test]
fn what_cannot_be_taken_up_is_shown_as_it_was_noted() {
    let (kept, _) = noted(&review().effects);
    for (guide, back) in [
        (FIRST, kept.back(&[])),
        (REVIEW, String::new()),
        (REVIEW, kept.back(&[]).replace("saved", "slaved")),
    ] {
        let told = returned(guide, back);
        assert_eq!(told.effects.last(), Some(&Effect::Rescue));
        assert!(
            !told.effects.contains(&Effect::DropNotes),
            "they stay noted"
        );
        assert!(told.app.session.unwrap().is_empty());
    }
    let none = App::new().update(Event::Rest(Rest::Missing)).app;
    let waits = none.update(Event::TakeBack(Said::new(kept.back(&[])))).app;
    let wrong = waits.update(Event::GuideGiven("{}".into()));
    assert!(
        wrong.effects.contains(&Effect::Rescue),
        "no guide, no way back"
    );
}

#[test]
fn words_that_come_back_wait_for_the_guide_and_the_rest_and_no_press_takes_their_place() {
    let (kept, _) = noted(&review().effects);
    let fresh = App::new().update(Event::Rest(Rest::Missing)).app;
    let back = Event::TakeBack(Said::new(kept.back(&[])));
    let waits = fresh
        .update(back)
        .app
        .update(Event::GuideGiven(REVIEW.into()));
    assert!(waits.effects.contains(&Effect::FetchRest));
    let pressed = waits.app.update(Event::Start).app;
    let here = pressed.update(Event::Rest(Rest::Here)).app;
    let nothing = Keep::Found([].into(), [].into());
    let here = here.update(Event::Keep(nothing)).app;
    assert!(matches!(here.frame().screen, Screen::Prompt(_)));
    let words = Catalogue::english();
    let text = here.summary().unwrap().page().text();
    assert!(text.contains("It helped") && !text.contains(&*words.line("rest-coming").text));
}
