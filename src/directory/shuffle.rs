//! An order of its own for each conversation, so that no provider stands above another for good.

/// Where a service stands among its equals. The same seed gives the same order.
pub(super) fn shuffled(seed: u32, number: usize) -> u32 {
    let number = u32::try_from(number).unwrap_or_default();
    // The finish of MurmurHash3: each bit of what goes in changes about half of those that come out.
    let mut mixed = seed ^ number.wrapping_mul(0x9e37_79b9);
    mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x85eb_ca6b);
    mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35);
    mixed ^ (mixed >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of so many services comes first.
    fn first(seed: u32, services: usize) -> usize {
        (0..services)
            .min_by_key(|number| shuffled(seed, *number))
            .unwrap()
    }

    #[test]
    fn every_service_comes_first_in_some_conversations() {
        let mut times = [0; 8];
        for seed in 0..4_000 {
            times[first(seed * 7_919, 8)] += 1;
        }
        assert!(
            times.iter().all(|times| (400..600).contains(times)),
            "{times:?}"
        );
    }

    #[test]
    fn the_order_stays_put_within_a_conversation() {
        assert_eq!(first(5, 100), first(5, 100));
    }
}
