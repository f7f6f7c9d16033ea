//! The machine round the conversation: what goes out, what comes late, and what the host changes on the way.

#![expect(
    clippy::unwrap_used,
    reason = "what stands here is used by tests alone"
)]

use std::rc::Rc;

use serde_json::{Value, json};
use what_matters::app::screen::{AnswerScreen, Frame, PromptScreen, Screen};
use what_matters::app::{App, Done, Effect, Event, Fault, Options, Resource, Tell};
use what_matters::guide::{ChoiceId, PromptId, RouteId};
use what_matters::session::{Action, Field, Pile, Place, StepId};
use what_matters::words::{Language, Said};

fn place(prompt: &str) -> Place {
    Place::of(&PromptId::new(prompt).unwrap())
}

fn write(prompt: &str, words: &str) -> Event {
    Event::act(Action::Write(place(prompt), Field::Words, Said::new(words)))
}

fn after(app: App, events: impl IntoIterator<Item = Event>) -> App {
    let step = |app: App, event| app.update(event).app;
    events.into_iter().fold(app, step)
}

/// Whether the browser was last told to ask before the page goes away.
fn is_guarded(mut app: App, events: Vec<Event>) -> bool {
    let mut guarded = false;
    for event in events {
        let turn = app.update(event);
        app = turn.app;
        for effect in turn.effects {
            if let Effect::GuardLeaving(on) = effect {
                guarded = on;
            }
        }
    }
    guarded
}

fn troubles(app: App, event: Event) -> Vec<&'static str> {
    let told = |effect| match effect {
        Effect::Tell(Tell::Trouble { code, .. }) => Some(code),
        _ => None,
    };
    app.update(event)
        .effects
        .into_iter()
        .filter_map(told)
        .collect()
}

fn shipped() -> String {
    std::fs::read_to_string("www/guides/first-conversation.json").unwrap()
}

fn begun() -> App {
    let given = Event::GuideGiven(shipped().into());
    after(App::new(), [given, Event::Start])
}

/// A small guide: a sorting of two cards with what is asked about each, and what follows.
fn small(change: impl FnOnce(&mut Value)) -> String {
    let card = |id: &str, help: bool| json!({ "id": id, "title": { "en": id, "cy": "Cerdyn" }, "icon": "home", "help": help });
    let mut guide = json!({
        "format": 1, "id": "small", "version": "1", "languages": ["en", "cy"], "title": { "en": "Small", "cy": "Bach" },
        "headings": [{ "id": "all", "title": { "en": "All", "cy": "Popeth" } }],
        "routes": [{ "id": "full" }],
        "stages": [{ "id": "one", "title": { "en": "One", "cy": "Un" }, "prompts": [
            { "id": "areas", "ask": { "en": "Which?", "cy": "Pa un?" }, "why": "So.", "feeds": "all",
              "answer": { "kind": "cards", "cards": [card("home", false), card("feelings", true)], "well": "all" } },
            { "id": "now", "ask": "How is it?", "hint": "Say how {card} is.", "why": "To hear of {card}.", "feeds": "all",
              "answer": { "kind": "each-card", "of": "areas" } },
            { "id": "check", "ask": "So?", "why": "So.", "answer": { "kind": "summary" } },
            { "id": "close", "ask": "How was it?", "why": "So.", "feeds": "all", "answer": { "kind": "long-text" } },
        ] }],
    });
    change(&mut guide);
    guide.to_string()
}

fn prompt(frame: &Frame) -> &PromptScreen {
    match &frame.screen {
        Screen::Prompt(prompt) => prompt,
        other => panic!("no prompt: {other:?}"),
    }
}

fn sorted(card: &str) -> [Event; 2] {
    let card = || ChoiceId::new(card).unwrap();
    [
        Event::act(Action::Sort(place("areas"), card(), Some(Pile::Change))),
        Event::act(Action::SayMoreOf(place("areas"), card(), true)),
    ]
}

#[test]
fn a_refusal_that_comes_after_deleting_shows_nothing_of_what_was_deleted() {
    let copied = after(
        begun(),
        [
            write("fc-hope", "Rest"),
            Event::OpenSummary,
            Event::Copy(None),
        ],
    );
    let deleted = after(copied, [Event::AskDelete, Event::Delete]);
    let late = deleted
        .update(Event::Done(Done::Copied(Err(Fault::Blocked))))
        .app;
    assert!(
        late.frame()
            .notice
            .is_none_or(|notice| notice.text.is_none())
    );
}

