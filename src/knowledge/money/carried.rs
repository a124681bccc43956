//! Which services a contract is paid for.

use std::collections::BTreeSet;

use crate::catalog::contract::Contract;
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind, ServiceId};

impl KnowledgeBase {
    /// Returns the services that a contract is paid for: those that it names. Where it names none, those that use the hosts and domains
    /// that it names; where it names none of these either, those that use its providers. A contract about a machine and whoever rents
    /// it out is about that machine alone. What is kept for its history uses nothing.
    #[must_use]
    pub fn services_of<'kb>(&'kb self, contract: &'kb Contract) -> BTreeSet<&'kb ServiceId> {
        let covered: Vec<&EntityRef> = contract.covers.known().into_iter().flatten().collect();
        for kinds in [&[Kind::Service][..], &[Kind::Host, Kind::Domain], &[Kind::Provider]] {
            let things = covered.iter().filter(|thing| kinds.contains(&thing.kind()));
            let services: BTreeSet<&ServiceId> = things.flat_map(|thing| self.users(thing)).collect();
            if !services.is_empty() {
                return services;
            }
        }
        BTreeSet::new()
    }

    /// The services that use a thing: that run on it or on its hosts, depend on it, send mail through it, or are saved there.
    fn users<'kb>(&'kb self, thing: &'kb EntityRef) -> BTreeSet<&'kb ServiceId> {
        let hosts = self.referring(thing, "provider");
        let running = std::iter::once(thing).chain(hosts).flat_map(|on| self.referring(on, "runs_on"));
        let depending = self.referring(thing, "depends_on");
        let sending = self.referring(thing, "via").chain(self.referring(thing, "from_domains"));
        let sending = sending.flat_map(|flow| self.used_by(flow));
        let saved = self.referring(thing, "copies").flat_map(|backup| self.saved_by(backup));
        let itself = std::iter::once(thing);
        let users = itself.chain(running).chain(depending).filter_map(service).chain(sending).chain(saved);
        users.filter(|id| self.catalog.services.get(*id).is_some_and(|service| !service.is_retired())).collect()
    }

    /// The services that live on a mail flow.
    fn used_by<'kb>(&'kb self, flow: &EntityRef) -> impl Iterator<Item = &'kb ServiceId> {
        let EntityRef::MailFlow(id) = flow else { return [].iter() };
        self.catalog.mail_flows.get(id).map_or([].iter(), |flow| flow.used_by.iter())
    }

    /// The services that a backup holds, by themselves or with the host that they run on.
    fn saved_by<'kb>(&'kb self, backup: &EntityRef) -> Vec<&'kb ServiceId> {
        let EntityRef::Backup(id) = backup else { return Vec::new() };
        let covers = self.catalog.backups.get(id).and_then(|backup| backup.covers.known()).into_iter().flatten();
        let things = covers.flat_map(|cover| std::iter::once(&cover.of).chain(self.referring(&cover.of, "runs_on")));
        things.filter_map(service).collect()
    }
}

fn service(thing: &EntityRef) -> Option<&ServiceId> {
    match thing {
        EntityRef::Service(id) => Some(id),
        _ => None,
    }
}
