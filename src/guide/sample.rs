//! A small guide made by hand for tests: every kind of answer, two routes, conditions, extras.

use std::rc::Rc;

use super::condition::Condition;
use super::id::{ChoiceId, HeadingId, PromptId, RouteId, StageId};
use super::model::{
    Also, AnswerKind, Audience, Card, Choice, Choices, Guide, Heading, Prompt, Route, Sources,
    Stage, Tells, Tips, Writer,
};
use crate::words::{Language, Text};

/// The sample. Its stages: welcome, matters, life, pace, plan (not on *talk*), more, check.
pub(crate) fn guide() -> Guide {
    let mut made = Making::default();
    made.stage("welcome", None);
    made.prompt("who", writers(), None).tells = Some(Tells::Writer);
    made.prompt("private", notice(), None);
    made.stage("matters", None);
    made.prompt("name", AnswerKind::ShortText, Some("how"))
        .tells = Some(Tells::Name);
    made.prompt("matters", long(), Some("matters"));
    made.prompt("day", long(), Some("matters")).core = false;
    made.stage("life", None);
    made.prompt("areas", cards(), Some("help"));
    made.prompt("now", each(None), Some("help"));
    made.prompt("change", each(Some("home")), Some("hopes"));
    made.prompt("soon", long(), Some("soon"));
    made.prompt("team", long(), Some("soon")).audience = Audience::Together;
    made.stage("pace", None);
    made.prompt("way", ways(), Some("way"));
    made.prompt("pace", paces(), Some("pace"));
    let sure = made.prompt("sure", scale(), Some("pace"));
    (sure.core, sure.proxy) = (false, false);
    made.prompt("near", ideas(), Some("ideas"));
    let talk = Condition::Chosen(prompt_id("pace"), vec![choice_id("talk")]);
    made.stage("plan", Some(Condition::Not(Box::new(talk))));
    made.prompt("step", AnswerKind::Plan, Some("plan"));
    made.prompt("planb", long(), Some("plan")).show = Some(Condition::Answered(prompt_id("step")));
    made.stage("more", None);
    made.prompt("extra", long(), Some("matters")).core = false;
    made.stage("check", None);
    made.prompt("else", long(), Some("soon"));
    made.prompt("check", AnswerKind::Summary, None);
    let close = made.prompt("close", long(), Some("close"));
    (close.core, close.kept_back) = (false, true);
    made.guide()
}

/// A prompt's id.
pub(crate) fn prompt_id(name: &str) -> PromptId {
    PromptId::new(name).unwrap()
}

/// A choice's or a card's id.
pub(crate) fn choice_id(name: &str) -> ChoiceId {
    ChoiceId::new(name).unwrap()
}

/// A heading's id.
pub(crate) fn heading_id(name: &str) -> HeadingId {
    HeadingId::new(name).unwrap()
}

/// A text in English.
fn text(words: &str) -> Text {
    Text::new(vec![(Language::english(), words.into())]).unwrap()
}

#[derive(Default)]
struct Making {
    stages: Vec<Stage>,
    prompts: Vec<Prompt>,
}

impl Making {
    fn stage(&mut self, name: &str, show: Option<Condition>) {
        self.stages.push(Stage {
            id: StageId::new(name).unwrap(),
            title: text(&format!("Stage {name}")),
            reflections: Vec::new(),
            affirmations: Vec::new(),
            read_back: false,
            coming: None,
            show,
            core: Vec::new(),
            more: Vec::new(),
        });
    }

    fn prompt(&mut self, name: &str, answer: AnswerKind, feeds: Option<&str>) -> &mut Prompt {
        self.prompts.push(Prompt {
            id: prompt_id(name),
            stage: self.stages.len() - 1,
            ask: text(&format!("Ask {name} of {{card}}?")),
            hint: None,
            ask_together: None,
            hint_together: None,
            easy: None,
            cue: None,
            spoken: false,
            why: Some(text("Because.")),
            answer,
            feeds: feeds.map(heading_id),
            tells: None,
            core: true,
            sensitive: false,
            kept_back: false,
            help: false,
            proxy: true,
            audience: Audience::Both,
            show: None,
        });
        self.prompts.last_mut().unwrap()
    }

