//! Leaving, and deleting everywhere, as the machine sees them.

use std::rc::Rc;

use super::screen::Screen;
use super::{App, Effect, Event, Leaving, Options, Turn};
use crate::guide::PromptId;
use crate::session::{Action, Field, Place};
use crate::words::Said;

const GUIDE: &str = include_str!("../../www/guides/first-conversation.json");

fn with(leave: Leaving) -> App {
    let options = Options {
        leave,
        exit: Some("https://example.org/".to_owned()),
        ..Options::default()
    };
    let app = App::new().update(Event::Configure(Rc::new(options))).app;
    app.update(Event::GuideGiven(GUIDE.into())).app
}

fn at(app: App, prompt: &str) -> App {
    let place = Place::of(&PromptId::new(prompt).unwrap());
    let app = app.update(Event::Start).app;
    app.update(Event::act(Action::GoTo(place))).app
}

fn with_words(app: App) -> App {
    let place = Place::of(&PromptId::new("fc-hope").unwrap());
    let words = Action::Write(place, Field::Words, Said::new("Biscuit"));
    app.update(Event::Start).app.update(Event::act(words)).app
}

fn stands(app: &App) -> bool {
    let top = app.frame().top.unwrap();
    top.leave.iter().any(|way| way.event == Event::LeavePage)
}

/// Whether Shift leaves the page, by what the outside was last told.
fn hears(app: App, event: Event) -> Option<bool> {
    let told = app.update(event).effects.into_iter();
    told.filter_map(|effect| match effect {
        Effect::ReadyToLeave(way) => Some(way.hears_shift),
        _ => None,
    })
    .last()
}

#[test]
fn it_stands_on_every_prompt_of_a_stage_that_has_a_sensitive_one() {
    let app = with(Leaving::Sensitive);
    let session = app.session().unwrap();
    let guide = session.guide();
    let mut both = [0, 0];
    for stage in guide.stages() {
        let prompts = stage.core.iter().chain(&stage.more);
        let prompts: Vec<_> = prompts.filter_map(|at| guide.prompts().get(*at)).collect();
        let wanted = prompts.iter().any(|prompt| prompt.sensitive);
        for prompt in prompts {
            let here = at(app.clone(), prompt.id.name());
            let now = here.session().unwrap().prompt().map(|now| &now.id);
            // A prompt that is asked about each card has no place before a card is chosen.
            if now == Some(&prompt.id) {
                assert_eq!(stands(&here), wanted, "{:?}", prompt.id);
                both[usize::from(wanted)] += 1;
            }
        }
    }
    assert!(both.iter().all(|count| *count > 2), "{both:?}");
}

#[test]
fn shift_leaves_from_the_first_screen_where_it_stands_everywhere_and_once_a_conversation_has_begun_otherwise()
 {
    let begun = |leave| hears(with(leave), Event::Start);
    let before = |leave| {
        let options = Options {
            leave,
            ..Options::default()
        };
        let app = App::new().update(Event::Configure(Rc::new(options))).app;
        hears(app, Event::GuideGiven(GUIDE.into()))
    };
    let all =
        [Leaving::All, Leaving::Sensitive, Leaving::Off].map(|leave| (before(leave), begun(leave)));
    // The outside is told again only when it has changed.
    let told = [
        (Some(true), None),
        (Some(false), Some(true)),
        (Some(false), None),
    ];
    assert_eq!(all, told);
}

#[test]
fn with_words_here_shift_leaves_from_the_welcome_screen_too() {
    let app = with_words(with(Leaving::Sensitive));
    let app = app.update(Event::ToWelcome).app;
    assert!(matches!(app.frame().screen, Screen::Welcome(_)));
    assert!(app.frame().top.unwrap().first_out.is_some());
}

#[test]
fn a_key_that_writes_tells_the_way_out_no_second_time() {
    let app = with_words(with(Leaving::Sensitive));
    let place = Place::of(&PromptId::new("fc-hope").unwrap());
    let words = Action::Write(place, Field::Words, Said::new("Biscuit and"));
    assert_eq!(hears(app, Event::act(words)), None);
}

#[test]
fn another_exit_and_another_language_are_told_again() {
    let app = with(Leaving::All);
    let options = Options {
        leave: Leaving::All,
        exit: Some("https://example.org/other".to_owned()),
        ..Options::default()
    };
    let Turn { effects, .. } = app.update(Event::Configure(Rc::new(options)));
    let told = effects.iter().any(|effect| {
        matches!(effect, Effect::ReadyToLeave(way) if way.exit == "https://example.org/other")
    });
    assert!(told, "{effects:?}");
}

#[test]
fn before_it_is_used_a_page_says_what_it_does_on_the_first_screen_and_beside_the_button() {
    for (leave, place) in [
        (Leaving::All, "at the top of every screen"),
        (Leaving::Sensitive, "may be hard to talk about"),
    ] {
        let app = with(leave);
        let Screen::Welcome(welcome) = app.frame().screen else {
            panic!()
        };
        let mut also = welcome.also.iter();
        let way = also.find(|way| way.event == Event::OpenLeaving).unwrap();
        let beside = at(app.clone(), "fc-hardday").frame().top.unwrap();
        assert!(beside.leave.iter().any(|beside| beside.event == way.event));
        let told = app.update(way.event.clone()).app;
        let Screen::Plain(told) = told.frame().screen else {
            panic!()
        };
        assert!(told.lead.iter().any(|line| line.text.contains(place)));
    }
    let Screen::Welcome(welcome) = with(Leaving::Off).frame().screen else {
        panic!()
    };
    let mut also = welcome.also.iter();
    assert!(also.all(|way| way.event != Event::OpenLeaving));
}

#[test]
fn a_widget_that_has_words_forgets_them_and_says_so_when_they_were_deleted_elsewhere() {
    let app = with_words(with(Leaving::Off));
    let Turn { app, effects } = app.update(Event::Deleted);
    assert!(app.session().unwrap().is_empty());
    assert!(effects.contains(&Effect::DropNotes));
    assert!(!effects.contains(&Effect::Deleted), "it tells nobody again");
    let said = app.frame().notice.unwrap().line;
    assert!(said.text.contains("another window"), "{said:?}");
    let quiet = app.update(Event::CarryOn).app.update(Event::Deleted).app;
    assert_eq!(quiet.frame().notice, None, "there was nothing to delete");
}

#[test]
fn deleting_here_wipes_what_was_kept_and_tells_the_others() {
    let app = with_words(with(Leaving::Off));
    let Turn { app, effects } = app.update(Event::Delete);
    assert!(app.session().unwrap().is_empty());
    assert!(effects.contains(&Effect::Deleted));
}

#[test]
fn nothing_brings_words_back_once_the_page_is_left() {
    let app = with_words(with(Leaving::All)).update(Event::LeavePage).app;
    let later = [
        Event::Restart,
        Event::Start,
        Event::GuideGiven(GUIDE.into()),
        Event::Deleted,
        Event::LeavePage,
    ];
    for event in later {
        let Turn { app, effects } = app.clone().update(event);
        assert_eq!(app.frame().screen, Screen::Blank);
        assert_eq!(effects, []);
    }
}
