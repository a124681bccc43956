//! The last restore was too long ago, or of something that has changed since.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};

use super::in_use;
use super::restore::{Restore, restores};

pub(in crate::check) static RESTORE_STALE: Check = Check {
    code: Code {
        name: "backup/restore-stale",
        default_severity: Severity::Readiness,
        explanation: explanation!("restore_stale"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let as_of = context.kb.as_of;
    for (backup, entity) in in_use(context.kb) {
        let restores = restores(context.kb, backup);
        // Of what was never restored another check tells.
        let Some(last) = restores.iter().find(|restore| restore.is_proof) else { continue };
        let is_good = |restore: &Restore<'_>| {
            restore.is_proof && restore.changed.is_empty() && restore.until.is_none_or(|until| as_of <= until)
        };
        let failed = restores.iter().take_while(|restore| !restore.is_proof).find(|restore| restore.has_failed());
        let name = entity.reference.to_string();
        let on = |restore: &Restore<'_>| restore.exercise.file.date.to_string();
        let message = if let Some(failed) = failed {
            message!("backup-restore-stale.failed", backup = name, on = on(failed))
        } else if restores.iter().any(is_good) {
            continue;
        } else if last.changed.is_empty() {
            let until = last.until.map(|until| until.to_string()).unwrap_or_default();
            message!("backup-restore-stale", backup = name, on = on(last), until = until)
        } else {
            let changed = last.changed.join("`, `");
            message!("backup-restore-stale.changed", backup = name, on = on(last), changed = changed)
        };
        let place = context.beside(entity, "restore");
        let finding = Diagnostic::at(code, place, message).about(&entity.reference);
        findings.push(finding.help(message!("backup-restore-stale.help")));
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::{drifted, findings};

    const PROJECT: &str = "\
-- book.toml --
[releve]
-- runbooks/inventory/services.yaml --
wiki: {name: Wiki, runs_on: [host:srv1], mtd: 3d}
-- runbooks/inventory/hosts.yaml --
srv1: {name: srv1}
srv2: {name: srv2}
-- runbooks/inventory/people.yaml --
ada: {name: Ada}
-- runbooks/inventory/backups.yaml --
night:
  name: Night
  covers: [{ref: service:wiki, what: full}]
  tool: borg
-- runbooks/records/exercises/2025-12-01-try.yaml --
date: 2025-12-01
type: restore
by: ada
subjects: [backup:night, service:wiki]
took: 1h
result: pass
found: nothing
";

    #[test]
    fn a_restore_of_long_ago_is_reported_and_so_is_a_failure_since() {
        assert_data_eq!(
            findings(&RESTORE_STALE, &PROJECT.replace("2025-12-01", "2025-11-01")),
            str![[r#"
runbooks/inventory/backups.yaml:1:1: the last restore from `backup:night`, on 2025-11-01, was to be trusted until 2026-11-01
  help: restore it again beside the real thing, and note that with `releve record exercise`

"#]]
        );
        let failed = "-- runbooks/records/exercises/2026-02-01-try.yaml --\ndate: 2026-02-01\ntype: restore\nby: ada\n\
                      subjects: [backup:night]\ntook: 1h\nresult: fail\nfound: [\"no key\"]\n";
        assert_data_eq!(
            findings(&RESTORE_STALE, &format!("{PROJECT}{failed}")),
            str![[r#"
runbooks/inventory/backups.yaml:1:1: the last attempt to restore from `backup:night`, on 2026-02-01, failed
  help: restore it again beside the real thing, and note that with `releve record exercise`

"#]]
        );
    }

    #[test]
    fn a_restore_of_something_else_is_reported() {
        let now = PROJECT.replace("tool: borg", "tool: restic").replace("srv1], mtd", "srv2], mtd");
        assert_data_eq!(
            drifted(&RESTORE_STALE, PROJECT, &now),
            str![[r#"
runbooks/inventory/backups.yaml:1:1: since the last restore from `backup:night`, on 2025-12-01, these have changed: `backup:night.tool`, `service:wiki.runs_on`
  help: restore it again beside the real thing, and note that with `releve record exercise`

"#]]
        );
    }

    #[test]
    fn a_restore_within_its_year_is_not_nor_is_what_nobody_can_compare() {
        assert_eq!(findings(&RESTORE_STALE, PROJECT), "");
        assert_eq!(drifted(&RESTORE_STALE, PROJECT, PROJECT), "");
        // What must be back within a day is tried twice a year.
        assert_ne!(findings(&RESTORE_STALE, &PROJECT.replace("3d", "1d")), "");
    }

    #[test]
    fn what_was_never_restored_is_not_told_twice() {
        assert_eq!(findings(&RESTORE_STALE, &PROJECT.replace("pass", "fail")), "");
    }
}
