//! Looking through all of it.

use super::{FOUND, Seek, State};
use crate::app::{App, Effect, Over};
use crate::ideas::{Asked, Sought};

impl App {
    pub(super) fn look_through(&mut self, effects: &mut Vec<Effect>) {
        if !self.can_look_through() {
            return;
        }
        self.open(Over::Near);
        let seed = self.chance();
        let nearby = self.nearby_mut();
        nearby.found = None;
        nearby.sought = Some(Sought {
            seed,
            most: FOUND,
            ..Sought::default()
        });
        self.find(effects);
    }

    pub(super) fn find(&mut self, effects: &mut Vec<Effect>) {
        if let Some(sought) = self.nearby().sought.clone()
            && self.nearby().state == State::Here
        {
            self.ask(Asked::Find(sought), effects);
        }
    }

    pub(super) fn seek(&mut self, seek: Seek, effects: &mut Vec<Effect>) {
        let Some(sought) = &mut self.nearby_mut().sought else {
            return;
        };
        let most = sought.most;
        sought.most = FOUND;
        match seek {
            Seek::Typed(words) => sought.typed = words,
            Seek::Near(code) => sought.near = code,
            Seek::Area(area) => sought.area = area,
            Seek::Day(day) => sought.day = day,
            Seek::Free(is_on) => sought.is_free = is_on,
            Seek::AtHome(is_on) => sought.is_at_home = is_on,
            Seek::Online(is_on) => sought.is_online = is_on,
            Seek::More => sought.most = most.saturating_add(FOUND),
        }
        self.find(effects);
    }

    /// What is looked for now.
    pub(in crate::app) fn sought(&self) -> Sought {
        self.nearby().sought.clone().unwrap_or_default()
    }
}
