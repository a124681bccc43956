//! A machine of ours that sends mail and whose address has no name, or another than its own.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::mail::verdict::{Requirement, Verdict};

use super::outgoing;

pub(in crate::check) static NO_PTR: Check = Check {
    code: Code { name: "mail/no-ptr", default_severity: Severity::Readiness, explanation: explanation!("no_ptr") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (flow, entity) in outgoing(context.kb) {
        let judged = context.kb.judge_mail(flow);
        let is_missing =
            judged.iter().any(|judged| judged.requirement == Requirement::Ptr && judged.verdict == Verdict::Missing);
        let Some(via) = flow.via.known().filter(|_| is_missing) else { continue };
        let (flow_name, host) = (entity.reference.to_string(), via.to_string());
        let (place, message, help) = match &flow.ptr {
            Some(ptr) => (
                context.field(entity, "ptr"),
                message!("mail-no-ptr.other", name = ptr.as_str(), host = host),
                message!("mail-no-ptr.other-help"),
            ),
            None => (
                context.field(entity, "via"),
                message!("mail-no-ptr", flow = flow_name, host = host),
                message!("mail-no-ptr.help"),
            ),
        };
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(flow: &str) -> String {
        findings(
            &NO_PTR,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/providers.yaml --
relay: {{name: Relay}}
-- runbooks/inventory/hosts.yaml --
mx1: {{name: mx1, addresses: [{{ip: 192.0.2.1}}, {{name: mx1.ours.example}}]}}
mx2: {{name: mx2}}
-- runbooks/inventory/mail_flows.yaml --
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
    fn a_machine_of_ours_sends_under_no_name_or_another() {
        let said = ["via: host:mx1", "via: host:mx1; ptr: mx9.ours.example"].map(check).concat();
        snapbox::assert_data_eq!(
            said,
            str![[r#"
runbooks/inventory/mail_flows.yaml:4:3: `host:mx1` sends the mail of `mail_flow:letter`, and nobody says which name its address has
  help: have whoever rents you the address set its name (reverse DNS) to that of the host, and write it into `ptr`
runbooks/inventory/mail_flows.yaml:5:3: `mx9.ours.example` is none of the names of `host:mx1`, which sends under it
  help: the name of the address and an address of that name have to lead to each other: correct `ptr`, or add the name to `addresses`

"#]]
        );
    }

    #[test]
    fn it_has_its_name_or_the_machine_is_not_ours() {
        assert_eq!(check("via: host:mx1; ptr: MX1.ours.example."), "");
        assert_eq!(check("via: host:mx2; ptr: any.ours.example"), "");
        assert_eq!(check("via: provider:relay"), "");
        assert_eq!(check("via: unknown"), "");
    }
}
