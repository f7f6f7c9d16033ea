//! When nobody has pressed, touched or moved anything for a while: a warning, and then the words are out of sight,
//! or, on a device that people take turns at, gone.

use std::rc::Rc;

use super::{App, Effect, Event, Phase};
use crate::app::screen::{Look, WarningScreen};

/// So long a person can say that they are still there, in seconds. WCAG 2.2 (2.2.1) asks for twenty at the least.
const WARNED: u32 = 60;

/// After this long the next person begins, in seconds, where people take turns and the host sets no time.
const TURN: u32 = 180;

/// What the outside tells of how still it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idle {
    /// Nobody has stirred for so many seconds.
    For(u32),
    /// Somebody has.
    Stirred,
    /// *Carry on*, on the screen that the words are hidden behind.
    Back,
}

/// Whether somebody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum There {
    /// As far as is known.
    #[default]
    Yes,
    /// They were asked, and have so many seconds left to stir.
    Asked(u32),
    /// It does not look like it: the words are hidden.
    No,
}

impl App {
    pub(super) fn idle(&mut self, idle: Idle, effects: &mut Vec<Effect>) {
        let Some(after) = self.idle_after() else {
            return;
        };
        match (idle, self.there) {
            (Idle::Back, There::No) | (Idle::Stirred, There::Asked(_)) => self.there = There::Yes,
            (Idle::For(seconds), There::Yes | There::Asked(_)) if seconds >= after => {
                let left = (after + WARNED).saturating_sub(seconds);
                if left > 0 {
                    self.there = There::Asked(left);
                } else if self.options.kiosk {
                    self.next_person(effects);
                } else {
                    self.hide(effects);
                }
            }
            _ => {}
        }
    }

    /// Nothing of the words stays on the screen, nor on a page that was made to print. They stay where they are.
    fn hide(&mut self, effects: &mut Vec<Effect>) {
        self.there = There::No;
        // What was looked for stays nowhere.
        self.over = self.over.filter(|over| *over != super::Over::Near);
        self.notice = None;
        self.forget_passphrase();
        effects.push(Effect::ClearPrint);
    }

    /// The next person begins from nothing, and nothing says that somebody was here.
    fn next_person(&mut self, effects: &mut Vec<Effect>) {
        self.forget_all(effects);
    }

    /// After how many seconds a person is asked whether they are there, while there is something to see.
    fn idle_after(&self) -> Option<u32> {
        let turn = self.options.kiosk.then_some(TURN);
        let after = self.options.idle.or(turn)?;
        (self.phase == Phase::Talking || self.has_words()).then_some(after)
    }
}

/// Tells the outside how long it is to be still before it says so, when that has changed. A countdown is told second by second.
#[inline(never)]
pub(super) fn watch(app: &mut App, effects: &mut Vec<Effect>) {
    let next = match (app.idle_after(), app.there) {
        (Some(after), There::Yes) => after,
        (Some(after), There::Asked(left)) if app.options.kiosk => after + WARNED + 1 - left,
        (Some(after), There::Asked(_)) => after + WARNED,
        _ => 0,
    };
    if next != app.still_for {
        app.still_for = next;
        effects.push(Effect::WatchIdle(next));
    }
}

/// The question whether somebody is there, with so many seconds left.
#[inline(never)]
pub(super) fn warning(app: &App, left: u32) -> Rc<WarningScreen> {
    let kiosk = app.options.kiosk;
    let line = if kiosk {
        "idle-soon-kiosk"
    } else {
        "idle-soon"
    };
    let left = left.to_string();
    let left = kiosk.then(|| app.words.fill("idle-left", &[("seconds", &left)]));
    Rc::new(WarningScreen {
        line: app.words.line(line),
        left,
        way: app.way("idle-stay", Look::Other, Event::Idle(Idle::Stirred)),
    })
}
