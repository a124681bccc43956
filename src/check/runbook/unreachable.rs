//! A page that nothing leads to but the list of all pages: unfound equals unwritten.

use std::collections::BTreeSet;

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::runbook::front_matter::RunbookType;
use crate::runbook::summary::{self, Entry};
use crate::source::SourcePath;

use super::followed;

pub(in crate::check) static UNREACHABLE: Check = Check {
    code: Code {
        name: "runbook/unreachable",
        default_severity: Severity::Warning,
        explanation: explanation!("unreachable"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let &CheckContext { kb, snapshot } = context;
    let listed = listed(context);
    for (page, head) in followed(kb) {
        let reference = EntityRef::from(&page.id);
        let is_led_to = page.runbook_type() == Some(RunbookType::Takeover)
            || !page.subjects.is_empty()
            || !head.symptoms.is_empty()
            || !head.alerts.is_empty()
            || listed.contains(&snapshot.file(page.file).path)
            || kb.incoming(&reference).next().is_some();
        if !is_led_to {
            let place = context.head_field(page, "title");
            let finding = Diagnostic::at(code, place, message!("runbook-unreachable")).about(&reference);
            findings.push(finding.help(message!("runbook-unreachable.help")));
        }
    }
}

/// The files that `SUMMARY.md` lists: somebody has thought about where they stand.
fn listed(context: &CheckContext<'_>) -> BTreeSet<SourcePath> {
    let config = &context.kb.config;
    let file = config.src.join(summary::FILE_NAME).ok().and_then(|path| context.snapshot.get(&path));
    let entries = file.map(summary::read).unwrap_or_default();
    let paths = entries.into_iter().filter_map(|entry| match entry {
        Entry::Chapter { target: Some(target), .. } => summary::path(&target, config),
        Entry::Chapter { target: None, .. } | Entry::Part(_) => None,
    });
    paths.collect()
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
-- runbooks/a.md --
---
title: A
type: operate
status: active
---
Text.
";

    #[test]
    fn a_page_that_nothing_leads_to_is_reported() {
        assert_data_eq!(
            findings(&UNREACHABLE, PROJECT),
            str![[r#"
runbooks/a.md:2:1: nothing leads to this page but the list of all pages
  help: name in `for` what it is about, add `symptoms`, or link to it from the page before it

"#]]
        );
    }

    #[test]
    fn a_link_a_summary_or_a_symptom_is_enough() {
        for other in ["-- runbooks/b.md --\nSee [A](a.md).\n", "-- runbooks/SUMMARY.md --\n- [A](a.md)\n"] {
            assert_eq!(findings(&UNREACHABLE, &format!("{PROJECT}{other}")), "", "{other}");
        }
        let symptom = PROJECT.replace("status: active", "status: active\nsymptoms: [\"It is slow\"]");
        assert_eq!(findings(&UNREACHABLE, &symptom), "");
        assert_eq!(findings(&UNREACHABLE, &PROJECT.replace("type: operate", "type: takeover")), "");
    }
}
