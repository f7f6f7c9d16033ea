//! What a person can do in a conversation.

use std::rc::Rc;

use super::answer::{Opted, Pile, Place, StepId, Who};
use super::voice::{Verdict, Voice};
use crate::guide::{ChoiceId, HeadingId, StageId};
use crate::words::Said;

/// One thing a person does. What does not fit the guide or the moment changes nothing.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Action {
    /// Writes the whole content of a box.
    Write(Place, Field, Said),
    /// Takes a choice, or takes it back. Where only one can be taken, the one before gives way.
    Choose(Place, ChoiceId, bool),
    /// Marks a choice taken as *not in my control*, or not.
    NotMine(Place, ChoiceId, bool),
    /// Answers the second question beside the choices, or clears it.
    Also(Place, Option<ChoiceId>),
    /// Chooses a number from 0 to 10, or clears it.
    Rate(Place, Option<u8>),
    /// Puts a card in a pile, or takes it off.
    Sort(Place, ChoiceId, Option<Pile>),
    /// Chooses a card to say more about, or not. One more than the route has room for changes nothing.
    SayMoreOf(Place, ChoiceId, bool),
    /// Adds an empty row to the plan.
    AddStep(Place),
    /// Takes a row out of the plan.
    TakeOut(Place, StepId),
    /// Puts the row last taken out back where it was.
    PutBack(Place),
    /// Says who does a step, or clears it.
    SetWho(Place, StepId, Option<Who>),
    /// Asks for ideas, with a number drawn for the order of those that fit alike. It stays what it was once there is one.
    AskIdeas(Place, u32),
    /// Says something of a service, in place of what was said of it before. The day is the session's, unless it has one from before.
    Opt(Place, Rc<Opted>),
    /// Takes back what was said of a service, by its id.
    Unopt(Place, Rc<str>),
    /// Says that nothing of what is on offer fits, or takes that back.
    NoneFit(Place, bool),
    /// The person marks what stands at a place in another voice, or takes the mark back.
    Mark(Place, Voice, Option<Verdict>),
    /// Says how a step of an earlier plan was: where it stood, the step as it stood, and the words.
    LookBack(u32, Said, Said),
    /// They talk by telephone, or do not.
    ByPhone(bool),
    /// Someone answers for the person, or does not.
    AnsweredFor(bool),
    /// Goes on to what comes next.
    Next,
    /// Leaves this for another time, and goes on.
    Leave,
    /// Goes back to what came before.
    Back,
    /// Goes to the first open prompt of a stage, on the route or not.
    GoToStage(StageId),
    /// Goes to a place.
    GoTo(Place),
    /// Opens the rest of a stage, and goes to the first prompt of it.
    SayMore(StageId),
    /// Keeps a heading back from everything that goes out, or shares it.
    KeepBack(HeadingId, bool),
}

/// Which box of a prompt.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The words of a text prompt, or what is asked in words after choices or a number.
    Words,
    /// What is asked in words with a choice or a card.
    Detail(ChoiceId),
    /// What, in a row of the plan.
    What(StepId),
    /// When, in a row of the plan.
    When(StepId),
    /// Help needed, in a row of the plan.
    Help(StepId),
    /// What a link worker writes in their own voice.
    Note,
    /// The person's own words beside what stands in another voice.
    Beside(Voice),
    /// The question as a link worker puts it.
    Wording,
    /// Who else is there.
    Others,
    /// How a step of an earlier plan was, by where it stood in it.
    Looked(u32),
}
