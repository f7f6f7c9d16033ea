//! Everything that can happen to the widget.

use std::rc::Rc;

use super::ideas::Ideas;
use super::idle::Idle;
use super::keeping::Keep;
use super::options::Options;
use super::rest::Rest;
use super::together::{Key, Press};
use super::travel::Travel;
use crate::guide::HeadingId;
use crate::session::{Action, Place, Voice};
use crate::words::{Day, Said};

/// Something happened: a person acted, the browser answered, the host set something.
/// It is cheap to copy, since every button holds one.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The host set what it wants, for the first time or anew.
    Configure(Rc<Options>),
    /// The host gave a guide as text, in place of a file.
    GuideGiven(Rc<str>),
    /// The host gave services as text; none, where it is empty.
    ServicesGiven(Rc<str>),
    /// Something that was asked for by this address has come, or not.
    Fetched(Resource, Rc<str>, Result<Rc<str>, Fault>),
    /// The clock's day.
    Today(Day),
    /// The person starts, on the host's route.
    Start,
    /// The person starts on the short route.
    StartShort,
    /// The person does something in the conversation.
    Act(Rc<Action>),
    /// The person goes back to the welcome screen.
    ToWelcome,
    /// *Parts of this conversation*.
    OpenParts,
    /// *My summary*.
    OpenSummary,
    /// *Get help now*.
    OpenHelp,
    /// *Carry on*: back to where the person was.
    CarryOn,
    /// Opens an entry of the summary, under its heading, for editing in place; `None` closes it.
    Edit(Option<Rc<(HeadingId, Place, Voice)>>),
    /// *Then and now*.
    OpenThen,
    /// *Print then and now*.
    PrintThen,
    /// *Print*.
    Print,
    /// *Copy as text*, or *Copy this part*.
    Copy(Option<HeadingId>),
    /// *Download*.
    Download,
    /// *Give this to …*.
    Give,
    /// *Delete everything here*, not yet confirmed.
    AskDelete,
    /// The person keeps the words after all.
    KeepWords,
    /// The person deletes the words.
    Delete,
    /// *Leave this page*.
    LeavePage,
    /// *About leaving*.
    OpenLeaving,
    /// *I am under 18*.
    OpenYoung,
    /// Nobody has stirred for a while, or somebody has.
    Idle(Idle),
    /// Everything was deleted in another widget of the site, on this page or in another tab.
    Deleted,
    /// How much of the program is here has changed.
    Rest(Rest),
    /// What has to do with lists of services is here, or cannot be had.
    Nearby(Rest),
    /// Something in the link worker's view was pressed.
    Press(Press),
    /// A key.
    Key(Key),
    /// The device can hand a file to its own share sheet.
    CanShare,
    /// Something is done with a file.
    Travel(Travel),
    /// Something is done about keeping.
    Keep(Keep),
    /// Something happens about ideas.
    Ideas(Rc<Ideas>),
    /// The program broke: here is what was noted before it did.
    TakeBack(Said),
    /// An effect has ended.
    Done(Done),
    /// The host asks to start again from nothing.
    Restart,
}

impl Event {
    /// The person does something in the conversation.
    pub fn act(action: Action) -> Self {
        Self::Act(Rc::new(action))
    }

    /// Something happens about ideas.
    pub fn ideas(what: Ideas) -> Self {
        Self::Ideas(Rc::new(what))
    }

    /// Whether it takes the summary along in a way that leaves it on the device, or hands it over with it. Paper does not.
    pub(super) fn takes_along(&self) -> bool {
        matches!(
            self,
            Self::Copy(_)
                | Self::Download
                | Self::Travel(
                    Travel::Ways
                        | Travel::Codes
                        | Travel::Download
                        | Travel::DownloadFirst
                        | Travel::Share
                )
        )
    }
}

/// What was fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resource {
    /// The guide.
    Guide,
    /// The interface's words.
    Words,
    /// The host's own help lines.
    Help,
}

/// How an effect ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// The print window was opened, or not.
    Printed(Result<(), Fault>),
    /// The text stands on the clipboard, or not.
    Copied(Result<(), Fault>),
    /// The file was handed to the browser, or not.
    Downloaded(Result<(), Fault>),
    /// The file was handed to the device's share sheet, or not.
    Shared(Result<(), Fault>),
}

/// Why something in the outside world did not work, in kinds the screen can put into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The browser or the page's policy does not allow it.
    Blocked,
    /// The browser has no such thing.
    Unsupported,
    /// It could not be reached, or answered with an error.
    Unreachable,
}
