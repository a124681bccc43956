//! A link with a scheme that is never published.

use crate::check::{Check, DeadUse, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::link::DeadLink;
use crate::names::{Kind, suggest};

pub(in crate::check) static SCHEME: Check = Check {
    code: Code { name: "link/scheme", default_severity: Severity::Error, explanation: explanation!("scheme") },
    stage: Stage::Link(run),
};

fn run(code: &'static Code, _: &KnowledgeBase, dead: &DeadUse<'_>, findings: &mut Vec<Diagnostic>) {
    let DeadLink::Scheme(scheme) = dead.reason else { return };
    // A misspelt kind (`servce:mail`) looks like a scheme.
    let help = match suggest(scheme, Kind::ALL.map(Kind::name)) {
        Some(kind) => message!("link-scheme.did-you-mean", suggestion = kind),
        None => message!("link-scheme.help"),
    };
    let message = message!("link-scheme", scheme = scheme.to_ascii_lowercase());
    findings.push(Diagnostic::at(code, dead.place, message).help(help));
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    #[test]
    fn schemes_that_run_code_or_read_files_are_reported() {
        assert_data_eq!(
            findings(
                &SCHEME,
                "-- runbooks/a.md --\n[x](javascript:alert(1)) [y](file:///etc/passwd) [z](servce:mail)\n",
            ),
            str![[r#"
runbooks/a.md:1:5: links with the scheme `javascript` are not published
  help: links may start with `http:`, `https:`, `mailto:` or `tel:`
runbooks/a.md:1:30: links with the scheme `file` are not published
  help: links may start with `http:`, `https:`, `mailto:` or `tel:`
runbooks/a.md:1:54: links with the scheme `servce` are not published
  help: did you mean `service`?

"#]]
        );
    }

    #[test]
    fn addresses_that_people_open_are_left_alone() {
        let archive = "-- runbooks/a.md --\n[a](https://example.org) [b](mailto:a@example.org) [c](tel:+33123456789)\n";
        assert_eq!(findings(&SCHEME, archive), "");
    }
}
