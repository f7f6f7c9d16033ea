//! What stands between a person and losing words by leaving the page.

use super::keeping::State;
use super::{App, Effect, Phase};

/// Where the words are but here, and what the browser was told of it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that is so or not, whatever the others are"
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Leave {
    /// Whether there may be words that were not printed, copied, downloaded or deleted.
    pub(super) would_lose: bool,
    /// Whether any were written since the summary was last taken to go out.
    pub(super) has_newer: bool,
    /// Whether what goes out now holds all there is, and not only what is shared.
    pub(super) goes_all: bool,
    /// Whether all there is went out, and nothing was written since.
    pub(super) all_out: bool,
    /// Whether the browser was told to ask first.
    pub(super) is_guarded: bool,
}

impl Leave {
    /// Something was said that is nowhere but here.
    pub(super) fn has_changed(&mut self) {
        (self.would_lose, self.has_newer, self.all_out) = (true, true, false);
    }

    /// All that is here is in a file, or nothing is.
    pub(super) fn is_safe(&mut self) {
        *self = Self {
            is_guarded: self.is_guarded,
            ..Self::default()
        };
    }
}

impl App {
    /// Whether there is anything here that someone wrote.
    pub(super) fn has_words(&self) -> bool {
        let session = self.session.as_ref();
        session.is_some_and(|session| !session.is_empty()) || !self.files.is_empty()
    }

    /// Whether all that was said so far lies somewhere it will be found again.
    pub(super) fn is_kept(&self) -> bool {
        matches!(&self.keeping.on, Some(on) if matches!(on.state, State::Kept))
    }

    /// Has the browser ask before the page goes away, as long as there is something to lose and no longer.
    pub(super) fn guard(&mut self, effects: &mut Vec<Effect>) {
        let wanted = self.leaving.would_lose && self.has_words() && !self.is_kept();
        if self.phase != Phase::Gone && wanted != self.leaving.is_guarded {
            self.leaving.is_guarded = wanted;
            effects.push(Effect::GuardLeaving(wanted));
        }
    }
}
