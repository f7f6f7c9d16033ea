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

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use what_matters::app::screen::{AnswerScreen, CueScreen, Frame, Look, Screen, Way};
use what_matters::app::{App, Done, Effect, Event, Fault, Key, Options, Press, Tell};
use what_matters::guide::{ChoiceId, HeadingId, PromptId, StageId};
use what_matters::session::{
    Action, Answer, At, Field, Mode, Pile, Place, StepId, Verdict, Voice, Who,
};
use what_matters::words::{Day, Said};

/// One person's walk, as a script drives it.
struct Walk {
    app: Option<App>,
    transcript: String,
    editing: Option<Place>,
    options: Options,
}

impl Walk {
    fn begin(options: Options, guide: &str) -> Self {
        let mut walk = Self {
            app: Some(App::new()),
            transcript: String::new(),
            editing: None,
            options: options.clone(),
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
            _ => self.together(&parts, said),
        };
        self.send(event);
    }

    /// A step of the link worker's view.
    fn together(&mut self, parts: &[&str], said: Said) -> Event {
        let act = Event::act;
        let place = || self.place();
        let at = |prompt: &str| Place::of(&PromptId::new(prompt).expect("a prompt"));
        match *parts {
            ["mode", mode] => {
                self.options.mode = mode_of(mode);
                Event::Configure(Rc::new(self.options.clone()))
            }
            ["key", letter] => Event::Key(Key::Sign(letter.chars().next().expect("a letter"))),
            ["on"] => Event::Key(Key::On),
            ["escape"] => Event::Key(Key::Escape),
            ["first"] => Event::Key(Key::First),
            ["note"] => act(Action::Write(place(), Field::Note, said)),
            ["wording"] => act(Action::Write(place(), Field::Wording, said)),
            ["others"] => act(Action::Write(place(), Field::Others, said)),
            ["by", "phone"] => act(Action::ByPhone(true)),
            ["answered", "for"] => act(Action::AnsweredFor(true)),
            ["mark", prompt, voice, verdict] => {
                let verdict = match verdict {
                    "right" => Verdict::Right,
                    _ => Verdict::NotQuite,
                };
                let place = at(prompt);
                act(Action::Mark(place, voice_of(voice), Some(verdict)))
            }
            ["beside", prompt, voice] => {
                let place = at(prompt);
                act(Action::Write(place, Field::Beside(voice_of(voice)), said))
            }
            ["alone", "together"] => Event::Press(Press::Alone),
            ["away"] => Event::Press(Press::Away),
            ["seek"] => Event::Press(Press::Seek(said.words().into())),
            ["heading", n] => Event::Press(Press::Heading(n.parse().ok())),
            ["all", "headings"] => Event::Press(Press::Heading(None)),
            ["own", "step"] => Event::Press(Press::OwnStep),
            ["done"] => {
                self.editing = None;
                Event::Edit(None)
            }
            _ => panic!("no such step: {}", parts.join(" ")),
        }
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

/// What is worth reading of an effect. The day is asked for so often that it would drown the rest.
fn effect_line(effect: &Effect) -> Option<String> {
    Some(match effect {
        Effect::AskDay | Effect::Note(_) => return None,
        Effect::DropNotes => "drops every note".to_owned(),
        Effect::Fetch(_, url) => format!("fetches {url}"),
        Effect::Print(page) => format!("prints a page of {} blocks", page.blocks.len()),
        Effect::Copy(_) => "copies".to_owned(),
        Effect::Download(document) => format!("downloads {}", document.name),
        Effect::GuardLeaving(true) => "the browser will ask before the page goes away".to_owned(),
        Effect::GuardLeaving(false) => "the browser asks no longer".to_owned(),
        Effect::Leave(address) => format!("leaves for {address}"),
        Effect::Tell(Tell::Moved(stage)) => format!("tells the host: at stage {}", stage.name()),
        Effect::Tell(Tell::Ready) => "tells the host: ready".to_owned(),
        Effect::Tell(Tell::Finished) => "tells the host: finished".to_owned(),
        Effect::Tell(Tell::Given(_)) => "tells the host: given".to_owned(),
        Effect::Tell(Tell::Trouble { code, problems, .. }) => format!(
            "tells the host: trouble {code}, {} problems",
            problems.len()
        ),
        _ => "something else".to_owned(),
    })
}

/// The screen as a person reads it, without what stands on every screen.
fn read(frame: &Frame) -> String {
    let mut out = String::new();
    let mut put = |line: &str| {
        let _ = writeln!(out, "  {line}");
    };
    match &frame.screen {
        Screen::Blank => put("(nothing)"),
        Screen::Welcome(welcome) => {
            put(&format!("# {}", welcome.title.text));
            welcome
                .lead
                .iter()
                .chain(&welcome.points)
                .for_each(|line| put(&line.text));
            put(&ways(&welcome.ways));
        }
        Screen::Prompt(prompt) => {
            put(&format!("{} > {}", prompt.stage.text, prompt.ask.text));
            if let Some(help) = &prompt.help {
                let title = help.title.as_ref().map_or("help", |title| &title.text);
                put(&format!("({title}: {} lines)", help.lines.len()));
            }
            put(&answer(&prompt.answer));
            put(&ways(&prompt.ways));
            if let Some(next) = &prompt.next {
                put(&next.text);
            }
        }
        Screen::Parts(parts) => {
            put(&format!("# {}", parts.title.text));
            for stage in &parts.stages {
                let notes = [&stage.here, &stage.has_words]
                    .into_iter()
                    .flatten()
                    .map(|line| format!(" ({})", line.text));
                put(&format!(
                    "- {}{}",
                    stage.way.label.text,
                    notes.collect::<String>()
                ));
            }
        }
        Screen::Summary(summary) => {
            put(&format!("# {}", summary.title.text));
            summary.hint.iter().for_each(|line| put(&line.text));
            for part in &summary.parts {
                let kept = if part.kept_back { " (kept back)" } else { "" };
                put(&format!(
                    "## {}{kept}: {} entries",
                    part.title.text,
                    part.entries.len()
                ));
            }
            summary
                .about
                .iter()
                .chain(&summary.left_out)
                .chain(&summary.empty)
                .for_each(|line| put(&line.text));
            put(&ways(&summary.out));
            put(&ways(&summary.ways));
        }
        Screen::Close(close) => {
            put(&format!("# {}", close.title.text));
            close.lead.iter().for_each(|line| put(&line.text));
            if let Some((ask, ..)) = &close.closing {
                put(&ask.text);
            }
            put(&ways(&close.ways));
            if let Some(delete) = &close.delete {
                delete.ask.iter().for_each(|line| put(&line.text));
            }
        }
        Screen::Help(help) => {
            put(&format!("# {}", help.title.text));
            help.first.iter().for_each(|line| put(&line.line.name));
        }
        Screen::Trouble(trouble) => put(&format!("# {}", trouble.title.text)),
        other => read_beside(other, &mut put),
    }
    if let Some(cue) = &frame.cue {
        beside(cue, &mut put);
    }
    if let Some(notice) = &frame.notice {
        put(&format!("! {}", notice.line.text));
    }
    if frame.top.as_ref().is_some_and(|top| top.leave.is_some()) {
        put("(Leave this page stands here)");
    }
    out
}

/// The link worker's own screens.
fn read_beside(screen: &Screen, put: &mut dyn FnMut(&str)) {
    match screen {
        Screen::Turned(turned) => {
            put(&format!("(turned) # {}", turned.title.text));
            for part in &turned.parts {
                put(&format!("## {}: {}", part.title.text, part.entries.len()));
            }
            put(&turned.back.label.text);
        }
        Screen::Jump(jump) => {
            put(&format!("# {}", jump.title.text));
            for (way, about) in &jump.found {
                put(&format!("- {} ({})", way.label.text, about.text));
            }
            jump.none.iter().for_each(|line| put(&line.text));
        }
        Screen::Keys(keys) => {
            put(&format!("# {}", keys.title.text));
            for (sign, does) in &keys.keys {
                put(&format!("{}: {}", sign.text, does.text));
            }
            put(&ways(&keys.ways));
        }
        _ => put("(another screen)"),
    }
}

/// The link worker's cue.
fn beside(cue: &CueScreen, put: &mut dyn FnMut(&str)) {
    let mut put = |line: &str| put(&format!("    [{line}]"));
    cue.now.iter().for_each(|line| put(&line.text));
    for (title, text) in &cue.lines {
        put(&format!("{}: {}", title.text, text.text));
    }
    cue.wait.iter().for_each(|line| put(&line.text));
    for (title, texts) in cue.sayings.iter().flat_map(|(_, lists)| lists) {
        put(&format!("{}: {}", title.text, texts.len()));
    }
    for part in cue.words.iter().flat_map(|(_, parts)| parts) {
        put(&format!("{}: {}", part.title.text, part.entries.len()));
    }
    if let Some(ending) = &cue.ending {
        ending.lines.iter().for_each(|line| put(&line.text));
        ending.way.iter().for_each(|way| put(&way.label.text));
    }
    if cue.phone.is_on {
        put("on the phone");
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

fn ways(ways: &[Way]) -> String {
    let words = ways.iter().map(|way| match way.look {
        Look::Main => format!("[{}]", way.label.text),
        _ => way.label.text.to_string(),
    });
    words.collect::<Vec<_>>().join(" · ")
}

fn answer(answer: &AnswerScreen) -> String {
    match answer {
        AnswerScreen::Words(words) => format!("box: \"{}\"", words.words.words()),
        AnswerScreen::Choices(choices) => {
            let taken = choices
                .choices
                .iter()
                .filter(|choice| choice.is_on)
                .map(|choice| choice.id.name());
            format!(
                "choices: {} of {}",
                taken.collect::<Vec<_>>().join(" "),
                choices.choices.len()
            )
        }
        AnswerScreen::Cards(cards) => {
            let sorted = cards
                .cards
                .iter()
                .filter(|card| card.pile.is_some())
                .count();
            let more = cards.more.as_ref().map_or(0, |more| {
                more.choices.iter().filter(|choice| choice.is_on).count()
            });
            format!(
                "cards: {sorted} of {} sorted, {more} to say more about",
                cards.cards.len()
            )
        }
        AnswerScreen::Plan(plan) => format!("plan: {} steps", plan.steps.len()),
        AnswerScreen::Scale(scale) => format!("scale: {:?}", scale.number),
        AnswerScreen::Notice(_) => "nothing to answer".to_owned(),
        _ => "another answer".to_owned(),
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
    insta::with_settings!({ snapshot_path => "../data/journeys", prepend_module_to_snapshot => false, omit_expression => true }, {
        for path in journeys {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let script = fs::read_to_string(&path).expect("a script");
            let (guide, script) = match script.split_once('\n') {
                Some((first, rest)) if first.starts_with("guide ") => (&first[6..], rest),
                _ => ("first-conversation", &*script),
            };
            let guide = root.join("www/guides").join(guide).with_extension("json");
            let guide = fs::read_to_string(guide).expect("a guide we ship");
            insta::assert_snapshot!(name, transcript(script, &guide));
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
