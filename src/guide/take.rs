//! Takes a source out of JSON field by field. What is of a wrong type or an unknown name is set aside and named, and the rest is taken.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::near::{FIELDS, nearest, short};
use super::path::At;
use super::problem::Code;
use super::read::Found;
use super::source::TextSource;

/// A value, where it stands, and where to say what is wrong with it.
#[derive(Debug)]
pub(super) struct Place<'a, 'f> {
    pub(super) value: Value,
    pub(super) at: &'a At<'a>,
    pub(super) found: &'f mut Vec<Found>,
}

/// The fields of an object, of which each is taken once.
#[derive(Debug)]
pub(super) struct Fields<'a, 'f> {
    left: Map<String, Value>,
    at: &'a At<'a>,
    found: &'f mut Vec<Found>,
}

impl<'a, 'f> Fields<'a, 'f> {
    /// Opens an object; anything else is named.
    pub(super) fn open(place: Place<'a, 'f>) -> Option<Self> {
        if let Value::Object(left) = place.value {
            return Some(Self {
                left,
                at: place.at,
                found: place.found,
            });
        }
        wrong_type(place.at, "an object, in curly brackets", place.found);
        None
    }

    /// Names every field that was not taken.
    pub(super) fn close(self) {
        for name in self.left.keys() {
            let hint = match nearest(name, FIELDS.into_iter()) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => "Take it out, or write it under `note`.".to_owned(),
            };
            let message = format!("`{}` is no field a guide has here.", short(name));
            self.found.push(Found::new(
                Code::UnknownField,
                self.at.field(name).to_string(),
                message,
                hint,
            ));
        }
    }

    pub(super) fn string(&mut self, name: &str) -> Option<String> {
        let value = self.take(name)?;
        match value {
            Value::String(text) => Some(text),
            _ => self.wrong(name, "text, in quotation marks"),
        }
    }

    pub(super) fn number(&mut self, name: &str) -> Option<u64> {
        let value = self.take(name)?;
        value
            .as_u64()
            .or_else(|| self.wrong(name, "a whole number"))
    }

    pub(super) fn flag(&mut self, name: &str) -> Option<bool> {
        let value = self.take(name)?;
        value
            .as_bool()
            .or_else(|| self.wrong(name, "true or false"))
    }

    pub(super) fn text(&mut self, name: &str) -> Option<TextSource> {
        let value = self.take(name)?;
        Some(text(value, &self.at.field(name), self.found))
    }

    pub(super) fn texts(&mut self, name: &str) -> Option<Vec<TextSource>> {
        let list = self.elements(name)?;
        let here = self.at.field(name);
        let each = list.into_iter().enumerate();
        Some(
            each.map(|(index, value)| text(value, &here.index(index), self.found))
                .collect(),
        )
    }

    pub(super) fn texts_by_name(&mut self, name: &str) -> Option<BTreeMap<String, TextSource>> {
        let Value::Object(fields) = self.take(name)? else {
            return self.wrong(name, "an object, in curly brackets");
        };
        let here = self.at.field(name);
        let mut texts = BTreeMap::new();
        for (key, value) in fields {
            let taken = text(value, &here.field(&key), self.found);
            texts.insert(key, taken);
        }
        Some(texts)
    }

    pub(super) fn strings(&mut self, name: &str) -> Option<Vec<Option<String>>> {
        let list = self.elements(name)?;
        let here = self.at.field(name);
        let mut strings = Vec::with_capacity(list.len());
        for (index, value) in list.into_iter().enumerate() {
            if let Value::String(text) = value {
                strings.push(Some(text));
            } else {
                wrong_type(&here.index(index), "text, in quotation marks", self.found);
                strings.push(None);
            }
        }
        Some(strings)
    }

    /// An object of its own shape.
    pub(super) fn one<T>(&mut self, name: &str, take: fn(Place<'_, '_>) -> Option<T>) -> Option<T> {
        let value = self.take(name)?;
        take(Place {
            value,
            at: &self.at.field(name),
            found: self.found,
        })
    }

    /// A list of objects. One of a wrong type leaves an empty one, so that the others keep their places.
    pub(super) fn list<T: Default>(
        &mut self,
        name: &str,
        take: fn(Place<'_, '_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let list = self.elements(name)?;
        let here = self.at.field(name);
        let mut taken = Vec::with_capacity(list.len());
        for (index, value) in list.into_iter().enumerate() {
            taken.push(
                take(Place {
                    value,
                    at: &here.index(index),
                    found: self.found,
                })
                .unwrap_or_default(),
            );
        }
        Some(taken)
    }

    fn elements(&mut self, name: &str) -> Option<Vec<Value>> {
        match self.take(name)? {
            Value::Array(list) => Some(list),
            _ => self.wrong(name, "a list, in square brackets"),
        }
    }

    /// `null` says the same as leaving the field out.
    fn take(&mut self, name: &str) -> Option<Value> {
        self.left.remove(name).filter(|value| !value.is_null())
    }

    fn wrong<T>(&mut self, name: &str, expected: &str) -> Option<T> {
        wrong_type(&self.at.field(name), expected, self.found);
        None
    }
}

fn text(value: Value, at: &At<'_>, found: &mut Vec<Found>) -> TextSource {
    let mut by_language = Vec::new();
    match value {
        Value::String(words) => by_language.push((None, words)),
        Value::Object(fields) => {
            for (tag, words) in fields {
                match words {
                    Value::String(words) => by_language.push((Some(tag), words)),
                    _ => wrong_type(&at.field(&tag), "text, in quotation marks", found),
                }
            }
        }
        _ => wrong_type(at, "text, or texts by language", found),
    }
    TextSource { by_language }
}

fn wrong_type(at: &At<'_>, expected: &str, found: &mut Vec<Found>) {
    let message = format!("This is of the wrong type: it takes {expected}.");
    let hint = "Look at the examples in the guide for authors.".to_owned();
    found.push(Found::new(Code::WrongType, at.to_string(), message, hint));
}
