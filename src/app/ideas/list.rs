//! The list of what is on offer: when it is opened, and what came of it.

use std::rc::Rc;

use super::{Feed, Source, State};
use crate::app::{App, Effect, Over};
use crate::words::{Day, Language};

/// What a host named or gave.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Origin {
    given: Option<Rc<str>>,
    lists: Option<String>,
    map: Option<String>,
    /// All of it is said in it.
    language: Option<Language>,
    /// Costs and times are said as they are on it.
    today: Option<Day>,
}

impl App {
    /// Opens the lists the host names, where they are others than before.
    pub(super) fn open_services(&mut self, effects: &mut Vec<Effect>) {
        let from = Origin {
            given: self.services_given.clone(),
            lists: self.options.services.clone(),
            map: self.options.services_map.clone(),
            language: Some(self.words.language().clone()),
            // Nobody who looks at it loses it at midnight.
            today: if self.ideas_here().is_some() || self.over == Some(Over::Near) {
                self.nearby().from.today.or(self.today)
            } else {
                self.today
            },
        };
        if self.nearby().from == from {
            return;
        }
        let given = from.given.clone().map(Feed::Given);
        let named = from.lists.iter().flat_map(|all| all.split_whitespace());
        let named = named.map(|one| Feed::At(one.to_owned()));
        let feeds: Vec<_> = given.into_iter().chain(named).collect();
        self.nearby_mut().state = if feeds.is_empty() {
            State::Unasked
        } else {
            State::Coming
        };
        if !feeds.is_empty() {
            effects.push(Effect::OpenIdeas(Rc::new(Source {
                feeds,
                map: from.map.clone(),
                words: self.words.part(&["near-", "month-", "list-"]).into(),
                today: from.today,
            })));
        }
        self.nearby_mut().from = from;
    }

    pub(super) fn services_opened(&mut self, count: u32, chance: u32, effects: &mut Vec<Effect>) {
        let nearby = self.nearby_mut();
        nearby.state = if count == 0 {
            State::Missing
        } else {
            State::Here
        };
        nearby.chance = chance;
        nearby.ideas = None;
        if self.over == Some(Over::Near) {
            self.find(effects);
        }
    }

    pub(super) fn services_missing(&mut self) {
        let nearby = self.nearby_mut();
        nearby.state = State::Missing;
        nearby.ideas = None;
        if self.over == Some(Over::Near) {
            self.over = None;
            self.say(self.words.line("nearby-missing"), None);
        }
    }
}
