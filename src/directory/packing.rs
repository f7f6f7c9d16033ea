//! Feeds put together and packed, so that a page loads what it needs and nothing is worked out twice.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::bytes::Out;
use super::facts::{Facts, NOWHERE};
use super::list::{AREA, BEGINS, Directory, EASIER, INTEREST, KIND};
use super::map::{Map, Marks, key};
use super::read::{Reading, outward_code, outward_of};
use super::record::Record as _;
use super::search::{self, Collected};
use super::service::{Place, Service};

/// As many tags fit into the facts.
const MOST_TAGS: usize = 128;

/// Names of areas that everyone in the United Kingdom lives in, as they are compared.
const COUNTRY: [&str; 7] = [
    "unitedkingdom",
    "uk",
    "ukwide",
    "greatbritain",
    "britain",
    "national",
    "nationwide",
];

/// A feed that services were read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its address or name, as the page that names it has it.
    pub name: Rc<str>,
    /// So many services were taken from it. They stand after those of the feeds before.
    pub taken: usize,
    /// So many were there already, by their ids: what is read first counts.
    pub known: usize,
    /// So many are at places, or for people of areas, that it is not for.
    pub elsewhere: usize,
}

/// Feeds that are put together, one after another.
#[derive(Debug, Default)]
pub struct Packing {
    /// The outward codes and postcode areas it is for; none where it is for all.
    codes: Vec<Asked>,
    /// The areas it is for by their names.
    areas: Vec<Asked>,
    sources: Vec<Source>,
    ids: BTreeSet<Rc<str>>,
    tags: Vec<Rc<str>>,
    outwards: BTreeMap<Rc<str>, Outward>,
    facts: Vec<(Facts, Option<Rc<str>>)>,
    starts: Vec<u32>,
    services: Out,
    words: Collected,
}

/// A place that is asked for.
#[derive(Debug)]
struct Asked {
    written: String,
    /// As it is compared.
    key: String,
    /// Whether a service is in it, or for its people.
    is_met: bool,
}

impl Asked {
    fn of(written: String) -> Self {
        Self {
            key: written.clone(),
            written,
            is_met: false,
        }
    }

    fn meets(&mut self, is_it: impl FnOnce(&str) -> bool) -> bool {
        let meets = is_it(&self.key);
        self.is_met |= meets;
        meets
    }
}

/// The places of an outward code that say where they are: how many, and the sums of it.
#[derive(Debug, Default)]
struct Outward {
    places: i64,
    sums: (i64, i64),
}

impl Packing {
    /// One for some outward codes (`LS6`), postcode areas (`LS`) and areas by their names (`Leeds`), each as far as some are given.
    /// Services whose places are all elsewhere, and those that are for the people of other areas alone, are left out.
    /// What is for the whole country is for all.
    pub fn only(places: &[&str]) -> Self {
        let mut packing = Self::default();
        for place in places {
            let codes = place.split_whitespace().map(code);
            match codes
                .collect::<Option<Vec<_>>>()
                .or_else(|| Some(vec![outward_of(place)?]))
            {
                Some(codes) => packing.codes.extend(codes.into_iter().map(Asked::of)),
                None => packing.areas.push(Asked {
                    key: key(place),
                    ..Asked::of((*place).to_owned())
                }),
            }
        }
        packing
    }

    /// Places that were asked for, and that no service is in or for.
    pub fn unmet(&self) -> impl Iterator<Item = &str> {
        let all = self.codes.iter().chain(&self.areas);
        all.filter(|asked| !asked.is_met)
            .map(|asked| &*asked.written)
    }

    /// Adds the services of a feed, as a map files them. Those whose ids are there already are left out.
    pub fn add(&mut self, name: &str, reading: &Reading, map: &Map) {
        self.begin(name);
        for service in &reading.services {
            self.add_one(service, map);
        }
    }

    /// What is added from now on is of this feed.
    pub(super) fn begin(&mut self, name: &str) {
        self.sources.push(Source {
            name: name.into(),
            taken: 0,
            known: 0,
            elsewhere: 0,
        });
    }

