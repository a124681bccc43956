//! Something in use that relies on what is not there any more.

use crate::catalog::Entity;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;

pub(in crate::check) static RETIRED_TARGET: Check = Check {
    code: Code {
        name: "ref/retired-target",
        default_severity: Severity::Readiness,
        explanation: explanation!("retired_target"),
    },
    stage: Stage::Knowledge(run),
};

/// The fields through which one relies on something. Backups of what is retired are its archive, and keys to it may outlive it;
/// people who have left are `person/leaver-holds`, and partners `partner/holds-without-agreement`.
const FIELDS: [&str; 3] = ["contacts", "depends_on", "store"];

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let retired = kb.catalog.entities.values().filter(|entity| kb.catalog.is_retired(&entity.reference));
    for target in retired {
        let relies = kb.incoming(&target.reference).filter(|relation| FIELDS.contains(&relation.field));
        for relation in relies {
            let Some(entity) = kb.catalog.entities.get(&relation.from).filter(|entity| is_live(kb, entity)) else {
                continue;
            };
            let (thing, name) = (entity.reference.to_string(), target.reference.to_string());
            let message = message!("ref-retired-target", thing = thing, target = name, field = relation.field);
            let help = message!("ref-retired-target.help");
            let place = context.beside(entity, relation.field);
            findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
        }
    }
}

/// Whether anybody relies on a thing: a service that is not retired, a person who has not left.
fn is_live(kb: &KnowledgeBase, entity: &Entity) -> bool {
    match &entity.reference {
        EntityRef::Person(id) => {
            kb.catalog.people.get(id).is_some_and(|person| person.until.is_none_or(|until| until.0 >= kb.as_of))
        }
        thing => !kb.catalog.is_retired(thing),
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(lifecycle: &str) -> String {
        findings(
            &RETIRED_TARGET,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/services.yaml --
wiki:
  name: Wiki
  depends_on: [{{ref: service:login}}]
forum: {{name: Forum, lifecycle: retired, depends_on: [{{ref: service:login}}]}}
login: {{name: Login, lifecycle: {lifecycle}}}
-- runbooks/inventory/people.yaml --
ada:
  name: Ada
  contacts: [{{type: matrix, value: ada, via: service:login}}]
gone: {{name: Gone, until: 2026-01-31, contacts: [{{type: matrix, value: gone, via: service:login}}]}}
-- runbooks/inventory/backups.yaml --
login: {{name: Login, covers: [{{ref: service:login, what: full}}]}}
-- runbooks/inventory/credentials.yaml --
key:
  name: Key
  opens: [service:login]
  store: {{vault: service:login, item: Key}}
"
            ),
        )
    }

    #[test]
    fn what_is_in_use_relies_on_what_is_retired() {
        snapbox::assert_data_eq!(
            check("retired"),
            str![[r#"
runbooks/inventory/credentials.yaml:4:3: `credential:key` is in use, and relies on `service:login`, which is retired, in `store`
  help: name what has taken its place, or take it out
runbooks/inventory/people.yaml:3:3: `person:ada` is in use, and relies on `service:login`, which is retired, in `contacts`
  help: name what has taken its place, or take it out
runbooks/inventory/services.yaml:3:3: `service:wiki` is in use, and relies on `service:login`, which is retired, in `depends_on`
  help: name what has taken its place, or take it out

"#]]
        );
    }

    #[test]
    fn what_is_on_its_way_out_is_still_there() {
        assert_eq!(check("deprecated"), "");
    }
}
