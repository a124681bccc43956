//! Somebody who holds our keys, and with whom nothing is agreed any more, or was ever.

use crate::catalog::partner::Bond;
use crate::check::keys::Keys;
use crate::check::named::{Named, named};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;

use super::held;

pub(in crate::check) static HOLDS_WITHOUT_AGREEMENT: Check = Check {
    code: Code {
        name: "partner/holds-without-agreement",
        default_severity: Severity::Readiness,
        explanation: explanation!("holds_without_agreement"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let keys = Keys::new(kb);
    for partner in kb.catalog.partners.values() {
        let credentials = held(context, &keys, partner);
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&partner.id)).filter(|_| !credentials.is_empty())
        else {
            continue;
        };
        let Named { names, more } = named(&credentials);
        let name = entity.reference.to_string();
        let (field, message) = match partner.bond(kb.as_of) {
            Bond::Agreed => continue,
            Bond::Intention => {
                ("agreed", message!("partner-holds-without-agreement", partner = name, names = names, more = more))
            }
            Bond::Ended(day) => (
                "ends_on",
                message!(
                    "partner-holds-without-agreement.ended",
                    partner = name,
                    names = names,
                    more = more,
                    date = day.to_string()
                ),
            ),
        };
        let help = message!("partner-holds-without-agreement.help");
        let mut finding = Diagnostic::at(code, context.field(entity, field), message).help(help);
        for credential in credentials.iter().filter_map(|credential| kb.catalog.entities.get(credential)) {
            let label = message!("partner-holds-without-agreement.here");
            finding = finding.label(context.field(credential, "holders"), label);
        }
        findings.push(finding.about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(partner: &str, opens: &str) -> String {
        let archive = format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/partners.yaml --
coop:
  name: Coop
  {}
-- runbooks/inventory/services.yaml --
wiki: {{name: Wiki}}
old: {{name: Old, lifecycle: retired}}
-- runbooks/inventory/credentials.yaml --
key:
  name: Key
  opens: ['service:{opens}']
  holders: [partner:coop]
",
            partner.replace("; ", "\n  ")
        );
        findings(&HOLDS_WITHOUT_AGREEMENT, &archive)
    }

    const AGREED: &str =
        "agreed: [{what: Restart, answer_within: 1d}]; agreement: https://example.org/a; agreed_on: 2026-03-01";

    #[test]
    fn an_intention_and_what_has_ended_are_no_ground_to_hold_a_key() {
        snapbox::assert_data_eq!(
            check("agreed: {none: good will}; agreement: unknown", "wiki"),
            str![[r#"
runbooks/inventory/partners.yaml:3:3: `partner:coop` holds `credential:key`, and nothing is agreed with it
  runbooks/inventory/credentials.yaml:4:3: it is named here
  help: put the agreement in writing, with its day; or take the key back, and change it

"#]]
        );
        snapbox::assert_data_eq!(
            check(&format!("{AGREED}; ends_on: 2026-11-21"), "wiki"),
            str![[r#"
runbooks/inventory/partners.yaml:6:3: `partner:coop` holds `credential:key`, and the agreement with it ended on 2026-11-21
  runbooks/inventory/credentials.yaml:4:3: it is named here
  help: put the agreement in writing, with its day; or take the key back, and change it

"#]]
        );
    }

    #[test]
    fn an_agreement_in_force_is_enough_and_a_key_to_nothing_is_no_matter() {
        assert_eq!(check(AGREED, "wiki"), "");
        assert_eq!(check(&format!("{AGREED}; ends_on: 2026-11-22"), "wiki"), "");
        assert_eq!(check("agreed: unknown", "old"), "");
    }
}
