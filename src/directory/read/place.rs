//! Where a service takes place: the address, the first half of its postcode, where it is on the earth, and getting in.

use std::rc::Rc;

use super::contact::Contacts;
use super::field::{LINE, NAME, each, first_text, text, words, wrong};
use super::number::decimal;
use super::one::add;
use super::plain::plain;
use crate::directory::problem::{Code, Findings};
use crate::directory::service::{Place, Service, Ways};
use crate::json::Node;

/// So many places are kept.
const MOST: usize = 20;
/// Millionths of a degree.
const DEGREE: i64 = 1_000_000;

/// Takes a location: a place of the service, or a way to take part without one.
pub(super) fn place(
    node: &Node<'_>,
    service: &mut Service,
    contacts: &mut Contacts,
    findings: &mut Findings,
) {
    contacts.of(node, findings);
    super::time::times(node, &mut service.times, findings);
    let kind = node
        .field("location_type")
        .and_then(Node::text)
        .unwrap_or_default();
    if kind.eq_ignore_ascii_case("virtual") {
        service.ways.add(Ways::ONLINE);
        return;
    }
    // Nobody goes to a place for letters.
    if kind.eq_ignore_ascii_case("postal") {
        return;
    }
    let mut place = Place {
        name: text(node, "name", NAME, findings),
        at: position(node, findings),
        ..Place::default()
    };
    if let Some(address) = address(node, findings) {
        for name in ["address_1", "address_2", "city"] {
            let line = text(address, name, NAME, findings);
            let is_new = line != place.name;
            add(&mut place.lines, line.filter(|_| is_new));
        }
        if let Some((whole, outward)) = postcode(address, findings) {
            place.lines.push(whole);
            place.outward = Some(outward);
        }
    }
    for name in ["accessibility", "accessibility_for_disabilities"] {
        for access in each(node, name, findings) {
            let says = first_text(access, &["description", "accessibility"], LINE, findings);
            add(&mut place.access, says);
            add(&mut place.access, text(access, "details", LINE, findings));
        }
    }
    if place != Place::default() && service.places.len() < MOST && !service.places.contains(&place)
    {
        service.places.push(place);
    }
}

/// The address people go to: the first that is not for letters alone.
fn address<'n, 't>(node: &'n Node<'t>, findings: &mut Findings) -> Option<&'n Node<'t>> {
    let mut all = Vec::new();
    for name in ["addresses", "physical_addresses"] {
        all.extend(each(node, name, findings));
    }
    let is_postal = |one: &&Node<'_>| {
        let kind = one.field("address_type").and_then(Node::text);
        kind.is_some_and(|kind| kind.eq_ignore_ascii_case("postal"))
    };
    all.iter()
        .copied()
        .find(|one| !is_postal(one))
        .or_else(|| all.first().copied())
}

/// Latitude and longitude, if they are both there and on the earth.
fn position(node: &Node<'_>, findings: &mut Findings) -> Option<(i32, i32)> {
    let (north, east) = (node.field("latitude"), node.field("longitude"));
    let field = north.or(east)?;
    let blank = |field: Option<&Node<'_>>| field.is_none_or(|field| words(field) == Some(""));
    if blank(north) && blank(east) {
        return None;
    }
    let degrees = |field: Option<&Node<'_>>, most: i64| {
        let degrees = decimal(words(field?)?, 6)?;
        (degrees.abs() <= most * DEGREE).then(|| i32::try_from(degrees).ok())?
    };
    let at = degrees(north, 90).zip(degrees(east, 180));
    // Where both are 0 there is only sea, and a form that nobody filled in.
    let at = at.filter(|at| *at != (0, 0));
    if at.is_none() {
        let name = if north.is_some() {
            "latitude"
        } else {
            "longitude"
        };
        wrong(
            Code::WrongPosition,
            field,
            name,
            " and what goes with it are no place on the earth.",
            findings,
        );
    }
    at
}

/// The postcode in capitals with its space, and its first half.
fn postcode(address: &Node<'_>, findings: &mut Findings) -> Option<(Rc<str>, Rc<str>)> {
    let field = address.field("postal_code")?;
    let written = words(field)
        .map(plain)
        .unwrap_or_default()
        .to_ascii_uppercase();
    if written.is_empty() && words(field).is_some() {
        return None;
    }
    let split = split(&written);
    if split.is_none() {
        wrong(
            Code::WrongPostcode,
            field,
            "postal_code",
            " is no postcode.",
            findings,
        );
    }
    split
}

fn split(written: &str) -> Option<(Rc<str>, Rc<str>)> {
    let all: String = written
        .chars()
        .filter(|sign| !sign.is_whitespace())
        .collect();
    if let Some((outward, inward)) = all
        .len()
        .checked_sub(3)
        .and_then(|at| all.split_at_checked(at))
        && outward_code(outward).is_some()
        && is_inward(inward)
    {
        return Some(([outward, " ", inward].concat().into(), outward.into()));
    }
    // Some lists give only the first half, so as not to say where exactly.
    outward_code(&all).map(|outward| (outward.as_str().into(), outward.as_str().into()))
}

/// The first half of a whole postcode.
pub(in crate::directory) fn outward_of(written: &str) -> Option<String> {
    let (_, outward) = split(&written.to_ascii_uppercase())?;
    Some(outward.to_string())
}

fn is_inward(text: &str) -> bool {
    let mut signs = text.bytes();
    signs.next().is_some_and(|sign| sign.is_ascii_digit())
        && signs.all(|sign| sign.is_ascii_uppercase())
}

/// The first half of a postcode in capitals: one or two letters, a digit, and perhaps a digit or letter. `None` for anything else.
pub fn outward_code(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_uppercase();
    let digit = text.bytes().position(|sign| sign.is_ascii_digit())?;
    let (area, district) = text.split_at_checked(digit)?;
    let fits = matches!(area.len(), 1..=2)
        && area.bytes().all(|sign| sign.is_ascii_uppercase())
        && matches!(district.len(), 1..=2)
        && district
            .bytes()
            .all(|sign| sign.is_ascii_digit() || sign.is_ascii_uppercase());
    fits.then_some(text)
}
