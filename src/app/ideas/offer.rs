//! Ideas: what they follow from, and what the person says of them.

use std::rc::Rc;

use super::{IDEAS, Ideas, State};
use crate::app::screen::ideas::{copied, step};
use crate::app::{App, Effect, Event};
use crate::guide::{ChoiceId, PromptId};
use crate::ideas::{Asked, Chosen};
use crate::session::{Action, Answer, Opted, Pile, Place, Session, Who, Wish};
use crate::words::Said;

impl App {
    pub(super) fn want_ideas(&mut self, effects: &mut Vec<Effect>) {
        let (State::Here, Some(place)) = (self.nearby().state, self.ideas_place()) else {
            return;
        };
        let nearby = self.nearby_mut();
        nearby.passed.clear();
        nearby.ideas = None;
        nearby.presses += 1;
        let seed = self.chance().max(1);
        self.act(&Action::AskIdeas(place, seed), effects);
    }

    pub(super) fn want_others(&mut self) {
        let nearby = self.nearby_mut();
        nearby.presses += 1;
        let shown = nearby.ideas.take();
        let shown = shown.iter().flat_map(|ideas| ideas.iter());
        nearby.passed.extend(shown.map(|card| card.id.clone()));
    }

    pub(super) fn ask_for_ideas(&mut self, effects: &mut Vec<Effect>) {
        let chosen = Asked::Ideas(self.what_was_chosen());
        self.ask(chosen, effects);
    }

    /// What the person chose in the conversation, by its ids. Nothing they wrote is looked at.
    pub(super) fn what_was_chosen(&self) -> Chosen {
        let Some(sources) = self.ideas_sources() else {
            return Chosen::default();
        };
        let said = self.said_of_ideas();
        let opted = said.iter().flat_map(|said| &said.options);
        let seen = opted.map(|option| option.id.clone());
        Chosen {
            areas: self.picked(sources.areas.as_ref()),
            interests: self.picked(sources.interests.as_ref()),
            easier: self.picked(sources.easier.as_ref()),
            not_now: self.picked(sources.not_now.as_ref()),
            seen: seen.chain(self.nearby().passed.iter().cloned()).collect(),
            seed: said.map_or(1, |said| said.seed),
            most: IDEAS,
        }
    }

    /// The ids picked at a prompt: of cards those under *Want a change*, what is to be talked about first.
    fn picked(&self, prompt: Option<&PromptId>) -> Vec<Rc<str>> {
        let session = self.session.as_ref();
        let answers = session.map(Session::answers);
        let given = prompt.and_then(|prompt| answers?.get(&Place::of(prompt)));
        let ids: Vec<&ChoiceId> = match given.map(|given| &given.answer) {
            Some(Answer::Chosen(chosen)) => chosen.picks.iter().map(|pick| &pick.choice).collect(),
            Some(Answer::Sorted(sorted)) => {
                let changes = sorted
                    .piles
                    .iter()
                    .filter(|(_, pile)| *pile == Pile::Change);
                changes.map(|(card, _)| card).collect()
            }
            _ => Vec::new(),
        };
        ids.into_iter().map(|id| id.name().into()).collect()
    }

    pub(super) fn say_of(&mut self, id: &str, wish: Wish, effects: &mut Vec<Effect>) {
        let Some(place) = self.ideas_place() else {
            return;
        };
        let nearby = self.nearby();
        let Some(card) = nearby.card(id) else {
            return;
        };
        let option = Opted {
            id: card.id.clone(),
            wish,
            name: Said::new(card.says.name.text.clone()),
            lines: copied(self, &card.says),
            day: None,
        };
        self.act(&Action::Opt(place, Rc::new(option)), effects);
    }

    /// Takes out what was said of a service, with a way back.
    pub(super) fn take_out_idea(&mut self, id: &Rc<str>, effects: &mut Vec<Effect>) {
        let said = self.said_of_ideas();
        let opted = said.and_then(|said| said.options.iter().find(|one| one.id == *id));
        let (Some(place), Some(opted)) = (self.ideas_place(), opted.cloned()) else {
            return;
        };
        self.nearby_mut().out = Some((Rc::new(opted), 0));
        self.act(&Action::Unopt(place, id.clone()), effects);
        self.say(self.words.line("nearby-taken-out"), None);
        self.offer("put-back", Event::ideas(Ideas::PutBack));
    }

    pub(super) fn put_back_idea(&mut self, effects: &mut Vec<Effect>) {
        let now = self.notices;
        let (Some(place), Some((out, mark))) = (self.ideas_place(), &mut self.nearby_mut().out)
        else {
            return;
        };
        *mark = now;
        let out = out.clone();
        self.act(&Action::Opt(place, out), effects);
        self.notice = None;
    }

    /// A row of the plan about a service, in one press.
    pub(super) fn plan_for(&mut self, id: &str, who: Who, effects: &mut Vec<Effect>) {
        let what = step(self, id, who);
        let (Some(place), Some(what)) = (self.plan(), what) else {
            return;
        };
        self.add_step(&place, who, Some(what), effects);
        self.say(self.words.line("nearby-planned"), None);
    }
}
