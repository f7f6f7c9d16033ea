//! A summary as JSON, for a host's code to which the person gave it.

use super::{Entry, Piece, Summary};
use crate::json::Writer;
use crate::session::{Verdict, Voice};
use crate::words::{Line, Said};

impl Summary {
    /// The summary as JSON for a host's code, once given: `{"guide", "version", "language", "title", "parts": [{"id", "title", "entries": […]}], "about"}`.
    ///
    /// An entry has a `voice` (`person`, `helper`, `worker`), `by` where it is not the person's, a `mark` where they made one, an optional `label` and its `said`, a list of objects: `{"words"}`, `{"choice", "detail"}`, `{"label", "choice"}`, `{"label", "words"}`, `{"who", "what", "when", "help"}` or `{"before", "idea", "details", "day"}`.
    pub fn json(&self) -> String {
        let mut out = Writer::default();
        out.open('{');
        out.field("guide", &self.guide.0);
        out.field("version", &self.guide.1);
        out.field("language", self.language.tag());
        out.field("title", &self.title.text);
        out.name("parts");
        out.open('[');
        for part in &self.parts {
            out.open('{');
            out.field("id", part.id.name());
            out.field("title", &part.title.text);
            out.name("entries");
            out.open('[');
            part.entries.iter().for_each(|one| entry(&mut out, one));
            out.close(']');
            out.close('}');
        }
        out.close(']');
        out.name("about");
        out.open('[');
        self.about.iter().for_each(|line| out.text(&line.text));
        out.close(']');
        out.close('}');
        out.done()
    }
}

fn entry(out: &mut Writer, entry: &Entry) {
    out.open('{');
    let voice = match entry.voice {
        Voice::Person => "person",
        Voice::Helper => "helper",
        Voice::Worker => "worker",
    };
    out.field("voice", voice);
    out.maybe("by", line(entry.by.as_ref()));
    out.maybe("label", line(entry.label.as_ref()));
    out.name("said");
    out.open('[');
    for piece in &entry.pieces {
        out.open('{');
        match piece {
            Piece::Said(said) => out.field("words", said.words()),
            Piece::Chosen { choice, detail } => {
                out.maybe("choice", line(Some(choice)));
                out.maybe("detail", detail.as_ref().map(Said::words));
            }
            Piece::Answered { label, choice } => {
                out.maybe("label", line(Some(label)));
                out.maybe("choice", line(Some(choice)));
            }
            Piece::Labelled { label, said } => {
                out.maybe("label", line(Some(label)));
                out.field("words", said.words());
            }
            Piece::Step {
                who,
                what,
                when,
                help,
            } => {
                out.maybe("who", line(who.as_ref()));
                out.field("what", what.words());
                out.maybe("when", when.as_ref().map(|(_, said)| said.words()));
                out.maybe("help", help.as_ref().map(|(_, said)| said.words()));
            }
            Piece::Idea {
                before,
                name,
                lines,
                day,
            } => {
                out.maybe("before", line(before.as_ref()));
                out.field("idea", name.words());
                out.name("details");
                out.open('[');
                for line in lines {
                    out.text(line.words());
                }
                out.close(']');
                out.maybe("day", line(day.as_ref()));
            }
        }
        out.close('}');
    }
    out.close(']');
    if let Some(marked) = &entry.mark {
        out.name("mark");
        out.open('{');
        let says = match marked.verdict {
            Verdict::Right => "right",
            Verdict::NotQuite => "not-quite",
        };
        out.field("says", says);
        out.maybe("own", marked.own.as_ref().map(Said::words));
        out.close('}');
    }
    out.close('}');
}

fn line(line: Option<&Line>) -> Option<&str> {
    line.map(|line| &*line.text)
}
