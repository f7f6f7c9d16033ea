//! Side by side: the keys, what is offered, and what the turned screen shows.

use std::rc::Rc;

use super::ideas::State;
use super::screen::Screen;
use super::together::{KEYS, Key, Press};
use super::{App, Event, Options};
use crate::session::{Action, Mode, Place, Session};

const GUIDE: &str = include_str!("../../www/guides/first-conversation.json");

fn after(app: App, events: impl IntoIterator<Item = Event>) -> App {
    events
        .into_iter()
        .fold(app, |app, event| app.update(event).app)
}

fn together(options: Options) -> App {
    let options = Options {
        mode: Mode::Together,
        ..options
    };
    let begin = [
        Event::Configure(Rc::new(options)),
        Event::GuideGiven(GUIDE.into()),
        Event::Start,
    ];
    after(App::new(), begin)
}

fn sign(letter: char) -> Event {
    Event::Key(Key::Sign(letter))
}

fn at(app: &App) -> String {
    let prompt = app.session().and_then(Session::prompt);
    prompt
        .map(|prompt| prompt.id.name().to_owned())
        .unwrap_or_default()
}

fn cue(app: &App) -> Rc<crate::app::screen::CueScreen> {
    app.frame().cue.unwrap()
}

fn to(app: App, prompt: &str) -> App {
    let place = Place::of(&crate::guide::PromptId::new(prompt).unwrap());
    app.update(Event::act(Action::GoTo(place))).app
}

#[test]
fn every_letter_listed_does_something_and_no_other_does() {
    let mut begun = together(Options::default());
    begun.nearby_mut().state = State::Here;
    let begun = to(begun, "fc-matters");
    for letter in 'a'..='z' {
        let pressed = begun.clone().update(sign(letter)).app;
        let listed = KEYS.iter().any(|(sign, _)| *sign == letter);
        assert_eq!(pressed != begun, listed, "{letter}");
    }
}

#[test]
fn letters_do_nothing_where_the_host_or_the_worker_turned_them_off_or_someone_is_alone() {
    let off = together(Options {
        keys: false,
        ..Options::default()
    });
    let turned_off = together(Options::default()).update(Event::Press(Press::KeysOn(false)));
    let alone = Event::Configure(Rc::new(Options::default()));
    let alone = together(Options::default()).update(alone);
    for app in [off, turned_off.app, alone.app] {
        assert_eq!(at(&app.clone().update(sign('n')).app), at(&app));
        assert!(!app.frame().keys);
    }
}

#[test]
fn no_more_than_two_prompts_follow_one_another_before_it_is_offered_to_say_back() {
    let mut app = together(Options::default());
    let mut since = 0;
    for _ in 0..24 {
        app = app.update(sign('n')).app;
        if !matches!(app.frame().screen, Screen::Prompt(_)) {
            break;
        }
        let offered = !cue(&app).now.is_empty();
        since = if offered { 0 } else { since + 1 };
        assert!(since < 2, "at {}", at(&app));
    }
}

#[test]
fn after_the_parts_the_guide_names_the_words_so_far_are_offered() {
    let app = to(together(Options::default()), "fc-safe");
    let next = app.update(sign('n')).app;
    assert_eq!(at(&next), "fc-strengths");
    let offered = next.words.line("cue-read-back");
    assert!(cue(&next).now.contains(&offered), "{:?}", cue(&next).now);
}

#[test]
fn what_is_spoken_only_shows_after_the_worker_said_they_are_alone_and_hides_again() {
    let safe = to(together(Options::default()), "fc-safe");
    let asked = |app: &App| match &app.frame().screen {
        Screen::Prompt(prompt) => prompt.ask.text.to_string(),
        _ => String::new(),
    };
    assert!(cue(&safe).lines.is_empty());
    assert_eq!(asked(&safe), &*safe.words.line("spoken").text);
    let alone = safe.clone().update(Event::Press(Press::Alone)).app;
    assert!(!cue(&alone).lines.is_empty());
    let hidings = [
        vec![Event::Press(Press::Away)],
        vec![Event::Press(Press::Turn), Event::Press(Press::Turn)],
        vec![sign('b'), sign('n')],
        vec![sign('j'), Event::CarryOn],
        vec![sign('h'), Event::CarryOn],
    ];
    for hiding in hidings {
        let hidden = after(alone.clone(), hiding.clone());
        assert_eq!(at(&hidden), "fc-safe", "{hiding:?}");
        assert_eq!(asked(&hidden), asked(&safe), "{hiding:?}");
    }
}

#[test]
fn the_turned_screen_shows_nothing_of_what_is_spoken_only() {
    let safe = to(together(Options::default()), "fc-safe");
    let turned = after(safe, [Event::Press(Press::Alone), sign('t')]);
    let Screen::Turned(shown) = turned.frame().screen else {
        panic!("not turned")
    };
    assert_eq!(shown.title, turned.words.line("turned-nothing"));
    assert!(turned.frame().cue.is_none());
}

#[test]
fn a_letter_after_coming_back_is_a_key_and_the_box_waits() {
    let asked = to(together(Options::default()), "fc-matters");
    assert!(asked.frame().writes);
    for away in [sign('t'), sign('?'), sign('j')] {
        let back = after(asked.clone(), [away.clone(), Event::Key(Key::Escape)]);
        assert!(!back.frame().writes, "{away:?}");
        assert!(back.update(sign('n')).app.frame().writes);
    }
}

#[test]
fn nothing_of_it_stands_before_someone_alone() {
    let alone = [
        Event::Configure(Rc::new(Options::default())),
        Event::GuideGiven(GUIDE.into()),
        Event::Start,
    ];
    let alone = after(App::new(), alone);
    let pressed = after(
        alone.clone(),
        [
            sign('n'),
            Event::Press(Press::Turn),
            Event::Press(Press::Jump),
            Event::Press(Press::Alone),
        ],
    );
    assert_eq!(pressed.frame(), alone.frame());
    assert!(alone.frame().cue.is_none());
}