    /// Adds a service of the feed that was begun, if it is not there yet and in a place that is asked for.
    pub(super) fn add_one(&mut self, service: &Service, map: &Map) {
        if self.takes(service) {
            self.put(service.clone(), &map.marks(service));
        }
    }

    /// Adds a service that was packed before, all but its words. Its number here, where it is taken.
    pub(super) fn add_packed(
        &mut self,
        packed: &Directory,
        tags: &[Rc<str>],
        number: usize,
    ) -> Option<u32> {
        let service = packed.service(number)?;
        let bits = packed.facts_of(number).tags;
        let of = |kind| ids_of(tags, bits, kind);
        let marks = Marks {
            areas: of(AREA),
            interests: of(INTEREST),
            kinds: of(KIND),
            eases: of(EASIER),
            // They stand in the service by now.
            ..Marks::default()
        };
        self.takes(&service).then(|| self.place(&service, &marks))
    }

    /// Adds the words of services that were packed before; see [`Collected::join`].
    pub(super) fn add_words(
        &mut self,
        packed: &Directory,
        from: search::Place,
        most: usize,
        numbers: &[Option<u32>],
    ) -> Option<search::Place> {
        self.words.join(packed.words(), from, most, numbers)
    }

    /// Whether a service of the feed that was begun is taken, which its source counts.
    fn takes(&mut self, service: &Service) -> bool {
        let is_for = self.is_for(service);
        let is_new = is_for && self.ids.insert(service.id.clone());
        if let Some(source) = self.sources.last_mut() {
            if !is_for {
                source.elsewhere += 1;
            } else if is_new {
                source.taken += 1;
            } else {
                source.known += 1;
            }
        }
        is_new
    }

    /// What they were read from, in the order in which it was added.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Whether there is no service in any of them.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// Adds a service with its words.
    pub(super) fn put(&mut self, mut service: Service, marks: &Marks) {
        let number = u32::try_from(self.facts.len()).unwrap_or(u32::MAX);
        let mut others: Vec<&str> = Vec::new();
        others.extend(service.provider.as_deref());
        others.extend(service.about.as_deref());
        others.extend(service.who.as_deref());
        for place in &service.places {
            others.extend(place.name.as_deref());
            others.extend(place.lines.iter().map(AsRef::as_ref));
        }
        others.extend(service.terms.iter().filter_map(|term| term.name.as_deref()));
        others.extend(service.languages.iter().map(AsRef::as_ref));
        self.words.add(number, &service.name, &others);
        // What it is filed under is in its tags and words by now.
        service.terms.clear();
        if !marks.ways.is_empty() {
            // A place is still one to go to.
            let mut ways = service.ways();
            ways.add(marks.ways);
            service.ways = ways;
        }
        self.place(&service, marks);
    }

    /// Adds a service without its words. Tags past the most there can be are left out. Its number is what comes back.
    fn place(&mut self, service: &Service, marks: &Marks) -> u32 {
        let tags = [
            (AREA, &marks.areas),
            (INTEREST, &marks.interests),
            (EASIER, &marks.eases),
            (KIND, &marks.kinds),
        ];
        let tags = tags.iter().flat_map(|(kind, ids)| {
            let tag = |id: &Rc<str>| Rc::<str>::from([*kind, " ", id].concat());
            ids.iter().map(tag)
        });
        let number = u32::try_from(self.facts.len()).unwrap_or(u32::MAX);
        let mut bits = 0;
        for tag in tags {
            let at = self.tags.iter().position(|known| *known == tag);
            let at = at.unwrap_or(self.tags.len());
            if at == self.tags.len() && at < MOST_TAGS {
                self.tags.push(tag);
            }
            bits |= u32::try_from(at)
                .ok()
                .and_then(|at| 1_u128.checked_shl(at))
                .unwrap_or_default();
        }
        for place in &service.places {
            self.stand(place);
        }
        let outward = service
            .places
            .iter()
            .find_map(|place| place.outward.clone());
        if let Some(code) = &outward {
            // Services of it are found by it, even where no place says where it is.
            self.outwards.entry(code.clone()).or_default();
        }
        self.facts.push((Facts::of(service, bits, 0), outward));
        self.starts
            .push(u32::try_from(self.services.0.len()).unwrap_or(u32::MAX));
        service.write(&mut self.services);
        number
    }

