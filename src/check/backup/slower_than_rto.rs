//! Bringing the data back took longer than the users of a service were promised. What was measured beats what was promised.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::scalar::Duration;

use super::promise::{broken, costs, labelled, listed, report};
use super::restore::{measured, restores, took};

pub(in crate::check) static SLOWER_THAN_RTO: Check = Check {
    code: Code {
        name: "backup/slower-than-rto",
        default_severity: Severity::Readiness,
        explanation: explanation!("slower_than_rto"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let costs = costs(kb, |backup| measured(&restores(kb, backup), took).map(|(took, _)| took.minutes()));
    for (backup, broken) in broken(kb, |service| service.rto.as_ref(), &costs) {
        let minutes = costs.get(backup).copied().unwrap_or_default();
        let message = message!(
            "backup-slower-than-rto",
            backup = format!("backup:{}", backup.as_str()),
            took = Duration::of_minutes(minutes).to_string(),
            services = listed(&broken)
        );
        let finding = report(code, context, backup, "restore", message);
        let finding = finding.map(|finding| labelled(context, finding, &broken, "rto"));
        findings.extend(finding.map(|finding| finding.help(message!("backup-slower-than-rto.help"))));
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    const PROJECT: &str = "\
-- book.toml --
[releve]
-- runbooks/inventory/services.yaml --
wiki:
  name: Wiki
  runs_on: [host:srv1]
  rto: 2h
chat: {name: Chat, runs_on: [host:srv1], rto: 8h}
-- runbooks/inventory/hosts.yaml --
srv1: {name: srv1}
-- runbooks/inventory/people.yaml --
ada: {name: Ada}
-- runbooks/inventory/backups.yaml --
night:
  name: Night
  covers: [{ref: host:srv1, what: full}]
  restore: unknown
-- runbooks/records/exercises/2026-06-01-try.yaml --
date: 2026-06-01
type: restore
by: ada
subjects: [backup:night]
took: 3h
result: pass
found: nothing
";

    #[test]
    fn a_restore_that_took_longer_than_promised_is_reported() {
        assert_data_eq!(
            findings(&SLOWER_THAN_RTO, PROJECT),
            str![[r#"
runbooks/inventory/backups.yaml:4:3: the last restore from `backup:night` took `3h`, longer than promised to `service:wiki` (`2h`)
  runbooks/inventory/services.yaml:4:3: promised here: `2h`
  help: make the restore faster, or promise what was measured in `rto` and tell the users

"#]]
        );
    }

    #[test]
    fn one_that_was_quick_enough_or_did_not_work_is_not() {
        assert_eq!(findings(&SLOWER_THAN_RTO, &PROJECT.replace("took: 3h", "took: 2h")), "");
        assert_eq!(findings(&SLOWER_THAN_RTO, &PROJECT.replace("pass", "fail")), "");
        // Everything was taken over in these hours.
        assert_eq!(findings(&SLOWER_THAN_RTO, &PROJECT.replace("type: restore", "type: takeover")), "");
    }

    #[test]
    fn the_newest_that_was_measured_decides() {
        let newer = "-- runbooks/records/exercises/2026-07-01-try.yaml --\ndate: 2026-07-01\ntype: restore\nby: ada\n\
                     subjects: [backup:night]\ntook: 90m\nresult: pass\nfound: nothing\n";
        assert_eq!(findings(&SLOWER_THAN_RTO, &format!("{PROJECT}{newer}")), "");
    }

    #[test]
    fn another_backup_that_is_quicker_keeps_the_promise() {
        let local = "local: {name: Local, covers: [{ref: service:wiki, what: full}]}\n-- runbooks/records/exercises/2026-06-01-try";
        let newer = "-- runbooks/records/exercises/2026-07-01-try.yaml --\ndate: 2026-07-01\ntype: restore\nby: ada\n\
                     subjects: [backup:local]\ntook: 30m\nresult: pass\nfound: nothing\n";
        let project = PROJECT.replace("-- runbooks/records/exercises/2026-06-01-try", local);
        assert_eq!(findings(&SLOWER_THAN_RTO, &format!("{project}{newer}")), "");
    }
}
