//! A temporary exception that nobody ended has become policy.

use super::super::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};

pub(in crate::check) static EXPIRED: Check = Check {
    code: Code { name: "waiver/expired", default_severity: Severity::Readiness, explanation: explanation!("expired") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for waiver in &context.kb.config.checks.waivers {
        let Some(until) = waiver.until.filter(|until| *until < context.kb.as_of) else { continue };
        let (rule, on, by) = (waiver.rule.as_str(), waiver.on.as_str(), waiver.by.as_str());
        let message = message!("waiver-expired", rule = rule, on = on, until = until.to_string());
        let help = message!("waiver-expired.help", by = by);
        findings.push(Diagnostic::at(code, waiver.place, message).help(help).about(&on));
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::super::super::tests::findings;
    use super::EXPIRED;

    fn until(date: &str) -> String {
        let waiver = format!(
            "-- book.toml --\n[releve]\n[[checks.waivers]]\nrule = \"ref/orphan\"\non = \"service:wiki\"\n\
             because = \"it ends\"\nby = \"person:ada\"\nuntil = {date}\n"
        );
        findings(&EXPIRED, &waiver)
    }

    #[test]
    fn a_waiver_past_its_last_day_is_told() {
        assert_data_eq!(
            until("2026-11-21"),
            str![[r#"
book.toml:3:8: the waiver of `ref/orphan` for `service:wiki` ended on 2026-11-21
  help: repair what it accepted and remove it, or `person:ada` decides again

"#]]
        );
    }

    #[test]
    fn on_its_last_day_it_still_holds() {
        assert_eq!(until("\"2026-11-22\""), "");
    }
}