    fn guide(mut self) -> Guide {
        for (at, prompt) in self.prompts.iter().enumerate() {
            let stage = &mut self.stages[prompt.stage];
            let list = if prompt.core {
                &mut stage.core
            } else {
                &mut stage.more
            };
            list.push(at);
        }
        let prompt_at: litemap::LiteMap<Rc<str>, usize> = self
            .prompts
            .iter()
            .enumerate()
            .map(|(at, prompt)| (prompt.id.name().into(), at))
            .collect();
        let short = ["name", "matters", "areas", "now", "pace", "step", "check"];
        let short = short
            .iter()
            .map(|name| prompt_at.get(*name).copied().unwrap())
            .collect();
        let headings = [
            "matters",
            "how",
            "help",
            "soon",
            "strengths",
            "hopes",
            "way",
            "pace",
            "ideas",
            "plan",
            "close",
        ];
        Guide {
            id: prompt_id("sample"),
            version: "1.2.3".into(),
            languages: [Language::english()].into(),
            title: text("Sample"),
            lead: None,
            points: Vec::new(),
            ending: vec![text("One thing I will do.")],
            looks_back: None,
            headings: headings.iter().map(|name| heading(name)).collect(),
            stages: self.stages,
            prompts: self.prompts,
            routes: vec![route("full", None, 3), route("short", Some(short), 1)],
            prompt_at,
        }
    }
}

fn heading(name: &str) -> Heading {
    Heading {
        id: heading_id(name),
        title: text(&format!("Heading {name}")),
        alone: (name == "plan").then(|| text("What I would like to happen next")),
        kept_back: name == "close",
    }
}

fn route(name: &str, asked: Option<Vec<usize>>, cards: u8) -> Route {
    Route {
        id: RouteId::new(name).unwrap(),
        asked,
        cards,
    }
}

fn notice() -> AnswerKind {
    AnswerKind::Notice {
        tips: Some(Tips {
            title: text("If it is not"),
            lines: vec![text("Take your time.")],
        }),
    }
}

fn long() -> AnswerKind {
    AnswerKind::LongText {
        starters: vec![text("I like")],
    }
}

fn choice(name: &str, detail: Option<&str>) -> Choice {
    Choice {
        id: choice_id(name),
        title: text(&format!("Choice {name}")),
        detail: detail.map(text),
        writer: None,
    }
}

fn writers() -> AnswerKind {
    let writer = |name, writer| Choice {
        writer: Some(writer),
        ..choice(name, (writer != Writer::Person).then_some("First name"))
    };
    AnswerKind::OneChoice(Choices {
        choices: vec![
            writer("me", Writer::Person),
            writer("helped", Writer::Helped),
            writer("proxy", Writer::Proxy),
        ],
        not_mine: false,
        also: None,
        more: None,
    })
}

fn ways() -> AnswerKind {
    AnswerKind::ManyChoices(Choices {
        choices: vec![
            choice("fares", None),
            choice("time", None),
            choice("other", Some("What is it?")),
        ],
        not_mine: true,
        also: None,
        more: Some(text("Say more?")),
    })
}

fn paces() -> AnswerKind {
    AnswerKind::OneChoice(Choices {
        choices: vec![
            choice("soon", None),
            choice("talk", None),
            choice("other", Some("What then?")),
        ],
        not_mine: false,
        also: Some(Also {
            ask: text("Is it all right to ask again?"),
            choices: vec![choice("yes", None), choice("no", Some("Why not?"))],
        }),
        more: None,
    })
}

fn scale() -> AnswerKind {
    AnswerKind::Scale {
        low: text("not at all"),
        high: text("very sure"),
        more: Some(text("What makes it {number}?")),
    }
}

fn cards() -> AnswerKind {
    let card = |name: &str| Card {
        id: choice_id(name),
        title: text(&format!("Card {name}")),
        icon: "home",
        detail: (name == "other").then(|| text("What would you call it?")),
        help: false,
    };
    let names = ["home", "money", "people", "joy", "other"];
    AnswerKind::Cards {
        cards: names.into_iter().map(card).collect(),
        well: heading_id("strengths"),
    }
}

fn ideas() -> AnswerKind {
    AnswerKind::Ideas(Sources {
        areas: Some(prompt_id("areas")),
        interests: None,
        easier: None,
        not_now: Some(prompt_id("way")),
    })
}

fn each(own: Option<&str>) -> AnswerKind {
    AnswerKind::EachCard {
        cards: prompt_id("areas"),
        questions: own
            .into_iter()
            .map(|name| (choice_id(name), text("Own question of {card}?")))
            .collect(),
    }
}

/// The sample, ready to be walked through.
pub(crate) fn shared() -> Rc<Guide> {
    Rc::new(guide())
}
