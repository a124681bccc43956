//! What whoever takes over a service needs: who they are, the ways in, the pages, the copies. What counts as enough is said by whoever
//! judges; what there is to look at is found here, once for checks and readiness.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::catalog::backup::Backup;
use crate::catalog::credential::{Credential, RecoveryRoute, SecondFactorType, Vault};
use crate::catalog::partner::Bond;
use crate::catalog::person::{Person, Role};
use crate::catalog::service::{Lifecycle, Service};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::sheet::Tier;
use crate::names::{EntityRef, Kind};
use crate::runbook::Runbook;
use crate::runbook::front_matter::{RunbookType, Status};
use crate::scalar::Stated;

impl Person {
    /// Whether they have a role, whatever its scope.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.known().is_some_and(|roles| roles.iter().any(|held| held.role == role))
    }

    /// Whether they are there without an end. Whoever leaves on a day is never counted on, before that day as after it: a copy that
    /// lies in a drawer must not become wrong.
    #[must_use]
    pub fn stays(&self) -> bool {
        self.until.is_none()
    }
}

impl Service {
    /// Whether people rely on it: it is in use, or nobody says that it is not. What is tried out or kept for its history is not.
    #[must_use]
    pub fn is_live(&self) -> bool {
        !matches!(self.lifecycle, Stated::Known(Lifecycle::Experimental | Lifecycle::Retired))
    }

    /// Returns how early it must be back; first while nobody says.
    #[must_use]
    pub fn tier(&self) -> Tier {
        let outage = self.mtd.as_ref().and_then(Stated::known);
        outage.map_or(Tier::First, |outage| Tier::from(*outage))
    }

    /// Returns the types of page without which a stranger cannot run it (`domain.md` §3, `service/no-runbook`).
    #[must_use]
    pub fn required_pages(&self) -> &'static [RunbookType] {
        match self.tier() {
            Tier::First => {
                &[RunbookType::Restore, RunbookType::Operate, RunbookType::Diagnose, RunbookType::Communicate]
            }
            Tier::Second | Tier::Third => &[RunbookType::Restore, RunbookType::Operate],
        }
    }
}

impl Credential {
    /// Whether something is asked for besides the secret that lies with certain people. Nothing while that is not known.
    #[must_use]
    pub fn has_second_factor(&self) -> Option<bool> {
        match &self.second_factor {
            Stated::Known(factor) => factor.factor_type.known().map(|factor| *factor != SecondFactorType::None),
            Stated::Unknown => None,
            Stated::None(_) => Some(false),
        }
    }

    /// Returns the way in when the holders are gone, where there is one.
    #[must_use]
    pub fn route(&self) -> Option<RecoveryRoute> {
        let route = self.recovery.known()?.route.known().copied()?;
        (route != RecoveryRoute::None).then_some(route)
    }
}

impl Runbook {
    /// Whether it may be followed: not a draft, and not kept for its history.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.head().is_some_and(|head| !matches!(head.status, Stated::Known(Status::Draft | Status::Retired)))
    }
}

impl KnowledgeBase {
    /// Returns the people who stay and have a role, whatever its scope, by id.
    pub fn staying_with(&self, role: Role) -> impl Iterator<Item = &Person> {
        self.catalog.people.values().filter(move |person| person.stays() && person.has(role))
    }

    /// Returns the last day on which somebody can be counted on; nothing where they cannot be. A person who stays has none, and a
    /// partner that of the agreement: without one there is nobody.
    #[must_use]
    pub fn counted_until(&self, holder: &EntityRef) -> Option<Date> {
        match holder {
            EntityRef::Person(id) => self.catalog.people.get(id).filter(|person| person.stays()).map(|_| Date::MAX),
            EntityRef::Partner(id) => {
                let partner = self.catalog.partners.get(id)?;
                let end = partner.ends_on.as_ref().map_or(Date::MAX, |end| end.0);
                (partner.bond(self.as_of) == Bond::Agreed).then_some(end)
            }
            _ => Some(Date::MAX),
        }
    }

    /// Whether somebody can be counted on: a person who stays, a partner with an agreement in force.
    #[must_use]
    pub fn is_staying(&self, holder: &EntityRef) -> bool {
        self.counted_until(holder).is_some()
    }

    /// Returns the pages that say how a takeover begins and goes on, by id; drafts and retired ones are among them.
    pub fn takeover_pages(&self) -> impl Iterator<Item = &Runbook> {
        self.runbooks.values().filter(|page| page.runbook_type() == Some(RunbookType::Takeover))
    }