#[test]
fn each_answer_of_the_clipboard_is_for_what_was_copied_then() {
    let part = what_matters::guide::HeadingId::new("hope").unwrap();
    let both = [
        write("fc-hope", "Rest"),
        write("fc-matters", "Tea"),
        Event::Copy(Some(part)),
        Event::Copy(None),
        Event::Done(Done::Copied(Err(Fault::Blocked))),
    ];
    let refused = after(begun(), both).frame().notice.unwrap().text.unwrap();
    assert!(refused.contains("Rest") && !refused.contains("Tea"));
}

#[test]
fn words_written_while_they_go_out_are_still_something_to_lose() {
    let copy = |between: Vec<Event>| {
        let before = vec![write("fc-hope", "Rest"), Event::Copy(None)];
        let done = vec![Event::Done(Done::Copied(Ok(())))];
        [before, between, done].concat()
    };
    assert!(!is_guarded(begun(), copy(vec![])));
    assert!(is_guarded(
        begun(),
        copy(vec![write("fc-hope", "Rest, and tea")])
    ));
}

#[test]
fn what_did_not_go_out_is_still_something_to_lose() {
    for done in [
        Done::Printed(Err(Fault::Blocked)),
        Done::Copied(Err(Fault::Blocked)),
        Done::Downloaded(Err(Fault::Blocked)),
    ] {
        let events = vec![
            write("fc-hope", "Rest"),
            Event::Copy(None),
            Event::Done(done),
        ];
        assert!(is_guarded(begun(), events), "{done:?}");
    }
}

#[test]
fn what_an_answer_puts_by_is_still_something_to_lose() {
    let row = Field::What(StepId(0));
    let planned = vec![
        Event::act(Action::AddStep(place("fc-step"))),
        Event::act(Action::Write(place("fc-step"), row, Said::new("Rest"))),
        write("fc-hope", "Tea"),
    ];
    let talk = ChoiceId::new("talk").unwrap();
    let by = vec![Event::act(Action::Choose(place("fc-pace"), talk, true))];
    let out = vec![Event::Copy(None), Event::Done(Done::Copied(Ok(())))];
    assert!(!is_guarded(
        begun(),
        [planned.clone(), out.clone()].concat()
    ));
    assert!(is_guarded(begun(), [planned, by, out].concat()));
}

#[test]
fn a_row_taken_out_survives_the_way_back_to_the_first_screen() {
    let step = place("fc-step");
    let row = Action::Write(step.clone(), Field::What(StepId(0)), Said::new("Ring Jo"));
    let out = after(
        begun(),
        [
            Event::act(Action::AddStep(step.clone())),
            Event::act(row),
            Event::act(Action::TakeOut(step.clone(), StepId(0))),
            Event::ToWelcome,
            Event::Start,
            Event::act(Action::PutBack(step.clone())),
        ],
    );
    assert!(!out.session().unwrap().answers()[&step].answer.is_blank());
}

#[test]
fn what_the_host_no_longer_wants_comes_too_late() {
    let wants = |guide: Option<&str>, words: Option<&str>| {
        let (guide, words) = (guide.map(Into::into), words.map(Into::into));
        let options = Options {
            guide,
            words,
            ..Options::default()
        };
        Event::Configure(Rc::new(options))
    };
    let came = |of, at: &str, text: String| Event::Fetched(of, at.into(), Ok(text.into()));
    let missing = |of, at: &str| Event::Fetched(of, at.into(), Err(Fault::Unreachable));
    let title = |app: &App| match app.frame().screen {
        Screen::Welcome(welcome) => welcome.title.text.to_string(),
        other => format!("{other:?}"),
    };
    let named =
        |name: &'static str| small(|guide| guide["title"] = json!({ "en": name, "cy": name }));
    let second = after(
        App::new(),
        [
            wants(Some("a"), None),
            wants(Some("b"), None),
            came(Resource::Guide, "b", named("B")),
            came(Resource::Guide, "a", named("A")),
            missing(Resource::Guide, "a"),
        ],
    );
    assert_eq!(title(&second), "B");
    let own = [
        wants(Some("a"), None),
        wants(None, None),
        Event::GuideGiven(named("Own").into()),
    ];
    let own = after(App::new(), own);
    assert_eq!(title(&after(own, [missing(Resource::Guide, "a")])), "Own");
    // Words that are taken away again are waited for no longer.
    let words = [
        wants(Some("a"), Some("cy.json")),
        came(Resource::Guide, "a", named("A")),
        wants(Some("a"), None),
        came(
            Resource::Words,
            "cy.json",
            json!({ "language": "cy", "start": "Dechrau" }).to_string(),
        ),
    ];
    let english = after(App::new(), words);
    assert_eq!(title(&english), "A");
    assert_eq!(english.frame().language, Language::english());
}

