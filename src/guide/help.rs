//! Help lines by nation, dated and sourced; compiled in, so that they need no guide and no network.

use std::rc::Rc;

use serde_json::Value;

/// The lines as shipped, shown or not.
const LINES: &str = include_str!("../../www/help/uk.json");

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
    /// Whether the page may show it: its source is the service's own or a public body's, and dated.
    pub shown: bool,
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
    static SHIPPED: Rc<[HelpLine]> = shipped();
}

/// The lines to show, in order: those of the nation named, or all of them without one.
pub fn lines(nation: Option<Nation>) -> Vec<HelpLine> {
    let fits = |line: &&HelpLine| {
        line.shown
            && nation.is_none_or(|nation| line.nations.is_empty() || line.nations.contains(&nation))
    };
    SHIPPED.with(|all| all.iter().filter(fits).cloned().collect())
}

/// The lines that wait for a source of the service's own or a public body's, for whoever builds or releases to see.
pub fn unshown() -> Vec<HelpLine> {
    SHIPPED.with(|all| all.iter().filter(|line| !line.shown).cloned().collect())
}

/// Reads a host's own lines, in the form of `www/help/uk.json`; `name`, `what` and `contacts` are enough.
/// All of them are shown: whoever gives a line answers for it.
///
/// # Errors
/// When the file is not of that form, or a contact does not begin with one of four schemes: one sentence on where.
pub fn read(json: &str) -> Result<Vec<HelpLine>, String> {
    let each = each_line(json)?;
    each.iter().map(|line| self::line(line, true)).collect()
}

/// Our own file, each line marked by whether its source is sound. A test holds that it reads.
fn shipped() -> Rc<[HelpLine]> {
    let each = each_line(LINES).unwrap_or_default();
    let marked = each
        .iter()
        .filter_map(|line| self::line(line, is_sound(line)).ok());
    marked.collect()
}

/// The lines of a file, ours or a host's. What an author adds beside them is left alone.
fn each_line(json: &str) -> Result<Vec<Value>, String> {
    let file = serde_json::from_str::<Value>(json)
        .map_err(|error| ["the help lines are not JSON: ", &error.to_string()].concat())?;
    match file {
        Value::Object(mut fields) => match fields.remove("lines") {
            Some(Value::Array(lines)) => Ok(lines),
            _ => Err("the file of help lines has no list under `lines`".to_owned()),
        },
        _ => Err("the file of help lines is no JSON object".to_owned()),
    }
}

fn line(line: &Value, shown: bool) -> Result<HelpLine, String> {
    let name = needed(line, "name", "?")?;
    let list = |field: &str| {
        line.get(field)
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default()
    };
    let mut nations = Vec::new();
    for nation in list("nations") {
        let known = nation.as_str().and_then(Nation::parse);
        nations.push(
            known.ok_or_else(|| {
                ["the help line \"", &name, "\" names an unknown nation"].concat()
            })?,
        );
    }
    let mut contacts = Vec::new();
    for contact in list("contacts") {
        let (label, href) = (
            needed(contact, "label", &name)?,
            needed(contact, "href", &name)?,
        );
        if !SCHEMES.iter().any(|scheme| href.starts_with(scheme)) {
            let words = [
                "the help line \"",
                &name,
                "\" leads to \"",
                &href,
                "\", which does not begin with tel:, sms:, https: or mailto:",
            ];
            return Err(words.concat());
        }
        contacts.push(Contact { label, href });
    }
    Ok(HelpLine {
        what: needed(line, "what", &name)?,
        nations,
        hours: line
            .get("hours")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .into(),
        contacts,
        first: line
            .get("first")
            .and_then(Value::as_bool)
            .unwrap_or_default(),
        shown,
        name,
    })
}

fn needed(of: &Value, field: &str, name: &str) -> Result<Rc<str>, String> {
    let found = of.get(field).and_then(Value::as_str);
    found.map(Rc::from).ok_or_else(|| {
        [
            "the help line \"",
            name,
            "\" has no text under `",
            field,
            "`",
        ]
        .concat()
    })
}

/// A number nobody responsible for it has written down, or nobody dated, is no number to give out.
fn is_sound(line: &Value) -> bool {
    let source = |field: &str| {
        line.get("source")
            .and_then(|source| source.get(field))
            .and_then(Value::as_str)
    };
    matches!(source("kind"), Some("own" | "public"))
        && source("seen").is_some_and(|seen| !seen.is_empty())
}
