//! What stands on our own domains: an address, a site, a mailbox. It is gone with them.

use std::collections::BTreeMap;

use crate::catalog::contact::{Contact, ContactType};
use crate::catalog::domain::Domain;
use crate::catalog::service::Service;
use crate::knowledge::KnowledgeBase;
use crate::names::{DomainId, EntityRef, Kind};

/// Our domains, by name.
pub struct Ours<'kb> {
    domains: BTreeMap<String, &'kb DomainId>,
}

impl<'kb> Ours<'kb> {
    /// Finds them.
    #[must_use]
    pub fn new(kb: &'kb KnowledgeBase) -> Self {
        let named = |domain: &'kb Domain| {
            let name = domain.fqdn.known()?.trim_end_matches('.').to_lowercase();
            (!name.is_empty()).then_some((name, &domain.id))
        };
        Self { domains: kb.catalog.domains.values().filter_map(named).collect() }
    }

    /// Returns the domain of ours that a host lies in: the nearest one above it.
    #[must_use]
    pub fn domain_of(&self, host: &str) -> Option<&'kb DomainId> {
        let host = host.trim_end_matches('.').to_lowercase();
        let mut name = host.as_str();
        loop {
            if let Some(domain) = self.domains.get(name) {
                return Some(domain);
            }
            (_, name) = name.split_once('.')?;
        }
    }

    /// Returns the domain of ours that an address lies in: `contact@example.org`, `@ada:example.org`.
    #[must_use]
    pub fn domain_of_address(&self, address: &str) -> Option<&'kb DomainId> {
        let (_, host) = address.trim().trim_end_matches('>').rsplit_once(['@', ':'])?;
        self.domain_of(host)
    }
}

impl KnowledgeBase {
    /// Returns what of ours a way to reach somebody goes through: it is down exactly when it is needed.
    #[must_use]
    pub fn carrier(&self, ours: &Ours<'_>, contact: &Contact) -> Option<EntityRef> {
        let is_ours = |via: &&EntityRef| match via {
            EntityRef::Service(id) => self.catalog.services.get(id).is_some_and(|service| !is_lent(service)),
            EntityRef::Host(_) | EntityRef::Domain(_) => true,
            _ => false,
        };
        let below = || match contact.contact_type {
            ContactType::Email | ContactType::Matrix => {
                contact.value.known().and_then(|value| ours.domain_of_address(value)).map(EntityRef::from)
            }
            ContactType::Phone | ContactType::Signal | ContactType::Post => None,
        };
        contact.via.as_ref().filter(is_ours).cloned().or_else(below)
    }
}

/// Returns the host of an address to open: `https://wiki.example.org:8443/x` stands on `wiki.example.org`.
#[must_use]
pub fn host_of(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    (!host.is_empty()).then_some(host)
}

/// Whether a service is run for us by others, on nothing of ours.
#[must_use]
pub fn is_lent(service: &Service) -> bool {
    let is_provider = |on: &EntityRef| on.kind() == Kind::Provider;
    service.runs_on.known().is_some_and(|on| !on.is_empty() && on.iter().all(is_provider))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::config;
    use crate::history::History;
    use crate::knowledge;
    use crate::source::Snapshot;

    #[test]
    fn what_lies_below_a_domain_is_found_by_its_name() {
        let snapshot = Snapshot::from_archive(
            "-- book.toml --\n[releve]\n-- runbooks/inventory/domains.yaml --\nours: {name: Ours, fqdn: Ours.example}\n",
        );
        let config = config::read(&snapshot, "Test", &|_| true).value;
        let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 26)).value;
        let ours = Ours::new(&kb);
        let domain = |host: &str| ours.domain_of(host).is_some();
        assert!(domain("ours.example") && domain("a.b.OURS.example."));
        assert!(!domain("notours.example") && !domain("example") && !domain(""));
        let address = |address: &str| ours.domain_of_address(address).is_some();
        assert!(address("Ada <ada@mail.ours.example>") && address("@ada:ours.example"));
        assert!(!address("ada@example.org") && !address("ours.example"));
    }

    #[test]
    fn the_host_of_an_address_stands_between_its_slashes() {
        assert_eq!(host_of("https://user@wiki.example.org:8443/x?y#z"), Some("wiki.example.org"));
        assert_eq!(host_of("https://wiki.example.org"), Some("wiki.example.org"));
        assert_eq!(host_of("/handover/"), None);
        assert_eq!(host_of("https:///x"), None);
    }
}
