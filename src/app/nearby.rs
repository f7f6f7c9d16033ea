//! What has to do with lists of services comes in a file of its own: where a host names one, or where something was said of one elsewhere.

use super::{App, Effect, Rest, Tell, ideas};
use crate::guide::AnswerKind;
use crate::session::{Place, Session};

impl App {
    /// Fetches it where it is wanted, and has it keep up with the conversation once it is here. It comes with the rest of the program.
    #[inline(never)]
    pub(super) fn watch_nearby(&mut self, effects: &mut Vec<Effect>) {
        match self.ideas_rest {
            Some(Rest::Here) => ideas::watch(self, effects),
            Some(rest) if self.wants_nearby() => {
                if rest == Rest::Missing {
                    self.ideas_rest = Some(Rest::Coming);
                    effects.push(Effect::FetchNearby);
                }
                self.expect_ideas(true);
            }
            _ => self.expect_ideas(false),
        }
    }

    /// Whether there is a place for ideas before they are here. Whoever stands there is not moved.
    fn expect_ideas(&mut self, are_coming: bool) {
        if let Some(session) = self.session.take() {
            let prompt = session.prompt();
            let stands_there =
                prompt.is_some_and(|prompt| matches!(prompt.answer, AnswerKind::Ideas(_)));
            self.session = Some(session.with_services(are_coming || stands_there));
        }
    }

    fn wants_nearby(&self) -> bool {
        let named = self.options.services.as_deref();
        let is_named = named.is_some_and(|named| !named.trim().is_empty());
        self.session.as_ref().is_some_and(|session| {
            is_named || self.services_given.is_some() || has_said_something(session)
        })
    }

    /// It is here, or cannot be had: then the conversation goes on without it.
    pub(super) fn take_nearby(&mut self, rest: Rest, effects: &mut Vec<Effect>) {
        self.ideas_rest = (rest == Rest::Here).then_some(rest);
        if self.ideas_rest.is_some() {
            return;
        }
        effects.push(Effect::Tell(Tell::Trouble {
            code: "directory-missing",
            message: "the program that reads lists of services could not be fetched, or broke"
                .to_owned(),
            problems: Vec::new(),
        }));
    }

    /// Whether there is something to look through.
    pub(super) fn looks_nearby(&self) -> bool {
        self.ideas_rest == Some(Rest::Here) && self.can_look_through()
    }
}

