//! What things are called: kinds, ids, references, and every id that was declared.
//!
//! [`Names`] is the only way from a written name to a typed id, so a reference that exists as a value refers to something
//! that exists.

mod id;
mod kind;
mod reference;

use std::collections::BTreeMap;

pub use id::{
    BackupId, CredentialId, DomainId, EntityRef, HostId, PersonId, ProviderId, RunbookId, ServiceId, TypedId,
    is_entity_id,
};
pub use kind::Kind;
pub use reference::Takes;

use crate::source::Place;

/// Every declared id and where it was declared.
#[derive(Clone, Debug, Default)]
pub struct Names {
    declared: BTreeMap<Kind, BTreeMap<String, Place>>,
}

impl Names {
    /// Declares an id. Returns the place of an earlier declaration of the same id, which stays.
    pub fn declare(&mut self, kind: Kind, id: &str, place: Place) -> Option<Place> {
        let ids = self.declared.entry(kind).or_default();
        if let Some(earlier) = ids.get(id) {
            return Some(*earlier);
        }
        ids.insert(id.to_owned(), place);
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

    /// Returns the ids of a kind, sorted.
    pub fn ids(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.declared.get(&kind).into_iter().flat_map(BTreeMap::keys).map(String::as_str)
    }

    /// Returns the declared id that a misspelt one probably meant.
    #[must_use]
    pub fn suggest(&self, kind: Kind, written: &str) -> Option<&str> {
        suggest(written, self.ids(kind))
    }
}

/// Returns the candidate that a misspelt word probably meant: the nearest by Damerau-Levenshtein distance, if at most a third
/// of the longer word's letters differ (Cargo's and rustc's rule); the first in order among equals.
pub fn suggest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(written, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= written.chars().count().max(candidate.chars().count()).max(3) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
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
}
