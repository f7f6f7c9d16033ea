//! What can be asked of all services at once: a few bytes of each, all alike.

use super::bytes::{In, Out};
use super::service::{Days, Service, Ways};

/// How many bytes there are of each service.
pub(super) const SIZE: usize = 32;
/// Where something is that says nothing of it. No place on the earth is as far away as this.
pub(super) const NOWHERE: (i32, i32) = (i32::MAX, i32::MAX);

/// What is known of what it costs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Price {
    #[default]
    Unknown,
    /// For everyone.
    Free,
    Costs,
}

/// A service, as far as it can be asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// Which of the list's tags it has, each by its bit.
    pub(super) tags: u128,
    /// Where it takes place, in millionths of a degree, the first place that says.
    pub(super) at: Option<(i32, i32)>,
    /// Its outward code, by its number in the list of them, from 1; 0 where there is none.
    pub(super) outward: u16,
    pub(super) days: Days,
    pub(super) ways: Ways,
    pub(super) price: Price,
}

impl Facts {
    pub(super) fn of(service: &Service, tags: u128, outward: u16) -> Self {
        let mut days = Days::default();
        for day in 0..7 {
            if service.times.iter().any(|time| time.days.has(day)) {
                days.add(day);
            }
        }
        let amounts = || {
            service
                .costs
                .iter()
                .map(|cost| (cost.amount, cost.what.is_some()))
        };
        let price = if amounts().any(|(amount, _)| amount.is_some_and(|pence| pence > 0)) {
            Price::Costs
        } else if amounts().any(|(amount, is_for_some)| amount == Some(0) && !is_for_some) {
            Price::Free
        } else {
            Price::Unknown
        };
        Self {
            tags,
            at: service.places.iter().find_map(|place| place.at),
            outward,
            days,
            ways: service.ways(),
            price,
        }
    }

    pub(super) fn write(self, out: &mut Out) {
        out.0.extend(self.tags.to_le_bytes());
        let (latitude, longitude) = self.at.unwrap_or(NOWHERE);
        out.fixed(latitude.cast_unsigned());
        out.fixed(longitude.cast_unsigned());
        out.0.extend(self.outward.to_le_bytes());
        let price = match self.price {
            Price::Unknown => 0,
            Price::Free => 1,
            Price::Costs => 2,
        };
        out.0
            .extend([self.days.bits(), self.ways.bits(), price, 0, 0, 0]);
    }

    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut read = In(bytes);
        let tags = u128::from_le_bytes(read.take(16)?.try_into().ok()?);
        let at = (read.fixed()?.cast_signed(), read.fixed()?.cast_signed());
        let outward = u16::from_le_bytes(read.take(2)?.try_into().ok()?);
        let (days, ways) = (Days::of_bits(read.byte()?), Ways::of_bits(read.byte()?));
        let price = match read.byte()? {
            1 => Price::Free,
            2 => Price::Costs,
            _ => Price::Unknown,
        };
        Some(Self {
            tags,
            at: Some(at).filter(|at| *at != NOWHERE),
            outward,
            days,
            ways,
            price,
        })
    }
}
