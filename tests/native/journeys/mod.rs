//! Journeys through the shipped guides: scripts anyone can read, and what the person then sees.
//!
//! A script is a line a step. Words stand in quotation marks. It goes through `first-conversation`, unless it begins with `guide ID`.
//! `start`, `short`, `next`, `back`, `leave`, `parts`, `summary`, `help`, `carry on`, `print`, `copy`, `download`, `give`,
//! `delete`, `yes delete`, `leave page`; `copied`, `copying refused`; `write "…"`, `detail CHOICE "…"`, `choose CHOICE`,
//! `take back CHOICE`, `not mine CHOICE`, `also CHOICE`, `sort CARD PILE`, `more CARD`, `say more`, `stage STAGE`,
//! `add step`, `step N what|when|help "…"`, `step N who me|worker|both`, `take out step N`, `undo`,
//! `keep back HEADING`, `share HEADING`, `edit HEADING PROMPT`, `done`; `at PROMPT` says where the person is.
//! With a link worker: `mode alone|together`, `key LETTER`, `on`, `escape`, `note "…"`, `wording "…"`, `others "…"`, `by phone`,
//! `answered for`, `edit note HEADING PROMPT`, `mark PROMPT helper|worker right|not-quite`, `beside PROMPT helper|worker "…"`,
//! `alone together`, `away`, `seek "…"`, `first`, `heading N`, `all headings`, `own step`.
//! Files: `take it`, `full copy`, `lock it "PASSPHRASE"`, `download it`, `work`, `open the last file`, `unlock "PASSPHRASE"`, `open it`, `not now`,
//! `open GUIDE` (a file made with another), `look back N "…"`, `print then`.
//! What is nearby, where `# host: services=FILE` names a list of `www/services`: `show ideas`, `other ideas`, `tell me more "NAME"`,
//! `maybe later "NAME"`, `not for me "NAME"`, `unsay "NAME"`, `nothing fits`, `phone ahead "NAME"`, `go together "NAME"`,
//! `look through`, `search "…"`, `near "…"`, `area AREA`, `free`, `leaflet`.

mod beside;
mod nearby;
mod read;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use read::{effect_line, read};
use what_matters::app::screen::{AnswerScreen, Screen};
use what_matters::app::{App, Done, Effect, Event, Fault, Options, Tell};
use what_matters::guide::{ChoiceId, HeadingId, PromptId, StageId};
use what_matters::session::{Action, Answer, At, Field, Mode, Pile, Place, StepId, Voice, Who};
use what_matters::words::{Day, Said};

/// One person's walk, as a script drives it.
struct Walk {
    app: Option<App>,
    transcript: String,
    editing: Option<Place>,
    options: Options,
    /// The last file that was handed out.
    file: Option<Rc<str>>,
    /// The list of what is nearby, once it is open.
    opened: Option<nearby::Opened>,
}

impl Walk {
    fn begin(options: Options, guide: &str) -> Self {
        let mut walk = Self {
            app: Some(App::new()),
            transcript: String::new(),
            editing: None,
            options: options.clone(),
            file: None,
            opened: None,
        };
        walk.send(Event::Configure(Rc::new(options)));
        walk.send(Event::Today(Day {
            year: 2026,
            month: 6,
            day: 3,
        }));
        walk.send(Event::GuideGiven(guide.into()));
        walk
    }

    fn app(&self) -> &App {
        self.app.as_ref().expect("between events there is an app")
    }

    fn send(&mut self, event: Event) {
        let turn = self
            .app
            .take()
            .expect("between events there is an app")
            .update(event);
        self.app = Some(turn.app);
        for effect in turn.effects {
            if let Some(line) = effect_line(&effect) {
                let _ = writeln!(self.transcript, "    ~ {line}");
            }
            if let Effect::Copy(text) = &effect {
                self.note(text);
            }
            if let Effect::Tell(Tell::Given(json)) = &effect {
                self.note(json);
            }
            self.answer(&effect);
            self.answer_nearby(&effect);
            if let Effect::Print(_) = effect {
                self.send(Event::Done(Done::Printed(Ok(()))));
            } else if let Effect::Download(_) = effect {
                self.send(Event::Done(Done::Downloaded(Ok(()))));
            }
        }
    }

    fn note(&mut self, text: &str) {
        for line in text.lines() {
            let _ = writeln!(self.transcript, "    | {line}");
        }
    }

    /// The place a step of the script is about: the entry open for editing, else where the person is.
    fn place(&self) -> Place {
        let session = self.app().session().expect("a conversation");
        match (&self.editing, session.at()) {
            (Some(place), _) | (None, At::Prompt(place)) => place.clone(),
            (None, At::Close) => Place::of(&session.closing().expect("a closing prompt").id),
        }
    }

