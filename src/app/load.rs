//! What the host sets, and what comes of fetching it.

use std::rc::Rc;

use super::{App, Effect, Event, Fault, Options, Phase, Resource, Rest, Tell};
use crate::guide::{Guide, RouteId, help};
use crate::words::{Catalogue, Language};

impl App {
    pub(super) fn configure(&mut self, options: Rc<Options>, effects: &mut Vec<Effect>) {
        fault!("load-configure");
        let before = std::mem::replace(&mut self.options, options);
        let is_new = |now: &Option<String>, then: &Option<String>| now != then;
        let mut fetch = |resource, url: &Option<String>| {
            if let Some(url) = url {
                effects.push(Effect::Fetch(resource, url.clone()));
            }
        };
        if is_new(&self.options.guide, &before.guide) {
            fetch(Resource::Guide, &self.options.guide);
        }
        if is_new(&self.options.help, &before.help) {
            self.near = Rc::new([]);
            fetch(Resource::Help, &self.options.help);
        }
        if is_new(&self.options.words, &before.words) {
            self.waiting_for_words = self.options.words.is_some();
            fetch(Resource::Words, &self.options.words);
            if !self.waiting_for_words {
                self.take_words(Catalogue::english(), effects);
            }
        }
        if self.today.is_none() {
            effects.push(Effect::AskDay);
        }
        if let (Some(session), Some(guide)) = (self.session.take(), &self.guide) {
            let language = self.language_of(guide);
            let begins = session.is_empty() && self.phase == Phase::Welcome;
            self.session = Some(session);
            self.session = if begins {
                self.afresh(self.options.route.as_ref())
            } else {
                let session = self.session.take();
                session.map(|session| self.with_company(session.in_language(language)))
            };
        }
    }

    /// The language a guide's texts are wanted in: the host's, else that of the guide's first.
    pub(super) fn language_of(&self, guide: &Guide) -> Language {
        let first = || guide.languages().first().cloned();
        self.options
            .language
            .clone()
            .or_else(first)
            .unwrap_or_else(Language::english)
    }

    pub(super) fn fetched(
        &mut self,
        resource: Resource,
        address: &str,
        result: Result<Rc<str>, Fault>,
        effects: &mut Vec<Effect>,
    ) {
        let wanted = match resource {
            Resource::Guide => &self.options.guide,
            Resource::Words => &self.options.words,
            Resource::Help => &self.options.help,
        };
        // What the host no longer wants may come late.
        if wanted.as_deref() != Some(address) {
            return;
        }
        match (resource, result) {
            (Resource::Guide, Ok(text)) => self.take_guide(&text, effects),
            (Resource::Guide, Err(_)) => {
                let message = "the guide could not be fetched; is its address right, and does the page's policy allow it?";
                trouble("guide-missing", message, effects);
                self.without_guide(effects);
            }
            (Resource::Words, Ok(text)) => {
                if let Ok(words) = Catalogue::read(&text) {
                    self.take_words(words, effects);
                } else {
                    trouble(
                        "words-wrong",
                        "the file of words is not one flat JSON object with a language",
                        effects,
                    );
                    self.take_words(Catalogue::english(), effects);
                }
            }
            (Resource::Words, Err(_)) => {
                trouble(
                    "words-missing",
                    "the file of words could not be fetched; English is shown",
                    effects,
                );
                self.take_words(Catalogue::english(), effects);
            }
            (Resource::Help, Ok(text)) => match help::read(&text) {
                Ok(lines) => self.near = lines.into(),
                Err(problem) => trouble("help-wrong", &problem, effects),
            },
            (Resource::Help, Err(_)) => {
                trouble(
                    "help-missing",
                    "the page's own help lines could not be fetched",
                    effects,
                );
            }
        }
    }

    fn take_words(&mut self, words: Catalogue, effects: &mut Vec<Effect>) {
        fault!("load-words");
        self.words = Rc::new(words);
        self.waiting_for_words = false;
        self.welcome(effects);
    }

    /// Reads a guide and begins with it. One that comes when words have been written changes nothing: they belong to the guide before.
    pub(super) fn take_guide(&mut self, text: &str, effects: &mut Vec<Effect>) {
        fault!("load-guide");
        if self.has_words() {
            let message =
                "another guide came after words were written; the one they were written in stays";
            return trouble("guide-late", message, effects);
        }
        let reading = Guide::read(text);
        let has_errors = reading.guide.is_none();
        if !reading.report.is_empty() {
            let message = if has_errors {
                "the guide has errors; see the problems listed, or run the check for authors"
            } else {
                "the guide can be used, and has warnings"
            };
            let code = if has_errors {
                "guide-wrong"
            } else {
                "guide-warnings"
            };
            effects.push(Effect::Tell(Tell::Trouble {
                code,
                message: message.to_owned(),
                problems: reading.report,
            }));
        }
        let Some(guide) = reading.guide else {
            return self.without_guide(effects);
        };
        let is_there = |wanted: &RouteId| guide.routes().iter().any(|route| route.id == *wanted);
        if !self.options.route.as_ref().is_none_or(is_there) {
            let message = "the guide has no route of the name given; its first is taken";
            trouble("route-missing", message, effects);
        }
        self.guide = Some(guide);
        self.phase = Phase::Waiting;
        self.session = self.fresh(self.options.route.as_ref());
        self.welcome(effects);
    }

