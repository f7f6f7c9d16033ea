//! The shapes of what stands on the screen.

use std::rc::Rc;

use super::beside::{JumpScreen, KeysScreen, TurnedScreen};
use super::cards::CardsScreen;
use super::close::{CloseScreen, DeleteScreen};
use super::cue::{CueScreen, RoomScreen, Toggle};
use super::help::{HelpBlock, HelpScreen};
use super::ideas::IdeasScreen;
use super::idle::WarningScreen;
use super::keep::{KeepScreen, KeptLine};
use super::near::NearScreen;
use super::plan::PlanScreen;
use super::then::ThenScreen;
use super::travel::{CodesScreen, OpeningScreen, WaysScreen};
use super::welcome::WelcomeScreen;
use crate::app::Event;
use crate::guide::{ChoiceId, HeadingId};
use crate::session::{Action, Field, Place, Voice};
use crate::summary::Piece;
use crate::words::{Language, Line, Said};

/// The whole of what is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The language of the interface.
    pub language: Language,
    /// The level of the first heading, 2 to 5.
    pub heading: u8,
    /// The row of furniture above every screen; none while waiting.
    pub top: Option<Rc<Top>>,
    /// The screen itself.
    pub screen: Screen,
    /// The link worker's cue beside it.
    pub cue: Option<Rc<CueScreen>>,
    /// Whether the words are kept, where that is for the person to choose.
    pub kept: Option<Rc<KeptLine>>,
    /// Whether a link worker is at the screen.
    pub together: bool,
    /// Whether the place for words gets the focus, not the question: a link worker has come to a prompt, and not back to it.
    pub writes: bool,
    /// Whether letters do something.
    pub keys: bool,
    /// Changes when the person comes to another screen: focus then goes to its heading. The same while they stay.
    pub focus: Rc<str>,
    /// Whether somebody is there, over the screen.
    pub warning: Option<Rc<WarningScreen>>,
    /// Said to a screen reader and shown under the ways on: "Copied.", "Taken out.".
    pub notice: Option<Notice>,
}

/// The one row of furniture.
#[derive(Debug, Clone, PartialEq)]
pub struct Top {
    /// What the row is, to a screen reader: "Conversation".
    pub label: Line,
    /// *Parts of this conversation* and *My summary*, where there is a conversation.
    pub nav: Vec<Way>,
    /// *Get help now*.
    pub help: Way,
    /// *Leave this page* and *About leaving*, where they stand.
    pub leave: Vec<Way>,
    /// The same as the first thing a key comes to, seen only then, with where it leads; and with it Shift, pressed three times.
    pub first_out: Option<(Way, Rc<str>)>,
}

/// A button: its words, and what pressing it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Its words.
    pub label: Line,
    /// The part of the label that is only heard on a narrow screen: "of this conversation". It follows `label`.
    pub long: Option<Line>,
    /// What pressing it means.
    pub event: Event,
    /// How it looks.
    pub look: Look,
}

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Filled. One a screen.
    Main,
    /// Outlined, the same size.
    Other,
    /// Underlined words.
    Plain,
}

/// Something that was done, or could not be done, in plain words, with a way on where there is one.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// The words.
    pub line: Line,
    /// *Undo*, or nothing.
    pub way: Option<Way>,
    /// Text that could not be put on the clipboard: it stands selected in a box.
    pub text: Option<Rc<str>>,
    /// Tells one notice from the next with the same words.
    pub count: u32,
}

/// One of the screens.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Screen {
    /// Nothing yet, or nothing any more.
    Blank,
    /// What this is.
    Welcome(Rc<WelcomeScreen>),
    /// One thing asked.
    Prompt(Rc<PromptScreen>),
    /// The stages.
    Parts(Rc<PartsScreen>),
    /// The summary as it stands.
    Summary(Rc<SummaryScreen>),
    /// The last screen.
    Close(Rc<CloseScreen>),
    /// *Get help now*.
    Help(Rc<HelpScreen>),
    /// The screen turned to the person.
    Turned(Rc<TurnedScreen>),
    /// Finding a prompt.
    Jump(Rc<JumpScreen>),
    /// The keys.
    Keys(Rc<KeysScreen>),
    /// A file that is being opened.
    Opening(Rc<OpeningScreen>),
    /// Ways to take the summary along.
    Ways(Rc<WaysScreen>),
    /// The summary as codes.
    Codes(Rc<CodesScreen>),
    /// Then and now.
    Then(Rc<ThenScreen>),
    /// Where words are kept.
    Keep(Rc<KeepScreen>),
    /// Looking through what there is nearby.
    Near(Rc<NearScreen>),
    /// Something told in plain words.
    Plain(Rc<PlainScreen>),
    /// Something does not work.
    Trouble(Rc<TroubleScreen>),
}

