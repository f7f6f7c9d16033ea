//! A summary as JSON, for a host's code to which the person gave it.

use serde_json::{Map, Value};

use super::{Entry, Piece, Summary};
use crate::words::Line;

impl Summary {
    /// The summary as JSON for a host's code, once given: `{"guide", "version", "language", "title", "parts": [{"id", "title", "entries": […]}], "about"}`.
    ///
    /// An entry has an optional `label` and its `said`, a list of objects: `{"words"}`, `{"choice", "detail"}`, `{"label", "words"}` or `{"who", "what", "when", "help"}`.
    pub fn json(&self) -> String {
        let parts = self.parts.iter().map(|part| {
            object(vec![
                ("id", Some(text(part.id.name()))),
                ("title", Some(text(&part.title.text))),
                ("entries", Some(list(part.entries.iter().map(entry)))),
            ])
        });
        let whole = object(vec![
            ("guide", Some(text(&self.guide.0))),
            ("version", Some(text(&self.guide.1))),
            ("language", Some(text(self.language.tag()))),
            ("title", Some(text(&self.title.text))),
            ("parts", Some(list(parts))),
            (
                "about",
                Some(list(self.about.iter().map(|line| text(&line.text)))),
            ),
        ]);
        whole.to_string()
    }
}

fn entry(entry: &Entry) -> Value {
    object(vec![
        ("label", entry.label.as_ref().map(line)),
        ("said", Some(list(entry.pieces.iter().map(piece)))),
    ])
}

fn piece(piece: &Piece) -> Value {
    match piece {
        Piece::Said(said) => object(vec![("words", Some(text(said.words())))]),
        Piece::Chosen { choice, detail } => object(vec![
            ("choice", Some(line(choice))),
            ("detail", detail.as_ref().map(|said| text(said.words()))),
        ]),
        Piece::Labelled { label, said } => object(vec![
            ("label", Some(line(label))),
            ("words", Some(text(said.words()))),
        ]),
        Piece::Step {
            who,
            what,
            when,
            help,
        } => object(vec![
            ("who", who.as_ref().map(line)),
            ("what", Some(text(what.words()))),
            ("when", when.as_ref().map(|(_, said)| text(said.words()))),
            ("help", help.as_ref().map(|(_, said)| text(said.words()))),
        ]),
    }
}

fn object(fields: Vec<(&str, Option<Value>)>) -> Value {
    let mut given = Map::new();
    for (key, value) in fields {
        if let Some(value) = value {
            given.insert(key.to_owned(), value);
        }
    }
    Value::Object(given)
}

fn list(values: impl Iterator<Item = Value>) -> Value {
    Value::Array(values.collect())
}

fn line(line: &Line) -> Value {
    text(&line.text)
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}
