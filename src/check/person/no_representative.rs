//! Providers and the bank talk to those who may speak for the organisation in law: one of them is too few.

use std::collections::BTreeSet;

use crate::catalog::person::Role;
use crate::check::named::named;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::{EntityRef, PersonId};
use crate::scalar::Stated;

pub(in crate::check) static NO_REPRESENTATIVE: Check = Check {
    code: Code {
        name: "person/no-representative",
        default_severity: Severity::Readiness,
        explanation: explanation!("no_representative"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let Some(organisation) = &kb.catalog.organisation else { return };
    let Some(entity) = kb.catalog.entities.get(&EntityRef::Organisation) else { return };
    // Whoever acts in their own name has nobody to speak for them, and says so.
    if matches!(organisation.representatives, Stated::None(_)) {
        return;
    }
    let named_there = organisation.representatives.known().into_iter().flatten();
    let staying = named_there.filter(|id| kb.is_staying(&EntityRef::from(*id)));
    let with_role = kb.staying_with(Role::Representative).map(|person| &person.id);
    let who: BTreeSet<&PersonId> = staying.chain(with_role).collect();
    let message = match who.len() {
        0 => message!("person-no-representative"),
        1 => message!("person-no-representative.one", person = named(who.into_iter().map(EntityRef::from)).names),
        _ => return,
    };
    let place = context.field(entity, "representatives");
    let help = message!("person-no-representative.help");
    findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(representatives: &str, people: &str) -> String {
        findings(
            &NO_REPRESENTATIVE,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/inventory/organisation.yaml --\nname: Ours\nrepresentatives: {representatives}\n-- runbooks/inventory/people.yaml --\n{people}"
            ),
        )
    }

    #[test]
    fn one_is_too_few_and_who_leaves_is_none() {
        let said = check("[ada, alan]", "ada: {name: Ada}\nalan: {name: Alan, until: 2027-01-31}\n");
        snapbox::assert_data_eq!(
            said,
            str![[r#"
runbooks/inventory/organisation.yaml:2:1: only `person:ada` may speak for the organisation in law
  help: name at least two people who are entered in the register, and whom providers and the bank know

"#]]
        );
        snapbox::assert_data_eq!(
            check("unknown", "ada: {name: Ada}\n"),
            str![[r#"
runbooks/inventory/organisation.yaml:2:1: nobody who stays may speak for the organisation in law
  help: name at least two people who are entered in the register, and whom providers and the bank know

"#]]
        );
    }

    #[test]
    fn two_are_enough_wherever_that_is_written() {
        assert_eq!(check("[ada, alan]", "ada: {name: Ada}\nalan: {name: Alan}\n"), "");
        assert_eq!(check("[ada]", "ada: {name: Ada}\nalan: {name: Alan, roles: [{role: representative}]}\n"), "");
    }

    #[test]
    fn who_acts_in_their_own_name_says_so() {
        assert_eq!(check("{none: runs in the name of Ada}", "ada: {name: Ada}\n"), "");
    }
}
