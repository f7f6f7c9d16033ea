//! The answer a prompt takes: what its kind needs is there, and nothing else is.

use litemap::LiteMap;

use super::{Check, Names, flag, kind, word};
use crate::guide::PromptId;
use crate::guide::id::ChoiceId;
use crate::guide::model::{Also, AnswerKind, Card, Choice, Choices, ICONS, Sources, Tips, Writer};
use crate::guide::near::short;
use crate::guide::problem::Code;
use crate::guide::shape::KINDS;
use crate::json::Node;

/// A prompt may have this many choices or cards.
pub(super) const MOST_CHOICES: usize = 200;

impl<'g> Check<'g> {
    pub(super) fn answer(&mut self, node: &'g Node<'g>) -> Option<AnswerKind> {
        let written = node.field("kind")?;
        let kind = written.text()?;
        let Some((kind, takes)) = KINDS.iter().find(|(name, _)| *name == kind) else {
            self.one_of(kind, written, &mut KINDS.iter().map(|(name, _)| *name));
            return None;
        };
        for (name, value) in node.fields() {
            let is_other = |(_, fields): &&(&str, &[&str])| fields.contains(&&**name);
            if let (false, Some((other, _))) =
                (takes.contains(&&**name), KINDS.iter().find(is_other))
            {
                let message = ["An answer of kind `", kind, "` takes no `", name, "`."].concat();
                let hint = ["Take it out, or make the kind `", other, "`."].concat();
                self.say(Code::MisplacedField, value, message, hint);
            }
        }
        Some(match *kind {
            "short-text" => AnswerKind::ShortText,
            "long-text" => AnswerKind::LongText {
                starters: self.texts(node, "starters"),
            },
            "one-choice" => AnswerKind::OneChoice(self.choices(node)?),
            "many-choices" => AnswerKind::ManyChoices(self.choices(node)?),
            "scale" => {
                for end in ["low", "high"] {
                    if node.field(end).is_none() {
                        self.missing(node, end, "Write the words to show.");
                    }
                }
                AnswerKind::Scale {
                    low: self.text(node, "low")?,
                    high: self.text(node, "high")?,
                    more: self.text(node, "more"),
                }
            }
            "cards" => self.cards(node)?,
            "each-card" => self.each_card(node)?,
            "plan" => AnswerKind::Plan,
            "ideas" => AnswerKind::Ideas(Sources {
                areas: self.source(node, "areas"),
                interests: self.source(node, "interests"),
                easier: self.source(node, "easier"),
                not_now: self.source(node, "not_now"),
            }),
            "summary" => AnswerKind::Summary,
            _ => AnswerKind::Notice {
                tips: node.field("tips").and_then(|tips| self.tips(tips)),
            },
        })
    }

    fn tips(&mut self, node: &'g Node<'g>) -> Option<Tips> {
        self.some(node, "lines", "Tips need at least one line.");
        Some(Tips {
            title: self.text(node, "title")?,
            lines: self.texts(node, "lines"),
        })
    }

    fn choices(&mut self, node: &'g Node<'g>) -> Option<Choices> {
        let mut names = Names::new();
        let choices = self.list_of_choices(node, &mut names);
        let also = node.field("also").and_then(|also| {
            let choices = self.list_of_choices(also, &mut names);
            let ask = self.text(also, "ask")?;
            Some(Also { ask, choices })
        });
        (!choices.is_empty()).then(|| Choices {
            choices,
            not_mine: flag(node, "not_mine", false),
            also,
            more: self.text(node, "more"),
        })
    }

    fn list_of_choices(&mut self, node: &'g Node<'g>, names: &mut Names) -> Vec<Choice> {
        let mut choices = Vec::new();
        for choice in self.not_too_many(node, "choices") {
            let name = self.unique(choice, names);
            choices.extend(
                name.zip(self.text(choice, "title"))
                    .and_then(|(name, title)| {
                        Some(Choice {
                            id: ChoiceId::new(name)?,
                            title,
                            detail: self.text(choice, "detail"),
                            writer: match word(choice, "writer") {
                                Some("person") => Some(Writer::Person),
                                Some("helped") => Some(Writer::Helped),
                                Some("proxy") => Some(Writer::Proxy),
                                _ => None,
                            },
                        })
                    }),
            );
        }
        choices
    }

