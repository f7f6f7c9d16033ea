//! The ways out: leaving the page fast, and deleting everything, here and in every other tab.

use std::rc::Rc;

use super::{App, Effect, Leaving, Over, Phase};
use crate::words::{Catalogue, Language};

/// Where *Leave this page* goes unless the host names an address: a page that looks the same to everyone (GOV.UK's pattern *Exit a page quickly*).
const NEUTRAL_PAGE: &str = "https://www.bbc.co.uk/weather";

/// All that is needed to leave the page without asking this program again.
#[derive(Debug, Clone, PartialEq)]
pub struct WayOut {
    /// Where to.
    pub exit: String,
    /// Whether Shift pressed three times leaves the page.
    pub hears_shift: bool,
    /// The language of the words.
    pub language: Language,
    /// Said where the page could not be replaced.
    pub stays: Rc<str>,
    /// Said once Shift was not pressed in time, pressed once, and pressed twice.
    pub said: [Rc<str>; 3],
}

/// What the outside was last told a way out of. Compared by pointers, since it is looked at after every key.
#[derive(Debug, Clone)]
pub(super) struct KnownExit(bool, Option<String>, Rc<Catalogue>);

impl PartialEq for KnownExit {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 && self.1 == other.1 && Rc::ptr_eq(&self.2, &other.2)
    }
}

impl App {
    /// Whether *Leave this page* stands on this screen.
    pub(super) fn shows_leave(&self) -> bool {
        match self.options.leave {
            Leaving::All => true,
            Leaving::Sensitive => self.phase == Phase::Talking && is_sensitive(self),
            Leaving::Off => false,
        }
    }

    /// Whether the page can be left by Shift, and from the first place a key comes to. With `sensitive` that is so from the moment
    /// a conversation has begun: who comes in does not wait for a screen, and what was said at a sensitive prompt is still here.
    pub(super) fn can_leave(&self) -> bool {
        match self.options.leave {
            Leaving::All => true,
            Leaving::Sensitive => self.phase == Phase::Talking || self.has_words(),
            Leaving::Off => false,
        }
    }

    /// Tells the outside how the page is left, when that has changed.
    pub(super) fn tell_way_out(&mut self, effects: &mut Vec<Effect>) {
        if matches!(self.phase, Phase::Waiting | Phase::Gone) {
            return;
        }
        let told = KnownExit(
            self.can_leave(),
            self.options.exit.clone(),
            self.words.clone(),
        );
        if self.told.as_ref() == Some(&told) {
            return;
        }
        let line = |key| self.words.line(key).text;
        effects.push(Effect::ReadyToLeave(Rc::new(WayOut {
            exit: self.exit(),
            hears_shift: told.0,
            language: self.words.language().clone(),
            stays: line("leave-page-stays"),
            said: ["leave-page-still", "leave-page-once", "leave-page-twice"].map(line),
        })));
        self.told = Some(told);
    }

    /// Where the page is left for.
    pub(super) fn exit(&self) -> String {
        let exit = self.options.exit.as_deref().unwrap_or(NEUTRAL_PAGE);
        exit.to_owned()
    }

    pub(super) fn leave_page(&mut self, effects: &mut Vec<Effect>) {
        let exit = self.exit();
        let guarded = self.leaving.is_guarded;
        *self = Self {
            phase: Phase::Gone,
            rest: self.rest,
            ideas_rest: self.ideas_rest,
            ..Self::new()
        };
        if guarded {
            effects.push(Effect::GuardLeaving(false));
        }
        effects.push(Effect::DropNotes);
        effects.push(Effect::Leave(exit));
    }

    /// *Delete everything here*: on this page, in every tab, and what was kept.
    pub(super) fn delete(&mut self, effects: &mut Vec<Effect>) {
        self.forget_all(effects);
        self.say(self.words.line("deleted"), None);
    }

    /// Drops every word, takes away all that was ever kept here, and has every other widget of the site do the same.
    pub(super) fn forget_all(&mut self, effects: &mut Vec<Effect>) {
        let was_on = self.keeping.on.is_some() || self.keeping.left.is_some();
        self.forget(effects);
        self.wipe_kept(was_on, effects);
        effects.push(Effect::Deleted);
    }

    /// The same was pressed in another widget of this page, or in another tab.
    pub(super) fn is_deleted(&mut self, effects: &mut Vec<Effect>) {
        self.keeping.found.clear();
        let looks = self.over == Some(Over::Near);
        if self.has_words() || looks || self.keeping.on.is_some() {
            self.forget(effects);
            self.say(self.words.line("deleted-elsewhere"), None);
        }
    }
}

/// Whether the person is in a stage that has a sensitive prompt, or at what shows its words. It comes with the rest of the program.
#[inline(never)]
fn is_sensitive(app: &App) -> bool {
    let Some(session) = &app.session else {
        return false;
    };
    let here = session.prompt().or_else(|| session.closing());
    let prompts = session.guide().prompts();
    let stage = here.and_then(|prompt| session.guide().stages().get(prompt.stage));
    let of_stage = stage
        .into_iter()
        .flat_map(|stage| stage.core.iter().chain(&stage.more));
    let mut of_stage = of_stage.filter_map(|at| prompts.get(*at));
    here.is_some_and(|prompt| prompt.sensitive)
        || of_stage.any(|prompt| prompt.sensitive)
        || super::screen::shows_sensitive(app, session)
}
