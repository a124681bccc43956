//! An exception to a charter whose day has passed: what was temporary has become policy.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;

pub(in crate::check) static EXCEPTION_EXPIRED: Check = Check {
    code: Code {
        name: "provider/exception-expired",
        default_severity: Severity::Readiness,
        explanation: explanation!("exception_expired"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for provider in kb.catalog.providers.values() {
        let ended = provider.charter_exception.as_ref().and_then(|exception| exception.ended(kb.as_of));
        let (Some(day), Some(entity)) = (ended, kb.catalog.entities.get(&EntityRef::from(&provider.id))) else {
            continue;
        };
        let message =
            message!("provider-exception-expired", provider = entity.reference.to_string(), date = day.to_string());
        let help = message!("provider-exception-expired.help");
        let place = context.field(entity, "charter_exception");
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(until: &str) -> String {
        let archive = format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/providers.yaml --
suite:
  name: Suite
  charter_exception:
    rule: free software
    reason: they vote in spring
    until: {until}
"
        );
        findings(&EXCEPTION_EXPIRED, &archive)
    }

    #[test]
    fn one_that_is_over_is_reported() {
        snapbox::assert_data_eq!(
            check("2026-11-21"),
            str![[r#"
runbooks/inventory/providers.yaml:3:3: the exception for `provider:suite` ended on 2026-11-21
  help: decide anew: leave, or say why not and until when in `charter_exception`

"#]]
        );
    }

    #[test]
    fn it_holds_on_its_last_day_and_an_unknown_end_is_a_gap_of_its_own() {
        assert_eq!(check("2026-11-22"), "");
        assert_eq!(check("unknown"), "");
        assert_eq!(check("{none: for good}"), "");
    }
}
