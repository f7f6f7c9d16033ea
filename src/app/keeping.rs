//! *Keep on this device*: nothing is stored until the person chooses it, and the screen says what is so.

use std::rc::Rc;

use super::travel::Job;
use super::{App, Chance, Effect, Event, Over, Save, Travel};
use crate::keep::lock::{Key, Passphrase, Settings};
use crate::keep::store::{Content, Found, Held, Id, SharedKey, StoreError};
use crate::words::Said;

/// So many bytes in one box are much to lose.
const LONG: usize = 200;

/// Where words can be kept beside this page's memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Until the tab closes.
    Tab,
    /// On the device, behind a passphrase.
    Device,
}

impl Form {
    pub(super) const BOTH: [Self; 2] = [Self::Tab, Self::Device];

    /// Its name where it is noted.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Tab => "tab",
            Self::Device => "device",
        }
    }
}

/// Which of them the host allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed {
    /// Until the tab closes.
    pub tab: bool,
    /// On the device, behind a passphrase.
    pub device: bool,
}

impl Default for Allowed {
    fn default() -> Self {
        Self {
            tab: true,
            device: true,
        }
    }
}

/// What can be done about keeping.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Keep {
    /// *Keep on this device*.
    Open,
    /// One of the forms is chosen on its screen, or none.
    Choose(Option<Form>),
    /// What is chosen counts from now on.
    Use,
    /// *Open what I kept here*.
    OpenKept,
    /// What was kept in this tab, and on this device.
    Found(Rc<[Found]>, Rc<[Found]>),
    /// It is time to write, or the page is being put away.
    Due,
    /// The words were written, or not.
    Written(Result<Held, StoreError>),
    /// All that was ever kept is gone, or not.
    Wiped(Result<(), StoreError>),
}

/// What is known of keeping now.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that is so or not, whatever the others are"
)]
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Keeping {
    /// What is chosen on the screen, before it counts.
    pub(super) choosing: Option<Form>,
    /// What counts.
    pub(super) on: Option<On>,
    /// What lies locked on this device, the newest first.
    pub(super) found: Vec<Found>,
    /// Whether the screen for a passphrase is for one of these.
    pub(super) is_opening: bool,
    /// Where the words lie locked, from before the program broke: the key went with it, so they are kept on there no more.
    pub(super) left: Option<(Form, Id)>,
    /// What was unlocked and is not taken up yet.
    pub(super) unlocked: Option<On>,
    /// Whether anything was kept when the person deleted everything.
    had_kept: bool,
    /// Whether the person has gone somewhere since the last write.
    pub(super) has_moved: bool,
    /// Whether a write was asked for.
    is_due: bool,
    offer: Offer,
}

/// Whether keeping was offered once more, after the first long answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Offer {
    #[default]
    NotYet,
    /// On the next screen.
    Next,
    Made,
}

/// Keeping, once it is chosen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct On {
    pub(super) form: Form,
    key: Option<SharedKey>,
    pub(super) held: Option<Held>,
    pub(super) state: State,
    /// Whether a write is under way, and whether there is more to write after it.
    is_writing: bool,
    is_behind: bool,
    /// Where the words lay before, until they lie here.
    before: Option<(Form, Id)>,
}

/// What came of the last write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// None was made yet.
    Asked,
    Kept,
    Not(StoreError),
}

impl On {
    fn new(form: Form, key: Option<SharedKey>) -> Self {
        Self {
            form,
            key,
            held: None,
            state: State::Asked,
            is_writing: false,
            is_behind: false,
            before: None,
        }
    }

    pub(super) fn of(form: Form, key: Option<SharedKey>, held: Held) -> Self {
        Self {
            held: Some(held),
            state: State::Kept,
            ..Self::new(form, key)
        }
    }

    pub(super) fn place(&self) -> Option<(Form, Id)> {
        let held = self.held.as_ref()?;
        Some((self.form, held.id.clone()))
    }
}

impl Keeping {
    /// Where the words of this conversation lie now.
    pub(super) fn place(&self) -> Option<(Form, Id)> {
        let on = self.on.as_ref();
        let before = || on.and_then(|on| on.before.clone());
        let place = on.and_then(On::place).or_else(before);
        place.or_else(|| self.left.clone())
    }

