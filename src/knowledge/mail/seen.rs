//! What was seen of a flow from outside, requirement by requirement.

use crate::catalog::mail_flow::MailFlow;
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::records::observation::{Observation, ObservedFact};

use super::verdict::Requirement;
use super::{Way, public_addresses};

impl KnowledgeBase {
    /// Returns what was seen of a requirement, at each domain that a flow is from or at the machine that sends it, whether it is still
    /// worth something or not.
    #[must_use]
    pub fn seen_of_mail(&self, flow: &MailFlow, requirement: Requirement) -> Vec<&Observation> {
        let seen = &self.records.observations;
        let domains: Vec<EntityRef> = flow.from_domains.known().into_iter().flatten().map(EntityRef::from).collect();
        let of_domains = |fact, at: Option<&str>| {
            domains.iter().filter_map(|domain| seen.find(domain, fact, at)).collect::<Vec<_>>()
        };
        match requirement {
            Requirement::Spf => of_domains(ObservedFact::Spf, None),
            Requirement::Dkim => {
                let selectors = flow.proof().and_then(|proof| proof.dkim.known()).into_iter().flatten();
                selectors.flat_map(|selector| of_domains(ObservedFact::Dkim, Some(selector))).collect()
            }
            Requirement::Dmarc => of_domains(ObservedFact::Dmarc, None),
            Requirement::Ptr => {
                let Some(Way::Own(host)) = self.way_of(flow) else { return Vec::new() };
                let reference = EntityRef::from(&host.id);
                let at = public_addresses(host).map(|ip| ip.to_string());
                at.filter_map(|at| seen.find(&reference, ObservedFact::Ptr, Some(&at))).collect()
            }
            Requirement::Complaints => {
                let own = seen.find(&EntityRef::from(&flow.id), ObservedFact::SpamRate, None);
                own.into_iter().chain(of_domains(ObservedFact::SpamRate, None)).collect()
            }
            _ => Vec::new(),
        }
    }
}
