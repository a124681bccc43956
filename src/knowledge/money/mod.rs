//! What a year costs and brings, for whom, and how long the reserve lasts.
//!
//! Everything is worked out exactly ([`exact`]) and by currency: amounts of two currencies are never added. What nobody knows is counted
//! and named, never taken for nothing.

mod carried;
pub mod exact;
mod fate;
mod payer;
mod price;
mod runway;

use std::collections::BTreeMap;

use crate::catalog::contract::Contract;
use crate::catalog::fact::Value;
use crate::catalog::organisation::{Income, Reserves};
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, ProjectId, ServiceId};
use crate::scalar::Currency;

use exact::{Exact, Sums};
pub use fate::{End, Fate};
pub use payer::PaysBy;
pub use price::Price;
pub use runway::{Account, Runway};

/// The books of one year.
#[derive(Debug)]
pub struct Ledger<'kb> {
    /// The contracts whose price is stated, as `unknown` at least, by id.
    pub contracts: Vec<(&'kb Contract, Price)>,
    /// What comes in: of the newest year that any income is dated to, and what has no year. Nothing of an organisation that does not
    /// say what it lives on.
    pub income: Vec<(&'kb Income, Price)>,
    /// What came in during earlier years, which counts no more.
    pub former: Vec<&'kb Income>,
    /// What was set aside, if the organisation speaks of it.
    pub reserves: Option<&'kb Reserves>,
    /// What a year costs.
    pub costs: Sums,
    /// What a year brings.
    pub receipts: Sums,
    /// What a year costs for each project, by the shares of the contracts.
    pub projects: BTreeMap<&'kb ProjectId, Sums>,
    /// What is for all projects: contracts without shares, and what the shares of others leave over.
    pub for_all: Sums,
    /// What a year costs for each service: its part of every contract that is paid for it, in equal parts.
    pub services: BTreeMap<&'kb ServiceId, Sums>,
    /// What is paid for no service in particular: the bank, an insurance.
    pub for_none: Sums,
}

impl KnowledgeBase {
    /// Works out the books.
    #[must_use]
    pub fn ledger(&self) -> Ledger<'_> {
        let organisation = self.catalog.organisation.as_ref();
        let states = |field| self.states(&EntityRef::Organisation, field);
        let income = organisation.map(|of| of.income.as_slice()).filter(|_| states("income")).unwrap_or_default();
        let newest = income.iter().filter_map(|income| income.year).max();
        let (counting, former) =
            income.iter().partition::<Vec<&Income>, _>(|income| income.year.is_none() || income.year == newest);
        let mut ledger = Ledger {
            contracts: Vec::new(),
            income: counting.into_iter().map(|income| (income, income.price())).collect(),
            former,
            reserves: organisation.and_then(|of| of.reserves.as_ref()).filter(|_| states("reserves")),
            costs: Sums::default(),
            receipts: Sums::default(),
            projects: BTreeMap::new(),
            for_all: Sums::default(),
            services: BTreeMap::new(),
            for_none: Sums::default(),
        };
        for (_, price) in &ledger.income {
            if let Price::Yearly(currency, amount) = *price {
                ledger.receipts.add(currency, amount);
            }
        }
        for (contract, price) in self.catalog.contracts.values().filter_map(|contract| self.price_of(contract)) {
            ledger.contracts.push((contract, price));
            if let Price::Yearly(currency, amount) = price {
                ledger.book(self, contract, currency, amount);
            }
        }
        ledger
    }

    /// Whether anything is told of money: what something costs, what comes in, or what is set aside.
    #[must_use]
    pub fn has_books(&self) -> bool {
        let is_told = |of: &Contract| self.states(&EntityRef::from(&of.id), "cost");
        let of_us = ["income", "reserves"].iter().any(|field| self.states(&EntityRef::Organisation, field));
        of_us || self.catalog.contracts.values().any(is_told)
    }

    /// Returns what a project costs in a year, found without a look at what is paid for others.
    #[must_use]
    pub fn cost_of_project(&self, project: &ProjectId) -> Sums {
        let mut sums = Sums::default();
        for contract in self.referring(&EntityRef::from(project), "share") {
            let EntityRef::Contract(id) = contract else { continue };
            let priced = self.catalog.contracts.get(id).and_then(|contract| self.price_of(contract));
            let Some((contract, Price::Yearly(currency, amount))) = priced else { continue };
            let parts = self.shares(contract, amount).parts;
            for (_, part) in parts.into_iter().filter(|(of, _)| *of == project) {
                sums.add(currency, part);
            }
        }
        sums
    }

    /// Returns what a contract costs, if that is stated. What an edition does not tell is not there: not even as unknown.
    fn price_of<'kb>(&self, contract: &'kb Contract) -> Option<(&'kb Contract, Price)> {
        self.states(&EntityRef::from(&contract.id), "cost").then(|| (contract, contract.price()))
    }

    /// Whether the description of a thing says something in a field. In an edition, what is unknown may be known to others.
    fn states(&self, thing: &EntityRef, field: &str) -> bool {
        let stated = self.catalog.entities.get(thing).and_then(|entity| Value::find(&entity.facts, field));
        stated.is_some_and(|value| *value != Value::Unknown || self.is_whole())
    }

    /// Divides the price of a contract by the shares that it states; what they leave over is for all. Shares of more than the whole,
    /// which is a finding, are taken in proportion.
    fn shares<'kb>(&self, contract: &'kb Contract, amount: Exact) -> Shares<'kb> {
        let is_known = |project: &&ProjectId| self.catalog.projects.contains_key(*project);
        let projects: Vec<&ProjectId> = contract.share.keys().filter(is_known).collect();
        let percent = |project: &&ProjectId| contract.share.get(*project).map_or(0, |part| u32::from(part.get()));
        let mut weights: Vec<u32> = projects.iter().map(percent).collect();
        weights.push(100_u32.saturating_sub(weights.iter().sum()));
        let mut parts = amount.split(&weights);
        let rest = parts.pop().unwrap_or_default();
        Shares { parts: projects.into_iter().zip(parts).collect(), rest }
    }
}

/// What a contract costs for each project.
struct Shares<'kb> {
    parts: Vec<(&'kb ProjectId, Exact)>,
    /// What is for all of them.
    rest: Exact,
}

impl<'kb> Ledger<'kb> {
    /// Returns the year that the income is of, if any of it is dated to one.
    #[must_use]
    pub fn year(&self) -> Option<i64> {
        self.income.iter().filter_map(|(income, _)| income.year).max()
    }

    /// Books what a contract costs in a year.
    fn book(&mut self, kb: &'kb KnowledgeBase, contract: &'kb Contract, currency: Currency, amount: Exact) {
        self.costs.add(currency, amount);
        let Shares { parts, rest } = kb.shares(contract, amount);
        for (project, part) in parts {
            self.projects.entry(project).or_default().add(currency, part);
        }
        self.for_all.add(currency, rest);
        let services = kb.services_of(contract);
        if services.is_empty() {
            self.for_none.add(currency, amount);
        }
        let parts = amount.split(&vec![1; services.len()]);
        for (service, part) in services.into_iter().zip(parts) {
            self.services.entry(service).or_default().add(currency, part);
        }
    }
}

#[cfg(test)]
mod tests;
