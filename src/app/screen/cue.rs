//! The link worker's cue, a card beside what is asked: say, then ask, listen for, avoid, wait; ways to say it back; who is there.

use super::answer::boxed;
use super::data::{Look, Way, WordsBox};
use crate::app::together::Press;
use crate::app::{App, Event, Over, Phase};
use crate::guide::{AnswerKind, Cue, Prompt, Stage, Tells};
use crate::session::{Action, At, Field, Place, Session};
use crate::summary::Part;
use crate::words::{Line, Text};

/// The card beside what is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct CueScreen {
    /// Where it is: names its boxes.
    pub place: Place,
    /// "For you", its heading.
    pub title: Line,
    /// Opens and shuts it, where it is a drawer.
    pub drawer: Toggle,
    /// What to do now, above all else: say what they cannot see, say back what was heard.
    pub now: Vec<Line>,
    /// "Say", "Then ask", "Listen for", "Avoid", each with its words; the first is the largest.
    pub lines: Vec<(Line, Line)>,
    /// "Wait. Count to five."
    pub wait: Option<Line>,
    /// What to say and think at the end, with a heading and a line that nothing is written.
    pub ending: Option<EndingScreen>,
    /// Opens ways to say it back: each list with its heading.
    pub sayings: Option<(Toggle, Vec<Sayings>)>,
    /// Opens the person's words so far, to read back.
    pub words: Option<(Toggle, Vec<Part>)>,
    /// *Turn the screen*.
    pub turn: Way,
    /// *Find a prompt*, *Keys*.
    pub ways: Vec<Way>,
    /// *On the phone*.
    pub phone: Toggle,
    /// "Put it in your own words", and the box.
    pub wording: Option<(Line, WordsBox)>,
    /// "Who is here", and the control; not where it stands as the answer.
    pub room: Option<(Line, RoomScreen)>,
}

/// A list of things to say, with its heading.
pub type Sayings = (Line, Vec<Line>);

/// A button that is on or off.
#[derive(Debug, Clone, PartialEq)]
pub struct Toggle {
    /// The button.
    pub way: Way,
    /// Whether it is on.
    pub is_on: bool,
}

/// What a link worker says and thinks at the end.
#[derive(Debug, Clone, PartialEq)]
pub struct EndingScreen {
    /// "For you, before you go on".
    pub title: Line,
    /// The lines.
    pub lines: Vec<Line>,
    /// "Say it or think it. There is no place to write it."
    pub hint: Line,
    /// *Put my one thing in the plan*.
    pub way: Option<Way>,
}

/// Who is there.
#[derive(Debug, Clone, PartialEq)]
pub struct RoomScreen {
    /// Names the group.
    pub title: Line,
    /// "Someone answers for them".
    pub answers: (Line, bool, Event),
    /// "Who else is here?".
    pub others: WordsBox,
}

/// The card, where a link worker is at the screen and the conversation goes on.
pub(super) fn screen(app: &App) -> Option<CueScreen> {
    let session = app.session.as_ref()?;
    let is_there = app.is_together() && app.phase == Phase::Talking && !app.view.turned;
    if !is_there || app.over.is_some_and(|over| over != Over::Summary) {
        return None;
    }
    let prompt = session.prompt();
    let place = match session.at() {
        At::Prompt(place) => place.clone(),
        At::Close => Place::of(&session.closing()?.id),
    };
    let shown = prompt
        .or_else(|| session.closing())
        .filter(|_| app.over.is_none() && !app.is_hidden());
    let cue = shown.and_then(|prompt| prompt.cue.as_ref());
    let stage = prompt.and_then(|prompt| session.guide().stages().get(prompt.stage));
    let is_writer = prompt.is_some_and(|prompt| prompt.tells == Some(Tells::Writer));
    Some(CueScreen {
        title: app.words.line("cue"),
        drawer: toggle(app, "cue-drawer", Press::Drawer, app.view.drawer),
        now: now(app, session, shown),
        lines: cue.map(|cue| lines(app, cue)).unwrap_or_default(),
        wait: cue
            .filter(|cue| cue.wait)
            .map(|_| app.words.line("cue-wait")),
        ending: ending(app, session),
        sayings: stage.and_then(|stage| sayings(app, stage)),
        words: words(app),
        turn: app.way("turn", Look::Other, Event::Press(Press::Turn)),
        ways: vec![
            app.way("jump", Look::Plain, Event::Press(Press::Jump)),
            app.way("keys", Look::Plain, Event::Press(Press::Keys)),
        ],
        phone: Toggle {
            way: app.way(
                "by-phone",
                Look::Other,
                Event::act(Action::ByPhone(!session.company().by_phone)),
            ),
            is_on: session.company().by_phone,
        },
        wording: prompt
            .filter(|prompt| app.over.is_none() && takes_wording(prompt))
            .map(|_| wording(app, session, &place)),
        room: (!is_writer).then(|| (app.words.line("room"), room(app, session, &place))),
        place,
    })
}

