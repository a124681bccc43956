//! A backup that nobody has brought anything back from is a hope.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};

use super::in_use;
use super::restore::restores;

pub(in crate::check) static NEVER_RESTORED: Check = Check {
    code: Code {
        name: "backup/never-restored",
        default_severity: Severity::Readiness,
        explanation: explanation!("never_restored"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (backup, entity) in in_use(context.kb) {
        let restores = restores(context.kb, backup);
        if restores.iter().any(|restore| restore.is_proof) {
            continue;
        }
        let name = entity.reference.to_string();
        let failed = restores.iter().find(|restore| restore.has_failed());
        let message = match failed {
            Some(failed) => {
                let on = failed.exercise.file.date.to_string();
                message!("backup-never-restored.failed", backup = name, on = on)
            }
            None => message!("backup-never-restored", backup = name),
        };
        let help = match restores.iter().find(|restore| !restore.counts) {
            Some(open) => message!("backup-never-restored.commit", on = open.exercise.file.date.to_string()),
            None => message!("backup-never-restored.help"),
        };
        let place = context.beside(entity, "restore");
        findings.push(Diagnostic::at(code, place, message).about(&entity.reference).help(help));
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
-- runbooks/restore.md --
---
title: Restore
type: restore
for: [backup:night]
---
-- runbooks/inventory/services.yaml --
wiki: {name: Wiki}
chat: {name: Chat}
-- runbooks/inventory/people.yaml --
ada: {name: Ada}
-- runbooks/inventory/backups.yaml --
night:
  name: Night
  covers: [{ref: service:wiki, what: full}]
  restore: restore
-- runbooks/records/exercises/2026-06-01-try.yaml --
date: 2026-06-01
type: restore
by: ada
subjects: [service:chat]
took: 1h
result: pass
found: nothing
";

    #[test]
    fn a_backup_that_nobody_restored_is_reported() {
        assert_data_eq!(
            findings(&NEVER_RESTORED, PROJECT),
            str![[r#"
runbooks/inventory/backups.yaml:4:3: nobody has ever restored anything from `backup:night`
  help: restore it once beside the real thing, and note that with `releve record exercise`

"#]]
        );
        let failed = PROJECT.replace("[service:chat]", "[backup:night]").replace("pass", "fail");
        assert_data_eq!(
            findings(&NEVER_RESTORED, &failed),
            str![[r#"
runbooks/inventory/backups.yaml:4:3: nobody has ever restored anything from `backup:night`: the attempt of 2026-06-01 failed
  help: restore it once beside the real thing, and note that with `releve record exercise`

"#]]
        );
    }

    #[test]
    fn who_restored_the_backup_or_what_it_alone_covers_or_by_its_page_has_shown_it() {
        for subject in ["backup:night", "service:wiki", "runbook:restore"] {
            let project = PROJECT.replace("service:chat", subject);
            assert_eq!(findings(&NEVER_RESTORED, &project), "", "{subject}");
        }
        // Who only looked has not.
        let looked = PROJECT.replace("service:chat", "backup:night").replace("type: restore\nby", "type: partial\nby");
        assert_ne!(findings(&NEVER_RESTORED, &looked), "");
    }

    #[test]
    fn nobody_has_to_restore_what_is_gone() {
        let project = PROJECT.replace("{name: Wiki}", "{name: Wiki, lifecycle: retired}");
        assert_eq!(findings(&NEVER_RESTORED, &project), "");
    }
}
