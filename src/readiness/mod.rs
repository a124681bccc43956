//! Whether somebody who was not there can take over today (`domain.md` §5): for each person who stands by, each service and each link (the
//! door, the page, the data) the weakest that is known; what would have to be so first; and what follows.
//!
//! In the order in which it is worked out: what a service takes (`requirement`); what the exercises show of each thing, on each day
//! (`proof`, `course`); the three links (`access`, `know_how`, `restore`); the verdicts and the gates (`verdict`, `gate`). From
//! them follow the next best action (`action`), who cannot be missed (`missing`) and what to take back from whoever goes
//! (`hand_back`).
//!
//! Nothing that is typed by hand lifts a verdict, only records; a waiver never does.

mod access;
pub mod action;
pub mod course;
pub mod forecast;
pub mod gate;
pub mod hand_back;
mod know_how;
pub mod missing;
mod proof;
pub mod reason;
mod requirement;
mod restore;
pub mod say;
pub mod supposed;
#[cfg(test)]
mod tests;
pub mod verdict;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::catalog::person::{Person, Role};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::Level;
use crate::names::{EntityRef, Kind};
use crate::source::Snapshot;

use access::Keyring;
use course::Course;
use gate::GateKeeper;
use proof::Proofs;
use requirement::{Requirement, requirements};
use supposed::Supposed;
use verdict::{Judged, ServiceVerdict, Standby};

/// All that readiness is judged from; verdicts are asked of it.
pub struct Readiness<'kb> {
    kb: &'kb KnowledgeBase,
    snapshot: &'kb Snapshot,
    proofs: Proofs<'kb>,
    requirements: Vec<Requirement<'kb>>,
}

impl<'kb> Readiness<'kb> {
    /// Finds what every service takes, and what the exercises show.
    #[must_use]
    pub fn new(kb: &'kb KnowledgeBase, snapshot: &'kb Snapshot) -> Self {
        Self { kb, snapshot, proofs: Proofs::read(kb, snapshot), requirements: requirements(kb) }
    }

    /// Returns the day of judgement.
    #[must_use]
    pub fn today(&self) -> Date {
        self.kb.as_of
    }

    /// Returns what is supposed of every takeover: those who run things are gone.
    #[must_use]
    pub fn takeover(&self) -> Supposed {
        let primary = self.kb.catalog.people.values().filter(|person| person.has(Role::PrimaryAdmin));
        Supposed::default().without(primary.map(|person| EntityRef::from(&person.id)))
    }

