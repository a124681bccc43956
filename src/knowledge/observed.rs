//! What machines saw, held against what is declared.

use crate::catalog::mail_flow::{DmarcPolicy, MailAuth};
use crate::diagnostic::{Message, message};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::mail::demand::SPAM_LIMIT;
use crate::knowledge::mail::zone::report_address;
use crate::knowledge::mail::{Way, plain_name, spf};
use crate::names::{DomainId, EntityRef, HostId};
use crate::records::observation::{Observation, ObservedFact, Seen};
use crate::scalar::{Day, Stated, Word, words};

words! {
    /// How what was seen is not as it should be.
    Amiss in "observed" {
        /// Something else is declared.
        Differs = "differs",
        /// It is wrong whatever is declared.
        Wrong = "wrong",
    }
}

/// What is not as it should be with something that was seen.
#[derive(Debug)]
pub struct Difference {
    /// How.
    pub amiss: Amiss,
    /// In words.
    pub said: Message,
}

impl Difference {
    fn new(said: Message) -> Self {
        Self { amiss: Amiss::Differs, said }
    }

    fn wrong(said: Message) -> Self {
        Self { amiss: Amiss::Wrong, said }
    }
}

impl KnowledgeBase {
    /// Says how what was seen differs from what is declared, or is wrong by itself; nothing where it is neither. That an observation is
    /// out of date makes no difference here: it is shown with its moment.
    #[must_use]
    pub fn differs(&self, observation: &Observation) -> Option<Difference> {
        let seen = &observation.seen;
        match (observation.fact, &observation.subject) {
            (ObservedFact::Spf, EntityRef::Domain(id)) => self.spf_differs(id, seen),
            (ObservedFact::Dkim, EntityRef::Domain(id)) => self.key_differs(id, observation.at.as_deref()?, seen),
            (ObservedFact::Dmarc, EntityRef::Domain(id)) => self.policy_differs(id, seen),
            (ObservedFact::Ptr, EntityRef::Host(id)) => self.name_differs(id, seen),
            (ObservedFact::ExpiresOn, EntityRef::Domain(id)) => {
                let declared = self.catalog.domains.get(id)?.expires_on.known()?;
                let observed = observation.day()?;
                let said = || message!("observed-expires-on", declared = declared.0.to_string());
                (*declared != Day(observed)).then(|| Difference::new(said()))
            }
            (ObservedFact::SpamRate, _) => (observation.share()? >= SPAM_LIMIT)
                .then(|| Difference::wrong(message!("observed-spam-rate", limit = SPAM_LIMIT))),
            _ => None,
        }
    }

    /// What the outgoing flows of a domain declare.
    fn proofs<'kb>(&'kb self, domain: &DomainId) -> impl Iterator<Item = &'kb MailAuth> {
        self.flows_of(domain).into_iter().filter(|flow| flow.goes_out()).filter_map(|flow| flow.proof())
    }

    fn spf_differs(&self, domain: &DomainId, Seen(seen): &Seen) -> Option<Difference> {
        let is_declared = self.proofs(domain).any(|proof| proof.spf == Stated::Known(true));
        match &seen[..] {
            [] => is_declared.then(|| Difference::new(message!("observed-no-spf"))),
            [only] => {
                let terms: Vec<String> = spf::terms(only).collect();
                let term = self.spf_terms(domain).into_iter().find(|term| !terms.contains(term))?;
                let amiss = if is_declared { Amiss::Differs } else { Amiss::Wrong };
                Some(Difference { amiss, said: message!("observed-spf-lacks", term = term) })
            }
            several => Some(too_many(several)),
        }
    }

    /// What the relays of a domain need in SPF, as far as that is known.
    fn spf_terms(&self, domain: &DomainId) -> Vec<String> {
        let flows = self.flows_of(domain).into_iter().filter(|flow| flow.goes_out());
        let needed = flows.filter_map(|flow| match self.way_of(flow)? {
            Way::Relay(_, needs) => needs.spf,
            Way::Own(_) => None,
        });
        needed.flat_map(spf::terms).collect()
    }

    fn key_differs(&self, domain: &DomainId, selector: &str, Seen(seen): &Seen) -> Option<Difference> {
        let mut selectors = self.proofs(domain).filter_map(|proof| proof.dkim.known()).flatten();
        if !selectors.any(|declared| plain_name(declared) == selector) {
            return None;
        }
        match &seen[..] {
            [] => Some(Difference::new(message!("observed-no-key"))),
            // An empty key is one that was taken back (RFC 6376, section 3.6.1).
            [only] if tag(only, "p").is_some_and(str::is_empty) => {
                Some(Difference::new(message!("observed-revoked-key")))
            }
            [_] => None,
            several => Some(too_many(several)),
        }
    }

    fn policy_differs(&self, domain: &DomainId, Seen(seen): &Seen) -> Option<Difference> {
        let declared = || self.proofs(domain).map(|proof| (&proof.dmarc, proof.reports_to.as_ref()));
        let policies = || declared().filter_map(|(policy, _)| policy.known());
        match &seen[..] {
            [] => policies().next().map(|_| Difference::new(message!("observed-no-policy"))),
            [only] => {
                let published = tag(only, "p").unwrap_or_default();
                if declared().any(|(policy, _)| matches!(policy, Stated::None(_))) {
                    return Some(Difference::new(message!("observed-policy", policy = published)));
                }
                let is_other = |policy: &&DmarcPolicy| !policy.word().eq_ignore_ascii_case(published);
                if let Some(policy) = policies().find(is_other) {
                    let said = message!("observed-other-policy", declared = policy.word(), published = published);
                    return Some(Difference::new(said));
                }
                let reports = tag(only, "rua").unwrap_or_default().to_ascii_lowercase();
                let goes = |address: &&str| reports.contains(&format!("mailto:{}", address.to_ascii_lowercase()));
                let mut addresses = declared().filter_map(|(_, reports_to)| report_address(reports_to?));
                let lost = addresses.find(|address| !goes(address));
                lost.map(|address| Difference::new(message!("observed-other-reports", address = address)))
            }
            several => Some(too_many(several)),
        }
    }

    fn name_differs(&self, host: &HostId, Seen(seen): &Seen) -> Option<Difference> {
        let flows = self.flows_through(&host.into()).into_iter();
        let mut declared = flows.filter(|flow| flow.goes_out()).filter_map(|flow| flow.ptr.as_deref());
        let is_seen = |name: &&str| seen.iter().any(|seen| plain_name(seen) == plain_name(name));
        let lost = declared.find(|name| !is_seen(name));
        lost.map(|name| Difference::new(message!("observed-other-name", name = name)))
    }
}

/// Of records where there may be only one, none counts (RFC 7208, section 4.5; RFC 7489, section 6.6.3).
fn too_many(seen: &[String]) -> Difference {
    Difference::wrong(message!("observed-several", count = seen.len()))
}

/// Returns the value of a tag of a record of DKIM or DMARC (RFC 6376, section 3.2).
fn tag<'a>(record: &'a str, name: &str) -> Option<&'a str> {
    let mut tags = record.split(';').filter_map(|tag| tag.split_once('='));
    tags.find(|(tag, _)| tag.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}
