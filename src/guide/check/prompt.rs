//! One prompt: what it feeds, and that it is kind to ask.

use super::{Check, Names, flag, list, word};
use crate::guide::id::PromptId;
use crate::guide::model::{AnswerKind, Audience, Cue, Prompt, Tells};
use crate::guide::problem::Code;
use crate::json::Node;

impl<'g> Check<'g> {
    pub(super) fn prompt(
        &mut self,
        node: &'g Node<'g>,
        stage: usize,
        names: &mut Names,
    ) -> Option<Prompt> {
        let name = self.unique(node, names);
        let show = self.shown_when(node, self.asks.len());
        let mut asks = std::mem::take(&mut self.about);
        asks.push(self.nodes.len() + stage);
        self.asks.push(asks);
        if node.field("why").is_none() {
            let message = "This prompt does not say why it is asked.".to_owned();
            self.say(
                Code::NoWhy,
                node,
                message,
                "Add `why`: people trust a question more when they know.",
            );
        }
        let cue = self.cue(node);
        let answer = node.field("answer").and_then(|answer| self.answer(answer));
        let kept_back = flag(node, "kept_back", false);
        let feeds = self.heading(node, "feeds", kept_back);
        let tells = match word(node, "tells") {
            Some("writer") => Some(Tells::Writer),
            Some("name") => Some(Tells::Name),
            _ => None,
        };
        if let Some(answer) = &answer {
            self.feeding(node, answer, tells);
            self.writing(node, tells);
        }
        let (sensitive, help) = (flag(node, "sensitive", false), flag(node, "help", false));
        if sensitive && !help {
            let message = "A sensitive prompt shows help lines.".to_owned();
            self.say(Code::NoHelp, node, message, "Add \"help\": true.");
        }
        Some(Prompt {
            id: PromptId::new(name?)?,
            stage,
            ask: self.text(node, "ask")?,
            hint: self.text(node, "hint"),
            ask_together: self.text(node, "ask_together"),
            hint_together: self.text(node, "hint_together"),
            easy: self.text(node, "easy"),
            cue,
            spoken: self.spoken(node, answer.as_ref()),
            why: self.text(node, "why"),
            answer: answer?,
            feeds,
            tells,
            core: flag(node, "core", true),
            sensitive,
            kept_back,
            help,
            proxy: flag(node, "proxy", true),
            audience: match word(node, "for") {
                Some("alone") => Audience::Alone,
                Some("together") => Audience::Together,
                _ => Audience::Both,
            },
            show,
        })
    }

    /// What is spoken only has no place to write, so it is a notice.
    fn spoken(&mut self, node: &Node<'_>, answer: Option<&AnswerKind>) -> bool {
        let spoken = flag(node, "spoken", false);
        if spoken && answer.is_some_and(|answer| !matches!(answer, AnswerKind::Notice { .. })) {
            let message = "What is spoken only has no place to write.".to_owned();
            let at = node.field("spoken").unwrap_or(node);
            self.say(
                Code::MisplacedField,
                at,
                message,
                "Make it a notice, or take `spoken` out.",
            );
        }
        spoken
    }

    fn cue(&mut self, node: &Node<'_>) -> Option<Cue> {
        let rest = ["follow", "listen", "avoid", "wait", "spoken"];
        if node.field("say").is_none() && rest.iter().any(|name| node.field(name).is_some()) {
            let message = "The link worker's card has no line to say.".to_owned();
            self.say(
                Code::NoSay,
                node,
                message,
                "Add `say`, or take the rest of the card out.",
            );
        }
        Some(Cue {
            say: self.text(node, "say")?,
            follow: self.text(node, "follow"),
            listen: self.text(node, "listen"),
            avoid: self.text(node, "avoid"),
            wait: flag(node, "wait", false),
        })
    }

    /// A prompt that tells who writes tells it with each choice, and has no place for words that would stand nowhere.
    fn writing(&mut self, node: &'g Node<'g>, tells: Option<Tells>) {
        let Some(answer) = node.field("answer") else {
            return;
        };
        let tells_writer = tells == Some(Tells::Writer);
        // Of a word under `tells` that is not known, the walk has said so.
        let tells_other = tells == Some(Tells::Name) || node.field("tells").is_none();
        let mut lost = Vec::new();
        for choice in list(answer, "choices") {
            let writer = choice.field("writer");
            match writer {
                None if tells_writer => {
                    self.missing(
                        choice,
                        "writer",
                        "Say who writes: `person`, `helped` or `proxy`.",
                    );
                }
                Some(writer) if tells_other => lost.push(writer),
                Some(writer) if writer.text() == Some("person") => {
                    lost.extend(choice.field("detail"));
                }
                _ => {}
            }
        }
        if tells_writer {
            lost.extend(answer.field("more").into_iter().chain(answer.field("also")));
        }
        for lost in lost {
            let message = "At this prompt nothing comes of this.".to_owned();
            let hint = "Take it out. The guide for authors says what goes with who writes.";
            self.say(Code::MisplacedField, lost, message, hint);
        }
    }

    /// No prompt takes words and throws them away, and what takes none feeds nothing.
    fn feeding(&mut self, node: &Node<'_>, answer: &AnswerKind, tells: Option<Tells>) {
        let takes_nothing = matches!(answer, AnswerKind::Notice { .. } | AnswerKind::Summary);
        let feeds_nothing = takes_nothing || tells == Some(Tells::Writer);
        match node.field("feeds") {
            Some(feeds) if feeds_nothing => {
                let message =
                    "This prompt takes no words for a heading, so it feeds none.".to_owned();
                self.say(Code::MisplacedField, feeds, message, "Take `feeds` out.");
            }
            None if !feeds_nothing => {
                let message = "This prompt takes words and throws them away.".to_owned();
                self.say(
                    Code::FeedsNothing,
                    node,
                    message,
                    "Name a heading under `feeds`.",
                );
            }
            _ => {}
        }
        let fits = match tells {
            Some(Tells::Writer) => matches!(answer, AnswerKind::OneChoice(_)),
            Some(Tells::Name) => matches!(answer, AnswerKind::ShortText),
            None => true,
        };
        if !fits {
            let message = "`tells` does not go with this kind of answer.".to_owned();
            let hint = "`writer` goes with one-choice, and `name` with short-text.";
            self.say(
                Code::MisplacedField,
                node.field("tells").unwrap_or(node),
                message,
                hint,
            );
        }
    }
}
