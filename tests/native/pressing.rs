//! What stands on a screen does what it says when it is pressed, and what is pressed again is as it was.

use std::rc::Rc;

use what_matters::app::screen::{AnswerScreen, CueScreen, PromptScreen, RoomScreen, Screen};
use what_matters::app::{App, Event, Key, Options, Press, Travel};
use what_matters::guide::{ChoiceId, HeadingId, PromptId};
use what_matters::session::{Action, Field, Mode, Pile, Place};
use what_matters::words::Said;

fn place(prompt: &str) -> Place {
    Place::of(&PromptId::new(prompt).expect("an id"))
}

fn go(prompt: &str) -> Event {
    Event::act(Action::GoTo(place(prompt)))
}

fn after(app: App, events: impl IntoIterator<Item = Event>) -> App {
    let step = |app: App, event| app.update(event).app;
    events.into_iter().fold(app, step)
}

fn begun(mode: Mode) -> App {
    let guide = std::fs::read_to_string("www/guides/first-conversation.json").expect("a guide");
    let options = Options {
        mode,
        ..Options::default()
    };
    let begin = [
        Event::Configure(Rc::new(options)),
        Event::GuideGiven(guide.into()),
        Event::Start,
    ];
    after(App::new(), begin)
}

fn prompt(app: &App) -> PromptScreen {
    match app.frame().screen {
        Screen::Prompt(prompt) => PromptScreen::clone(&prompt),
        other => panic!("no prompt: {other:?}"),
    }
}

fn cue(app: &App) -> Rc<CueScreen> {
    app.frame().cue.expect("a cue")
}

#[test]
fn not_in_my_control_is_marked_by_one_press_and_taken_back_by_the_next() {
    let place = place("fc-inway");
    let choice = ChoiceId::new("online").expect("an id");
    let choose = Event::act(Action::Choose(place, choice.clone(), true));
    let app = after(begun(Mode::Alone), [go("fc-inway"), choose]);
    let mark = |app: &App| {
        let AnswerScreen::Choices(choices) = prompt(app).answer else {
            panic!("no choices")
        };
        let chosen = choices.choices.into_iter().find(|one| one.id == choice);
        let (_, is_marked, event) = chosen.and_then(|one| one.not_mine).expect("the mark");
        (is_marked, event)
    };
    let (is_marked, press) = mark(&app);
    assert!(!is_marked);
    let app = after(app, [press]);
    let (is_marked, press) = mark(&app);
    assert!(is_marked);
    assert!(!mark(&after(app, [press])).0);
}

#[test]
fn both_ends_of_the_numbers_say_what_they_mean() {
    let app = after(begun(Mode::Together), [go("fc-confidence")]);
    let AnswerScreen::Scale(scale) = prompt(&app).answer else {
        panic!("no numbers")
    };
    assert_eq!(&*scale.low.text, "0 Not sure at all");
    assert_eq!(&*scale.high.text, "10 Very sure");
}

#[test]
fn that_someone_answers_for_them_is_said_by_one_press_and_taken_back_by_the_next() {
    let app = after(begun(Mode::Together), [go("fc-matters")]);
    let room = |app: &App| -> RoomScreen { cue(app).room.clone().expect("who is here").1 };
    let (_, answers, press) = room(&app).answers;
    assert!(!answers);
    let app = after(app, [press]);
    let (_, answers, press) = room(&app).answers;
    assert!(answers);
    assert!(!room(&after(app, [press])).answers.1);
}

#[test]
fn a_question_can_be_put_in_own_words_and_what_asks_nothing_cannot() {
    let app = begun(Mode::Together);
    let takes = |prompt: &str| {
        let app = after(app.clone(), [go(prompt)]);
        cue(&app).wording.is_some()
    };
    assert!(takes("fc-matters"));
    assert!(!takes("fc-check"));
}

#[test]
fn a_code_is_offered_where_something_goes_out_and_not_where_all_is_kept_back() {
    let words = Action::Write(place("fc-matters"), Field::Words, Said::new("My garden"));
    let app = after(
        begun(Mode::Alone),
        [Event::act(words), Event::Travel(Travel::Ways)],
    );
    let code = Event::Travel(Travel::Codes);
    let offers = |app: &App| match app.frame().screen {
        Screen::Ways(ways) => ways.out.iter().any(|way| way.event == code),
        other => panic!("no ways: {other:?}"),
    };
    assert!(offers(&app));
    let heading = HeadingId::new("matters").expect("an id");
    let kept = Event::act(Action::KeepBack(heading, true));
    assert!(!offers(&after(app, [kept, Event::Travel(Travel::Ways)])));
}