    /// What lies there goes.
    fn lets_go(&mut self, (form, id): (Form, Id), effects: &mut Vec<Effect>) {
        self.found.retain(|found| found.held.id != id);
        effects.push(Effect::DropKept(form, id));
    }
}

impl App {
    pub(super) fn keep(&mut self, keep: Keep, effects: &mut Vec<Effect>) {
        match keep {
            Keep::Open if !self.may_keep() => {}
            Keep::Open => {
                self.open(Over::Keep);
                self.keeping.choosing = self.keeping.on.as_ref().map(|on| on.form);
                effects.push(Effect::AskChance);
            }
            Keep::Choose(form) => {
                self.notice = None;
                self.keeping.choosing = form.filter(|form| self.may_keep() && self.may_be(*form));
            }
            Keep::Use => self.use_chosen(effects),
            Keep::OpenKept => self.open_kept(),
            Keep::Found(tab, device) => self.look_at(&tab, &device, effects),
            Keep::Due => {
                if std::mem::take(&mut self.keeping.is_due) {
                    self.save(effects);
                }
            }
            Keep::Written(written) => self.written(written, effects),
            Keep::Wiped(wiped) => {
                // A storage that was never let near us holds nothing of ours.
                let is_left =
                    wiped.is_err_and(|error| self.keeping.had_kept || error != StoreError::Blocked);
                if is_left {
                    self.say(self.words.line("not-wiped"), None);
                }
            }
        }
    }

    fn may_be(&self, form: Form) -> bool {
        let allowed = self.options.keep;
        match form {
            Form::Tab => allowed.tab,
            Form::Device => allowed.device,
        }
    }

    fn use_chosen(&mut self, effects: &mut Vec<Effect>) {
        if self.over != Some(Over::Keep) {
            return;
        }
        let is_working = |on: &&On| !matches!(on.state, State::Not(_));
        let now = self
            .keeping
            .on
            .as_ref()
            .filter(is_working)
            .map(|on| on.form);
        match self.keeping.choosing {
            None => {
                self.stop_keeping(effects);
                self.carry_on();
                self.say(self.words.line("keep-off-said"), None);
            }
            same if same == now => self.carry_on(),
            Some(Form::Tab) => self.keep_from_now(On::new(Form::Tab, None), effects),
            Some(Form::Device) if self.files.typed.is_blank() => {
                self.say(self.words.line("passphrase-first"), None);
            }
            Some(Form::Device) => {
                self.files.job = Some(Job::Keep(self.files.typed.clone()));
                self.say(self.words.line("locking"), None);
                effects.push(Effect::AskChance);
            }
        }
    }

    /// Makes the key, once a passphrase was typed: the one time it takes a moment.
    pub(super) fn keep_locked(&mut self, passphrase: &Said, effects: &mut Vec<Effect>) {
        let chance = self.files.chance.take();
        let Some(salt) = chance
            .as_ref()
            .and_then(|Chance(bytes)| bytes.first_chunk())
        else {
            return;
        };
        let passphrase = Passphrase::new(passphrase.words());
        match Key::derive(&passphrase, Settings::default(), *salt) {
            Ok(key) => {
                let key = SharedKey(Rc::new(key));
                self.keep_from_now(On::new(Form::Device, Some(key)), effects);
            }
            Err(_) => self.say(self.words.line("no-memory"), None),
        }
    }

    fn keep_from_now(&mut self, on: On, effects: &mut Vec<Effect>) {
        let before = self.keeping.on.take();
        let before = before.and_then(|before| before.before.clone().or_else(|| before.place()));
        let before = before.or_else(|| self.keeping.left.take());
        self.keeping.on = Some(On { before, ..on });
        self.save(effects);
    }

    /// Takes away what lies anywhere of this conversation.
    pub(super) fn stop_keeping(&mut self, effects: &mut Vec<Effect>) {
        if let Some(on) = self.keeping.on.take() {
            for place in on.place().into_iter().chain(on.before) {
                self.keeping.lets_go(place, effects);
            }
        }
        if let Some(place) = self.keeping.left.take() {
            self.keeping.lets_go(place, effects);
        }
        self.keeping.is_due = false;
        self.note_kept(effects);
    }

