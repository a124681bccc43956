//! What cannot be delivered, complaints, or reports about forgery land with nobody.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::mail_flow::{MailDirection, MailFlow};
use crate::catalog::{Entity, TextOrRunbook};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::mail::zone::report_address;
use crate::knowledge::ours::Ours;
use crate::names::{DomainId, EntityRef};
use crate::scalar::{Email, Stated};

use super::outgoing;

pub(in crate::check) static BOUNCE_UNREAD: Check = Check {
    code: Code {
        name: "mail/bounce-unread",
        default_severity: Severity::Readiness,
        explanation: explanation!("bounce_unread"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for (flow, entity) in outgoing(kb) {
        let landings = [("bounces", &flow.bounces), ("complaints", &flow.complaints)];
        let unknown = landings.into_iter().filter(|(_, landing)| matches!(landing, None | Some(Stated::Unknown)));
        let unknown: Vec<&str> = unknown.map(|(field, _)| field).filter(|field| !entity.is_refused(field)).collect();
        let Some(first) = unknown.first() else { continue };
        let (flow, fields) = (entity.reference.to_string(), unknown.join("`, `"));
        let message = message!("mail-bounce-unread", flow = flow, fields = fields);
        let help = message!("mail-bounce-unread.help");
        findings.push(Diagnostic::at(code, context.field(entity, first), message).help(help).about(&entity.reference));
    }
    let ours = Ours::new(kb);
    let Some(taking) = taking(kb) else { return };
    for (address, (entity, field)) in addresses(kb) {
        let Some(domain) = ours.domain_of_address(address).filter(|domain| !taking.contains(domain)) else { continue };
        let domain = EntityRef::from(domain).to_string();
        let message = message!("mail-bounce-unread.no-mailbox", address = address, domain = domain.as_str());
        let help = message!("mail-bounce-unread.no-mailbox-help", domain = domain);
        findings.push(Diagnostic::at(code, context.field(entity, field), message).help(help).about(&entity.reference));
    }
}

/// The domains that take mail; nothing where nobody can tell, because some flow that may come in does not say for which.
fn taking(kb: &KnowledgeBase) -> Option<BTreeSet<&DomainId>> {
    let mut taking = BTreeSet::new();
    for flow in kb.catalog.mail_flows.values().filter(|flow| flow.direction != Stated::Known(MailDirection::Out)) {
        taking.extend(flow.from_domains.known()?);
    }
    // Where no flow comes in at all, nobody has described that yet.
    (!taking.is_empty()).then_some(taking)
}

/// The addresses that something lands at, each once, with the first flow that names it.
fn addresses(kb: &KnowledgeBase) -> BTreeMap<&str, (&Entity, &'static str)> {
    let mut addresses = BTreeMap::new();
    for (flow, entity) in outgoing(kb) {
        for (address, field) in named(flow) {
            addresses.entry(address).or_insert((entity, field));
        }
    }
    addresses
}

fn named(flow: &MailFlow) -> impl Iterator<Item = (&str, &'static str)> {
    let landings = [("bounces", &flow.bounces), ("complaints", &flow.complaints)];
    let landing = landings.into_iter().filter_map(|(field, landing)| match landing.as_ref()?.known()? {
        TextOrRunbook::Text(text) => text.parse::<Email>().is_ok().then_some((text.as_str(), field)),
        TextOrRunbook::Runbook(_) => None,
    });
    let reports = flow.proof().and_then(|proof| report_address(proof.reports_to.as_ref()?));
    landing.chain(reports.map(|address| (address, "auth")))
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(flow: &str) -> String {
        findings(
            &BOUNCE_UNREAD,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/domains.yaml --
ours: {{name: ours.example, fqdn: ours.example}}
boxes: {{name: boxes.example, fqdn: boxes.example}}
-- runbooks/inventory/mail_flows.yaml --
in: {{name: In, direction: in, from_domains: [boxes]}}
letter:
  name: Letter
  direction: out
  {}
",
                flow.replace("; ", "\n  ")
            ),
        )
    }

    #[test]
    fn nobody_knows_where_they_land_or_nothing_takes_mail_there() {
        let said = [
            "bounces: unknown; complaints: unknown",
            "bounces: bounces@mail.ours.example; complaints: bounces@mail.ours.example",
            "bounces: boxes; complaints: x; auth: {spf: true, dkim: [a], dmarc: none, aligned: true, reports_to: dmarc@ours.example}",
        ];
        snapbox::assert_data_eq!(
            said.map(check).concat(),
            str![[r#"
runbooks/inventory/mail_flows.yaml:5:3: nobody knows where `bounces`, `complaints` of `mail_flow:letter` land, or who reads them
  help: ask the relay where they go, and say who looks there how often
runbooks/inventory/mail_flows.yaml:5:3: `bounces@mail.ours.example` reaches nobody: no flow takes mail for `domain:ours`
  help: name an address that somebody reads, or describe the flow with `direction: in` that takes mail for `domain:ours`
runbooks/inventory/mail_flows.yaml:7:3: `dmarc@ours.example` reaches nobody: no flow takes mail for `domain:ours`
  help: name an address that somebody reads, or describe the flow with `direction: in` that takes mail for `domain:ours`

"#]]
        );
    }

    #[test]
    fn what_cannot_be_read_is_not_called_unknown_and_the_other_is() {
        snapbox::assert_data_eq!(
            check("bounces: []; complaints: unknown"),
            str![[r#"
runbooks/inventory/mail_flows.yaml:6:3: nobody knows where `complaints` of `mail_flow:letter` land, or who reads them
  help: ask the relay where they go, and say who looks there how often

"#]]
        );
    }

    #[test]
    fn somebody_reads_them_or_that_was_decided() {
        assert_eq!(check("bounces: bounces@boxes.example; complaints: {none: one to one}"), "");
        assert_eq!(check("bounces: the console of the relay; complaints: abuse@elsewhere.example"), "");
        let without_incoming = check("bounces: b@ours.example; complaints: c@ours.example").replace("boxes", "");
        assert!(!without_incoming.is_empty());
    }
}
