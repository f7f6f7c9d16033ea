//! Ideas from what is on offer nearby: when they are asked for, and what comes of it.
//! Nothing of it is kept but what the person said of a service.

use std::rc::Rc;

use super::{App, Effect, Over, Phase, Tell};
use crate::guide::{AnswerKind, ChoiceId, Prompt, PromptId, Sources};
use crate::ideas::{Asked, Card, Chosen, Found, Sought, Told};
use crate::session::{Action, Answer, Field, Opted, Pile, Place, Session, Who, Wish};
use crate::words::{Day, Said};

/// So many ideas stand side by side at the most: more is a list, and no talk.
const IDEAS: u32 = 3;
/// So many of what was found are shown at a time.
const FOUND: u32 = 10;

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
pub(super) enum State {
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

/// What a host named or gave.
#[derive(Debug, Clone, Default, PartialEq)]
struct Origin {
    given: Option<Rc<str>>,
    lists: Option<String>,
    map: Option<String>,
    /// Costs and times are said as they are on it.
    today: Option<Day>,
}

/// What is on offer nearby, as far as it is on the screen.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Nearby {
    /// Services the host gave as text.
    pub(super) given: Option<Rc<str>>,
    /// What the list was opened from.
    from: Origin,
    pub(super) state: State,
    pub(super) chance: u32,
    /// How often ideas were asked for by a press, while the person stays.
    pub(super) presses: u32,
    /// The number of what was asked last.
    pub(super) asked: u32,
    is_waiting: bool,
    /// What they follow from. It can be changed in the summary, which opens over them.
    chosen: Chosen,
    /// The ideas that stand there.
    pub(super) ideas: Option<Rc<[Card]>>,
    /// Services that stood there before.
    pub(super) passed: Vec<Rc<str>>,
    /// What is looked for, while it is.
    sought: Option<Sought>,
    /// What was found.
    pub(super) found: Option<Rc<Found>>,
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

    /// A card on the screen.
    fn card(&self, id: &str) -> Option<&Card> {
        let ideas = self.ideas.iter().flat_map(|ideas| ideas.iter());
        let found = self.found.iter().flat_map(|found| &found.cards);
        ideas.chain(found).find(|card| *card.id == *id)
    }
}

/// Keeps up with where the person is: a list that is named is opened, and ideas wanted here are asked for.
/// It comes with the rest of the program.
#[inline(never)]
pub(super) fn watch(app: &mut App, effects: &mut Vec<Effect>) {
    if app.session.is_some() {
        app.open_services(effects);
    }
    let stands_there = app.ideas_here().is_some();
    let is_there = matches!(app.nearby.state, State::Coming | State::Here) || stands_there;
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
    app.nearby.look_away();
    if !stands_there {
        app.nearby.pass_by();
        return;
    }
    let chosen = Chosen {
        seen: Vec::new(),
        seed: 0,
        ..app.what_was_chosen()
    };
    if app.nearby.chosen != chosen {
        app.nearby.pass_by();
        app.nearby.chosen = chosen;
    }
    if app.nearby.state == State::Here
        && app.nearby.ideas.is_none()
        && !app.nearby.is_waiting
        && app.said_of_ideas().is_some_and(|said| said.seed != 0)
    {
        app.ask_for_ideas(effects);
    }
}

