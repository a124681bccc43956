//! Nothing to publish: the wrong folder, most of the time.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, Subject, explanation, message};

pub(in crate::check) static NO_PAGES: Check = Check {
    code: Code { name: "site/no-pages", default_severity: Severity::Error, explanation: explanation!("no_pages") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, &CheckContext { kb, .. }: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    if kb.runbooks.is_empty() && kb.catalog.entities.is_empty() {
        let message = if kb.config.src.is_root() {
            message!("site-no-pages")
        } else {
            message!("site-no-pages.folder", folder = kb.config.src.as_str())
        };
        findings.push(Diagnostic::new(code, Subject::Project, message).help(message!("site-no-pages.help")));
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    #[test]
    fn a_folder_without_pages_is_reported() {
        assert_data_eq!(
            findings(&NO_PAGES, "-- README.md --\nx\n"),
            str![[r#"
project: there is nothing to publish: no Markdown page and no inventory in `runbooks`
  help: start in the folder of the project, or give it with `-C`

"#]]
        );
    }

    #[test]
    fn one_page_or_one_entity_is_enough() {
        assert_eq!(findings(&NO_PAGES, "-- runbooks/a.md --\nx\n"), "");
        let inventory = "-- book.toml --\n[releve]\n-- runbooks/inventory/hosts.yaml --\nsrv1:\n  name: srv1\n";
        assert_eq!(findings(&NO_PAGES, inventory), "");
    }
}
