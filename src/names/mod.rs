//! What things are called: kinds, ids, references, and every id that was declared.
//!
//! [`Names`] is the only way from a written name to a typed id, so a reference that exists as a value refers to something
//! that exists.

mod id;
mod kind;
mod reference;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use id::{
    BackupId, ContractId, CredentialId, DomainId, EntityRef, HostId, MailFlowId, PartnerId, PersonId, ProjectId,
    ProviderId, RunbookId, ServiceId, TermId, TypedId, is_entity_id,
};
pub use kind::Kind;
pub use reference::Takes;
pub(crate) use reference::short;

use crate::source::Place;

/// Every declared id and where it was declared.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// References share the ids: a thing is named far more often than it is declared.
    declared: BTreeMap<Kind, BTreeMap<Arc<str>, Place>>,
}

impl Names {
    /// Declares an id. Returns the place of an earlier declaration of the same id, which stays.
    pub fn declare(&mut self, kind: Kind, id: &str, place: Place) -> Option<Place> {
        let ids = self.declared.entry(kind).or_default();
        if let Some(earlier) = ids.get(id) {
            return Some(*earlier);
        }
        ids.insert(id.into(), place);
        None
    }

    /// Adds all that another table declares; of an id declared in both, this table's place stays.
    pub fn extend(&mut self, other: Self) {
        for (kind, ids) in other.declared {
            for (id, place) in ids {
                self.declare(kind, &id, place);
            }
        }
    }

    /// Returns where an id was declared.
    #[must_use]
    pub fn place(&self, reference: &EntityRef) -> Option<Place> {
        self.declared.get(&reference.kind())?.get(reference.id()).copied()
    }

    /// Resolves an id of a kind.
    #[must_use]
    pub fn resolve(&self, kind: Kind, id: &str) -> Option<EntityRef> {
        self.declared.get(&kind)?.get_key_value(id).map(|(id, _)| EntityRef::unchecked(kind, id))
    }

    /// Returns the thing that a reference names, written in full: `host:mx1`.
    #[must_use]
    pub fn find(&self, written: &str) -> Option<EntityRef> {
        let (kind, id) = written.split_once(':')?;
        self.resolve(Kind::from_name(kind)?, id)
    }

    /// Returns the ids of a kind, sorted.
    pub fn ids(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.declared.get(&kind).into_iter().flat_map(BTreeMap::keys).map(|id| &**id)
    }

    /// Returns the declared id that a misspelt one probably meant.
    #[must_use]
    pub fn suggest(&self, kind: Kind, written: &str) -> Option<&str> {
        suggest(written, self.ids(kind))
    }
}

/// Returns the candidate that a misspelt word probably meant: the nearest by edit distance (a swap of neighbours counts as one
/// edit), if at most a third of the longer word's letters differ (Cargo's and rustc's rule); the first in order among equals.
///
/// Candidates of another length are passed over, and the work is bounded: a page of ten thousand dead links to a page of ten
/// thousand headings must not take a minute.
pub fn suggest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// How many pairs of letters are compared: about 160 candidates of 40 letters, 2 600 of 10.
    const MAX_PAIRS: usize = 1 << 18;

    let letters = written.chars().count();
    let mut pairs = 0;
    let mut nearest: Option<(usize, &str)> = None;
    for candidate in candidates {
        let others = candidate.chars().count();
        let limit = letters.max(others).max(3) / 3;
        if letters.abs_diff(others) > limit {
            continue;
        }
        pairs += letters * others;
        if pairs > MAX_PAIRS {
            break;
        }
        let distance = strsim::osa_distance(written, candidate);
        if distance <= limit && nearest.is_none_or(|(least, _)| distance < least) {
            nearest = Some((distance, candidate));
        }
    }
    nearest.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_suggested_and_a_far_one_is_not() {
        assert_eq!(suggest("aw", ["awa", "bob"]), Some("awa"));
        assert_eq!(suggest("nextcluod", ["nextcloud", "discourse"]), Some("nextcloud"));
        assert_eq!(suggest("mail", ["discourse", "nextcloud"]), None);
    }

    #[test]
    fn the_nearest_wins_and_the_first_among_equals() {
        assert_eq!(suggest("host2", ["host10", "hots2", "host1", "host3"]), Some("hots2"));
    }

    #[test]
    fn words_too_long_to_compare_get_no_suggestion() {
        let long = "a".repeat(1 << 20);
        assert_eq!(suggest(&long, [long.as_str()]), None);
        assert_eq!(suggest("awa", ["x", long.as_str(), "awo"]), Some("awo"));
    }
}
