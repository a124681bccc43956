//! What becomes of the contracts when nobody does anything: what dies first.

use jiff::civil::Date;

use crate::catalog::contract::{Contract, Cost};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::scalar::Stated;

/// What becomes of a contract for which nobody does anything.
#[derive(Debug)]
pub struct Fate<'kb> {
    /// The contract.
    pub contract: &'kb Contract,
    /// What becomes of it.
    pub end: End,
}

/// How a contract ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It ends by itself: somebody has to renew it, some time before.
    RunsOut {
        /// Its last day.
        on: Date,
        /// The last day to renew it, where that is an earlier one.
        act_by: Option<Date>,
    },
    /// A payment is refused, because what pays it has ended.
    Refused {
        /// The day of that payment.
        on: Date,
        /// The last day of the card or mandate.
        card: Date,
    },
    /// Nobody knows whether it renews itself, or when it ends.
    Unknown,
    /// It renews itself, and is paid from something that has no end.
    GoesOn,
}

impl End {
    /// Returns the day on which it ends; nothing where it does not, or nobody knows.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self {
            Self::RunsOut { on, .. } | Self::Refused { on, .. } => Some(on),
            Self::Unknown | Self::GoesOn => None,
        }
    }
}

impl Contract {
    /// Returns the day of the first payment that what pays it refuses: the first after its last day, which itself still counts. That last
    /// day, where nobody knows when the contract is paid.
    #[must_use]
    pub fn first_refused(&self, card: Date) -> Date {
        let every = self.cost.known().and_then(|Cost { every, .. }| every.known());
        let paid_on = self.renews_on.known().zip(every);
        paid_on.and_then(|(day, every)| every.first_from(day.0, card.tomorrow().ok()?)).unwrap_or(card)
    }

    fn end(&self) -> End {
        let renews = self.renews_on.known().map(|day| day.0);
        let out = match (&self.auto_renew, renews) {
            (Stated::Known(false), Some(on)) => {
                let act_by = self.notice.known().and_then(|notice| notice.before(on)).filter(|day| *day < on);
                Some(End::RunsOut { on, act_by })
            }
            _ => None,
        };
        let card = self.method_expires_on.map(|day| day.0).filter(|_| self.price().is_something());
        let refused = card.map(|card| End::Refused { on: self.first_refused(card), card });
        // Of two on one day, the one that a new card alone does not prevent.
        let first = [out, refused].into_iter().flatten().min_by_key(|end| end.day());
        first.unwrap_or(match (&self.auto_renew, &self.renews_on) {
            (Stated::Known(true) | Stated::None(_), _) | (_, Stated::None(_)) => End::GoesOn,
            _ => End::Unknown,
        })
    }
}

impl KnowledgeBase {
    /// Returns what becomes of each contract, what ends first in front; then what nobody knows, and what goes on. A contract of which an
    /// edition does not tell how it ends is left out.
    #[must_use]
    pub fn fates(&self) -> Vec<Fate<'_>> {
        let is_told = |contract: &&Contract| {
            let thing = EntityRef::from(&contract.id);
            ["renews_on", "auto_renew"].iter().all(|field| self.states(&thing, field))
        };
        let contracts = self.catalog.contracts.values().filter(is_told);
        let mut fates: Vec<Fate<'_>> = contracts.map(|contract| Fate { contract, end: contract.end() }).collect();
        fates.sort_by_key(|fate| (fate.end.day().is_none(), fate.end.day(), fate.end == End::GoesOn));
        fates
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::config;
    use crate::history::History;
    use crate::knowledge;
    use crate::source::Snapshot;

    fn fates(contracts: &str) -> Vec<(String, End)> {
        let archive = format!("-- book.toml --\n[releve]\n-- runbooks/inventory/contracts.yaml --\n{contracts}");
        let snapshot = Snapshot::from_archive(&archive);
        let config = config::read(&snapshot, "Test", &|_| true).value;
        let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 26)).value;
        kb.fates().iter().map(|fate| (fate.contract.id.to_string(), fate.end)).collect()
    }

    fn fate(rest: &str) -> End {
        fates(&format!("a: {{name: A, cost: {{amount: \"1 EUR\", every: month}}, {rest}}}\n"))[0].1
    }

    #[test]
    fn a_contract_ends_by_itself_or_with_what_pays_it_whatever_comes_first() {
        let renews = date(2027, 1, 15);
        assert_eq!(fate("renews_on: 2027-01-15, auto_renew: false"), End::RunsOut { on: renews, act_by: None });
        assert_eq!(
            fate("renews_on: 2027-01-15, auto_renew: false, notice: 2w"),
            End::RunsOut { on: renews, act_by: Some(date(2027, 1, 1)) }
        );
        let paid_on_its_last_day = fate("renews_on: 2027-01-15, auto_renew: true, method_expires_on: 2026-12-15");
        assert_eq!(paid_on_its_last_day, End::Refused { on: renews, card: date(2026, 12, 15) });
        let refused = End::Refused { on: date(2026, 12, 15), card: date(2026, 11, 30) };
        assert_eq!(fate("renews_on: 2027-01-15, auto_renew: false, method_expires_on: 2026-11-30"), refused);
        assert_eq!(fate("renews_on: 2027-01-15, auto_renew: true, method_expires_on: 2026-11-30"), refused);
        assert_eq!(
            fate("renews_on: 2027-01-15, auto_renew: false, method_expires_on: 2027-01-01"),
            End::RunsOut { on: renews, act_by: None }
        );
        assert_eq!(fate("renews_on: 2027-01-15, auto_renew: true"), End::GoesOn);
        assert_eq!(fate("renews_on: {none: it has no term}, auto_renew: unknown"), End::GoesOn);
        assert_eq!(fate("renews_on: 2027-01-15, auto_renew: unknown"), End::Unknown);
        assert_eq!(fate("renews_on: unknown, auto_renew: false"), End::Unknown);
    }

    #[test]
    fn what_ends_first_stands_in_front_and_what_goes_on_at_the_end() {
        let told = fates(
            "a: {name: A, renews_on: unknown, auto_renew: true}\nb: {name: B, renews_on: unknown, auto_renew: unknown}\nc: {name: C, renews_on: 2027-05-01, auto_renew: false}\nd: {name: D, renews_on: 2027-02-01, auto_renew: false}\ne: {name: E, cost: {none: a gift}, renews_on: 2027-01-01, auto_renew: true, method_expires_on: 2026-12-01}\n",
        );
        let order: Vec<&str> = told.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(order, ["d", "c", "b", "a", "e"]);
    }
}
