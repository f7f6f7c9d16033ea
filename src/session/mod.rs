//! One person's walk through one guide.

mod action;
mod answer;
mod apply;
mod beside;
mod boxes;
mod edit;
mod ideas;
mod landmark;
mod open;
mod route;
#[cfg(test)]
pub(crate) mod sample;
mod share;
#[cfg(test)]
mod tests;
mod voice;
mod walk;

use std::rc::Rc;

use litemap::LiteMap;

pub use action::{Action, Field};
pub use answer::{
    Answer, Answers, Chosen, Given, Ideas, Looked, Opted, Pick, Pile, Place, Planned, Sorted, Step,
    StepId, Who, Wish,
};
pub use voice::{Company, Mark, Mode, Note, Verdict, Voice};

use crate::guide::{AnswerKind, Guide, HeadingId, Prompt, RouteId, Sources, StageId, Writer};
use crate::words::{Day, Language, Said};
use landmark::Landmarks;

/// What a link worker wrote in their own voice, by place.
pub type Notes = LiteMap<Place, Note>;

/// How far a stage has been opened by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opened {
    /// Its core prompts are asked, whatever the route.
    Core,
    /// All its prompts are asked.
    All,
}

/// Where a person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// At a prompt.
    Prompt(Place),
    /// At the last screen, past the summary.
    Close,
}

/// One person's walk through one guide. Pure: [`Session::apply`] is all that can happen to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    guide: Rc<Guide>,
    route: usize,
    language: Language,
    mode: Mode,
    /// Whether the page has services, so that ideas can be asked for.
    services: bool,
    /// The link worker, as they stand on the screen: "Jo, link worker".
    worker: Rc<str>,
    at: At,
    answers: Answers,
    notes: Notes,
    wordings: LiteMap<Place, Said>,
    company: Company,
    looked: LiteMap<u32, Looked>,
    opened: LiteMap<StageId, Opened>,
    sharing: LiteMap<HeadingId, bool>,
    today: Option<Day>,
    /// Where the stages opened by hand stand in the guide, in its order.
    opened_at: Vec<usize>,
    landmarks: Rc<Landmarks>,
}

/// What of a session is written down: everything but the guide.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Kept {
    pub(crate) route: Option<RouteId>,
    pub(crate) language: Language,
    /// Where the person was; the first place where that is not known any more.
    pub(crate) at: Option<At>,
    pub(crate) answers: Answers,
    pub(crate) notes: Notes,
    pub(crate) wordings: LiteMap<Place, Said>,
    pub(crate) company: Company,
    pub(crate) looked: LiteMap<u32, Looked>,
    pub(crate) opened: LiteMap<StageId, Opened>,
    pub(crate) sharing: LiteMap<HeadingId, bool>,
    pub(crate) today: Option<Day>,
}

impl Session {
    /// Starts a guide on a route (the first, when it has none of that name), alone, in a language.
    pub fn start(guide: Rc<Guide>, route: Option<&RouteId>, language: Language) -> Option<Self> {
        Self::resume(
            guide,
            Kept {
                route: route.cloned(),
                language,
                at: None,
                answers: Answers::new(),
                notes: Notes::new(),
                wordings: LiteMap::new(),
                company: Company::default(),
                looked: LiteMap::new(),
                opened: LiteMap::new(),
                sharing: LiteMap::new(),
                today: None,
            },
        )
    }

