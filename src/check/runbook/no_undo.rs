//! A page that does harm, and does not say how to go back, or that nobody can.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::runbook::Runbook;
use crate::runbook::front_matter::{Risk, RunbookType};
use crate::runbook::section::SectionRole;
use crate::scalar::{Stated, Word};

use super::followed;
use super::lexicon::{Lexicon, plain, says};

pub(in crate::check) static NO_UNDO: Check = Check {
    code: Code { name: "runbook/no-undo", default_severity: Severity::Warning, explanation: explanation!("no_undo") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (page, head) in followed(context.kb) {
        let Stated::Known(risk @ (Risk::Disruptive | Risk::Destructive)) = head.risk else { continue };
        if !is_asked(page, risk) || page.outline.section(SectionRole::Undo).is_some() {
            continue;
        }
        let Some(lexicon) = Lexicon::of(&page.language) else { continue };
        let text = plain(page.document.text.as_str());
        if lexicon.irreversible.iter().any(|phrase| says(&text, phrase)) {
            continue;
        }
        let message = message!("runbook-no-undo", risk = risk.word());
        let finding = Diagnostic::at(code, context.head_field(page, "risk"), message).about(&EntityRef::from(&page.id));
        let phrase = lexicon.irreversible.first().map(String::as_str).unwrap_or_default();
        let heading = lexicon.heading(SectionRole::Undo);
        findings.push(finding.help(message!("runbook-no-undo.help", heading = heading, phrase = phrase)));
    }
}

/// Whether going back belongs to a page. A restore needs the section in any case; who looks for a cause rarely goes one way to its end,
/// so it is asked of them only where something is lost.
fn is_asked(page: &Runbook, risk: Risk) -> bool {
    match page.runbook_type() {
        Some(RunbookType::Restore) => false,
        Some(RunbookType::Diagnose) => risk == Risk::Destructive,
        _ => true,
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    fn page(of: &str, risk: &str, body: &str) -> String {
        let head = format!("title: A\ntype: {of}\nrisk: {risk}\nstatus: active");
        format!("-- book.toml --\n[releve]\n-- runbooks/a.md --\n---\n{head}\n---\n## Steps\n\n1. Stop it.\n{body}")
    }

    #[test]
    fn harm_without_a_way_back_is_reported() {
        assert_data_eq!(
            findings(&NO_UNDO, &page("operate", "disruptive", "")),
            str![[r#"
runbooks/a.md:4:1: following this page is `disruptive`, and it does not say how to go back, or that nobody can
  help: add a section `## Undo`, or the words “cannot be undone” at the step in question

"#]]
        );
        assert_ne!(findings(&NO_UNDO, &page("diagnose", "destructive", "")), "");
    }

    #[test]
    fn a_way_back_or_that_there_is_none_is_enough() {
        let undo = "\n## Roll back\n\nStart the old one.\n";
        assert_eq!(findings(&NO_UNDO, &page("operate", "disruptive", undo)), "");
        assert_eq!(findings(&NO_UNDO, &page("exit", "destructive", "\nFrom here on this cannot be undone.\n")), "");
        assert_eq!(findings(&NO_UNDO, &page("operate", "reversible", "")), "");
        assert_eq!(findings(&NO_UNDO, &page("diagnose", "disruptive", "")), "");
    }
}
