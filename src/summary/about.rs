//! Who wrote a summary, with whose help, on what day, and what it is not.

use super::assemble::Ours;
use crate::guide::Writer;
use crate::session::Session;
use crate::words::{Day, Line, Said};

/// The lines that stand under a summary.
pub(super) fn lines(session: &Session, ours: &Ours<'_>, day: Option<Day>) -> Vec<Line> {
    let met = session.company().worker.as_deref();
    let own = match (session.writer(), name(session)) {
        (None, Some(name)) if met.is_some() => {
            ours.fill("about-taken-name", &[("name", name.words().trim())])
        }
        (None, None) if met.is_some() => ours.line("about-taken"),
        (None, _) => ours.line("about-as-written"),
        (Some((Writer::Proxy, _)), _) => ours.line("about-proxy-words"),
        (_, Some(name)) => ours.fill("about-own-name", &[("name", name.words().trim())]),
        (_, None) => ours.line("about-own"),
    };
    let dated = day.map(|day| ours.fill("about-day", &[("day", &ours.day(day).text)]));
    let written = written(session, ours)
        .into_iter()
        .chain(there(session, ours));
    let last = [own, ours.line("about-not-medical")];
    written.chain(dated).chain(last).collect()
}

/// With whom it was talked about, by telephone or not, and who else was there.
fn there(session: &Session, ours: &Ours<'_>) -> Vec<Line> {
    let company = session.company();
    let Some(worker) = &company.worker else {
        return Vec::new();
    };
    let key = if company.by_phone {
        "about-met-phone"
    } else {
        "about-met"
    };
    let mut lines = vec![ours.fill(key, &[("worker", worker)])];
    let others = company.others.words().trim();
    if !others.is_empty() {
        lines.push(ours.fill("about-there", &[("others", others)]));
    }
    lines
}

/// The line that stands on top of everything when someone else wrote for the person.
pub(super) fn proxy(session: &Session, ours: &Ours<'_>) -> Option<Line> {
    written(session, ours).filter(|_| is_by_proxy(session))
}

fn is_by_proxy(session: &Session) -> bool {
    matches!(session.writer(), Some((Writer::Proxy, _)))
}

/// Who wrote it. Where nobody said, it is told whose it is if there is a name, and no more.
fn written(session: &Session, ours: &Ours<'_>) -> Option<Line> {
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
    Some(ours.fill(key, &[("name", &name), ("helper", &helper)]))
}

/// The person's name, unless the heading it stands under is kept back.
pub(super) fn name(session: &Session) -> Option<&Said> {
    let kept_back = session
        .name_heading()
        .is_some_and(|heading| session.is_kept_back(heading));
    session.name().filter(|_| !kept_back)
}
