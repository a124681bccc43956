//! A page that brings something back or changes it, and does not say how one sees that it worked.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookType;
use crate::runbook::section::SectionRole;
use crate::scalar::Word;
use crate::source::Span;

use super::followed;
use super::lexicon::Lexicon;

pub(in crate::check) static NO_CHECK: Check = Check {
    code: Code {
        name: "runbook/no-check",
        default_severity: Severity::Readiness,
        explanation: explanation!("no_check"),
    },
    stage: Stage::Knowledge(run),
};

/// How many steps before the end may say what is to be seen: what one writes down afterwards needs no check.
const LAST_STEPS: usize = 2;

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (page, _) in followed(context.kb) {
        let Some(of @ (RunbookType::Restore | RunbookType::Operate)) = page.runbook_type() else { continue };
        if is_checked(page) {
            continue;
        }
        let heading = Lexicon::of(&page.language).map(|lexicon| lexicon.heading(SectionRole::Verify));
        // The step after which one should look.
        let last = page.outline.steps.last().map(|step| {
            let text = step.span.text(page.document.text.as_str());
            let length = text.find('\n').unwrap_or(text.len());
            let start = step.span.start as usize;
            page.document.text.place(Span::new(start..start + length))
        });
        let place = last.unwrap_or_else(|| context.head_field(page, "type"));
        let message = message!("runbook-no-check", kind = of.word());
        let finding = Diagnostic::at(code, place, message).about(&EntityRef::from(&page.id));
        findings.push(finding.help(message!("runbook-no-check.help", heading = heading.unwrap_or_default())));
    }
}

fn is_checked(page: &Runbook) -> bool {
    if page.outline.section(SectionRole::Verify).is_some() {
        return true;
    }
    let steps = &page.outline.steps;
    if steps.is_empty() {
        // It is laid out in its own way: what it says still counts.
        return Lexicon::of(&page.language)
            .is_some_and(|lexicon| lexicon.says_what_to_expect(page.document.text.as_str()));
    }
    steps.iter().rev().take(LAST_STEPS).any(|step| !step.expected.is_empty())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    fn page(of: &str, body: &str) -> String {
        let head = format!("title: A\ntype: {of}\nstatus: active");
        format!("-- book.toml --\n[releve]\n-- runbooks/a.md --\n---\n{head}\n---\n{body}")
    }

    const STEPS: &str = "## Steps\n\n1. Stop it.\n\n   Expected: silence.\n\n2. Change it.\n3. Start it.\n";

    #[test]
    fn a_page_that_ends_without_a_look_is_reported() {
        assert_data_eq!(
            findings(&NO_CHECK, &page("operate", STEPS)),
            str![[r#"
runbooks/a.md:13:1: this page of type `operate` does not say how one sees that it worked
  help: add a section `## Check it worked`, or to the last step what one should see

"#]]
        );
        assert_data_eq!(
            findings(&NO_CHECK, &page("restore", "Ask Ada.\n")),
            str![[r#"
runbooks/a.md:3:1: this page of type `restore` does not say how one sees that it worked
  help: add a section `## Check it worked`, or to the last step what one should see

"#]]
        );
    }

    #[test]
    fn a_section_or_a_last_step_with_something_to_see_is_enough() {
        assert_eq!(findings(&NO_CHECK, &page("operate", &format!("{STEPS}\n   Expected: it answers.\n"))), "");
        assert_eq!(
            findings(&NO_CHECK, &page("operate", &format!("{STEPS}\n## Check it worked\n\nOpen the page.\n"))),
            ""
        );
        assert_eq!(findings(&NO_CHECK, &page("diagnose", STEPS)), "");
        assert_eq!(findings(&NO_CHECK, &page("operate", "Restart it.\n\n- **Expected**: it answers.\n")), "");
    }
}
