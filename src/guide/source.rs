//! A guide as its author wrote it: every field optional, nothing checked.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

/// A conversation guide for `<what-matters>`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(default)]
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
    pub(crate) note: Option<String>,
    /// The headings of the summary, in order.
    pub(crate) headings: Option<Vec<HeadingSource>>,
    /// Ways through the guide. The first is taken unless the page asks for another.
    pub(crate) routes: Option<Vec<RouteSource>>,
    /// The stages of the conversation, in order.
    pub(crate) stages: Option<Vec<StageSource>>,
}

/// A heading of the summary.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(default)]
pub(crate) struct HeadingSource {
    /// Its name, for `feeds` and `well`.
    pub(crate) id: Option<String>,
    /// Its words.
    pub(crate) title: Option<TextSource>,
    /// Its words when a person fills the guide in alone, where they differ.
    pub(crate) alone: Option<TextSource>,
}

/// A way through the guide.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(default)]
pub(crate) struct RouteSource {
    /// Its name. A route named `short` is offered as "I only have five minutes".
    pub(crate) id: Option<String>,
    /// The prompts asked, by id. Without them: every core prompt.
    pub(crate) prompts: Option<Vec<Option<String>>>,
    /// How many life cards can be said more about: 1, 2 or 3.
    pub(crate) cards: Option<u64>,
}

/// A stage of the conversation.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(default)]
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
    pub(crate) note: Option<String>,
    /// What is asked in it.
    pub(crate) prompts: Option<Vec<PromptSource>>,
}

/// One thing to ask.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(default)]
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
    #[serde(rename = "for")]
    pub(crate) audience: Option<String>,
    /// When it is shown. Always, without one.
    pub(crate) show: Option<ConditionSource>,
    /// A note for authors. Shown nowhere.
    pub(crate) note: Option<String>,
}

/// The answer a prompt takes. Which fields it has depends on its kind.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(default)]
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

/// Something that opens in place on a notice.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(default)]
pub(crate) struct TipsSource {
    /// What to press.
    pub(crate) title: Option<TextSource>,
    /// What then stands there, a paragraph each.
    pub(crate) lines: Option<Vec<TextSource>>,
}

/// A second question beside choices.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(default)]
pub(crate) struct AlsoSource {
    /// The question.
    pub(crate) ask: Option<TextSource>,
    /// Its choices.
    pub(crate) choices: Option<Vec<ChoiceSource>>,
}

/// One choice.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(default)]
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

/// A life card.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(default)]
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

/// When something is shown. Exactly one of: `prompt` with `is` or `answered`; `all`; `any`; `not`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(default)]
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

/// A text: plain, in the guide's first language, or in several, by their tags.
#[derive(Debug, Default)]
pub(crate) struct TextSource {
    /// Tag and words. A plain text has one, without a tag.
    pub(crate) by_language: Vec<(Option<String>, String)>,
}

impl<'de> Deserialize<'de> for TextSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = TextSource;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or texts by language")
            }

            fn visit_unit<E>(self) -> Result<TextSource, E> {
                Ok(TextSource::default())
            }

            fn visit_str<E>(self, text: &str) -> Result<TextSource, E> {
                Ok(TextSource {
                    by_language: vec![(None, text.to_owned())],
                })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<TextSource, A::Error> {
                let mut by_language = Vec::new();
                while let Some((tag, text)) = map.next_entry::<String, String>()? {
                    by_language.push((Some(tag), text));
                }
                Ok(TextSource { by_language })
            }
        }

        deserializer.deserialize_any(Either)
    }
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