/// One thing asked.
#[derive(Debug, Clone, PartialEq)]
pub struct PromptScreen {
    /// Where it is: names the boxes.
    pub place: Place,
    /// The stage's title, or the life card's.
    pub stage: Line,
    /// The question.
    pub ask: Line,
    /// A line under it.
    pub hint: Option<Line>,
    /// Help lines, on prompts that show them, with a heading.
    pub help: Option<Rc<HelpBlock>>,
    /// The answer control.
    pub answer: AnswerScreen,
    /// What a link worker may write in their own voice: what opens it, the box, and whether it is open from the start.
    pub note: Option<(Line, WordsBox, bool)>,
    /// "Why we ask", and why.
    pub why: Option<(Line, Line)>,
    /// *Continue*, *Leave this for another time*, *Say more about this part*, *Back*.
    pub ways: Vec<Way>,
    /// "Next: …. You can skip it."
    pub next: Option<Line>,
}

/// The answer control of a prompt.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum AnswerScreen {
    /// Nothing to answer; perhaps something that opens in place: what to press, and a paragraph each.
    Notice(Option<(Line, Vec<Line>)>),
    /// A line in place of it, where it is not here.
    Missing(Line),
    /// One box.
    Words(WordsBox),
    /// Choices.
    Choices(ChoicesScreen),
    /// 0 to 10.
    Scale(ScaleScreen),
    /// Life cards.
    Cards(CardsScreen),
    /// A plan.
    Plan(PlanScreen),
    /// Ideas from what is on offer nearby.
    Ideas(Rc<IdeasScreen>),
    /// Who is there.
    Room(RoomScreen),
}

/// A box to write in. Uncontrolled: it is drawn with `words`, and then holds its own.
#[derive(Debug, Clone, PartialEq)]
pub struct WordsBox {
    /// Where its words go.
    pub place: Place,
    /// Which box of the place.
    pub field: Field,
    /// Its label; `None` when the question names it.
    pub label: Option<Line>,
    /// What it holds.
    pub words: Said,
    /// Whether it has several lines.
    pub is_long: bool,
    /// Chips that put editable words into it, and what the row of them is called to a screen reader.
    pub starters: Vec<Line>,
    /// "Ways to begin".
    pub starters_label: Line,
    /// "Their exact words", a button that sets marks round them.
    pub quote: Option<Line>,
}

/// Choices.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoicesScreen {
    /// Where they are.
    pub place: Place,
    /// Whether only one can be taken: radios, not boxes.
    pub is_one: bool,
    /// The choices.
    pub choices: Vec<ChoiceScreen>,
    /// A second question with radios.
    pub also: Option<AlsoScreen>,
    /// What is asked in words after them.
    pub more: Option<WordsBox>,
    /// "Clear my choice", on radios with one chosen.
    pub clear: Option<Way>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceScreen {
    /// Its id.
    pub id: ChoiceId,
    /// Its words.
    pub title: Line,
    /// Whether it is taken.
    pub is_on: bool,
    /// What choosing it means; choosing it again takes it back where several can be taken.
    pub event: Event,
    /// "Not in my control", once it is taken: its words, whether it is marked, and what pressing it means.
    pub not_mine: Option<(Line, bool, Event)>,
    /// What is asked in words once it is taken.
    pub detail: Option<WordsBox>,
}

/// A second question with radios.
#[derive(Debug, Clone, PartialEq)]
pub struct AlsoScreen {
    /// The question.
    pub ask: Line,
    /// Its choices.
    pub choices: Vec<ChoiceScreen>,
    /// "Clear my choice", with one chosen.
    pub clear: Option<Way>,
}

/// 0 to 10.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleScreen {
    /// Where it is.
    pub place: Place,
    /// The number chosen.
    pub number: Option<u8>,
    /// "0 Not at all".
    pub low: Line,
    /// "10 Very sure".
    pub high: Line,
    /// "Leave out the number", with one chosen.
    pub clear: Option<Way>,
    /// What is asked after the number.
    pub more: Option<WordsBox>,
}

