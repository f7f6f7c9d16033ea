//! Ideas, from the first word of a list to what is asked of it. The directory is played by the test.

use std::rc::Rc;

use super::{Feed, Ideas, Seek, Source, State};
use crate::app::screen::{AnswerScreen, IdeasScreen, Screen};
use crate::app::{App, Effect, Event, Idle, Key, Options, Press, Resource, Rest, Turn};
use crate::guide::{ChoiceId, PromptId};
use crate::ideas::{Asked, Card, Chosen, Found, InWords, Sought, Told};
use crate::session::{Action, Field, Mode, Place, Session, Wish};
use crate::words::{Line, Said};

const GUIDE: &str = include_str!("../../../www/guides/first-conversation.json");

/// A conversation on a page that names a list, with what was asked of the outside world.
fn begun(rest: Rest) -> Turn {
    let options = Options {
        services: Some(" a.json \n b.json ".to_owned()),
        ..Options::default()
    };
    let app = App::new().update(Event::Rest(rest)).app;
    let app = app.update(Event::Configure(Rc::new(options))).app;
    app.update(Event::GuideGiven(GUIDE.into()))
}

fn opens(effects: &[Effect]) -> Vec<Rc<Source>> {
    let opens = effects.iter().filter_map(|effect| match effect {
        Effect::OpenIdeas(source) => Some(source.clone()),
        _ => None,
    });
    opens.collect()
}

fn asks(effects: &[Effect]) -> Vec<(u32, Rc<Asked>)> {
    let asks = effects.iter().filter_map(|effect| match effect {
        Effect::AskIdeas(number, asked) => Some((*number, asked.clone())),
        _ => None,
    });
    asks.collect()
}

fn after(app: App, events: impl IntoIterator<Item = Event>) -> App {
    events
        .into_iter()
        .fold(app, |app, event| app.update(event).app)
}

fn go_to(prompt: &str) -> Event {
    let prompt = PromptId::new(prompt).unwrap();
    Event::act(Action::GoTo(Place::of(&prompt)))
}

fn here() -> Event {
    Event::ideas(Ideas::Opened {
        count: 2,
        chance: 7,
    })
}

fn told(number: u32, names: &[&str]) -> Event {
    let card = |name: &&str| Card {
        id: (*name).into(),
        says: InWords {
            name: Line::new(*name),
            by: Some(Line::new("Run by us")),
            alert: Some(Line::new("Closed until March.")),
            about: vec![Line::new("Tea."), Line::new("And cake.")],
            costs: vec![Line::new("Free")],
            ..InWords::default()
        },
        ..Card::default()
    };
    let cards = names.iter().map(card).collect();
    Event::ideas(Ideas::Told(number, Rc::new(Told::Ideas(cards))))
}

/// The conversation where ideas are asked for, with the list here.
fn at_ideas() -> App {
    after(
        begun(Rest::Here).app,
        [here(), Event::Start, go_to("fc-options")],
    )
}

fn shown(app: &App) -> Rc<IdeasScreen> {
    match app.frame().screen {
        Screen::Prompt(prompt) => match &prompt.answer {
            AnswerScreen::Ideas(ideas) => ideas.clone(),
            other => panic!("no ideas: {other:?}"),
        },
        other => panic!("no prompt: {other:?}"),
    }
}

fn names(app: &App) -> Vec<Rc<str>> {
    let shown = shown(app);
    let names = shown.options.iter().map(|option| option.name.text.clone());
    names.collect()
}

fn prompt(app: &App) -> &str {
    let prompt = app.session.as_ref().and_then(Session::prompt);
    prompt.map_or("", |prompt| prompt.id.name())
}

#[test]
fn the_lists_are_opened_once_the_rest_is_here_and_once() {
    let early = begun(Rest::Missing);
    assert!(opens(&early.effects).is_empty());
    let app = early.app.update(Event::Rest(Rest::Here)).app;
    let Turn { app, effects } = app.update(Event::Nearby(Rest::Here));
    let [source] = &opens(&effects)[..] else {
        panic!("{effects:?}")
    };
    let feeds = [Feed::At("a.json".to_owned()), Feed::At("b.json".to_owned())];
    assert_eq!(source.feeds, feeds);
    assert!(opens(&app.update(Event::Start).effects).is_empty());
}