impl App {
    /// Opens the lists the host names, where they are others than before.
    fn open_services(&mut self, effects: &mut Vec<Effect>) {
        let from = Origin {
            given: self.nearby.given.clone(),
            lists: self.options.services.clone(),
            map: self.options.services_map.clone(),
            // Nobody who looks at it loses it at midnight.
            today: if self.ideas_here().is_some() || self.over == Some(Over::Near) {
                self.nearby.from.today
            } else {
                self.today
            },
        };
        if self.nearby.from == from {
            return;
        }
        let given = from.given.clone().map(Feed::Given);
        let named = from.lists.iter().flat_map(|all| all.split_whitespace());
        let named = named.map(|one| Feed::At(one.to_owned()));
        let feeds: Vec<_> = given.into_iter().chain(named).collect();
        self.nearby.state = if feeds.is_empty() {
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
        self.nearby.from = from;
    }

    pub(super) fn turn_ideas(&mut self, what: &Ideas, effects: &mut Vec<Effect>) {
        match what {
            Ideas::Opened { count, chance } => {
                self.nearby.state = if *count == 0 {
                    State::Missing
                } else {
                    State::Here
                };
                self.nearby.chance = *chance;
                self.nearby.ideas = None;
                if self.over == Some(Over::Near) {
                    self.find(effects);
                }
            }
            Ideas::Missing => {
                self.nearby.state = State::Missing;
                self.nearby.ideas = None;
                if self.over == Some(Over::Near) {
                    self.over = None;
                    self.say(self.words.line("nearby-missing"), None);
                }
            }
            Ideas::Trouble(trouble) => effects.push(Effect::Tell(Tell::Trouble {
                code: trouble.code,
                message: trouble.message.clone(),
                problems: Vec::new(),
            })),
            Ideas::Told(number, told) => self.take_told(*number, told),
            Ideas::Show => self.want_ideas(effects),
            Ideas::Others => {
                self.nearby.presses += 1;
                let shown = self.nearby.ideas.take();
                let shown = shown.iter().flat_map(|ideas| ideas.iter());
                self.nearby.passed.extend(shown.map(|card| card.id.clone()));
            }
            Ideas::Say(id, wish) => self.say_of(id, *wish, effects),
            Ideas::Unsay(id) => {
                if let Some(place) = self.ideas_place() {
                    self.act(&Action::Unopt(place, id.clone()), effects);
                }
            }
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

    fn take_told(&mut self, number: u32, told: &Told) {
        if number != self.nearby.asked {
            return;
        }
        self.nearby.is_waiting = false;
        match told {
            Told::Ideas(cards) => self.nearby.ideas = Some(cards.as_slice().into()),
            Told::Found(found) => self.nearby.found = Some(Rc::new(found.clone())),
        }
    }

    /// The first prompt where ideas stand.
    fn ideas_prompt(&self) -> Option<(&Prompt, &Sources)> {
        let guide = self.session.as_ref()?.guide();
        guide
            .prompts()
            .iter()
            .find_map(|prompt| match &prompt.answer {
                AnswerKind::Ideas(sources) => Some((prompt, sources)),
                _ => None,
            })
    }

    pub(super) fn ideas_place(&self) -> Option<Place> {
        self.ideas_prompt().map(|(prompt, _)| Place::of(&prompt.id))
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
    pub(super) fn said_of_ideas(&self) -> Option<&crate::session::Ideas> {
        let place = self.ideas_place()?;
        match &self.session.as_ref()?.answers().get(&place)?.answer {
            Answer::Ideas(ideas) => Some(ideas),
            _ => None,
        }
    }

    /// Whether there is a list to look through, and a place for what is said of it.
    pub(super) fn can_look_through(&self) -> bool {
        let place = self.ideas_place();
        let session = self.session.as_ref();
        self.nearby.state == State::Here
            && place.is_some_and(|place| session.is_some_and(|session| session.is_open(&place)))
    }

    fn want_ideas(&mut self, effects: &mut Vec<Effect>) {
        let (State::Here, Some(place)) = (self.nearby.state, self.ideas_place()) else {
            return;
        };
        self.nearby.passed.clear();
        self.nearby.ideas = None;
        self.nearby.presses += 1;
        let seed = self.nearby.chance.max(1);
        self.act(&Action::AskIdeas(place, seed), effects);
    }

    fn ask_for_ideas(&mut self, effects: &mut Vec<Effect>) {
        let chosen = Asked::Ideas(self.what_was_chosen());
        self.ask(chosen, effects);
    }

    fn ask(&mut self, asked: Asked, effects: &mut Vec<Effect>) {
        self.nearby.asked = self.nearby.asked.wrapping_add(1);
        self.nearby.is_waiting = true;
        effects.push(Effect::AskIdeas(self.nearby.asked, Rc::new(asked)));
    }

    /// What the person chose in the conversation, by its ids. Nothing they wrote is looked at.
    fn what_was_chosen(&self) -> Chosen {
        let Some((_, sources)) = self.ideas_prompt() else {
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
            seen: seen.chain(self.nearby.passed.iter().cloned()).collect(),
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

    fn say_of(&mut self, id: &str, wish: Wish, effects: &mut Vec<Effect>) {
        let Some(place) = self.ideas_place() else {
            return;
        };
        let Some(card) = self.nearby.card(id) else {
            return;
        };
        let option = Opted {
            id: card.id.clone(),
            wish,
            name: Said::new(card.says.name.text.clone()),
            lines: super::screen::ideas::copied(self, &card.says),
            day: None,
        };
        self.act(&Action::Opt(place, Rc::new(option)), effects);
    }

    /// A row of the plan about a service, in one press.
    fn plan_for(&mut self, id: &str, who: Who, effects: &mut Vec<Effect>) {
        let what = super::screen::ideas::step(self, id, who);
        let (Some(place), Some(what)) = (self.plan(), what) else {
            return;
        };
        self.act(&Action::AddStep(place.clone()), effects);
        let session = self.session.as_ref();
        let added = session.and_then(|session| match &session.answers().get(&place)?.answer {
            Answer::Planned(planned) => planned.steps.last().map(|step| step.id),
            _ => None,
        });
        let Some(step) = added else { return };
        let write = Action::Write(place.clone(), Field::What(step), what);
        self.act(&write, effects);
        self.act(&Action::SetWho(place, step, Some(who)), effects);
        self.say(self.words.line("nearby-planned"), None);
    }

    fn look_through(&mut self, effects: &mut Vec<Effect>) {
        if !self.can_look_through() {
            return;
        }
        self.open(Over::Near);
        self.nearby.found = None;
        self.nearby.sought = Some(Sought {
            seed: self.nearby.chance,
            most: FOUND,
            ..Sought::default()
        });
        self.find(effects);
    }

    fn find(&mut self, effects: &mut Vec<Effect>) {
        if let Some(sought) = self.nearby.sought.clone()
            && self.nearby.state == State::Here
        {
            self.ask(Asked::Find(sought), effects);
        }
    }

    fn seek(&mut self, seek: Seek, effects: &mut Vec<Effect>) {
        let Some(sought) = &mut self.nearby.sought else {
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
    pub(super) fn sought(&self) -> Sought {
        self.nearby.sought.clone().unwrap_or_default()
    }

    fn print_leaflet(&mut self, effects: &mut Vec<Effect>) {
        if let Some(page) = super::screen::ideas::leaflet(self) {
            self.notice = None;
            effects.push(Effect::Print(Rc::new(page)));
        }
    }

    /// The prompts that ideas follow from.
    pub(super) fn ideas_sources(&self) -> Option<&Sources> {
        self.ideas_prompt().map(|(_, sources)| sources)
    }
}
