//! Every copy lies where the data lies: one bill, one ban, one fire, and both are gone.

use std::collections::BTreeSet;

use crate::catalog::backup::{Backup, BackupCopy};
use crate::catalog::host::{Host, HostProvider};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, HostId, ProviderId};
use crate::scalar::Stated;

use super::in_use;

pub(in crate::check) static SAME_DOMAIN: Check = Check {
    code: Code {
        name: "backup/same-domain",
        default_severity: Severity::Readiness,
        explanation: explanation!("same_domain"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (backup, entity) in in_use(context.kb) {
        let Some(copies) = backup.copies.known().filter(|copies| !copies.is_empty()) else { continue };
        let Some(data) = Domain::of_data(context.kb, backup) else { continue };
        if copies.iter().all(|copy| data.holds(context.kb, copy)) {
            let places: BTreeSet<String> = copies.iter().filter_map(|copy| copy.at.known()).map(place).collect();
            let places = places.into_iter().collect::<Vec<_>>().join("`, `");
            let message = message!("backup-same-domain", backup = entity.reference.to_string(), places = places);
            let finding = Diagnostic::at(code, context.field(entity, "copies"), message).about(&entity.reference);
            findings.push(finding.help(message!("backup-same-domain.help")));
        }
    }
}

fn place(at: &EntityRef) -> String {
    at.to_string()
}

/// What fails together with data: the machines it lies on, and the accounts in which they are.
#[derive(Default)]
struct Domain<'kb> {
    hosts: BTreeSet<&'kb HostId>,
    providers: BTreeSet<&'kb ProviderId>,
    /// The machines among them that are our own.
    own: Vec<&'kb Host>,
}

impl<'kb> Domain<'kb> {
    /// Returns the domain of what a backup covers; nothing while it is not known where any of it lies.
    fn of_data(kb: &'kb KnowledgeBase, backup: &'kb Backup) -> Option<Self> {
        let mut domain = Self::default();
        for cover in backup.covers.known()? {
            match &cover.of {
                EntityRef::Service(id) => {
                    let service = kb.catalog.services.get(id)?;
                    service.runs_on.known()?.iter().for_each(|on| domain.add(kb, on));
                }
                other => domain.add(kb, other),
            }
        }
        (!domain.hosts.is_empty() || !domain.providers.is_empty()).then_some(domain)
    }

    fn add(&mut self, kb: &'kb KnowledgeBase, on: &'kb EntityRef) {
        match on {
            EntityRef::Host(id) => {
                self.hosts.insert(id);
                let Some(host) = kb.catalog.hosts.get(id) else { return };
                match host.provider.known() {
                    Some(HostProvider::Provider(provider)) => _ = self.providers.insert(provider),
                    Some(HostProvider::Myself) => self.own.push(host),
                    None => {}
                }
            }
            EntityRef::Provider(id) => _ = self.providers.insert(id),
            _ => {}
        }
    }

    /// Whether a copy would be lost with the data. What nobody knows is not held against anybody: the gap is shown as one already.
    fn holds(&self, kb: &KnowledgeBase, copy: &BackupCopy) -> bool {
        match copy.at.known() {
            Some(EntityRef::Provider(id)) => self.providers.contains(id),
            Some(EntityRef::Host(id)) if self.hosts.contains(id) => true,
            Some(EntityRef::Host(id)) => kb.catalog.hosts.get(id).is_some_and(|host| match host.provider.known() {
                Some(HostProvider::Provider(provider)) => self.providers.contains(provider),
                // Two machines of our own stand in one room, unless somebody says otherwise.
                Some(HostProvider::Myself) => {
                    copy.offsite != Stated::Known(true) && self.own.iter().any(|own| !are_apart(own, host))
                }
                None => false,
            }),
            Some(_) | None => false,
        }
    }
}

/// Whether two machines are known to stand in different places.
fn are_apart(left: &Host, right: &Host) -> bool {
    let place = |host: &Host| host.location.as_ref().and_then(|location| location.place.clone());
    place(left).zip(place(right)).is_some_and(|(left, right)| left != right)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    fn project(copies: &str) -> String {
        format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/services.yaml --
wiki: {{name: Wiki, runs_on: [host:srv1]}}
-- runbooks/inventory/hosts.yaml --
srv1: {{name: srv1, provider: rack}}
srv2: {{name: srv2, provider: rack}}
nas: {{name: nas, provider: self, location: {{place: Cellar}}}}
nas2: {{name: nas2, provider: self, location: {{place: Attic}}}}
-- runbooks/inventory/providers.yaml --
rack: {{name: Rack}}
store: {{name: Store}}
-- runbooks/inventory/backups.yaml --
night:
  name: Night
  covers: [{{ref: service:wiki, what: full}}]
  copies: [{copies}]
"
        )
    }

    #[test]
    fn copies_beside_the_data_are_reported() {
        let copies =
            "{at: host:srv1, offsite: false}, {at: host:srv2, offsite: true}, {at: provider:rack, offsite: true}";
        assert_data_eq!(
            findings(&SAME_DOMAIN, &project(copies)),
            str![[r#"
runbooks/inventory/backups.yaml:4:3: every copy of `backup:night` would be lost with the data itself: all lie at `host:srv1`, `host:srv2`, `provider:rack`
  help: add a copy at another provider, or on a machine that stands elsewhere

"#]]
        );
        let own = project("{at: host:nas, offsite: false}").replace("provider: rack", "provider: self");
        assert_ne!(findings(&SAME_DOMAIN, &own), "");
    }

    #[test]
    fn one_copy_elsewhere_is_enough() {
        for elsewhere in ["host:nas", "provider:store"] {
            let copies = format!("{{at: host:srv1, offsite: false}}, {{at: {elsewhere}, offsite: false}}");
            assert_eq!(findings(&SAME_DOMAIN, &project(&copies)), "", "{elsewhere}");
        }
        let own = project("{at: host:nas2, offsite: false}")
            .replace("wiki, runs_on: [host:srv1]", "wiki, runs_on: [host:nas]");
        assert_eq!(findings(&SAME_DOMAIN, &own), "");
    }

    #[test]
    fn what_is_not_known_is_not_held_against_anybody() {
        assert_eq!(findings(&SAME_DOMAIN, &project("{at: unknown, offsite: unknown}")), "");
        assert_eq!(
            findings(&SAME_DOMAIN, &project("{at: host:srv1, offsite: false}").replace("[host:srv1]", "unknown")),
            ""
        );
    }
}
