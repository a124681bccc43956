//! A page that was followed, and what it depends on has changed since.

use crate::catalog::service::Service;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::{Drift, Evidence};
use crate::knowledge::tracked::{Difference, TrackedName};
use crate::names::EntityRef;
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookHead;

use super::{followed, proofs};

pub(in crate::check) static DRIFT: Check = Check {
    code: Code { name: "runbook/drift", default_severity: Severity::Readiness, explanation: explanation!("drift") },
    stage: Stage::Knowledge(run),
};

/// How many changes a sentence names; the others are counted.
const NAMED: usize = 5;

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (page, head) in followed(context.kb) {
        let reference = EntityRef::from(&page.id);
        let proofs = proofs(context.kb, page);
        let newest = proofs.first();
        let has_held = proofs.iter().any(|proof| !proof.drift.is_something());
        if let Some(newest) = newest.filter(|_| !has_held) {
            let on = newest.exercise.file.date.to_string();
            let message = message!("runbook-drift", on = on, changed = changed(newest, &reference));
            let place = context.head_field(page, "title");
            let finding = Diagnostic::at(code, place, message).about(&reference);
            findings.push(finding.help(message!("runbook-drift.help")));
        } else if newest.is_none()
            && let Some((software, tested, now)) = newer(context.kb, page, head)
        {
            let message = message!("runbook-drift.version", software = software, tested = tested, now = now);
            let place = context.head_field(page, "tested_with");
            let finding = Diagnostic::at(code, place, message).about(&reference);
            findings.push(finding.help(message!("runbook-drift.version-help")));
        }
    }
}

/// Names what changed: fields as `kind:id.field`, steps of the page as `#step`.
fn changed(evidence: &Evidence<'_>, page: &EntityRef) -> String {
    let Drift::Known(differences) = &evidence.drift else { return String::new() };
    let name = |difference: &Difference| match &difference.name {
        TrackedName::Step(id) => format!("`#{id}`"),
        TrackedName::Field(field) if difference.of == *page => format!("`{field}`"),
        TrackedName::Field(field) => format!("`{}.{field}`", difference.of),
    };
    let mut names: Vec<String> = differences.iter().take(NAMED).map(name).collect();
    if differences.len() > NAMED {
        names.push(format!("+{}", differences.len() - NAMED));
    }
    names.join(", ")
}

/// Returns the software that a page was tested with and that is another by now, with both versions.
fn newer<'a>(kb: &'a KnowledgeBase, page: &Runbook, head: &'a RunbookHead) -> Option<(&'a str, &'a str, &'a str)> {
    let service = |subject: &EntityRef| match subject {
        EntityRef::Service(id) => kb.catalog.services.get(id),
        _ => None,
    };
    let version = |service: &'a Service| {
        let software = service.software.known()?;
        Some((software.name.known()?.as_str(), software.version.as_deref()?))
    };
    let installed: Vec<(&str, &str)> = page.subjects.iter().filter_map(service).filter_map(version).collect();
    head.tested_with.0.iter().find_map(|(software, tested)| {
        let is_it = |(name, _): &&(&str, &str)| name.eq_ignore_ascii_case(software);
        let (_, now) = installed.iter().find(is_it)?;
        (!is_same(tested, now)).then_some((software.as_str(), tested.as_str(), *now))
    })
}

/// Whether two versions differ in bug fixes at most, as far as both say.
fn is_same(left: &str, right: &str) -> bool {
    left.split('.').zip(right.split('.')).take(2).all(|(left, right)| left == right)
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
-- runbooks/a.md --
---
title: A
type: operate
for: [service:wiki]
tested_with: {mediawiki: \"1.39.2\"}
status: active
---
## Steps

1. Stop it. {#stop}
-- runbooks/inventory/services.yaml --
wiki: {name: Wiki, runs_on: [host:srv1], software: {name: MediaWiki, version: \"1.39.8\", license: unknown}}
-- runbooks/inventory/hosts.yaml --
srv1: {name: srv1}
srv2: {name: srv2}
-- runbooks/inventory/people.yaml --
ada: {name: Ada}
";

    const TRY: &str = "-- runbooks/records/exercises/2026-06-01-try.yaml --\ndate: 2026-06-01\ntype: partial\nby: ada\n\
                       subjects: [runbook:a]\nresult: pass\nfound: nothing\n";

    #[test]
    fn what_changed_since_somebody_followed_it_is_reported() {
        let now = PROJECT.replace("[host:srv1]", "[host:srv2]").replace("Stop it.", "Stop all of it.");
        assert_data_eq!(
            drifted(&DRIFT, &format!("{PROJECT}{TRY}"), &format!("{now}{TRY}")),
            str![[r#"
runbooks/a.md:2:1: since somebody last followed this page, on 2026-06-01, these have changed: `#stop`, `service:wiki.runs_on`
  help: have somebody follow it again, and note that with `releve record exercise`

"#]]
        );
    }

    #[test]
    fn another_version_than_the_tested_one_is_reported() {
        assert_data_eq!(
            findings(&DRIFT, &PROJECT.replace("1.39.8", "1.43.1")),
            str![[r#"
runbooks/a.md:5:1: this page was tested with `mediawiki` 1.39.2, and the inventory has 1.43.1
  help: follow it with that version, then correct `tested_with`

"#]]
        );
    }

    #[test]
    fn what_is_as_it_was_is_not_nor_is_what_nobody_can_compare() {
        let project = format!("{PROJECT}{TRY}");
        assert_eq!(drifted(&DRIFT, &project, &project), "");
        assert_eq!(findings(&DRIFT, &project), "");
        assert_eq!(findings(&DRIFT, PROJECT), "");
    }
}
