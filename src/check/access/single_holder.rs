//! A credential that one person holds, with no way to it when they are gone.

use std::collections::BTreeSet;

use crate::check::domain::lonely_keepers;
use crate::check::keys::{Keys, Single};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::{CredentialId, EntityRef};

pub(in crate::check) static SINGLE_HOLDER: Check = Check {
    code: Code {
        name: "access/single-holder",
        default_severity: Severity::Readiness,
        explanation: explanation!("single_holder"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let keys = Keys::new(kb);
    // What opens our domains weighs more, and is said by `domain/registrar-single`.
    let said: BTreeSet<&CredentialId> =
        lonely_keepers(kb, &keys).into_iter().flat_map(|keeper| keeper.credentials).map(|key| &key.id).collect();
    for credential in kb.catalog.credentials.values() {
        if keys.is_leftover(credential) || said.contains(&credential.id) {
            continue;
        }
        let (Some(single), Some(entity)) =
            (keys.single(credential), kb.catalog.entities.get(&EntityRef::from(&credential.id)))
        else {
            continue;
        };
        let name = entity.reference.to_string();
        let message = match single {
            Single::Unsaid => message!("access-single-holder.unsaid", credential = name),
            Single::Nobody => message!("access-single-holder.nobody", credential = name),
            Single::Only(holder) => {
                message!("access-single-holder", credential = name, holder = holder.to_string())
            }
        };
        let help = message!("access-single-holder.help");
        findings
            .push(Diagnostic::at(code, context.field(entity, "holders"), message).help(help).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(credential: &str) -> String {
        findings(
            &SINGLE_HOLDER,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
ada: {{name: Ada}}
alan: {{name: Alan}}
gone: {{name: Gone, until: 2026-01-31}}
-- runbooks/inventory/partners.yaml --
coop:
  name: Coop
  agreed: [{{what: Restart, answer_within: 1d}}]
  agreement: https://example.org/a
  agreed_on: 2026-03-01
friends: {{name: Friends, agreed: {{none: good will}}}}
-- runbooks/inventory/services.yaml --
wiki: {{name: Wiki}}
old: {{name: Old, lifecycle: retired}}
-- runbooks/inventory/credentials.yaml --
other:
  name: Other
  opens: [service:wiki]
  holders: [person:alan, person:ada]
key:
  name: Key
  {}
",
                credential.replace("; ", "\n  ")
            ),
        )
    }

    #[test]
    fn one_holder_and_no_other_way() {
        snapbox::assert_data_eq!(
            check("opens: [service:wiki]; holders: [person:ada, person:gone]; recovery: {route: none}"),
            str![[r#"
runbooks/inventory/credentials.yaml:8:3: `person:ada` alone holds `credential:key`, and there is no other way to it
  help: give it to a second person and name them in `holders`, or arrange a way in and describe it in `recovery`

"#]]
        );
        snapbox::assert_data_eq!(
            check("opens: [service:wiki]; holders: [person:gone]"),
            str![[r#"
runbooks/inventory/credentials.yaml:8:3: nobody who stays holds `credential:key`, and there is no other way to it
  help: give it to a second person and name them in `holders`, or arrange a way in and describe it in `recovery`

"#]]
        );
        snapbox::assert_data_eq!(
            check("opens: [service:wiki]; holders: unknown"),
            str![[r#"
runbooks/inventory/credentials.yaml:8:3: nobody says who holds `credential:key`, and there is no other way to it
  help: give it to a second person and name them in `holders`, or arrange a way in and describe it in `recovery`

"#]]
        );
    }

    #[test]
    fn a_second_administrator_who_does_not_exist_is_no_way() {
        let said = check("opens: unknown; holders: [person:ada]; recovery: {route: second-admin}");
        snapbox::assert_data_eq!(
            said,
            str![[r#"
runbooks/inventory/credentials.yaml:8:3: `person:ada` alone holds `credential:key`, and there is no other way to it
  help: give it to a second person and name them in `holders`, or arrange a way in and describe it in `recovery`

"#]]
        );
    }

    #[test]
    fn a_partner_with_whom_nothing_is_agreed_is_no_second_holder() {
        let said = check("opens: [service:wiki]; holders: [person:ada, partner:friends]");
        assert!(said.contains("`person:ada` alone holds `credential:key`"), "{said}");
    }

    #[test]
    fn a_second_holder_or_another_way_is_enough() {
        assert_eq!(check("opens: [service:wiki]; holders: [person:ada, partner:coop]"), "");
        assert_eq!(check("opens: [service:wiki]; holders: [person:ada]; recovery: {route: sealed}"), "");
        // Alan has a key of his own to the same door.
        assert_eq!(check("opens: [service:wiki]; holders: [person:ada]; recovery: {route: second-admin}"), "");
        assert_eq!(check("opens: [service:old]; holders: [person:ada]"), "");
    }
}
