//! The people in the order in which one turns to them.

use crate::catalog::Entity;
use crate::catalog::fact::Value;
use crate::catalog::person::{Person, Role};
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, PersonId};
use crate::scalar::Stated;
use crate::words::sort_key;

/// Returns everybody: who runs things, who stands in, who may declare a takeover or speak in law, who pays, then the others.
#[must_use]
pub fn in_order(kb: &KnowledgeBase) -> Vec<&Person> {
    let mut people: Vec<&Person> = kb.catalog.people.values().collect();
    people.sort_by_cached_key(|person| {
        let name = name(kb, person);
        (rank(kb, person), sort_key(name), name, &person.id)
    });
    people
}

fn rank(kb: &KnowledgeBase, person: &Person) -> u8 {
    if person.has(Role::PrimaryAdmin) {
        0
    } else if person.has(Role::BackupAdmin) {
        1
    } else if may_declare(kb, &person.id) || speaks_in_law(kb, person) {
        2
    } else if person.has(Role::Treasurer) {
        3
    } else {
        4
    }
}

/// Returns whom a role leads to: the first of those who have it, whatever its scope; somebody who stays before somebody who leaves.
#[must_use]
pub fn with_role(kb: &KnowledgeBase, wanted: Role) -> Option<&EntityRef> {
    let holders = in_order(kb).into_iter().filter(|person| person.has(wanted));
    let first = holders.min_by_key(|person| person.until.is_some())?;
    kb.catalog.entities.get(&EntityRef::from(&first.id)).map(|entity| &entity.reference)
}

/// Returns the person who answers for a thing: whom the first of these fields names that names one.
#[must_use]
pub fn answering<'a>(thing: &'a Entity, fields: &[&str]) -> Option<&'a EntityRef> {
    fields.iter().find_map(|field| match Value::find(&thing.facts, field)? {
        Value::Reference(person @ EntityRef::Person(_)) => Some(person),
        _ => None,
    })
}

/// Whether somebody may declare a takeover.
#[must_use]
pub fn may_declare(kb: &KnowledgeBase, person: &PersonId) -> bool {
    let activation = kb.catalog.organisation.as_ref().and_then(|organisation| organisation.activation.known());
    activation.is_some_and(|activation| names(&activation.who, person))
}

/// Whether somebody may speak for the organisation in law, as it says or as they say.
#[must_use]
pub fn speaks_in_law(kb: &KnowledgeBase, person: &Person) -> bool {
    let organisation = kb.catalog.organisation.as_ref();
    organisation.is_some_and(|organisation| names(&organisation.representatives, &person.id))
        || person.has(Role::Representative)
}

fn names(people: &Stated<Vec<PersonId>>, person: &PersonId) -> bool {
    people.known().is_some_and(|people| people.contains(person))
}

fn name<'a>(kb: &'a KnowledgeBase, person: &'a Person) -> &'a str {
    let entity = kb.catalog.entities.get(&EntityRef::from(&person.id));
    entity.map_or(person.id.as_str(), |entity| &entity.name)
}