    fn step_id(&self, number: &str) -> StepId {
        let place = self.place();
        let given = self
            .app()
            .session()
            .and_then(|session| session.answers().get(&place))
            .expect("a plan");
        let Answer::Planned(planned) = &given.answer else {
            panic!("{place:?} holds no plan")
        };
        planned.steps[number.parse::<usize>().expect("a number") - 1].id
    }

    fn run(&mut self, line: &str) {
        let (head, words) = match line.split_once('"') {
            Some((head, rest)) => (
                head,
                rest.strip_suffix('"').expect("closing quotation mark"),
            ),
            None => (line, ""),
        };
        let said = Said::new(words.replace("\\n", "\n"));
        let parts: Vec<_> = head.split_whitespace().collect();
        let choice = |name: &str| ChoiceId::new(name).expect("a choice");
        let heading = |name: &str| HeadingId::new(name).expect("a heading");
        let act = Event::act;
        let place = || self.place();
        let event = match parts[..] {
            ["at", prompt] => {
                assert_eq!(self.place().prompt.name(), prompt, "where the person is");
                return;
            }
            ["start"] => Event::Start,
            ["short"] => Event::StartShort,
            ["next"] => act(Action::Next),
            ["back"] => self.press_back(),
            ["leave"] => act(Action::Leave),
            ["parts"] => Event::OpenParts,
            ["summary"] => Event::OpenSummary,
            ["help"] => Event::OpenHelp,
            ["carry", "on"] => Event::CarryOn,
            ["print"] => Event::Print,
            ["copy"] => Event::Copy(None),
            ["copy", name] => Event::Copy(Some(heading(name))),
            ["copied"] => Event::Done(Done::Copied(Ok(()))),
            ["copying", "refused"] => Event::Done(Done::Copied(Err(Fault::Blocked))),
            ["download"] => Event::Download,
            ["give"] => Event::Give,
            ["delete"] => Event::AskDelete,
            ["yes", "delete"] => Event::Delete,
            ["leave", "page"] => Event::LeavePage,
            ["write"] => act(Action::Write(place(), Field::Words, said)),
            ["detail", name] => act(Action::Write(place(), Field::Detail(choice(name)), said)),
            ["choose", name] => act(Action::Choose(place(), choice(name), true)),
            ["take", "back", name] => act(Action::Choose(place(), choice(name), false)),
            ["not", "mine", name] => act(Action::NotMine(place(), choice(name), true)),
            ["also", name] => act(Action::Also(place(), Some(choice(name)))),
            ["sort", card, pile] => {
                let pile = match pile {
                    "well" => Pile::Well,
                    "change" => Pile::Change,
                    _ => Pile::NotNow,
                };
                act(Action::Sort(place(), choice(card), Some(pile)))
            }
            ["more", card] => act(Action::SayMoreOf(place(), choice(card), true)),
            ["say", "more"] => {
                let session = self.app().session().expect("a conversation");
                let stage = session.prompt().expect("a prompt").stage;
                act(Action::SayMore(session.guide().stages()[stage].id.clone()))
            }
            ["stage", name] => act(Action::GoToStage(StageId::new(name).expect("a stage"))),
            ["add", "step"] => act(Action::AddStep(place())),
            ["step", n, "who", who] => {
                let who = match who {
                    "me" => Who::Me,
                    "worker" => Who::Worker,
                    _ => Who::Both,
                };
                act(Action::SetWho(place(), self.step_id(n), Some(who)))
            }
            ["step", n, field] => {
                let id = self.step_id(n);
                let field = match field {
                    "what" => Field::What(id),
                    "when" => Field::When(id),
                    _ => Field::Help(id),
                };
                act(Action::Write(place(), field, said))
            }
            ["take", "out", "step", n] => act(Action::TakeOut(place(), self.step_id(n))),
            ["undo"] => act(Action::PutBack(place())),
            ["keep", "back", name] => act(Action::KeepBack(heading(name), true)),
            ["share", name] => act(Action::KeepBack(heading(name), false)),
            ["edit", name, prompt] => {
                let place = Place::of(&PromptId::new(prompt).expect("a prompt"));
                let session = self.app().session().expect("a conversation");
                let voice = session.answers().get(&place).map(|given| given.voice);
                self.editing = Some(place.clone());
                let voice = voice.expect("an answer");
                Event::Edit(Some(Rc::new((heading(name), place, voice))))
            }
            ["edit", "note", name, prompt] => {
                let place = Place::of(&PromptId::new(prompt).expect("a prompt"));
                self.editing = Some(place.clone());
                Event::Edit(Some(Rc::new((heading(name), place, Voice::Worker))))
            }
            _ => match self.nearby(&parts, &said) {
                Some(event) => event,
                None => self.together(&parts, said),
            },
        };
        self.send(event);
    }

