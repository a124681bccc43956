//! A project that has data with us, and no way written down in which it leaves with it.

use crate::catalog::service::Service;
use crate::check::named::{Named, named};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;

use super::serving;

pub(in crate::check) static NO_EXIT_ROUTE: Check = Check {
    code: Code {
        name: "project/no-exit-route",
        default_severity: Severity::Warning,
        explanation: explanation!("no_exit_route"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for project in kb.catalog.projects.values().filter(|project| project.leaves_with.is_none()) {
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&project.id)) else { continue };
        let locked: Vec<&Service> =
            serving(kb, &entity.reference).into_iter().filter(|service| holds_without_export(service)).collect();
        if locked.is_empty() {
            continue;
        }
        let Named { names, more } = named(locked.iter().map(|service| EntityRef::from(&service.id)));
        let name = entity.reference.to_string();
        let message = message!("project-no-exit-route", project = name, names = names, more = more);
        let help = message!("project-no-exit-route.help");
        let place = context.field(entity, "leaves_with");
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

/// Whether a service holds data of people, and says nothing of how they get it out.
fn holds_without_export(service: &Service) -> bool {
    service.data.known().is_some_and(|data| data.export.is_none())
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(project: &str, data: &str) -> String {
        let archive = format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/projects.yaml --
garden: {{name: Garden{project}}}
-- runbooks/inventory/services.yaml --
wiki: {{name: Wiki, serves: [garden], data: {data}}}
old: {{name: Old, lifecycle: retired, serves: [garden], data: personal}}
"
        );
        findings(&NO_EXIT_ROUTE, &archive)
    }

    #[test]
    fn nobody_says_how_it_leaves() {
        snapbox::assert_data_eq!(
            check("", "personal"),
            str![[r#"
runbooks/inventory/projects.yaml:1:1: nobody says how `project:garden` gets its data out of `service:wiki`
  help: say it for the project in `leaves_with`, or for the service in `data: {class: …, export: …}`

"#]]
        );
    }

    #[test]
    fn one_way_is_enough_and_what_holds_nothing_needs_none() {
        assert_eq!(check(", leaves_with: an export on a stick", "personal"), "");
        assert_eq!(check("", "{class: personal, export: 'https://wiki.example.org/export'}"), "");
        assert_eq!(check("", "{none: nothing is kept}"), "");
        assert_eq!(check("", "unknown"), "");
    }
}
