//! Pages that cannot be followed as they are, or of which nobody knows whether they can.

mod drift;
mod lexicon;
mod no_check;
mod no_undo;
mod only_author;
mod placeholder;
mod sections;
mod stale;
mod step_shape;
mod time_optimistic;
mod unreachable;
mod unresolved_var;

pub(super) use drift::DRIFT;
pub(super) use no_check::NO_CHECK;
pub(super) use no_undo::NO_UNDO;
pub(super) use only_author::ONLY_AUTHOR;
pub(super) use placeholder::PLACEHOLDER;
pub(super) use sections::SECTIONS;
pub(super) use stale::STALE;
pub(super) use step_shape::STEP_SHAPE;
pub(super) use time_optimistic::TIME_OPTIMISTIC;
pub(super) use unreachable::UNREACHABLE;
pub(super) use unresolved_var::UNRESOLVED_VAR;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::Evidence;
use crate::names::EntityRef;
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookHead;

/// Returns the pages that are there to be followed, with their heads. A draft says of itself that it is not finished.
fn followed(kb: &KnowledgeBase) -> impl Iterator<Item = (&Runbook, &RunbookHead)> {
    let pages = kb.runbooks.values().filter(|page| page.is_followed() && page.is_active());
    pages.filter_map(|page| Some((page, page.head()?)))
}

/// Returns what shows that a page works, the newest first.
fn proofs<'kb>(kb: &'kb KnowledgeBase, page: &Runbook) -> Vec<Evidence<'kb>> {
    let mut proofs = kb.evidence(&EntityRef::from(&page.id));
    proofs.retain(Evidence::is_proof);
    proofs
}
