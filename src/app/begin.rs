//! Where a conversation begins, and where one is dropped for the next.

use super::idle::There;
use super::together::View;
use super::travel::Files;
use super::{App, Effect, Phase, Rest};
use crate::guide::RouteId;
use crate::session::Session;
use crate::words::Said;

impl App {
    /// From the welcome screen into the conversation.
    pub(super) fn begin(&mut self, route: Option<RouteId>, effects: &mut Vec<Effect>) {
        if self.phase != Phase::Welcome {
            return;
        }
        if self.session.as_ref().is_some_and(Session::is_empty) {
            self.session = self.afresh(route.as_ref().or(self.options.route.as_ref()));
        }
        self.phase = Phase::Talking;
        self.carry_on();
        effects.push(Effect::AskDay);
        self.tell_stage(None, effects);
    }

    /// A conversation from its beginning, where there is a guide.
    pub(super) fn fresh(&self, route: Option<&RouteId>) -> Option<Session> {
        let guide = self.guide.clone()?;
        let language = self.language_of(&guide);
        let session = Session::start(guide, route, language)?;
        let session = match self.today {
            Some(day) => session.on(day),
            None => session,
        };
        Some(self.with_company(session))
    }

    /// The same where nothing was said yet: what was said of sharing stays, since words may have come with a file.
    pub(super) fn afresh(&self, route: Option<&RouteId>) -> Option<Session> {
        let fresh = self.fresh(route)?;
        Some(match &self.session {
            Some(session) => fresh.sharing_as(session),
            None => fresh,
        })
    }

    /// The session with whoever is at the screen, the link worker under the name that stands there.
    pub(super) fn with_company(&self, session: Session) -> Session {
        let setting = &self.options.setting;
        session.in_mode(self.options.mode, setting.signed(&self.words))
    }

    pub(super) fn return_to_welcome(&mut self) {
        if self.phase == Phase::Talking {
            self.phase = Phase::Welcome;
            self.carry_on();
        }
    }

    /// Drops every word, and begins again.
    pub(super) fn forget(&mut self, effects: &mut Vec<Effect>) {
        if !matches!(self.phase, Phase::Welcome | Phase::Talking) {
            return;
        }
        self.carry_on();
        if self.keeping.on.is_some() || self.keeping.left.is_some() {
            self.stop_keeping(effects);
        }
        self.there = There::Yes;
        self.view = View::default();
        self.files = Files {
            can_share: self.files.can_share,
            ..Files::default()
        };
        self.session = self.fresh(self.options.route.as_ref());
        self.phase = Phase::Welcome;
        self.leaving.is_safe();
        self.copying.clear();
        self.given = None;
        self.noted = Said::default();
        self.restarts = self.restarts.wrapping_add(1);
        // What could not be had may be there for the next conversation.
        self.ideas_rest = self.ideas_rest.or(Some(Rest::Missing));
        effects.push(Effect::DropNotes);
    }
}