    /// Whether it is in one of the places or for one of the areas that are asked for, as far as it says any.
    fn is_for(&mut self, service: &Service) -> bool {
        let codes = service
            .places
            .iter()
            .filter_map(|place| place.outward.as_deref());
        let codes: Vec<&str> = codes.collect();
        let areas: Vec<String> = service.covers.iter().map(|area| key(area)).collect();
        let says_where = !self.codes.is_empty() && !codes.is_empty();
        let says_whose = !self.areas.is_empty() && !areas.is_empty();
        let mut is_asked = areas.iter().any(|area| COUNTRY.contains(&&**area));
        for asked in &mut self.codes {
            is_asked |= asked.meets(|only| codes.iter().any(|code| is_in(code, only)));
        }
        for asked in &mut self.areas {
            is_asked |= asked.meets(|only| areas.iter().any(|area| area == only));
        }
        is_asked || !(says_where || says_whose)
    }

    fn stand(&mut self, place: &Place) {
        if let (Some(outward), Some((latitude, longitude))) = (&place.outward, place.at) {
            let own = self.outwards.entry(outward.clone()).or_default();
            own.places += 1;
            own.sums.0 += i64::from(latitude);
            own.sums.1 += i64::from(longitude);
        }
    }

    /// All of it as bytes, for [`Directory::open`](super::Directory::open).
    pub fn done(self) -> Vec<u8> {
        let numbers: BTreeMap<&Rc<str>, u16> = self.outwards.keys().zip(1..=u16::MAX).collect();
        let (mut tags, mut outwards, mut facts, mut starts) = <(Out, Out, Out, Out)>::default();
        self.tags.write(&mut tags);
        outwards.count(self.outwards.len());
        for (code, Outward { places, sums }) in &self.outwards {
            outwards.text(code);
            let mean = |sum: i64| {
                let mean = sum.checked_div(*places)?;
                i32::try_from(mean).ok()
            };
            let at = mean(sums.0).zip(mean(sums.1));
            at.unwrap_or(NOWHERE).write(&mut outwards);
        }
        for (own, outward) in &self.facts {
            let number = outward.as_ref().and_then(|code| numbers.get(code));
            let own = Facts {
                outward: number.copied().unwrap_or_default(),
                ..*own
            };
            own.write(&mut facts);
        }
        let end = u32::try_from(self.services.0.len()).unwrap_or(u32::MAX);
        for start in self.starts.iter().chain([&end]) {
            starts.fixed(*start);
        }
        let mut out = Out(BEGINS.to_vec());
        out.fixed(u32::try_from(self.facts.len()).unwrap_or_default());
        let parts = [tags, outwards, facts, starts, self.services];
        for part in &parts {
            out.fixed(u32::try_from(part.0.len()).unwrap_or(u32::MAX));
        }
        for part in &parts {
            out.0.extend(&part.0);
        }
        self.words.write(&mut out);
        out.0
    }
}

/// An outward code or a postcode area in capitals, if it is one.
fn code(written: &str) -> Option<String> {
    let code = written.to_ascii_uppercase();
    let is_area = code.len() <= 2 && code.bytes().all(|sign| sign.is_ascii_uppercase());
    is_area.then_some(code).or_else(|| outward_code(written))
}

/// Whether an outward code is the one asked for, or in the postcode area.
fn is_in(code: &str, only: &str) -> bool {
    let digit = code.find(|sign: char| sign.is_ascii_digit());
    code == only || digit.and_then(|at| code.get(..at)) == Some(only)
}

/// The ids of one kind among the tags that are set.
fn ids_of(tags: &[Rc<str>], bits: u128, kind: &str) -> Vec<Rc<str>> {
    let set = (0..)
        .zip(tags)
        .filter(|(at, _)| bits.checked_shr(*at).unwrap_or_default() & 1 == 1);
    let ids = set.filter_map(|(_, tag)| tag.split_once(' ').filter(|(own, _)| *own == kind));
    ids.map(|(_, id)| id.into()).collect()
}
