//! Nobody there, as the machine sees it: asked first, then hidden, or in a kiosk the next person.

use std::rc::Rc;

use super::screen::Screen;
use super::{Allowed, App, Effect, Event, Idle, Options, Travel, Turn};
use crate::guide::{ChoiceId, PromptId};
use crate::session::{Action, Field, Mode, Place};
use crate::words::Said;

const GUIDE: &str = include_str!("../../www/guides/first-conversation.json");
const WORDS: &str = "Biscuit the dog";

fn with(options: Options) -> App {
    let app = App::new().update(Event::Configure(Rc::new(options))).app;
    app.update(Event::GuideGiven(GUIDE.into())).app
}

fn idle(seconds: u32) -> Options {
    Options {
        idle: Some(seconds),
        ..Options::default()
    }
}

fn kiosk() -> Options {
    Options {
        kiosk: true,
        ..Options::default()
    }
}

fn written(app: App) -> App {
    let place = Place::of(&PromptId::new("fc-hope").unwrap());
    let words = Action::Write(place.clone(), Field::Words, Said::new(WORDS));
    let there = app.update(Event::Start).app;
    let there = there.update(Event::act(Action::GoTo(place))).app;
    there.update(Event::act(words)).app
}

fn still(app: App, seconds: u32) -> Turn {
    app.update(Event::Idle(Idle::For(seconds)))
}

fn watched(effects: &[Effect]) -> Option<u32> {
    let mut told = effects.iter().filter_map(|effect| match effect {
        Effect::WatchIdle(seconds) => Some(*seconds),
        _ => None,
    });
    told.next_back()
}

fn is_hidden(app: &App) -> bool {
    matches!(&app.frame().screen, Screen::Plain(plain) if plain.title.text.contains("hidden"))
}

#[test]
fn nobody_is_watched_before_a_conversation_has_begun_or_without_a_time() {
    let app = with(idle(600));
    let Turn { app, effects } = app.update(Event::OpenHelp);
    assert_eq!(watched(&effects), None);
    let begun = app.update(Event::CarryOn).app.update(Event::Start);
    assert_eq!(watched(&begun.effects), Some(600));
    let never = with(Options::default()).update(Event::Start);
    assert_eq!(watched(&never.effects), None);
    let turns = with(kiosk()).update(Event::Start);
    assert_eq!(watched(&turns.effects), Some(180), "three minutes");
    let own = Options {
        idle: Some(300),
        ..kiosk()
    };
    assert_eq!(watched(&with(own).update(Event::Start).effects), Some(300));
}

#[test]
fn a_key_that_writes_asks_for_no_new_watch() {
    let app = written(with(idle(600)));
    let place = Place::of(&PromptId::new("fc-hope").unwrap());
    let words = Action::Write(place, Field::Words, Said::new("Biscuit the dog, and"));
    assert_eq!(watched(&app.update(Event::act(words)).effects), None);
}

#[test]
fn a_person_is_asked_over_their_screen_and_has_a_minute_to_stir() {
    let app = written(with(idle(600)));
    let before = app.frame();
    let Turn { app, effects } = still(app, 600);
    assert_eq!(watched(&effects), Some(660));
    let asked = app.frame();
    assert_eq!(
        asked.screen, before.screen,
        "what they write in stays under their hands"
    );
    assert_eq!(asked.focus, before.focus);
    assert!(asked.warning.unwrap().left.is_none(), "nothing counts down");
    let Turn { app, effects } = app.update(Event::Idle(Idle::Stirred));
    assert_eq!(app.frame().warning, None);
    assert_eq!(watched(&effects), Some(600));
}

#[test]
fn the_words_are_hidden_until_carry_on_and_nothing_else_lifts_it() {
    let app = written(with(idle(600)));
    let here = app.frame();
    let asked = still(app, 601).app;
    let Turn { app, effects } = still(asked, 661);
    assert!(is_hidden(&app));
    assert!(effects.contains(&Effect::ClearPrint));
    let frame = app.frame();
    let top = frame.top.unwrap();
    assert!(top.nav.is_empty(), "no way to the summary");
    assert_eq!((frame.notice, frame.cue, frame.warning), (None, None, None));
    for event in [Idle::Stirred, Idle::For(700), Idle::For(100_000)] {
        assert!(is_hidden(&app.clone().update(Event::Idle(event)).app));
    }
    let helped = app.update(top.help.event.clone()).app;
    assert!(matches!(helped.frame().screen, Screen::Help(_)));
    let app = helped.update(Event::CarryOn).app;
    assert!(is_hidden(&app), "from help it goes back to where it was");
    let Screen::Plain(hidden) = app.frame().screen else {
        panic!()
    };
    let Turn { app, effects } = app.update(hidden.ways[0].event.clone());
    assert_eq!(app.frame().screen, here.screen, "every word is back");
    assert_eq!(watched(&effects), Some(600));
}

