//! The answer a prompt takes: what its kind needs is there, and nothing else is.

use std::collections::{BTreeMap, BTreeSet};

use super::Check;
use crate::guide::id::ChoiceId;
use crate::guide::model::{Also, AnswerKind, Card, Choice, Choices, ICONS, Tips, Writer};
use crate::guide::near::{nearest, short};
use crate::guide::path::At;
use crate::guide::problem::Code;
use crate::guide::source::{AnswerSource, CardSource, ChoiceSource};

/// A prompt may have this many choices or cards.
const MOST_CHOICES: usize = 200;

/// The kinds of answer, each with the fields it takes.
const KINDS: [(&str, &[&str]); 10] = [
    ("notice", &["tips"]),
    ("short-text", &[]),
    ("long-text", &["starters"]),
    ("one-choice", &["choices", "also", "more"]),
    ("many-choices", &["choices", "not_mine", "also", "more"]),
    ("scale", &["low", "high", "more"]),
    ("cards", &["cards", "well"]),
    ("each-card", &["of", "questions"]),
    ("plan", &[]),
    ("summary", &[]),
];

impl Check<'_> {
    pub(super) fn answer(&mut self, source: &AnswerSource, at: &At<'_>) -> Option<AnswerKind> {
        let Some(kind) = source.kind.as_deref() else {
            self.missing(
                at,
                "kind",
                "Say which kind of answer it takes, such as \"kind\": \"long-text\".",
            );
            return None;
        };
        let Some((_, takes)) = KINDS.iter().find(|(name, _)| *name == kind) else {
            let names = KINDS.iter().map(|(name, _)| *name);
            let hint = match nearest(kind, names.clone()) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => format!("It can be {}.", names.collect::<Vec<_>>().join(", ")),
            };
            self.say(
                Code::UnknownValue,
                &at.field("kind"),
                format!("`{}` is no kind of answer.", short(kind)),
                hint,
            );
            return None;
        };
        self.nothing_else(source, at, kind, takes);
        Some(match kind {
            "short-text" => AnswerKind::ShortText,
            "long-text" => AnswerKind::LongText {
                starters: self.texts(source.starters.as_deref(), &at.field("starters")),
            },
            "one-choice" => AnswerKind::OneChoice(self.choices(source, at)?),
            "many-choices" => AnswerKind::ManyChoices(self.choices(source, at)?),
            "scale" => {
                let low = self.needed(source.low.as_ref(), at, "low");
                let high = self.needed(source.high.as_ref(), at, "high");
                AnswerKind::Scale {
                    low: low?,
                    high: high?,
                    more: self.text(source.more.as_ref(), &at.field("more")),
                }
            }
            "cards" => self.cards(source, at)?,
            "each-card" => self.each_card(source, at)?,
            "plan" => AnswerKind::Plan,
            "summary" => AnswerKind::Summary,
            _ => AnswerKind::Notice {
                tips: self.tips(source, at),
            },
        })
    }

    /// Names every field that stands where its kind does not take it.
    fn nothing_else(&mut self, source: &AnswerSource, at: &At<'_>, kind: &str, takes: &[&str]) {
        let written = [
            ("tips", source.tips.is_some()),
            ("starters", source.starters.is_some()),
            ("choices", source.choices.is_some()),
            ("not_mine", source.not_mine.is_some()),
            ("also", source.also.is_some()),
            ("more", source.more.is_some()),
            ("low", source.low.is_some()),
            ("high", source.high.is_some()),
            ("cards", source.cards.is_some()),
            ("well", source.well.is_some()),
            ("of", source.of.is_some()),
            ("questions", source.questions.is_some()),
        ];
        for (name, _) in written
            .iter()
            .filter(|(name, is_there)| *is_there && !takes.contains(name))
        {
            let message = format!("An answer of kind `{kind}` takes no `{name}`.");
            let hint = match KINDS.iter().find(|(_, fields)| fields.contains(name)) {
                Some((other, _)) => format!("Take it out, or make the kind `{other}`."),
                None => "Take it out.".to_owned(),
            };
            self.say(Code::MisplacedField, &at.field(name), message, hint);
        }
    }

    fn tips(&mut self, source: &AnswerSource, at: &At<'_>) -> Option<Tips> {
        let tips = source.tips.as_ref()?;
        let at = at.field("tips");
        let title = self.needed(tips.title.as_ref(), &at, "title");
        let lines = self.texts(tips.lines.as_deref(), &at.field("lines"));
        if lines.is_empty() {
            self.empty(&at.field("lines"), "Tips need at least one line.");
        }
        Some(Tips {
            title: title?,
            lines,
        })
    }

    fn choices(&mut self, source: &AnswerSource, at: &At<'_>) -> Option<Choices> {
        let mut ids = BTreeSet::new();
        let choices =
            self.list_of_choices(source.choices.as_deref(), &at.field("choices"), &mut ids);
        let also = source.also.as_ref().and_then(|also| {
            let at = at.field("also");
            let ask = self.needed(also.ask.as_ref(), &at, "ask");
            let choices =
                self.list_of_choices(also.choices.as_deref(), &at.field("choices"), &mut ids);
            Some(Also { ask: ask?, choices })
        });
        let more = self.text(source.more.as_ref(), &at.field("more"));
        (!choices.is_empty()).then(|| Choices {
            choices,
            not_mine: source.not_mine.unwrap_or_default(),
            also,
            more,
        })
    }

    fn list_of_choices(
        &mut self,
        source: Option<&[ChoiceSource]>,
        at: &At<'_>,
        ids: &mut BTreeSet<String>,
    ) -> Vec<Choice> {
        let source = source.unwrap_or_default();
        self.count(source.len(), at);
        let mut choices = Vec::with_capacity(source.len().min(MOST_CHOICES));
        for (index, choice) in source.iter().take(MOST_CHOICES).enumerate() {
            let here = at.index(index);
            let id = self.unique(choice.id.as_deref(), &here, ChoiceId::new, ids);
            let title = self.needed(choice.title.as_ref(), &here, "title");
            let detail = self.text(choice.detail.as_ref(), &here.field("detail"));
            let writers = [
                ("person", Writer::Person),
                ("helped", Writer::Helped),
                ("proxy", Writer::Proxy),
            ];
            let writer = self.one_of(choice.writer.as_deref(), &here.field("writer"), &writers);
            if let (Some(id), Some(title)) = (id, title) {
                choices.push(Choice {
                    id,
                    title,
                    detail,
                    writer,
                });
            }
        }
        choices
    }

    fn cards(&mut self, source: &AnswerSource, at: &At<'_>) -> Option<AnswerKind> {
        let list = at.field("cards");
        let written = source.cards.as_deref().unwrap_or_default();
        self.count(written.len(), &list);
        let mut ids = BTreeSet::new();
        let each = written.iter().take(MOST_CHOICES).enumerate();
        let cards = each
            .filter_map(|(index, card)| self.card(card, &list.index(index), &mut ids))
            .collect();
        let Some(well) = &source.well else {
            self.missing(
                at,
                "well",
                "Name the heading under which the cards that are going well stand.",
            );
            return None;
        };
        Some(AnswerKind::Cards {
            cards,
            well: self.heading(well, &at.field("well"))?,
        })
    }

    fn card(&mut self, card: &CardSource, at: &At<'_>, ids: &mut BTreeSet<String>) -> Option<Card> {
        let id = self.unique(card.id.as_deref(), at, ChoiceId::new, ids);
        let title = self.needed(card.title.as_ref(), at, "title");
        let detail = self.text(card.detail.as_ref(), &at.field("detail"));
        let icons: Vec<_> = ICONS.iter().map(|icon| (*icon, *icon)).collect();
        if card.icon.is_none() {
            self.missing(at, "icon", "Name one of the line drawings, such as `home`.");
        }
        let icon = self.one_of(card.icon.as_deref(), &at.field("icon"), &icons);
        Some(Card {
            id: id?,
            title: title?,
            icon: icon?.to_owned(),
            detail,
            help: card.help.unwrap_or_default(),
        })
    }

    fn each_card(&mut self, source: &AnswerSource, at: &At<'_>) -> Option<AnswerKind> {
        let Some(of) = &source.of else {
            self.missing(at, "of", "Name the prompt whose cards they are.");
            return None;
        };
        let cards = self.named_prompt(of, &at.field("of"));
        if self
            .known
            .prompts
            .get(of)
            .is_some_and(|known| !known.has_cards)
        {
            let message = format!("The prompt `{}` has no cards.", short(of));
            self.say(
                Code::NotCards,
                &at.field("of"),
                message,
                "Name a prompt with an answer of kind `cards`.".to_owned(),
            );
        }
        let inside = at.field("questions");
        let mut questions = BTreeMap::new();
        for (card, question) in source.questions.iter().flatten() {
            let here = inside.field(card);
            let id = self.named_choice(of, card, &here);
            let text = self.text(Some(question), &here);
            if let (Some(id), Some(text)) = (id, text) {
                questions.insert(id, text);
            }
        }
        Some(AnswerKind::EachCard {
            cards: cards?,
            questions,
        })
    }

    fn count(&mut self, choices: usize, at: &At<'_>) {
        if choices == 0 {
            self.empty(at, "There must be something to choose from.");
        }
        if choices > MOST_CHOICES {
            let message =
                format!("A prompt may have {MOST_CHOICES} choices, and this one has {choices}.");
            self.say(
                Code::TooManyChoices,
                at,
                message,
                "Nobody reads so many: leave most of them out.".to_owned(),
            );
        }
    }
}
