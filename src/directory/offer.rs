//! Ideas from what is on offer, by what a person chose and by nothing they wrote.

use std::rc::Rc;

use super::facts::{Facts, Price};
use super::list::{AREA, Directory, EASIER, INTEREST, KIND, bit};
use super::service::Ways;
use super::shuffle::shuffled;
use crate::ideas::{Because, Chosen};

/// An idea: a service, and what it is offered for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The number of the service in the directory.
    pub service: usize,
    /// What of the person's choices it answers, in the order they were asked for.
    pub because: Vec<Because>,
}

/// A choice, and how to tell that a service answers it.
struct Wish {
    because: Because,
    tag: u128,
    /// What the feed says by itself, with no map.
    is_free: bool,
    ways: Ways,
}

impl Wish {
    fn is_met(&self, facts: &Facts) -> bool {
        facts.tags & self.tag != 0
            || (self.is_free && facts.price == Price::Free)
            || facts.ways.bits() & self.ways.bits() != 0
    }

    /// Whether it is a reason to look at a service at all. That something is easy to get to is none.
    fn is_reason(&self) -> bool {
        !matches!(self.because, Because::Easier(_))
    }
}

/// What a person does not want now.
struct RuledOut {
    tags: u128,
    ways: u8,
    /// What says that someone can go along, where going alone is ruled out.
    company: Option<u128>,
}

impl RuledOut {
    /// Where there is another way to take part than the one they do not want, it stays.
    /// What says nothing of how to take part is most likely somewhere to go.
    fn holds(&self, facts: &Facts) -> bool {
        let ways = if facts.ways.is_empty() {
            Ways::IN_PERSON
        } else {
            facts.ways
        };
        let is_alone = |company| ways == Ways::IN_PERSON && facts.tags & company == 0;
        facts.tags & self.tags != 0
            || ways.bits() & !self.ways == 0
            || self.company.is_some_and(is_alone)
    }
}

impl Directory {
    /// The ideas to offer, best first: those that answer most of what the person chose.
    /// Those that answer as much stand in an order of the conversation's own. What the person does not want now is not among them.
    pub fn offer(&self, chosen: &Chosen) -> Vec<Offer> {
        let most = usize::try_from(chosen.most).unwrap_or(usize::MAX);
        let wishes = self.wishes(chosen);
        let ruled_out = self.ruled_out(chosen);
        let mut all: Vec<(usize, u32, usize)> = Vec::new();
        for (number, facts) in self.facts().enumerate() {
            let met = wishes.iter().filter(|wish| wish.is_met(&facts));
            let (mut count, mut has_reason) = (0_usize, false);
            for wish in met {
                count += 1;
                has_reason |= wish.is_reason();
            }
            if has_reason && !ruled_out.holds(&facts) {
                all.push((usize::MAX - count, shuffled(chosen.seed, number), number));
            }
        }
        all.sort_unstable();
        let offers = all.into_iter().filter_map(|(_, _, number)| {
            let service = self.service(number)?;
            let facts = self.facts_of(number);
            let met = wishes.iter().filter(|wish| wish.is_met(&facts));
            (!chosen.seen.contains(&service.id)).then(|| Offer {
                service: number,
                because: met.map(|wish| wish.because.clone()).collect(),
            })
        });
        offers.take(most).collect()
    }

    fn wishes(&self, chosen: &Chosen) -> Vec<Wish> {
        let tags = self.tags();
        let wish = |kind: &str, id: &Rc<str>, because: fn(Rc<str>) -> Because| Wish {
            because: because(id.clone()),
            tag: bit(&tags, kind, id),
            is_free: kind == EASIER && **id == *"cost",
            ways: if kind == EASIER && **id == *"start-online" {
                Ways::ONLINE
            } else {
                Ways::default()
            },
        };
        let areas = chosen.areas.iter().map(|id| wish(AREA, id, Because::Area));
        let interests = chosen.interests.iter();
        let interests = interests.map(|id| wish(INTEREST, id, Because::Interest));
        let easier = chosen.easier.iter();
        let easier = easier.map(|id| wish(EASIER, id, Because::Easier));
        areas.chain(interests).chain(easier).collect()
    }

    fn ruled_out(&self, chosen: &Chosen) -> RuledOut {
        let tags = self.tags();
        let mut ways = 0;
        for id in &chosen.not_now {
            ways |= match &**id {
                "phone-calls" => Ways::PHONE.bits(),
                "video-calls" => Ways::ONLINE.bits(),
                "going-out" => Ways::IN_PERSON.bits(),
                _ => 0,
            };
        }
        let bits = chosen.not_now.iter().map(|id| bit(&tags, KIND, id));
        let is_alone = chosen.not_now.iter().any(|id| **id == *"going-alone");
        RuledOut {
            company: is_alone.then(|| bit(&tags, EASIER, "go-with-me")),
            tags: bits.fold(0, |all, one| all | one),
            ways,
        }
    }
}
