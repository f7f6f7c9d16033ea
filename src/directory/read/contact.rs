//! How to get in touch: numbers, addresses and links, of which only those that are safe are kept.

use std::rc::Rc;

use super::field::{LINE, NAME, each, text, words, wrong};
use super::one::add;
use super::plain::{is_beyond_ascii, plain};
use crate::directory::problem::{Code, Findings};
use crate::directory::service::Phone;
use crate::json::Node;

/// So many of a kind are kept. Nobody needs more to get in touch.
const MOST: usize = 5;
/// An address may have so many bytes.
const LONGEST: usize = 500;
/// Fields that hold a link.
const LINKS: [&str; 2] = ["url", "website"];
/// Fields that hold more of them.
const MORE_LINKS: [&str; 2] = ["additional_urls", "additional_websites"];

/// What is found of one service.
#[derive(Debug, Default)]
pub(super) struct Contacts {
    pub(super) phones: Vec<Phone>,
    pub(super) emails: Vec<Rc<str>>,
    pub(super) links: Vec<Rc<str>>,
}

impl Contacts {
    /// Takes what stands at an object: a service, a place, a contact, an organisation.
    pub(super) fn of(&mut self, node: &Node<'_>, findings: &mut Findings) {
        self.near(node, findings);
        for contact in each(node, "contacts", findings) {
            self.near(contact, findings);
        }
    }

    fn near(&mut self, node: &Node<'_>, findings: &mut Findings) {
        for name in LINKS {
            self.link(node, name, findings);
        }
        for name in MORE_LINKS {
            for more in each(node, name, findings) {
                self.link(more, "url", findings);
            }
        }
        self.email(node, findings);
        self.phones(node, findings);
    }

    fn email(&mut self, node: &Node<'_>, findings: &mut Findings) {
        let Some(field) = node.field("email") else {
            return;
        };
        let written = words(field).map(plain).unwrap_or_default();
        if is_email(&written) {
            if self.emails.len() < MOST {
                add(&mut self.emails, Some(written.into()));
            }
        } else if words(field) != Some("") {
            wrong(
                Code::WrongEmail,
                field,
                "email",
                " is no email address.",
                findings,
            );
        }
    }

    fn phones(&mut self, node: &Node<'_>, findings: &mut Findings) {
        for phone in each(node, "phones", findings) {
            let kind = phone.field("type").and_then(Node::text).unwrap_or_default();
            let Some(field) = phone
                .field("number")
                .filter(|_| !kind.eq_ignore_ascii_case("fax"))
            else {
                continue;
            };
            let written = words(field).map(plain).unwrap_or_default();
            let number = written.trim_matches(['"', '\'', '“', '”']);
            if !is_phone(number) {
                if words(field) != Some("") {
                    wrong(
                        Code::WrongPhone,
                        field,
                        "number",
                        " is no telephone number.",
                        findings,
                    );
                }
                continue;
            }
            let phone = Phone {
                number: number.into(),
                what: text(phone, "description", LINE, findings),
            };
            let is_new = self.phones.iter().all(|known| known.href() != phone.href());
            if is_new && self.phones.len() < MOST {
                self.phones.push(phone);
            }
        }
    }

    fn link(&mut self, node: &Node<'_>, name: &str, findings: &mut Findings) {
        let Some(field) = node.field(name) else {
            return;
        };
        let written = words(field).map(plain).unwrap_or_default();
        if let Some(link) = safe(&written) {
            if self.links.len() < MOST {
                add(&mut self.links, Some(link.into()));
            }
        } else if words(field) != Some("") {
            let what = if written.len() >= 5 && starts(&written, "http:") {
                " is not secure."
            } else {
                " is no address that can be offered."
            };
            wrong(Code::WrongLink, field, name, what, findings);
        }
    }
}

fn starts(text: &str, with: &str) -> bool {
    text.get(..with.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(with))
}

/// The address with its scheme in lower case, if it is one to offer: a secure page, a call, an email.
pub(in crate::directory) fn safe(written: &str) -> Option<String> {
    if written.len() > LONGEST || written.chars().any(|sign| !is_in_address(sign)) {
        return None;
    }
    let (scheme, rest) = written.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let fits = match &*scheme {
        "https" => rest.strip_prefix("//").is_some_and(has_host),
        "tel" => is_phone(rest),
        "mailto" => is_email(rest),
        _ => false,
    };
    fits.then(|| [&scheme, ":", rest].concat())
}

/// Signs that may stand in an address. No space, no quotation mark, no bracket that HTML or text could end it with.
fn is_in_address(sign: char) -> bool {
    !sign.is_whitespace()
        && !sign.is_control()
        && !matches!(sign, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
}

/// Whether what follows `https://` begins with the name of a host, and with nothing that hides which.
fn has_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_part = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || is_beyond_ascii(sign) || sign == '-')
    };
    name.contains('.')
        && name.split('.').all(is_part)
        && !port.is_empty()
        && port.bytes().all(|sign| sign.is_ascii_digit())
}

/// Whether it is an address to write to, and nothing that an email program would take for more.
fn is_email(text: &str) -> bool {
    let is_part = |part: &str, more: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|sign| sign.is_ascii_alphanumeric() || more.contains(char::from(sign)))
    };
    text.len() <= NAME
        && text.split_once('@').is_some_and(|(who, host)| {
            is_part(who, "._+-'")
                && host.contains('.')
                && host.split('.').all(|part| is_part(part, "-"))
        })
}

/// Whether it is a number to call: 3 to 15 digits, and what people write between them.
fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let fits =
        |sign: char| matches!(sign, '0'..='9' | '+' | '(' | ')' | '-' | '.' | '/') || sign == ' ';
    (3..=15).contains(&digits)
        && text.chars().all(fits)
        && text
            .rfind('+')
            .is_none_or(|at| at == 0 || text.starts_with("(+"))
}
