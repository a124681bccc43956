//! Mail that has to arrive: who sends for which domain through whom, what large receivers demand, what DNS has to say.

pub mod demand;
pub mod relay;
mod seen;
pub mod spf;
pub mod verdict;
pub mod zone;

use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::catalog::host::{AddressScope, Host};
use crate::catalog::mail_flow::{MailAuth, MailDirection, MailFlow};
use crate::catalog::provider::Provider;
use crate::knowledge::KnowledgeBase;
use crate::names::{DomainId, EntityRef};
use crate::scalar::Stated;

use relay::Needs;

/// What mail goes through.
#[derive(Clone, Copy, Debug)]
pub enum Way<'kb> {
    /// A relay of somebody else.
    Relay(&'kb Provider, Needs<'kb>),
    /// A machine of ours.
    Own(&'kb Host),
}

impl KnowledgeBase {
    /// Returns the flows of a domain, outgoing or not.
    #[must_use]
    pub fn flows_of(&self, domain: &DomainId) -> Vec<&MailFlow> {
        self.flows_naming(&domain.into(), "from_domains")
    }

    /// Returns the flows that go through a relay or a machine.
    #[must_use]
    pub fn flows_through(&self, way: &EntityRef) -> Vec<&MailFlow> {
        self.flows_naming(way, "via")
    }

    fn flows_naming(&self, thing: &EntityRef, field: &str) -> Vec<&MailFlow> {
        let flows = self.referring(thing, field).filter_map(|flow| match flow {
            EntityRef::MailFlow(id) => self.catalog.mail_flows.get(id),
            _ => None,
        });
        flows.collect()
    }

    /// Returns what a flow goes through; nothing where nobody knows.
    #[must_use]
    pub fn way_of(&self, flow: &MailFlow) -> Option<Way<'_>> {
        match flow.via.known()? {
            EntityRef::Provider(id) => {
                self.catalog.providers.get(id).map(|provider| Way::Relay(provider, Needs::of(provider)))
            }
            EntityRef::Host(id) => self.catalog.hosts.get(id).map(Way::Own),
            _ => None,
        }
    }
}

/// Finds the domains from which nothing is sent: mail is described, and no flow may be one of theirs.
pub(super) fn silent(kb: &KnowledgeBase) -> BTreeSet<DomainId> {
    let mut silent: BTreeSet<DomainId> = kb.catalog.domains.keys().cloned().collect();
    let flows = &kb.catalog.mail_flows;
    for flow in flows.values().filter(|flow| flow.direction == Stated::Unknown || flow.goes_out()) {
        match &flow.from_domains {
            Stated::Known(domains) => domains.iter().for_each(|domain| {
                silent.remove(domain);
            }),
            // It may come from any.
            Stated::Unknown => silent.clear(),
            Stated::None(_) => {}
        }
    }
    if flows.is_empty() { BTreeSet::new() } else { silent }
}

impl MailFlow {
    /// Whether mail of this flow goes out.
    #[must_use]
    pub fn goes_out(&self) -> bool {
        self.direction.known() == Some(&MailDirection::Out)
    }

    /// Returns what proves that its mail is ours, as far as somebody says so.
    #[must_use]
    pub fn proof(&self) -> Option<&MailAuth> {
        self.auth.as_ref()?.known()
    }
}

/// Returns the addresses of a host that everybody can reach: those from which its mail comes.
pub fn public_addresses(host: &Host) -> impl Iterator<Item = IpAddr> {
    let public = host.addresses.iter().filter(|address| address.scope != Some(AddressScope::Private));
    public.filter_map(|address| address.ip.as_deref()?.parse().ok())
}

/// Returns the name below which the name of an address stands (RFC 1035, section 3.5; RFC 3596, section 2.5).
#[must_use]
pub fn reverse_name(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => {
            let [a, b, c, d] = address.octets();
            format!("{d}.{c}.{b}.{a}.in-addr.arpa")
        }
        IpAddr::V6(address) => {
            let digits = address.octets().into_iter().rev().flat_map(|octet| [octet & 0xf, octet >> 4]);
            digits.map(|digit| format!("{digit:x}.")).collect::<String>() + "ip6.arpa"
        }
    }
}

/// Returns a name of DNS as it is compared: in lower case, without the dot at its end.
#[must_use]
pub fn plain_name(name: &str) -> String {
    name.trim().trim_end_matches('.').to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_address_stands_below_its_digits_from_behind() {
        let name = |address: &str| reverse_name(address.parse().unwrap());
        assert_eq!(name("192.0.2.10"), "10.2.0.192.in-addr.arpa");
        assert_eq!(name("2001:db8:10::10"), "0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.8.b.d.0.1.0.0.2.ip6.arpa");
    }
}
