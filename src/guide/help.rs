//! Help lines by nation, dated and sourced; compiled in, so that they need no guide and no network.

use std::rc::Rc;

use serde::Deserialize;

/// The lines as shipped, shown or not.
const LINES: &str = include_str!("../../www/help/uk.json");

/// What a way of contact may begin with: a call, a text, a secure page, an email. Nothing that runs.
const SCHEMES: [&str; 4] = ["tel:", "sms:", "https:", "mailto:"];

/// A nation of the United Kingdom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Contact {
    /// What to press: "Call 116 123", "Text SHOUT to 85258", "samaritans.org".
    pub label: Rc<str>,
    /// Where it leads: `tel:116123`, `sms:85258?body=SHOUT`, `https://…`.
    pub href: Rc<str>,
}

/// A file of lines, ours or a host's. What an author adds beside it is left alone.
#[derive(Deserialize)]
struct File {
    lines: Vec<Entry>,
}

/// A line as it stands in a file.
#[derive(Deserialize)]
struct Entry {
    name: Rc<str>,
    what: Rc<str>,
    #[serde(default)]
    nations: Vec<Nation>,
    #[serde(default)]
    hours: Rc<str>,
    contacts: Vec<Contact>,
    #[serde(default)]
    first: bool,
    #[serde(default)]
    source: Option<Source>,
}

/// Where a line was seen.
#[derive(Deserialize)]
struct Source {
    kind: Rc<str>,
    seen: Rc<str>,
}

impl Entry {
    fn line(self, shown: bool) -> HelpLine {
        HelpLine {
            name: self.name,
            what: self.what,
            nations: self.nations,
            hours: self.hours,
            contacts: self.contacts,
            first: self.first,
            shown,
        }
    }
}

impl Source {
    /// A number nobody responsible for it has written down, or nobody dated, is no number to give out.
    fn is_sound(&self) -> bool {
        matches!(&*self.kind, "own" | "public") && !self.seen.is_empty()
    }
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
    let file: File = serde_json::from_str(json)
        .map_err(|error| ["The help lines cannot be read: ", &error.to_string(), "."].concat())?;
    for entry in &file.lines {
        for contact in &entry.contacts {
            if !SCHEMES
                .iter()
                .any(|scheme| contact.href.starts_with(scheme))
            {
                return Err([
                    "The help line \"",
                    &entry.name,
                    "\" leads to \"",
                    &contact.href,
                    "\", which does not begin with tel:, sms:, https: or mailto:.",
                ]
                .concat());
            }
        }
    }
    Ok(file
        .lines
        .into_iter()
        .map(|entry| entry.line(true))
        .collect())
}

/// Our own file, each line marked by whether its source is sound. A test holds that it reads.
fn shipped() -> Rc<[HelpLine]> {
    let file = serde_json::from_str(LINES).unwrap_or(File { lines: Vec::new() });
    let marked = file.lines.into_iter().map(|entry| {
        let shown = entry.source.as_ref().is_some_and(Source::is_sound);
        entry.line(shown)
    });
    marked.collect()
}
