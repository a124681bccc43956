//! Who cannot be missed: what falls when somebody or something is gone, and how few have to go until something that must be back
//! first cannot be run by anybody.

use std::collections::BTreeSet;

use crate::catalog::person::Role;
use crate::knowledge::evidence::Level;
use crate::names::EntityRef;

use super::Readiness;
use super::supposed::Supposed;
use super::verdict::Standby;

/// What a service becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fall<'kb> {
    /// The service.
    pub service: &'kb EntityRef,
    /// What it is worth while everybody is there.
    pub from: Level,
    /// What it is worth then.
    pub to: Level,
}

/// How few have to go until one of the services that must be back first cannot be run by anybody (OpenSSF Best Practices,
/// `bus_factor`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BusFactor<'kb> {
    /// Nobody has to: nobody can run this service as it is.
    None(&'kb EntityRef),
    /// These, and then this service cannot be run.
    These(Vec<&'kb EntityRef>, &'kb EntityRef),
    /// More than this many.
    More(usize),
}

/// Of how many people all pairs are tried.
const MOST_PEOPLE: usize = 12;
/// With how many services all pairs of people are tried.
const MOST_SERVICES: usize = 200;

impl<'kb> Readiness<'kb> {
    /// Returns the people who run things, stand by, or answer for a service, and stay; by id.
    #[must_use]
    pub fn actors(&self, supposed: &Supposed) -> Vec<&'kb EntityRef> {
        let roles = [Role::PrimaryAdmin, Role::BackupAdmin, Role::ServiceOwner];
        let people = self.kb.catalog.people.values();
        let acting = people.filter(|person| person.stays() && roles.into_iter().any(|role| person.has(role)));
        let references = acting.filter_map(|person| self.reference(&EntityRef::from(&person.id)));
        references.filter(|who| !supposed.is_gone(who)).collect()
    }

    /// Returns what all who act can do together.
    #[must_use]
    pub fn everybody(&self, supposed: &Supposed) -> Option<Standby<'kb>> {
        self.together(&self.actors(supposed), supposed)
    }

    /// Returns what falls when these are gone, of what everybody could do together; the services in the order of their ids.
    #[must_use]
    pub fn falls(&self, gone: &BTreeSet<EntityRef>) -> Vec<Fall<'kb>> {
        self.everybody(&Supposed::default()).map(|all| self.falls_of(&all, gone)).unwrap_or_default()
    }

    /// Returns the same of what everybody can do together, for whoever asks for one after the other.
    #[must_use]
    pub fn falls_of(&self, all: &Standby<'kb>, gone: &BTreeSet<EntityRef>) -> Vec<Fall<'kb>> {
        let today = self.today();
        let rest = self.everybody(&Supposed::default().without(self.gone_with(gone)));
        let level = |index: usize| {
            let service = rest.as_ref().and_then(|rest| rest.services.get(index));
            service.map_or(Level::Broken, |service| service.course.at(today))
        };
        let fall = |(index, service): (usize, &super::verdict::ServiceVerdict<'kb>)| {
            let (from, to) = (service.course.at(today), level(index));
            (service.is_live && to < from).then_some(Fall { service: service.service, from, to })
        };
        all.services.iter().enumerate().filter_map(fall).collect()
    }

    /// Returns how few have to go until one of the services that must be back first cannot be run. All single people are tried, then all pairs; on a
    /// site with hundreds of services, single people only.
    #[must_use]
    pub fn bus_factor(&self) -> BusFactor<'kb> {
        if let Some(service) = self.first_broken(&Supposed::default()) {
            return BusFactor::None(service);
        }
        let actors = self.actors(&Supposed::default());
        let without = |gone: &[&'kb EntityRef]| {
            let supposed = Supposed::default().without(gone.iter().map(|who| (*who).clone()));
            let service = self.first_broken(&supposed)?;
            Some(BusFactor::These(gone.to_vec(), service))
        };
        if let Some(found) = actors.iter().find_map(|who| without(&[*who])) {
            return found;
        }
        if actors.len() > MOST_PEOPLE || self.requirements.len() > MOST_SERVICES {
            return BusFactor::More(1);
        }
        let rest = |index: usize| actors.get(index + 1..).unwrap_or_default();
        let mut pairs =
            actors.iter().enumerate().flat_map(|(index, who)| rest(index).iter().map(|other| [*who, *other]));
        pairs.find_map(|pair| without(&pair)).unwrap_or(BusFactor::More(2))
    }

    /// The first of the services that must be back first that nobody could run.
    fn first_broken(&self, supposed: &Supposed) -> Option<&'kb EntityRef> {
        let tier = self.requirements.iter().filter(|service| service.is_live).map(|service| service.tier).min()?;
        let all = self.everybody(supposed);
        let today = self.today();
        let is_broken = |index: usize| {
            let service = all.as_ref().and_then(|all| all.services.get(index));
            service.is_none_or(|service| service.course.at(today) == Level::Broken)
        };
        let mut first =
            self.requirements.iter().enumerate().filter(|(_, service)| service.is_live && service.tier == tier);
        first.find(|(index, _)| is_broken(*index)).map(|(_, service)| service.reference)
    }
}
