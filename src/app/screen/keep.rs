//! *Keep on this device*: what there is to choose from and what each means, and the line that says what is so.

use super::data::{Look, Way};
use super::travel::PassphraseBox;
use crate::app::keeping::{State, not_kept};
use crate::app::travel::Travel;
use crate::app::{App, Event, Form, Keep, Phase};
use crate::words::Line;

/// The choice of where words are kept.
#[derive(Debug, Clone, PartialEq)]
pub struct KeepScreen {
    /// "Keep on this device".
    pub title: Line,
    /// What is so without a choice, and when not to keep anything.
    pub lead: Vec<Line>,
    /// Names the choices.
    pub ask: Line,
    /// Not at all, until this tab closes, on this device: those the host allows.
    pub forms: Vec<FormScreen>,
    /// The box for a passphrase, where one is needed.
    pub passphrase: Option<PassphraseBox>,
    /// *Use this choice*, *Not now*.
    pub ways: Vec<Way>,
}

/// One of the choices.
#[derive(Debug, Clone, PartialEq)]
pub struct FormScreen {
    /// Its words.
    pub title: Line,
    /// What it means.
    pub means: Line,
    /// Whether it is taken.
    pub is_on: bool,
    /// What taking it means.
    pub event: Event,
}

/// What is so now: kept, not kept, could not be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptLine {
    /// The words.
    pub line: Line,
    /// *Keep on this device*, *Change this*, *Download*.
    pub ways: Vec<Way>,
}

pub(super) fn screen(app: &App) -> KeepScreen {
    let keeping = &app.keeping;
    let allowed = app.options.keep;
    let form = |key: &str, means: Line, form: Option<Form>| FormScreen {
        title: app.words.line(key),
        means,
        is_on: keeping.choosing == form,
        event: Event::Keep(Keep::Choose(form)),
    };
    let line = |key: &str| app.words.line(key);
    let mut forms = vec![form("form-none", line("form-none-means"), None)];
    if allowed.tab {
        forms.push(form("form-tab", line("form-tab-means"), Some(Form::Tab)));
    }
    if allowed.device {
        let means = line("form-device-means");
        forms.push(form("form-device", means, Some(Form::Device)));
    }
    let mut lead = vec![line("keep-lead"), line("keep-warning")];
    lead.extend(app.options.keep_for.map(|minutes| {
        let time = time(app, minutes);
        app.words.fill("keep-for", &[("time", &time.text)])
    }));
    let is_new = keeping.on.as_ref().is_none_or(|on| on.form != Form::Device);
    let needs_passphrase = keeping.choosing == Some(Form::Device) && (is_new || !app.is_kept());
    KeepScreen {
        title: line("keep-here"),
        lead,
        ask: line("keep-ask"),
        forms,
        passphrase: needs_passphrase.then(|| PassphraseBox {
            label: line("passphrase"),
            hint: line("keep-passphrase-hint"),
            words: app.files.typed.clone(),
            offered: super::travel::offered(app),
        }),
        ways: vec![
            app.way("keep-use", Look::Main, Event::Keep(Keep::Use)),
            app.way("not-now", Look::Other, Event::CarryOn),
        ],
    }
}

/// So many minutes, in the largest whole measure there is.
fn time(app: &App, minutes: u32) -> Line {
    const HOUR: u32 = 60;
    const DAY: u32 = 24 * HOUR;
    let (key, one, number) = match minutes {
        _ if minutes.is_multiple_of(DAY) => ("time-days", "time-day", minutes / DAY),
        _ if minutes.is_multiple_of(HOUR) => ("time-hours", "time-hour", minutes / HOUR),
        _ => ("time-minutes", "time-minute", minutes),
    };
    if number == 1 {
        return app.words.line(one);
    }
    app.words.fill(key, &[("n", &number.to_string())])
}

/// What is so, at the foot of every screen of a conversation.
pub(super) fn kept(app: &App) -> Option<KeptLine> {
    let way = |key, keep| app.way(key, Look::Plain, Event::Keep(keep));
    let Some(on) = &app.keeping.on else {
        // Before there is anything to keep, nothing is said of it.
        let is_due = app.phase != Phase::Welcome || app.has_words();
        return (app.may_keep() && is_due).then(|| KeptLine {
            line: app.words.line("kept-nowhere"),
            ways: vec![way("keep-here", Keep::Open)],
        });
    };
    let download = || {
        app.way(
            "download",
            Look::Plain,
            Event::Travel(Travel::DownloadFirst),
        )
    };
    let (key, ways) = match (on.state, on.form) {
        (State::Asked, _) => ("kept-nowhere", Vec::new()),
        (State::Kept, Form::Tab) => ("kept-tab", vec![way("kept-change", Keep::Open)]),
        (State::Kept, Form::Device) => ("kept-device", vec![way("kept-change", Keep::Open)]),
        (State::Not(error), _) => (
            not_kept(error),
            vec![download(), way("kept-change", Keep::Open)],
        ),
    };
    Some(KeptLine {
        line: app.words.line(key),
        ways,
    })
}
