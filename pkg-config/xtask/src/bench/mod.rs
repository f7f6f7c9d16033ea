//! The benchmarks: guides of 34, 1,000 and 10,000 prompts read, walked and typed in, and lists of services, on the host and in a browser.

mod directory;

use std::process::Command;
use std::time::{Duration, Instant};

use what_matters::app::{App, Event};
use what_matters::author;
use what_matters::session::{Action, At, Field};
use what_matters::words::Said;

use crate::pack::write;
use crate::{Outcome, root, site, tools};

/// The sizes of guides tried, in prompts.
pub(crate) const SIZES: [usize; 3] = [34, 1_000, 10_000];
/// How many steps and keys are timed in each.
const TIMES: usize = 500;

/// What was measured in one guide, in microseconds.
#[derive(Debug)]
pub(crate) struct Row {
    /// Prompts in the guide.
    pub(crate) prompts: usize,
    /// Reading it, the median of five.
    pub(crate) read: u128,
    /// One step on, the median and the 95th of a hundred.
    pub(crate) step: (u128, u128),
    /// One key pressed, the median and the 95th of a hundred.
    pub(crate) key: (u128, u128),
}

/// Measures one guide.
pub(crate) fn row(prompts: usize) -> Row {
    let text = author::large(prompts);
    let mut reads: Vec<_> = (0..5)
        .map(|_| time(|| drop(what_matters::guide::Guide::read(&text))))
        .collect();
    let mut app = App::new();
    for event in [
        Event::Configure(std::rc::Rc::default()),
        Event::GuideGiven(text.into()),
        Event::Start,
    ] {
        app = app.update(event).app;
    }
    let turn = |app: &mut App, event: Event| {
        let before = std::mem::take(app);
        time(|| {
            *app = before.update(event).app;
            drop(app.frame());
        })
    };
    let (mut steps, mut keys) = (Vec::new(), Vec::new());
    for at in 0..TIMES {
        let on = if at % 30 == 29 {
            Action::Back
        } else {
            Action::Next
        };
        steps.push(turn(&mut app, Event::act(on)));
        let place = match app.session().map(what_matters::session::Session::at) {
            Some(At::Prompt(place)) => place.clone(),
            _ => break,
        };
        let words = Said::new(format!("word {at}"));
        let write = Action::Write(place, Field::Words, words);
        keys.push(turn(&mut app, Event::act(write)));
    }
    Row {
        prompts,
        read: at(&mut reads, 50),
        step: (at(&mut steps, 50), at(&mut steps, 95)),
        key: (at(&mut keys, 50), at(&mut keys, 95)),
    }
}

/// Runs the benchmark with everything optimised, then the same in a browser.
pub(crate) fn run() -> Outcome {
    tools::cargo(
        &[
            "run",
            "--release",
            "--quiet",
            "--package",
            "xtask",
            "--",
            "bench",
            "native",
        ],
        "large guides, on the host",
    )?;
    site::build()?;
    tools::npm_tools()?;
    tools::browsers()?;
    for prompts in SIZES {
        let path = root().join(format!("target/bench/{prompts}.json"));
        write(&path, author::large(prompts).as_bytes())?;
    }
    tools::run(
        Command::new("node").arg("tests/browser/bench.mjs"),
        "large guides, in a browser",
    )?;
    directory::run()
}

/// Prints the tables of the host.
pub(crate) fn native() -> Outcome {
    println!(
        "prompts   read ms   step µs (p50, p95)   key µs (p50, p95)   on this machine, without a browser"
    );
    for row in SIZES.map(row) {
        let Row {
            prompts,
            read,
            step,
            key,
        } = row;
        let (whole, part) = (read / 1000, read % 1000 / 10);
        println!(
            "{prompts:>7}   {whole:>4}.{part:02}   {:>8} {:>8}   {:>8} {:>8}",
            step.0, step.1, key.0, key.1
        );
    }
    directory::native()
}

#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark on the host measures time"
)]
fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The value below which so many of a hundred lie, in microseconds.
fn at(times: &mut [Duration], percent: usize) -> u128 {
    times.sort_unstable();
    times
        .get((times.len() * percent / 100).min(times.len().saturating_sub(1)))
        .map_or(0, Duration::as_micros)
}
