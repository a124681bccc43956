//! Somebody who has left, and still is where something depends on them.

use std::collections::BTreeMap;

use crate::catalog::person::Person;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::{EntityRef, Kind};
use crate::scalar::Day;

pub(in crate::check) static LEAVER_HOLDS: Check = Check {
    code: Code {
        name: "person/leaver-holds",
        default_severity: Severity::Readiness,
        explanation: explanation!("leaver_holds"),
    },
    stage: Stage::Knowledge(run),
};

/// The fields through which something depends on somebody. Whose an account or a domain is in law is `access/personal-account`.
const FIELDS: [&str; 7] = ["activation", "holders", "owner", "paid_by", "recovery", "representatives", "second_factor"];

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let left = |person: &'_ Person| person.until.filter(|until| until.0 < kb.as_of);
    for (person, Day(until)) in kb.catalog.people.values().filter_map(|person| Some((person, left(person)?))) {
        let leaver = EntityRef::from(&person.id);
        let mut fields: BTreeMap<&EntityRef, Vec<&str>> = BTreeMap::new();
        for relation in kb.incoming(&leaver).filter(|relation| FIELDS.contains(&relation.field)) {
            fields.entry(&relation.from).or_default().push(relation.field);
        }
        for (thing, fields) in fields {
            let Some(entity) = kb.catalog.entities.get(thing).filter(|_| !kb.catalog.is_retired(thing)) else {
                continue;
            };
            let Some((first, others)) = fields.split_first() else { continue };
            let name = if *thing == EntityRef::Organisation { thing.id().to_owned() } else { thing.to_string() };
            let message = message!(
                "person-leaver-holds",
                person = leaver.to_string(),
                date = until.to_string(),
                fields = fields.join("`, `"),
                thing = name
            );
            let help = if thing.kind() == Kind::Credential {
                message!("person-leaver-holds.help-credential")
            } else {
                message!("person-leaver-holds.help")
            };
            let mut finding = Diagnostic::at(code, context.beside(entity, first), message).help(help).about(thing);
            for other in others {
                finding = finding.label(context.field(entity, other), message!("person-leaver-holds.also"));
            }
            findings.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(until: &str) -> String {
        findings(
            &LEAVER_HOLDS,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/organisation.yaml --
name: Ours
representatives: [ada]
activation: {{who: [ada], after: 3d, how: by phone}}
-- runbooks/inventory/services.yaml --
wiki:
  name: Wiki
  owner: ada
old:
  name: Old
  lifecycle: retired
  owner: ada
-- runbooks/inventory/credentials.yaml --
root:
  name: Root
  opens: [service:wiki]
  holders: [person:ada, person:alan]
  second_factor: {{type: totp, held_by: [ada]}}
-- runbooks/inventory/people.yaml --
ada: {{name: Ada, until: {until}}}
alan: {{name: Alan}}
-- runbooks/thanks.md --
---
title: Thanks
type: reference
for: [person:ada]
---
"
            ),
        )
    }

    #[test]
    fn each_thing_that_depends_on_who_has_left_is_reported_once() {
        snapbox::assert_data_eq!(
            check("2026-11-21"),
            str![[r#"
runbooks/inventory/credentials.yaml:4:3: `person:ada` left on 2026-11-21, and is still in `holders`, `second_factor` of `credential:root`
  runbooks/inventory/credentials.yaml:5:3: here, too
  help: change the secret, then name those who hold it now
runbooks/inventory/organisation.yaml:3:1: `person:ada` left on 2026-11-21, and is still in `activation`, `representatives` of `organisation`
  runbooks/inventory/organisation.yaml:2:1: here, too
  help: name somebody who stays
runbooks/inventory/services.yaml:3:3: `person:ada` left on 2026-11-21, and is still in `owner` of `service:wiki`
  help: name somebody who stays

"#]]
        );
    }

    #[test]
    fn who_leaves_today_or_later_is_still_there() {
        assert_eq!(check("2026-11-22"), "");
        assert_eq!(check("2027-06-30"), "");
    }
}
