//! A summary, written down with all that is in it, so that it can be read where its guide is not.

use super::{PILES, VERDICTS, by_number};
use crate::guide::{ChoiceId, HeadingId, PromptId};
use crate::json::{Node, Value, Writer};
use crate::session::{Place, Voice};
use crate::summary::{Entry, Lying, Marked, Part, Piece, Summary};
use crate::words::{Day, Language, Line, Said};

/// Whose words they are, by the number each has in the form.
const VOICES: [Voice; 3] = [Voice::Person, Voice::Helper, Voice::Worker];

/// Writes a summary as one JSON object.
pub(super) fn write(out: &mut Writer, summary: &Summary) {
    out.open('{');
    out.field("guide", &summary.guide.0);
    out.field("version", &summary.guide.1);
    out.field("language", summary.language.tag());
    out.maybe("day", summary.day.map(Day::iso).as_deref());
    out.maybe("whose", summary.whose.as_ref().map(Said::words));
    line(out, "title", Some(&summary.title));
    line(out, "proxy", summary.proxy.as_ref());
    out.name("about");
    out.open('[');
    summary.about.iter().for_each(|one| words(out, one));
    out.close(']');
    out.name("cards");
    out.open('[');
    for lying in &summary.cards {
        out.open('{');
        out.field("card", lying.card.name());
        line(out, "title", Some(&lying.title));
        number(out, "pile", PILES.iter().position(|one| *one == lying.pile));
        out.field("heading", lying.heading.name());
        out.close('}');
    }
    out.close(']');
    out.name("parts");
    parts(out, &summary.parts);
    out.close('}');
}

/// Whether a service stands in it.
pub(super) fn has_ideas(summary: &Summary) -> bool {
    let entries = summary.parts.iter().flat_map(|part| &part.entries);
    let mut pieces = entries.flat_map(|entry| &entry.pieces);
    pieces.any(|piece| matches!(piece, Piece::Idea { .. }))
}

/// Writes parts of a summary as one JSON list.
pub(super) fn parts(out: &mut Writer, parts: &[Part]) {
    out.open('[');
    for part in parts {
        out.open('{');
        out.field("id", part.id.name());
        line(out, "title", Some(&part.title));
        flag(out, "kept_back", part.kept_back);
        out.name("entries");
        out.open('[');
        part.entries.iter().for_each(|one| entry(out, one));
        out.close(']');
        out.close('}');
    }
    out.close(']');
}

fn entry(out: &mut Writer, entry: &Entry) {
    out.open('{');
    out.field("prompt", entry.place.prompt.name());
    out.maybe("card", entry.place.card.as_ref().map(ChoiceId::name));
    number(
        out,
        "voice",
        VOICES.iter().position(|one| *one == entry.voice),
    );
    line(out, "by", entry.by.as_ref());
    line(out, "label", entry.label.as_ref());
    out.name("pieces");
    out.open('[');
    entry.pieces.iter().for_each(|one| piece(out, one));
    out.close(']');
    if let Some(mark) = &entry.mark {
        out.name("mark");
        out.open('{');
        let at = VERDICTS.iter().position(|one| *one == mark.verdict);
        number(out, "verdict", at);
        line(out, "by", Some(&mark.by));
        line(out, "says", Some(&mark.says));
        out.maybe("own", mark.own.as_ref().map(Said::words));
        out.close('}');
    }
    flag(out, "brought", entry.brought);
    out.close('}');
}

fn piece(out: &mut Writer, piece: &Piece) {
    out.open('{');
    match piece {
        Piece::Said(said) => out.field("said", said.words()),
        Piece::Chosen { choice, detail } => {
            line(out, "choice", Some(choice));
            out.maybe("detail", detail.as_ref().map(Said::words));
        }
        Piece::Answered { label, choice } => {
            line(out, "asked", Some(label));
            line(out, "choice", Some(choice));
        }
        Piece::Labelled { label, said } => {
            line(out, "asked", Some(label));
            out.field("said", said.words());
        }
        Piece::Step {
            who,
            what,
            when,
            help,
        } => {
            out.field("what", what.words());
            line(out, "who", who.as_ref());
            for (name, told) in [("when", when), ("help", help)] {
                if let Some((label, said)) = told {
                    out.name(name);
                    out.open('{');
                    line(out, "asked", Some(label));
                    out.field("said", said.words());
                    out.close('}');
                }
            }
        }
        Piece::Idea {
            before,
            name,
            lines,
            day,
        } => {
            out.field("idea", name.words());
            line(out, "before", before.as_ref());
            out.name("lines");
            out.open('[');
            for line in lines {
                out.text(line.words());
            }
            out.close(']');
            line(out, "day", day.as_ref());
        }
    }
    out.close('}');
}

fn line(out: &mut Writer, name: &str, line: Option<&Line>) {
    if let Some(line) = line {
        out.name(name);
        words(out, line);
    }
}

/// Words, with their language where that is another than the page's.
fn words(out: &mut Writer, line: &Line) {
    let Some(language) = &line.language else {
        return out.text(&line.text);
    };
    out.open('{');
    out.field("text", &line.text);
    out.field("language", language.tag());
    out.close('}');
}

