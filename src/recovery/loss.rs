//! What goes with what is lost.

use std::collections::BTreeSet;

use crate::catalog::credential::Vault;
use crate::catalog::service::Service;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::ours::is_lent;
use crate::names::{EntityRef, Kind};
use crate::scalar::Stated;

use super::Lost;

/// What goes with what is lost.
pub(super) struct Loss<'kb> {
    /// The hosts and services that have to be brought back, by reference.
    pub things: Vec<&'kb EntityRef>,
    /// All that is lost, providers among it.
    lost: BTreeSet<&'kb EntityRef>,
    pub waiting: Vec<(&'kb EntityRef, Vec<&'kb EntityRef>)>,
    pub domains: Vec<&'kb EntityRef>,
    pub unreadable: Vec<&'kb EntityRef>,
    pub gone: Vec<&'kb EntityRef>,
}

impl<'kb> Loss<'kb> {
    pub(super) fn of(kb: &'kb KnowledgeBase, lost: &Lost) -> Self {
        let lost = all(kb, lost);
        let is_brought_back = |thing: &&&EntityRef| match thing {
            EntityRef::Service(id) => kb.catalog.services.get(id).is_some_and(Service::is_live),
            other => other.kind() == Kind::Host,
        };
        let things: BTreeSet<&EntityRef> = lost.iter().filter(is_brought_back).copied().collect();
        let waiting: BTreeSet<&EntityRef> = things
            .iter()
            .flat_map(|thing| kb.all_needed_by(thing))
            .filter(|above| !things.contains(above) && is_brought_back(&above) && above.kind() == Kind::Service)
            .collect();
        let waiting = waiting.into_iter().map(|above| {
            let needs = kb.all_needs(above);
            (above, things.iter().filter(|thing| needs.contains(*thing)).copied().collect())
        });
        let references = |kind: Kind| kb.catalog.entities.keys().filter(move |reference| reference.kind() == kind);
        let kept = |domain: &&EntityRef| kb.needs(domain).into_iter().any(|keeper| lost.contains(keeper));
        Self {
            waiting: waiting.collect(),
            domains: references(Kind::Domain).filter(kept).collect(),
            unreadable: references(Kind::Credential).filter(|key| lies_in(kb, key, &lost)).collect(),
            gone: references(Kind::Backup).filter(|backup| has_no_copy(kb, backup, &lost)).collect(),
            things: things.into_iter().collect(),
            lost,
        }
    }

    /// Whether what a service holds is in no copy any more, though it was in one.
    pub(super) fn is_without_copy(&self, kb: &'kb KnowledgeBase, thing: &EntityRef) -> bool {
        let EntityRef::Service(id) = thing else { return false };
        let Some(service) = kb.catalog.services.get(id).filter(|of| !matches!(of.data, Stated::None(_))) else {
            return false;
        };
        let backups = kb.backups_of(service);
        !backups.is_empty() && backups.iter().all(|backup| has_no_copy(kb, &EntityRef::from(&backup.id), &self.lost))
    }
}

/// All that is lost: the things themselves, the machines of a provider, and what runs on either.
fn all<'kb>(kb: &'kb KnowledgeBase, lost: &Lost) -> BTreeSet<&'kb EntityRef> {
    let references = kb.catalog.entities.keys();
    let named: Vec<&EntityRef> = match lost {
        Lost::Everything => references.filter(|of| is_ours(kb, of)).collect(),
        Lost::These(these) => references.filter(|of| these.contains(*of)).collect(),
    };
    let mut all = BTreeSet::new();
    let mut open = named;
    while let Some(thing) = open.pop() {
        if !all.insert(thing) {
            continue;
        }
        // What merely depends on something lost is not lost itself: it waits.
        open.extend(kb.referring(thing, "runs_on").filter(|from| from.kind() == Kind::Service));
        open.extend(kb.referring(thing, "provider").filter(|from| from.kind() == Kind::Host));
    }
    all
}

/// Whether something is lost when everything of ours is: what others run for us goes on.
fn is_ours(kb: &KnowledgeBase, thing: &EntityRef) -> bool {
    match thing {
        EntityRef::Service(id) => kb.catalog.services.get(id).is_some_and(|service| !is_lent(service)),
        other => other.kind() == Kind::Host,
    }
}

fn lies_in(kb: &KnowledgeBase, key: &EntityRef, lost: &BTreeSet<&EntityRef>) -> bool {
    let EntityRef::Credential(id) = key else { return false };
    let store = kb.catalog.credentials.get(id).and_then(|key| key.store.known());
    let vault = store.and_then(|store| store.vault.known());
    matches!(vault, Some(Vault::Reference(vault)) if lost.contains(vault))
}

fn has_no_copy(kb: &KnowledgeBase, backup: &EntityRef, lost: &BTreeSet<&EntityRef>) -> bool {
    let EntityRef::Backup(id) = backup else { return false };
    let copies = kb.catalog.backups.get(id).and_then(|backup| backup.copies.known());
    copies.is_some_and(|copies| {
        !copies.is_empty() && copies.iter().all(|copy| copy.at.known().is_some_and(|at| lost.contains(at)))
    })
}
