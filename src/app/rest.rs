//! The rest of the program: what the first screen does without comes in a second file, as soon as that screen stands.

use super::{App, Effect, Event, Phase, Tell};

/// How much is here of what comes later: of the rest, or of what has to do with lists of services.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Nothing of it.
    Missing,
    /// Nothing of it, and it is on its way.
    Coming,
    /// All of it.
    Here,
}

impl App {
    /// Asks for the rest, where it is not here yet nor on its way.
    pub(super) fn want_rest(&mut self, effects: &mut Vec<Effect>) {
        if self.rest == Rest::Missing {
            self.rest = Rest::Coming;
            effects.push(Effect::FetchRest);
        }
    }

    /// Keeps a press until the rest is here. The last one counts.
    pub(super) fn hold(&mut self, event: Event, effects: &mut Vec<Effect>) {
        let is_back = |event: &Event| matches!(event, Event::TakeBack(_));
        // Words that are to be here again wait for the guide as well, and for no press.
        if is_back(&event) {
            if self.phase == Phase::Welcome {
                self.want_rest(effects);
            }
            self.held = Some(event);
            return;
        }
        if self.phase != Phase::Welcome || self.held.as_ref().is_some_and(is_back) {
            return;
        }
        self.want_rest(effects);
        self.say(self.words.line("rest-coming"), None);
        self.held = Some(event);
    }

    /// Does what was pressed before the rest was here.
    pub(super) fn go_on_with_held(&mut self, effects: &mut Vec<Effect>) {
        if let Some(event) = self.held.take() {
            self.notice = None;
            self.talk(event, effects);
        }
    }

    pub(super) fn take_rest(&mut self, rest: Rest, effects: &mut Vec<Effect>) {
        fault!("load-rest");
        let was_coming = self.rest == Rest::Coming;
        self.rest = rest;
        if rest == Rest::Missing {
            self.ideas_rest = Some(rest);
        }
        if rest == Rest::Here {
            if self.guide.is_some() && self.may_keep() {
                self.look_for_kept(effects);
            } else {
                self.go_on_with_held(effects);
            }
        } else if was_coming {
            let held = self.held.take();
            effects.push(Effect::Tell(Tell::Trouble {
                code: "rest-missing",
                message: "the second WebAssembly file could not be had; is all of the folder there, and does the page's policy allow it?".to_owned(),
                problems: Vec::new(),
            }));
            if let Some(event) = held {
                self.say(self.words.line("rest-missing"), None);
                self.offer("try-again", event);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Keep, Turn, screen::Screen};

    const GUIDE: &str = include_str!("../../www/guides/first-conversation.json");

    fn partial() -> App {
        let app = App::new().update(Event::Rest(Rest::Missing)).app;
        let Turn { app, effects } = app.update(Event::GuideGiven(GUIDE.into()));
        assert!(effects.contains(&Effect::FetchRest), "{effects:?}");
        app
    }

    fn nothing_kept() -> Event {
        Event::Keep(Keep::Found([].into(), [].into()))
    }

    #[test]
    fn a_press_before_the_rest_is_here_is_kept_and_done_when_it_comes() {
        let held = partial().update(Event::Start).app;
        assert!(matches!(held.frame().screen, Screen::Welcome(_)));
        assert!(held.frame().notice.is_some());
        let Turn { app, effects } = held.update(Event::Rest(Rest::Here));
        assert!(matches!(&effects[..], [Effect::LookKept(_)]), "{effects:?}");
        let app = app.update(nothing_kept()).app;
        assert!(matches!(app.frame().screen, Screen::Prompt(_)));
        assert_eq!(app.frame().notice, None);
    }

    #[test]
    fn a_rest_that_does_not_come_is_told_and_asked_for_again_by_a_press() {
        let held = partial().update(Event::Start).app;
        let Turn { app, effects } = held.update(Event::Rest(Rest::Missing));
        assert!(matches!(
            &effects[..],
            [Effect::Tell(Tell::Trouble {
                code: "rest-missing",
                ..
            })]
        ));
        let way = app.frame().notice.and_then(|notice| notice.way).unwrap();
        let Turn { app, effects } = app.update(way.event);
        assert_eq!(effects, [Effect::FetchRest]);
        let app = app.update(Event::Rest(Rest::Here)).app;
        let app = app.update(nothing_kept()).app;
        assert!(matches!(app.frame().screen, Screen::Prompt(_)));
    }

    #[test]
    fn help_and_leaving_wait_for_nothing() {
        let helped = partial().update(Event::OpenHelp).app;
        assert!(matches!(helped.frame().screen, Screen::Help(_)));
        let left = helped.update(Event::LeavePage);
        assert!(
            left.effects
                .iter()
                .any(|one| matches!(one, Effect::Leave(_)))
        );
    }
}
