//! The screens of a session, as the machine makes them from the first guide.

use std::rc::Rc;

use what_matters::app::screen::Frame;
use what_matters::app::{App, Event, Key, Options, Press};
use what_matters::session::{Action, Field, Mode, Verdict, Voice};
use what_matters::words::Said;

use super::place;

const GUIDE: &str = include_str!("../../../../www/guides/first-conversation.json");

fn begun() -> App {
    let mut options = Options {
        mode: Mode::Together,
        ..Options::default()
    };
    options.setting.worker_name = Some("Jo".into());
    let begin = [
        Event::Configure(Rc::new(options)),
        Event::GuideGiven(GUIDE.into()),
        Event::Start,
    ];
    after(App::new(), begin)
}

fn after(app: App, events: impl IntoIterator<Item = Event>) -> App {
    events
        .into_iter()
        .fold(app, |app, event| app.update(event).app)
}

fn to(app: App, prompt: &str) -> App {
    after(app, [Event::act(Action::GoTo(place(prompt)))])
}

fn wrote(app: App, prompt: &str, field: Field, words: &str) -> App {
    let write = Action::Write(place(prompt), field, Said::new(words));
    after(app, [Event::act(write)])
}

/// At what matters, with words there and a note to what they hope for.
fn noted() -> App {
    let app = to(begun(), "fc-hope");
    let app = wrote(app, "fc-hope", Field::Words, "To have someone to call.");
    let app = wrote(
        app,
        "fc-hope",
        Field::Note,
        "Heard of this from the surgery.",
    );
    let app = to(app, "fc-matters");
    wrote(app, "fc-matters", Field::Words, "My dog, Biscuit.")
}

fn press(app: App, press: Press) -> App {
    after(app, [Event::Press(press)])
}

/// A prompt with all that can stand on the card.
pub(in super::super) fn cue() -> Frame {
    let app = wrote(noted(), "fc-matters", Field::Wording, "What gets you up?");
    press(press(app, Press::Sayings), Press::Words).frame()
}

/// The screen turned to the person.
pub(in super::super) fn turned() -> Frame {
    press(noted(), Press::Turn).frame()
}

/// The summary with a note, and what the person says of it.
pub(in super::super) fn marked() -> Frame {
    let not_quite = Some(Verdict::NotQuite);
    let mark = Action::Mark(place("fc-hope"), Voice::Worker, not_quite);
    let app = after(noted(), [Event::act(mark)]);
    let beside = Field::Beside(Voice::Worker);
    let app = wrote(app, "fc-hope", beside, "From my sister.");
    after(app, [Event::OpenSummary]).frame()
}

/// The rest of them by name. On the screen that is turned no button is filled: it is the person's.
pub(super) fn all() -> Vec<(&'static str, Frame)> {
    let seek = |app| press(press(app, Press::Jump), Press::Seek("step".into()));
    let spoken = || to(begun(), "fc-safe");
    let read_back = || to(noted(), "fc-check");
    let end = || {
        let all = press(read_back(), Press::Heading(None));
        after(all, [Event::Key(Key::On)])
    };
    vec![
        ("session, who is here", begun().frame()),
        ("session, a card with all of it open", cue()),
        ("session, finding a prompt", seek(noted()).frame()),
        ("session, keys", press(noted(), Press::Keys).frame()),
        ("session, spoken only, before", spoken().frame()),
        (
            "session, spoken only",
            press(spoken(), Press::Alone).frame(),
        ),
        ("session, marked", marked()),
        ("session, read back", read_back().frame()),
        ("session, the end", end().frame()),
    ]
}