    /// Returns those who stand by, by id: who has the role, is there, and is not supposed to be gone.
    #[must_use]
    pub fn standing_by(&self, supposed: &Supposed) -> Vec<&'kb EntityRef> {
        let is_there = |person: &Person| person.from.as_ref().is_none_or(|from| from.0 <= self.kb.as_of);
        let people = self.kb.staying_with(Role::BackupAdmin).filter(|person| is_there(person));
        let references = people.filter_map(|person| self.reference(&EntityRef::from(&person.id)));
        references.filter(|who| !supposed.is_gone(who)).collect()
    }

    /// Returns what is gone when these are: they, and the machines of a provider.
    #[must_use]
    pub fn gone_with(&self, gone: &BTreeSet<EntityRef>) -> BTreeSet<EntityRef> {
        let machines = gone.iter().flat_map(|thing| self.kb.referring(thing, "provider"));
        let machines: Vec<EntityRef> = machines.filter(|from| from.kind() == Kind::Host).cloned().collect();
        gone.iter().cloned().chain(machines).collect()
    }

    fn reference(&self, thing: &EntityRef) -> Option<&'kb EntityRef> {
        self.kb.catalog.entities.get_key_value(thing).map(|(key, _)| key)
    }

    /// Judges how ready somebody is.
    #[must_use]
    pub fn judge(&self, who: &'kb EntityRef, supposed: &Supposed) -> Standby<'kb> {
        let (keyring, services) = self.services(who, supposed);
        let keeper = GateKeeper {
            kb: self.kb,
            who,
            supposed,
            keyring: &keyring,
            requirements: &self.requirements,
            services: &services,
        };
        let gates = keeper.judge();
        Standby { who: Some(who), services, gates, rehearsed: proof::rehearsed(self.kb, supposed) }
    }

    /// Judges how ready several are together: of each link of each service, whoever is best. Without gates, which are a matter of one person.
    #[must_use]
    pub fn together(&self, people: &[&'kb EntityRef], supposed: &Supposed) -> Option<Standby<'kb>> {
        let all = people.iter().map(|who| self.services(who, supposed).1);
        let mut services = all.reduce(|mut all, one| {
            for (all, one) in all.iter_mut().zip(one) {
                all.access = all.access.clone().or(one.access);
                all.know_how = all.know_how.clone().or(one.know_how);
                all.data = all.data.clone().or(one.data);
            }
            all
        })?;
        self.join(&mut services);
        Some(Standby { who: None, services, gates: Vec::new(), rehearsed: proof::rehearsed(self.kb, supposed) })
    }

    /// Judges the links of some services again, after something was done with these things.
    fn links_of(&self, who: &EntityRef, supposed: &Supposed, services: &BTreeSet<usize>) -> Vec<(usize, [Judged; 3])> {
        let keyring = Keyring::of(self.kb, &self.proofs, who, supposed);
        let judge = |index: &usize| Some((*index, self.links(&keyring, who, supposed, self.requirements.get(*index)?)));
        services.iter().filter_map(judge).collect()
    }

    fn links(
        &self,
        keyring: &Keyring<'kb>,
        who: &EntityRef,
        supposed: &Supposed,
        requirement: &Requirement<'kb>,
    ) -> [Judged; 3] {
        [
            keyring.access(requirement, supposed),
            know_how::know_how(self.kb, &self.proofs, who, supposed, requirement),
            restore::data(self.kb, &self.proofs, who, supposed, keyring, requirement),
        ]
    }

    fn services(&self, who: &EntityRef, supposed: &Supposed) -> (Keyring<'kb>, Vec<ServiceVerdict<'kb>>) {
        let keyring = Keyring::of(self.kb, &self.proofs, who, supposed);
        let verdict = |requirement: &Requirement<'kb>| {
            let [access, know_how, data] = self.links(&keyring, who, supposed, requirement);
            ServiceVerdict {
                service: requirement.reference,
                tier: requirement.tier,
                is_live: requirement.is_live,
                access,
                know_how,
                data,
                course: Course::always(Level::Proven),
                held_by: Vec::new(),
            }
        };
        let mut services: Vec<ServiceVerdict<'kb>> = self.requirements.iter().map(verdict).collect();
        self.join(&mut services);
        (keyring, services)
    }

    /// Joins the links of each service with those of what it cannot work without.
    fn join(&self, services: &mut [ServiceVerdict<'kb>]) {
        let own: Vec<Course<Level>> = services.iter().map(ServiceVerdict::own).collect();
        let today = self.kb.as_of;
        for ((requirement, service), course) in self.requirements.iter().zip(services).zip(&own) {
            let below = || requirement.below.iter().filter_map(|index| Some((index, own.get(*index)?)));
            service.course = below().fold(course.clone(), |all, (_, below)| all.min(below));
            let weaker = below().filter(|(_, below)| below.at(today) < course.at(today));
            let held_by: BTreeSet<&EntityRef> =
                weaker.filter_map(|(index, _)| self.requirements.get(*index)).map(|below| below.reference).collect();
            service.held_by = held_by.into_iter().collect();
        }
    }
}

/// Returns whoever is readiest: first whose gates are open, then by figure, by what is proven, and by name.
#[must_use]
pub fn readiest<'a, 'kb>(people: &'a [Standby<'kb>], today: Date) -> Option<&'a Standby<'kb>> {
    let rank = |standby: &&Standby<'_>| {
        let shut = standby.gates.iter().filter(|gate| !gate.course.at(today)).count();
        (standby.is_open(today), standby.figure(today), std::cmp::Reverse(shut))
    };
    // The first of equals.
    people.iter().rev().max_by_key(rank)
}
