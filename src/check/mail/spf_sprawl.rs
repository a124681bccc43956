//! An SPF record that is void because it asks too much, stands twice, or does not name a relay that is in use.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::mail::spf::{MOST_LOOKUPS, lookups};
use crate::names::EntityRef;
use crate::records::observation::ObservedFact;

use super::{differing, seen, senders};

pub(in crate::check) static SPF_SPRAWL: Check = Check {
    code: Code {
        name: "mail/spf-sprawl",
        default_severity: Severity::Warning,
        explanation: explanation!("spf_sprawl"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for (observation, why) in differing(kb) {
        if observation.fact != ObservedFact::Spf || observation.seen.0.is_empty() {
            continue;
        }
        let message = message!("mail-spf-sprawl", domain = observation.subject.to_string());
        let diagnostic = seen(code, context, observation, message, why);
        findings.extend(diagnostic.map(|diagnostic| diagnostic.help(message!("mail-spf-sprawl.help"))));
    }
    for (domain, _) in senders(kb) {
        let name = EntityRef::from(&domain.id);
        let published = kb.records.observations.find(&name, ObservedFact::Spf, None);
        let published = published.filter(|observation| observation.is_good_on(kb.as_of));
        let costs = published.map_or(0, |observation| lookups(&observation.seen.0.join(" ")));
        let needs = kb.zone_of(domain).map_or(0, |zone| zone.lookups);
        let (Some(entity), count) = (kb.catalog.entities.get(&name), costs.max(needs)) else { continue };
        if count > MOST_LOOKUPS {
            let message =
                message!("mail-spf-sprawl.lookups", domain = name.to_string(), count = count, most = MOST_LOOKUPS);
            let help = message!("mail-spf-sprawl.lookups-help");
            findings.push(Diagnostic::at(code, context.field(entity, "fqdn"), message).help(help).about(&name));
        }
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(spf: &str, value: &str) -> String {
        findings(
            &SPF_SPRAWL,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/domains.yaml --
ours:
  name: ours.example
  fqdn: ours.example
-- runbooks/inventory/providers.yaml --
relay: {{name: Relay, mail: {{spf: \"{spf}\"}}}}
-- runbooks/inventory/mail_flows.yaml --
chat: {{name: Chat, direction: out, from_domains: [ours], via: provider:relay}}
-- runbooks/records/observations/2026-11-20-spf.yaml --
subject: domain:ours
fact: spf
value: {value}
observed_at: 2026-11-20
good_for: 8d
"
            ),
        )
    }

    #[test]
    fn it_lacks_a_relay_stands_twice_or_asks_too_much() {
        let many = "mx a ptr exists:%{i}.z include:a include:b include:c include:d include:e include:f include:g";
        let said = [
            check("include:relay.example", "v=spf1 include:other.example -all"),
            check("include:relay.example", "[v=spf1 include:relay.example -all, v=spf1 -all]"),
            check(many, &format!("\"v=spf1 {many} ~all\"")),
        ];
        snapbox::assert_data_eq!(
            said.concat(),
            str![[r#"
runbooks/inventory/domains.yaml:1:1: the SPF record of `domain:ours` does not do what it is there for
  runbooks/records/observations/2026-11-20-spf.yaml:1:1: seen on 2026-11-20
  help: the record does not name include:relay.example, which a relay in use needs
  help: publish the one record that stands on the page of the domain, instead of all that are there
runbooks/inventory/domains.yaml:1:1: the SPF record of `domain:ours` does not do what it is there for
  runbooks/records/observations/2026-11-20-spf.yaml:1:1: seen on 2026-11-20
  help: 2 records are published where there may be only one: receivers read none of them
  help: publish the one record that stands on the page of the domain, instead of all that are there
runbooks/inventory/domains.yaml:3:3: the SPF record of `domain:ours` asks at least 11 times: over 10 it is void
  help: take out what sends no more, or let a relay send from a domain of its own below this one

"#]]
        );
    }

    #[test]
    fn one_record_names_what_is_in_use() {
        assert_eq!(check("include:relay.example", "v=spf1 ip4:192.0.2.1 INCLUDE:relay.example ~all"), "");
        assert_eq!(check("include:relay.example", "nothing"), "");
    }
}
