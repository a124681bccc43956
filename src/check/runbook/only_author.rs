//! A page that nobody but its author has followed: what they did not write because they know it, they did not miss either.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;

use super::{followed, proofs};

pub(in crate::check) static ONLY_AUTHOR: Check = Check {
    code: Code {
        name: "runbook/only-author",
        default_severity: Severity::Readiness,
        explanation: explanation!("only_author"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let &CheckContext { kb, snapshot } = context;
    for (page, _) in followed(kb) {
        let proofs = proofs(kb, page);
        let Some(newest) = proofs.first() else { continue };
        if proofs.iter().all(|proof| kb.is_author(proof.by, page, snapshot) == Some(true)) {
            let message = message!("runbook-only-author", by = newest.by.to_string());
            let place = context.head_field(page, "title");
            let finding = Diagnostic::at(code, place, message).about(&EntityRef::from(&page.id));
            findings.push(finding.help(message!("runbook-only-author.help")));
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::committed;

    const PROJECT: &str = "\
-- book.toml --
[releve]
-- runbooks/a.md --
---
title: A
type: operate
status: active
---
-- runbooks/inventory/people.yaml --
ada: {name: Ada, commits_as: [ada@example.org]}
bob: {name: Bob, commits_as: [bob@example.org]}
-- runbooks/records/exercises/2026-06-01-try.yaml --
date: 2026-06-01
type: partial
by: ada
subjects: [runbook:a]
result: pass
found: nothing
";

    fn written_by(author: &str) -> String {
        let record = "runbooks/records/exercises/2026-06-01-try.yaml";
        committed(&ONLY_AUTHOR, PROJECT, &[("runbooks/a.md", author), (record, "ada@example.org")])
    }

    #[test]
    fn a_page_that_only_its_author_followed_is_reported() {
        assert_data_eq!(
            written_by("ada@example.org"),
            str![[r#"
runbooks/a.md:2:1: nobody but `person:ada`, who wrote it, has followed this page
  help: have somebody else follow it without help, and note that with `releve record exercise`

"#]]
        );
    }

    #[test]
    fn one_that_somebody_else_wrote_or_nobody_knows_who_is_not() {
        assert_eq!(written_by("bob@example.org"), "");
        assert_eq!(crate::check::tests::findings(&ONLY_AUTHOR, PROJECT), "");
    }
}
