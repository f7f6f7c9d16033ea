//! Ideas from what is on offer nearby: when they are asked for, and what comes of it.
//! Nothing of it is kept but what the person said of a service.

mod list;
mod offer;
mod seek;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use super::{App, Effect, Over, Phase, Tell, screen};
use crate::guide::{AnswerKind, Prompt, Sources};
use crate::ideas::{Asked, Card, Chosen, Found, Sought, Told};
use crate::session::{Action, Answer, Opted, Place, Who, Wish};
use crate::words::{Day, Said};

/// So many ideas stand side by side at the most: more is a list, and no talk.
const IDEAS: u32 = 3;
/// So many of what was found are shown at a time.
pub(in crate::app) const FOUND: u32 = 10;

/// Where the list of what is on offer comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The feeds, the host's own first.
    pub feeds: Vec<Feed>,
    /// Where the host's map is; ours without one.
    pub map: Option<String>,
    /// The interface's words, as the JSON of a flat object.
    pub words: Rc<str>,
    /// The day.
    pub today: Option<Day>,
}

/// One feed.
#[derive(Debug, Clone, PartialEq)]
pub enum Feed {
    /// To be fetched from this address.
    At(String),
    /// Given in code, as text.
    Given(Rc<str>),
}

/// What happens about ideas.
#[derive(Debug, Clone, PartialEq)]
pub enum Ideas {
    /// The list is open.
    Opened {
        /// How many services can be offered.
        count: u32,
        /// Drawn by chance.
        chance: u32,
    },
    /// There is no list to be had, or what held it broke.
    Missing,
    /// Something about the list does not work, for the host.
    Trouble(Trouble),
    /// The answer to what was asked with this number.
    Told(u32, Rc<Told>),
    /// The person wants to see ideas.
    Show,
    /// The person wants to see others.
    Others,
    /// The person says something of a service that is on the screen.
    Say(Rc<str>, Wish),
    /// The person takes back what they said of it.
    Unsay(Rc<str>),
    /// The person takes out what they said of it, where it does not stand.
    TakeOut(Rc<str>),
    /// *Undo*: it comes back as it was.
    PutBack,
    /// Nothing of what is on offer fits, or something may.
    NoneFit(bool),
    /// A step about a service comes into the plan, with who does it.
    Plan(Rc<str>, Who),
    /// *Look through all of it*.
    LookThrough,
    /// Something is looked for.
    Seek(Seek),
    /// *Print these in large letters*.
    Leaflet,
}

/// Something is looked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Seek {
    /// Words as they are typed.
    Typed(Said),
    /// The first half of a postcode as it is typed.
    Near(Said),
    /// A part of life, or any.
    Area(Option<Rc<str>>),
    /// A day of the week, 0 is Monday; or any.
    Day(Option<u8>),
    /// What is free, or all.
    Free(bool),
    /// What comes to the person's home.
    AtHome(bool),
    /// What goes online or by phone.
    Online(bool),
    /// *Show more*.
    More,
}

/// What a host is told of its list.
#[derive(Debug, Clone, PartialEq)]
pub struct Trouble {
    /// `services-missing`, `services-wrong`, `services-large`, `services-warnings`, `services-map`, `directory-missing`.
    pub code: &'static str,
    /// One clear sentence for the console.
    pub message: String,
}

/// Whether there is a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::app) enum State {
    /// It was not asked for.
    #[default]
    Unasked,
    /// It is on its way.
    Coming,
    /// It is here.
    Here,
    /// It cannot be had.
    Missing,
}

