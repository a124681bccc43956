//! Readers call so much of our mail spam that receivers hold it back.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::mail::demand::{Demanded, receivers};
use crate::records::observation::ObservedFact;

use super::{differing, seen};

pub(in crate::check) static SPAM_RATE: Check = Check {
    code: Code {
        name: "mail/spam-rate",
        default_severity: Severity::Readiness,
        explanation: explanation!("spam_rate"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (observation, why) in differing(context.kb) {
        let Some(share) = observation.share().filter(|_| observation.fact == ObservedFact::SpamRate) else { continue };
        let (others, last) = receivers(Demanded::SpamRate);
        let message = message!(
            "mail-spam-rate",
            subject = observation.subject.to_string(),
            share = share,
            others = others,
            last = last
        );
        let diagnostic = seen(code, context, observation, message, why);
        findings.extend(diagnostic.map(|diagnostic| diagnostic.help(message!("mail-spam-rate.help"))));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(share: &str, day: &str) -> String {
        findings(
            &SPAM_RATE,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/inventory/domains.yaml --\nours: {{name: ours.example}}\n-- runbooks/records/observations/{day}-spam.yaml --\nsubject: domain:ours\nfact: spam-rate\nvalue: {share}\nobserved_at: {day}\ngood_for: 8d\n"
            ),
        )
    }

    #[test]
    fn too_many_readers_press_spam() {
        snapbox::assert_data_eq!(
            check("0.3", "2026-11-20"),
            str![[r#"
runbooks/inventory/domains.yaml:1:1: 0.3% of the readers call the mail of `domain:ours` spam: Gmail and Yahoo hold it back
  runbooks/records/observations/2026-11-20-spam.yaml:1:1: seen on 2026-11-20
  help: that is 0.3% or more: receivers hold such mail back
  help: stop what was sent last, remove whoever did not ask for it, and let readers stop it by one click

"#]]
        );
    }

    #[test]
    fn few_do_or_that_was_long_ago() {
        assert_eq!(check("0.299", "2026-11-20"), "");
        assert_eq!(check("5", "2026-11-01"), "");
    }
}
