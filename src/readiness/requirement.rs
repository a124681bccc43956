//! What it takes to take a service over: the doors that must open, the pages that must be there, the data that must come back
//! (`domain.md` §5.2). The same for everybody, so it is found once.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::backup::{Backup, Saved};
use crate::catalog::credential::{Credential, CredentialKind};
use crate::catalog::service::Service;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::sheet::Tier;
use crate::names::{EntityRef, Kind, ServiceId};
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookType;
use crate::scalar::Stated;

/// What it takes to take a service over.
pub(super) struct Requirement<'kb> {
    pub service: &'kb Service,
    /// What it is called in references.
    pub reference: &'kb EntityRef,
    pub tier: Tier,
    /// Whether people rely on it: others are judged only because something depends on them.
    pub is_live: bool,
    pub doors: Vec<Door<'kb>>,
    pub pages: Vec<RequiredPage<'kb>>,
    pub data: RequiredData<'kb>,
    /// The services that it cannot work without, however far below, by their position among the requirements.
    pub below: Vec<usize>,
}

/// Something that must be opened, and what opens it.
pub(super) struct Door<'kb> {
    pub thing: &'kb EntityRef,
    /// Any of these does; none where nothing is known to open it.
    pub keys: Vec<&'kb Credential>,
}

/// A kind of page that must be there.
pub(super) struct RequiredPage<'kb> {
    pub of: RunbookType,
    /// Any of these does.
    pub pages: Vec<&'kb Runbook>,
}

/// The data that must come back.
pub(super) enum RequiredData<'kb> {
    /// There is none, and that is a decision.
    None,
    /// Nobody says.
    Unknown,
    /// Each of these, from any of its backups. Empty where no backup holds it.
    Parts(Vec<Vec<&'kb Backup>>),
}

/// Returns what each service takes that people rely on, and each that one of those depends on.
pub(super) fn requirements(kb: &KnowledgeBase) -> Vec<Requirement<'_>> {
    let mut services: BTreeSet<&ServiceId> = kb.live_services().map(|service| &service.id).collect();
    let references: BTreeMap<&ServiceId, &EntityRef> = kb.catalog.entities.keys().filter_map(service_id).collect();
    let below = |id: &ServiceId| -> BTreeSet<&ServiceId> {
        let all = references.get(id).map(|reference| kb.all_needs(reference)).unwrap_or_default();
        all.into_iter().filter_map(service_id).map(|(id, _)| id).collect()
    };
    let depends: BTreeMap<&ServiceId, BTreeSet<&ServiceId>> = services.iter().map(|id| (*id, below(id))).collect();
    services.extend(depends.values().flatten());
    let position: BTreeMap<&ServiceId, usize> = services.iter().enumerate().map(|(index, id)| (*id, index)).collect();
    let requirement = |id: &&ServiceId| {
        let service = kb.catalog.services.get(*id)?;
        let reference = *references.get(*id)?;
        let below = depends.get(*id).into_iter().flatten().filter_map(|id| position.get(*id)).copied().collect();
        Some(Requirement {
            service,
            reference,
            tier: service.tier(),
            is_live: service.is_live(),
            doors: doors(kb, service, reference),
            pages: pages(kb, service),
            data: data(kb, service, reference),
            below,
        })
    };
    services.iter().filter_map(requirement).collect()
}

fn service_id(reference: &EntityRef) -> Option<(&ServiceId, &EntityRef)> {
    match reference {
        EntityRef::Service(id) => Some((id, reference)),
        _ => None,
    }
}

/// The doors of a service: itself, what it needs up to other services, which have their own, and where its copies lie. Hosts and
/// providers must open; a host opens by its provider, too. Of keys of one kind that open the same thing any one does: each
/// administrator may have their own.
fn doors<'kb>(kb: &'kb KnowledgeBase, service: &'kb Service, reference: &'kb EntityRef) -> Vec<Door<'kb>> {
    let mut things: BTreeSet<&EntityRef> = BTreeSet::from([reference]);
    let copies = kb.backups_of(service).into_iter().flat_map(|backup| {
        let key = kb.catalog.entities.get_key_value(&EntityRef::from(&backup.id)).map(|(key, _)| key);
        let copies = backup.copies.known().into_iter().flatten().filter_map(|copy| copy.at.known());
        key.into_iter().chain(copies)
    });
    let mut open: Vec<&EntityRef> = copies.chain(kb.needs(reference)).collect();
    while let Some(thing) = open.pop() {
        if thing.kind() != Kind::Service && things.insert(thing) {
            // What lies below a backup is its copies, which are there already, and its key, which is a matter of data.
            if thing.kind() != Kind::Backup {
                open.extend(kb.needs(thing));
            }
        }
    }
    things.into_iter().flat_map(|thing| doors_of(kb, thing)).collect()
}

fn doors_of<'kb>(kb: &'kb KnowledgeBase, thing: &'kb EntityRef) -> Vec<Door<'kb>> {
    if let EntityRef::Credential(id) = thing {
        return kb.catalog.credentials.get(id).map(|key| Door { thing, keys: vec![key] }).into_iter().collect();
    }
    let mut by_kind: BTreeMap<Option<CredentialKind>, Vec<&Credential>> = BTreeMap::new();
    for key in kb.openers(thing) {
        by_kind.entry(key.kind.known().copied()).or_default().push(key);
    }
    let must_open = matches!(thing.kind(), Kind::Host | Kind::Provider);
    let opens_below = || kb.needs(thing).into_iter().any(|below| kb.openers(below).next().is_some());
    if by_kind.is_empty() && must_open && !opens_below() {
        return vec![Door { thing, keys: Vec::new() }];
    }
    by_kind.into_values().map(|keys| Door { thing, keys }).collect()
}

fn pages<'kb>(kb: &'kb KnowledgeBase, service: &'kb Service) -> Vec<RequiredPage<'kb>> {
    service.required_pages().iter().map(|of| RequiredPage { of: *of, pages: kb.pages_for(service, *of) }).collect()
}

/// What a service holds, by its parts: what is saved whole comes back from any backup of the whole; databases and files, where they are
/// saved apart, both have to.
fn data<'kb>(kb: &'kb KnowledgeBase, service: &'kb Service, reference: &EntityRef) -> RequiredData<'kb> {
    match &service.data {
        Stated::None(_) => return RequiredData::None,
        Stated::Unknown => return RequiredData::Unknown,
        Stated::Known(data) if matches!(data.class, Stated::None(_)) => return RequiredData::None,
        Stated::Known(_) => {}
    }
    let mut whole: Vec<&Backup> = Vec::new();
    let mut parts: BTreeMap<Saved, Vec<&Backup>> = BTreeMap::new();
    for backup in kb.backups_of(service) {
        for cover in backup.covers.known().into_iter().flatten() {
            let is_of_service = cover.of == *reference;
            let is_of_host = service.runs_on.known().is_some_and(|on| on.contains(&cover.of));
            match cover.what.known() {
                // A backup of which nobody says what is in it may hold everything, and is not worth less for it than its exercises.
                Some(Saved::Full) | None if is_of_service || is_of_host => whole.push(backup),
                Some(part @ (Saved::Db | Saved::Files)) if is_of_service => {
                    parts.entry(*part).or_default().push(backup);
                }
                _ => {}
            }
        }
    }
    match whole.is_empty() {
        true => RequiredData::Parts(parts.into_values().collect()),
        false => RequiredData::Parts(vec![whole]),
    }
}