#[test]
fn a_language_and_words_set_midway_are_taken_up_and_taken_away() {
    let wants = |language: Option<&str>, words: Option<&str>| {
        let language = language.and_then(Language::new);
        let options = Options {
            language,
            words: words.map(Into::into),
            ..Options::default()
        };
        Event::Configure(Rc::new(options))
    };
    let ask = |app: &App| prompt(&app.frame()).ask.text.to_string();
    let begun = after(
        App::new(),
        [Event::GuideGiven(small(|_| ()).into()), Event::Start],
    );
    assert_eq!(ask(&begun), "Which?");
    let welsh = json!({ "language": "cy", "see-summary": "Ymlaen" }).to_string();
    let came = Event::Fetched(Resource::Words, "cy.json".into(), Ok(welsh.into()));
    let welsh = after(begun, [wants(Some("cy"), Some("cy.json")), came]);
    assert_eq!(ask(&welsh), "Pa un?");
    assert_eq!(&*prompt(&welsh.frame()).ways[0].label.text, "Ymlaen");
    let english = after(welsh, [wants(None, None)]);
    assert_eq!(ask(&english), "Which?");
    assert_eq!(
        &*prompt(&english.frame()).ways[0].label.text,
        "See my summary"
    );
}

#[test]
fn a_route_the_guide_does_not_have_is_named_and_its_first_is_taken() {
    let on = |route: &str| {
        let options = Options {
            route: RouteId::new(route),
            ..Options::default()
        };
        App::new().update(Event::Configure(Rc::new(options))).app
    };
    let given = || Event::GuideGiven(shipped().into());
    assert_eq!(troubles(on("shrot"), given()), ["route-missing"]);
    assert!(troubles(on("short"), given()).is_empty());
    let begun = after(on("shrot"), [given(), Event::Start]);
    assert_eq!(begun.session().unwrap().route(), 0);
}

#[test]
fn a_card_is_named_in_hint_and_why_and_brings_its_help_lines() {
    let at = |card: &str| {
        let start = [Event::GuideGiven(small(|_| ()).into()), Event::Start];
        let to = [
            start.to_vec(),
            sorted(card).to_vec(),
            vec![Event::act(Action::Next)],
        ];
        after(App::new(), to.concat()).frame()
    };
    let frame = at("home");
    let home = prompt(&frame);
    assert_eq!(&*home.hint.as_ref().unwrap().text, "Say how home is.");
    assert_eq!(&*home.why.as_ref().unwrap().1.text, "To hear of home.");
    assert!(home.help.is_none());
    assert!(prompt(&at("feelings")).help.is_some());
}

#[test]
fn a_heading_is_kept_back_when_any_prompt_that_feeds_it_is() {
    for at in [0, 3] {
        let guide = small(|guide| guide["stages"][0]["prompts"][at]["kept_back"] = json!(true));
        let app = after(App::new(), [Event::GuideGiven(guide.into())]);
        let guide = app.session().unwrap().guide().clone();
        assert!(guide.headings()[0].kept_back, "by prompt {at}");
    }
}

