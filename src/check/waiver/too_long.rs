//! An exception without end, or without reason, deletes a rule.

use super::super::{Check, CheckContext, Stage};
use crate::config::Waiver;
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};

pub(in crate::check) static TOO_LONG: Check = Check {
    code: Code { name: "waiver/too-long", default_severity: Severity::Error, explanation: explanation!("too_long") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for waiver in &context.kb.config.checks.waivers {
        if waiver.is_sound(context.kb.as_of) {
            continue;
        }
        let (rule, on) = (waiver.rule.as_str(), waiver.on.as_str());
        let most = usize::try_from(Waiver::LONGEST).unwrap_or_default();
        let message = match (&waiver.because, waiver.until) {
            (None, _) => message!("waiver-too-long.reason", rule = rule, on = on),
            (_, None) => message!("waiver-too-long.end", rule = rule, on = on),
            (_, Some(until)) => {
                message!("waiver-too-long", rule = rule, on = on, until = until.to_string(), most = most)
            }
        };
        let help = message!("waiver-too-long.help", most = most);
        findings.push(Diagnostic::at(code, waiver.place, message).help(help).about(&on));
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::super::super::tests::findings;
    use super::TOO_LONG;

    fn waiver(rest: &str) -> String {
        let start = "-- book.toml --\n[releve]\n[[checks.waivers]]\nrule = \"ref/orphan\"\non = \"service:wiki\"\n";
        findings(&TOO_LONG, &format!("{start}by = \"person:ada\"\n{rest}"))
    }

    #[test]
    fn one_that_is_too_long_or_endless_or_without_reason_is_told() {
        assert_data_eq!(
            waiver("because = \"it ends\"\nuntil = 2027-05-22\n"),
            str![[r#"
book.toml:3:8: the waiver of `ref/orphan` for `service:wiki` ends on 2027-05-22, in more than 180 days
  help: write why (`because`) and a last day (`until`) at most 180 days ahead; until then it is not used

"#]]
        );
        assert_data_eq!(
            waiver("because = \"it ends\"\n"),
            str![[r#"
book.toml:3:8: the waiver of `ref/orphan` for `service:wiki` has no end
  help: write why (`because`) and a last day (`until`) at most 180 days ahead; until then it is not used

"#]]
        );
        assert_data_eq!(
            waiver("because = \" \"\nuntil = 2027-05-21\n"),
            str![[r#"
book.toml:3:8: the waiver of `ref/orphan` for `service:wiki` gives no reason
  help: write why (`because`) and a last day (`until`) at most 180 days ahead; until then it is not used

"#]]
        );
    }

    #[test]
    fn a_hundred_and_eighty_days_with_a_reason_are_accepted() {
        assert_eq!(waiver("because = \"it ends\"\nuntil = 2027-05-21\n"), "");
    }
}
