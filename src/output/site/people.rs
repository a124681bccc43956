//! The people in the order in which one turns to them.

use crate::catalog::person::{Person, Role};
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, PersonId};
use crate::scalar::Stated;
use crate::words::sort_key;

/// Returns everybody: who runs things, who stands in, who may declare a takeover or speak in law, who pays, then the others.
pub(super) fn in_order(kb: &KnowledgeBase) -> Vec<&Person> {
    let mut people: Vec<&Person> = kb.catalog.people.values().collect();
    people.sort_by_cached_key(|person| {
        let name = name(kb, person);
        (rank(kb, person), sort_key(name), name, &person.id)
    });
    people
}

fn rank(kb: &KnowledgeBase, person: &Person) -> u8 {
    if has(person, Role::PrimaryAdmin) {
        0
    } else if has(person, Role::BackupAdmin) {
        1
    } else if may_declare(kb, &person.id) || speaks_in_law(kb, person) {
        2
    } else if has(person, Role::Treasurer) {
        3
    } else {
        4
    }
}

/// Whether somebody has a role, whatever its scope.
fn has(person: &Person, role: Role) -> bool {
    person.roles.known().is_some_and(|roles| roles.iter().any(|held| held.role == role))
}

/// Whether somebody may declare a takeover.
pub(super) fn may_declare(kb: &KnowledgeBase, person: &PersonId) -> bool {
    let activation = kb.catalog.organisation.as_ref().and_then(|organisation| organisation.activation.known());
    activation.is_some_and(|activation| names(&activation.who, person))
}

/// Whether somebody may speak for the organisation in law, as it says or as they say.
pub(super) fn speaks_in_law(kb: &KnowledgeBase, person: &Person) -> bool {
    let organisation = kb.catalog.organisation.as_ref();
    organisation.is_some_and(|organisation| names(&organisation.representatives, &person.id))
        || has(person, Role::Representative)
}

fn names(people: &Stated<Vec<PersonId>>, person: &PersonId) -> bool {
    people.known().is_some_and(|people| people.contains(person))
}

fn name<'a>(kb: &'a KnowledgeBase, person: &'a Person) -> &'a str {
    let entity = kb.catalog.entities.get(&EntityRef::from(&person.id));
    entity.map_or(person.id.as_str(), |entity| &entity.name)
}
