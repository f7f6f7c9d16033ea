//! The shapes of a guide file: which fields stand where, and what each of them takes.
//! Reading walks them, so that what is true of every field is written once; the schema for authors is made of them.

use super::model::ICONS;

/// An object of the file.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Its name in the schema.
    #[cfg(feature = "author")]
    pub(crate) name: &'static str,
    /// What it is, for authors.
    #[cfg(feature = "author")]
    pub(crate) about: &'static str,
    /// Its fields.
    pub(crate) fields: &'static [Field],
}

/// A field of an object.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it is, for authors.
    #[cfg(feature = "author")]
    pub(crate) about: &'static str,
    /// What it takes.
    pub(crate) takes: Takes,
    /// Whether it has to be there.
    pub(crate) needed: Needed,
}

/// What a field takes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Takes {
    /// Words to show: plain, or by language.
    Text,
    /// A list of them.
    Texts,
    /// Some of them by a name each.
    TextsByName,
    /// The name of a thing, in the form of an id.
    Id,
    /// Any plain words.
    Words,
    /// A list of plain words.
    ListOfWords,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// A whole number from one to another.
    Number(u64, u64),
    /// An object.
    One(&'static Shape),
    /// A list of objects.
    List(&'static Shape),
}

/// Whether a field has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needed {
    /// It may be left out.
    No,
    /// It may not; what to do about it.
    Yes(&'static str),
    /// It may not, and a problem of its own says so.
    ByCheck,
}

/// Declares shapes: the comments are what authors read in the schema, and stand in no widget.
macro_rules! shapes {
    ($($(#[doc = $about:literal])+ $shape:ident = $name:literal {
        $($(#[doc = $said:literal])+ $field:literal: $takes:expr $(, $needed:expr)?;)+
    })+) => {$(
        $(#[doc = $about])+
        pub(crate) static $shape: Shape = Shape {
            #[cfg(feature = "author")]
            name: $name,
            #[cfg(feature = "author")]
            about: concat!($($about),+),
            fields: &[$(Field {
                name: $field,
                #[cfg(feature = "author")]
                about: concat!($($said),+),
                takes: $takes,
                needed: needed!($($needed)?),
            }),+],
        };
    )+};
}

macro_rules! needed {
    () => {
        Needed::No
    };
    ($needed:expr) => {
        $needed
    };
}

const NAME_IT: Needed = Needed::Yes("Give it a name in lower case letters, digits and hyphens.");
const WRITE_IT: Needed = Needed::Yes("Write the words to show.");

/// The kinds of answer, each with the fields it takes beside `kind`.
pub(crate) const KINDS: [(&str, &[&str]); 11] = [
    ("notice", &["tips"]),
    ("short-text", &[]),
    ("long-text", &["starters"]),
    ("one-choice", &["choices", "also", "more"]),
    ("many-choices", &["choices", "not_mine", "also", "more"]),
    ("scale", &["low", "high", "more"]),
    ("cards", &["cards", "well"]),
    ("each-card", &["of", "questions"]),
    ("plan", &[]),
    ("ideas", &["areas", "interests", "easier", "not_now"]),
    ("summary", &[]),
];

shapes! {
    /// A conversation guide for `<what-matters>`.
    GUIDE = "Guide" {
        /// Where an editor finds the schema, such as `./guide.json`. Nothing is fetched from there.
        "$schema": Takes::Words;
        /// The version of this format: 1.
        "format": Takes::Number(0, u64::MAX), Needed::ByCheck;
        /// The guide's name in lower case letters, digits and hyphens, such as `first-conversation`.
        "id": Takes::Id, NAME_IT;
        /// The guide's own version, in any form you like.
        "version": Takes::Words, Needed::ByCheck;
        /// The languages the texts stand in, as BCP 47 tags. A plain text is in the first, which is also the fallback.
        "languages": Takes::ListOfWords, Needed::ByCheck;
        /// The heading of the welcome screen.
        "title": Takes::Text, WRITE_IT;
        /// What this is, in a sentence or two.
        "lead": Takes::Text;
        /// What to expect, point by point.
        "points": Takes::Texts;
        /// What a link worker says and thinks after the conversation, a line each. There is no place to write it.
        "ending": Takes::Texts;
        /// The heading under which it looks back on the steps of an earlier plan. With it, a file made with another guide stands beside this one as "then".
        "looks_back": Takes::Words;
        /// A note for authors. Shown nowhere.
        "note": Takes::Words;
        /// The headings of the summary, in order.
        "headings": Takes::List(&HEADING), Needed::ByCheck;
        /// Ways through the guide. The first is taken unless the page asks for another.
        "routes": Takes::List(&ROUTE), Needed::ByCheck;
        /// The stages of the conversation, in order.
        "stages": Takes::List(&STAGE), Needed::ByCheck;
    }

    /// A heading of the summary.
    HEADING = "Heading" {
        /// Its name, for `feeds` and `well`.
        "id": Takes::Id, NAME_IT;
        /// Its words.
        "title": Takes::Text, WRITE_IT;
        /// Its words when a person fills the guide in alone, where they differ.
        "alone": Takes::Text;
    }

    /// A way through the guide.
    ROUTE = "Route" {
        /// Its name. A route named `short` is offered as "I only have five minutes".
        "id": Takes::Id, NAME_IT;
        /// The prompts asked, by id. Without them: every core prompt.
        "prompts": Takes::ListOfWords;
        /// How many life cards can be said more about: 1, 2 or 3. Three without one.
        "cards": Takes::Number(1, 3);
    }

    /// A stage of the conversation.
    STAGE = "Stage" {
        /// Its name.
        "id": Takes::Id, NAME_IT;
        /// Its words.
        "title": Takes::Text, WRITE_IT;
        /// What the stage before says is coming, in lower case: "people and places around you".
        "coming": Takes::Text;
        /// Ways for a link worker to begin saying back what they heard.
        "reflections": Takes::Texts;
        /// What a link worker may say that is exact and true of many: never praise.
        "affirmations": Takes::Texts;
        /// Whether its last prompt offers the link worker the person's words so far, to read back.
        "read_back": Takes::Flag;
        /// When it is shown. Always, without one.
        "show": Takes::One(&CONDITION);
        /// A note for authors. Shown nowhere.
        "note": Takes::Words;
        /// What is asked in it.
        "prompts": Takes::List(&PROMPT), Needed::ByCheck;
    }

    /// One thing to ask.
    PROMPT = "Prompt" {
        /// Its name, not used twice in the guide.
        "id": Takes::Id, NAME_IT;
        /// The question to a person alone.
        "ask": Takes::Text, WRITE_IT;
        /// A line under the question.
        "hint": Takes::Text;
        /// The question as it stands on the screen of two, where it differs.
        "ask_together": Takes::Text;
        /// The line under it on the screen of two, where it differs.
        "hint_together": Takes::Text;
        /// The question in easy read. Kept for later.
        "easy": Takes::Text;
        /// One way for a link worker to say it.
        "say": Takes::Text;
        /// What the link worker may ask then.
        "follow": Takes::Text;
        /// What the link worker listens for.
        "listen": Takes::Text;
        /// What the link worker does not say or do.
        "avoid": Takes::Text;
        /// Whether the link worker waits, and counts to five.
        "wait": Takes::Flag;
        /// notice: whether, with a link worker, it is spoken only, and hidden until they say that they are alone with the person.
        "spoken": Takes::Flag;
        /// Why it is asked. Shown on request.
        "why": Takes::Text, Needed::ByCheck;
        /// The answer it takes.
        "answer": Takes::One(&ANSWER), Needed::Yes("Say which kind of answer it takes, such as {\"kind\": \"long-text\"}.");
        /// The heading its answer stands under.
        "feeds": Takes::Words;
        /// `writer`: its choices say who writes. `name`: its words are the person's name.
        "tells": Takes::OneOf(&["writer", "name"]);
        /// Whether it is asked in turn; the others wait under "Say more about this part". True without one.
        "core": Takes::Flag;
        /// Whether "Leave this page" stands beside it. It then also shows help lines.
        "sensitive": Takes::Flag;
        /// Whether its heading starts as "Keep to myself".
        "kept_back": Takes::Flag;
        /// Whether help lines stand on it.
        "help": Takes::Flag;
        /// Whether someone may answer it on the person's behalf. True without one.
        "proxy": Takes::Flag;
        /// For whom it is. Both without one.
        "for": Takes::OneOf(&["alone", "together", "both"]);
        /// When it is shown. Always, without one.
        "show": Takes::One(&CONDITION);
        /// A note for authors. Shown nowhere.
        "note": Takes::Words;
    }

    /// The answer a prompt takes. Which fields it has depends on its kind.
    ANSWER = "Answer" {
        /// Its kind.
        "kind": Takes::Words, Needed::Yes("Say which kind of answer it takes, such as \"kind\": \"long-text\".");
        /// notice: something that opens in place.
        "tips": Takes::One(&TIPS);
        /// long-text: ways to begin, that fill in editable words.
        "starters": Takes::Texts;
        /// one-choice, many-choices: the choices.
        "choices": Takes::List(&CHOICE);
        /// many-choices: whether each can be marked "not in my control".
        "not_mine": Takes::Flag;
        /// one-choice, many-choices: a second question beside it.
        "also": Takes::One(&ALSO);
        /// one-choice, many-choices, scale: what is asked in words after it.
        "more": Takes::Text;
        /// scale: words at 0.
        "low": Takes::Text;
        /// scale: words at 10.
        "high": Takes::Text;
        /// cards: the life cards.
        "cards": Takes::List(&CARD);
        /// cards: the heading under which "Going well" stands.
        "well": Takes::Words;
        /// each-card: the id of the prompt whose cards they are.
        "of": Takes::Words;
        /// each-card: questions of a card's own, by its id.
        "questions": Takes::TextsByName;
        /// ideas: the id of the prompt of kind cards whose life cards ideas are chosen by.
        "areas": Takes::Words;
        /// ideas: the id of the prompt of kind many-choices that asks what the person would like to find out more about.
        "interests": Takes::Words;
        /// ideas: the id of the prompt of kind many-choices that asks what would make it easier to go.
        "easier": Takes::Words;
        /// ideas: the id of the prompt of kind many-choices that asks what the person does not want right now.
        "not_now": Takes::Words;
    }

    /// Something that opens in place on a notice.
    TIPS = "Tips" {
        /// What to press.
        "title": Takes::Text, WRITE_IT;
        /// What then stands there, a paragraph each.
        "lines": Takes::Texts, Needed::ByCheck;
    }

    /// A second question beside choices.
    ALSO = "Also" {
        /// The question.
        "ask": Takes::Text, WRITE_IT;
        /// Its choices.
        "choices": Takes::List(&CHOICE), Needed::ByCheck;
    }

    /// One choice.
    CHOICE = "Choice" {
        /// Its name, not used twice in its prompt.
        "id": Takes::Id, NAME_IT;
        /// Its words.
        "title": Takes::Text, WRITE_IT;
        /// What is asked in words once it is chosen.
        "detail": Takes::Text;
        /// Who writes when it is chosen, in a prompt that tells the writer.
        "writer": Takes::OneOf(&["person", "helped", "proxy"]);
    }

    /// A life card.
    CARD = "Card" {
        /// Its name, not used twice in its prompt.
        "id": Takes::Id, NAME_IT;
        /// Its words.
        "title": Takes::Text, WRITE_IT;
        /// Its line drawing.
        "icon": Takes::OneOf(&ICONS), Needed::Yes("Name one of the line drawings, such as `home`.");
        /// What is asked in words once it is sorted.
        "detail": Takes::Text;
        /// Whether help lines stand on what is asked about it.
        "help": Takes::Flag;
    }

    /// When something is shown. Exactly one of: `prompt` with `is` or `answered`; `all`; `any`; `not`.
    CONDITION = "Condition" {
        /// The prompt asked about.
        "prompt": Takes::Words;
        /// It holds when one of these choices was taken.
        "is": Takes::ListOfWords;
        /// It holds when anything was answered, or, with `false`, when nothing was.
        "answered": Takes::Flag;
        /// It holds when all of these do.
        "all": Takes::List(&CONDITION);
        /// It holds when any of these does.
        "any": Takes::List(&CONDITION);
        /// It holds when this does not.
        "not": Takes::One(&CONDITION);
    }
}
