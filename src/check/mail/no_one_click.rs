//! A list or a newsletter that its readers cannot stop by one click: they press "spam" instead.

use crate::catalog::mail_flow::{ListUnsubscribe, MailPurpose};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::scalar::Stated;

use super::outgoing;

pub(in crate::check) static NO_ONE_CLICK: Check = Check {
    code: Code {
        name: "mail/no-one-click",
        default_severity: Severity::Readiness,
        explanation: explanation!("no_one_click"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (flow, entity) in outgoing(context.kb) {
        if !matches!(flow.purpose, Stated::Known(MailPurpose::List | MailPurpose::Newsletter)) {
            continue;
        }
        let name = entity.reference.to_string();
        let message = match &flow.list_unsubscribe {
            Some(Stated::Known(ListUnsubscribe::None)) => message!("mail-no-one-click", flow = name),
            Some(Stated::Known(ListUnsubscribe::Mailto)) => message!("mail-no-one-click.mailto", flow = name),
            Some(Stated::Unknown) | None => message!("mail-no-one-click.unknown", flow = name),
            Some(Stated::Known(ListUnsubscribe::OneClick) | Stated::None(_)) => continue,
        };
        let place = context.field(entity, "list_unsubscribe");
        let help = message!("mail-no-one-click.help");
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(flow: &str) -> String {
        let flow = flow.replace("; ", "\n  ");
        findings(
            &NO_ONE_CLICK,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/inventory/mail_flows.yaml --\nletter:\n  name: Letter\n  {flow}\n"
            ),
        )
    }

    #[test]
    fn readers_cannot_stop_it_or_have_to_write_or_nobody_knows() {
        let said = ["none", "mailto", "unknown"]
            .map(|how| check(&format!("direction: out; purpose: newsletter; list_unsubscribe: {how}")))
            .concat();
        snapbox::assert_data_eq!(
            said,
            str![[r#"
runbooks/inventory/mail_flows.yaml:5:3: readers of `mail_flow:letter` cannot stop it
  help: have it send both headers, `List-Unsubscribe` with an address of `https` and `List-Unsubscribe-Post`, then write `list_unsubscribe: one-click`
runbooks/inventory/mail_flows.yaml:5:3: readers of `mail_flow:letter` have to write a mail to stop it
  help: have it send both headers, `List-Unsubscribe` with an address of `https` and `List-Unsubscribe-Post`, then write `list_unsubscribe: one-click`
runbooks/inventory/mail_flows.yaml:5:3: nobody knows how readers of `mail_flow:letter` stop it
  help: have it send both headers, `List-Unsubscribe` with an address of `https` and `List-Unsubscribe-Post`, then write `list_unsubscribe: one-click`

"#]]
        );
    }

    #[test]
    fn one_click_is_enough_and_mail_to_one_person_needs_none() {
        assert_eq!(check("direction: out; purpose: list; list_unsubscribe: one-click"), "");
        assert_eq!(check("direction: out; purpose: list; list_unsubscribe: {none: members only}"), "");
        assert_eq!(check("direction: out; purpose: transactional"), "");
        assert_eq!(check("direction: in; purpose: list; list_unsubscribe: none"), "");
    }
}
