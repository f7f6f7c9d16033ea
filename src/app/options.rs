//! What the host may set, typed. The element makes it of attributes and properties.

use super::keeping::Allowed;
use crate::guide::RouteId;
use crate::guide::help::Nation;
use crate::session::Mode;
use crate::summary::Setting;
use crate::words::Language;

/// The age from which the guides are written for a person.
const AGE: u8 = 18;

/// What the host may set.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Where the guide is. Without one the host gives it as text.
    pub guide: Option<String>,
    /// Where the interface's words are; English without one.
    pub words: Option<String>,
    /// Where the host's own help lines are.
    pub help: Option<String>,
    /// Where the lists of what is on offer nearby are, with white space between them.
    pub services: Option<String>,
    /// Where the map from what they file services under to the guide is; ours without one.
    pub services_map: Option<String>,
    /// The route to take; the guide's first without one.
    pub route: Option<RouteId>,
    /// The language wanted; the guide's first without one.
    pub language: Option<Language>,
    /// The nation whose help lines to show; all without one.
    pub nation: Option<Nation>,
    /// The role's name, the link worker's name, and the minutes there are.
    pub setting: Setting,
    /// Who gets the summary when the person gives it.
    pub receive: Option<String>,
    /// Who is at the screen.
    pub mode: Mode,
    /// Whether letters do something in the link worker's view.
    pub keys: bool,
    /// Where words may be kept, if the person chooses it.
    pub keep: Allowed,
    /// How long they may lie there, in minutes; until they are deleted without a number.
    pub keep_for: Option<u32>,
    /// Where *Leave this page* stands.
    pub leave: Leaving,
    /// Where *Leave this page* goes; a neutral page without one.
    pub exit: Option<String>,
    /// After how many seconds without a key, a touch or a movement the words are hidden.
    pub idle: Option<u32>,
    /// Whether people take turns at the device: the next one begins from nothing, and nothing is left on it.
    pub kiosk: bool,
    /// Under which age there is a page of its own.
    pub age: Option<u8>,
    /// The host's own words on what to expect, in place of ours.
    pub expect: Option<String>,
    /// The host's own words on what happens next, on the last screen.
    pub afterwards: Option<String>,
    /// The level of the widget's first heading: 2 to 5.
    pub heading: HeadingLevel,
}

impl Options {
    /// Whether the summary can be taken along in a way that leaves it on this device, or hands it over with it.
    pub fn takes_along(&self) -> bool {
        !self.kiosk
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            guide: None,
            words: None,
            help: None,
            services: None,
            services_map: None,
            route: None,
            language: None,
            nation: None,
            setting: Setting::default(),
            receive: None,
            mode: Mode::Alone,
            keys: true,
            keep: Allowed::default(),
            keep_for: None,
            leave: Leaving::default(),
            exit: None,
            idle: None,
            kiosk: false,
            age: Some(AGE),
            expect: None,
            afterwards: None,
            heading: HeadingLevel::default(),
        }
    }
}

/// Where *Leave this page* stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Leaving {
    /// On prompts the guide says are sensitive.
    #[default]
    Sensitive,
    /// On every screen.
    All,
    /// Nowhere.
    Off,
}

/// The level of the widget's first heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadingLevel(u8);

impl HeadingLevel {
    /// 2 to 5; `None` for anything else.
    pub fn new(level: u8) -> Option<Self> {
        (2..=5).contains(&level).then_some(Self(level))
    }

    /// The level, deeper by as many as given, at most 6.
    pub fn deeper(self, by: u8) -> u8 {
        (self.0 + by).min(6)
    }
}

impl Default for HeadingLevel {
    fn default() -> Self {
        Self(2)
    }
}
