//! A backup administrator who, as far as anybody knows, has never signed in with what they hold, or not for long.

use crate::catalog::credential::Credential;
use crate::catalog::person::Role;
use crate::check::keys::Keys;
use crate::check::named::{Named, named};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Message, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;

pub(in crate::check) static NEVER_PROVEN: Check = Check {
    code: Code {
        name: "access/never-proven",
        default_severity: Severity::Readiness,
        explanation: explanation!("never_proven"),
    },
    stage: Stage::Knowledge(run),
};

/// What is known of somebody's way in.
#[derive(PartialEq)]
enum Tried {
    Never,
    Failed,
    TooLongAgo,
    InTime,
}

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let keys = Keys::new(kb);
    for person in kb.staying_with(Role::BackupAdmin) {
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&person.id)) else { continue };
        let (mut never, mut failed, mut old) = (Vec::new(), Vec::new(), Vec::new());
        for holding in kb.referring(&entity.reference, "holders") {
            let EntityRef::Credential(id) = holding else { continue };
            let Some(credential) = kb.catalog.credentials.get(id).filter(|key| !keys.is_leftover(key)) else {
                continue;
            };
            match tried(kb, credential, &entity.reference) {
                Tried::Never => never.push(holding),
                Tried::Failed => failed.push(holding),
                Tried::TooLongAgo => old.push(holding),
                Tried::InTime => {}
            }
        }
        let mut report = |things: Vec<&EntityRef>, say: fn(String, Named) -> Message| {
            if !things.is_empty() {
                let message = say(entity.reference.to_string(), named(things));
                let help = message!("access-never-proven.help");
                findings.push(Diagnostic::at(code, entity.place, message).help(help).about(&entity.reference));
            }
        };
        report(never, |person, Named { names, more }| {
            message!("access-never-proven", person = person, names = names, more = more)
        });
        report(failed, |person, Named { names, more }| {
            message!("access-never-proven.failed", person = person, names = names, more = more)
        });
        report(old, |person, Named { names, more }| {
            message!("access-never-proven.old", person = person, names = names, more = more)
        });
    }
}

/// Tells whether somebody has got in with a credential: the newest try that anybody answers for decides.
fn tried(kb: &KnowledgeBase, credential: &Credential, holder: &EntityRef) -> Tried {
    let evidence = kb.evidence(&EntityRef::from(&credential.id));
    let mut own = evidence.iter().filter(|of| of.by == holder && of.standing.counts());
    match own.find(|of| of.is_proof() || of.exercise.has_failed()) {
        None => Tried::Never,
        Some(of) if !of.is_proof() => Tried::Failed,
        Some(of) if of.trust_until().is_some_and(|until| until < kb.as_of) => Tried::TooLongAgo,
        Some(_) => Tried::InTime,
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(exercise: &str) -> String {
        findings(
            &NEVER_PROVEN,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
ada: {{name: Ada, roles: [{{role: primary-admin}}]}}
alan:
  name: Alan
  roles: [{{role: backup-admin}}]
-- runbooks/inventory/credentials.yaml --
one: {{name: One, opens: unknown, holders: [person:ada, person:alan]}}
two: {{name: Two, opens: unknown, holders: [person:alan]}}
three: {{name: Three, opens: unknown, holders: [person:ada]}}
-- runbooks/records/exercises/{exercise}
subjects: [credential:one, credential:two]
found: nothing
"
            ),
        )
    }

    #[test]
    fn nobody_but_another_has_tried() {
        snapbox::assert_data_eq!(
            check("2026-11-20-a.yaml --\ndate: 2026-11-20\ntype: access-check\nby: ada\nresult: pass"),
            str![[r#"
runbooks/inventory/people.yaml:2:1: nothing shows that `person:alan` has ever got in with `credential:one`, `credential:two`
  help: let them sign in with each, and record it, all in one: `releve record exercise`, `type: access-check`

"#]]
        );
    }

    #[test]
    fn the_last_try_is_too_long_ago_or_did_not_work() {
        snapbox::assert_data_eq!(
            check("2026-05-25-a.yaml --\ndate: 2026-05-25\ntype: access-check\nby: alan\nresult: pass"),
            str![[r#"
runbooks/inventory/people.yaml:2:1: it is too long ago that `person:alan` got in with `credential:one`, `credential:two`
  help: let them sign in with each, and record it, all in one: `releve record exercise`, `type: access-check`

"#]]
        );
        snapbox::assert_data_eq!(
            check("2026-11-20-a.yaml --\ndate: 2026-11-20\ntype: access-check\nby: alan\nresult: fail"),
            str![[r#"
runbooks/inventory/people.yaml:2:1: the last time `person:alan` tried `credential:one`, `credential:two`, it did not work
  help: let them sign in with each, and record it, all in one: `releve record exercise`, `type: access-check`

"#]]
        );
    }

    #[test]
    fn half_a_year_is_in_time() {
        assert_eq!(check("2026-05-26-a.yaml --\ndate: 2026-05-26\ntype: access-check\nby: alan\nresult: pass"), "");
    }
}