#[test]
fn who_comes_back_to_a_laptop_that_slept_finds_the_words_hidden() {
    let app = written(with(idle(600)));
    // The wall clock has gone on, and the press that woke it comes with the news.
    let app = still(app, 30_000).app;
    assert!(is_hidden(&app.update(Event::Idle(Idle::Stirred)).app));
}

#[test]
fn what_ends_late_says_nothing_behind_the_screen() {
    let app = written(with(idle(600))).update(Event::OpenSummary).app;
    let app = app.update(Event::Copy(None)).app;
    let app = still(still(app, 600).app, 660).app;
    let copied = Event::Done(super::Done::Copied(Err(super::Fault::Blocked)));
    assert_eq!(app.update(copied).app.frame().notice, None);
}

#[test]
fn with_a_link_worker_the_card_is_hidden_too_and_the_keys_are_not_heard() {
    let options = Options {
        mode: Mode::Together,
        ..idle(600)
    };
    let app = still(written(with(options)), 700).app;
    assert!(is_hidden(&app));
    let frame = app.frame();
    assert_eq!((frame.together, frame.cue), (false, None));
}

#[test]
fn in_a_kiosk_it_counts_down_second_by_second_and_the_next_person_starts_from_nothing() {
    let mut app = written(with(kiosk()));
    let mut seen = Vec::new();
    let mut at = 180;
    let effects = loop {
        let turn = still(app, at);
        app = turn.app;
        let Some(warning) = app.frame().warning else {
            break turn.effects;
        };
        seen.push(warning.left.clone().unwrap().text.to_string());
        at = watched(&turn.effects).unwrap();
    };
    assert_eq!(seen.len(), 60);
    assert_eq!(
        (&*seen[0], &*seen[59]),
        ("Seconds left: 60", "Seconds left: 1")
    );
    assert_eq!(at, 240);
    assert!(matches!(app.frame().screen, Screen::Welcome(_)));
    assert_eq!(
        app.frame().notice,
        None,
        "nothing says that somebody was here"
    );
    assert!(app.session().unwrap().is_empty());
    assert!(effects.contains(&Effect::DropNotes));
    assert!(effects.contains(&Effect::Deleted), "what was kept goes too");
    assert_eq!(watched(&effects), Some(0));
}

#[test]
fn in_a_kiosk_who_left_without_a_word_is_in_nobodys_way() {
    let app = with(kiosk()).update(Event::Start).app;
    let app = still(app, 240).app;
    assert!(matches!(app.frame().screen, Screen::Welcome(_)));
}

#[test]
fn in_a_kiosk_the_summary_goes_out_on_paper_alone() {
    let app = written(with(kiosk())).update(Event::OpenSummary).app;
    let Screen::Summary(summary) = app.frame().screen else {
        panic!()
    };
    let out: Vec<_> = summary.out.iter().map(|way| &way.event).collect();
    assert_eq!(out, [&Event::Print]);
    assert!(summary.parts.iter().all(|part| part.copy.is_none()));
    let off = [
        Event::Copy(None),
        Event::Download,
        Event::Travel(Travel::Ways),
        Event::Travel(Travel::Codes),
        Event::Travel(Travel::Share),
        Event::Travel(Travel::Download),
        Event::Travel(Travel::DownloadFirst),
    ];
    for event in off {
        let Turn { app, effects } = app.clone().update(event);
        assert_eq!(effects, []);
        assert!(matches!(app.frame().screen, Screen::Summary(_)));
    }
    let printed = app.update(Event::Print).effects;
    assert!(printed.iter().any(|one| matches!(one, Effect::Print(_))));
}

fn to_the_end(mut app: App) -> App {
    while !matches!(app.frame().screen, Screen::Close(_)) {
        app = app.update(Event::act(Action::Next)).app;
    }
    app
}

/// The screens that say how words get lost, and all that they say.
fn told_of_losing(options: Options) -> Vec<(&'static str, String)> {
    let app = with(options);
    let there = written(app.clone());
    let summary = there.clone().update(Event::OpenSummary).app;
    let screens = [
        ("welcome", app.clone()),
        ("leaving", app.update(Event::OpenLeaving).app),
        ("deleting", summary.clone().update(Event::AskDelete).app),
        ("summary", summary),
        ("close", to_the_end(there)),
    ];
    screens
        .map(|(name, app)| (name, format!("{:?}", app.frame().screen)))
        .into()
}

