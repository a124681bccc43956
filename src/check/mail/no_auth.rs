//! A flow that nothing proves to be ours, or that is proven for another domain than its readers see.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::mail::demand::is_bulk;
use crate::knowledge::mail::verdict::{Requirement, Verdict};

use super::outgoing;

pub(in crate::check) static NO_AUTH: Check = Check {
    code: Code { name: "mail/no-auth", default_severity: Severity::Readiness, explanation: explanation!("no_auth") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (flow, entity) in outgoing(context.kb) {
        let judged = context.kb.judge_mail(flow);
        let verdict = |of| judged.iter().find(|judged| judged.requirement == of).map(|judged| judged.verdict);
        let is = |of, is| verdict(of) == Some(is);
        let any = |is: Verdict| {
            let of = [Requirement::Spf, Requirement::Dkim];
            of.into_iter().filter(|of| verdict(*of) == Some(is)).count()
        };
        let name = entity.reference.to_string();
        let message = if any(Verdict::Missing) == 2 {
            message!("mail-no-auth", flow = name)
        } else if any(Verdict::Missing) == 1 && is_bulk(flow.volume_per_day) {
            message!("mail-no-auth.bulk", flow = name)
        } else if is(Requirement::Alignment, Verdict::Missing) {
            message!("mail-no-auth.unaligned", flow = name)
        } else if any(Verdict::Met) == 0 || is(Requirement::Alignment, Verdict::Unknown) {
            message!("mail-no-auth.unknown", flow = name)
        } else {
            continue;
        };
        let place = context.field(entity, "auth");
        let help = if any(Verdict::Missing) + usize::from(is(Requirement::Alignment, Verdict::Missing)) > 0 {
            message!("mail-no-auth.help")
        } else {
            message!("mail-no-auth.unknown-help")
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
        let flow = flow.replace("; ", "\n  ");
        findings(
            &NO_AUTH,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/inventory/mail_flows.yaml --\nletter:\n  name: Letter\n  direction: out\n  {flow}\n"
            ),
        )
    }

    #[test]
    fn nothing_proves_it_or_not_what_readers_see_or_nobody_knows() {
        let said: String = [
            "auth: {spf: false, dkim: {none: no key}, dmarc: none, aligned: false}",
            "volume_per_day: from-5k; auth: {spf: true, dkim: {none: no key}, dmarc: none, aligned: true}",
            "auth: {spf: true, dkim: [s1], dmarc: none, aligned: false}",
            "auth: unknown",
            "auth: {spf: unknown, dkim: unknown, dmarc: none, aligned: true}",
        ]
        .map(check)
        .concat();
        snapbox::assert_data_eq!(
            said,
            str![[r#"
runbooks/inventory/mail_flows.yaml:4:3: neither SPF nor DKIM proves that the mail of `mail_flow:letter` is ours
  help: publish the records that stand on the page of its domain, send a mail to yourself, and read `Authentication-Results` in it
runbooks/inventory/mail_flows.yaml:5:3: `mail_flow:letter` sends so much that receivers demand both SPF and DKIM, and one is missing
  help: publish the records that stand on the page of its domain, send a mail to yourself, and read `Authentication-Results` in it
runbooks/inventory/mail_flows.yaml:4:3: what proves the mail of `mail_flow:letter` is another domain than its readers see
  help: publish the records that stand on the page of its domain, send a mail to yourself, and read `Authentication-Results` in it
runbooks/inventory/mail_flows.yaml:4:3: nobody knows what proves that the mail of `mail_flow:letter` is ours
  help: send a mail to yourself, look for `Authentication-Results` in it, and write down what passes and for which domain
runbooks/inventory/mail_flows.yaml:4:3: nobody knows what proves that the mail of `mail_flow:letter` is ours
  help: send a mail to yourself, look for `Authentication-Results` in it, and write down what passes and for which domain

"#]]
        );
    }

    #[test]
    fn one_proof_of_the_right_domain_is_enough_for_little_mail() {
        assert_eq!(check("auth: {spf: false, dkim: [s1], dmarc: none, aligned: true}"), "");
        assert_eq!(check("volume_per_day: from-5k; auth: {spf: true, dkim: [s1], dmarc: none, aligned: true}"), "");
        assert_eq!(check("auth: {spf: unknown, dkim: [s1], dmarc: unknown, aligned: true}"), "");
    }
}