impl ScaleScreen {
    /// What choosing a number means.
    pub fn choose(&self, number: u8) -> Event {
        Event::act(Action::Rate(self.place.clone(), Some(number)))
    }
}

/// The stages.
#[derive(Debug, Clone, PartialEq)]
pub struct PartsScreen {
    /// "Parts of this conversation".
    pub title: Line,
    /// A line under it.
    pub hint: Line,
    /// The stages in order.
    pub stages: Vec<PartScreen>,
    /// *Carry on*.
    pub ways: Vec<Way>,
}

/// One stage.
#[derive(Debug, Clone, PartialEq)]
pub struct PartScreen {
    /// Goes there.
    pub way: Way,
    /// "You are here".
    pub here: Option<Line>,
    /// "Has your words in it".
    pub has_words: Option<Line>,
}

/// The summary as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryScreen {
    /// "My summary", or the read-back prompt's question.
    pub title: Line,
    /// That someone else wrote it for the person, before anything they wrote.
    pub proxy: Option<Line>,
    /// Lines under it: what can be done here, and whether anything was sent.
    pub hint: Vec<Line>,
    /// Says that nothing is here yet, when nothing is.
    pub empty: Option<Line>,
    /// The headings with words under them.
    pub parts: Vec<SummaryPart>,
    /// Who wrote it, when, and what it is not.
    pub about: Vec<Line>,
    /// "Left out of what you print, copy or download: …".
    pub left_out: Option<Line>,
    /// *Print*, *Copy as text*, *Download*, *More ways to take it*, *Then and now*.
    pub out: Vec<Way>,
    /// *Give this to …*, with a line on what that means.
    pub give: Option<(Way, Line)>,
    /// *Carry on* or *Continue*, *Back*, *Delete everything here*.
    pub ways: Vec<Way>,
    /// The question before deleting, once it was asked for.
    pub delete: Option<DeleteScreen>,
}

/// A heading of the summary, on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryPart {
    /// Its id.
    pub id: HeadingId,
    /// Its words.
    pub title: Line,
    /// What stands under it.
    pub entries: Vec<SummaryEntry>,
    /// Whether it is kept back.
    pub kept_back: bool,
    /// *Share*, and what pressing it means.
    pub share: (Line, Event),
    /// *Keep to myself*, and what pressing it means.
    pub keep: (Line, Event),
    /// *Copy this part*, unless it is kept back.
    pub copy: Option<Way>,
}

/// An entry of the summary, on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryEntry {
    /// Where it was answered: with whose words they are, its key.
    pub place: Place,
    /// Whose words they are.
    pub voice: Voice,
    /// Which of those it is that came with a file and have no place here, where it is one.
    pub brought: Option<usize>,
    /// "Written by Jo, link worker", where they are not the person's own.
    pub by: Option<Line>,
    /// A card's or question's words, before it.
    pub label: Option<Line>,
    /// What was said.
    pub pieces: Vec<Piece>,
    /// *Edit*, or *Done* while it is open.
    pub edit: Way,
    /// The question and its answer control, while it is open for editing.
    pub editing: Option<(Line, AnswerScreen)>,
    /// What the person says of it, where it is not in their voice.
    pub mark: Option<MarkScreen>,
}

/// What the person says of words that are not theirs: marked or left, as they like.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkScreen {
    /// Names the two: "Does this sound right to you?".
    pub ask: Line,
    /// *Yes, that is right*.
    pub right: Toggle,
    /// *Not quite*.
    pub not_quite: Toggle,
    /// The box for their own words, once it is not quite right.
    pub own: Option<WordsBox>,
}

/// Something told in plain words: paragraphs, and lists under headings of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct PlainScreen {
    /// What it is about.
    pub title: Line,
    /// Paragraphs.
    pub lead: Vec<Line>,
    /// Headings, each with its list.
    pub lists: Vec<(Line, Vec<Line>)>,
    /// Help lines, with a heading.
    pub help: Option<Rc<HelpBlock>>,
    /// Ways on.
    pub ways: Vec<Way>,
}

/// Something does not work.
#[derive(Debug, Clone, PartialEq)]
pub struct TroubleScreen {
    /// What, in plain words.
    pub title: Line,
    /// What the person can do.
    pub lead: Vec<Line>,
    /// Ways on.
    pub ways: Vec<Way>,
}
