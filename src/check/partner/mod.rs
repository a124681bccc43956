//! Mutual aid: whether what was agreed still holds, and whether who holds our keys has agreed to anything.

mod agreement_stale;
mod holds_without_agreement;

use crate::catalog::partner::Partner;
use crate::check::CheckContext;
use crate::check::keys::Keys;
use crate::names::EntityRef;

pub(super) use agreement_stale::AGREEMENT_STALE;
pub(super) use holds_without_agreement::HOLDS_WITHOUT_AGREEMENT;

/// Returns the credentials in use that a partner holds, by id.
fn held<'a>(context: &CheckContext<'a>, keys: &Keys<'_>, partner: &Partner) -> Vec<&'a EntityRef> {
    let kb = context.kb;
    let is_in_use = |key: &&EntityRef| match key {
        EntityRef::Credential(id) => kb.catalog.credentials.get(id).is_some_and(|key| !keys.is_leftover(key)),
        _ => false,
    };
    kb.referring(&EntityRef::from(&partner.id), "holders").filter(is_in_use).collect()
}
