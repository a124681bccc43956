//! A domain that nobody renews unless they remember to.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::scalar::{Day, Stated};

use super::{AHEAD, SOON, is_within};

pub(in crate::check) static NO_AUTO_RENEW: Check = Check {
    code: Code {
        name: "domain/no-auto-renew",
        default_severity: Severity::Warning,
        explanation: explanation!("no_auto_renew"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for domain in kb.catalog.domains.values().filter(|domain| domain.auto_renew == Some(false)) {
        let Stated::Known(Day(day)) = domain.expires_on else { continue };
        // What ends sooner is said by `domain/expires`.
        if is_within(kb, SOON, day) || !is_within(kb, AHEAD, day) {
            continue;
        }
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&domain.id)) else { continue };
        let message = message!("domain-no-auto-renew", domain = entity.reference.to_string(), date = day.to_string());
        let help = message!("domain-no-auto-renew.help");
        let place = context.field(entity, "auto_renew");
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(expires: &str, renews: &str) -> String {
        findings(
            &NO_AUTO_RENEW,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/inventory/domains.yaml --\nours:\n  name: ours.example\n  expires_on: {expires}\n  auto_renew: {renews}\n"
            ),
        )
    }

    #[test]
    fn four_months_before_the_end_somebody_has_to_remember() {
        snapbox::assert_data_eq!(
            check("2027-03-21", "false"),
            str![[r#"
runbooks/inventory/domains.yaml:4:3: `domain:ours` ends on 2027-03-21, and does not renew itself
  help: turn on renewal at the registrar, or renew it now and write down the new day

"#]]
        );
    }

    #[test]
    fn earlier_nobody_has_to_and_later_it_is_more_than_that() {
        assert_eq!(check("2027-03-22", "false"), "");
        assert_eq!(check("2027-01-20", "false"), "");
        assert_eq!(check("2027-03-21", "true"), "");
    }
}
