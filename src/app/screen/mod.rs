//! What stands on the screen: plain data with its final words, decisions made. Views draw it and decide nothing.

mod answer;
mod beside;
mod cards;
mod close;
mod cue;
mod data;
mod frame;
mod help;
pub(super) mod ideas;
mod idle;
mod keep;
mod leaving;
mod near;
mod plan;
mod prompt;
mod summary;
pub(super) mod then;
mod travel;
mod welcome;
mod young;

pub use beside::{JumpScreen, KeysScreen, TurnedScreen};
pub use cards::{CardScreen, CardsScreen, MoreScreen};
pub use close::{CloseScreen, DeleteScreen};
pub use cue::{CueScreen, EndingScreen, RoomScreen, Sayings, Toggle};
pub use data::{
    AlsoScreen, AnswerScreen, ChoiceScreen, ChoicesScreen, Frame, Look, MarkScreen, Notice,
    PartScreen, PartsScreen, PlainScreen, PromptScreen, ScaleScreen, Screen, SummaryEntry,
    SummaryPart, SummaryScreen, Top, TroubleScreen, Way, WordsBox,
};
pub(super) use frame::{frame, shows_sensitive};
pub use help::{HelpBlock, HelpLineScreen, HelpScreen};
pub use ideas::{IdeasScreen, OptionRow, OptionScreen, PickedOption, PickedScreen};
pub use idle::WarningScreen;
pub use keep::{FormScreen, KeepScreen, KeptLine};
pub use near::NearScreen;
pub use plan::{PlanScreen, StepScreen};
pub use then::{CardOverTime, ThenScreen};
pub use travel::{CodesScreen, Half, OpeningScreen, PassphraseBox, WaysScreen};
pub use welcome::WelcomeScreen;
