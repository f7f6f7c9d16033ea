//! A guide that is sound: every id resolves, every condition can be evaluated, every route ends.

use std::rc::Rc;

use litemap::LiteMap;

use super::condition::Condition;
use super::id::{ChoiceId, HeadingId, PromptId, RouteId, StageId};
use crate::words::{Language, Text};

/// A conversation guide. Only [`Guide::read`](super::Guide::read) makes one, so one that exists is sound.
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    pub(super) id: PromptId,
    pub(super) version: String,
    pub(super) languages: Rc<[Language]>,
    pub(super) title: Text,
    pub(super) lead: Option<Text>,
    pub(super) points: Vec<Text>,
    pub(super) ending: Vec<Text>,
    pub(super) looks_back: Option<HeadingId>,
    pub(super) headings: Vec<Heading>,
    pub(super) stages: Vec<Stage>,
    pub(super) prompts: Vec<Prompt>,
    pub(super) routes: Vec<Route>,
    pub(super) prompt_at: LiteMap<Rc<str>, usize>,
}

impl Guide {
    /// Its id, such as `first-conversation`.
    pub fn id(&self) -> &str {
        self.id.name()
    }

    /// Its own version, as its author writes it.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The languages it says it stands in, the fallback first. Never empty.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// Its title: the heading of the welcome screen.
    pub fn title(&self) -> &Text {
        &self.title
    }

    /// What this is, in a sentence or two, for the welcome screen.
    pub fn lead(&self) -> Option<&Text> {
        self.lead.as_ref()
    }

    /// What to expect, point by point, for the welcome screen.
    pub fn points(&self) -> &[Text] {
        &self.points
    }

    /// What a link worker says and thinks after the conversation, a line each.
    pub fn ending(&self) -> &[Text] {
        &self.ending
    }

    /// The heading under which it looks back on the steps of an earlier plan. With one, a file of another guide is what was, and not what is.
    pub fn looks_back(&self) -> Option<&HeadingId> {
        self.looks_back.as_ref()
    }

    /// The summary's headings, in order.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// The stages, in order. Never empty.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// All prompts, in order. Never empty.
    pub fn prompts(&self) -> &[Prompt] {
        &self.prompts
    }

    /// The routes, the first being the one taken unless another is asked for. Never empty.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// Where a prompt stands in [`Guide::prompts`], in fourteen looks at the most.
    pub fn position(&self, id: &PromptId) -> Option<usize> {
        self.prompt_at.get(id.name()).copied()
    }

    /// A prompt by its id.
    pub fn prompt(&self, id: &PromptId) -> Option<&Prompt> {
        self.position(id).and_then(|at| self.prompts.get(at))
    }
}

/// A heading of the summary.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// Its id.
    pub id: HeadingId,
    /// Its words.
    pub title: Text,
    /// Its words when a person fills the guide in alone, where they differ: alone there is no agreed plan.
    pub alone: Option<Text>,
    /// Whether it starts as *Keep to myself*: some prompt that feeds it is kept back at first.
    pub kept_back: bool,
}

/// A stage of the conversation.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Its id.
    pub id: StageId,
    /// Its words.
    pub title: Text,
    /// What the stage before says is coming: "people and places around you", for "Next: …".
    pub coming: Option<Text>,
    /// Ways for a link worker to begin saying back what they heard.
    pub reflections: Vec<Text>,
    /// What a link worker may say that is exact: never praise.
    pub affirmations: Vec<Text>,
    /// Whether its last prompt offers the person's words so far, to read back.
    pub read_back: bool,
    /// When it is shown; always, without one.
    pub show: Option<Condition>,
    /// Where its core prompts stand in [`Guide::prompts`], in order.
    pub core: Vec<usize>,
    /// Where the others stand: those offered under *Say more about this part*.
    pub more: Vec<usize>,
}

/// One thing to ask, in both registers.
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are the author's own flags, each with a plain name in the file"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Prompt {
    /// Its id.
    pub id: PromptId,
    /// Where its stage stands in [`Guide::stages`].
    pub stage: usize,
    /// The question to a person alone.
    pub ask: Text,
    /// A line under the question.
    pub hint: Option<Text>,
    /// The question on the screen of two, where it differs.
    pub ask_together: Option<Text>,
    /// The line under it on the screen of two, where it differs.
    pub hint_together: Option<Text>,
    /// The same in easy read, where there is one. Not shown yet.
    pub easy: Option<Text>,
    /// The link worker's side.
    pub cue: Option<Cue>,
    /// Whether, with a link worker, it is spoken only, and hidden until they say that they are alone with the person.
    pub spoken: bool,
    /// Why it is asked, shown on request.
    pub why: Option<Text>,
    /// The answer it takes.
    pub answer: AnswerKind,
    /// The heading its answer stands under; `None` for a notice, for the summary itself, and for who writes.
    pub feeds: Option<HeadingId>,
    /// What it tells the lines about the summary.
    pub tells: Option<Tells>,
    /// Whether it is asked in turn; the others wait under *Say more about this part*.
    pub core: bool,
    /// Whether *Leave this page* stands beside it.
    pub sensitive: bool,
    /// Whether its heading starts as *Keep to myself*.
    pub kept_back: bool,
    /// Whether help lines stand on it.
    pub help: bool,
    /// Whether someone may answer it on the person's behalf.
    pub proxy: bool,
    /// For whom it is.
    pub audience: Audience,
    /// When it is shown; always, without one.
    pub show: Option<Condition>,
}

