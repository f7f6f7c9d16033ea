//! *What Leave this page does*, and what it does not do: told before it is used.

use super::data::{Look, PlainScreen};
use crate::app::{App, Event, Leaving};

pub(super) fn screen(app: &App) -> PlainScreen {
    let place = match app.options.leave {
        Leaving::All => "leaving-where-all",
        _ => "leaving-where-sensitive",
    };
    let all = |keys: &[&str]| keys.iter().map(|key| app.words.line(key)).collect();
    let list = |title: &str, keys: &[&str]| (app.words.line(title), all(keys));
    let files = if app.options.takes_along() {
        "leaving-files"
    } else {
        "leaving-files-kiosk"
    };
    let not = ["leaving-history", files, "leaving-watched"];
    let safer = ["leaving-private", "leaving-other"];
    PlainScreen {
        title: app.words.line("leaving-title"),
        lead: all(&[
            "leaving-does",
            "leaving-shift",
            place,
            "leaving-words",
            "leaving-back",
        ]),
        lists: vec![list("leaving-not", &not), list("leaving-safer", &safer)],
        help: None,
        ways: vec![app.way("carry-on", Look::Main, Event::CarryOn)],
    }
}
