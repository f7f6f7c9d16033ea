//! The ground a walk goes over: which prompts of which stages are asked, and the cards some are asked about.

use std::ops::Range;

use super::{At, Opened, Place, Session};
use crate::guide::{AnswerKind, ChoiceId, Prompt};

/// The two runs of a stage that are asked in turn, each in the guide's order: its core, and what was opened after it.
type Runs<'a> = [&'a [usize]; 2];

impl Session {
    /// The prompt the person is at, with where it stands.
    pub(super) fn here(&self) -> Option<(usize, &Prompt, &Place)> {
        let At::Prompt(place) = &self.at else {
            return None;
        };
        let at = self.guide.position(&place.prompt)?;
        Some((at, self.guide.prompts().get(at)?, place))
    }

    /// The prompts of the route, where it lists them.
    pub(super) fn listed(&self) -> Option<&[usize]> {
        self.guide.routes().get(self.route)?.asked.as_deref()
    }

    /// What is asked in a stage, open or not, without the summary and what follows it.
    pub(super) fn runs(&self, stage: usize) -> Runs<'_> {
        let Some(whole) = self.guide.stages().get(stage) else {
            return [&[], &[]];
        };
        let (core, more) = (self.before_end(&whole.core), self.before_end(&whole.more));
        match (self.opened.get(&whole.id), self.listed()) {
            (Some(Opened::All), _) => [core, more],
            (Some(Opened::Core), _) | (None, None) => [core, &[]],
            (None, Some(listed)) => {
                let from = self.first_listed_from(listed, stage);
                let to = self.first_listed_from(listed, stage + 1);
                [
                    self.before_end(listed.get(from..to).unwrap_or_default()),
                    &[],
                ]
            }
        }
    }

    /// The same, and nothing once an answer has closed the stage, as when a person changes their pace in the summary.
    pub(super) fn open_runs(&self, stage: usize) -> Runs<'_> {
        if self.is_stage_open(stage) {
            self.runs(stage)
        } else {
            [&[], &[]]
        }
    }

    /// Where in a route's list the prompts of a stage, or of those after it, begin.
    fn first_listed_from(&self, listed: &[usize], stage: usize) -> usize {
        let prompts = self.guide.prompts();
        listed.partition_point(|&at| prompts.get(at).is_some_and(|one| one.stage < stage))
    }

    pub(super) fn before_end<'a>(&self, run: &'a [usize]) -> &'a [usize] {
        let to = run.partition_point(|&at| at < self.landmarks.end);
        run.get(..to).unwrap_or_default()
    }

    /// Which run of its stage a prompt belongs to, where in it, and whether it is in fact asked there.
    pub(super) fn find(&self, at: usize, prompt: &Prompt) -> (usize, usize, bool) {
        let [core, more] = self.runs(prompt.stage);
        match (core.binary_search(&at), more.binary_search(&at)) {
            (Ok(slot), _) => (0, slot, true),
            (_, Ok(slot)) => (1, slot, true),
            (Err(slot), _) => (0, slot, false),
        }
    }

    /// The first open place of a run from a slot on.
    pub(super) fn ahead(&self, run: &[usize], from: usize) -> Option<Place> {
        let mut slot = from;
        while let Some(prompt) = self.in_run(run, slot) {
            let group = self.group(run, slot);
            let cards = self.cards_of(prompt);
            let found = match prompt.answer {
                AnswerKind::EachCard { .. } => cards
                    .iter()
                    .find_map(|card| self.open_in(run, slot..group.end, Some(card))),
                _ => self.open_in(run, slot..group.end, None),
            };
            if found.is_some() {
                return found;
            }
            slot = group.end;
        }
        None
    }

    /// The last open place of a run before a slot.
    pub(super) fn behind(&self, run: &[usize], to: usize) -> Option<Place> {
        let mut slot = to;
        while let Some(prompt) = slot.checked_sub(1).and_then(|last| self.in_run(run, last)) {
            let group = self.group(run, slot - 1);
            let cards = self.cards_of(prompt);
            let back = (group.start..slot).rev();
            let found = match prompt.answer {
                AnswerKind::EachCard { .. } => cards
                    .iter()
                    .rev()
                    .find_map(|card| self.open_in(run, back.clone(), Some(card))),
                _ => self.open_in(run, back, None),
            };
            if found.is_some() {
                return found;
            }
            slot = group.start;
        }
        None
    }

    /// The first open place of a run after a place in it.
    pub(super) fn ahead_of(&self, run: &[usize], slot: usize, place: &Place) -> Option<Place> {
        let group = self.group(run, slot);
        let (cards, before, after) = self.around(run, slot, place);
        let same = cards.get(before..after).unwrap_or_default().first();
        let later = cards.get(after..).unwrap_or_default();
        same.and_then(|card| self.open_in(run, slot + 1..group.end, Some(card)))
            .or_else(|| {
                later
                    .iter()
                    .find_map(|card| self.open_in(run, group.clone(), Some(card)))
            })
            .or_else(|| self.ahead(run, group.end))
    }

    /// The last open place of a run before a place in it.
    pub(super) fn behind_of(&self, run: &[usize], slot: usize, place: &Place) -> Option<Place> {
        let group = self.group(run, slot);
        let (cards, before, after) = self.around(run, slot, place);
        let same = cards.get(before..after).unwrap_or_default().first();
        let earlier = cards.get(..before).unwrap_or_default();
        same.and_then(|card| self.open_in(run, (group.start..slot).rev(), Some(card)))
            .or_else(|| {
                earlier
                    .iter()
                    .rev()
                    .find_map(|card| self.open_in(run, group.clone().rev(), Some(card)))
            })
            .or_else(|| self.behind(run, group.start))
    }

    /// The first open place among some slots of a run.
    fn open_in(
        &self,
        run: &[usize],
        mut slots: impl Iterator<Item = usize>,
        card: Option<&ChoiceId>,
    ) -> Option<Place> {
        slots.find_map(|slot| {
            let prompt = self.in_run(run, slot)?;
            (self.is_for(prompt) && self.is_prompt_open(prompt)).then(|| Place {
                prompt: prompt.id.clone(),
                card: card.cloned(),
            })
        })
    }

    /// The slots asked card by card together with this one; itself alone for any other prompt.
    fn group(&self, run: &[usize], slot: usize) -> Range<usize> {
        let cards = |slot: usize| match &self.in_run(run, slot)?.answer {
            AnswerKind::EachCard { cards, .. } => Some(cards),
            _ => None,
        };
        let Some(own) = cards(slot) else {
            return slot..slot + 1;
        };
        let same = |slot: &usize| cards(*slot) == Some(own);
        let before = (0..slot).rev().take_while(same).count();
        let after = (slot + 1..run.len()).take_while(same).count();
        slot - before..slot + after + 1
    }

    /// The cards asked about at a slot, how many come before the place's card, and how many with it.
    fn around(&self, run: &[usize], slot: usize, place: &Place) -> (Vec<ChoiceId>, usize, usize) {
        let Some((prompt, card)) = self.in_run(run, slot).zip(place.card.as_ref()) else {
            return (Vec::new(), 0, 0);
        };
        let cards = self.cards_of(prompt);
        if let Some(at) = cards.iter().position(|one| one == card) {
            return (cards, at, at + 1);
        }
        // A card no longer asked about still has its place in the order it was chosen in.
        let chosen = self.chosen_cards(prompt);
        let earlier = chosen.iter().take_while(|one| *one != card);
        let before = earlier.filter(|one| cards.contains(one)).count();
        let before = if chosen.contains(card) { before } else { 0 };
        (cards, before, before)
    }

    fn in_run(&self, run: &[usize], slot: usize) -> Option<&Prompt> {
        self.guide.prompts().get(*run.get(slot)?)
    }

    /// The first open place of a stage, or of those that may follow it.
    pub(super) fn ahead_from_stage(&self, mut stage: Option<usize>) -> Option<Place> {
        while let Some(here) = stage {
            if self.is_stage_open(here) {
                let found = self.runs(here).iter().find_map(|run| self.ahead(run, 0));
                if found.is_some() {
                    return found;
                }
            }
            stage = self.stage_from(here + 1);
        }
        None
    }

    /// The last open place of a stage, or of those that may come before it.
    pub(super) fn behind_from_stage(&self, mut stage: Option<usize>) -> Option<Place> {
        while let Some(here) = stage {
            let found = self.behind_in_stage(here);
            if found.is_some() {
                return found;
            }
            stage = self.stage_before(here);
        }
        None
    }

    /// The last open place that is asked in a stage.
    pub(super) fn behind_in_stage(&self, stage: usize) -> Option<Place> {
        if !self.is_stage_open(stage) {
            return None;
        }
        let runs = self.runs(stage);
        runs.iter()
            .rev()
            .find_map(|run| self.behind(run, run.len()))
    }

    /// The first stage from this one on in which anything may be asked.
    pub(super) fn stage_from(&self, stage: usize) -> Option<usize> {
        let Some(listed) = self.listed() else {
            return self.guide.stages().get(stage).and(Some(stage));
        };
        let next = listed.get(self.first_listed_from(listed, stage));
        let next = next.and_then(|&at| self.guide.prompts().get(at));
        let later = self.opened_at.partition_point(|opened| *opened < stage);
        let by_hand = self.opened_at.get(later).copied();
        let listed = next.map(|prompt| prompt.stage);
        listed.into_iter().chain(by_hand).min()
    }

    /// The last stage before this one in which anything may be asked.
    pub(super) fn stage_before(&self, stage: usize) -> Option<usize> {
        let Some(listed) = self.listed() else {
            return stage.checked_sub(1);
        };
        let last = self.first_listed_from(listed, stage).checked_sub(1);
        let last = last.and_then(|last| self.guide.prompts().get(*listed.get(last)?));
        let later = self.opened_at.partition_point(|opened| *opened < stage);
        let by_hand = later.checked_sub(1);
        let by_hand = by_hand.and_then(|last| self.opened_at.get(last).copied());
        let listed = last.map(|prompt| prompt.stage);
        listed.into_iter().chain(by_hand).max()
    }
}
