//! The people in the order in which one turns to them.

use jiff::civil::Date;

use crate::catalog::Entity;
use crate::catalog::fact::Value;
use crate::catalog::partner::Bond;
use crate::catalog::person::{Person, Role};
use crate::diagnostic::message;
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, PersonId};
use crate::scalar::Stated;
use crate::words::sort_key;

use super::here::Here;

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
pub(super) fn with_role(kb: &KnowledgeBase, wanted: Role) -> Option<&EntityRef> {
    let holders = in_order(kb).into_iter().filter(|person| person.has(wanted));
    let first = holders.min_by_key(|person| person.until.is_some())?;
    kb.catalog.entities.get(&EntityRef::from(&first.id)).map(|entity| &entity.reference)
}

/// Returns the person who answers for a thing: whom the first of these fields names that names one.
pub(super) fn answering<'a>(thing: &'a Entity, fields: &[&str]) -> Option<&'a EntityRef> {
    fields.iter().find_map(|field| match Value::find(&thing.facts, field)? {
        Value::Reference(person @ EntityRef::Person(_)) => Some(person),
        _ => None,
    })
}

/// Says that somebody leaves, and when; nothing of those who stay.
pub(super) fn leaves(here: &Here<'_>, person: &Person) -> Option<String> {
    let until = person.until.as_ref()?;
    Some(here.words().say(&message!("site-leaves-on", date = here.date(until.0))))
}

/// Says what one has to know before anything else of a partner: that nothing is agreed with it, or until when. The day stands there before it
/// as after it, since a page does not know when it is read.
pub(super) fn bond(here: &Here<'_>, partner: &EntityRef) -> Option<String> {
    let words = here.words();
    let EntityRef::Partner(id) = partner else { return None };
    let partner = here.kb().catalog.partners.get(id)?;
    match partner.bond(Date::MIN) {
        Bond::Intention => Some(words.word("site-only-intention")),
        Bond::Agreed | Bond::Ended(_) => {
            let end = partner.ends_on.as_ref()?;
            Some(words.say(&message!("partner-until", date = here.date(end.0))))
        }
    }
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
        || person.has(Role::Representative)
}

fn names(people: &Stated<Vec<PersonId>>, person: &PersonId) -> bool {
    people.known().is_some_and(|people| people.contains(person))
}

fn name<'a>(kb: &'a KnowledgeBase, person: &'a Person) -> &'a str {
    let entity = kb.catalog.entities.get(&EntityRef::from(&person.id));
    entity.map_or(person.id.as_str(), |entity| &entity.name)
}
