//! Words that give a password away to whoever knows another one.

use crate::check::{Check, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, Subject, explanation, message};
use crate::secret::{HintKind, hints};
use crate::source::{Place, SourceFile, Span};

pub(in crate::check) static WEAK_HINT: Check = Check {
    code: Code {
        name: "secret/weak-hint",
        default_severity: Severity::Warning,
        explanation: explanation!("weak_hint"),
    },
    stage: Stage::Source(run),
};

fn run(code: &'static Code, file: &SourceFile, findings: &mut Vec<Diagnostic>) {
    for hint in hints(&file.text) {
        let place = Place { file: file.id, span: Span::new(hint.span) };
        let message = match hint.kind {
            HintKind::Password => message!("secret-weak-hint"),
            HintKind::Pin => message!("secret-weak-hint.pin"),
        };
        findings.push(Diagnostic::new(code, Subject::Place(place), message).help(message!("secret-weak-hint.help")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::findings;

    #[test]
    fn hints_are_reported_in_pages_and_in_the_inventory() {
        let said = findings(
            &WEAK_HINT,
            "-- book.toml --\n[releve]\n-- runbooks/a.md --\n# Routeur\n\nLe mot de passe habituel.\n\
             -- runbooks/inventory/services.yaml --\nwiki:\n  name: Wiki\n  notes: \"SIM, PIN: 4711\"\n",
        );
        assert!(said.starts_with("runbooks/a.md:3:4: this tells whoever knows one password another one"), "{said}");
        assert!(said.contains("runbooks/inventory/services.yaml:3:16: the digits of a PIN"), "{said}");
        assert!(!said.contains("4711"), "{said}");
    }

    #[test]
    fn where_a_secret_lies_is_no_hint() {
        let archive = "-- runbooks/a.md --\nThe password is in the vault, entry `root`. Never use the same password for two things.\n";
        assert_eq!(findings(&WEAK_HINT, archive), "");
    }
}