#[test]
fn a_mark_on_what_is_not_their_own_is_made_by_one_press_and_taken_back_by_the_next() {
    let note = Action::Write(place("fc-matters"), Field::Note, Said::new("Likes the sea"));
    let app = after(
        begun(Mode::Together),
        [go("fc-matters"), Event::act(note), Event::OpenSummary],
    );
    let right = |app: &App| match app.frame().screen {
        Screen::Summary(summary) => {
            let entries = summary.parts.iter().flat_map(|part| &part.entries);
            let mut marks = entries.filter_map(|entry| entry.mark.as_ref());
            let right = &marks.next().expect("a mark").right;
            (right.is_on, right.way.event.clone())
        }
        other => panic!("no summary: {other:?}"),
    };
    let (is_on, press) = right(&app);
    assert!(!is_on);
    let app = after(app, [press]);
    let (is_on, press) = right(&app);
    assert!(is_on);
    assert!(!right(&after(app, [press])).0);
}

#[test]
fn each_line_of_a_hosts_own_words_is_a_paragraph() {
    let options = Options {
        expect: Some("We read nothing.\n\n  You can stop.".to_owned()),
        ..Options::default()
    };
    let app = after(
        begun(Mode::Alone),
        [Event::ToWelcome, Event::Configure(Rc::new(options))],
    );
    let Screen::Welcome(welcome) = app.frame().screen else {
        panic!("no welcome")
    };
    let lead: Vec<_> = welcome.lead.iter().map(|line| &*line.text).collect();
    assert_eq!(lead, ["We read nothing.", "You can stop."]);
}

#[test]
fn codes_are_numbered_from_one() {
    let words = Action::Write(place("fc-matters"), Field::Words, Said::new("My garden"));
    let app = after(
        begun(Mode::Alone),
        [Event::act(words), Event::Travel(Travel::Codes)],
    );
    let Screen::Codes(codes) = app.frame().screen else {
        panic!("no codes")
    };
    let names: Vec<_> = codes.codes.iter().map(|(name, _)| &*name.text).collect();
    assert_eq!(names, ["Code 1 of 1"]);
}

#[test]
fn parts_and_summary_can_be_opened_from_any_screen_but_a_turned_one() {
    let app = begun(Mode::Together);
    let opened = |app: &App| -> Vec<Event> {
        let top = app.frame().top;
        let nav = top.iter().flat_map(|top| &top.nav);
        nav.map(|way| way.event.clone()).collect()
    };
    assert_eq!(opened(&app), [Event::OpenParts, Event::OpenSummary]);
    let turned = after(app, [Event::Press(Press::Turn)]);
    assert_eq!(opened(&turned), []);
}

#[test]
fn a_question_to_tell_of_has_a_large_box_and_one_of_a_word_a_small_one() {
    let is_long = |at: &str| {
        let AnswerScreen::Words(words) = prompt(&after(begun(Mode::Alone), [go(at)])).answer else {
            panic!("no box")
        };
        words.is_long
    };
    assert!(is_long("fc-matters"));
    assert!(!is_long("fc-name"));
}

#[test]
fn a_letter_that_goes_back_does_nothing_while_something_else_is_open() {
    let app = after(begun(Mode::Together), [go("fc-matters")]);
    let back = || Event::Key(Key::Sign('b'));
    assert_ne!(
        prompt(&after(app.clone(), [back()])).place,
        place("fc-matters")
    );
    let open = after(app, [Event::OpenParts, back()]);
    assert!(matches!(open.frame().screen, Screen::Parts(_)));
    let carried = after(open, [Event::CarryOn]);
    assert_eq!(prompt(&carried).place, place("fc-matters"));
}

#[test]
fn that_they_talk_by_telephone_is_said_by_one_press_or_one_letter_and_taken_back_by_the_next() {
    let app = after(begun(Mode::Together), [go("fc-matters")]);
    let is_on = |app: &App| cue(app).phone.is_on;
    let press = |app: App| {
        let event = cue(&app).phone.way.event.clone();
        after(app, [event])
    };
    assert!(!is_on(&app));
    let app = press(app);
    assert!(is_on(&app));
    let app = press(app);
    assert!(!is_on(&app));
    let letter = || Event::Key(Key::Sign('o'));
    let app = after(app, [letter()]);
    assert!(is_on(&app));
    assert!(!is_on(&after(app, [letter()])));
}

#[test]
fn a_card_to_say_more_about_is_chosen_by_one_press_and_left_by_the_next() {
    let home = ChoiceId::new("home").expect("an id");
    let sort = Action::Sort(place("fc-areas"), home, Some(Pile::Change));
    let app = after(begun(Mode::Alone), [go("fc-areas"), Event::act(sort)]);
    let card = |app: &App| {
        let AnswerScreen::Cards(cards) = prompt(app).answer else {
            panic!("no cards")
        };
        let more = cards.more.expect("what is asked of them").choices;
        (more[0].is_on, more[0].event.clone())
    };
    let (is_on, press) = card(&app);
    assert!(!is_on);
    let app = after(app, [press]);
    let (is_on, press) = card(&app);
    assert!(is_on);
    assert!(!card(&after(app, [press])).0);
}

