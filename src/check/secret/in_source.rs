//! A secret in a file of the project, or in its name.

use crate::check::{Check, Stage};
use crate::diagnostic::{Code, Diagnostic, Message, Severity, Subject, explanation, message};
use crate::secret::{self, Finding, Kind};
use crate::source::{Place, SourceFile, Span};

pub(in crate::check) static IN_SOURCE: Check = Check {
    code: Code { name: "secret/in-source", default_severity: Severity::Error, explanation: explanation!("in_source") },
    stage: Stage::Source(run),
};

fn run(code: &'static Code, file: &SourceFile, findings: &mut Vec<Diagnostic>) {
    let report = |subject, found: &Finding, text: &str| {
        Diagnostic::new(code, subject, message(found, text))
            .help(message!("secret-in-source.rotate"))
            .help(message!("secret-in-source.placeholder"))
    };
    for found in secret::find(file.path.as_str()) {
        findings.push(report(Subject::Path(file.path.clone()), &found, file.path.as_str()));
    }
    for found in secret::find(&file.text) {
        let place = Place { file: file.id, span: Span::new(found.span.clone()) };
        findings.push(report(Subject::Place(place), &found, &file.text));
    }
}

/// Says what was found. Of its value, only so much is said that its owner knows which one it is.
fn message(found: &Finding, text: &str) -> Message {
    let beginning = text[found.secret.start..found.hidden(text).start].trim();
    let shown = format!("{beginning}••••••••");
    match (found.rule.kind, found.rule.name) {
        (Kind::PrivateKey, name) => message!("secret-in-source.private-key", name = name),
        (Kind::Token, "") => message!("secret-in-source", shown = shown),
        (Kind::Token, name) => message!("secret-in-source.token", name = name, shown = shown),
        (Kind::Password, _) => message!("secret-in-source.password", shown = shown),
        (Kind::SecondFactor, _) => message!("secret-in-source.second-factor"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::findings;
    use crate::secret::fake::{ALPHANUMERIC, random};

    #[test]
    fn secrets_are_reported_in_every_file_and_never_shown() {
        let (token, password) = (format!("ghp_{}", random(ALPHANUMERIC, 36)), random(ALPHANUMERIC, 12));
        let said = findings(
            &IN_SOURCE,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/a.md --\nLe mot de passe est {password}.\n\
                 -- runbooks/inventory/services.yaml --\nwiki:\n  name: Wiki\n  notes: {token}\n"
            ),
        );
        assert!(said.starts_with("runbooks/a.md:1:21: a password is written here: `"), "{said}");
        assert!(
            said.contains("runbooks/inventory/services.yaml:3:10: a GitHub token is written here: `ghp_••••••••`"),
            "{said}"
        );
        assert!(!said.contains(&token[8..]) && !said.contains(&password[4..]), "{said}");
    }

    #[test]
    fn a_secret_in_the_name_of_a_file_is_reported() {
        let said = findings(&IN_SOURCE, &format!("-- runbooks/glpat-{}.md --\nx\n", random(ALPHANUMERIC, 20)));
        assert!(said.contains("a GitLab token is written here: `glpa••••••••`"), "{said}");
    }

    #[test]
    fn pointers_to_secrets_are_left_alone() {
        let archive =
            "-- runbooks/a.md --\nMot de passe : dans le coffre, entrée `root-srv1`.\n\npassword: ${DB_PASSWORD}\n";
        assert_eq!(findings(&IN_SOURCE, archive), "");
    }
}
