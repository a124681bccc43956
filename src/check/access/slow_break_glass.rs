//! A way in that opens too late for what it has to save.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::person::Role;
use crate::catalog::service::Service;
use crate::check::keys::can_use;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::scalar::{Duration, Stated};

pub(in crate::check) static SLOW_BREAK_GLASS: Check = Check {
    code: Code {
        name: "access/slow-break-glass",
        default_severity: Severity::Readiness,
        explanation: explanation!("slow_break_glass"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let urgency = Urgency::new(kb);
    let backups: Vec<EntityRef> =
        kb.staying_with(Role::BackupAdmin).map(|person| EntityRef::from(&person.id)).collect();
    for credential in kb.catalog.credentials.values() {
        let Some(delay) = credential.recovery.known().and_then(|recovery| recovery.delay) else { continue };
        // Whoever takes over with a key of their own waits for nobody.
        if credential.route().is_none() || backups.iter().any(|backup| can_use(credential, backup)) {
            continue;
        }
        let reference = EntityRef::from(&credential.id);
        let (Some((service, outage)), Some(entity)) =
            (urgency.first.get(&reference), kb.catalog.entities.get(&reference))
        else {
            continue;
        };
        if delay.minutes().saturating_mul(2) <= outage.minutes() {
            continue;
        }
        let message = message!(
            "access-slow-break-glass",
            credential = reference.to_string(),
            delay = delay.to_string(),
            service = service.to_string(),
            outage = outage.to_string()
        );
        let help = message!("access-slow-break-glass.help");
        let place = context.field(entity, "recovery");
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

/// What must be back first, of all that needs a thing.
struct Urgency {
    first: BTreeMap<EntityRef, (EntityRef, Duration)>,
}

impl Urgency {
    /// Goes down from each service, the most urgent first, and stops at what a more urgent one has reached: each thing is looked at
    /// once.
    fn new(kb: &KnowledgeBase) -> Self {
        let outage = |service: &Service| Some((service.mtd.as_ref()?.known().copied()?, EntityRef::from(&service.id)));
        let mut services: Vec<(Duration, EntityRef)> = kb.live_services().filter_map(outage).collect();
        services.sort_by(|(left, left_service), (right, right_service)| {
            (left.minutes(), left_service).cmp(&(right.minutes(), right_service))
        });
        let mut first = BTreeMap::new();
        for (outage, service) in services {
            let mut open = vec![service.clone()];
            while let Some(thing) = open.pop() {
                if first.contains_key(&thing) {
                    continue;
                }
                open.extend(below(kb, &thing));
                first.insert(thing, (service.clone(), outage));
            }
        }
        Self { first }
    }
}

/// What one has to get at to bring a thing back: what it needs, its backups, and the ways into it.
fn below(kb: &KnowledgeBase, thing: &EntityRef) -> BTreeSet<EntityRef> {
    let needs = kb.needs(thing).into_iter().cloned();
    let keys = kb.openers(thing).map(|credential| EntityRef::from(&credential.id));
    let service = match thing {
        EntityRef::Service(id) => kb.catalog.services.get(id),
        _ => None,
    };
    let holds = |service: &&Service| !matches!(service.data, Stated::None(_));
    let backups = service.filter(holds).into_iter().flat_map(|service| kb.backups_of(service));
    needs.chain(keys).chain(backups.map(|backup| EntityRef::from(&backup.id))).collect()
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(delay: &str, holders: &str) -> String {
        findings(
            &SLOW_BREAK_GLASS,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
ada: {{name: Ada, roles: [{{role: primary-admin}}]}}
alan: {{name: Alan, roles: [{{role: backup-admin}}]}}
-- runbooks/inventory/hosts.yaml --
srv1: {{name: srv1}}
-- runbooks/inventory/services.yaml --
wiki: {{name: Wiki, mtd: 4d, runs_on: [host:srv1]}}
login: {{name: Login, mtd: 2w}}
chat: {{name: Chat, mtd: 2d, depends_on: [{{ref: service:wiki}}]}}
tried: {{name: Tried, lifecycle: experimental, mtd: 1h, runs_on: [host:srv1]}}
-- runbooks/inventory/credentials.yaml --
root:
  name: Root
  opens: [host:srv1]
  holders: [{holders}]
  recovery: {{route: emergency-access, delay: {delay}}}
login:
  name: Login
  opens: [service:login]
  holders: [person:ada]
  recovery: {{route: provider, delay: 1w}}
"
            ),
        )
    }

    #[test]
    fn a_wait_longer_than_half_of_what_can_be_borne_saves_nothing() {
        snapbox::assert_data_eq!(
            check("25h", "person:ada"),
            str![[r#"
runbooks/inventory/credentials.yaml:5:3: without its holders, `credential:root` takes `25h`, and `service:chat` may be down for `2d` only
  help: shorten the delay to half of that, or give a backup administrator the credential and its second factor

"#]]
        );
    }

    #[test]
    fn half_of_it_is_in_time_and_who_holds_the_key_does_not_wait() {
        assert_eq!(check("1d", "person:ada"), "");
        assert_eq!(check("1w", "person:ada, person:alan"), "");
    }
}