/// What is on offer nearby, as far as it is on the screen.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::app) struct Nearby {
    /// What the list was opened from.
    from: list::Origin,
    pub(in crate::app) state: State,
    chance: u32,
    /// How often ideas were asked for by a press, while the person stays.
    pub(in crate::app) presses: u32,
    /// The number of what was asked last.
    pub(in crate::app) asked: u32,
    is_waiting: bool,
    /// What they follow from. It can be changed in the summary, which opens over them.
    chosen: Chosen,
    /// The ideas that stand there.
    pub(in crate::app) ideas: Option<Rc<[Card]>>,
    /// Services that stood there before.
    pub(in crate::app) passed: Vec<Rc<str>>,
    /// What was taken out last, and what tells that it was put back again, or 0.
    out: Option<(Rc<Opted>, u32)>,
    /// Which conversation it is of.
    restarts: u32,
    /// What is looked for, while it is.
    sought: Option<Sought>,
    /// What was found.
    pub(in crate::app) found: Option<Rc<Found>>,
}

impl Nearby {
    /// Nothing is looked for any more.
    fn look_away(&mut self) {
        self.sought = None;
        self.found = None;
    }

    /// No ideas stand there any more.
    fn pass_by(&mut self) {
        self.ideas = None;
        self.passed.clear();
        self.presses = 0;
        self.is_waiting = false;
    }

    /// What tells that something picked was put back.
    pub(in crate::app) fn is_back(&self, id: &str) -> Option<u32> {
        let (out, mark) = self.out.as_ref()?;
        (*out.id == *id && *mark > 0).then_some(*mark)
    }

    /// A card on the screen.
    fn card(&self, id: &str) -> Option<&Card> {
        let ideas = self.ideas.iter().flat_map(|ideas| ideas.iter());
        let found = self.found.iter().flat_map(|found| &found.cards);
        ideas.chain(found).find(|card| *card.id == *id)
    }
}

/// Keeps up with where the person is: a list that is named is opened, and ideas wanted here are asked for.
/// It is a door into the file that has to do with lists.
#[inline(never)]
pub(in crate::app) fn watch(app: &mut App, effects: &mut Vec<Effect>) {
    if app.session.is_some() {
        app.open_services(effects);
    }
    if app.nearby().restarts != app.restarts {
        let nearby = app.nearby();
        // The list stays, and all that was done with it goes.
        app.nearby = Some(Rc::new(Nearby {
            from: nearby.from.clone(),
            state: nearby.state,
            chance: nearby.chance,
            asked: nearby.asked,
            restarts: app.restarts,
            ..Nearby::default()
        }));
    }
    let stands_there = app.ideas_here().is_some();
    let is_there = matches!(app.nearby().state, State::Coming | State::Here) || stands_there;
    if app
        .session
        .as_ref()
        .is_some_and(|session| session.has_services() != is_there)
    {
        app.session = app
            .session
            .take()
            .map(|session| session.with_services(is_there));
    }
    if app.over == Some(Over::Near) {
        return;
    }
    if app.nearby().sought.is_some() {
        app.nearby_mut().look_away();
    }
    if !stands_there {
        if app.nearby().presses > 0 || app.nearby().ideas.is_some() || app.nearby().is_waiting {
            app.nearby_mut().pass_by();
        }
        return;
    }
    let chosen = Chosen {
        seen: Vec::new(),
        seed: 0,
        ..app.what_was_chosen()
    };
    if app.nearby().chosen != chosen {
        let nearby = app.nearby_mut();
        nearby.pass_by();
        nearby.chosen = chosen;
    }
    if app.nearby().state == State::Here
        && app.nearby().ideas.is_none()
        && !app.nearby().is_waiting
        && app.said_of_ideas().is_some_and(|said| said.seed != 0)
    {
        app.ask_for_ideas(effects);
    }
}

