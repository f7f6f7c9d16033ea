//! A guide as its author wrote it: every field optional, nothing checked.
//! The shapes are what the schema is made of; each says how it is taken out of the file.

use std::collections::BTreeMap;

use super::take::{Fields, Place};

/// A conversation guide for `<what-matters>`.
#[derive(Debug, Default)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub(crate) struct GuideSource {
    /// The version of this format: 1.
    pub(crate) format: Option<u64>,
    /// The guide's name in lower case letters, digits and hyphens, such as `first-conversation`.
    pub(crate) id: Option<String>,
    /// The guide's own version, in any form you like.
    pub(crate) version: Option<String>,
    /// The languages the texts stand in, as BCP 47 tags. A plain text is in the first, which is also the fallback.
    pub(crate) languages: Option<Vec<Option<String>>>,
    /// The heading of the welcome screen.
    pub(crate) title: Option<TextSource>,
    /// What this is, in a sentence or two.
    pub(crate) lead: Option<TextSource>,
    /// What to expect, point by point.
    pub(crate) points: Option<Vec<TextSource>>,
    /// A note for authors. Shown nowhere.
    #[expect(
        dead_code,
        reason = "taken so that it is no unknown field, and shown nowhere"
    )]
    pub(crate) note: Option<String>,
    /// The headings of the summary, in order.
    pub(crate) headings: Option<Vec<HeadingSource>>,
    /// Ways through the guide. The first is taken unless the page asks for another.
    pub(crate) routes: Option<Vec<RouteSource>>,
    /// The stages of the conversation, in order.
    pub(crate) stages: Option<Vec<StageSource>>,
}

impl GuideSource {
    pub(super) fn take(place: Place<'_, '_>) -> Option<Self> {
        let mut fields = Fields::open(place)?;
        let taken = Self {
            format: fields.number("format"),
            id: fields.string("id"),
            version: fields.string("version"),
            languages: fields.strings("languages"),
            title: fields.text("title"),
            lead: fields.text("lead"),
            points: fields.texts("points"),
            note: fields.string("note"),
            headings: fields.list("headings", HeadingSource::take),
            routes: fields.list("routes", RouteSource::take),
            stages: fields.list("stages", StageSource::take),
        };
        fields.close();
        Some(taken)
    }
}

/// A heading of the summary.
#[derive(Debug, Default)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub(crate) struct HeadingSource {
    /// Its name, for `feeds` and `well`.
    pub(crate) id: Option<String>,
    /// Its words.
    pub(crate) title: Option<TextSource>,
    /// Its words when a person fills the guide in alone, where they differ.
    pub(crate) alone: Option<TextSource>,
}

impl HeadingSource {
    fn take(place: Place<'_, '_>) -> Option<Self> {
        let mut fields = Fields::open(place)?;
        let taken = Self {
            id: fields.string("id"),
            title: fields.text("title"),
            alone: fields.text("alone"),
        };
        fields.close();
        Some(taken)
    }
}

/// A way through the guide.
#[derive(Debug, Default)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub(crate) struct RouteSource {
    /// Its name. A route named `short` is offered as "I only have five minutes".
    pub(crate) id: Option<String>,
    /// The prompts asked, by id. Without them: every core prompt.
    pub(crate) prompts: Option<Vec<Option<String>>>,
    /// How many life cards can be said more about: 1, 2 or 3.
    pub(crate) cards: Option<u64>,
}

impl RouteSource {
    fn take(place: Place<'_, '_>) -> Option<Self> {
        let mut fields = Fields::open(place)?;
        let taken = Self {
            id: fields.string("id"),
            prompts: fields.strings("prompts"),
            cards: fields.number("cards"),
        };
        fields.close();
        Some(taken)
    }
}

/// A stage of the conversation.
#[derive(Debug, Default)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub(crate) struct StageSource {
    /// Its name.
    pub(crate) id: Option<String>,
    /// Its words.
    pub(crate) title: Option<TextSource>,
    /// What the stage before says is coming, in lower case: "people and places around you".
    pub(crate) coming: Option<TextSource>,
    /// When it is shown. Always, without one.
    pub(crate) show: Option<ConditionSource>,
    /// A note for authors. Shown nowhere.
    #[expect(
        dead_code,
        reason = "taken so that it is no unknown field, and shown nowhere"
    )]
    pub(crate) note: Option<String>,
    /// What is asked in it.
    pub(crate) prompts: Option<Vec<PromptSource>>,
}

impl StageSource {
    fn take(place: Place<'_, '_>) -> Option<Self> {
        let mut fields = Fields::open(place)?;
        let taken = Self {
            id: fields.string("id"),
            title: fields.text("title"),
            coming: fields.text("coming"),
            show: fields.one("show", ConditionSource::take),
            note: fields.string("note"),
            prompts: fields.list("prompts", PromptSource::take),
        };
        fields.close();
        Some(taken)
    }
}