    fn without_guide(&mut self, effects: &mut Vec<Effect>) {
        if let Some(Event::TakeBack(_)) = self.held.take() {
            effects.push(Effect::Rescue);
        }
        if !self.has_words() {
            self.session = None;
            self.guide = None;
            self.phase = Phase::Trouble;
        }
    }

    /// Shows the welcome screen once all that was waited for has come.
    fn welcome(&mut self, effects: &mut Vec<Effect>) {
        if self.phase == Phase::Waiting && self.session.is_some() && !self.waiting_for_words {
            self.phase = Phase::Welcome;
            self.want_rest(effects);
            if self.rest == Rest::Here {
                self.look_for_kept(effects);
            }
            effects.push(Effect::Tell(Tell::Ready));
        }
    }
}

/// Tells the host that something it set does not work, in one sentence.
fn trouble(code: &'static str, message: &str, effects: &mut Vec<Effect>) {
    effects.push(Effect::Tell(Tell::Trouble {
        code,
        message: message.to_owned(),
        problems: Vec::new(),
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Turn;
    use crate::app::screen::Screen;
    use crate::session::{Action, Session};

    const GUIDE: &str = include_str!("../../www/guides/first-conversation.json");

    fn given() -> App {
        App::new().update(Event::GuideGiven(GUIDE.into())).app
    }

    fn on_route(app: App, name: &str) -> App {
        let options = Options {
            route: RouteId::new(name),
            ..Options::default()
        };
        app.update(Event::Configure(Rc::new(options))).app
    }

    /// Whether the welcome screen offers the short way.
    fn offers_short(app: &App) -> bool {
        match app.frame().screen {
            Screen::Welcome(welcome) => {
                let mut ways = welcome.ways.iter();
                ways.any(|way| way.event == Event::StartShort)
            }
            other => panic!("no welcome: {other:?}"),
        }
    }

    #[test]
    fn what_the_host_names_is_fetched_once() {
        let options = Options {
            guide: Some("g.json".to_owned()),
            ..Options::default()
        };
        let Turn { app, effects } = App::new().update(Event::Configure(Rc::new(options.clone())));
        assert_eq!(
            effects,
            [
                Effect::Fetch(Resource::Guide, "g.json".to_owned()),
                Effect::AskDay
            ]
        );
        let again = app.update(Event::Configure(Rc::new(options)));
        assert_eq!(again.effects, [Effect::AskDay]);
    }

    #[test]
    fn a_guide_that_cannot_be_fetched_still_leaves_help() {
        let options = Options {
            guide: Some("g.json".to_owned()),
            ..Options::default()
        };
        let app = App::new().update(Event::Configure(Rc::new(options))).app;
        let missing = Event::Fetched(Resource::Guide, "g.json".into(), Err(Fault::Unreachable));
        let turn = app.update(missing);
        assert!(matches!(
            &turn.effects[..],
            [
                Effect::Tell(Tell::Trouble {
                    code: "guide-missing",
                    ..
                }),
                Effect::ReadyToLeave(_)
            ]
        ));
        let helped = turn.app.update(Event::OpenHelp).app;
        assert!(matches!(helped.frame().screen, Screen::Help(_)));
    }

    #[test]
    fn a_route_the_host_names_late_counts_on_the_welcome_screen_and_moves_nobody_who_has_begun() {
        let welcome = given();
        assert!(offers_short(&welcome));
        assert!(!offers_short(&on_route(welcome, "short")));
        let begun = given().update(Event::Start).app;
        let begun = begun.update(Event::act(Action::Next)).app;
        assert!(begun.session.as_ref().is_some_and(Session::is_empty));
        let before = begun.frame();
        assert_eq!(on_route(begun, "short").frame(), before);
    }

    #[test]
    fn nothing_is_opened_before_there_is_a_guide_and_help_alone_where_there_is_none() {
        let opens = [
            Event::OpenHelp,
            Event::OpenSummary,
            Event::OpenParts,
            Event::OpenThen,
            Event::OpenLeaving,
            Event::OpenYoung,
        ];
        let none = App::new().update(Event::GuideGiven("{}".into())).app;
        for (at, open) in opens.into_iter().enumerate() {
            let early = App::new().update(open.clone()).app;
            assert_eq!(early, App::new(), "{open:?}");
            let opened = none.clone().update(open.clone()).app;
            assert_eq!(opened != none, at == 0, "{open:?}");
        }
    }
}
