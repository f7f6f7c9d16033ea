//! Everything the widget may ask of the outside world.

use std::rc::Rc;

use super::event::{Event, Resource};
use super::ideas::Source;
use super::journal::Noted;
use super::keeping::Form;
use super::leaving::WayOut;
use super::stores::Save;
use crate::guide::{Problem, StageId};
use crate::ideas::Asked;
use crate::keep::store::Id;
use crate::summary::{Document, Page};

/// A request to the outside world. Those that need a person's press are performed in that same call.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Effect {
    /// Fetch this address as text, then [`Event::Fetched`](super::Event::Fetched).
    Fetch(Resource, String),
    /// Fetch the rest of the program, then [`Event::Rest`](super::Event::Rest).
    FetchRest,
    /// Fetch what has to do with lists of services, then [`Event::Nearby`](super::Event::Nearby).
    FetchNearby,
    /// Tell the day, with [`Event::Today`](super::Event::Today).
    AskDay,
    /// Print this page on its own, then `Done::Printed`.
    Print(Rc<Page>),
    /// Put this text on the clipboard, then `Done::Copied`.
    Copy(Rc<str>),
    /// Hand this file to the browser, then `Done::Downloaded`.
    Download(Rc<Document>),
    /// Hand this file to the device's own share sheet, then `Done::Shared`.
    Share(Rc<Document>),
    /// Let the person choose a file, then [`Travel::Came`](super::Travel::Came).
    ChooseFile,
    /// Draw random bytes, then [`Travel::Chance`](super::Travel::Chance).
    AskChance,
    /// Send this event once the screen is drawn.
    Afterwards(Event),
    /// Send this event soon, or as the page is put away.
    Soon(Event),
    /// Look for what was kept of the guide of this id, then [`Keep::Found`](super::Keep::Found).
    LookKept(Rc<str>),
    /// Write what is to be kept, then [`Keep::Written`](super::Keep::Written).
    Save(Rc<Save>),
    /// Take away one conversation that was kept.
    DropKept(Form, Id),
    /// Take away all that was ever kept, then [`Keep::Wiped`](super::Keep::Wiped).
    WipeKept,
    /// Open the list of what is on offer, then [`Ideas::Opened`](super::Ideas::Opened).
    OpenIdeas(Rc<Source>),
    /// Ask the list, under a number, then [`Ideas::Told`](super::Ideas::Told).
    AskIdeas(u32, Rc<Asked>),
    /// Have the browser ask before the page goes away (`true`), or no longer.
    GuardLeaving(bool),
    /// Note outside the program what is here, to give it back should that break.
    Note(Rc<Noted>),
    /// Let go of every note.
    DropNotes,
    /// Show what was noted, to read and to copy: it could not be taken up again.
    Rescue,
    /// How the page is left from now on, without asking again.
    ReadyToLeave(Rc<WayOut>),
    /// Replace the page by this address, at once, in every tab of the site.
    Leave(String),
    /// Say so once nobody has stirred for so many seconds, with [`Idle`](super::Idle); never, where it is 0.
    WatchIdle(u32),
    /// Take away a page that was made to print.
    ClearPrint,
    /// Wipe what was kept in the browser, and have every other widget of the site forget.
    Deleted,
    /// Tell the host, as a `CustomEvent`.
    Tell(Tell),
}

/// What the host is told. Never an answer; of the route only the stage.
#[derive(Debug, Clone, PartialEq)]
pub enum Tell {
    /// `what-matters-ready`: the welcome screen stands.
    Ready,
    /// `what-matters-moved`: the person has come to another stage.
    Moved(StageId),
    /// `what-matters-finished`: the person has come to the last screen.
    Finished,
    /// `what-matters-trouble`: with a stable code, one sentence for the console, and a guide's problems.
    Trouble {
        /// `guide-missing`, `guide-wrong`, `words-missing`, `words-wrong`, `help-missing`, `help-wrong`.
        code: &'static str,
        /// One clear sentence for the console.
        message: String,
        /// What is wrong with the guide, if that is the trouble.
        problems: Vec<Problem>,
    },
    /// `what-matters-given`: the person pressed *Give this to …*; the shared parts, as JSON.
    Given(Rc<str>),
}