impl App {
    #[inline(never)]
    pub(in crate::app) fn turn_ideas(&mut self, what: &Ideas, effects: &mut Vec<Effect>) {
        match what {
            Ideas::Opened { count, chance } => self.services_opened(*count, *chance, effects),
            Ideas::Missing => self.services_missing(),
            Ideas::Trouble(trouble) => effects.push(Effect::Tell(Tell::Trouble {
                code: trouble.code,
                message: trouble.message.clone(),
                problems: Vec::new(),
            })),
            Ideas::Told(number, told) => self.take_told(*number, told),
            Ideas::Show => self.want_ideas(effects),
            Ideas::Others => self.want_others(),
            Ideas::Say(id, wish) => self.say_of(id, *wish, effects),
            Ideas::Unsay(id) => {
                if let Some(place) = self.ideas_place() {
                    self.act(&Action::Unopt(place, id.clone()), effects);
                }
            }
            Ideas::TakeOut(id) => self.take_out_idea(id, effects),
            Ideas::PutBack => self.put_back_idea(effects),
            Ideas::NoneFit(is_so) => {
                if let Some(place) = self.ideas_place() {
                    self.act(&Action::NoneFit(place, *is_so), effects);
                }
            }
            Ideas::Plan(id, who) => self.plan_for(id, *who, effects),
            Ideas::LookThrough => self.look_through(effects),
            Ideas::Seek(seek) => self.seek(seek.clone(), effects),
            Ideas::Leaflet => self.print_leaflet(effects),
        }
    }

    /// What is nearby, to be changed. Turns that have nothing to do with it copy none of it.
    pub(in crate::app) fn nearby_mut(&mut self) -> &mut Nearby {
        Rc::make_mut(self.nearby.get_or_insert_default())
    }

    /// What is nearby.
    pub(in crate::app) fn nearby(&self) -> Rc<Nearby> {
        self.nearby.clone().unwrap_or_default()
    }

    /// What puts those that fit alike in an order of this conversation's own.
    fn chance(&self) -> u32 {
        self.nearby()
            .chance
            .wrapping_add(self.restarts.wrapping_mul(0x9e37_79b9))
    }

    fn take_told(&mut self, number: u32, told: &Told) {
        if number != self.nearby().asked {
            return;
        }
        let nearby = self.nearby_mut();
        nearby.is_waiting = false;
        match told {
            Told::Ideas(cards) => nearby.ideas = Some(cards.as_slice().into()),
            Told::Found(found) => nearby.found = Some(Rc::new(found.clone())),
        }
    }

    pub(in crate::app) fn ideas_place(&self) -> Option<Place> {
        let (prompt, _) = self.session.as_ref()?.ideas()?;
        Some(Place::of(&prompt.id))
    }

    /// The prompt where ideas stand, where the person is at it.
    fn ideas_here(&self) -> Option<&Sources> {
        let session = self.session.as_ref()?;
        match session.prompt() {
            Some(Prompt {
                answer: AnswerKind::Ideas(sources),
                ..
            }) if self.phase == Phase::Talking => Some(sources),
            _ => None,
        }
    }

    /// What the person said of what is on offer.
    pub(in crate::app) fn said_of_ideas(&self) -> Option<&crate::session::Ideas> {
        let place = self.ideas_place()?;
        match &self.session.as_ref()?.answers().get(&place)?.answer {
            Answer::Ideas(ideas) => Some(ideas),
            _ => None,
        }
    }

    /// Whether there is a list to look through, and a place for what is said of it.
    #[inline(never)]
    pub(in crate::app) fn can_look_through(&self) -> bool {
        let place = self.ideas_place();
        let session = self.session.as_ref();
        self.nearby().state == State::Here
            && place.is_some_and(|place| session.is_some_and(|session| session.is_open(&place)))
    }

    fn ask(&mut self, asked: Asked, effects: &mut Vec<Effect>) {
        let nearby = self.nearby_mut();
        nearby.asked = nearby.asked.wrapping_add(1);
        nearby.is_waiting = true;
        effects.push(Effect::AskIdeas(nearby.asked, Rc::new(asked)));
    }

    fn print_leaflet(&mut self, effects: &mut Vec<Effect>) {
        if let Some(page) = screen::ideas::leaflet(self) {
            self.notice = None;
            effects.push(Effect::Print(Rc::new(page)));
        }
    }

    /// The prompts that ideas follow from.
    pub(in crate::app) fn ideas_sources(&self) -> Option<&Sources> {
        Some(self.session.as_ref()?.ideas()?.1)
    }
}
