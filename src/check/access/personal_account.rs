//! An account or a domain that is, in law, a person's: it goes with them.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;

pub(in crate::check) static PERSONAL_ACCOUNT: Check = Check {
    code: Code {
        name: "access/personal-account",
        default_severity: Severity::Readiness,
        explanation: explanation!("personal_account"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    // Where no organisation is described, people act in their own names.
    if kb.catalog.organisation.is_none() {
        return;
    }
    let accounts = kb.catalog.providers.values();
    let accounts = accounts.filter_map(|account| Some((EntityRef::from(&account.id), account.account_holder.known()?)));
    let domains = kb.catalog.domains.values();
    let domains = domains.filter_map(|domain| Some((EntityRef::from(&domain.id), domain.registrant.known()?)));
    let owned = accounts.map(|owned| ("account_holder", owned)).chain(domains.map(|owned| ("registrant", owned)));
    for (field, (thing, owner)) in owned {
        let (EntityRef::Person(_), Some(entity)) = (owner, kb.catalog.entities.get(&thing)) else { continue };
        let (thing, person) = (thing.to_string(), owner.to_string());
        let (message, help) = if field == "registrant" {
            (
                message!("access-personal-account.domain", thing = thing, person = person),
                message!("access-personal-account.domain-help"),
            )
        } else {
            (
                message!("access-personal-account", thing = thing, person = person),
                message!("access-personal-account.help"),
            )
        };
        findings.push(Diagnostic::at(code, context.field(entity, field), message).help(help).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(owner: &str) -> String {
        of("-- runbooks/inventory/organisation.yaml --\nname: Ours", owner)
    }

    fn of(organisation: &str, owner: &str) -> String {
        findings(
            &PERSONAL_ACCOUNT,
            &format!(
                "\
-- book.toml --
[releve]
{organisation}
-- runbooks/inventory/people.yaml --
ada: {{name: Ada}}
-- runbooks/inventory/providers.yaml --
relay:
  name: Relay
  account_holder: {owner}
-- runbooks/inventory/domains.yaml --
ours:
  name: ours.example
  registrant: {owner}
"
            ),
        )
    }

    #[test]
    fn what_is_a_persons_goes_with_them() {
        snapbox::assert_data_eq!(
            check("ada"),
            str![[r#"
runbooks/inventory/domains.yaml:3:3: `domain:ours` belongs to `person:ada` in law: it goes with them
  help: have the registrant changed at the registrar, then write `registrant: organisation`
runbooks/inventory/providers.yaml:3:3: the account at `provider:relay` is that of `person:ada`: it goes with them
  help: have it put in the name of the organisation, then write `account_holder: organisation`

"#]]
        );
    }

    #[test]
    fn what_is_the_organisations_stays() {
        assert_eq!(check("organisation"), "");
        assert_eq!(check("unknown"), "");
        assert_eq!(of("", "ada"), "");
    }
}
