//! A way out that nobody has ever taken, not even with a sample.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;

pub(in crate::check) static EXIT_UNTESTED: Check = Check {
    code: Code {
        name: "provider/exit-untested",
        default_severity: Severity::Info,
        explanation: explanation!("exit_untested"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for provider in kb.catalog.providers.values().filter(|provider| provider.is_unfree()) {
        let (Some(entity), Some(page)) =
            (kb.catalog.entities.get(&EntityRef::from(&provider.id)), kb.exit_pages(provider).into_iter().next())
        else {
            continue;
        };
        let (name, page) = (entity.reference.to_string(), EntityRef::from(page).to_string());
        let message = match kb.exit_tried(provider) {
            None => message!("provider-exit-untested", provider = name),
            Some(exercise) if exercise.has_failed() => {
                let date = exercise.file.date.to_string();
                message!("provider-exit-untested.failed", provider = name, date = date)
            }
            Some(_) => continue,
        };
        let help = message!("provider-exit-untested.help", page = page);
        findings.push(Diagnostic::at(code, context.field(entity, "exit"), message).help(help).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(freedom: &str, of: &str, result: &str) -> String {
        let archive = format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
ada: {{name: Ada}}
-- runbooks/inventory/providers.yaml --
relay:
  name: Relay
  software_freedom: {freedom}
  exit: {{to: another relay, how: leave, effort: 4h}}
-- runbooks/leave.md --
# Leave
-- runbooks/records/exercises/2026-10-01-leave.yaml --
date: 2026-10-01
type: {of}
by: ada
subjects: ['runbook:leave']
result: {result}
found: [the export has no dates]
"
        );
        findings(&EXIT_UNTESTED, &archive)
    }

    #[test]
    fn a_way_out_that_was_only_read_or_did_not_work_is_reported() {
        snapbox::assert_data_eq!(
            check("nonfree", "read-through", "pass"),
            str![[r#"
runbooks/inventory/providers.yaml:4:3: nobody has ever tried to leave `provider:relay`
  help: take the way out once with a sample, such as one mailbox or one export, and record it: `releve record exercise`, `subjects: ['runbook:leave']`

"#]]
        );
        snapbox::assert_data_eq!(
            check("mixed", "partial", "fail"),
            str![[r#"
runbooks/inventory/providers.yaml:4:3: when somebody last tried to leave `provider:relay`, on 2026-10-01, it did not work
  help: take the way out once with a sample, such as one mailbox or one export, and record it: `releve record exercise`, `subjects: ['runbook:leave']`

"#]]
        );
    }

    #[test]
    fn one_that_was_taken_once_is_not_nor_that_of_free_software() {
        assert_eq!(check("nonfree", "partial", "pass-with-fixes"), "");
        assert_eq!(check("free", "read-through", "pass"), "");
    }
}
