//! Flows of one domain that declare different DMARC policies: the domain has one record.

use crate::catalog::mail_flow::MailFlow;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::scalar::Word;

use super::senders;

pub(in crate::check) static POLICIES_DIFFER: Check = Check {
    code: Code {
        name: "mail/policies-differ",
        default_severity: Severity::Warning,
        explanation: explanation!("policies_differ"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for (domain, flows) in senders(kb) {
        let mut declared = flows.iter().filter_map(|flow| Some((flow, flow.proof()?.dmarc.known()?)));
        let Some((first, policy)) = declared.next() else { continue };
        let Some((other, differs)) = declared.find(|(_, other)| *other != policy) else { continue };
        let entity = |flow: &MailFlow| kb.catalog.entities.get(&EntityRef::from(&flow.id));
        let (Some(first), Some(other)) = (entity(first), entity(other)) else { continue };
        let name = EntityRef::from(&domain.id);
        let message = message!("mail-policies-differ", domain = name.to_string(), policy = differs.word());
        let label = message!("mail-policies-differ.other", policy = policy.word());
        findings.push(
            Diagnostic::at(code, context.field(other, "auth"), message)
                .label(context.field(first, "auth"), label)
                .help(message!("mail-policies-differ.help"))
                .about(&name),
        );
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(other: &str) -> String {
        findings(
            &POLICIES_DIFFER,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/domains.yaml --
ours: {{name: ours.example}}
theirs: {{name: theirs.example}}
-- runbooks/inventory/mail_flows.yaml --
chat: {{name: Chat, direction: out, from_domains: [ours], auth: {{spf: true, dkim: [s1], dmarc: reject, aligned: true}}}}
letter: {{name: Letter, direction: out, from_domains: {other}}}
"
            ),
        )
    }

    #[test]
    fn one_domain_has_two_policies() {
        let said = check("[theirs, ours], auth: {spf: true, dkim: [s1], dmarc: none, aligned: true}");
        snapbox::assert_data_eq!(
            said,
            str![[r#"
runbooks/inventory/mail_flows.yaml:2:1: `domain:ours` can have one DMARC policy, and `none` is declared here
  runbooks/inventory/mail_flows.yaml:1:1: `reject` is declared here
  help: look which one is published, and declare it in all flows of the domain

"#]]
        );
    }

    #[test]
    fn two_domains_may_and_what_is_not_known_is_no_policy() {
        assert_eq!(check("[theirs], auth: {spf: true, dkim: [s1], dmarc: none, aligned: true}"), "");
        assert_eq!(check("[ours], auth: {spf: true, dkim: [s1], dmarc: unknown, aligned: true}"), "");
    }
}
