//! The link worker's view: what is open in it now, its keys, and what pressing each thing means. None of it is kept.

use std::rc::Rc;

use super::{App, Effect, Event, Ideas, Over, Phase};
use crate::guide::{AnswerKind, StageId};
use crate::session::{Action, At, Mode, Session, Who};

/// So many prompts may follow one another before the card offers to say back what was heard.
const PROMPTS_IN_A_ROW: u8 = 2;

/// What is open in the link worker's view.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that is open or shut, whatever the others are"
)]
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct View {
    /// Whether they came back to the prompt from another screen: a letter then is a key, and no part of the person's words.
    pub(super) returned: bool,
    /// Whether the drawer is open, where there is no room for a second sheet.
    pub(super) drawer: bool,
    /// Whether the screen is turned to the person.
    pub(super) turned: bool,
    /// Whether the ways to say it back are open.
    pub(super) sayings: bool,
    /// Whether the person's words so far are open on the card.
    pub(super) words: bool,
    /// Whether the worker said, here and now, that the two are alone.
    pub(super) alone: bool,
    /// Whether the letters do nothing, by the worker's own choice.
    pub(super) keys_off: bool,
    /// How many prompts followed one another since it was last offered to say back.
    pub(super) in_a_row: u8,
    /// Whether a part has just ended after which the guide offers the words so far.
    pub(super) part_ended: bool,
    /// What was typed to find a prompt.
    pub(super) sought: Rc<str>,
    /// Which heading of the read-back is looked at: none is all of them.
    pub(super) heading: Option<usize>,
}

/// What can be pressed in the link worker's view alone.
#[derive(Debug, Clone, PartialEq)]
pub enum Press {
    /// Opens the drawer, or shuts it.
    Drawer,
    /// Turns the screen to the person, or back.
    Turn,
    /// Opens the ways to say it back, or shuts them.
    Sayings,
    /// Opens the person's words so far on the card, or shuts them.
    Words,
    /// The two are alone together.
    Alone,
    /// The widget is no longer what is looked at: the screen may be shared now.
    Away,
    /// The list of keys.
    Keys,
    /// Has the letters do something, or nothing.
    KeysOn(bool),
    /// Finding a prompt.
    Jump,
    /// What was typed to find a prompt.
    Seek(Rc<str>),
    /// Which heading of the read-back to look at; none is all of them.
    Heading(Option<usize>),
    /// The one thing the worker will do becomes a row of the plan.
    OwnStep,
}

/// A key, outside a box unless it says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A letter or a sign.
    Sign(char),
    /// Escape.
    Escape,
    /// Control and Enter, in a box or out of it.
    On,
    /// Enter, in the box to find a prompt.
    First,
}

/// The letters, each with the words that say what it does, in the order they are listed.
pub(super) const KEYS: [(char, &str); 14] = [
    ('n', "key-next"),
    ('b', "key-back"),
    ('l', "key-leave"),
    ('c', "key-drawer"),
    ('r', "key-sayings"),
    ('w', "key-words"),
    ('t', "key-turn"),
    ('j', "key-jump"),
    ('i', "key-near"),
    ('p', "key-parts"),
    ('s', "key-summary"),
    ('o', "key-phone"),
    ('h', "key-help"),
    ('?', "key-keys"),
];

impl App {
    /// Whether a link worker is at the screen.
    pub(super) fn is_together(&self) -> bool {
        self.options.mode == Mode::Together
    }

    /// Whether letters do something.
    pub(super) fn has_keys(&self) -> bool {
        self.is_together() && self.options.keys && !self.view.keys_off
    }

    pub(super) fn press(&mut self, press: Press, effects: &mut Vec<Effect>) {
        if !self.is_together() {
            return;
        }
        let view = &mut self.view;
        match press {
            Press::Drawer => view.drawer = !view.drawer,
            Press::Turn => {
                self.over = self.over.filter(|over| *over != Over::Near);
                let view = &mut self.view;
                view.turned = !view.turned;
                view.returned = true;
                view.alone = false;
            }
            // What is opened is seen, in a drawer that was shut as well.
            Press::Sayings => {
                view.sayings = !view.sayings;
                view.drawer |= view.sayings;
            }
            Press::Words => {
                view.words = !view.words;
                view.drawer |= view.words;
            }
            Press::Alone => view.alone = true,
            Press::Away => view.alone = false,
            Press::Keys => self.open(Over::Keys),
            Press::KeysOn(on) => view.keys_off = !on,
            Press::Jump => {
                view.sought = "".into();
                self.open(Over::Jump);
            }
            Press::Seek(words) => view.sought = words,
            Press::Heading(heading) => {
                view.heading = heading;
                self.editing = None;
                self.notice = None;
            }
            Press::OwnStep => self.add_own_step(effects),
        }
    }

    pub(super) fn key(&mut self, key: Key, effects: &mut Vec<Effect>) {
        if !self.is_together() || self.phase == Phase::Waiting {
            return;
        }
        let event = match key {
            Key::Sign(sign) if self.has_keys() => self.of_sign(sign.to_ascii_lowercase()),
            Key::Sign(_) => None,
            Key::Escape => self.of_escape(),
            Key::On => self.on(),
            Key::First => self.first_found(),
        };
        if let Some(event) = event {
            self.turn(event, effects);
        }
    }

