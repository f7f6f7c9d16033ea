//! What the directory tells a conversation that asks.

use super::find::Sought;
use super::list::{Directory, EASIER, bit};
use super::service::Ways;
use crate::ideas::{Asked, Because, Card, Found, Told};
use crate::words::{Catalogue, Day};

impl Directory {
    /// What there is to say to what is asked, in words that are true today.
    pub fn told(&self, asked: &Asked, today: Option<Day>, words: &Catalogue) -> Told {
        let company = bit(&self.tags(), EASIER, "go-with-me");
        let card = |number: usize, because: Vec<Because>| {
            let service = self.service(number)?;
            let facts = self.facts_of(number);
            Some(Card {
                because,
                says: service.in_words(facts.tags & company != 0, today, words),
                id: service.id,
            })
        };
        match asked {
            Asked::Ideas(chosen) => {
                let offers = self.offer(chosen).into_iter();
                Told::Ideas(
                    offers
                        .filter_map(|offer| card(offer.service, offer.because))
                        .collect(),
                )
            }
            Asked::Find(sought) => {
                let mut ways = Ways::default();
                if sought.is_at_home {
                    ways.add(Ways::AT_HOME);
                }
                if sought.is_online {
                    ways.add(Ways::ONLINE);
                    ways.add(Ways::PHONE);
                }
                let near = Some(sought.near.words()).filter(|near| !near.trim().is_empty());
                let most = usize::try_from(sought.most).unwrap_or(usize::MAX);
                let found = self.find(
                    &Sought {
                        typed: sought.typed.words(),
                        area: sought.area.as_deref(),
                        day: sought.day,
                        is_free: sought.is_free,
                        near,
                        ways,
                        seed: sought.seed,
                    },
                    most,
                );
                let first = found.first.into_iter();
                Told::Found(Found {
                    count: u32::try_from(found.count).unwrap_or(u32::MAX),
                    is_near_known: found.is_near_known,
                    cards: first
                        .filter_map(|number| card(number, Vec::new()))
                        .collect(),
                })
            }
        }
    }
}
