//! Amounts that lose nothing when they are divided: rounded only where they are shown.

use std::collections::BTreeMap;

use crate::scalar::{Currency, Every, Unit};

/// An amount of one currency, in `GRAINS` of its smallest unit.
///
/// A whole number rather than a fraction: sums do not depend on their order, parts add up to the whole to the last grain
/// ([`Exact::split`]), and no list of odd intervals makes the denominators grow without end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(i128);

/// How many grains a cent has: the least common multiple of 1 to 24, a hundred times. A price for any number of months or years up to
/// 24 is then exact for one year, and so is each percent of it. What cannot be divided is off by less than a grain.
const GRAINS: i128 = 535_422_888_000;

/// The minutes of a year of 365 days, for prices by the hour, day or week: a week costs 7/365 of a year.
const MINUTES: i128 = 365 * 24 * 60;

impl Exact {
    /// Returns the amount of so many of the currency's smallest units.
    #[must_use]
    pub fn new(minor: i64) -> Self {
        Self(i128::from(minor) * GRAINS)
    }

    /// Returns what a price comes to in a year: twelve times one of a month, half of one of two years.
    #[must_use]
    pub fn yearly(minor: i64, every: Every) -> Self {
        let length = every.length();
        let count = i128::from(length.count().max(1));
        let (times, over) = match length.unit() {
            Unit::Years => (1, count),
            Unit::Months => (12, count),
            Unit::Minutes | Unit::Hours | Unit::Days | Unit::Weeks => (MINUTES, i128::from(length.minutes().max(1))),
        };
        let grains = Self::new(minor).0.saturating_mul(times);
        Self((grains + over / 2).div_euclid(over))
    }

    /// Divides it by weights, so that the parts add up to it: grains that are left over go to the first of them, one each. Nothing of
    /// weights that are all zero.
    #[must_use]
    pub fn split(self, weights: &[u32]) -> Vec<Self> {
        let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        if whole == 0 {
            return Vec::new();
        }
        let part = |weight: &u32| self.0.saturating_mul(i128::from(*weight)).div_euclid(whole);
        let mut parts: Vec<i128> = weights.iter().map(part).collect();
        let left = self.0 - parts.iter().sum::<i128>();
        let with_weight = parts.iter_mut().zip(weights).filter(|(_, weight)| **weight > 0);
        for ((part, _), _) in with_weight.zip(0..left) {
            *part += 1;
        }
        parts.into_iter().map(Self).collect()
    }

    /// Returns the nearest number of smallest units; half of one is rounded up.
    #[must_use]
    pub fn rounded(self) -> i64 {
        to_minor(self.0.saturating_add(GRAINS / 2).div_euclid(GRAINS))
    }

    /// Returns how often another amount fits into this one, in whole times; nothing of an amount of zero or less.
    #[must_use]
    pub fn times(self, other: Self) -> Option<u64> {
        (other.0 > 0).then(|| u64::try_from(self.0.div_euclid(other.0)).unwrap_or_default())
    }

    /// Returns it so many times.
    #[must_use]
    pub fn multiplied(self, times: u32) -> Self {
        Self(self.0.saturating_mul(times.into()))
    }

    /// Returns the sum of both.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Returns what is left of it without the other.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// Rounds amounts that stand above each other, so that they add up to their rounded sum: each is rounded down, and the units that are
/// missing go to those that lost most (the method of the largest remainder).
#[must_use]
pub fn rounded_together(amounts: &[Exact]) -> Vec<i64> {
    let sum = amounts.iter().fold(Exact::default(), |sum, amount| sum.plus(*amount));
    let mut rounded: Vec<i64> = amounts.iter().map(|amount| to_minor(amount.0.div_euclid(GRAINS))).collect();
    let given = rounded.iter().fold(0_i64, |sum, amount| sum.saturating_add(*amount));
    let missing = usize::try_from(sum.rounded().saturating_sub(given)).unwrap_or_default();
    let mut by_loss: Vec<usize> = (0..amounts.len()).collect();
    // Stable: of two that lost as much, the first.
    by_loss.sort_by_key(|index| std::cmp::Reverse(amounts[*index].0.rem_euclid(GRAINS)));
    for index in by_loss.into_iter().take(missing) {
        rounded[index] = rounded[index].saturating_add(1);
    }
    rounded
}

/// A number of smallest units; of more than can be counted, the most that can.
fn to_minor(units: i128) -> i64 {
    i64::try_from(units).unwrap_or(if units < 0 { i64::MIN } else { i64::MAX })
}

/// Amounts of several currencies, which are never added to each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<Currency, Exact>);

impl Sums {
    /// Adds an amount to those of its currency.
    pub fn add(&mut self, currency: Currency, amount: Exact) {
        let sum = self.0.entry(currency).or_default();
        *sum = sum.plus(amount);
    }

    /// Returns the amount of a currency: zero of one that does not occur.
    #[must_use]
    pub fn of(&self, currency: Currency) -> Exact {
        self.get(currency).unwrap_or_default()
    }

    /// Returns the amount of a currency, if that occurs.
    #[must_use]
    pub fn get(&self, currency: Currency) -> Option<Exact> {
        self.0.get(&currency).copied()
    }

