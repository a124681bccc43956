//! Nobody is there to take over.

use crate::catalog::person::Role;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, Subject, explanation, message};
use crate::names::{EntityRef, Kind};

pub(in crate::check) static NO_BACKUP_ADMIN: Check = Check {
    code: Code {
        name: "person/no-backup-admin",
        default_severity: Severity::Readiness,
        explanation: explanation!("no_backup_admin"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    // Who has not begun to write down what there is has nothing to hand over yet.
    let has_begun = !kb.catalog.people.is_empty() || !kb.catalog.services.is_empty();
    if !has_begun || kb.staying_with(Role::BackupAdmin).next().is_some() {
        return;
    }
    let leaving = kb.catalog.people.values().find(|person| person.has(Role::BackupAdmin));
    let leaving = leaving.and_then(|person| kb.catalog.entities.get(&EntityRef::from(&person.id)));
    let finding = if let Some(entity) = leaving {
        let message = message!("person-no-backup-admin.leaving", person = entity.reference.to_string());
        Diagnostic::at(code, context.field(entity, "until"), message).about(&entity.reference)
    } else {
        Diagnostic::new(code, where_people_are(context), message!("person-no-backup-admin"))
    };
    findings.push(finding.help(message!("person-no-backup-admin.help")));
}

/// The file that holds the people, where there is one for all of them.
fn where_people_are(context: &CheckContext<'_>) -> Subject {
    let person = context.kb.catalog.people.keys().next().map(EntityRef::from);
    let entity = person.and_then(|person| context.kb.catalog.entities.get(&person));
    let path = entity.map(|entity| &context.snapshot.file(entity.place.file).path);
    path.filter(|path| path.stem() == Kind::Person.plural())
        .map_or(Subject::Project, |path| Subject::Path(path.clone()))
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(people: &str) -> String {
        findings(
            &NO_BACKUP_ADMIN,
            &format!("-- book.toml --\n[releve]\n-- runbooks/inventory/people.yaml --\n{people}"),
        )
    }

    #[test]
    fn nobody_takes_over() {
        let said = check("ada: {name: Ada, roles: [{role: primary-admin}]}\n");
        snapbox::assert_data_eq!(
            said,
            str![[r#"
runbooks/inventory/people.yaml: nobody is there to take over
  help: give somebody who stays the role `backup-admin` in `people.yaml`

"#]]
        );
    }

    #[test]
    fn who_takes_over_leaves() {
        let said = check(
            "ada: {name: Ada, roles: [{role: primary-admin}]}\nalan:\n  name: Alan\n  roles: [{role: backup-admin}]\n  until: 2027-01-31\n",
        );
        snapbox::assert_data_eq!(
            said,
            str![[r#"
runbooks/inventory/people.yaml:5:3: `person:alan` leaves, and nobody else is there to take over
  help: give somebody who stays the role `backup-admin` in `people.yaml`

"#]]
        );
    }

    #[test]
    fn somebody_takes_over_one_service() {
        assert_eq!(check("alan: {name: Alan, roles: [{role: backup-admin, scope: [\"person:alan\"]}]}\n"), "");
    }

    #[test]
    fn a_project_that_describes_nothing_has_nothing_to_hand_over() {
        assert_eq!(findings(&NO_BACKUP_ADMIN, "-- book.toml --\n[releve]\n-- runbooks/a.md --\n# A\n"), "");
    }
}
