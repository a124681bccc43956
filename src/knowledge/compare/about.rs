//! Which services a thing belongs to.

use std::collections::BTreeSet;

use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind, ServiceId};

/// Returns the services that a thing is part of or about, in order: those that name it or that it names; where there are none,
/// those of what it is about, such as the services on the machine that a key opens.
pub(super) fn services(kb: &KnowledgeBase, thing: &EntityRef) -> Vec<ServiceId> {
    let direct = near(kb, thing);
    if !direct.is_empty() {
        return direct.into_iter().collect();
    }
    let is_hub = |reference: &EntityRef| matches!(reference.kind(), Kind::Host | Kind::Domain | Kind::MailFlow);
    let through = named(kb, thing).into_iter().filter(is_hub);
    let services: BTreeSet<ServiceId> = through.flat_map(|reference| near(kb, &reference)).collect();
    services.into_iter().collect()
}

/// The services that name a thing, or that it names.
fn near(kb: &KnowledgeBase, thing: &EntityRef) -> BTreeSet<ServiceId> {
    match thing {
        EntityRef::Service(id) => BTreeSet::from([id.clone()]),
        // Whoever answers for a service is not part of it.
        EntityRef::Organisation | EntityRef::Person(_) | EntityRef::Partner(_) | EntityRef::Term(_) => BTreeSet::new(),
        _ => {
            let service = |reference: EntityRef| ServiceId::try_from(reference).ok();
            let naming = kb.incoming(thing).map(|relation| relation.from.clone());
            let naming = naming.filter(|_| thing.kind() != Kind::Runbook);
            naming.chain(named(kb, thing)).filter_map(service).collect()
        }
    }
}

/// What a thing names in its fields; of a page, what it is about.
fn named(kb: &KnowledgeBase, thing: &EntityRef) -> Vec<EntityRef> {
    if let EntityRef::Runbook(id) = thing {
        return kb.runbooks.get(id).map(|page| page.subjects.clone()).unwrap_or_default();
    }
    let mut named = Vec::new();
    let facts = kb.catalog.entities.get(thing).map(|entity| entity.facts.as_slice()).unwrap_or_default();
    facts.iter().for_each(|fact| fact.value.references(&mut |reference| named.push(reference.clone())));
    named
}