#[test]
fn a_heading_is_left_out_of_the_codes_by_one_press_and_taken_in_by_the_next() {
    let words = Action::Write(place("fc-matters"), Field::Words, Said::new("My garden"));
    let app = after(
        begun(Mode::Alone),
        [Event::act(words), Event::Travel(Travel::Codes)],
    );
    let codes = |app: &App| match app.frame().screen {
        Screen::Codes(codes) => codes,
        other => panic!("no codes: {other:?}"),
    };
    let holds = |app: &App| {
        let text = codes(app).text.clone();
        text.is_some_and(|text| text.text.contains("My garden"))
    };
    let press = |app: App| {
        let event = codes(&app).picks[0].2.clone();
        after(app, [event])
    };
    assert!(codes(&app).picks[0].1 && holds(&app));
    let app = press(app);
    assert!(!codes(&app).picks[0].1 && !holds(&app));
    let app = press(app);
    assert!(codes(&app).picks[0].1 && holds(&app));
}

#[test]
fn an_entry_is_opened_by_edit_and_closed_by_done_in_whosever_words_it_is() {
    let write =
        |field, words| Event::act(Action::Write(place("fc-matters"), field, Said::new(words)));
    let app = after(
        begun(Mode::Together),
        [
            go("fc-matters"),
            write(Field::Words, "My garden"),
            write(Field::Note, "Likes the sea"),
            Event::OpenSummary,
        ],
    );
    let entries = |app: &App| match app.frame().screen {
        Screen::Summary(summary) => summary.parts[0].entries.clone(),
        other => panic!("no summary: {other:?}"),
    };
    for (at, field, words) in [
        (0, Field::Words, "My garden"),
        (1, Field::Note, "Likes the sea"),
    ] {
        assert!(entries(&app)[at].editing.is_none());
        let open = after(app.clone(), [entries(&app)[at].edit.event.clone()]);
        let (_, answer) = entries(&open)[at].editing.clone().expect("a box");
        let AnswerScreen::Words(words_box) = answer else {
            panic!("no box")
        };
        assert_eq!((words_box.field, words_box.words.words()), (field, words));
        let shut = after(open.clone(), [entries(&open)[at].edit.event.clone()]);
        assert!(entries(&shut).iter().all(|entry| entry.editing.is_none()));
    }
}

#[test]
fn a_step_taken_out_can_be_put_back_and_nothing_else_can() {
    let at = || place("fc-step");
    let app = after(
        begun(Mode::Alone),
        [go("fc-step"), Event::act(Action::AddStep(at()))],
    );
    let plan = |app: &App| match prompt(app).answer {
        AnswerScreen::Plan(plan) => plan,
        other => panic!("no plan: {other:?}"),
    };
    assert!(plan(&app).undo.is_none());
    let rows = plan(&app).steps.len();
    let take_out = plan(&app).steps[0].take_out.event.clone();
    let app = after(app, [take_out]);
    let undo = plan(&app).undo.expect("a way to put it back").event;
    assert_eq!(plan(&after(app, [undo])).steps.len(), rows);
}

#[test]
fn a_card_the_person_gave_a_name_is_called_so_over_each_question_about_it() {
    let card = ChoiceId::new("something-else").expect("an id");
    let areas = place("fc-areas");
    let named = |name: &str| {
        let field = Field::Detail(card.clone());
        let asked = Place {
            prompt: PromptId::new("fc-area-now").expect("an id"),
            card: Some(card.clone()),
        };
        let actions = [
            Action::Sort(areas.clone(), card.clone(), Some(Pile::Change)),
            Action::SayMoreOf(areas.clone(), card.clone(), true),
            Action::Write(areas.clone(), field, Said::new(name)),
            Action::GoTo(asked),
        ];
        let shown = prompt(&after(begun(Mode::Alone), actions.map(Event::act)));
        shown.stage.text.to_string()
    };
    assert_eq!(named("My allotment"), "My allotment");
    assert_eq!(named(" "), named(""));
    assert_eq!(named(""), "Something else");
}

#[test]
fn where_a_help_line_is_for_is_said_until_the_host_has_said_where_it_is() {
    let said = |nation| {
        let options = Options {
            nation,
            ..Options::default()
        };
        let app = after(
            begun(Mode::Alone),
            [Event::Configure(Rc::new(options)), Event::OpenHelp],
        );
        match app.frame().screen {
            Screen::Help(help) => {
                let lines = help.first.iter().chain(&help.more.lines);
                lines.filter(|line| line.place.is_some()).count()
            }
            other => panic!("no help: {other:?}"),
        }
    };
    assert!(said(None) > 0);
    assert_eq!(said(Some(what_matters::guide::help::Nation::Wales)), 0);
}

#[test]
fn a_choice_of_several_is_taken_back_by_a_second_press_and_a_choice_of_one_is_not() {
    let first = |app: &App| {
        let AnswerScreen::Choices(choices) = prompt(app).answer else {
            panic!("no choices")
        };
        (choices.choices[0].is_on, choices.choices[0].event.clone())
    };
    for (at, stays) in [("fc-inway", false), ("fc-pace", true)] {
        let app = after(begun(Mode::Alone), [go(at)]);
        let (is_on, press) = first(&app);
        assert!(!is_on);
        let app = after(app, [press]);
        let (is_on, press) = first(&app);
        assert!(is_on, "{at}");
        assert_eq!(first(&after(app, [press])).0, stays, "{at}");
    }
}
