//! A page that says it takes far less time than it took.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::{EntityRef, Kind};
use crate::scalar::Stated;

use super::{followed, proofs};

pub(in crate::check) static TIME_OPTIMISTIC: Check = Check {
    code: Code {
        name: "runbook/time-optimistic",
        default_severity: Severity::Warning,
        explanation: explanation!("time_optimistic"),
    },
    stage: Stage::Knowledge(run),
};

/// What an estimate must reach of what was measured, in hundredths.
const LEAST: u64 = 60;

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (page, head) in followed(context.kb) {
        let Some(estimate) = head.time.known().copied() else { continue };
        let measured = proofs(context.kb, page).into_iter().find_map(|proof| {
            let pages = proof.exercise.subjects.iter().filter(|subject| subject.kind() == Kind::Runbook).count();
            // Nobody knows which of several pages took how long.
            let took = proof.exercise.took.as_ref().and_then(Stated::known).filter(|_| pages == 1)?;
            Some((*took, proof.exercise.file.date))
        });
        if let Some((took, on)) = measured
            && estimate.minutes() * 100 < took.minutes() * LEAST
        {
            let (time, took, on) = (estimate.to_string(), took.to_string(), on.to_string());
            let message = message!("runbook-time-optimistic", time = time, took = took.as_str(), on = on);
            let place = context.head_field(page, "time");
            let finding = Diagnostic::at(code, place, message).about(&EntityRef::from(&page.id));
            findings.push(finding.help(message!("runbook-time-optimistic.help", took = took)));
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    fn project(time: &str, subjects: &str) -> String {
        let page = |title: &str| {
            let file = title.to_lowercase();
            format!("-- runbooks/{file}.md --\n---\ntitle: {title}\ntype: restore\ntime: {time}\nstatus: active\n---\n")
        };
        format!(
            "-- book.toml --\n[releve]\n{}{}-- runbooks/inventory/people.yaml --\nada: {{name: Ada}}\n\
             -- runbooks/records/exercises/2026-06-01-try.yaml --\ndate: 2026-06-01\ntype: restore\nby: ada\n\
             subjects: [{subjects}]\ntook: 5h\nresult: pass\nfound: nothing\n",
            page("A"),
            page("B")
        )
    }

    #[test]
    fn an_estimate_far_below_what_it_took_is_reported() {
        assert_data_eq!(
            findings(&TIME_OPTIMISTIC, &project("2h", "runbook:a")),
            str![[r#"
runbooks/a.md:4:1: this page says `2h`, and it took `5h` on 2026-06-01
  help: write `time: 5h`, or make it shorter and measure again

"#]]
        );
    }

    #[test]
    fn one_that_comes_near_or_of_several_pages_is_not() {
        assert_eq!(findings(&TIME_OPTIMISTIC, &project("3h", "runbook:a")), "");
        assert_eq!(findings(&TIME_OPTIMISTIC, &project("2h", "runbook:a, runbook:b")), "");
        assert_eq!(findings(&TIME_OPTIMISTIC, &project("unknown", "runbook:a")), "");
    }
}
