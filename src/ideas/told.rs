//! What the directory tells a conversation.

use std::rc::Rc;

use super::{LEVELS, flag, number, text};
use crate::json::{Node, Writer, read};
use crate::words::{Language, Line};

/// What is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Ideas, best first.
    Ideas(Vec<Card>),
    /// What was found.
    Found(Found),
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// How many there are.
    pub count: u32,
    /// Whether the outward code that was asked for is one of the list.
    pub is_near_known: bool,
    /// The first of them.
    pub cards: Vec<Card>,
}

/// A service, as it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// Its id in the feed.
    pub id: Rc<str>,
    /// What of the person's choices it answers; nothing where it was looked for.
    pub because: Vec<Because>,
    /// What it is, in words.
    pub says: InWords,
}

/// One choice an idea answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// A part of life.
    Area(Rc<str>),
    /// Something they would like to find out more about.
    Interest(Rc<str>),
    /// Something that makes it easier to go.
    Easier(Rc<str>),
}

/// A service in words. Each line is final: what is drawn decides nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InWords {
    /// What it is called.
    pub name: Line,
    /// Who runs it.
    pub by: Option<Line>,
    /// What is different just now.
    pub alert: Option<Line>,
    /// What it is, a paragraph each.
    pub about: Vec<Line>,
    /// What it costs. There is always a line.
    pub costs: Vec<Line>,
    /// When it takes place. There is always a line.
    pub times: Vec<Line>,
    /// Where it takes place, or how without going anywhere. There is always one.
    pub places: Vec<Spot>,
    /// Ways to get in touch.
    pub contact: Vec<Reach>,
    /// How to join.
    pub apply: Option<Line>,
    /// Who it is for: by age, in words, by area.
    pub who: Vec<Line>,
    /// Languages spoken there.
    pub languages: Option<Line>,
    /// Whether someone can go along, where that is said.
    pub company: Option<Line>,
    /// When its details were last checked. There is always a line.
    pub checked: Line,
    /// Whether that is long ago, or nobody says.
    pub is_old: bool,
}

/// A place in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spot {
    /// Its name and address.
    pub lines: Vec<Line>,
    /// Getting in and about.
    pub access: Vec<Line>,
}

/// A way to get in touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// What to press: "Call 01632 960 101".
    pub label: Line,
    /// Where it leads: `https:`, `tel:` or `mailto:`.
    pub href: Rc<str>,
    /// What is said of it.
    pub note: Option<Line>,
}

impl Told {
    /// As text, for the other program.
    pub fn to_text(&self) -> String {
        let mut writer = Writer::default();
        writer.open('{');
        let cards = match self {
            Self::Ideas(cards) => cards,
            Self::Found(found) => {
                writer.name("count");
                writer.word(&found.count.to_string());
                mark(&mut writer, "near_known", found.is_near_known);
                &found.cards
            }
        };
        writer.name("cards");
        writer.open('[');
        for card in cards {
            card.write(&mut writer);
        }
        writer.close(']');
        writer.close('}');
        writer.done()
    }

    /// From text. Nothing where it is none of ours.
    pub fn read(given: &str) -> Option<Self> {
        let node = read(given, LEVELS).ok()?;
        let cards = node.field("cards")?.list();
        let cards = cards.iter().map(Card::of).collect::<Option<_>>()?;
        Some(match number(&node, "count") {
            None => Self::Ideas(cards),
            Some(count) => Self::Found(Found {
                count,
                is_near_known: flag(&node, "near_known"),
                cards,
            }),
        })
    }
}

impl Card {
    fn write(&self, writer: &mut Writer) {
        let says = &self.says;
        writer.open('{');
        writer.field("id", &self.id);
        writer.name("because");
        writer.open('[');
        for because in &self.because {
            let (kind, id) = match because {
                Because::Area(id) => ("area", id),
                Because::Interest(id) => ("interest", id),
                Because::Easier(id) => ("easier", id),
            };
            writer.open('[');
            writer.text(kind);
            writer.text(id);
            writer.close(']');
        }
        writer.close(']');
        let one = |writer: &mut Writer, name: &str, line: &Option<Line>| {
            if let Some(line) = line {
                writer.name(name);
                write_line(writer, line);
            }
        };
        writer.name("name");
        write_line(writer, &says.name);
        one(writer, "by", &says.by);
        one(writer, "alert", &says.alert);
        write_lines(writer, "about", &says.about);
        write_lines(writer, "costs", &says.costs);
        write_lines(writer, "times", &says.times);
        writer.name("places");
        writer.open('[');
        for spot in &says.places {
            writer.open('{');
            write_lines(writer, "lines", &spot.lines);
            write_lines(writer, "access", &spot.access);
            writer.close('}');
        }
        writer.close(']');
        writer.name("contact");
        writer.open('[');
        for reach in &says.contact {
            writer.open('{');
            writer.name("label");
            write_line(writer, &reach.label);
            writer.field("href", &reach.href);
            one(writer, "note", &reach.note);
            writer.close('}');
        }
        writer.close(']');
        one(writer, "apply", &says.apply);
        write_lines(writer, "who", &says.who);
        one(writer, "languages", &says.languages);
        one(writer, "company", &says.company);
        writer.name("checked");
        write_line(writer, &says.checked);
        mark(writer, "old", says.is_old);
        writer.close('}');
    }