    fn of_sign(&self, sign: char) -> Option<Event> {
        let talks = self.phase == Phase::Talking && self.over.is_none();
        Some(match sign {
            '?' => Event::Press(Press::Keys),
            'h' => Event::OpenHelp,
            'p' => Event::OpenParts,
            's' => Event::OpenSummary,
            'j' => Event::Press(Press::Jump),
            'n' => return self.on(),
            'b' if talks => self.back(),
            'l' if talks => Event::act(Action::Leave),
            'c' if talks => Event::Press(Press::Drawer),
            'r' if talks => Event::Press(Press::Sayings),
            'w' if talks => Event::Press(Press::Words),
            'i' if self.looks_nearby() => Event::ideas(Ideas::LookThrough),
            't' if self.phase == Phase::Talking => Event::Press(Press::Turn),
            'o' if self.phase == Phase::Talking => self.other_phone()?,
            _ => return None,
        })
    }

    fn of_escape(&self) -> Option<Event> {
        if self.view.turned {
            return Some(Event::Press(Press::Turn));
        }
        self.over.map(|_| Event::CarryOn)
    }

    /// On from here: to the next prompt, the next heading of a read-back, or into the conversation.
    fn on(&self) -> Option<Event> {
        match (self.phase, self.over) {
            (Phase::Welcome, None) => Some(Event::Start),
            (Phase::Talking, None) => Some(match self.view.heading {
                Some(heading) if self.reads_back() => {
                    Event::Press(Press::Heading(self.heading_after(heading)))
                }
                _ => Event::act(Action::Next),
            }),
            (Phase::Talking, Some(_)) => Some(Event::CarryOn),
            _ => None,
        }
    }

    /// Back from here.
    pub(super) fn back(&self) -> Event {
        let heading = self.view.heading.filter(|_| self.reads_back());
        match heading.and_then(|heading| heading.checked_sub(1)) {
            Some(before) => Event::Press(Press::Heading(Some(before))),
            None => match self.session.as_ref().and_then(Session::previous) {
                Some(_) => Event::act(Action::Back),
                None => Event::ToWelcome,
            },
        }
    }

    /// The heading that comes after one in the read-back; none after the last, which is all of them.
    pub(super) fn heading_after(&self, heading: usize) -> Option<usize> {
        let parts = self.summary().map_or(0, |summary| summary.parts.len());
        let next = heading.saturating_add(1);
        (next < parts).then_some(next)
    }

    /// Whether the two are at the read-back.
    pub(super) fn reads_back(&self) -> bool {
        let prompt = self.session.as_ref().and_then(Session::prompt);
        self.is_together()
            && prompt.is_some_and(|prompt| matches!(prompt.answer, AnswerKind::Summary))
    }

    fn other_phone(&self) -> Option<Event> {
        let company = self.session.as_ref()?.company();
        Some(Event::act(Action::ByPhone(!company.by_phone)))
    }

    /// After a move: what was open for one prompt is shut at the next.
    pub(super) fn moved(&mut self, action: &Action, from: Option<&StageId>) {
        let now = self.session.as_ref().and_then(Session::prompt);
        let ended = self.session.as_ref().and_then(|session| {
            let stages = session.guide().stages();
            let now = stages.get(now?.stage)?;
            let from = stages.iter().find(|stage| Some(&stage.id) == from)?;
            (*action == Action::Next && now.id != from.id).then_some(from.read_back)
        });
        let view = &mut self.view;
        view.in_a_row = match action {
            // It was offered where they were.
            _ if view.in_a_row >= PROMPTS_IN_A_ROW => 1,
            Action::Next | Action::Leave => view.in_a_row + 1,
            _ => 1,
        };
        view.part_ended = ended == Some(true);
        (view.sayings, view.words) = (false, false);
        (view.alone, view.turned, view.returned) = (false, false, false);
        // Where nothing stands there is nothing to go through.
        let has_parts = |app: &Self| {
            app.summary()
                .is_some_and(|summary| !summary.parts.is_empty())
        };
        let reads_back = self.reads_back() && has_parts(self);
        self.view.heading = reads_back.then_some(0);
        // What is said at the end is not to be missed in a shut drawer.
        if self.is_closed() {
            self.view.drawer = true;
        }
    }

    /// Whether the card offers to say back what was heard: after every second prompt, and where the guide says so.
    pub(super) fn offers_to_say_back(&self) -> bool {
        self.view.in_a_row >= PROMPTS_IN_A_ROW || self.view.part_ended
    }

    /// A row of the worker's own, ready for its words.
    fn add_own_step(&mut self, effects: &mut Vec<Effect>) {
        let Some(place) = self.plan() else { return };
        self.add_step(&place, Who::Worker, None, effects);
        self.act(&Action::GoTo(place), effects);
    }

    /// Whether the place is one whose words must not be on the screen now.
    pub(super) fn is_hidden(&self) -> bool {
        let prompt = self.session.as_ref().and_then(Session::prompt);
        self.is_together() && prompt.is_some_and(|prompt| prompt.spoken) && !self.view.alone
    }

    /// Whether the conversation is past its last prompt.
    pub(super) fn is_closed(&self) -> bool {
        let session = self.session.as_ref();
        session.is_some_and(|session| *session.at() == At::Close)
    }
}