    /// Takes away all that was ever kept here, by anyone.
    pub(super) fn wipe_kept(&mut self, was_on: bool, effects: &mut Vec<Effect>) {
        self.keeping.had_kept = was_on || !self.keeping.found.is_empty();
        self.keeping.found.clear();
        effects.push(Effect::WipeKept);
    }

    /// Something may have been said or changed: it is written soon, together with what follows at once. Who goes on has ended something, and it is written now.
    pub(super) fn keep_up(&mut self, effects: &mut Vec<Effect>) {
        let has_moved = std::mem::take(&mut self.keeping.has_moved);
        let Some(on) = &self.keeping.on else { return };
        if on.state == State::Not(StoreError::Vanished) {
            return;
        }
        if has_moved {
            self.keeping.is_due = false;
            self.save(effects);
        } else if !std::mem::replace(&mut self.keeping.is_due, true) {
            effects.push(Effect::Soon(Event::Keep(Keep::Due)));
        }
    }

    fn save(&mut self, effects: &mut Vec<Effect>) {
        let file = self.file(true);
        let (Some((file, _)), Some(guide)) = (file, &self.guide) else {
            return;
        };
        let Some(on) = &mut self.keeping.on else {
            return;
        };
        // Where the words lie is known once the write before has ended.
        if on.is_writing {
            on.is_behind = true;
            return;
        }
        on.is_writing = true;
        let content = Content {
            guide: guide.id().into(),
            text: Said::new(file.data()),
            key: on.key.clone(),
            minutes: self.options.keep_for,
        };
        let (form, held) = (on.form, on.held.clone());
        effects.push(Effect::Save(Rc::new(Save {
            form,
            held,
            content,
        })));
    }

    fn written(&mut self, written: Result<Held, StoreError>, effects: &mut Vec<Effect>) {
        // What was being written when the person deleted everything goes the same way.
        let Some(on) = &mut self.keeping.on else {
            return;
        };
        let was = on.state;
        // What was kept before goes on being written while another choice is looked at.
        let is_asking = was == State::Asked && self.over == Some(Over::Keep);
        on.is_writing = false;
        let is_behind = std::mem::take(&mut on.is_behind);
        match written {
            Ok(held) => {
                let is_new = on.held.as_ref().is_none_or(|then| then.id != held.id);
                (on.held, on.state) = (Some(held), State::Kept);
                let before = on.before.take();
                let key = match on.form {
                    Form::Tab => "kept-tab-said",
                    Form::Device => "kept-device-said",
                };
                if is_asking {
                    self.carry_on();
                }
                if was != State::Kept {
                    self.say(self.words.line(key), None);
                }
                if let Some(place) = before {
                    self.keeping.lets_go(place, effects);
                }
                if is_new {
                    self.note_kept(effects);
                }
            }
            Err(error) => {
                on.state = State::Not(error);
                let is_news = was != on.state;
                // The line at the foot says the same, and may be out of sight.
                if is_asking {
                    self.carry_on();
                }
                if is_asking || is_news {
                    let key = not_kept(error);
                    self.say(self.words.line(key), None);
                    self.offer("download", Event::Travel(Travel::DownloadFirst));
                }
            }
        }
        if is_behind {
            self.save(effects);
        }
    }

    /// After the first long answer, keeping is offered once more, on the screen that follows.
    pub(super) fn wrote(&mut self, words: &Said) {
        let is_long = words.words().len() > LONG;
        if is_long && self.keeping.offer == Offer::NotYet {
            self.keeping.offer = Offer::Next;
        }
    }

    /// Offers it, where the person has come to another screen.
    pub(super) fn offer_to_keep(&mut self) {
        if self.keeping.offer != Offer::Next {
            return;
        }
        self.keeping.offer = Offer::Made;
        if self.may_keep() && self.keeping.on.is_none() {
            self.say(self.words.line("keep-offer"), None);
            self.offers_to_keep();
        }
    }

    /// *Keep on this device*, beside what is said.
    pub(super) fn offers_to_keep(&mut self) {
        self.offer("keep-here", Event::Keep(Keep::Open));
    }
}

/// Why it could not be kept, in words.
pub(super) fn not_kept(error: StoreError) -> &'static str {
    match error {
        StoreError::Full => "not-kept-full",
        StoreError::Vanished => "not-kept-gone",
        _ => "not-kept",
    }
}
