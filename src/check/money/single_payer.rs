//! Invoices do not wait until somebody has been found who may pay them.

use crate::catalog::credential::Credential;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::scalar::Stated;
use crate::source::Place;

pub(in crate::check) static SINGLE_PAYER: Check = Check {
    code: Code {
        name: "money/single-payer",
        default_severity: Severity::Readiness,
        explanation: explanation!("single_payer"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let is_paid = kb.catalog.contracts.values().any(|contract| contract.price().is_something());
    let payers = kb.payers();
    // Where nobody says who holds the key of the bank, that is a gap of its own.
    let keys = kb.bank_keys();
    if !is_paid || payers.len() > 1 || keys.iter().any(|key| key.holders == Stated::Unknown) {
        return;
    }
    let message = match payers.keys().next() {
        Some(only) => message!("money-single-payer", person = only.to_string()),
        None => message!("money-single-payer.nobody"),
    };
    let Some((thing, place)) = place(context, &keys) else { return };
    findings.push(Diagnostic::at(code, place, message).help(message!("money-single-payer.help")).about(&thing));
}

/// Where a second person would be written down: with the key of the bank, else with the organisation, else where something is paid.
fn place(context: &CheckContext<'_>, keys: &[&Credential]) -> Option<(EntityRef, Place)> {
    let catalog = &context.kb.catalog;
    let key = keys.first().map(|key| (EntityRef::from(&key.id), "holders"));
    let contract = catalog.contracts.values().find(|contract| contract.price().is_something());
    let contract = contract.map(|contract| (EntityRef::from(&contract.id), "paid_by"));
    let organisation = catalog.organisation.as_ref().map(|_| (EntityRef::Organisation, "representatives"));
    let (thing, field) = key.or(organisation).or(contract)?;
    let entity = catalog.entities.get(&thing)?;
    // Who holds the key decides; the others only show where to write.
    let place = if field == "holders" { context.field(entity, field) } else { context.beside(entity, field) };
    Some((thing, place))
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(people: &str, credential: &str, cost: &str) -> String {
        findings(
            &SINGLE_PAYER,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
{people}
-- runbooks/inventory/providers.yaml --
bank: {{name: Bank, kind: bank}}
-- runbooks/inventory/contracts.yaml --
rent:
  name: Rent
  cost: {cost}
  paid_by: organisation
-- runbooks/inventory/credentials.yaml --
{credential}
"
            ),
        )
    }

    const TREASURER: &str = "ada: {name: Ada, roles: [{role: treasurer}]}\nalan: {name: Alan}";
    const RENT: &str = "{amount: \"70 EUR\", every: month}";

    fn key(holders: &str) -> String {
        format!("online:\n  name: Online\n  opens: [provider:bank]\n  holders: {holders}")
    }

    #[test]
    fn one_person_is_too_few_and_whoever_leaves_is_none() {
        snapbox::assert_data_eq!(
            check(TREASURER, &key("[person:ada]"), RENT),
            str![[r#"
runbooks/inventory/credentials.yaml:4:3: only `person:ada` can pay
  help: give a second person their own access to the bank, and name them in `holders` of what opens it, or as `treasurer`

"#]]
        );
        snapbox::assert_data_eq!(
            check("ada: {name: Ada, roles: [{role: treasurer}], until: 2027-01-31}", "", RENT),
            str![[r#"
runbooks/inventory/contracts.yaml:1:1: nobody who stays can pay
  help: give a second person their own access to the bank, and name them in `holders` of what opens it, or as `treasurer`

"#]]
        );
    }

    #[test]
    fn two_can_pay_nothing_has_to_be_paid_or_nobody_says_who_holds_the_key() {
        assert_eq!(check(TREASURER, &key("[person:ada, person:alan]"), RENT), "");
        assert_eq!(check(TREASURER, &key("[person:ada]"), "{amount: \"0 EUR\", every: month}"), "");
        assert_eq!(check(TREASURER, &key("unknown"), RENT), "");
    }
}