    fn cards(&mut self, node: &'g Node<'g>) -> Option<AnswerKind> {
        let mut names = Names::new();
        let mut cards = Vec::new();
        for card in self.not_too_many(node, "cards") {
            let name = self.unique(card, &mut names);
            cards.extend(
                name.zip(self.text(card, "title"))
                    .and_then(|(name, title)| {
                        let icon = word(card, "icon")?;
                        Some(Card {
                            id: ChoiceId::new(name)?,
                            title,
                            icon: ICONS.into_iter().find(|known| *known == icon)?,
                            detail: self.text(card, "detail"),
                            help: flag(card, "help", false),
                        })
                    }),
            );
        }
        if node.field("well").is_none() {
            let hint = "Name the heading under which the cards that are going well stand.";
            self.missing(node, "well", hint);
        }
        Some(AnswerKind::Cards {
            cards,
            well: self.heading(node, "well", false)?,
        })
    }

    fn each_card(&mut self, node: &'g Node<'g>) -> Option<AnswerKind> {
        let Some(of) = node.field("of") else {
            self.missing(node, "of", "Name the prompt whose cards they are.");
            return None;
        };
        let cards = self.named_before(of, true)?;
        let mut questions = LiteMap::new();
        for (card, question) in node.field("questions").map_or(&[][..], Node::fields) {
            let id = self.named_choice(cards, card, question);
            if let (Some(id), Some(text)) = (id, self.text_of(question))
                && questions.insert(id, text).is_some()
            {
                self.twice(Code::DuplicateField, question, card);
            }
        }
        Some(AnswerKind::EachCard {
            cards: PromptId::new(word(cards, "id")?)?,
            questions,
        })
    }

    /// A prompt whose answers ideas are chosen by, where a field names one.
    fn source(&mut self, node: &'g Node<'g>, field: &str) -> Option<PromptId> {
        let prompt = self.named_before(node.field(field)?, field == "areas")?;
        PromptId::new(word(prompt, "id")?)
    }

    /// A prompt that has cards, or of whose choices several can be taken, and that is answered before this one.
    fn named_before(&mut self, of: &Node<'_>, has_cards: bool) -> Option<&'g Node<'g>> {
        let (at, prompt) = self.named_prompt(of)?;
        let (code, needs, late, wrong) = if has_cards {
            let late = "This asks about cards that come later.";
            (Code::NotCards, "cards", late, "` has no cards.")
        } else {
            let late = "This asks about choices that come later.";
            let wrong = "` has no choices of which several can be taken.";
            (Code::NotChoices, "many-choices", late, wrong)
        };
        // Its own place is the last one noted.
        if at >= self.asks.len() {
            let hint = "They are not there yet when it is come to. Move one of the two.";
            self.say(Code::LateCondition, of, late.to_owned(), hint);
        }
        // Of one without a kind something else was said.
        if kind(prompt).is_some_and(|kind| kind != needs) {
            let name = word(prompt, "id").unwrap_or_default();
            let message = ["The prompt `", &short(name), wrong].concat();
            let hint = ["Name a prompt with an answer of kind `", needs, "`."].concat();
            self.say(code, of, message, hint);
        }
        Some(prompt)
    }

    /// The choices or cards under a field: at least one, and no more than anybody reads.
    fn not_too_many(&mut self, node: &'g Node<'g>, field: &str) -> &'g [Node<'g>] {
        let all = self.some(node, field, "There must be something to choose from.");
        let Some(too_many) = all.get(MOST_CHOICES) else {
            return all;
        };
        let message = "A prompt may have 200 choices, and this one has more.".to_owned();
        self.say(
            Code::TooManyChoices,
            too_many,
            message,
            "Nobody reads so many: leave most of them out.",
        );
        all.get(..MOST_CHOICES).unwrap_or_default()
    }
}
