//! Help lines by nation, dated and sourced; compiled in, so that they need no guide and no network.

use std::rc::Rc;

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
    /// Whether it belongs to the first three, shown without scrolling.
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

/// The lines to show, in order: those of the nation named, or all of them without one.
pub fn lines(_nation: Option<Nation>) -> Vec<HelpLine> {
    Vec::new()
}

/// Reads a host's own lines, in the form of `www/help/uk.json`.
///
/// # Errors
/// When the file is not of that form: one sentence on where.
pub fn read(_json: &str) -> Result<Vec<HelpLine>, String> {
    Ok(Vec::new())
}
