//! The map: which of a feed's terms belong to which parts of life, interests and kinds of a guide. Hosts can edit it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::problem::{Code, Findings, Problem};
use super::read::{is_beyond_ascii, root, words};
use super::service::{Service, Term, Ways};
use crate::json::{Node, Value};

/// So many ids of a field are read. No guide has as many.
const MOST: usize = 200;
/// The fields of a line that hold ids of a guide.
const LISTS: [&str; 4] = ["areas", "interests", "kinds", "eases"];
/// Ways to take part, as a line names them.
const WAYS: [(&str, Ways); 4] = [
    ("in-person", Ways::IN_PERSON),
    ("online", Ways::ONLINE),
    ("by-phone", Ways::PHONE),
    ("at-home", Ways::AT_HOME),
];

/// What a service is to a guide: ids of its cards and choices, each once, in the order of the map.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Life cards.
    pub areas: Vec<Rc<str>>,
    /// What people want to find out more about.
    pub interests: Vec<Rc<str>>,
    /// What people may not want right now.
    pub kinds: Vec<Rc<str>>,
    /// What makes a first visit easier.
    pub eases: Vec<Rc<str>>,
    /// Ways to take part: many lists say them by a term and nowhere else.
    pub ways: Ways,
}

impl Marks {
    /// Whether someone can go along.
    pub fn has_company(&self) -> bool {
        self.eases.iter().any(|id| &**id == "go-with-me")
    }
}

/// What the terms of a line say.
#[derive(Debug, Clone, Default)]
struct Filed {
    marks: Marks,
    /// Whether a service of such a term is for this alone, whatever else it is filed under: a walk for people who grieve is no walk.
    is_only: bool,
}

impl Filed {
    /// Whether nobody is to be taken to want it, so that it is there for who looks for it.
    fn is_for_none(&self) -> bool {
        self.is_only && self.marks.areas.is_empty() && self.marks.interests.is_empty()
    }
}

/// Which terms belong to what.
#[derive(Debug, Clone, Default)]
pub struct Map {
    lines: Vec<Filed>,
    /// Terms as they are compared, each with its line.
    terms: BTreeMap<String, usize>,
}

/// What came of reading a map: all lines that make sense, and what is wrong with the others.
#[derive(Debug, Clone, Default)]
pub struct MapReading {
    /// The map. Without a line that makes sense it maps nothing.
    pub map: Map,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
}

impl Map {
    /// Reads a map. Never fails whole.
    pub fn read(text: &str) -> MapReading {
        let mut findings = Findings::default();
        let mut map = Self::default();
        let root = root(text, &mut findings);
        if let Some(root) = &root {
            map.take(root, &mut findings);
        }
        let (problems, _) = findings.told(text, root.as_ref());
        MapReading { map, problems }
    }

    fn take(&mut self, root: &Node<'_>, findings: &mut Findings) {
        if root.field("format").and_then(Node::number) != Some(1) {
            findings.tell(
                Code::UnknownFormat,
                root.at,
                &["This is no map of format 1."],
            );
            return;
        }
        let lines = root.field("terms").map_or(&[][..], Node::list);
        if lines.is_empty() {
            findings.tell(Code::Empty, root.at, &["There are no `terms` in this map."]);
        }
        for line in lines {
            let terms = line.field("term").map_or(&[][..], one_or_more);
            if terms.is_empty() {
                findings.tell(Code::NoTerm, line.at, &["This line has no `term`."]);
            }
            for term in terms {
                let key = term.text().map(key).filter(|key| !key.is_empty());
                match key {
                    Some(key) => self.add(key, term, findings),
                    None => findings.tell(
                        Code::WrongType,
                        term.at,
                        &["`term` takes words, or a list of them."],
                    ),
                }
            }
            let [areas, interests, kinds, eases] = LISTS.map(|name| ids(line, name, findings));
            let only = line.field("only");
            if let Some(only) = only.filter(|only| only.flag().is_none()) {
                let message = "`only` takes true or false.";
                findings.tell(Code::WrongType, only.at, &[message]);
            }
            self.lines.push(Filed {
                marks: Marks {
                    areas,
                    interests,
                    kinds,
                    eases,
                    ways: ways(line, findings),
                },
                is_only: only.and_then(Node::flag).unwrap_or_default(),
            });
        }
    }

    /// Adds a term of the line that comes next.
    fn add(&mut self, key: String, term: &Node<'_>, findings: &mut Findings) {
        let own = self.lines.len();
        // Two ways to write a term may be compared as the same.
        if *self.terms.entry(key).or_insert(own) != own {
            let written = term.text().unwrap_or_default();
            findings.tell(
                Code::DuplicateTerm,
                term.at,
                &["The term “", written, "” stands in a line before."],
            );
        }
    }