#[test]
fn in_a_kiosk_no_screen_speaks_of_a_way_out_that_is_not_there() {
    for mode in [Mode::Alone, Mode::Together] {
        for (name, shown) in told_of_losing(Options { mode, ..kiosk() }) {
            for way in [" copy or", "copied", " download", "you keep,"] {
                assert!(!shown.contains(way), "{name}: {way}: {shown}");
            }
        }
    }
}

#[test]
fn where_nothing_may_be_kept_no_screen_says_that_it_may() {
    let off = Allowed {
        tab: false,
        device: false,
    };
    for mode in [Mode::Alone, Mode::Together] {
        let [kept, unkept] = [Allowed::default(), off].map(|keep| {
            told_of_losing(Options {
                mode,
                keep,
                ..Options::default()
            })
        });
        for ((name, kept), (_, unkept)) in kept.into_iter().zip(unkept) {
            let says = |shown: &str| {
                ["unless you keep", "have kept", "Keep on this device"]
                    .iter()
                    .any(|way| shown.contains(way))
            };
            assert!(!says(&unkept), "{name}: {unkept}");
            assert_eq!(says(&kept), matches!(name, "welcome" | "close"), "{name}");
        }
    }
}

#[test]
fn someone_under_age_is_shown_who_is_there_for_them_and_may_go_on_and_nothing_of_it_is_kept() {
    let app = with(Options::default());
    let before = app.clone();
    let young = |app: &App| {
        let Screen::Welcome(welcome) = app.frame().screen else {
            panic!()
        };
        let also = welcome.also.clone();
        also.into_iter().find(|way| way.event == Event::OpenYoung)
    };
    let way = young(&app).unwrap();
    assert_eq!(&*way.label.text, "I am under 18");
    let Turn { app, effects } = app.update(way.event);
    assert_eq!(effects, []);
    let Screen::Plain(shown) = app.frame().screen else {
        panic!()
    };
    let help = shown.help.clone().unwrap();
    assert_eq!(&*help.lines[0].line.name, "Childline");
    let reached = |href: &str| {
        let ways = help.lines.iter().flat_map(|line| &line.line.contacts);
        ways.into_iter().any(|way| way.href.starts_with(href))
    };
    assert!(
        ["tel:08001111", "sms:85258", "tel:999"]
            .iter()
            .all(|href| reached(href))
    );
    let back = app.update(shown.ways[0].event.clone()).app;
    let is_same = back.session() == before.session() && back.frame() == before.frame();
    assert!(is_same, "nothing is left of it");
    let older = Options {
        age: Some(16),
        ..Options::default()
    };
    assert_eq!(&*young(&with(older)).unwrap().label.text, "I am under 16");
    let off = Options {
        age: None,
        ..Options::default()
    };
    let together = Options {
        mode: Mode::Together,
        ..Options::default()
    };
    for options in [off, together] {
        assert_eq!(young(&with(options)), None);
    }
}

#[test]
fn that_someone_else_wrote_it_stands_before_their_words_on_the_screen_on_paper_and_in_the_text() {
    let who = Place::of(&PromptId::new("fc-who").unwrap());
    let proxy = ChoiceId::new("for-someone").unwrap();
    let begun = with(Options::default()).update(Event::Start).app;
    let chosen = Event::act(Action::Choose(who, proxy, true));
    let chosen = begun.update(chosen).app;
    let place = Place::of(&PromptId::new("fc-hope").unwrap());
    let words = Action::Write(place, Field::Words, Said::new(WORDS));
    let app = chosen.update(Event::act(words)).app;
    let app = app.update(Event::OpenSummary).app;
    let Screen::Summary(shown) = app.frame().screen else {
        panic!()
    };
    let top = shown.proxy.clone().unwrap();
    assert!(top.text.contains("for the person it is about"), "{top:?}");
    assert!(!shown.about.contains(&top), "and it is not said twice");
    let Some(Effect::Print(page)) = app
        .update(Event::Print)
        .effects
        .into_iter()
        .find(|one| matches!(one, Effect::Print(_)))
    else {
        panic!()
    };
    let (text, file) = (page.text(), page.html("my-summary").body);
    for out in [text, file] {
        let said = out.find(&*top.text).unwrap();
        assert!(said < out.find(WORDS).unwrap(), "{said}");
    }
}
