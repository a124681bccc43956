//! Nobody would notice that a backup does not run any more.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};

use super::in_use;

pub(in crate::check) static SILENCE: Check = Check {
    code: Code { name: "backup/silence", default_severity: Severity::Warning, explanation: explanation!("silence") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (_, entity) in in_use(context.kb).filter(|(backup, _)| backup.watched_by.is_none()) {
        let message = message!("backup-silence", backup = entity.reference.to_string());
        let finding = Diagnostic::at(code, context.field(entity, "watched_by"), message).about(&entity.reference);
        findings.push(finding.help(message!("backup-silence.help")));
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    const PROJECT: &str = "-- book.toml --\n[releve]\n-- runbooks/inventory/backups.yaml --\nnight:\n  name: Night\n";

    #[test]
    fn a_backup_that_nobody_watches_is_reported() {
        assert_data_eq!(
            findings(&SILENCE, PROJECT),
            str![[r#"
runbooks/inventory/backups.yaml:1:1: nothing would notice if `backup:night` stopped running
  help: have something tell you when a run is missing, and say in `watched_by` what

"#]]
        );
    }

    #[test]
    fn one_that_something_watches_is_not() {
        assert_eq!(findings(&SILENCE, &format!("{PROJECT}  watched_by: a mail when a night is missing\n")), "");
    }
}
