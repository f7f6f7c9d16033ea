//! Support in the community, read from what charities and councils publish. No person's words are ever in it.

mod map;
mod problem;
mod read;
mod report;
mod say;
mod service;

use std::collections::BinaryHeap;
use std::rc::Rc;

pub use map::{Map, MapReading, Marks};
pub use problem::{Code, Problem};
pub use read::{Reading, outward_code};
pub use report::{report, report_on_map};
pub use say::{InWords, Reach, Spot, is_long_ago};
pub use service::{Ages, Cost, Days, Every, Phone, Place, Service, Term, Time, Ways};

/// All services that can be offered, and what they were read from.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    services: Vec<Rc<Service>>,
    /// Where each service is, in the order of the ids.
    by_id: Vec<usize>,
    sources: Vec<Source>,
}

/// A feed that services were read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its address or name, as the page that names it has it.
    pub name: Rc<str>,
    /// So many services were taken from it. They stand after those of the feeds before.
    pub taken: usize,
    /// So many were there already, by their ids: what is read first counts.
    pub known: usize,
}

/// Texts in their order, and what is the same in the order it came in. There is one sort in this room, so that it is carried once.
fn sorted(list: Vec<(&str, usize)>) -> Vec<(&str, usize)> {
    BinaryHeap::from(list).into_sorted_vec()
}

impl Directory {
    /// Adds the services of a feed. Those whose ids are there already are left out.
    pub fn add(&mut self, name: &str, reading: &Reading) {
        let before = self.services.len();
        let mut new: Vec<Rc<Service>> = reading.services.clone();
        new.retain(|service| self.get(&service.id).is_none());
        self.services.append(&mut new);
        let ids = self.services.iter().enumerate();
        let by_id = sorted(ids.map(|(index, service)| (&*service.id, index)).collect());
        self.by_id = by_id.into_iter().map(|(_, index)| index).collect();
        let taken = self.services.len() - before;
        self.sources.push(Source {
            name: name.into(),
            taken,
            known: reading.services.len() - taken,
        });
    }

    /// All services, those of the first feed first.
    pub fn services(&self) -> &[Rc<Service>] {
        &self.services
    }

    /// The service of an id.
    pub fn get(&self, id: &str) -> Option<&Rc<Service>> {
        let service = |index: &usize| self.services.get(*index);
        let at = self
            .by_id
            .partition_point(|index| service(index).is_some_and(|known| *known.id < *id));
        service(self.by_id.get(at)?).filter(|known| *known.id == *id)
    }

    /// What they were read from, in the order in which it was added.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }
}