    fn of(node: &Node<'_>) -> Option<Self> {
        let list = |name: &str| node.field(name).map(Node::list).unwrap_or_default();
        let because = list("because").iter().filter_map(|one| match one.list() {
            [kind, id] => {
                let id = id.text()?.into();
                Some(match kind.text()? {
                    "area" => Because::Area(id),
                    "interest" => Because::Interest(id),
                    _ => Because::Easier(id),
                })
            }
            _ => None,
        });
        let spot = |spot: &Node<'_>| Spot {
            lines: lines(spot, "lines"),
            access: lines(spot, "access"),
        };
        let reach = |reach: &Node<'_>| {
            Some(Reach {
                label: line(reach, "label")?,
                href: text(reach, "href")?,
                note: line(reach, "note"),
            })
        };
        Some(Self {
            id: text(node, "id")?,
            because: because.collect(),
            says: InWords {
                name: line(node, "name")?,
                by: line(node, "by"),
                alert: line(node, "alert"),
                about: lines(node, "about"),
                costs: lines(node, "costs"),
                times: lines(node, "times"),
                places: list("places").iter().map(spot).collect(),
                contact: list("contact").iter().filter_map(reach).collect(),
                apply: line(node, "apply"),
                who: lines(node, "who"),
                languages: line(node, "languages"),
                company: line(node, "company"),
                checked: line(node, "checked")?,
                is_old: flag(node, "old"),
            },
        })
    }
}

/// A line in the screen's own language is a text; another is a text and its language.
fn write_line(writer: &mut Writer, line: &Line) {
    match &line.language {
        None => writer.text(&line.text),
        Some(language) => {
            writer.open('[');
            writer.text(&line.text);
            writer.text(language.tag());
            writer.close(']');
        }
    }
}

fn write_lines(writer: &mut Writer, name: &str, lines: &[Line]) {
    writer.name(name);
    writer.open('[');
    for line in lines {
        write_line(writer, line);
    }
    writer.close(']');
}

fn mark(writer: &mut Writer, name: &str, is_so: bool) {
    if is_so {
        writer.name(name);
        writer.word("true");
    }
}

fn line(node: &Node<'_>, name: &str) -> Option<Line> {
    line_of(node.field(name)?)
}

fn line_of(node: &Node<'_>) -> Option<Line> {
    match node.list() {
        [text, language] => Some(Line {
            text: text.text()?.into(),
            language: Language::new(language.text()?),
        }),
        _ => node.text().map(Line::new),
    }
}

fn lines(node: &Node<'_>, name: &str) -> Vec<Line> {
    let list = node.field(name).map(Node::list).unwrap_or_default();
    list.iter().filter_map(line_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything a card can say, so that nothing of it is forgotten on the way.
    fn full() -> Card {
        let welsh = Line {
            text: "Am ddim".into(),
            language: Language::new("cy"),
        };
        Card {
            id: "a \"b\"".into(),
            because: vec![
                Because::Area("people".into()),
                Because::Interest("outdoors".into()),
                Because::Easier("cost".into()),
            ],
            says: InWords {
                name: Line::new("Tea & “cake”"),
                by: Some(Line::new("Run by Ama")),
                alert: Some(Line::new("Closed on Monday")),
                about: vec![Line::new("One"), Line::new("Two")],
                costs: vec![welsh],
                times: vec![Line::new("Tuesdays")],
                places: vec![Spot {
                    lines: vec![Line::new("The Hall")],
                    access: vec![Line::new("A ramp")],
                }],
                contact: vec![Reach {
                    label: Line::new("Call 01632 960 101"),
                    href: "tel:01632960101".into(),
                    note: Some(Line::new("Mornings")),
                }],
                apply: Some(Line::new("Drop in")),
                who: vec![Line::new("Anyone")],
                languages: Some(Line::new("Polish")),
                company: Some(Line::new("Someone can go with you")),
                checked: Line::new("Checked in May 2026"),
                is_old: true,
            },
        }
    }

    #[test]
    fn what_is_told_comes_out_as_it_went_in() {
        let told = [
            Told::Ideas(Vec::new()),
            Told::Ideas(vec![full(), Card::default()]),
            Told::Found(Found::default()),
            Told::Found(Found {
                count: 7,
                is_near_known: true,
                cards: vec![full()],
            }),
        ];
        for told in told {
            assert_eq!(Told::read(&told.to_text()), Some(told));
        }
    }

    #[test]
    fn what_is_none_of_ours_is_nothing() {
        for text in [
            "",
            "[",
            "[]",
            "{}",
            r#"{"cards":[{}]}"#,
            r#"{"cards":["a"]}"#,
        ] {
            assert_eq!(Told::read(text), None, "{text}");
        }
    }
}
