//! One prompt: its words, what it feeds, and that it is kind to ask.

use std::collections::BTreeSet;

use super::{Check, takes_nothing};
use crate::guide::id::PromptId;
use crate::guide::model::{AnswerKind, Audience, Cue, Prompt, Tells};
use crate::guide::near::{nearest, short};
use crate::guide::path::At;
use crate::guide::problem::Code;
use crate::guide::source::PromptSource;

impl Check<'_> {
    pub(super) fn prompt(
        &mut self,
        source: &PromptSource,
        at: &At<'_>,
        stage: usize,
        ids: &mut BTreeSet<String>,
    ) -> Option<Prompt> {
        let id = self.unique(source.id.as_deref(), at, PromptId::new, ids);
        let ask = self.needed(source.ask.as_ref(), at, "ask");
        let hint = self.text(source.hint.as_ref(), &at.field("hint"));
        let easy = self.text(source.easy.as_ref(), &at.field("easy"));
        let cue = self.cue(source, at);
        let why = self.text(source.why.as_ref(), &at.field("why"));
        if source.why.is_none() {
            let message = "This prompt does not say why it is asked.".to_owned();
            self.say(
                Code::NoWhy,
                at,
                message,
                "Add `why`: people trust a question more when they know.".to_owned(),
            );
        }
        let answer = source
            .answer
            .as_ref()
            .and_then(|answer| self.answer(answer, &at.field("answer")));
        if source.answer.is_none() {
            self.missing(
                at,
                "answer",
                "Say which kind of answer it takes, such as {\"kind\": \"long-text\"}.",
            );
        }
        let tells = self.one_of(
            source.tells.as_deref(),
            &at.field("tells"),
            &[("writer", Tells::Writer), ("name", Tells::Name)],
        );
        let feeds = source
            .feeds
            .as_ref()
            .and_then(|heading| self.heading(heading, &at.field("feeds")));
        if let Some(answer) = &answer {
            self.feeding(source, answer, tells, at);
        }
        let is_sensitive = source.sensitive.unwrap_or_default();
        if is_sensitive && !source.help.unwrap_or_default() {
            let message = "A sensitive prompt shows help lines.".to_owned();
            self.say(Code::NoHelp, at, message, "Add \"help\": true.".to_owned());
        }
        let audiences = [
            ("alone", Audience::Alone),
            ("together", Audience::Together),
            ("both", Audience::Both),
        ];
        let audience = self.one_of(source.audience.as_deref(), &at.field("for"), &audiences);
        let show = self.condition(source.show.as_ref(), &at.field("show"));
        Some(Prompt {
            id: id?,
            stage,
            ask: ask?,
            hint,
            easy,
            cue,
            why,
            answer: answer?,
            feeds,
            tells,
            core: source.core.unwrap_or(true),
            sensitive: is_sensitive,
            kept_back: source.kept_back.unwrap_or_default(),
            help: source.help.unwrap_or_default(),
            proxy: source.proxy.unwrap_or(true),
            audience: audience.unwrap_or_default(),
            show,
        })
    }

    fn cue(&mut self, source: &PromptSource, at: &At<'_>) -> Option<Cue> {
        let say = self.text(source.say.as_ref(), &at.field("say"));
        let follow = self.text(source.follow.as_ref(), &at.field("follow"));
        let listen = self.text(source.listen.as_ref(), &at.field("listen"));
        let avoid = self.text(source.avoid.as_ref(), &at.field("avoid"));
        if source.say.is_none()
            && (follow.is_some() || listen.is_some() || avoid.is_some() || source.wait.is_some())
        {
            let message = "The link worker's card has no line to say.".to_owned();
            self.say(
                Code::NoSay,
                at,
                message,
                "Add `say`, or take the rest of the card out.".to_owned(),
            );
        }
        Some(Cue {
            say: say?,
            follow,
            listen,
            avoid,
            wait: source.wait.unwrap_or_default(),
        })
    }

    /// No prompt takes words and throws them away, and what takes none feeds nothing.
    fn feeding(
        &mut self,
        source: &PromptSource,
        answer: &AnswerKind,
        tells: Option<Tells>,
        at: &At<'_>,
    ) {
        let feeds_nothing = takes_nothing(answer) || tells == Some(Tells::Writer);
        if feeds_nothing && source.feeds.is_some() {
            let message = "This prompt takes no words for a heading, so it feeds none.".to_owned();
            self.say(
                Code::MisplacedField,
                &at.field("feeds"),
                message,
                "Take `feeds` out.".to_owned(),
            );
        }
        if !feeds_nothing && source.feeds.is_none() {
            let message = "This prompt takes words and throws them away.".to_owned();
            self.say(
                Code::FeedsNothing,
                at,
                message,
                "Name a heading under `feeds`.".to_owned(),
            );
        }
        let fits = match tells {
            Some(Tells::Writer) => matches!(answer, AnswerKind::OneChoice(_)),
            Some(Tells::Name) => matches!(answer, AnswerKind::ShortText),
            None => true,
        };
        if !fits {
            let message = "`tells` does not go with this kind of answer.".to_owned();
            let hint = "`writer` goes with one-choice, and `name` with short-text.".to_owned();
            self.say(Code::MisplacedField, &at.field("tells"), message, hint);
        }
    }

    /// A word that must be one of a few.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        written: Option<&str>,
        at: &At<'_>,
        values: &[(&str, T)],
    ) -> Option<T> {
        let written = written?;
        let found = values
            .iter()
            .find(|(name, _)| *name == written)
            .map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<_> = values.iter().map(|(name, _)| *name).collect();
            let hint = match nearest(written, names.iter().copied()) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => format!("It can be {}.", names.join(", ")),
            };
            self.say(
                Code::UnknownValue,
                at,
                format!("`{}` is not known here.", short(written)),
                hint,
            );
        }
        found
    }
}