#[test]
fn a_name_told_at_a_prompt_that_has_closed_is_told_no_more() {
    let named = |guide: &mut Value| {
        let prompts = guide["stages"][0]["prompts"].as_array_mut().unwrap();
        let show = json!({ "prompt": "areas", "answered": true });
        let name = json!({ "id": "name", "ask": "Name?", "why": "So.", "feeds": "all", "tells": "name", "show": show, "answer": { "kind": "short-text" } });
        prompts.insert(1, name);
    };
    let start = [Event::GuideGiven(small(named).into()), Event::Start];
    let told = [sorted("home").to_vec(), vec![write("name", "Sam")]].concat();
    let told = after(after(App::new(), start), told);
    assert!(told.session().unwrap().name().is_some());
    let home = ChoiceId::new("home").unwrap();
    let closed = after(told, [Event::act(Action::Sort(place("areas"), home, None))]);
    assert!(closed.session().unwrap().name().is_none());
}

#[test]
fn cards_of_a_stage_that_has_closed_are_asked_about_no_more() {
    let closing = |guide: &mut Value| {
        let stages = guide["stages"].as_array_mut().unwrap();
        let mut first = stages[0].clone();
        let areas = stages[0]["prompts"].as_array_mut().unwrap().remove(0);
        first["id"] = json!("cards");
        first["prompts"] = json!([areas]);
        first["show"] = json!({ "prompt": "want", "is": ["yes"] });
        let want = json!({ "id": "want", "ask": "Cards?", "why": "So.", "feeds": "all", "answer": { "kind": "one-choice", "choices": [{ "id": "yes", "title": "Yes" }] } });
        let before = json!({ "id": "before", "title": "Before", "prompts": [want] });
        stages.insert(0, first);
        stages.insert(0, before);
    };
    let yes = |on| {
        Event::act(Action::Choose(
            place("want"),
            ChoiceId::new("yes").unwrap(),
            on,
        ))
    };
    let start = [
        Event::GuideGiven(small(closing).into()),
        Event::Start,
        yes(true),
    ];
    let open = after(after(App::new(), start), sorted("home"));
    let now = Place {
        prompt: PromptId::new("now").unwrap(),
        card: ChoiceId::new("home"),
    };
    assert!(open.session().unwrap().is_open(&now));
    let closed = after(open, [yes(false)]);
    assert!(!closed.session().unwrap().is_open(&now));
}

#[test]
fn with_all_of_it_kept_back_there_is_nothing_to_take_out_and_the_screen_says_so() {
    let options = Options {
        receive: Some("Millbrook Surgery".to_owned()),
        ..Options::default()
    };
    let kept = |on| {
        let heading = what_matters::guide::HeadingId::new("hope").unwrap();
        Event::act(Action::KeepBack(heading, on))
    };
    let shown = |on| {
        let start = [
            Event::Configure(Rc::new(options.clone())),
            Event::GuideGiven(shipped().into()),
            Event::Start,
        ];
        let told = [write("fc-hope", "Rest"), kept(on), Event::OpenSummary];
        match after(after(App::new(), start), told).frame().screen {
            Screen::Summary(summary) => summary,
            other => panic!("no summary: {other:?}"),
        }
    };
    let shared = shown(false);
    assert_eq!((shared.out.len(), shared.give.is_some()), (4, true));
    assert!(shared.left_out.is_none());
    let kept = shown(true);
    assert_eq!((kept.out.len(), kept.give.is_some()), (1, false));
    assert_eq!(&*kept.out[0].label.text, "More ways to take it");
    let said = &kept.left_out.as_ref().unwrap().text;
    assert!(
        said.starts_with("You keep all of it to yourself."),
        "{said}"
    );
}

#[test]
fn a_route_says_how_many_cards_can_be_said_more_about() {
    let asked = [1, 2, 3].map(|most| {
        let guide = small(|guide| guide["routes"][0]["cards"] = json!(most));
        let begin = [Event::GuideGiven(guide.into()), Event::Start];
        let app = after(after(App::new(), begin), sorted("home"));
        match prompt(&app.frame()).answer.clone() {
            AnswerScreen::Cards(cards) => cards.more.expect("what is asked of them").ask.text,
            other => panic!("no cards: {other:?}"),
        }
    });
    let words = std::fs::read_to_string("www/words/en.json").unwrap();
    let words: Value = serde_json::from_str(&words).unwrap();
    for (most, asked) in (1..).zip(asked) {
        assert_eq!(words[format!("cards-more-{most}")], *asked);
    }
}
