//! Who refers to whom. One direction is declared, by a field or in a text; the other is derived here.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::Entity;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::link::Target;
use crate::names::{EntityRef, Kind};
use crate::runbook::Runbook;

/// A reference from one thing to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// Through which field of its own: a field of the inventory, `for` or `needs` for pages, `text` for links and facts in the
    /// text of a page.
    pub field: &'static str,
    /// Who refers.
    pub from: EntityRef,
}

/// A reference, with what it leads to.
type Reference = (EntityRef, Relation);

/// Returns the references to each thing, in order, each once.
pub(super) fn incoming(kb: &KnowledgeBase) -> BTreeMap<EntityRef, Vec<Relation>> {
    let entities: Vec<&Entity> = kb.catalog.entities.values().collect();
    let texts: Vec<&Runbook> = kb.texts().collect();
    let of_entities = entities.into_par_iter().flat_map_iter(of_entity);
    let of_texts = texts.into_par_iter().flat_map_iter(|text| of_text(kb, text));
    let mut references: Vec<Reference> = of_entities.chain(of_texts).collect();
    references.par_sort_unstable();
    references.dedup();
    let mut incoming: BTreeMap<EntityRef, Vec<Relation>> = BTreeMap::new();
    for (to, relation) in references {
        incoming.entry(to).or_default().push(relation);
    }
    incoming
}

/// What a thing of the inventory refers to, by its fields.
fn of_entity(entity: &Entity) -> Vec<Reference> {
    let mut references = Vec::new();
    for fact in &entity.facts {
        fact.value.references(&mut |to| note(&mut references, to, fact.name, &entity.reference));
    }
    references
}

/// What a page refers to, at its head and in its text.
fn of_text(kb: &KnowledgeBase, text: &Runbook) -> Vec<Reference> {
    let from = EntityRef::from(&text.id);
    let mut references = Vec::new();
    for subject in &text.subjects {
        note(&mut references, subject, "for", &from);
    }
    for credential in text.needs() {
        note(&mut references, &EntityRef::from(credential), "needs", &from);
    }
    for (_, lead) in kb.leads(text) {
        match lead {
            Ok(Target::Entity(to)) => note(&mut references, to, "text", &from),
            Ok(Target::Runbook(to, _)) => note(&mut references, &EntityRef::from(to), "text", &from),
            Ok(Target::Asset(_) | Target::Folder(_) | Target::External(_)) | Err(_) => {}
        }
    }
    for used in &text.document.facts {
        if let Some(to) = kb.fact_subject(&used.expression) {
            note(&mut references, &to, "text", &from);
        }
    }
    references
}

/// Notes a reference, unless it is to oneself.
fn note(references: &mut Vec<Reference>, to: &EntityRef, field: &'static str, from: &EntityRef) {
    if to != from {
        references.push((to.clone(), Relation { field, from: from.clone() }));
    }
}

impl KnowledgeBase {
    /// Returns who refers to a thing, and through which field: by field, then by who.
    pub fn incoming(&self, to: &EntityRef) -> impl Iterator<Item = &Relation> {
        self.incoming.get(to).into_iter().flatten()
    }

    /// Returns who refers to a thing through a field. Found without a look at the others: a provider may have thousands of hosts, each
    /// of which asks who covers it.
    pub fn referring(&self, to: &EntityRef, field: &str) -> impl Iterator<Item = &EntityRef> {
        let all = self.incoming.get(to).map(Vec::as_slice).unwrap_or_default();
        let start = all.partition_point(|relation| relation.field < field);
        let end = all.partition_point(|relation| relation.field <= field);
        all[start..end].iter().map(|relation| &relation.from)
    }

    /// Returns the pages that are about a thing: those that name it in `for`.
    pub fn pages_about(&self, subject: &EntityRef) -> impl Iterator<Item = &EntityRef> {
        self.referring(subject, "for").filter(|from| from.kind() == Kind::Runbook)
    }
}
