//! A domain that sends mail and has no DMARC record, or whose reports reach nobody.

use crate::catalog::mail_flow::MailFlow;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Message, Severity, explanation, message};
use crate::names::EntityRef;
use crate::scalar::Stated;

use super::senders;

pub(in crate::check) static DMARC_MISSING: Check = Check {
    code: Code {
        name: "mail/dmarc-missing",
        default_severity: Severity::Warning,
        explanation: explanation!("dmarc_missing"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for (domain, flows) in senders(kb) {
        let name = EntityRef::from(&domain.id);
        let Some((flow, message, help)) = found(&flows, &name) else { continue };
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&flow.id)) else { continue };
        findings.push(Diagnostic::at(code, context.field(entity, "auth"), message).help(help).about(&name));
    }
}

/// What is wrong, and the flow that says so. A reason does not make a record: receivers never hear it. Where no flow says anything of
/// what proves it, that is said of the flow.
fn found<'kb>(flows: &[&'kb MailFlow], domain: &EntityRef) -> Option<(&'kb MailFlow, Message, Message)> {
    let proofs = || flows.iter().filter_map(|flow| Some((*flow, flow.proof()?)));
    let name = domain.to_string();
    if let Some((flow, _)) = proofs().find(|(_, proof)| matches!(proof.dmarc, Stated::None(_))) {
        let help = message!("mail-dmarc-missing.help");
        return Some((flow, message!("mail-dmarc-missing", domain = name), help));
    }
    if let Some((flow, _)) = proofs().find(|(_, proof)| proof.dmarc == Stated::Unknown) {
        let help = message!("mail-dmarc-missing.unknown-help");
        return Some((flow, message!("mail-dmarc-missing.unknown", domain = name), help));
    }
    let (flow, _) = proofs().next()?;
    let is_silent = proofs().all(|(_, proof)| proof.reports_to.is_none());
    is_silent.then(|| {
        (flow, message!("mail-dmarc-missing.reports", domain = name), message!("mail-dmarc-missing.reports-help"))
    })
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(dmarc: &str) -> String {
        findings(
            &DMARC_MISSING,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/domains.yaml --
ours: {{name: ours.example}}
-- runbooks/inventory/mail_flows.yaml --
chat:
  name: Chat
  direction: out
  from_domains: [ours]
  auth: {{spf: true, dkim: [s1], aligned: true, {dmarc}}}
"
            ),
        )
    }

    #[test]
    fn there_is_no_record_or_nobody_reads_what_it_asks_for() {
        let said: String = ["dmarc: {none: later}", "dmarc: unknown", "dmarc: reject"].map(check).concat();
        snapbox::assert_data_eq!(
            said,
            str![[r#"
runbooks/inventory/mail_flows.yaml:5:3: `domain:ours` sends mail, and has no DMARC record
  help: publish the one that stands on the page of the domain, and declare it: `dmarc: none`, with an address in `reports_to`
runbooks/inventory/mail_flows.yaml:5:3: nobody knows which DMARC policy `domain:ours` has
  help: look at `_dmarc` below the domain, and write it down
runbooks/inventory/mail_flows.yaml:5:3: `domain:ours` has a DMARC policy, and its reports go nowhere
  help: name an address that somebody reads in `reports_to`, and in `rua` of the record

"#]]
        );
    }

    #[test]
    fn there_is_one_and_somebody_reads_or_it_was_decided() {
        assert_eq!(check("dmarc: none, reports_to: dmarc@ours.example"), "");
        assert_eq!(check("dmarc: reject, reports_to: {none: too many}"), "");
        assert_eq!(check("dmarc: reject, reports_to: unknown"), "");
    }
}
