//! What is not free, and that no page says how to leave.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::scalar::Stated;

pub(in crate::check) static NO_EXIT: Check = Check {
    code: Code {
        name: "provider/no-exit",
        default_severity: Severity::Readiness,
        explanation: explanation!("no_exit"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for provider in kb.catalog.providers.values().filter(|provider| provider.is_unfree()) {
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&provider.id)) else { continue };
        let is_decided = match &provider.exit {
            // Of one that is not free, that gap is told by whoever reads the inventory.
            Some(Stated::Unknown | Stated::None(_)) => true,
            Some(Stated::Known(_)) | None => false,
        };
        if is_decided || !kb.exit_pages(provider).is_empty() {
            continue;
        }
        let name = entity.reference.to_string();
        let message = message!("provider-no-exit", provider = name.as_str());
        let help = message!("provider-no-exit.help", provider = name);
        findings.push(Diagnostic::at(code, context.field(entity, "exit"), message).help(help).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(freedom: &str, exit: &str, page: &str) -> String {
        let archive = format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/providers.yaml --
relay:
  name: Relay
  software_freedom: {freedom}
  {exit}
-- runbooks/leave.md --
---
title: Leave
type: {page}
for: ['provider:relay']
risk: reversible
time: 1h
status: active
---
"
        );
        findings(&NO_EXIT, &archive)
    }

    #[test]
    fn what_is_not_free_needs_a_page_that_says_how_to_leave() {
        let expected = str![[r#"
runbooks/inventory/providers.yaml:4:3: `provider:relay` is not free software, and no page says how to leave it
  help: write a page of `type: exit` for it, and name it: `exit: {to: …, how: …, effort: …}`

"#]];
        snapbox::assert_data_eq!(check("nonfree", "exit: {to: another relay, effort: 4h}", "operate"), expected);
        assert!(check("mixed", "", "operate").starts_with("runbooks/inventory/providers.yaml:1:1: `provider:relay`"));
    }

    #[test]
    fn a_page_a_decision_and_a_gap_that_is_told_already_are_silent() {
        assert_eq!(check("nonfree", "exit: {to: another relay, how: leave, effort: 4h}", "operate"), "");
        assert_eq!(check("nonfree", "exit: {to: another relay, effort: 4h}", "exit"), "");
        assert_eq!(check("nonfree", "exit: {none: we would stop sending mail}", "operate"), "");
        assert_eq!(check("nonfree", "", "operate"), "");
        assert_eq!(check("free", "", "operate"), "");
        assert_eq!(check("unknown", "", "operate"), "");
    }
}
