//! What a year ends with, and how long the reserve lasts.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::scalar::{Currency, Duration, Money, Stated, Unit};

use super::exact::Exact;
use super::{Ledger, Price};

/// The books of one currency, as they are shown: what is left over is the difference of the two amounts beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// What a year costs.
    pub cost: Money,
    /// What a year brings; nothing where nobody says what the organisation lives on.
    pub receipts: Option<Money>,
    /// What is left over at its end, or missing.
    pub balance: Option<Money>,
    /// What was set aside.
    pub reserve: Option<Money>,
    /// How long that lasts.
    pub runway: Runway,
}

/// How long money lasts when every year is like this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runway {
    /// For ever: a year brings what it costs.
    Endless,
    /// So many whole months from the day on which the reserve was counted, until the day when it is used up; no day where nobody
    /// says when it was counted, or where no calendar reaches.
    Months(u64, Option<Date>),
    /// A year costs more than it brings, and nothing is set aside in that currency.
    NoReserve,
    /// Nobody says what a year brings, or what is set aside.
    Unknown,
}

impl Ledger<'_> {
    /// Returns the currencies that occur, by code.
    #[must_use]
    pub fn currencies(&self) -> BTreeSet<Currency> {
        let reserve = self.reserves.and_then(|reserves| reserves.money.known()).map(|money| money.currency);
        self.costs.iter().chain(self.receipts.iter()).map(|(currency, _)| currency).chain(reserve).collect()
    }

    /// Returns the books of each currency.
    pub fn accounts(&self) -> impl Iterator<Item = Account> {
        self.currencies().into_iter().map(|currency| self.account(currency))
    }

    fn account(&self, currency: Currency) -> Account {
        let money = |minor| Money { minor, currency };
        let (cost, receipts) = (self.costs.of(currency).rounded(), self.receipts.of(currency).rounded());
        let is_told = !self.income.is_empty();
        let reserve = self.reserves.and_then(|reserves| reserves.money.known());
        Account {
            cost: money(cost),
            receipts: is_told.then(|| money(receipts)),
            balance: is_told.then(|| money(receipts.saturating_sub(cost))),
            reserve: reserve.filter(|reserve| reserve.currency == currency).copied(),
            runway: self.runway(currency),
        }
    }

    fn runway(&self, currency: Currency) -> Runway {
        let missing = self.costs.of(currency).minus(self.receipts.of(currency));
        let is_unsaid = self.income.is_empty() || self.income.iter().any(|(_, price)| *price == Price::Unknown);
        match self.reserves.map(|reserves| (&reserves.money, &reserves.on)) {
            _ if missing <= Exact::default() && !self.income.is_empty() => Runway::Endless,
            _ if is_unsaid => Runway::Unknown,
            Some((Stated::Unknown, _)) => Runway::Unknown,
            Some((Stated::Known(money), on)) if money.currency == currency => {
                let months = Exact::new(money.minor).multiplied(12).times(missing).unwrap_or_default();
                let until = |from: Date| Duration::new(u32::try_from(months).ok()?, Unit::Months).after(from);
                Runway::Months(months, on.known().and_then(|on| until(on.0)))
            }
            _ => Runway::NoReserve,
        }
    }
}
