//! A service without the pages that a stranger needs to run it.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::runbook::front_matter::RunbookType;
use crate::scalar::Word;

use super::live;

pub(in crate::check) static NO_RUNBOOK: Check = Check {
    code: Code {
        name: "service/no-runbook",
        default_severity: Severity::Readiness,
        explanation: explanation!("no_runbook"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (service, entity) in live(context.kb) {
        let (mut missing, mut drafts) = (Vec::new(), Vec::new());
        for of in service.required_pages() {
            let pages = context.kb.pages_for(service, *of);
            if pages.is_empty() {
                missing.push(*of);
            } else if !pages.iter().any(|page| page.is_active()) {
                drafts.push(*of);
            }
        }
        let name = entity.reference.to_string();
        let message = match (missing.is_empty(), drafts.is_empty()) {
            (true, true) => continue,
            (false, true) => message!("service-no-runbook", service = name.as_str(), types = words(&missing)),
            (true, false) => message!("service-no-runbook.draft", service = name.as_str(), drafts = words(&drafts)),
            (false, false) => message!(
                "service-no-runbook.both",
                service = name.as_str(),
                types = words(&missing),
                drafts = words(&drafts)
            ),
        };
        let help = match missing.first() {
            Some(first) => message!("service-no-runbook.help", service = name, first = first.word()),
            None => message!("service-no-runbook.draft-help"),
        };
        findings.push(Diagnostic::at(code, entity.place, message).about(&entity.reference).help(help));
    }
}

fn words(types: &[RunbookType]) -> String {
    types.iter().map(|of| of.word()).collect::<Vec<_>>().join("`, `")
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
  mtd: 3d
  runs_on: [host:srv1]
-- runbooks/inventory/hosts.yaml --
srv1: {name: srv1}
-- runbooks/inventory/backups.yaml --
night:
  name: Night
  covers: [{ref: service:wiki, what: full}]
  restore: restore
-- runbooks/operate.md --
---
title: Restart
type: operate
for: [host:srv1]
status: active
---
-- runbooks/restore.md --
---
title: Restore
type: restore
for: [backup:night]
status: active
---
";

    #[test]
    fn missing_pages_are_reported_together() {
        assert_data_eq!(
            findings(&NO_RUNBOOK, &PROJECT.replace("mtd: 3d", "mtd: 1d")),
            str![[r#"
runbooks/inventory/services.yaml:1:1: no page of type `diagnose`, `communicate` says what to do about `service:wiki`
  help: write a page with `type: diagnose` and `for: [service:wiki]`, or name the service in `for` of one that says it

"#]]
        );
    }

    #[test]
    fn a_draft_is_no_page_yet() {
        assert_data_eq!(
            findings(&NO_RUNBOOK, &PROJECT.replace("status: active", "status: draft")),
            str![[r#"
runbooks/inventory/services.yaml:1:1: the pages of type `restore`, `operate` about `service:wiki` are drafts
  help: finish them, have somebody follow them, and set `status: active`

"#]]
        );
        let both = PROJECT.replace("status: active", "status: draft").replace("type: operate", "type: maintain");
        assert_data_eq!(
            findings(&NO_RUNBOOK, &both),
            str![[r#"
runbooks/inventory/services.yaml:1:1: no page of type `operate` says what to do about `service:wiki`, and those of type `restore` are drafts
  help: write a page with `type: operate` and `for: [service:wiki]`, or name the service in `for` of one that says it

"#]]
        );
    }

    #[test]
    fn pages_about_the_host_and_the_backup_are_enough() {
        assert_eq!(findings(&NO_RUNBOOK, PROJECT), "");
        assert_eq!(findings(&NO_RUNBOOK, &PROJECT.replace("mtd: 3d", "mtd: 1d\n  lifecycle: retired")), "");
    }
}
