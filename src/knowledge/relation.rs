//! Who refers to whom. One direction is declared, by a field or in a text; the other is derived here.

use std::collections::{BTreeMap, BTreeSet};

use crate::knowledge::KnowledgeBase;
use crate::knowledge::link::{self, Target};
use crate::names::{EntityRef, Kind};
use crate::source::Snapshot;

/// A reference from one thing to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// Through which field of its own: a field of the inventory, `for` or `needs` for pages, `text` for links and facts in the
    /// text of a page.
    pub field: &'static str,
    /// Who refers.
    pub from: EntityRef,
}

/// Returns the references to each thing, in order, each once.
pub(super) fn incoming(kb: &KnowledgeBase, snapshot: &Snapshot) -> BTreeMap<EntityRef, BTreeSet<Relation>> {
    let mut incoming: BTreeMap<EntityRef, BTreeSet<Relation>> = BTreeMap::new();
    let mut note = |to: &EntityRef, field: &'static str, from: &EntityRef| {
        if to != from {
            let relation = Relation { field, from: from.clone() };
            incoming.entry(to.clone()).or_default().insert(relation);
        }
    };
    for entity in kb.catalog.entities.values() {
        for fact in &entity.facts {
            fact.value.references(&mut |to| note(to, fact.name, &entity.reference));
        }
    }
    for runbook in kb.texts() {
        let from = EntityRef::from(&runbook.id);
        for subject in &runbook.subjects {
            note(subject, "for", &from);
        }
        for credential in runbook.needs() {
            note(&EntityRef::from(credential), "needs", &from);
        }
        for used in &runbook.document.links {
            match link::resolve(kb, snapshot, runbook, used) {
                Ok(Target::Entity(to)) => note(&to, "text", &from),
                Ok(Target::Runbook(to, _)) => note(&EntityRef::from(to), "text", &from),
                Ok(Target::Asset(_) | Target::Folder(_) | Target::External(_)) | Err(_) => {}
            }
        }
        for used in &runbook.document.facts {
            if let Some(to) = kb.fact_subject(&used.expression) {
                note(&to, "text", &from);
            }
        }
    }
    incoming
}

impl KnowledgeBase {
    /// Returns who refers to a thing, and through which field.
    pub fn incoming(&self, to: &EntityRef) -> impl Iterator<Item = &Relation> {
        self.incoming.get(to).into_iter().flatten()
    }

    /// Returns the pages that are about a thing: those that name it in `for`.
    pub fn pages_about(&self, subject: &EntityRef) -> impl Iterator<Item = &EntityRef> {
        self.incoming(subject)
            .filter(|relation| relation.field == "for" && relation.from.kind() == Kind::Runbook)
            .map(|relation| &relation.from)
    }
}
