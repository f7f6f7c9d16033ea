//! Files nobody would write in good faith, or only by accident. None panics or hangs; each gives a guide, or an error with its place.

mod characters;
mod numbers;
mod size;
mod ways;

use what_matters::guide::{Code, Guide, Problem, Reading, RouteId, Severity};
use what_matters::session::Session;

use super::{codes, has_errors, told};

/// Reads a text that can be anything, and holds what comes of it to what reading promises.
pub(in crate::guides) fn hold(name: &str, text: &str) -> Reading {
    let reading = Guide::read(text);
    let report = &reading.report;
    assert_eq!(
        reading.guide.is_none(),
        has_errors(report),
        "{name}: there is a guide exactly when nothing is an error\n{}",
        told(report)
    );
    let lines = text.split('\n').count();
    for problem in report {
        hold_problem(name, problem, lines);
    }
    let is_placed = |problem: &&Problem| {
        let is_whole = problem.code == Code::TooLarge;
        is_whole || problem.line > 0 || !problem.path.is_empty()
    };
    if let Some(guide) = &reading.guide {
        for route in guide.routes().iter().take(3) {
            let language = guide.languages()[0].clone();
            let route = RouteId::new(route.id.name());
            let session = Session::start(guide.clone(), route.as_ref(), language);
            assert!(session.is_some(), "{name}: a route cannot be walked");
        }
    } else {
        let mut errors = report
            .iter()
            .filter(|problem| problem.code.severity() == Severity::Error);
        assert!(errors.any(|error| is_placed(&error)), "{name}: no place");
    }
    reading
}

fn hold_problem(name: &str, problem: &Problem, lines: usize) {
    let line = usize::try_from(problem.line).expect("a line");
    assert!(line <= lines, "{name}: line {line} of {lines}");
    assert!(
        problem.path.is_empty() || problem.path.starts_with('/'),
        "{name}: {} is no pointer",
        problem.path
    );
    for words in [&problem.message, &problem.hint] {
        assert!(words.ends_with(['.', '?']), "{name}: {words}");
        assert!(words.chars().count() < 300, "{name}: {words}");
        assert!(!words.chars().any(char::is_control), "{name}: {words:?}");
    }
}

/// Holds a text that gives a guide.
pub(in crate::guides) fn hold_good(name: &str, text: &str) -> Reading {
    let reading = hold(name, text);
    assert!(reading.guide.is_some(), "{name}\n{}", told(&reading.report));
    reading
}

/// Holds a text in which a problem of a kind is found.
pub(in crate::guides) fn hold_bad(name: &str, text: &str, code: Code) -> Reading {
    let reading = hold(name, text);
    let found = codes(&reading.report);
    assert!(found.contains(&code), "{name} has {found:?}");
    reading
}