    /// Takes up what was written down. What this guide does not know is kept, and not shown.
    pub(crate) fn resume(guide: Rc<Guide>, kept: Kept) -> Option<Self> {
        let first = Place::of(&guide.prompts().first()?.id);
        let wanted = |id: &RouteId| guide.routes().iter().position(|one| one.id == *id);
        let route = kept.route.as_ref().and_then(wanted).unwrap_or(0);
        let landmarks = Rc::new(Landmarks::of(&guide, route));
        let mut session = Self {
            guide,
            route,
            language: kept.language,
            mode: Mode::Alone,
            services: false,
            worker: Rc::default(),
            at: At::Prompt(first),
            answers: kept.answers,
            notes: kept.notes,
            wordings: kept.wordings,
            company: kept.company,
            looked: kept.looked,
            opened: kept.opened,
            sharing: kept.sharing,
            today: kept.today,
            opened_at: Vec::new(),
            landmarks,
        };
        let stages = session.guide.stages().iter().enumerate();
        let by_hand = stages.filter(|(_, stage)| session.opened.contains_key(&stage.id));
        session.opened_at = by_hand.map(|(at, _)| at).collect();
        session.at = match kept.at {
            Some(At::Close) => At::Close,
            Some(At::Prompt(place)) if session.knows(&place) => At::Prompt(place),
            _ => session.first_place().map_or(At::Close, At::Prompt),
        };
        Some(session)
    }

    /// Whether the guide has such a place up to the summary, open or not.
    fn knows(&self, place: &Place) -> bool {
        let at = self.guide.position(&place.prompt);
        let prompt = at.and_then(|at| self.guide.prompts().get(at));
        at.is_some_and(|at| at <= self.landmarks.end)
            && prompt.is_some_and(|prompt| self.takes(prompt, place.card.as_ref()))
    }

    /// The guide it walks through.
    pub fn guide(&self) -> &Rc<Guide> {
        &self.guide
    }

    /// The language the questions are asked in.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The same session in another language. No words change.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The same session with other people at the screen, the link worker under this name. No words change.
    /// Where what is asked now is not for them, the next that is comes up.
    #[must_use]
    pub fn in_mode(mut self, mode: Mode, worker: Rc<str>) -> Self {
        let was = std::mem::replace(&mut self.mode, mode);
        self.worker = worker;
        // Whether there are ideas is not known yet where a session is taken up again.
        let services = std::mem::replace(&mut self.services, true);
        let stays = matches!(&self.at, At::Prompt(place) if self.is_open(place));
        self.services = services;
        if was != mode && !stays {
            self.go_where_it_is_open();
        }
        self
    }

    /// The same session on a page that has services, or has none any more. No words change.
    /// Where ideas are asked for now and there are none to have, the next place comes up.
    #[must_use]
    pub fn with_services(mut self, services: bool) -> Self {
        self.services = services;
        let asks_ideas = |prompt: &Prompt| matches!(prompt.answer, AnswerKind::Ideas(_));
        if !services && self.prompt().is_some_and(asks_ideas) {
            self.go_where_it_is_open();
        }
        self
    }

    /// Whether the page has services, so that ideas can be asked for.
    pub fn has_services(&self) -> bool {
        self.services
    }

    fn go_where_it_is_open(&mut self) {
        if let At::Prompt(place) = &self.at
            && !self.is_open(place)
        {
            let nearest = if self.is_empty() {
                self.first_place()
            } else {
                self.next()
            };
            self.at = nearest.map_or(At::Close, At::Prompt);
        }
    }

    /// The same session on a day, as the outside world's clock tells it.
    #[must_use]
    pub fn on(self, day: Day) -> Self {
        let today = Some(day);
        Self { today, ..self }
    }

    /// Who is at the screen.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Who was there, in the sitting that was last had together.
    pub fn company(&self) -> &Company {
        &self.company
    }

    /// What is said of the steps of an earlier plan, by where each stood in it.
    pub fn looked(&self) -> &LiteMap<u32, Looked> {
        &self.looked
    }

    /// Other wordings of questions, by place.
    pub(crate) fn wordings(&self) -> &LiteMap<Place, Said> {
        &self.wordings
    }

    /// Where the person is.
    pub fn at(&self) -> &At {
        &self.at
    }

    /// The prompt the person is at, if at one.
    pub fn prompt(&self) -> Option<&Prompt> {
        match &self.at {
            At::Prompt(place) => self.guide.prompt(&place.prompt),
            At::Close => None,
        }
    }

    /// Everything said, shown now or not.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The day, once the outside world has told it.
    pub fn today(&self) -> Option<Day> {
        self.today
    }