    /// Returns the amount of each currency that occurs.
    pub fn iter(&self) -> impl Iterator<Item = (Currency, Exact)> {
        self.0.iter().map(|(currency, amount)| (*currency, *amount))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn yearly(minor: i64, every: &str) -> Exact {
        Exact::yearly(minor, every.parse().unwrap())
    }

    #[test]
    fn a_price_comes_to_what_it_comes_to_in_a_year() {
        for (minor, every, of_year) in [
            (7000, "month", 84_000),
            (4800, "quarter", 19_200),
            (18_000, "year", 18_000),
            (3600, "2y", 1800),
            (1000, "3y", 333),
            (500, "6mo", 1000),
            (100, "day", 36_500),
            (100, "week", 5214),
            (100, "30d", 1217),
            (1, "1h", 8760),
            (0, "month", 0),
        ] {
            assert_eq!(yearly(minor, every).rounded(), of_year, "{minor} every {every}");
        }
    }

    #[test]
    fn the_largest_amounts_are_counted_to_the_last_cent() {
        let largest: crate::scalar::Money = "99999999999.99 EUR".parse().unwrap();
        assert_eq!(yearly(largest.minor, "1m").rounded(), largest.minor * 365 * 24 * 60);
        let contracts = vec![yearly(largest.minor, "day"); 1000];
        let sum = contracts.iter().fold(Exact::default(), |sum, yearly| sum.plus(*yearly));
        assert_eq!(sum.rounded(), largest.minor * 365 * 1000);
        assert_eq!(rounded_together(&contracts), vec![largest.minor * 365; 1000]);
    }

    #[test]
    fn three_thirds_are_a_whole() {
        let third = yearly(1000, "3y");
        assert_eq!(third.plus(third).plus(third), Exact::new(1000));
        assert_eq!(rounded_together(&[third, third, third]), [334, 333, 333]);
        let half = yearly(1, "2y");
        assert_eq!((half.rounded(), rounded_together(&[half, half])), (1, vec![1, 0]));
    }

    #[test]
    fn what_has_no_weight_gets_no_grain() {
        let one = Exact::new(1);
        assert_eq!(one.split(&[]), []);
        assert_eq!(one.split(&[0, 0]), []);
        let parts = one.split(&[0, 3, 0, 4]);
        assert_eq!((parts[0], parts[2]), (Exact::default(), Exact::default()));
        assert_eq!(parts[1].plus(parts[3]), one);
    }

    #[test]
    fn more_than_can_be_counted_is_no_panic() {
        let most = yearly(i64::MAX, "1m");
        assert_eq!(most.rounded(), i64::MAX);
        assert_eq!(most.multiplied(u32::MAX).plus(most).minus(Exact::new(i64::MIN)).rounded(), i64::MAX);
        assert_eq!(rounded_together(&[most, most]).len(), 2);
        assert_eq!(most.split(&[u32::MAX, 1]).len(), 2);
        assert_eq!(yearly(1, "4294967295y").rounded(), 0);
    }

    fn amounts() -> impl Strategy<Value = Vec<Exact>> {
        let every =
            prop::sample::select(vec!["day", "week", "month", "quarter", "year", "2y", "3y", "7mo", "11d", "47h"]);
        prop::collection::vec((0..10_000_000_i64, every).prop_map(|(minor, every)| yearly(minor, every)), 0..40)
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_whole(minor in 0..10_000_000_i64, weights in prop::collection::vec(0..200_u32, 1..60)) {
            let whole = yearly(minor, "7mo");
            let parts = whole.split(&weights);
            if weights.iter().any(|weight| *weight > 0) {
                prop_assert_eq!(parts.iter().fold(Exact::default(), |sum, part| sum.plus(*part)), whole);
                prop_assert_eq!(rounded_together(&parts).iter().sum::<i64>(), whole.rounded());
            }
        }

        #[test]
        fn a_column_adds_up_and_no_line_is_off_by_a_unit(amounts in amounts()) {
            let rounded = rounded_together(&amounts);
            let sum = amounts.iter().fold(Exact::default(), |sum, amount| sum.plus(*amount));
            prop_assert_eq!(rounded.iter().sum::<i64>(), sum.rounded());
            for (line, amount) in rounded.iter().zip(&amounts) {
                prop_assert!((line - amount.rounded()).abs() <= 1);
            }
        }

        #[test]
        fn the_order_changes_no_sum(amounts in amounts()) {
            let sum = |amounts: &mut dyn Iterator<Item = &Exact>| amounts.fold(Exact::default(), |sum, amount| sum.plus(*amount));
            prop_assert_eq!(sum(&mut amounts.iter()), sum(&mut amounts.iter().rev()));
        }

        #[test]
        fn currencies_never_mix(amounts in prop::collection::vec((0..3_usize, 0..10_000_000_i64), 0..40)) {
            let currencies = ["CHF", "EUR", "JPY"].map(|code| Currency::new(code).unwrap());
            let mut sums = Sums::default();
            for (of, minor) in &amounts {
                sums.add(currencies[*of], Exact::new(*minor));
            }
            for (index, currency) in currencies.into_iter().enumerate() {
                let own: i64 = amounts.iter().filter(|(of, _)| *of == index).map(|(_, minor)| minor).sum();
                prop_assert_eq!(sums.of(currency), Exact::new(own));
            }
        }
    }
}