fn has_said_something(session: &Session) -> bool {
    let place = session.ideas().map(|(prompt, _)| Place::of(&prompt.id));
    place.is_some_and(|place| session.answers().contains_key(&place))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::{
        Event, Ideas, Options, Turn,
        screen::{AnswerScreen, Screen},
    };
    use crate::guide::PromptId;
    use crate::session::Action;
    use crate::words::Line;

    const GUIDE: &str = include_str!("../../www/guides/first-conversation.json");

    /// A conversation whose first screen stands, with the rest of the program here.
    fn begun(services: Option<&str>) -> Turn {
        let options = Options {
            services: services.map(str::to_owned),
            ..Options::default()
        };
        let app = App::new().update(Event::Rest(Rest::Missing)).app;
        let app = app.update(Event::Configure(Rc::new(options))).app;
        let app = app.update(Event::GuideGiven(GUIDE.into())).app;
        app.update(Event::Rest(Rest::Here))
    }

    fn fetches(turn: &Turn) -> usize {
        let fetches = |effect: &&Effect| **effect == Effect::FetchNearby;
        turn.effects.iter().filter(fetches).count()
    }

    fn go_to(prompt: &str) -> Event {
        Event::act(Action::GoTo(Place::of(&PromptId::new(prompt).unwrap())))
    }

    fn asked(app: &App) -> &str {
        let prompt = app.session.as_ref().and_then(Session::prompt);
        prompt.map_or("", |prompt| prompt.id.name())
    }

    #[test]
    fn it_is_fetched_once_and_only_where_a_list_is_named_or_given() {
        for nothing in [None, Some(""), Some(" \n ")] {
            let turn = begun(nothing);
            assert_eq!(fetches(&turn), 0);
            let turn = turn.app.update(Event::Start);
            assert_eq!(fetches(&turn), 0);
            let given = turn.app.update(Event::ServicesGiven("[]".into()));
            assert_eq!(fetches(&given), 1);
        }
        let named = begun(Some("a.json"));
        assert_eq!(fetches(&named), 1);
        assert_eq!(fetches(&named.app.update(Event::Start)), 0);
    }

    /// A conversation at the place for ideas, as it is taken up again where it was kept.
    fn taken_up_there() -> App {
        let mut app = begun(None).app;
        app.ideas_rest = Some(Rest::Here);
        let opened = Event::ideas(Ideas::Opened {
            count: 1,
            chance: 1,
        });
        let events = [Event::Start, opened, go_to("fc-options")];
        let mut app = events
            .into_iter()
            .fold(app, |app, event| app.update(event).app);
        assert_eq!(asked(&app), "fc-options");
        app.ideas_rest = Some(Rest::Missing);
        app
    }

    #[test]
    fn what_was_said_of_a_service_elsewhere_can_be_changed_where_no_list_is_named() {
        let place = Place::of(&PromptId::new("fc-options").unwrap());
        let there = taken_up_there();
        assert_eq!(fetches(&there.clone().update(Event::OpenHelp)), 0);
        let said = there.update(Event::act(Action::NoneFit(place, true)));
        assert_eq!(fetches(&said), 1);
    }

    #[test]
    fn whoever_leaves_the_page_calls_nothing_of_it() {
        let left = begun(None).app.update(Event::Start).app;
        let left = left.update(Event::LeavePage).app;
        assert_eq!(left.ideas_rest, Some(Rest::Missing));
    }

    /// What stands in place of ideas.
    fn said(app: &App) -> Option<Line> {
        match app.frame().screen {
            Screen::Prompt(prompt) => match &prompt.answer {
                AnswerScreen::Missing(line) => Some(line.clone()),
                _ => None,
            },
            _ => None,
        }
    }

    #[test]
    fn until_it_is_here_nothing_of_it_is_pressed_and_the_place_for_ideas_says_that_they_are_on_their_way()
     {
        let coming = begun(Some("a.json")).app.update(Event::Start).app;
        let pressed = coming.clone().update(Event::ideas(Ideas::LookThrough)).app;
        assert!(pressed.over.is_none() && !pressed.looks_nearby());
        let on = [go_to("fc-easier"), Event::act(Action::Next)];
        let on = on
            .into_iter()
            .fold(coming, |app, event| app.update(event).app);
        assert_eq!(asked(&on), "fc-options");
        assert_eq!(said(&on), Some(on.words.line("nearby-coming")));
        let here = on.clone().update(Event::Nearby(Rest::Here));
        assert!(
            here.effects
                .iter()
                .any(|one| matches!(one, Effect::OpenIdeas(_)))
        );
        // Whoever stands there is told that there are none; whoever comes later is led past.
        let lost = on.update(Event::Nearby(Rest::Missing)).app;
        assert_eq!(said(&lost), Some(lost.words.line("nearby-missing")));
        let back = [Event::act(Action::Next), Event::act(Action::Back)];
        let back = back
            .into_iter()
            .fold(lost, |app, event| app.update(event).app);
        assert_ne!(asked(&back), "fc-options");
    }

    #[test]
    fn where_it_cannot_be_had_the_host_is_told_once_and_the_conversation_goes_on() {
        let lost = taken_up_there().update(Event::Nearby(Rest::Missing));
        let told = |turn: &Turn| {
            let mut effects = turn.effects.iter();
            effects.any(|one| {
                matches!(one, Effect::Tell(Tell::Trouble { code, .. }) if *code == "directory-missing")
            })
        };
        assert!(told(&lost));
        assert_eq!(said(&lost.app), Some(lost.app.words.line("nearby-missing")));
        let again = lost.app.clone().update(Event::Restart);
        assert_eq!(again.app.ideas_rest, Some(Rest::Missing));
        let on = lost.app.update(Event::act(Action::Next));
        assert_ne!(asked(&on.app), "fc-options");
        assert_eq!(fetches(&on), 0);
        assert!(!told(&on));
    }
}