    /// Presses whatever the *Back* on the screen means.
    fn press_back(&self) -> Event {
        let frame = self.app().frame();
        let ways = match &frame.screen {
            Screen::Prompt(prompt) => prompt.ways.clone(),
            Screen::Summary(summary) => summary.ways.clone(),
            Screen::Close(close) => close.ways.clone(),
            _ => Vec::new(),
        };
        ways.into_iter()
            .find(|way| &*way.label.text == "Back")
            .expect("a way back")
            .event
    }
}

fn mode_of(name: &str) -> Mode {
    match name {
        "together" => Mode::Together,
        _ => Mode::Alone,
    }
}

fn voice_of(name: &str) -> Voice {
    match name {
        "worker" => Voice::Worker,
        _ => Voice::Helper,
    }
}

/// Runs one script and returns its transcript. `# host: receive=…` lines at its top set what a host would.
fn transcript(script: &str, guide: &str) -> String {
    let mut options = Options::default();
    for setting in script
        .lines()
        .filter_map(|line| line.strip_prefix("# host: "))
    {
        match setting.split_once('=') {
            Some(("receive", who)) => options.receive = Some(who.to_owned()),
            Some(("afterwards", words)) => options.afterwards = Some(words.to_owned()),
            Some(("worker", role)) => options.setting.worker = Some(role.to_owned()),
            Some(("worker-name", name)) => options.setting.worker_name = Some(name.to_owned()),
            Some(("mode", mode)) => options.mode = mode_of(mode),
            Some(("services", file)) => options.services = Some(file.to_owned()),
            _ => panic!("no such setting: {setting}"),
        }
    }
    let mut walk = Walk::begin(options, guide);
    let mut seen = read(&walk.app().frame());
    walk.transcript.push_str(&seen);
    for line in script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let _ = writeln!(walk.transcript, "> {line}");
        walk.run(line);
        let now = read(&walk.app().frame());
        if now != seen {
            walk.transcript.push_str(&now);
            seen = now;
        }
    }
    walk.transcript
}

/// A guide we ship, by its id.
fn shipped(guide: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = root.join("www/guides").join(guide).with_extension("json");
    fs::read_to_string(guide).expect("a guide we ship")
}

#[test]
fn every_journey_shows_what_its_transcript_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut journeys: Vec<_> = fs::read_dir(root.join("tests/data/journeys"))
        .expect("journeys")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "journey")
        })
        .collect();
    journeys.sort();
    assert!(!journeys.is_empty(), "there is a journey");
    insta::with_settings!({ snapshot_path => "../../data/journeys", prepend_module_to_snapshot => false, omit_expression => true }, {
        for path in journeys {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let script = fs::read_to_string(&path).expect("a script");
            let (guide, script) = match script.split_once('\n') {
                Some((first, rest)) if first.starts_with("guide ") => (&first[6..], rest),
                _ => ("first-conversation", &*script),
            };
            insta::assert_snapshot!(name, transcript(script, &shipped(guide)));
        }
    });
}

#[test]
fn a_box_that_comes_with_a_choice_of_the_second_question_stands_there_once_it_is_chosen() {
    let choice = |id: &str| serde_json::json!({ "id": id, "title": id, "detail": "Which one?" });
    let answer = serde_json::json!({
        "kind": "one-choice", "choices": [choice("talk")], "also": { "ask": "Where?", "choices": [choice("here"), choice("there")] }
    });
    let guide = crate::guides::made::with("/stages/0/prompts/0/answer", answer);
    let mut walk = Walk::begin(Options::default(), &guide);
    let boxes = |walk: &Walk| match &walk.app().frame().screen {
        Screen::Prompt(prompt) => match &prompt.answer {
            AnswerScreen::Choices(shown) => {
                let also = shown.also.as_ref().expect("a second question");
                let detail = also.choices.iter().map(|one| one.detail.clone());
                detail.map(|detail| Some(detail?.words)).collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    walk.run("start");
    assert_eq!(boxes(&walk), [None, None]);
    walk.run("also there");
    walk.run("detail there \"By the water\"");
    assert_eq!(boxes(&walk), [None, Some(Said::new("By the water"))]);
    walk.run("also here");
    assert_eq!(boxes(&walk), [Some(Said::default()), None]);
    walk.run("also there");
    assert_eq!(boxes(&walk), [None, Some(Said::new("By the water"))]);
}
