//! What comes next and what came before, found from where the person is and never by reading the whole guide.

use super::{Place, Session};
use crate::guide::{Prompt, Stage, StageId};

impl Session {
    /// The place that comes after where the person is; `None` at the last.
    pub fn next(&self) -> Option<Place> {
        let (at, prompt, place) = self.here()?;
        if at >= self.landmarks.end {
            return None;
        }
        let (run, slot, exact) = self.find(at, prompt);
        let runs = self.open_runs(prompt.stage);
        let here = runs.get(run).copied().unwrap_or_default();
        let within = || {
            if exact {
                self.ahead_of(here, slot, place)
            } else {
                self.ahead(here, slot)
            }
        };
        let later = || self.ahead(runs.get(run + 1)?, 0);
        let ahead = || self.ahead_from_stage(self.stage_from(prompt.stage + 1));
        within()
            .or_else(later)
            .or_else(ahead)
            .or_else(|| self.end_place())
    }

    /// The place that comes before where the person is; `None` at the first.
    pub fn previous(&self) -> Option<Place> {
        let Some((at, prompt, place)) = self.here() else {
            return self.end_place().or_else(|| self.last_place());
        };
        if at >= self.landmarks.end {
            return self.last_place();
        }
        let (run, slot, exact) = self.find(at, prompt);
        let runs = self.open_runs(prompt.stage);
        let here = runs.get(run).copied().unwrap_or_default();
        let within = || {
            if exact {
                self.behind_of(here, slot, place)
            } else {
                self.behind(here, slot)
            }
        };
        let earlier = || {
            let run = runs.get(run.checked_sub(1)?)?;
            self.behind(run, run.len())
        };
        within()
            .or_else(earlier)
            .or_else(|| self.behind_from_stage(self.stage_before(prompt.stage)))
    }

    /// The stage that begins with the next place, when the person is at the last place of a stage.
    pub fn next_stage(&self) -> Option<&Stage> {
        let (_, prompt, _) = self.here()?;
        let next = self.guide.prompt(&self.next()?.prompt)?;
        (next.stage != prompt.stage)
            .then(|| self.guide.stages().get(next.stage))
            .flatten()
    }

    /// Whether this is the last place of its stage and the stage has more to say that is not yet asked.
    pub fn has_more(&self) -> bool {
        let Some((_, prompt, _)) = self.here() else {
            return false;
        };
        let next = self.next();
        let next = next.and_then(|place| self.guide.prompt(&place.prompt));
        next.is_none_or(|next| next.stage != prompt.stage)
            && self.first_unasked(prompt.stage).is_some()
    }

    /// The prompt asked on the last screen: the one that follows the summary in the guide, while it is open.
    pub fn closing(&self) -> Option<&Prompt> {
        let prompts = self.guide.prompts();
        let closing = prompts.get(self.landmarks.end.checked_add(1)?)?;
        self.is_open(&Place::of(&closing.id)).then_some(closing)
    }

    /// Where the walk begins: the first open place of the route, else the summary.
    pub(super) fn first_place(&self) -> Option<Place> {
        self.ahead_from_stage(self.stage_from(0))
            .or_else(|| self.end_place())
    }

    /// The first open place that is asked in a stage.
    pub(super) fn first_of(&self, stage: usize) -> Option<Place> {
        if !self.is_stage_open(stage) {
            return None;
        }
        let asked = self.runs(stage).iter().find_map(|run| self.ahead(run, 0));
        let end = self.guide.prompts().get(self.landmarks.end);
        asked.or_else(|| end.filter(|end| end.stage == stage).and(self.end_place()))
    }

    /// The first open place of a stage that is not asked as yet.
    pub(super) fn first_unasked(&self, stage: usize) -> Option<Place> {
        if !self.is_stage_open(stage) {
            return None;
        }
        let asked = self.runs(stage);
        let whole = self.guide.stages().get(stage)?;
        let open = |at: &usize| {
            let is_asked = asked.iter().any(|run| run.binary_search(at).is_ok());
            (!is_asked).then(|| self.ahead(&[*at], 0)).flatten()
        };
        [&whole.core, &whole.more]
            .into_iter()
            .find_map(|run| self.before_end(run).iter().find_map(open))
    }

    /// Where a stage stands in the guide.
    pub(super) fn stage_at(&self, stage: &StageId) -> Option<usize> {
        self.guide.stages().iter().position(|one| one.id == *stage)
    }

    /// The summary's own place.
    pub(super) fn end_place(&self) -> Option<Place> {
        let end = self.guide.prompts().get(self.landmarks.end)?;
        Some(Place::of(&end.id))
    }

    /// The last open place before the summary.
    fn last_place(&self) -> Option<Place> {
        let last = self.guide.stages().len().checked_sub(1);
        let end = self.guide.prompts().get(self.landmarks.end);
        let stage = end.map(|end| end.stage).or(last)?;
        let here = self.behind_in_stage(stage);
        here.or_else(|| self.behind_from_stage(self.stage_before(stage)))
    }
}
