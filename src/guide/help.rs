//! Help lines by nation, dated and sourced; compiled in, so that they need no guide and no network.

use std::rc::Rc;

use crate::json::{self, Node};

/// The lines of `www/help/uk.json` whose source is the service's own or a public body's, and dated: `pkg-config/build.rs` leaves out the others.
const LINES: &str = include_str!(concat!(env!("OUT_DIR"), "/help.json"));

/// A file of help lines nests this deep at the most.
const DEEPEST: usize = 8;

/// What a way of contact may begin with: a call, a text, a secure page, an email. Nothing that runs.
const SCHEMES: [&str; 4] = ["tel:", "sms:", "https:", "mailto:"];

/// A nation of the United Kingdom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nation {
    /// England.
    England,
    /// Northern Ireland.
    NorthernIreland,
    /// Scotland.
    Scotland,
    /// Wales.
    Wales,
}

impl Nation {
    /// Reads `england`, `northern-ireland`, `scotland` or `wales`; `None` for anything else.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "england" => Self::England,
            "northern-ireland" => Self::NorthernIreland,
            "scotland" => Self::Scotland,
            "wales" => Self::Wales,
            _ => return None,
        })
    }
}

/// Somewhere to turn, with its ways of contact.
#[derive(Debug, Clone, PartialEq)]
pub struct HelpLine {
    /// The service: "Samaritans".
    pub name: Rc<str>,
    /// What to do, as a sentence or two: "Call 999 if someone is in danger now."
    pub what: Rc<str>,
    /// Where it is for, when it is not for everyone: "England and Wales". Empty for the whole United Kingdom.
    pub nations: Vec<Nation>,
    /// When it answers; empty when it always does.
    pub hours: Rc<str>,
    /// Ways to reach it.
    pub contacts: Vec<Contact>,
    /// Whether it belongs to the first few, shown without scrolling: three in a nation that is named.
    pub first: bool,
    /// Whether it is for young people.
    pub young: bool,
}

/// A way to reach a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// What to press: "Call 116 123", "Text SHOUT to 85258", "samaritans.org".
    pub label: Rc<str>,
    /// Where it leads: `tel:116123`, `sms:85258?body=SHOUT`, `https://…`.
    pub href: Rc<str>,
}

thread_local! {
    /// Read once, since screens ask at every key press.
    static SHIPPED: Vec<HelpLine> = read(LINES).unwrap_or_default();
}

/// The lines to show, in order: those of the nation named, or all of them without one.
pub fn lines(nation: Option<Nation>) -> Vec<HelpLine> {
    let fits = |line: &&HelpLine| {
        nation.is_none_or(|nation| line.nations.is_empty() || line.nations.contains(&nation))
    };
    SHIPPED.with(|all| all.iter().filter(fits).cloned().collect())
}

/// Reads a host's own lines, in the form of `www/help/uk.json`; `name`, `what` and `contacts` are enough.
/// Whoever gives a line answers for it.
///
/// # Errors
/// When the file is not of that form, or a contact does not begin with one of four schemes: one sentence on where.
pub fn read(text: &str) -> Result<Vec<HelpLine>, String> {
    let file = json::read(text, DEEPEST)
        .map_err(|fault| ["the help lines are not JSON: ", fault.what].concat())?;
    let Some(lines) = file.field("lines") else {
        return Err("the file of help lines has no list under `lines`".to_owned());
    };
    let mut read = Vec::new();
    for node in lines.list() {
        read.push(line(node)?);
    }
    Ok(read)
}

fn line(node: &Node<'_>) -> Result<HelpLine, String> {
    let name = needed(node, "name", "?")?;
    let wrong = |what: &str| ["the help line \"", &name, "\" ", what].concat();
    let list = |field: &str| node.field(field).map_or(&[][..], Node::list);
    let flag = |field: &str| node.field(field).and_then(Node::flag).unwrap_or_default();
    let mut nations = Vec::new();
    for nation in list("nations") {
        let known = nation.text().and_then(Nation::parse);
        nations.push(known.ok_or_else(|| wrong("names an unknown nation"))?);
    }
    let mut contacts = Vec::new();
    for contact in list("contacts") {
        let label = needed(contact, "label", &name)?;
        let href = needed(contact, "href", &name)?;
        if !SCHEMES.iter().any(|scheme| href.starts_with(scheme)) {
            let why = "\", which does not begin with tel:, sms:, https: or mailto:";
            return Err(wrong(&["leads to \"", &href, why].concat()));
        }
        contacts.push(Contact { label, href });
    }
    Ok(HelpLine {
        what: needed(node, "what", &name)?,
        nations,
        hours: node
            .field("hours")
            .and_then(Node::text)
            .unwrap_or_default()
            .into(),
        contacts,
        first: flag("first"),
        young: flag("young"),
        name,
    })
}

fn needed(of: &Node<'_>, field: &str, name: &str) -> Result<Rc<str>, String> {
    let found = of.field(field).and_then(Node::text);
    let message = || {
        [
            "the help line \"",
            name,
            "\" has no text under `",
            field,
            "`",
        ]
        .concat()
    };
    found.map(Rc::from).ok_or_else(message)
}
