//! An emergency way in that nobody has ever gone through.

use std::collections::BTreeSet;

use crate::catalog::credential::{Credential, RecoveryRoute};
use crate::check::keys::Keys;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::records::exercise::Exercise;

pub(in crate::check) static BREAK_GLASS_UNDRILLED: Check = Check {
    code: Code {
        name: "access/break-glass-undrilled",
        default_severity: Severity::Readiness,
        explanation: explanation!("break_glass_undrilled"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let keys = Keys::new(kb);
    for credential in kb.catalog.credentials.values() {
        let Some(route) = credential.route() else { continue };
        let is_drilled_by_us =
            matches!(route, RecoveryRoute::EmergencyAccess | RecoveryRoute::Shares | RecoveryRoute::Sealed);
        if !is_drilled_by_us || keys.is_leftover(credential) || was_used(kb, credential) {
            continue;
        }
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&credential.id)) else { continue };
        let name = entity.reference.to_string();
        let message = match route {
            RecoveryRoute::Shares => message!("access-break-glass-undrilled.shares", credential = name),
            RecoveryRoute::Sealed => message!("access-break-glass-undrilled.sealed", credential = name),
            _ => message!("access-break-glass-undrilled", credential = name),
        };
        let help = message!("access-break-glass-undrilled.help", credential = entity.reference.to_string());
        let place = context.beside(entity, "recovery");
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

/// Whether somebody got in who does not hold the credential, or enough of those who have a part of it did.
fn was_used(kb: &KnowledgeBase, credential: &Credential) -> bool {
    let holders = credential.holders.known().map(Vec::as_slice).unwrap_or_default();
    let evidence = kb.evidence(&EntityRef::from(&credential.id));
    evidence.iter().any(|of| of.is_proof() && (!holders.contains(of.by) || has_joined(credential, of.exercise)))
}

fn has_joined(credential: &Credential, exercise: &Exercise) -> bool {
    let Some(shares) = credential.recovery.known().and_then(|recovery| recovery.shares.as_ref()) else { return false };
    let Some(holders) = shares.holders.known() else { return false };
    let there: BTreeSet<&EntityRef> = exercise.by.known().into_iter().chain(&exercise.helped_by).collect();
    holders.iter().filter(|holder| there.contains(&EntityRef::from(*holder))).count() >= usize::from(shares.k)
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(recovery: &str, by: &str) -> String {
        findings(
            &BREAK_GLASS_UNDRILLED,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
ada: {{name: Ada}}
alan: {{name: Alan}}
grace: {{name: Grace}}
-- runbooks/inventory/credentials.yaml --
key:
  name: Key
  opens: unknown
  holders: [person:ada, person:alan]
  recovery: {recovery}
-- runbooks/records/exercises/2024-11-20-key.yaml --
date: 2024-11-20
type: access-check
by: {by}
subjects: [credential:key]
result: pass
found: nothing
"
            ),
        )
    }

    #[test]
    fn who_holds_the_key_anyway_has_not_shown_that_the_way_without_it_opens() {
        snapbox::assert_data_eq!(
            check("{route: emergency-access, delay: 1d}", "alan"),
            str![[r#"
runbooks/inventory/credentials.yaml:5:3: nobody has ever gone through the emergency access of `credential:key`
  help: let somebody who does not hold it get in by that way, and record it: `type: access-check`, `subjects: [credential:key]`

"#]]
        );
        snapbox::assert_data_eq!(
            check("{route: sealed}", "alan"),
            str![[r#"
runbooks/inventory/credentials.yaml:5:3: nobody has ever opened the sealed way to `credential:key`
  help: let somebody who does not hold it get in by that way, and record it: `type: access-check`, `subjects: [credential:key]`

"#]]
        );
        let shares = "{route: shares, shares: {k: 2, n: 3, holders: [ada, alan, grace]}}";
        snapbox::assert_data_eq!(
            check(shares, "alan"),
            str![[r#"
runbooks/inventory/credentials.yaml:5:3: nobody has ever put `credential:key` together from its parts
  help: let somebody who does not hold it get in by that way, and record it: `type: access-check`, `subjects: [credential:key]`

"#]]
        );
    }

    #[test]
    fn who_does_not_hold_it_or_enough_parts_together_have() {
        assert_eq!(check("{route: sealed}", "grace"), "");
        let shares = "{route: shares, shares: {k: 2, n: 3, holders: [ada, alan, grace]}}";
        assert_eq!(check(shares, "alan\nhelped_by: [grace]"), "");
    }

    #[test]
    fn what_others_open_is_not_ours_to_try() {
        assert_eq!(check("{route: provider, delay: 1w}", "alan"), "");
        assert_eq!(check("{route: second-admin}", "alan"), "");
    }
}
