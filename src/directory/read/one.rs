//! One service of a feed, in the shape of the standard or in the United Kingdom's.

use std::rc::Rc;

use super::contact::Contacts;
use super::field::{ABOUT, LINE, NAME, day, each, first_text, label, object, text, words, wrong};
use super::list::Providers;
use super::number::decimal;
use super::plain::plain;
use super::{cost, place, time};
use crate::directory::problem::{Code, Findings};
use crate::directory::service::{Ages, Service, Term, Ways};
use crate::guide::near::nearest;
use crate::json::{Node, Value};

/// What whoever writes a list by hand may call a field, and what it is called.
const MEANT: [(&str, &str); 12] = [
    ("phone", "phones"),
    ("telephone", "phones"),
    ("emails", "email"),
    ("cost", "fees"),
    ("costs", "fees"),
    ("price", "fees"),
    ("cost_option", "cost_options"),
    ("schedule", "schedules"),
    ("address", "service_at_locations"),
    ("language", "languages"),
    ("organisation", "organization"),
    ("service_area", "service_areas"),
];
/// A status, and whether a service of that status can be offered.
const STATUSES: [(&str, bool); 4] = [
    ("active", true),
    ("inactive", false),
    ("defunct", false),
    ("temporarily closed", false),
];
/// So many languages, costs, terms and the like are kept of a service. Nobody reads more.
const MOST: usize = 100;
/// From this age on, a highest age says that there is none: lists write 99, 100, 120 or 999.
const NO_HIGHEST: i64 = 99;

/// What came of one service.
pub(super) enum Read {
    /// It can be offered.
    Open(Service),
    /// It is closed, for now or for good. Only its id and name are read.
    Closed(Service),
}

impl Read {
    pub(super) fn id(&self) -> &str {
        let (Self::Open(service) | Self::Closed(service)) = self;
        &service.id
    }

    pub(super) fn name(&self) -> Rc<str> {
        let (Self::Open(service) | Self::Closed(service)) = self;
        service.name.clone()
    }
}

/// Reads a service. Nothing where it cannot be used.
pub(super) fn service(
    node: &Node<'_>,
    owner: Option<&Node<'_>>,
    providers: &Providers<'_, '_>,
    findings: &mut Findings,
) -> Option<Read> {
    if !matches!(node.value, Value::Object(_)) {
        findings.tell(Code::NotAService, node.at, &["This is no service."]);
        return None;
    }
    let name = text(node, "name", NAME, findings);
    findings.service.clone_from(&name);
    let id = node
        .field("id")
        .and_then(words)
        .map(plain)
        .filter(|id| !id.is_empty());
    for (field, is_there) in [("id", id.is_some()), ("name", name.is_some())] {
        if !is_there {
            let label = label(name.as_deref());
            let at = node.field(field).map_or(node.at, |field| field.at);
            findings.tell(Code::MissingField, at, &[&label, " has no `", field, "`."]);
        }
    }
    let is_open = status(node, name.as_deref(), findings);
    let mut service = Service {
        id: id?.into(),
        name: name?,
        ..Service::default()
    };
    if !is_open? {
        return Some(Read::Closed(service));
    }
    fill(&mut service, node, findings);
    provider(&mut service, node, owner, providers, findings);
    Some(Read::Open(service))
}

/// Whether it can be offered. Nothing where its status does not say.
fn status(node: &Node<'_>, name: Option<&str>, findings: &mut Findings) -> Option<bool> {
    let Some(field) = node.field("status") else {
        findings.tell(
            Code::MissingField,
            node.at,
            &[&label(name), " has no `status`."],
        );
        return None;
    };
    let written = field.text().unwrap_or_default();
    let mut status = plain(written).to_lowercase();
    status = status.replace(['_', '-'], " ");
    let known = STATUSES.iter().find(|(known, _)| *known == status);
    if let Some((_, is_open)) = known {
        return Some(*is_open);
    }
    let meant = nearest(&status, &mut STATUSES.iter().map(|(known, _)| *known));
    let ask = meant.map_or_else(String::new, |meant| {
        [" Did you mean `", meant, "`?"].concat()
    });
    let what = [" is no status.", &ask].concat();
    wrong(Code::UnknownStatus, field, "status", &what, findings);
    None
}

/// Tells of fields whose names are only near to one that is read: a number to call would be gone without a word.
fn misnamed(node: &Node<'_>, findings: &mut Findings) {
    for (written, meant) in MEANT {
        if let Some(field) = node.field(written)
            && node.field(meant).is_none()
        {
            let message = [
                "`",
                written,
                "` is no field of a service; `",
                meant,
                "` is.",
            ];
            findings.tell(Code::UnknownField, field.at, &message);
        }
    }
}

/// Everything but the organisation.
fn fill(service: &mut Service, node: &Node<'_>, findings: &mut Findings) {
    misnamed(node, findings);
    service.about = text(node, "description", ABOUT, findings);
    service.alert = text(node, "alert", LINE, findings);
    service.apply = text(node, "application_process", LINE, findings);
    service.checked = day(node, "assured_date", findings);
    service.changed = day(node, "last_modified", findings);
    service.ways = node
        .field("attending_type")
        .and_then(Node::text)
        .map(Ways::of)
        .unwrap_or_default();
    service.costs = cost::costs(node, findings);
    who(service, node, findings);
    for language in each(node, "languages", findings) {
        let name = first_text(language, &["name", "language"], NAME, findings);
        add(&mut service.languages, name);
    }
    for area in each(node, "service_areas", findings) {
        let name = first_text(area, &["name", "service_area"], NAME, findings);
        add(&mut service.covers, name);
    }
    let mut contacts = Contacts::default();
    contacts.of(node, findings);
    time::times(node, &mut service.times, findings);
    terms(node, &mut service.terms, findings);
    for at_location in each(node, "service_at_locations", findings) {
        contacts.of(at_location, findings);
        time::times(at_location, &mut service.times, findings);
        terms(at_location, &mut service.terms, findings);
        if let Some(location) = object(at_location, "location", findings) {
            place::place(location, service, &mut contacts, findings);
        }
    }
    for name in ["locations", "location"] {
        for location in each(node, name, findings) {
            place::place(location, service, &mut contacts, findings);
        }
    }
    contacts.into_service(service);
}