fn flag(out: &mut Writer, name: &str, flag: bool) {
    if flag {
        out.name(name);
        out.word("true");
    }
}

fn number(out: &mut Writer, name: &str, number: Option<usize>) {
    out.name(name);
    out.word(&number.unwrap_or_default().to_string());
}

/// Reads a summary back.
pub(super) fn read(node: &Node<'_>) -> Option<Summary> {
    Some(Summary {
        title: read_line(node.field("title")?)?,
        language: Language::new(text(node, "language")?)?,
        parts: read_parts(node.field("parts")?)?,
        proxy: maybe_line(node, "proxy")?,
        about: each(node.field("about")?, read_line)?,
        cards: each(node.field("cards")?, |node| {
            Some(Lying {
                card: ChoiceId::new(text(node, "card")?)?,
                title: read_line(node.field("title")?)?,
                pile: *by_number(&PILES, node.field("pile")?)?,
                heading: HeadingId::new(text(node, "heading")?)?,
            })
        })?,
        whose: text(node, "whose").map(Said::new),
        day: text(node, "day").and_then(Day::parse),
        guide: (text(node, "guide")?.into(), text(node, "version")?.into()),
    })
}

/// Reads parts of a summary back.
pub(super) fn read_parts(node: &Node<'_>) -> Option<Vec<Part>> {
    each(node, |part| {
        Some(Part {
            id: HeadingId::new(text(part, "id")?)?,
            title: read_line(part.field("title")?)?,
            entries: each(part.field("entries")?, read_entry)?,
            kept_back: is_set(part, "kept_back"),
        })
    })
}

fn read_entry(node: &Node<'_>) -> Option<Entry> {
    let card = match text(node, "card") {
        Some(card) => Some(ChoiceId::new(card)?),
        None => None,
    };
    let mark = match node.field("mark") {
        Some(mark) => Some(Marked {
            by: read_line(mark.field("by")?)?,
            verdict: *by_number(&VERDICTS, mark.field("verdict")?)?,
            says: read_line(mark.field("says")?)?,
            own: text(mark, "own").map(Said::new),
        }),
        None => None,
    };
    Some(Entry {
        place: Place {
            prompt: PromptId::new(text(node, "prompt")?)?,
            card,
        },
        voice: *by_number(&VOICES, node.field("voice")?)?,
        by: maybe_line(node, "by")?,
        label: maybe_line(node, "label")?,
        pieces: each(node.field("pieces")?, read_piece)?,
        mark,
        brought: is_set(node, "brought"),
    })
}

fn read_piece(node: &Node<'_>) -> Option<Piece> {
    if let Some(what) = text(node, "what") {
        let told = |name: &str| match node.field(name) {
            Some(told) => {
                let label = read_line(told.field("asked")?)?;
                Some(Some((label, Said::new(text(told, "said")?))))
            }
            None => Some(None),
        };
        return Some(Piece::Step {
            who: maybe_line(node, "who")?,
            what: Said::new(what),
            when: told("when")?,
            help: told("help")?,
        });
    }
    if let Some(name) = text(node, "idea") {
        return Some(Piece::Idea {
            before: maybe_line(node, "before")?,
            name: Said::new(name),
            lines: each(node.field("lines")?, |line| line.text().map(Said::new))?,
            day: maybe_line(node, "day")?,
        });
    }
    let (asked, choice) = (maybe_line(node, "asked")?, maybe_line(node, "choice")?);
    let said = text(node, "said").map(Said::new);
    Some(match (asked, choice, said) {
        (None, None, Some(said)) => Piece::Said(said),
        (None, Some(choice), None) => Piece::Chosen {
            choice,
            detail: text(node, "detail").map(Said::new),
        },
        (Some(label), Some(choice), None) => Piece::Answered { label, choice },
        (Some(label), None, Some(said)) => Piece::Labelled { label, said },
        _ => return None,
    })
}

fn read_line(node: &Node<'_>) -> Option<Line> {
    Some(match &node.value {
        Value::Text(text) => Line::new(&**text),
        _ => Line {
            text: text(node, "text")?.into(),
            language: Some(Language::new(text(node, "language")?)?),
        },
    })
}

/// A line that may be left out, and is no line where it is something else.
#[expect(
    clippy::option_option,
    reason = "the outer one says whether it could be read, the inner one whether it is there"
)]
fn maybe_line(node: &Node<'_>, name: &str) -> Option<Option<Line>> {
    match node.field(name) {
        Some(line) => read_line(line).map(Some),
        None => Some(None),
    }
}

fn text<'n>(node: &'n Node<'_>, name: &str) -> Option<&'n str> {
    node.field(name)?.text()
}

fn is_set(node: &Node<'_>, name: &str) -> bool {
    node.field(name).and_then(Node::flag).unwrap_or_default()
}

fn each<T>(node: &Node<'_>, read: impl Fn(&Node<'_>) -> Option<T>) -> Option<Vec<T>> {
    node.list().iter().map(read).collect()
}