impl Prompt {
    /// The question as it stands on the screen of someone alone, or of two.
    pub fn ask_of(&self, together: bool) -> &Text {
        let own = self.ask_together.as_ref().filter(|_| together);
        own.unwrap_or(&self.ask)
    }

    /// The line under the question, likewise.
    pub fn hint_of(&self, together: bool) -> Option<&Text> {
        let own = self.hint_together.as_ref().filter(|_| together);
        own.or(self.hint.as_ref())
    }
}

/// The link worker's side of a prompt.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    /// One way to say it.
    pub say: Text,
    /// What to ask then.
    pub follow: Option<Text>,
    /// What to listen for.
    pub listen: Option<Text>,
    /// What not to say or do.
    pub avoid: Option<Text>,
    /// Whether to wait, and count to five.
    pub wait: bool,
}

/// What an answer tells the lines about the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// Who writes: its choices each name a [`Writer`]. It feeds no heading.
    Writer,
    /// The name the person likes to be called by. It feeds its heading too.
    Name,
}

/// Who writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    /// The person, alone.
    Person,
    /// The person, with someone helping; the choice's detail is the helper's first name.
    Helped,
    /// Someone else, for the person; the choice's detail is their first name.
    Proxy,
}

/// Something that opens in place on a notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Tips {
    /// What to press: "If it is not".
    pub title: Text,
    /// What then stands there, a paragraph each.
    pub lines: Vec<Text>,
}

/// For whom a prompt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// A person filling it in alone.
    Alone,
    /// A person with a link worker.
    Together,
    /// Either.
    #[default]
    Both,
}

/// The answer a prompt takes.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum AnswerKind {
    /// Nothing to answer.
    Notice {
        /// Something that opens in place, and is kept nowhere.
        tips: Option<Tips>,
    },
    /// A few words on one line.
    ShortText,
    /// Words, with starter chips that fill in editable words.
    LongText {
        /// Ways to begin.
        starters: Vec<Text>,
    },
    /// One of several choices.
    OneChoice(Choices),
    /// Any of several choices.
    ManyChoices(Choices),
    /// 0 to 10.
    Scale {
        /// Words at 0.
        low: Text,
        /// Words at 10.
        high: Text,
        /// What is asked after the number.
        more: Option<Text>,
    },
    /// Life areas in three piles: going well, want a change, not now.
    Cards {
        /// The cards, in the author's order.
        cards: Vec<Card>,
        /// The heading under which *Going well* stands. *Want a change* stands under the prompt's own.
        well: HeadingId,
    },
    /// One text for each card the person chose to say more about.
    EachCard {
        /// The prompt whose cards they are.
        cards: PromptId,
        /// Questions of a card's own, in place of the prompt's.
        questions: LiteMap<ChoiceId, Text>,
    },
    /// Rows of what, who, when and help needed.
    Plan,
    /// Support in the community, as the page's services hold it: what the person would like to know more about.
    Ideas(Sources),
    /// The summary itself, to read back and change: the end of the way.
    Summary,
}

/// The prompts whose answers ideas are chosen by. Words are never read for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sources {
    /// The life cards: those under *Want a change* count.
    pub areas: Option<PromptId>,
    /// What the person would like to find out more about.
    pub interests: Option<PromptId>,
    /// What would make it easier to go.
    pub easier: Option<PromptId>,
    /// What they do not want right now. What they say is not for them stands under its heading.
    pub not_now: Option<PromptId>,
}

/// The choices of a prompt.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    /// The choices, in the author's order.
    pub choices: Vec<Choice>,
    /// Whether each can be marked *not in my control*.
    pub not_mine: bool,
    /// A second question beside it, of which one choice may be taken.
    pub also: Option<Also>,
    /// What is asked in words after the choices.
    pub more: Option<Text>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Its id, unique in its prompt.
    pub id: ChoiceId,
    /// Its words.
    pub title: Text,
    /// What is asked in words once it is chosen: "Which language?".
    pub detail: Option<Text>,
    /// Who writes, when this is chosen at a prompt that tells so.
    pub writer: Option<Writer>,
}

/// A second question beside the choices of a prompt.
#[derive(Debug, Clone, PartialEq)]
pub struct Also {
    /// The question.
    pub ask: Text,
    /// Its choices, their ids unique in the whole prompt.
    pub choices: Vec<Choice>,
}

/// A life card.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Its id, unique in its prompt.
    pub id: ChoiceId,
    /// Its words.
    pub title: Text,
    /// The name of its line drawing, one of [`ICONS`].
    pub icon: &'static str,
    /// What is asked in words once it is sorted: "What would you call it?".
    pub detail: Option<Text>,
    /// Whether help lines stand on what is asked about it.
    pub help: bool,
}

/// The line drawings a card can have.
pub const ICONS: [&str; 14] = [
    "around",
    "body",
    "caring",
    "else",
    "essentials",
    "family",
    "feelings",
    "home",
    "joy",
    "loss",
    "money",
    "people",
    "rights",
    "work",
];

/// A way through the guide.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// Its id.
    pub id: RouteId,
    /// The prompts asked in turn, in the guide's order, by where they stand in [`Guide::prompts`]. `None`: every core prompt.
    pub asked: Option<Vec<usize>>,
    /// How many cards can be said more about: 1 to 3.
    pub cards: u8,
}