    /// Whether a heading is kept back from everything that goes out.
    pub fn is_kept_back(&self, heading: &HeadingId) -> bool {
        let at_first = || {
            self.guide
                .headings()
                .iter()
                .any(|one| one.id == *heading && one.kept_back)
        };
        self.sharing.get(heading).copied().unwrap_or_else(at_first)
    }

    /// The route taken, by where it stands in [`Guide::routes`].
    pub fn route(&self) -> usize {
        self.route
    }

    /// How far stages have been opened by hand.
    pub fn opened(&self) -> &LiteMap<StageId, Opened> {
        &self.opened
    }

    /// Which headings were shared (`false`) or kept back (`true`) by hand.
    pub fn sharing(&self) -> &LiteMap<HeadingId, bool> {
        &self.sharing
    }

    /// The same session, with as much shared as in another one.
    #[must_use]
    pub(crate) fn sharing_as(self, other: &Self) -> Self {
        let sharing = other.sharing.clone();
        Self { sharing, ..self }
    }

    /// Whether anything in a stage holds words or choices.
    pub fn has_words(&self, stage: &StageId) -> bool {
        let stage = self.stage_at(stage);
        let stage = stage.and_then(|at| self.guide.stages().get(at));
        stage.is_some_and(|stage| {
            let mut prompts = stage.core.iter().chain(&stage.more);
            prompts.any(|&at| {
                let prompt = self.guide.prompts().get(at);
                prompt.is_some_and(|prompt| self.has_answer(&prompt.id))
            })
        })
    }

    /// Whether nothing has been said at all, nor can be put back.
    pub fn is_empty(&self) -> bool {
        let is_unmarked = |mark: &Mark| mark.beside.is_blank();
        let notes = self.notes.values();
        self.answers
            .values()
            .all(|given| given.answer.is_empty() && is_unmarked(&given.mark))
            && notes
                .into_iter()
                .all(|note| note.words.is_blank() && is_unmarked(&note.mark))
            && self.looked.values().all(|looked| looked.words.is_blank())
            && self.company.others.is_blank()
            && self.wordings.values().all(Said::is_blank)
    }

    /// The name the person likes to be called by: the words of the first prompt that tells it, if they are not blank.
    pub fn name(&self) -> Option<&Said> {
        match self.told(self.landmarks.name?)? {
            Answer::Words(words) => (!words.is_blank()).then_some(words),
            _ => None,
        }
    }

    /// Who writes, and the helper's first name if it was given; `None` where nobody said.
    pub fn writer(&self) -> Option<(Writer, Option<&Said>)> {
        let at = self.landmarks.writer?;
        self.told(at)?.writer_of(self.guide.prompts().get(at)?)
    }

    /// Whether a prompt is the first that feeds its heading, so that its answer needs no question beside it.
    pub(crate) fn leads(&self, prompt: &Prompt) -> bool {
        let first = prompt
            .feeds
            .as_ref()
            .and_then(|heading| self.landmarks.leading.get(heading));
        first.copied() == self.guide.position(&prompt.id)
    }

    /// The prompt that is the plan, asked for or not.
    pub fn plan(&self) -> Option<&Prompt> {
        self.guide.prompts().get(self.landmarks.plan?)
    }

    /// The prompt where ideas stand, asked for or not, and what they follow from.
    pub fn ideas(&self) -> Option<(&Prompt, &Sources)> {
        let prompt = self.guide.prompts().get(self.landmarks.ideas?)?;
        match &prompt.answer {
            AnswerKind::Ideas(sources) => Some((prompt, sources)),
            _ => None,
        }
    }

    /// The heading the person's name stands under.
    pub(crate) fn name_heading(&self) -> Option<&HeadingId> {
        let prompt = self.guide.prompts().get(self.landmarks.name?)?;
        prompt.feeds.as_ref()
    }

    /// What was answered at one of the prompts that tell something, if it is open.
    fn told(&self, at: usize) -> Option<&Answer> {
        let place = Place::of(&self.guide.prompts().get(at)?.id);
        let given = self.answers.get(&place)?;
        self.stands(&place).then_some(&given.answer)
    }
}