/// Adds a text once, as [`keep`] does.
pub(super) fn add(list: &mut Vec<Rc<str>>, text: Option<Rc<str>>) {
    if let Some(text) = text {
        keep(list, text);
    }
}

/// Adds something once. Each is compared with all before it, so that a list without an end has one.
pub(super) fn keep<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if list.len() < MOST && !list.contains(&one) {
        list.push(one);
    }
}

/// For whom it is.
fn who(service: &mut Service, node: &Node<'_>, findings: &mut Findings) {
    service.who = text(node, "eligibility_description", LINE, findings);
    service.ages = ages(node, findings);
    for group in each(node, "eligibilitys", findings) {
        if service.who.is_none() {
            service.who = text(group, "eligibility", LINE, findings);
        }
        if service.ages == Ages::default() {
            service.ages = ages(group, findings);
        }
    }
}

fn ages(node: &Node<'_>, findings: &mut Findings) -> Ages {
    let mut age = |name| {
        let field = node.field(name)?;
        let age = words(field).and_then(|written| decimal(written, 0));
        let age = age.filter(|age| *age >= 0);
        if age.is_none() && words(field) != Some("") {
            wrong(Code::WrongAge, field, name, " is no age.", findings);
        }
        age
    };
    let (from, to) = (age("minimum_age"), age("maximum_age"));
    let to = to.filter(|to| *to < NO_HIGHEST);
    if from.is_some_and(|from| from > to.unwrap_or(NO_HIGHEST)) {
        let at = node.field("minimum_age").map_or(node.at, |field| field.at);
        findings.tell(
            Code::WrongAge,
            at,
            &["The lowest age is above the highest."],
        );
        return Ages::default();
    }
    let small = |age: Option<i64>| age.and_then(|age| u8::try_from(age).ok());
    Ages {
        // From birth on is no bound.
        from: small(from).filter(|from| *from > 0),
        to: small(to),
    }
}

/// Who runs it; and how to reach them, where nothing is said of how to reach the service itself.
fn provider(
    service: &mut Service,
    node: &Node<'_>,
    owner: Option<&Node<'_>>,
    providers: &Providers<'_, '_>,
    findings: &mut Findings,
) {
    let own = node.field("organization");
    let by_id = own
        .filter(|own| own.text().is_some())
        .or_else(|| node.field("organization_id"));
    let named = by_id.and_then(Node::text).filter(|id| !id.is_empty());
    let organisation = match own.filter(|own| own.field("name").is_some()) {
        Some(own) => Some(own),
        None => named
            .or_else(|| own?.field("id")?.text())
            .and_then(|id| providers.get(id))
            .or(owner),
    };
    let Some(organisation) = organisation else {
        if let Some((field, _)) = by_id.zip(named) {
            wrong(
                Code::UnknownProvider,
                field,
                if own.is_some_and(|own| own.text().is_some()) {
                    "organization"
                } else {
                    "organization_id"
                },
                " is the id of no organisation here.",
                findings,
            );
        }
        return;
    };
    service.provider = text(organisation, "name", NAME, findings);
    if service.phones.is_empty() && service.emails.is_empty() && service.links.is_empty() {
        let mut contacts = Contacts::default();
        contacts.of(organisation, findings);
        contacts.into_service(service);
    }
}

/// What it is filed under.
fn terms(node: &Node<'_>, into: &mut Vec<Term>, findings: &mut Findings) {
    for name in ["attributes", "service_taxonomys"] {
        for attribute in each(node, name, findings) {
            let term = ["taxonomy_term", "taxonomy"]
                .iter()
                .find_map(|name| attribute.field(name));
            let term = term.filter(|term| matches!(term.value, Value::Object(_)));
            if let Some(term) = term.map(|node| one_term(node, findings))
                && term != Term::default()
            {
                keep(into, term);
            }
        }
    }
}

fn one_term(node: &Node<'_>, findings: &mut Findings) -> Term {
    let is_address = |text: &Rc<str>| text.starts_with("http://") || text.starts_with("https://");
    let list = node
        .field("taxonomy_detail")
        .and_then(|list| text(list, "name", NAME, findings));
    let id = text(node, "id", NAME, findings);
    let code = first_text(node, &["code", "term"], NAME, findings);
    let url = first_text(node, &["term_uri", "uri", "url"], NAME, findings);
    let url = url.or_else(|| code.clone().filter(is_address));
    Term {
        vocabulary: list.or_else(|| {
            let list = ["vocabulary", "taxonomy"]
                .iter()
                .find_map(|name| node.field(name)?.text());
            list.map(plain)
                .filter(|list| !list.is_empty())
                .map(Rc::from)
        }),
        // In older feeds the id of a term is its code with the name of its list before it.
        code: code
            .or_else(|| id.clone().filter(|id| id.contains(':')))
            .filter(|code| !is_address(code)),
        url: url.or_else(|| id.filter(is_address)),
        name: text(node, "name", NAME, findings),
    }
}

impl Contacts {
    /// Gives a service what was found.
    fn into_service(self, service: &mut Service) {
        service.phones = self.phones;
        service.emails = self.emails;
        service.links = self.links;
    }
}
