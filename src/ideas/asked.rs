//! What a conversation asks of the directory.

use std::rc::Rc;

use super::{LEVELS, flag, number, text, texts, write_texts};
use crate::json::{Writer, read};
use crate::words::Said;

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// Ideas, by what was chosen.
    Ideas(Chosen),
    /// What there is, by what is looked for.
    Find(Sought),
}

/// What a person chose, as ids of the guide's cards and choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Parts of life they want help with.
    pub areas: Vec<Rc<str>>,
    /// What they would like to find out more about.
    pub interests: Vec<Rc<str>>,
    /// What would make it easier to go the first time.
    pub easier: Vec<Rc<str>>,
    /// What they do not want right now.
    pub not_now: Vec<Rc<str>>,
    /// Services, by their ids, that are not to be offered: those they said anything of already.
    pub seen: Vec<Rc<str>>,
    /// What puts those that fit alike in an order of the conversation's own.
    pub seed: u32,
    /// How many to tell at the most.
    pub most: u32,
}

/// What is looked for. What is left out does not matter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sought {
    /// Words as they are typed.
    pub typed: Said,
    /// An outward code as it is typed, to have the nearest first.
    pub near: Said,
    /// A part of life, as the guide names it.
    pub area: Option<Rc<str>>,
    /// A day of the week; 0 is Monday.
    pub day: Option<u8>,
    /// Only what is free for everyone.
    pub is_free: bool,
    /// At home. With [`Sought::is_online`], one of the two is enough.
    pub is_at_home: bool,
    /// Online, or by phone.
    pub is_online: bool,
    /// What puts those that fit alike in an order of the conversation's own.
    pub seed: u32,
    /// How many to tell at the most.
    pub most: u32,
}

impl Asked {
    /// As text, for the other program.
    pub fn to_text(&self) -> String {
        let mut writer = Writer::default();
        writer.open('{');
        let (seed, most) = match self {
            Self::Ideas(chosen) => {
                chosen.write(&mut writer);
                (chosen.seed, chosen.most)
            }
            Self::Find(sought) => {
                sought.write(&mut writer);
                (sought.seed, sought.most)
            }
        };
        for (name, number) in [("seed", seed), ("most", most)] {
            writer.name(name);
            writer.word(&number.to_string());
        }
        writer.close('}');
        writer.done()
    }

    /// From text. Nothing where it is none of ours.
    pub fn read(given: &str) -> Option<Self> {
        let node = read(given, LEVELS).ok()?;
        let seed = number(&node, "seed")?;
        let most = number(&node, "most")?;
        if node.field("areas").is_some() {
            return Some(Self::Ideas(Chosen {
                areas: texts(&node, "areas"),
                interests: texts(&node, "interests"),
                easier: texts(&node, "easier"),
                not_now: texts(&node, "not_now"),
                seen: texts(&node, "seen"),
                seed,
                most,
            }));
        }
        Some(Self::Find(Sought {
            typed: Said::new(text(&node, "typed")?),
            near: Said::new(text(&node, "near")?),
            area: text(&node, "area"),
            day: number(&node, "day").and_then(|day| day.try_into().ok()),
            is_free: flag(&node, "free"),
            is_at_home: flag(&node, "at_home"),
            is_online: flag(&node, "online"),
            seed,
            most,
        }))
    }
}

impl Chosen {
    fn write(&self, writer: &mut Writer) {
        write_texts(writer, "areas", &self.areas);
        write_texts(writer, "interests", &self.interests);
        write_texts(writer, "easier", &self.easier);
        write_texts(writer, "not_now", &self.not_now);
        write_texts(writer, "seen", &self.seen);
    }
}

impl Sought {
    fn write(&self, writer: &mut Writer) {
        writer.field("typed", self.typed.words());
        writer.field("near", self.near.words());
        writer.maybe("area", self.area.as_deref());
        if let Some(day) = self.day {
            writer.name("day");
            writer.word(&day.to_string());
        }
        let flags = [
            ("free", self.is_free),
            ("at_home", self.is_at_home),
            ("online", self.is_online),
        ];
        for (name, _) in flags.iter().filter(|(_, is_on)| *is_on) {
            writer.name(name);
            writer.word("true");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_comes_out_as_it_went_in() {
        let asked = [
            Asked::Ideas(Chosen::default()),
            Asked::Ideas(Chosen {
                areas: vec!["people".into()],
                interests: vec!["outdoors".into(), "making".into()],
                easier: vec!["cost".into()],
                not_now: vec!["groups".into()],
                seen: vec!["a \"b\"".into()],
                seed: u32::MAX,
                most: 3,
            }),
            Asked::Find(Sought::default()),
            Asked::Find(Sought {
                typed: Said::new("tea & “cake”\n"),
                near: Said::new("ls6"),
                area: Some("money".into()),
                day: Some(6),
                is_free: true,
                is_at_home: true,
                is_online: true,
                seed: 5,
                most: 10,
            }),
        ];
        for asked in asked {
            assert_eq!(Asked::read(&asked.to_text()), Some(asked));
        }
    }

    #[test]
    fn what_is_none_of_ours_is_nothing() {
        for text in [
            "",
            "{",
            "[]",
            "{}",
            r#"{"areas":[]}"#,
            r#"{"seed":-1,"most":3}"#,
        ] {
            assert_eq!(Asked::read(text), None, "{text}");
        }
    }
}