/// One thing to ask.
#[derive(Debug, Default)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub(crate) struct PromptSource {
    /// Its name, not used twice in the guide.
    pub(crate) id: Option<String>,
    /// The question to a person alone.
    pub(crate) ask: Option<TextSource>,
    /// A line under the question.
    pub(crate) hint: Option<TextSource>,
    /// The question in easy read. Kept for later.
    pub(crate) easy: Option<TextSource>,
    /// One way for a link worker to say it.
    pub(crate) say: Option<TextSource>,
    /// What the link worker may ask then.
    pub(crate) follow: Option<TextSource>,
    /// What the link worker listens for.
    pub(crate) listen: Option<TextSource>,
    /// What the link worker does not say or do.
    pub(crate) avoid: Option<TextSource>,
    /// Whether the link worker waits, and counts to five.
    pub(crate) wait: Option<bool>,
    /// Why it is asked. Shown on request.
    pub(crate) why: Option<TextSource>,
    /// The answer it takes.
    pub(crate) answer: Option<AnswerSource>,
    /// The heading its answer stands under.
    pub(crate) feeds: Option<String>,
    /// `writer`: its choices say who writes. `name`: its words are the person's name.
    pub(crate) tells: Option<String>,
    /// Whether it is asked in turn; the others wait under "Say more about this part". True without one.
    pub(crate) core: Option<bool>,
    /// Whether "Leave this page" stands beside it. It then also shows help lines.
    pub(crate) sensitive: Option<bool>,
    /// Whether its heading starts as "Keep to myself".
    pub(crate) kept_back: Option<bool>,
    /// Whether help lines stand on it.
    pub(crate) help: Option<bool>,
    /// Whether someone may answer it on the person's behalf. True without one.
    pub(crate) proxy: Option<bool>,
    /// `alone`, `together` or `both`. Both without one.
    #[cfg_attr(feature = "author", schemars(rename = "for"))]
    pub(crate) audience: Option<String>,
    /// When it is shown. Always, without one.
    pub(crate) show: Option<ConditionSource>,
    /// A note for authors. Shown nowhere.
    #[expect(
        dead_code,
        reason = "taken so that it is no unknown field, and shown nowhere"
    )]
    pub(crate) note: Option<String>,
}

impl PromptSource {
    fn take(place: Place<'_, '_>) -> Option<Self> {
        let mut fields = Fields::open(place)?;
        let taken = Self {
            id: fields.string("id"),
            ask: fields.text("ask"),
            hint: fields.text("hint"),
            easy: fields.text("easy"),
            say: fields.text("say"),
            follow: fields.text("follow"),
            listen: fields.text("listen"),
            avoid: fields.text("avoid"),
            wait: fields.flag("wait"),
            why: fields.text("why"),
            answer: fields.one("answer", AnswerSource::take),
            feeds: fields.string("feeds"),
            tells: fields.string("tells"),
            core: fields.flag("core"),
            sensitive: fields.flag("sensitive"),
            kept_back: fields.flag("kept_back"),
            help: fields.flag("help"),
            proxy: fields.flag("proxy"),
            audience: fields.string("for"),
            show: fields.one("show", ConditionSource::take),
            note: fields.string("note"),
        };
        fields.close();
        Some(taken)
    }
}

/// The answer a prompt takes. Which fields it has depends on its kind.
#[derive(Debug, Default)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub(crate) struct AnswerSource {
    /// `notice`, `short-text`, `long-text`, `one-choice`, `many-choices`, `scale`, `cards`, `each-card`, `plan` or `summary`.
    pub(crate) kind: Option<String>,
    /// notice: something that opens in place.
    pub(crate) tips: Option<TipsSource>,
    /// long-text: ways to begin, that fill in editable words.
    pub(crate) starters: Option<Vec<TextSource>>,
    /// one-choice, many-choices: the choices.
    pub(crate) choices: Option<Vec<ChoiceSource>>,
    /// many-choices: whether each can be marked "not in my control".
    pub(crate) not_mine: Option<bool>,
    /// one-choice, many-choices: a second question beside it.
    pub(crate) also: Option<AlsoSource>,
    /// one-choice, many-choices, scale: what is asked in words after it.
    pub(crate) more: Option<TextSource>,
    /// scale: words at 0.
    pub(crate) low: Option<TextSource>,
    /// scale: words at 10.
    pub(crate) high: Option<TextSource>,
    /// cards: the life cards.
    pub(crate) cards: Option<Vec<CardSource>>,
    /// each-card: the id of the prompt whose cards they are.
    pub(crate) of: Option<String>,
    /// cards: the heading under which "Going well" stands.
    pub(crate) well: Option<String>,
    /// each-card: questions of a card's own, by its id.
    pub(crate) questions: Option<BTreeMap<String, TextSource>>,
}

impl AnswerSource {
    fn take(place: Place<'_, '_>) -> Option<Self> {
        let mut fields = Fields::open(place)?;
        let taken = Self {
            kind: fields.string("kind"),
            tips: fields.one("tips", TipsSource::take),
            starters: fields.texts("starters"),
            choices: fields.list("choices", ChoiceSource::take),
            not_mine: fields.flag("not_mine"),
            also: fields.one("also", AlsoSource::take),
            more: fields.text("more"),
            low: fields.text("low"),
            high: fields.text("high"),
            cards: fields.list("cards", CardSource::take),
            of: fields.string("of"),
            well: fields.string("well"),
            questions: fields.texts_by_name("questions"),
        };
        fields.close();
        Some(taken)
    }
}