    /// The line a term stands in.
    fn line(&self, term: &Term) -> Option<&Filed> {
        keys(term).find_map(|key| self.lines.get(*self.terms.get(&key)?))
    }

    /// Whether there is no term in it.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether a term stands in it, by its address, its list and code, or its words.
    pub fn has(&self, term: &Term) -> bool {
        self.line(term).is_some()
    }

    /// What a service is to a guide: all that its terms say, or of what it is for, what those say that it is for alone.
    pub fn marks(&self, service: &Service) -> Marks {
        let lines = service.terms.iter().filter_map(|term| self.line(term));
        let lines: Vec<_> = lines.collect();
        let has_only = lines.iter().any(|line| line.is_only);
        let is_for_none = lines.iter().any(|line| line.is_for_none());
        let mut marks = Marks::default();
        for Filed {
            marks: own,
            is_only,
        } in lines
        {
            if !is_for_none && (*is_only || !has_only) {
                join(&mut marks.areas, &own.areas);
                join(&mut marks.interests, &own.interests);
            }
            join(&mut marks.kinds, &own.kinds);
            join(&mut marks.eases, &own.eases);
            marks.ways.add(own.ways);
        }
        marks
    }
}

fn join(list: &mut Vec<Rc<str>>, more: &[Rc<str>]) {
    for one in more {
        if !list.contains(one) {
            list.push(one.clone());
        }
    }
}

/// Whether this is a map. No feed has `terms` of its own.
pub(super) fn is_map(root: &Node<'_>) -> bool {
    let terms = root.field("terms");
    terms.is_some_and(|terms| matches!(terms.value, Value::List(_)))
}

/// A list, or one value as a list of one.
fn one_or_more<'n, 't>(node: &'n Node<'t>) -> &'n [Node<'t>] {
    if node.text().is_some() {
        std::slice::from_ref(node)
    } else {
        node.list()
    }
}

/// The ids of a field.
fn ids(line: &Node<'_>, name: &str, findings: &mut Findings) -> Vec<Rc<str>> {
    let Some(field) = line.field(name) else {
        return Vec::new();
    };
    let list = one_or_more(field);
    if list.is_empty() && !matches!(field.value, Value::List(_)) {
        findings.tell(
            Code::WrongType,
            field.at,
            &["`", name, "` takes a list of ids."],
        );
    }
    let mut ids = Vec::new();
    for one in list.iter().take(MOST) {
        let id = one.text().unwrap_or_default();
        let fits = !id.is_empty()
            && id
                .bytes()
                .all(|sign| matches!(sign, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if fits {
            join(&mut ids, &[id.into()]);
        } else {
            findings.tell(
                Code::WrongId,
                one.at,
                &[
                    "“",
                    words(one).unwrap_or_default(),
                    "” under `",
                    name,
                    "` is no id.",
                ],
            );
        }
    }
    ids
}

/// The ways to take part that a line names.
fn ways(line: &Node<'_>, findings: &mut Findings) -> Ways {
    let mut ways = Ways::default();
    for id in ids(line, "ways", findings) {
        let known = WAYS.iter().find(|(known, _)| **known == *id);
        match (known, line.field("ways")) {
            (Some((_, way)), _) => ways.add(*way),
            (None, field) => findings.tell(
                Code::WrongId,
                field.map_or(line.at, |field| field.at),
                &[
                    "“",
                    &id,
                    "” under `ways` is none of `in-person`, `online`, `by-phone` and `at-home`.",
                ],
            ),
        }
    }
    ways
}

/// The ways a term may stand in a map: by its address, by its list and code, by its words.
fn keys(term: &Term) -> impl Iterator<Item = String> {
    let code = term.code.as_deref();
    let in_list = term
        .vocabulary
        .as_deref()
        .zip(code)
        .map(|(list, code)| [list, ":", code].concat());
    // A code that names its list itself, such as `esdServiceType:298`, or that is all there is.
    let is_alone = term.vocabulary.is_none() && term.name.is_none();
    let whole = code.filter(|code| is_alone || code.contains(':'));
    let written = [
        term.url.as_deref(),
        whole,
        in_list.as_deref(),
        term.name.as_deref(),
    ];
    let keys: Vec<String> = written.into_iter().flatten().map(key).collect();
    keys.into_iter().filter(|key| !key.is_empty())
}

/// Words as they are compared: letters and digits alone, in lower case, “&” as “and”, an address without how it is fetched.
pub(super) fn key(written: &str) -> String {
    let written = written.trim();
    let address = written
        .strip_prefix("https://")
        .or_else(|| written.strip_prefix("http://"));
    let mut key = String::with_capacity(written.len());
    for sign in address.unwrap_or(written).chars() {
        if sign == '&' {
            key.push_str("and");
        } else if sign.is_ascii_alphanumeric() || is_beyond_ascii(sign) {
            key.extend(sign.to_lowercase());
        }
    }
    key
}
