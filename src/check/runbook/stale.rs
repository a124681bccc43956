//! A page that somebody followed, too long ago.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::evidence::Evidence;
use crate::names::EntityRef;

use super::{followed, proofs};

pub(in crate::check) static STALE: Check = Check {
    code: Code { name: "runbook/stale", default_severity: Severity::Readiness, explanation: explanation!("stale") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let as_of = context.kb.as_of;
    for (page, _) in followed(context.kb) {
        let mut proofs = proofs(context.kb, page);
        // Where all that was shown is of something else, that is what has to be said, and another check says it.
        proofs.retain(|proof| !proof.drift.is_something());
        let is_past = |proof: &Evidence<'_>| proof.trust_until().is_some_and(|until| as_of > until);
        let Some(newest) = proofs.first().filter(|_| proofs.iter().all(is_past)) else { continue };
        let on = newest.exercise.file.date.to_string();
        let until = newest.trust_until().map(|until| until.to_string()).unwrap_or_default();
        let is_spent = newest.spent_after().is_some_and(|spent| as_of > spent);
        let message = if is_spent {
            message!("runbook-stale.spent", on = on, until = until)
        } else {
            message!("runbook-stale", on = on, until = until)
        };
        let place = context.head_field(page, "title");
        let finding = Diagnostic::at(code, place, message).about(&EntityRef::from(&page.id));
        findings.push(finding.help(message!("runbook-stale.help")));
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::{drifted, findings};

    fn project(day: &str, action: &str) -> String {
        let record =
            format!("date: {day}\ntype: partial\nby: ada\nsubjects: [runbook:a]\nresult: pass\nfound: nothing\n");
        format!(
            "-- book.toml --\n[releve]\n-- runbooks/a.md --\n---\ntitle: A\ntype: operate\nstatus: active\n---\n## Steps\n\n\
             1. {action} {{#do}}\n-- runbooks/inventory/people.yaml --\nada: {{name: Ada}}\n\
             -- runbooks/records/exercises/{day}-try.yaml --\n{record}"
        )
    }

    #[test]
    fn a_page_followed_too_long_ago_is_reported_and_more_so_after_twice_the_time() {
        assert_data_eq!(
            findings(&STALE, &project("2025-11-01", "Stop it.")),
            str![[r#"
runbooks/a.md:2:1: somebody followed this page on 2025-11-01: it was to be trusted until 2026-11-01
  help: have somebody follow it again, and note that with `releve record exercise`

"#]]
        );
        assert_data_eq!(
            findings(&STALE, &project("2024-11-01", "Stop it.")),
            str![[r#"
runbooks/a.md:2:1: nobody has followed this page since 2024-11-01, twice as long as it may be trusted (until 2025-11-01): take it for one that was never tried
  help: have somebody follow it again, and note that with `releve record exercise`

"#]]
        );
    }

    #[test]
    fn a_page_followed_within_the_year_is_not() {
        assert_eq!(findings(&STALE, &project("2025-12-01", "Stop it.")), "");
    }

    #[test]
    fn its_own_interval_counts() {
        let often = project("2026-06-01", "Stop it.").replace("status: active", "status: active\nevidence_every: 3mo");
        assert_ne!(findings(&STALE, &often), "");
    }

    #[test]
    fn of_what_has_changed_since_another_check_tells() {
        let (then, now) = (project("2025-11-01", "Stop it."), project("2025-11-01", "Stop all of it."));
        assert_eq!(drifted(&STALE, &then, &now), "");
    }
}
