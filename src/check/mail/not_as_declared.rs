//! What was seen of a domain or a machine from outside is not what is declared.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::records::observation::ObservedFact;
use crate::scalar::Word;

use super::{differing, seen};

pub(in crate::check) static NOT_AS_DECLARED: Check = Check {
    code: Code {
        name: "mail/not-as-declared",
        default_severity: Severity::Warning,
        explanation: explanation!("not_as_declared"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (observation, why) in differing(context.kb) {
        // These have checks of their own.
        let is_sprawl = observation.fact == ObservedFact::Spf && !observation.seen.0.is_empty();
        if is_sprawl || observation.fact == ObservedFact::SpamRate {
            continue;
        }
        let (subject, fact) = (observation.subject.to_string(), observation.fact.word());
        let message = message!("mail-not-as-declared", subject = subject, fact = fact);
        let diagnostic = seen(code, context, observation, message, why);
        findings.extend(diagnostic.map(|diagnostic| diagnostic.help(message!("mail-not-as-declared.help"))));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(observation: &str) -> String {
        seen_on("2026-11-20", observation)
    }

    fn seen_on(day: &str, observation: &str) -> String {
        findings(
            &NOT_AS_DECLARED,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/domains.yaml --
ours: {{name: ours.example, fqdn: ours.example, expires_on: 2027-03-01}}
-- runbooks/inventory/hosts.yaml --
mx1: {{name: mx1, addresses: [{{ip: 192.0.2.1}}]}}
-- runbooks/inventory/mail_flows.yaml --
chat:
  name: Chat
  direction: out
  from_domains: [ours]
  via: host:mx1
  ptr: mx1.ours.example
  auth: {{spf: true, dkim: [s1], dmarc: reject, aligned: true, reports_to: dmarc@ours.example}}
-- runbooks/records/observations/{day}-x.yaml --
observed_at: {day}
good_for: 8d
{}
",
                observation.replace(" | ", "\n")
            ),
        )
    }

    #[test]
    fn what_is_declared_is_not_there_or_is_something_else() {
        let said = [
            "subject: domain:ours | fact: spf | value: nothing",
            "subject: domain:ours | fact: dkim | at: s1 | value: nothing",
            "subject: domain:ours | fact: dkim | at: s1 | value: 'v=DKIM1; p='",
            "subject: domain:ours | fact: dmarc | value: 'v=DMARC1; p=none'",
            "subject: domain:ours | fact: dmarc | value: 'v=DMARC1;p=reject;rua=mailto:x@y.example'",
            "subject: domain:ours | fact: expires-on | value: 2026-12-24",
            "subject: host:mx1 | fact: ptr | at: 192.0.2.1 | value: vm17.rack.example.",
        ]
        .map(check);
        snapbox::assert_data_eq!(
            said.concat(),
            str![[r#"
runbooks/inventory/domains.yaml:1:1: `domain:ours` was not seen as it is declared (`spf`)
  runbooks/records/observations/2026-11-20-x.yaml:1:1: seen on 2026-11-20
  help: SPF is declared, and nothing is published
  help: correct what is published, or what is declared here; then look again
runbooks/inventory/domains.yaml:1:1: `domain:ours` was not seen as it is declared (`dkim`)
  runbooks/records/observations/2026-11-20-x.yaml:1:1: seen on 2026-11-20
  help: the key is declared, and nothing is published
  help: correct what is published, or what is declared here; then look again
runbooks/inventory/domains.yaml:1:1: `domain:ours` was not seen as it is declared (`dkim`)
  runbooks/records/observations/2026-11-20-x.yaml:1:1: seen on 2026-11-20
  help: the published key is empty: it was taken back
  help: correct what is published, or what is declared here; then look again
runbooks/inventory/domains.yaml:1:1: `domain:ours` was not seen as it is declared (`dmarc`)
  runbooks/records/observations/2026-11-20-x.yaml:1:1: seen on 2026-11-20
  help: reject is declared for the domain, and p=none is published
  help: correct what is published, or what is declared here; then look again
runbooks/inventory/domains.yaml:1:1: `domain:ours` was not seen as it is declared (`dmarc`)
  runbooks/records/observations/2026-11-20-x.yaml:1:1: seen on 2026-11-20
  help: reports do not go to dmarc@ours.example, as is declared
  help: correct what is published, or what is declared here; then look again
runbooks/inventory/domains.yaml:1:1: `domain:ours` was not seen as it is declared (`expires-on`)
  runbooks/records/observations/2026-11-20-x.yaml:1:1: seen on 2026-11-20
  help: 2027-03-01 is declared
  help: correct what is published, or what is declared here; then look again
runbooks/inventory/hosts.yaml:1:1: `host:mx1` was not seen as it is declared (`ptr`)
  runbooks/records/observations/2026-11-20-x.yaml:1:1: seen on 2026-11-20
  help: mx1.ours.example is declared
  help: correct what is published, or what is declared here; then look again

"#]]
        );
    }

    #[test]
    fn it_is_as_declared_or_nothing_is_declared_or_it_was_seen_long_ago() {
        assert_eq!(check("subject: domain:ours | fact: dkim | at: s2 | value: nothing"), "");
        assert_eq!(check("subject: domain:ours | fact: dkim | at: s1 | value: p=MIIB"), "");
        assert_eq!(check("subject: domain:ours | fact: expires-on | value: 2027-03-01"), "");
        assert_eq!(check("subject: host:mx1 | fact: ptr | at: 192.0.2.1 | value: mx1.ours.example."), "");
        assert_eq!(check("subject: domain:ours | fact: mx | value: nothing"), "");
        assert_eq!(seen_on("2026-11-10", "subject: domain:ours | fact: dkim | at: s1 | value: nothing"), "");
        assert_eq!(check("subject: domain:ours | fact: spf | value: [v=spf1 -all, v=spf1 -all]"), "");
    }
}