#[test]
fn a_list_given_before_the_rest_is_here_is_opened_when_it_comes_and_taken_back_it_is_gone() {
    let app = App::new().update(Event::Rest(Rest::Missing)).app;
    let app = app.update(Event::GuideGiven(GUIDE.into())).app;
    let Turn { app, effects } = app.update(Event::ServicesGiven("[]".into()));
    assert!(effects.is_empty(), "{effects:?}");
    let app = app.update(Event::Rest(Rest::Here)).app;
    let Turn { app, effects } = app.update(Event::Nearby(Rest::Here));
    let [source] = &opens(&effects)[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(source.feeds, [Feed::Given("[]".into())]);
    let taken_back = app.update(Event::ServicesGiven("".into()));
    assert!(opens(&taken_back.effects).is_empty());
    assert_eq!(taken_back.app.nearby().state, State::Unasked);
}

#[test]
fn without_a_list_the_prompt_is_passed_over_and_with_one_that_is_lost_too() {
    let without = App::new().update(Event::GuideGiven(GUIDE.into())).app;
    let easier = [Event::Start, go_to("fc-easier"), Event::act(Action::Next)];
    assert_ne!(prompt(&after(without, easier.clone())), "fc-options");
    let coming = begun(Rest::Here).app;
    assert_eq!(prompt(&after(coming.clone(), easier.clone())), "fc-options");
    let lost = coming.update(Event::ideas(Ideas::Missing)).app;
    assert_ne!(prompt(&after(lost, easier)), "fc-options");
}

#[test]
fn whoever_stands_there_when_the_list_is_lost_is_told_and_moved_nowhere() {
    let lost = at_ideas().update(Event::ideas(Ideas::Missing)).app;
    assert_eq!(prompt(&lost), "fc-options");
    let shown = shown(&lost);
    assert_eq!(shown.lines, [lost.words.line("nearby-missing")]);
    assert!(shown.ways.is_empty());
    let on = lost.update(Event::act(Action::Next)).app;
    assert_ne!(prompt(&on), "fc-options");
}

#[test]
fn nothing_is_asked_of_the_list_before_the_person_asks() {
    let came = at_ideas();
    assert_eq!(came.nearby().asked, 0);
    let asked = came.update(Event::ideas(Ideas::Show));
    assert_eq!(asks(&asked.effects).len(), 1);
}

#[test]
fn what_is_asked_has_ids_of_choices_and_no_word_that_was_written() {
    let place = |prompt: &str| Place::of(&PromptId::new(prompt).unwrap());
    let choice = |id: &str| ChoiceId::new(id).unwrap();
    let secret = Said::new("Since Mo died");
    let said = [
        Action::Choose(place("fc-notnow"), choice("something-else"), true),
        Action::Write(
            place("fc-notnow"),
            Field::Detail(choice("something-else")),
            secret.clone(),
        ),
        Action::Write(place("fc-notnow"), Field::Words, secret.clone()),
        Action::Choose(place("fc-ideas"), choice("outdoors"), true),
    ];
    let app = after(at_ideas(), said.map(Event::act));
    let asked = app.update(Event::ideas(Ideas::Show));
    let [(_, asked)] = &asks(&asked.effects)[..] else {
        panic!("nothing is asked")
    };
    let text = asked.to_text();
    assert!(text.contains("outdoors"), "{text}");
    assert!(!text.contains("Mo died"), "{text}");
}

#[test]
fn an_answer_to_what_is_not_asked_any_more_changes_nothing() {
    let app = at_ideas().update(Event::ideas(Ideas::Show)).app;
    let late = app
        .clone()
        .update(told(app.nearby().asked.wrapping_sub(1), &["Old"]));
    assert_eq!(late.app, app);
    let now = app.clone().update(told(app.nearby().asked, &["New"])).app;
    assert_eq!(names(&now), ["New".into()]);
}

#[test]
fn other_ideas_leave_out_those_that_stood_there_and_the_first_come_again_when_there_are_no_more() {
    let app = at_ideas().update(Event::ideas(Ideas::Show)).app;
    let app = app
        .clone()
        .update(told(app.nearby().asked, &["A", "B"]))
        .app;
    let Turn { app, effects } = app.update(Event::ideas(Ideas::Others));
    let [(number, asked)] = &asks(&effects)[..] else {
        panic!("{effects:?}")
    };
    let Asked::Ideas(chosen) = &**asked else {
        panic!("{asked:?}")
    };
    assert_eq!(chosen.seen, ["A".into(), "B".into()]);
    let none = app.update(told(*number, &[])).app;
    assert_eq!(shown(&none).lines, [none.words.line("nearby-no-more")]);
    let again = none.update(Event::ideas(Ideas::Show));
    let [(_, asked)] = &asks(&again.effects)[..] else {
        panic!("{:?}", again.effects)
    };
    assert!(matches!(&**asked, Asked::Ideas(chosen) if chosen.seen.is_empty()));
}

#[test]
fn ideas_that_follow_from_what_was_changed_in_the_summary_are_asked_for_anew() {
    let place = Place::of(&PromptId::new("fc-notnow").unwrap());
    let groups = ChoiceId::new("groups").unwrap();
    let app = at_ideas().update(Event::ideas(Ideas::Show)).app;
    let app = app.clone().update(told(app.nearby().asked, &["A"])).app;
    let opened = app.update(Event::OpenSummary).app;
    let changed = opened.update(Event::act(Action::Choose(place, groups, true)));
    let [(_, asked)] = &asks(&changed.effects)[..] else {
        panic!("{:?}", changed.effects)
    };
    assert!(matches!(&**asked, Asked::Ideas(chosen) if chosen.not_now == ["groups".into()]));
    assert_eq!(changed.app.nearby().ideas, None);
}

#[test]
fn who_chose_nothing_is_told_of_the_list_and_not_of_other_ideas() {
    let app = at_ideas().update(Event::ideas(Ideas::Show)).app;
    let none = app.clone().update(told(app.nearby().asked, &[])).app;
    let shown = shown(&none);
    assert_eq!(shown.lines, [none.words.line("nearby-none")]);
    let ways: Vec<_> = shown.ways.iter().map(|way| way.label.clone()).collect();
    assert_eq!(ways, [none.words.line("nearby-all")]);
}

#[test]
fn the_next_conversation_has_another_order() {
    let first = at_ideas().update(Event::ideas(Ideas::Show)).app;
    let next = after(
        first.clone(),
        [
            Event::Restart,
            Event::Start,
            go_to("fc-options"),
            Event::ideas(Ideas::Show),
        ],
    );
    let seed = |app: &App| app.said_of_ideas().map(|said| said.seed);
    assert_ne!(seed(&first), seed(&next));
}

#[test]
fn a_link_worker_can_look_through_the_list_from_the_welcome_screen() {
    let options = Options {
        mode: Mode::Together,
        services: Some("a.json".to_owned()),
        ..Options::default()
    };
    let welcome = begun(Rest::Here).app;
    let welcome = after(welcome, [Event::Configure(Rc::new(options)), here()]);
    let looking = welcome.update(Event::Key(Key::Sign('i')));
    assert_eq!(asks(&looking.effects).len(), 1);
    let typed = looking
        .app
        .update(Event::ideas(Ideas::Seek(Seek::Typed(Said::new("debt")))));
    assert_eq!(typed.app.sought().typed, Said::new("debt"));
}

#[test]
fn where_it_is_asked_what_is_not_wanted_one_can_be_chosen_by_its_name() {
    let ways = |app: &App| match app.frame().screen {
        Screen::Prompt(prompt) => prompt.ways.clone(),
        other => panic!("no prompt: {other:?}"),
    };
    let label = |app: &App| app.words.line("nearby-by-name");
    let begun = after(begun(Rest::Here).app, [Event::Start, go_to("fc-notnow")]);
    let has = |app: &App| ways(app).iter().any(|way| way.label == label(app));
    assert!(!has(&begun), "there is no list yet");
    let there = after(begun, [here()]);
    let way = ways(&there)
        .into_iter()
        .find(|way| way.label == label(&there));
    let looking = there.clone().update(way.unwrap().event);
    assert_eq!(asks(&looking.effects).len(), 1);
    assert!(!has(&after(there, [go_to("fc-easier")])));
}

#[test]
fn a_list_that_is_changed_while_someone_looks_through_it_is_asked_once_it_is_here() {
    let looking = at_ideas().update(Event::ideas(Ideas::LookThrough)).app;
    let options = Options {
        services: Some("c.json".to_owned()),
        ..Options::default()
    };
    let changed = looking.update(Event::Configure(Rc::new(options))).app;
    let typed = changed.update(Event::ideas(Ideas::Seek(Seek::Typed(Said::new("debt")))));
    assert!(asks(&typed.effects).is_empty(), "{:?}", typed.effects);
    assert_eq!(asks(&typed.app.update(here()).effects).len(), 1);
}

#[test]
fn a_press_on_a_service_that_is_nowhere_says_nothing_of_it() {
    let app = at_ideas();
    let pressed = app
        .clone()
        .update(Event::ideas(Ideas::Say("no such".into(), Wish::More)));
    assert_eq!(pressed.app.said_of_ideas(), app.said_of_ideas());
}

#[test]
fn what_is_looked_for_is_gone_with_the_screen_and_when_all_is_deleted() {
    let look = [
        Event::ideas(Ideas::LookThrough),
        Event::ideas(Ideas::Seek(Seek::Typed(Said::new("debt")))),
        Event::ideas(Ideas::Seek(Seek::Near(Said::new("LS6")))),
    ];
    let options = Options {
        mode: Mode::Together,
        idle: Some(60),
        services: Some(" a.json \n b.json ".to_owned()),
        ..Options::default()
    };
    let together = picked().update(Event::Configure(Rc::new(options))).app;
    let taken_out = Event::ideas(Ideas::TakeOut("A".into()));
    let looking = after(together, [taken_out].into_iter().chain(look));
    let deletes = |end: &[Event]| {
        end.iter()
            .any(|one| matches!(one, Event::Delete | Event::Restart | Event::LeavePage))
    };
    assert_eq!(looking.sought().typed, Said::new("debt"));
    for end in [
        vec![Event::CarryOn],
        vec![Event::OpenSummary],
        vec![Event::AskDelete, Event::Delete],
        vec![Event::Restart],
        vec![Event::LeavePage],
        vec![Event::Press(Press::Turn)],
        vec![Event::Idle(Idle::For(3_600))],
    ] {
        let ended = after(looking.clone(), end.clone());
        assert_eq!(ended.sought(), Sought::default(), "{end:?}");
        assert_eq!(ended.nearby().found, None, "{end:?}");
        if deletes(&end) {
            let nearby = &ended.nearby();
            let is_gone = nearby.out.is_none() && nearby.chosen == Chosen::default();
            assert!(is_gone && nearby.passed.is_empty(), "{end:?}: {nearby:?}");
        }
    }
}

#[test]
fn nothing_of_what_is_looked_for_is_noted_outside_the_program() {
    let looking = at_ideas().update(Event::ideas(Ideas::LookThrough)).app;
    let typed = looking.update(Event::ideas(Ideas::Seek(Seek::Typed(Said::new("debt")))));
    let notes = |effect: &&Effect| matches!(effect, Effect::Note(_) | Effect::Save(_));
    assert_eq!(typed.effects.iter().filter(notes).count(), 0);
}

/// The conversation with one service picked on the second of May, and other ideas there now.
fn picked() -> App {
    let day = |day| crate::words::Day {
        year: 2026,
        month: 5,
        day,
    };
    let app = after(
        at_ideas(),
        [Event::Today(day(2)), here(), Event::ideas(Ideas::Show)],
    );
    let app = app.clone().update(told(app.nearby().asked, &["A"])).app;
    let say = Event::ideas(Ideas::Say("A".into(), Wish::More));
    let app = after(app, [say, Event::ideas(Ideas::Others)]);
    let app = app.clone().update(told(app.nearby().asked, &["B"])).app;
    app.update(Event::Today(day(3))).app
}

#[test]
fn what_is_copied_says_what_it_is_and_what_is_different_just_now() {
    let said = picked().said_of_ideas().unwrap().clone();
    let lines: Vec<_> = said.options[0].lines.iter().map(Said::words).collect();
    assert_eq!(
        lines[..4],
        ["Run by us", "Closed until March.", "Tea.", "Cost: Free"]
    );
}

#[test]
fn what_was_picked_and_taken_out_comes_back_as_it_was_with_the_day_its_details_are_of() {
    for screen in [None, Some(Event::OpenSummary)] {
        let before = after(picked(), screen);
        let options = |app: &App| app.said_of_ideas().unwrap().options.clone();
        assert!(options(&before)[0].day.is_some());
        let taken_out = Event::ideas(Ideas::TakeOut("A".into()));
        let out = before.clone().update(taken_out).app;
        assert_eq!(options(&out), []);
        let notice = out.frame().notice.unwrap();
        assert_eq!(notice.line, out.words.line("nearby-taken-out"));
        let undo = notice.way.unwrap();
        assert_eq!(undo.label, out.words.line("put-back"));
        let back = out.update(undo.event).app;
        assert_eq!(options(&back), options(&before));
        assert_eq!(back.frame().notice, None);
    }
}

#[test]
fn what_came_back_gets_the_focus_each_time() {
    let mark = |app: &App| {
        let picked = shown(app).picked.clone().unwrap();
        picked.options[0].focus.clone()
    };
    let mut app = picked();
    let mut marks = vec![mark(&app)];
    for _ in 0..2 {
        let out = app.update(Event::ideas(Ideas::TakeOut("A".into()))).app;
        let undo = out.frame().notice.unwrap().way.unwrap();
        app = out.update(undo.event).app;
        marks.push(mark(&app));
    }
    assert_eq!(marks[0], None);
    assert!(marks[1].is_some() && marks[2].is_some());
    assert_ne!(marks[1], marks[2]);
}

#[test]
fn who_wants_to_see_more_goes_on_with_the_first_that_was_not_there() {
    let all: Vec<_> = (0..12).map(|at| at.to_string()).collect();
    let found = |app: &App, most| {
        let cards = all.iter().take(most).map(|id| Card {
            id: id.as_str().into(),
            ..Card::default()
        });
        let found = Found {
            cards: cards.collect(),
            count: 12,
            ..Found::default()
        };
        let told = Ideas::Told(app.nearby().asked, Rc::new(Told::Found(found)));
        app.clone().update(Event::ideas(told)).app
    };
    let marked = |app: &App| {
        let Screen::Near(near) = app.frame().screen else {
            panic!()
        };
        let all = near.options.iter().enumerate();
        let marked = all.filter(|(_, option)| option.focus.is_some());
        marked.map(|(at, _)| at).collect::<Vec<_>>()
    };
    let seek = |seek| Event::ideas(Ideas::Seek(seek));
    let looking = at_ideas().update(Event::ideas(Ideas::LookThrough)).app;
    let few = found(&looking, 10);
    assert_eq!(marked(&few), [0; 0]);
    let more = few.update(seek(Seek::More)).app;
    let more = found(&more, 12);
    assert_eq!(marked(&more), [10]);
    let typed = more.update(seek(Seek::Typed(Said::new("a")))).app;
    assert_eq!(marked(&found(&typed, 10)), [0; 0]);
}

#[test]
fn a_list_is_said_in_the_language_of_the_rest() {
    let options = Options {
        services: Some(" a.json \n b.json ".to_owned()),
        words: Some("cy.json".to_owned()),
        ..Options::default()
    };
    let app = at_ideas().update(Event::Configure(Rc::new(options))).app;
    let words = r#"{"language": "cy", "near-free": "Am ddim"}"#;
    let words = Event::Fetched(Resource::Words, "cy.json".into(), Ok(words.into()));
    let given = app.update(words);
    let [source] = &opens(&given.effects)[..] else {
        panic!("{:?}", given.effects)
    };
    assert!(source.words.contains("Am ddim"), "{}", source.words);
}

#[test]
fn who_deletes_in_another_tab_finds_nothing_that_was_looked_for_in_this_one() {
    let options = Options {
        mode: Mode::Together,
        services: Some("a.json".to_owned()),
        ..Options::default()
    };
    let welcome = begun(Rest::Here).app;
    let looking = after(
        welcome,
        [
            Event::Configure(Rc::new(options)),
            here(),
            Event::Key(Key::Sign('i')),
            Event::ideas(Ideas::Seek(Seek::Typed(Said::new("debt")))),
        ],
    );
    assert_eq!(looking.sought().typed, Said::new("debt"));
    let gone = looking.update(Event::Deleted).app;
    assert_eq!(gone.sought(), Sought::default());
}
