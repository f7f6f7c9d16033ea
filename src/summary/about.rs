//! Who wrote a summary, with whose help, on what day, and what it is not.

use super::assemble::Voice;
use crate::guide::Writer;
use crate::session::Session;
use crate::words::{Day, Line, Said};

/// The lines that stand under a summary.
pub(super) fn lines(session: &Session, voice: &Voice<'_>, day: Option<Day>) -> Vec<Line> {
    let own = match (session.writer(), name(session)) {
        (None, _) => voice.line("about-as-written"),
        (Some((Writer::Proxy, _)), _) => voice.line("about-proxy-words"),
        (_, Some(name)) => voice.fill("about-own-name", &[("name", name.words().trim())]),
        (_, None) => voice.line("about-own"),
    };
    let dated = day.map(|day| voice.fill("about-day", &[("day", &voice.day(day).text)]));
    let written = written(session, voice);
    let last = [own, voice.line("about-not-medical")];
    written.into_iter().chain(dated).chain(last).collect()
}

/// The line that stands on top of everything when someone else wrote for the person.
pub(super) fn proxy(session: &Session, voice: &Voice<'_>) -> Option<Line> {
    written(session, voice).filter(|_| is_by_proxy(session))
}

fn is_by_proxy(session: &Session) -> bool {
    matches!(session.writer(), Some((Writer::Proxy, _)))
}

/// Who wrote it. Where nobody said, it is told whose it is if there is a name, and no more.
fn written(session: &Session, voice: &Voice<'_>) -> Option<Line> {
    let name = name(session);
    let (writer, helper) = match session.writer() {
        Some((writer, helper)) => (Some(writer), helper),
        None => (None, None),
    };
    let key = match (writer, name.is_some(), helper.is_some()) {
        (None, false, _) => return None,
        (None, true, _) => "about-name",
        (Some(Writer::Person), false, _) => "about-written",
        (Some(Writer::Person), true, _) => "about-written-name",
        (Some(Writer::Helped), false, false) => "about-helped",
        (Some(Writer::Helped), true, false) => "about-helped-name",
        (Some(Writer::Helped), false, true) => "about-helped-by",
        (Some(Writer::Helped), true, true) => "about-helped-name-by",
        (Some(Writer::Proxy), false, false) => "about-proxy",
        (Some(Writer::Proxy), true, false) => "about-proxy-name",
        (Some(Writer::Proxy), false, true) => "about-proxy-by",
        (Some(Writer::Proxy), true, true) => "about-proxy-name-by",
    };
    let said = |said: Option<&'_ Said>| said.map(|said| said.words().trim().to_owned());
    let (name, helper) = (
        said(name).unwrap_or_default(),
        said(helper).unwrap_or_default(),
    );
    Some(voice.fill(key, &[("name", &name), ("helper", &helper)]))
}

/// The person's name, unless the heading it stands under is kept back.
fn name(session: &Session) -> Option<&Said> {
    let kept_back = session
        .name_heading()
        .is_some_and(|heading| session.is_kept_back(heading));
    session.name().filter(|_| !kept_back)
}