    /// Returns the services that people rely on, by id.
    pub fn live_services(&self) -> impl Iterator<Item = &Service> {
        self.catalog.services.values().filter(|service| service.is_live())
    }

    /// Returns the holders of a credential who stay; nothing while nobody says who holds it.
    #[must_use]
    pub fn staying_holders<'kb>(&'kb self, credential: &'kb Credential) -> Option<BTreeSet<&'kb EntityRef>> {
        let holders = credential.holders.known()?;
        Some(holders.iter().filter(|holder| self.is_staying(holder)).collect())
    }

    /// Returns the credentials that open a thing, by id.
    pub fn openers(&self, thing: &EntityRef) -> impl Iterator<Item = &Credential> {
        self.referring(thing, "opens").filter_map(|from| match from {
            EntityRef::Credential(id) => self.catalog.credentials.get(id),
            _ => None,
        })
    }

    /// Returns the backups that hold what a service holds: those that cover it, and those that cover a host it runs on.
    #[must_use]
    pub fn backups_of<'kb>(&'kb self, service: &'kb Service) -> Vec<&'kb Backup> {
        let hosts = service.runs_on.known().into_iter().flatten().filter(|on| on.kind() == Kind::Host).cloned();
        let things: BTreeSet<EntityRef> = std::iter::once(EntityRef::from(&service.id)).chain(hosts).collect();
        let covering = things.iter().flat_map(|thing| self.referring(thing, "covers"));
        let ids: BTreeSet<&EntityRef> = covering.filter(|from| from.kind() == Kind::Backup).collect();
        let backup = |reference: &EntityRef| match reference {
            EntityRef::Backup(id) => self.catalog.backups.get(id),
            _ => None,
        };
        ids.into_iter().filter_map(backup).collect()
    }

    /// Returns the pages of a type that tell what to do about a service: those about it, about where it runs, about its backups (and
    /// the page that a backup names), and, of those that tell people, about the projects it serves or the organisation. Retired pages
    /// are none; drafts are among them.
    #[must_use]
    pub fn pages_for(&self, service: &Service, of: RunbookType) -> Vec<&Runbook> {
        let backups = self.backups_of(service);
        let mut things = vec![EntityRef::from(&service.id)];
        things.extend(service.runs_on.known().into_iter().flatten().cloned());
        things.extend(backups.iter().map(|backup| EntityRef::from(&backup.id)));
        if of == RunbookType::Communicate {
            things.extend(service.serves.iter().map(EntityRef::from));
            things.push(EntityRef::Organisation);
        }
        let mut pages: BTreeSet<EntityRef> = things.iter().flat_map(|thing| self.pages_about(thing)).cloned().collect();
        pages.extend(backups.iter().filter_map(|backup| backup.restore.known()).map(EntityRef::from));
        let page = |reference: &EntityRef| match reference {
            EntityRef::Runbook(id) => self.runbooks.get(id),
            _ => None,
        };
        let is_meant = |page: &&Runbook| {
            let is_retired = page.head().is_some_and(|head| head.status == Stated::Known(Status::Retired));
            page.runbook_type() == Some(of) && !is_retired
        };
        pages.iter().filter_map(page).filter(is_meant).collect()
    }

    /// Returns the vault in which the key of a backup lies, where that is, or stands on, something that the backup protects: with it the
    /// key is lost.
    #[must_use]
    pub fn key_inside<'kb>(&'kb self, backup: &'kb Backup) -> Option<&'kb EntityRef> {
        let key = self.catalog.credentials.get(backup.encryption_key.known()?)?;
        // An envelope or the parts of others do not burn with the machine; whoever is let in elsewhere finds no key there.
        if matches!(key.route(), Some(RecoveryRoute::Sealed | RecoveryRoute::Shares)) {
            return None;
        }
        let Vault::Reference(vault) = key.store.known()?.vault.known()? else { return None };
        let covered: BTreeSet<&EntityRef> = backup.covers.known()?.iter().map(|cover| &cover.of).collect();
        let stands_on = self.all_needs(vault);
        (covered.contains(vault) || stands_on.iter().any(|below| covered.contains(below))).then_some(vault)
    }

    /// Returns the day of the last commit of somebody, as far as it is known.
    #[must_use]
    pub fn last_commit_of(&self, who: &EntityRef) -> Option<Date> {
        let revisions =
            self.history.changes.values().flat_map(|changes| &changes.commits).map(|change| &change.revision);
        revisions.filter(|revision| self.is_by(who, revision)).map(|revision| revision.date).max()
    }
}
