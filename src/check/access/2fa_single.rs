//! The password is shared, and the telephone that asks for the code is not.

use std::collections::BTreeSet;

use crate::check::keys::{Keys, lacks_factor};
use crate::check::named::named;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::{EntityRef, Kind};

pub(in crate::check) static SECOND_FACTOR_SINGLE: Check = Check {
    code: Code {
        name: "access/2fa-single",
        default_severity: Severity::Readiness,
        explanation: explanation!("2fa_single"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let keys = Keys::new(kb);
    for credential in kb.catalog.credentials.values() {
        let Some(factor) = credential.second_factor.known() else { continue };
        if credential.has_second_factor() != Some(true) || keys.is_leftover(credential) {
            continue;
        }
        let holders: BTreeSet<&EntityRef> = kb.staying_holders(credential).unwrap_or_default();
        let people = holders.iter().filter(|holder| holder.kind() == Kind::Person).count();
        let without: Vec<&EntityRef> = holders.into_iter().filter(|holder| lacks_factor(credential, holder)).collect();
        let is_unsaid = factor.held_by.is_empty();
        // A factor of which nobody says who has it is that of the only holder.
        if without.is_empty() || is_unsaid && people < 2 {
            continue;
        }
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&credential.id)) else { continue };
        let name = entity.reference.to_string();
        let message = if is_unsaid {
            message!("access-2fa-single.unsaid", credential = name)
        } else {
            let named = named(without);
            message!("access-2fa-single", credential = name, names = named.names, more = named.more)
        };
        let help = message!("access-2fa-single.help");
        let place = context.field(entity, "second_factor");
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(holders: &str, second_factor: &str) -> String {
        findings(
            &SECOND_FACTOR_SINGLE,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
ada: {{name: Ada}}
alan: {{name: Alan}}
gone: {{name: Gone, until: 2026-01-31}}
-- runbooks/inventory/partners.yaml --
coop: {{name: Coop}}
-- runbooks/inventory/credentials.yaml --
key:
  name: Key
  opens: unknown
  holders: [{holders}]
  second_factor: {{{second_factor}}}
"
            ),
        )
    }

    #[test]
    fn a_holder_without_the_second_factor_does_not_get_in() {
        snapbox::assert_data_eq!(
            check("person:ada, person:alan", "type: totp, held_by: [ada]"),
            str![[r#"
runbooks/inventory/credentials.yaml:5:3: the second factor of `credential:key` is out of reach of `person:alan`
  help: set it up for every holder and name them in `held_by`, or say in `spare` where the spare codes lie

"#]]
        );
        snapbox::assert_data_eq!(
            check("person:ada, person:alan", "type: sms"),
            str![[r#"
runbooks/inventory/credentials.yaml:5:3: nobody says who has the second factor of `credential:key`, which several people hold
  help: set it up for every holder and name them in `held_by`, or say in `spare` where the spare codes lie

"#]]
        );
        snapbox::assert_data_eq!(
            check("person:ada", "type: key, held_by: [gone]"),
            str![[r#"
runbooks/inventory/credentials.yaml:5:3: the second factor of `credential:key` is out of reach of `person:ada`
  help: set it up for every holder and name them in `held_by`, or say in `spare` where the spare codes lie

"#]]
        );
    }

    #[test]
    fn whoever_has_it_or_a_spare_one_does() {
        assert_eq!(check("person:ada, person:alan", "type: totp, held_by: [alan, ada]"), "");
        assert_eq!(check("person:ada, person:alan", "type: totp, held_by: [ada], spare: codes in the safe"), "");
        assert_eq!(check("person:ada, person:alan", "type: none"), "");
        assert_eq!(check("person:ada, person:gone, partner:coop", "type: totp, held_by: [ada]"), "");
        assert_eq!(check("person:ada", "type: totp"), "");
    }
}
