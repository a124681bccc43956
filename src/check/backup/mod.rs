//! Backups that would not bring back what was promised.

mod key_inside;
mod never_restored;
mod none;
mod promise;
mod restore;
mod restore_stale;
mod rpo_gap;
mod same_domain;
mod silence;
mod slower_than_rto;

pub(super) use key_inside::KEY_INSIDE;
pub(super) use never_restored::NEVER_RESTORED;
pub(super) use none::NONE;
pub(super) use restore_stale::RESTORE_STALE;
pub(super) use rpo_gap::RPO_GAP;
pub(super) use same_domain::SAME_DOMAIN;
pub(super) use silence::SILENCE;
pub(super) use slower_than_rto::SLOWER_THAN_RTO;

use crate::catalog::Entity;
use crate::catalog::backup::Backup;
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;

/// Returns the backups that hold something that is still in use, each with what all things have in common.
fn in_use(kb: &KnowledgeBase) -> impl Iterator<Item = (&Backup, &Entity)> {
    kb.catalog.backups.values().filter(|backup| is_in_use(kb, backup)).filter_map(|backup| described(kb, backup))
}

/// Whether a backup holds anything but the remains of what is gone. While nobody says what it holds, it counts.
fn is_in_use(kb: &KnowledgeBase, backup: &Backup) -> bool {
    backup.covers.known().is_none_or(|covers| covers.iter().any(|cover| !kb.catalog.is_retired(&cover.of)))
}

/// Returns a backup with what all things have in common.
fn described<'kb>(kb: &'kb KnowledgeBase, backup: &'kb Backup) -> Option<(&'kb Backup, &'kb Entity)> {
    kb.catalog.entities.get(&EntityRef::from(&backup.id)).map(|entity| (backup, entity))
}