fn toggle(app: &App, key: &str, press: Press, is_on: bool) -> Toggle {
    Toggle {
        way: app.way(key, Look::Other, Event::Press(press)),
        is_on,
    }
}

/// What to do now: what the telephone hides, and a moment to say back.
fn now(app: &App, session: &Session, shown: Option<&Prompt>) -> Vec<Line> {
    let mut now = Vec::new();
    if let Some(prompt) = shown.filter(|_| session.company().by_phone) {
        now.extend(unseen(prompt).map(|key| app.words.line(key)));
    }
    if app.offers_to_say_back() && app.over.is_none() && !app.reads_back() {
        now.push(app.words.line(if app.view.part_ended {
            "cue-read-back"
        } else {
            "cue-say-back"
        }));
    }
    let plan = shown.filter(|prompt| matches!(prompt.answer, AnswerKind::Plan));
    if plan.is_some_and(|plan| super::plan::is_all_theirs(session, &Place::of(&plan.id))) {
        now.push(app.words.line("cue-own-step"));
    }
    now
}

/// What someone on the telephone cannot see, and so is told. What is said aloud has nothing to see, and who is here is no choice of theirs.
fn unseen(prompt: &Prompt) -> Option<&'static str> {
    if prompt.spoken || prompt.tells == Some(Tells::Writer) {
        return None;
    }
    match &prompt.answer {
        AnswerKind::Summary => Some("phone-summary"),
        AnswerKind::Notice { .. } => Some("phone-notice"),
        AnswerKind::OneChoice(_)
        | AnswerKind::ManyChoices(_)
        | AnswerKind::Scale { .. }
        | AnswerKind::Cards { .. }
        | AnswerKind::Ideas(_) => Some("phone-choices"),
        _ => None,
    }
}

fn lines(app: &App, cue: &Cue) -> Vec<(Line, Line)> {
    let one = |key: &str, text: &Text| (app.words.line(key), app.text(text));
    let rest = [
        ("cue-follow", &cue.follow),
        ("cue-listen", &cue.listen),
        ("cue-avoid", &cue.avoid),
    ];
    let rest = rest.into_iter();
    let rest = rest.filter_map(|(key, text)| Some(one(key, text.as_ref()?)));
    [one("cue-say", &cue.say)].into_iter().chain(rest).collect()
}

fn ending(app: &App, session: &Session) -> Option<EndingScreen> {
    let lines = session.guide().ending();
    if !app.is_closed() || app.over.is_some() || lines.is_empty() {
        return None;
    }
    let own = Event::Press(Press::OwnStep);
    Some(EndingScreen {
        title: app.words.line("ending"),
        lines: lines.iter().map(|line| app.text(line)).collect(),
        hint: app.words.line("ending-hint"),
        way: app.plan().map(|_| app.way("ending-step", Look::Other, own)),
    })
}

fn sayings(app: &App, stage: &Stage) -> Option<(Toggle, Vec<Sayings>)> {
    let lists = [
        ("sayings-reflect", &stage.reflections),
        ("sayings-affirm", &stage.affirmations),
    ];
    let lists = lists.into_iter().filter(|(_, texts)| !texts.is_empty());
    let open = lists.map(|(key, texts)| {
        let texts = texts.iter().map(|text| app.text(text));
        (app.words.line(key), texts.collect())
    });
    let open: Vec<_> = open.collect();
    let is_open = app.view.sayings;
    let toggle = toggle(app, "sayings", Press::Sayings, is_open);
    (!open.is_empty()).then(|| (toggle, if is_open { open } else { Vec::new() }))
}

fn words(app: &App) -> Option<(Toggle, Vec<Part>)> {
    if app.over.is_some() || app.reads_back() || app.is_closed() {
        return None;
    }
    if !app.has_words() {
        return None;
    }
    let is_open = app.view.words;
    let toggle = toggle(app, "words-so-far", Press::Words, is_open);
    // What is not open is not put together: that would be done at every key.
    let summary = is_open.then(|| app.summary()).flatten();
    let parts = summary.map(|summary| summary.parts);
    Some((toggle, parts.unwrap_or_default()))
}

fn takes_wording(prompt: &Prompt) -> bool {
    let takes_none = matches!(
        prompt.answer,
        AnswerKind::Notice { .. } | AnswerKind::Summary
    );
    !takes_none && prompt.tells != Some(Tells::Writer)
}

fn wording(app: &App, session: &Session, place: &Place) -> (Line, WordsBox) {
    let words = session.wordings().get(place).cloned().unwrap_or_default();
    let label = app.words.line("wording-label");
    (
        app.words.line("wording"),
        boxed(place, Field::Wording, Some(label), words),
    )
}

/// Who is there: on the card, and as the answer to who writes.
pub(super) fn room(app: &App, session: &Session, place: &Place) -> RoomScreen {
    let company = session.company();
    let answers = Event::act(Action::AnsweredFor(!company.answers));
    let label = Some(app.words.line("room-others"));
    RoomScreen {
        title: app.words.line("room"),
        answers: (app.words.line("room-answers"), company.answers, answers),
        others: boxed(place, Field::Others, label, company.others.clone()),
    }
}
