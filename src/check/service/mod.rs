//! Services that whoever takes over could not run as promised.

mod no_abandon_note;
mod no_objectives;
mod no_runbook;
mod rto_below_deps;
mod rto_gt_mtd;
mod unknown_license;

pub(super) use no_abandon_note::NO_ABANDON_NOTE;
pub(super) use no_objectives::NO_OBJECTIVES;
pub(super) use no_runbook::NO_RUNBOOK;
pub(super) use rto_below_deps::RTO_BELOW_DEPS;
pub(super) use rto_gt_mtd::RTO_GT_MTD;
pub(super) use unknown_license::UNKNOWN_LICENSE;

use crate::catalog::Entity;
use crate::catalog::service::Service;
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;

/// Returns the services that people rely on, each with what all things have in common.
fn live(kb: &KnowledgeBase) -> impl Iterator<Item = (&Service, &Entity)> {
    kb.live_services().filter_map(|service| Some((service, kb.catalog.entities.get(&EntityRef::from(&service.id))?)))
}