/// Something that opens in place on a notice.
#[derive(Debug, Default)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub(crate) struct TipsSource {
    /// What to press.
    pub(crate) title: Option<TextSource>,
    /// What then stands there, a paragraph each.
    pub(crate) lines: Option<Vec<TextSource>>,
}

impl TipsSource {
    fn take(place: Place<'_, '_>) -> Option<Self> {
        let mut fields = Fields::open(place)?;
        let taken = Self {
            title: fields.text("title"),
            lines: fields.texts("lines"),
        };
        fields.close();
        Some(taken)
    }
}

/// A second question beside choices.
#[derive(Debug, Default)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub(crate) struct AlsoSource {
    /// The question.
    pub(crate) ask: Option<TextSource>,
    /// Its choices.
    pub(crate) choices: Option<Vec<ChoiceSource>>,
}

impl AlsoSource {
    fn take(place: Place<'_, '_>) -> Option<Self> {
        let mut fields = Fields::open(place)?;
        let taken = Self {
            ask: fields.text("ask"),
            choices: fields.list("choices", ChoiceSource::take),
        };
        fields.close();
        Some(taken)
    }
}

/// One choice.
#[derive(Debug, Default)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub(crate) struct ChoiceSource {
    /// Its name, not used twice in its prompt.
    pub(crate) id: Option<String>,
    /// Its words.
    pub(crate) title: Option<TextSource>,
    /// What is asked in words once it is chosen.
    pub(crate) detail: Option<TextSource>,
    /// `person`, `helped` or `proxy`, in a prompt that tells the writer.
    pub(crate) writer: Option<String>,
}

impl ChoiceSource {
    fn take(place: Place<'_, '_>) -> Option<Self> {
        let mut fields = Fields::open(place)?;
        let taken = Self {
            id: fields.string("id"),
            title: fields.text("title"),
            detail: fields.text("detail"),
            writer: fields.string("writer"),
        };
        fields.close();
        Some(taken)
    }
}

/// A life card.
#[derive(Debug, Default)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub(crate) struct CardSource {
    /// Its name, not used twice in its prompt.
    pub(crate) id: Option<String>,
    /// Its words.
    pub(crate) title: Option<TextSource>,
    /// Its line drawing.
    pub(crate) icon: Option<String>,
    /// What is asked in words once it is sorted.
    pub(crate) detail: Option<TextSource>,
    /// Whether help lines stand on what is asked about it.
    pub(crate) help: Option<bool>,
}

impl CardSource {
    fn take(place: Place<'_, '_>) -> Option<Self> {
        let mut fields = Fields::open(place)?;
        let taken = Self {
            id: fields.string("id"),
            title: fields.text("title"),
            icon: fields.string("icon"),
            detail: fields.text("detail"),
            help: fields.flag("help"),
        };
        fields.close();
        Some(taken)
    }
}

/// When something is shown. Exactly one of: `prompt` with `is` or `answered`; `all`; `any`; `not`.
#[derive(Debug, Default)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub(crate) struct ConditionSource {
    /// The prompt asked about.
    pub(crate) prompt: Option<String>,
    /// It holds when one of these choices was taken.
    pub(crate) is: Option<Vec<Option<String>>>,
    /// It holds when anything was answered.
    pub(crate) answered: Option<bool>,
    /// It holds when all of these do.
    pub(crate) all: Option<Vec<ConditionSource>>,
    /// It holds when any of these does.
    pub(crate) any: Option<Vec<ConditionSource>>,
    /// It holds when this does not.
    pub(crate) not: Option<Box<ConditionSource>>,
}

impl ConditionSource {
    fn take(place: Place<'_, '_>) -> Option<Self> {
        let mut fields = Fields::open(place)?;
        let taken = Self {
            prompt: fields.string("prompt"),
            is: fields.strings("is"),
            answered: fields.flag("answered"),
            all: fields.list("all", ConditionSource::take),
            any: fields.list("any", ConditionSource::take),
            not: fields.one("not", ConditionSource::take).map(Box::new),
        };
        fields.close();
        Some(taken)
    }
}

/// A text: plain, in the guide's first language, or in several, by their tags.
#[derive(Debug, Default)]
pub(crate) struct TextSource {
    /// Tag and words. A plain text has one, without a tag.
    pub(crate) by_language: Vec<(Option<String>, String)>,
}

#[cfg(feature = "author")]
impl schemars::JsonSchema for TextSource {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A text: plain, in the guide's first language, or in several, by their tags.",
            "anyOf": [
                { "type": "string", "minLength": 1, "maxLength": 4000 },
                { "type": "object", "minProperties": 1, "additionalProperties": { "type": "string", "minLength": 1, "maxLength": 4000 } }
            ]
        })
    }
}
