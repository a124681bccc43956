//! A service that holds data of which there is no copy: nothing else on the list matters then.

use crate::catalog::backup::Saved;
use crate::catalog::service::{DataClass, Service};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::scalar::Stated;

pub(in crate::check) static NONE: Check = Check {
    code: Code { name: "backup/none", default_severity: Severity::Readiness, explanation: explanation!("none") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    // Whether there is data at all is asked by the schema; what is not known cannot be lost here.
    for service in kb.live_services().filter(|service| service.data.known().is_some()) {
        let reference = EntityRef::from(&service.id);
        let Some(entity) = kb.catalog.entities.get(&reference) else { continue };
        let name = reference.to_string();
        let message = if kb.backups_of(service).is_empty() {
            message!("backup-none", service = name.as_str())
        } else if holds_people(service) && is_only_configuration(kb, &reference, service) {
            message!("backup-none.config", service = name.as_str())
        } else {
            continue;
        };
        let finding = Diagnostic::at(code, context.field(entity, "data"), message).about(&reference);
        findings.push(finding.help(message!("backup-none.help", service = name)));
    }
}

/// Whether a service holds data about people. What is not, lies in the configuration more often than not.
fn holds_people(service: &Service) -> bool {
    let class = service.data.known().and_then(|data| data.class.known());
    matches!(class, Some(DataClass::Personal | DataClass::Sensitive))
}

/// Whether all that is saved of a service, and of the hosts that it runs on, is configuration.
fn is_only_configuration(kb: &KnowledgeBase, reference: &EntityRef, service: &Service) -> bool {
    let hosts = service.runs_on.known().into_iter().flatten();
    let is_it = |of: &EntityRef| of == reference || hosts.clone().any(|host| host == of);
    let backups = kb.backups_of(service);
    let covers = backups.iter().flat_map(|backup| backup.covers.known().into_iter().flatten());
    let mut what = covers.filter(|cover| is_it(&cover.of)).map(|cover| &cover.what);
    what.all(|what| *what == Stated::Known(Saved::Config))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    const SERVICES: &str = "\
-- book.toml --
[releve]
-- runbooks/inventory/services.yaml --
wiki:
  name: Wiki
  runs_on: [host:srv1]
  data: {class: personal}
chat:
  name: Chat
  runs_on: [host:srv2]
  data: {class: personal}
-- runbooks/inventory/hosts.yaml --
srv1: {name: srv1}
srv2: {name: srv2}
-- runbooks/inventory/backups.yaml --
";

    #[test]
    fn data_without_a_copy_is_reported() {
        let backups = "system: {name: System, covers: [{ref: host:srv2, what: config}]}\n";
        assert_data_eq!(
            findings(&NONE, &format!("{SERVICES}{backups}")),
            str![[r#"
runbooks/inventory/services.yaml:4:3: `service:wiki` holds data, and no backup covers it or a host it runs on
  help: describe the backup that covers `service:wiki`, or say why nothing can be lost, as `data: { none: "…" }`
runbooks/inventory/services.yaml:8:3: `service:chat` holds data about people, and its backups save the configuration only
  help: describe the backup that covers `service:chat`, or say why nothing can be lost, as `data: { none: "…" }`

"#]]
        );
    }

    #[test]
    fn a_copy_of_the_host_is_enough_and_so_is_nothing_to_lose() {
        let backups = "night: {name: Night, covers: [{ref: host:srv1, what: full}, {ref: service:chat, what: db}]}\n";
        assert_eq!(findings(&NONE, &format!("{SERVICES}{backups}")), "");
        let gone = |lifecycle: &str| SERVICES.replace("  data:", &format!("  lifecycle: {lifecycle}\n  data:"));
        assert_eq!(findings(&NONE, &gone("retired")), "");
        assert_eq!(findings(&NONE, &SERVICES.replace("{class: personal}", "{none: \"static pages\"}")), "");
        assert_eq!(findings(&NONE, &SERVICES.replace("{class: personal}", "unknown")), "");
    }
}
