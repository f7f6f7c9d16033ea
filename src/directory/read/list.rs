//! Where in a feed its services stand: in a list, in pages, in organisations, or as the only one.

use std::rc::Rc;

use super::Reading;
use super::field::label;
use super::one::{Read, service};
use crate::directory::map::is_map;
use crate::directory::problem::{Code, Findings};
use crate::directory::sorted;
use crate::json::{Node, Value};

/// The fields under which pages and organisations hold their services.
const LISTS: [&str; 3] = ["contents", "content", "services"];

/// A service where it stands, with the organisation around it, if one is.
struct Placed<'n, 't> {
    node: &'n Node<'t>,
    owner: Option<&'n Node<'t>>,
}

/// Organisations, and where each of them is by its id, in the order of the ids.
pub(super) struct Providers<'n, 't> {
    all: Vec<&'n Node<'t>>,
    by_id: Vec<(&'n str, usize)>,
}

impl<'n, 't> Providers<'n, 't> {
    fn of(all: Vec<&'n Node<'t>>) -> Self {
        let ids = all.iter().enumerate();
        let ids = ids.filter_map(|(index, node)| Some((node.field("id")?.text()?, index)));
        let by_id = sorted(ids.collect());
        Self { all, by_id }
    }

    /// The first organisation of this id.
    pub(super) fn get(&self, id: &str) -> Option<&'n Node<'t>> {
        let at = self.by_id.partition_point(|(known, _)| *known < id);
        let (known, index) = self.by_id.get(at)?;
        (*known == id).then(|| self.all.get(*index).copied())?
    }
}

/// What is found while the pages are gone through.
#[derive(Default)]
struct Pages<'n, 't> {
    services: Vec<Placed<'n, 't>>,
    providers: Vec<&'n Node<'t>>,
    /// How many services and how many pages there are in all, as the pages say, and where they say it.
    total: u64,
    last: u64,
    read: u64,
    at: usize,
}

/// A feed, as far as its services are read.
pub(super) struct Feed<'n, 't> {
    reading: Reading,
    services: std::vec::IntoIter<Placed<'n, 't>>,
    providers: Providers<'n, 't>,
    read: Vec<(Read, &'n Node<'t>)>,
}

impl<'n, 't> Feed<'n, 't> {
    /// Finds where its services stand.
    pub(super) fn of(root: &'n Node<'t>, findings: &mut Findings) -> Self {
        let mut pages = Pages::default();
        let is_feed = match &root.value {
            Value::List(list) => {
                for one in list {
                    if !pages.page(one) {
                        pages.services.push(Placed {
                            node: one,
                            owner: None,
                        });
                    }
                }
                true
            }
            _ if pages.page(root) => true,
            Value::Object(_)
                if ["id", "name", "status"]
                    .iter()
                    .any(|name| root.field(name).is_some()) =>
            {
                pages.services.push(Placed {
                    node: root,
                    owner: None,
                });
                true
            }
            _ => false,
        };
        if !is_feed {
            let message = if is_map(root) {
                "This is a map, and no list of services."
            } else {
                "There is no list of services here."
            };
            findings.tell(Code::NoFeed, root.at, &[message]);
        } else if pages.services.is_empty() {
            findings.tell(Code::Empty, root.at, &["There is no service in this file."]);
        }
        pages.tell_missing(findings);
        let Pages {
            services,
            mut providers,
            ..
        } = pages;
        // A service that holds its organisation whole holds it for those that name it by its id.
        for placed in &services {
            let organisation = placed.node.field("organization");
            providers.extend(organisation.filter(|node| node.field("name").is_some()));
        }
        Self {
            reading: Reading {
                is_feed,
                ..Reading::default()
            },
            read: Vec::with_capacity(services.len()),
            services: services.into_iter(),
            providers: Providers::of(providers),
        }
    }

    /// Reads so many services more. Whether there are others after them.
    pub(super) fn some(&mut self, most: usize, findings: &mut Findings) -> bool {
        for placed in self.services.by_ref().take(most) {
            findings.service = None;
            match service(placed.node, placed.owner, &self.providers, findings) {
                Some(one) => self.read.push((one, placed.node)),
                None => self.reading.unusable += 1,
            }
        }
        findings.service = None;
        self.services.len() > 0
    }

    /// What came of it.
    pub(super) fn done(self, findings: &mut Findings) -> Reading {
        let Self {
            mut reading,
            mut read,
            ..
        } = self;
        only_first(&mut read, &mut reading, findings);
        for (one, _) in read {
            match one {
                Read::Open(service) => reading.services.push(Rc::new(service)),
                Read::Closed(_) => reading.closed += 1,
            }
        }
        reading
    }
}

/// Leaves out what has the id of one before it.
fn only_first(read: &mut Vec<(Read, &Node<'_>)>, reading: &mut Reading, findings: &mut Findings) {
    let ids = read.iter().enumerate();
    let order = sorted(ids.map(|(index, (one, _))| (one.id(), index)).collect());
    let mut again = vec![false; read.len()];
    let mut last = None;
    for (id, index) in order {
        if let Some(is_again) = again.get_mut(index) {
            *is_again = last == Some(id);
        }
        last = Some(id);
    }
    let mut again = again.into_iter();
    read.retain(|(one, node)| {
        let is_again = again.next().unwrap_or_default();
        if is_again {
            reading.unusable += 1;
            let name = one.name();
            findings.service = Some(name.clone());
            let at = node.field("id").map_or(node.at, |id| id.at);
            let message = [
                label(Some(&name)),
                " has the id of another service before it.".to_owned(),
            ];
            findings.tell(Code::DuplicateId, at, &[&message.concat()]);
        }
        !is_again
    });
    findings.service = None;
}

impl<'n, 't> Pages<'n, 't> {
    /// Takes a page, or an organisation with its services. False for what is neither.
    fn page(&mut self, node: &'n Node<'t>) -> bool {
        let lists = LISTS.iter().filter_map(|name| node.field(name));
        let Some(list) = lists
            .into_iter()
            .find(|field| matches!(field.value, Value::List(_)))
        else {
            return false;
        };
        let owner = node.field("name").map(|_| node);
        self.services
            .extend(list.list().iter().map(|node| Placed { node, owner }));
        let organisations = node.field("organizations").map_or(&[][..], Node::list);
        self.providers.extend(
            organisations
                .iter()
                .filter(|one| one.field("name").is_some()),
        );
        let number = |name| node.field(name).and_then(Node::number).unwrap_or_default();
        self.total = self.total.max(number("total_items"));
        self.last = self.last.max(number("total_pages"));
        self.read += 1;
        self.at = list.at;
        true
    }

    /// Says so when there are more pages than these.
    fn tell_missing(&mut self, findings: &mut Findings) {
        let services = u64::try_from(self.services.len()).unwrap_or(u64::MAX);
        let is_short = if self.total > 0 {
            services < self.total
        } else {
            self.read < self.last
        };
        if self.read > 0 && is_short {
            let has = services.to_string();
            let all = self.total.to_string();
            let message: &[&str] = if self.total > 0 {
                &[
                    "The list has ",
                    &all,
                    " services, and here are ",
                    &has,
                    " of them.",
                ]
            } else {
                &["The list has more pages than stand here."]
            };
            findings.tell(Code::MorePages, self.at, message);
        }
    }
}
