//! Two knowledge bases → what changed between them, in facts.
//!
//! 1. What has another id now but is the same thing is found first (`rename`), so that whoever refers to it is not told as
//!    changed.
//! 2. Things of the inventory are compared field by field (`field`), through the facts that pages show: a new field is compared
//!    by being listed once.
//! 3. Pages are compared by the fields at their head, step by step (`step`), and section by section (`section`).
//!
//! Nothing but the two is looked at, so parts of a project can be compared as well: what is missing on both sides has not changed.

mod about;
mod field;
mod former;
mod head;
mod rename;
mod say;
mod section;
mod similar;
mod step;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::Entity;
use crate::catalog::fact::Value;
use crate::difference::is_same;
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, RunbookId, ServiceId};
use crate::runbook::Runbook;
use crate::words::{Language, sort_key};

pub(super) use rename::Renamed;
pub(super) use step::words as step_words;

/// What changed between two knowledge bases: by service, kind and name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeSet {
    /// The things that changed: those of one service together, in the order of the names of the services; then those of several
    /// services or of none.
    pub things: Vec<Changed>,
    /// What things are called that only the older one knows.
    gone: BTreeMap<EntityRef, String>,
}

/// A thing that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Which one: as the newer one calls it, unless it is gone.
    pub subject: EntityRef,
    /// What people call it.
    pub name: String,
    /// The language, when it is the translation of a page.
    pub language: Option<Language>,
    /// What happened to the whole of it.
    pub event: Event,
    /// The services that it is part of or about, in order.
    pub services: Vec<ServiceId>,
    /// What changed in it: the fields in the order of its page, then its text from top to bottom. Empty for what is new or gone.
    pub changes: Vec<Change>,
}

/// What happened to a thing as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another id, and had this one.
    Renamed(EntityRef),
    /// It is what it was; something in it changed.
    Changed,
}

/// Something that changed in a thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What.
    pub what: What,
    /// What stood there before; nothing when it is new.
    pub was: Option<Held>,
    /// What stands there now; nothing when it is gone.
    pub now: Option<Held>,
}

/// What it is that changed.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A field. A list of which one item took the place of another is one, too.
    Field(FieldPath),
    /// Items of a list: those that are gone and those that are new.
    Items {
        /// The list.
        field: FieldPath,
        /// How many items it has now.
        left: usize,
    },
    /// The order of a list, which holds what it held.
    Order(FieldPath),
    /// The words of a step, which had one number and has another.
    Step {
        /// Its number before.
        was: Option<u64>,
        /// Its number now.
        now: Option<u64>,
    },
    /// The place of a step among the others.
    StepMoved {
        /// Its number before.
        was: u64,
        /// Its number now.
        now: u64,
        /// What it is to do.
        action: String,
    },
    /// A heading.
    Heading,
    /// A text.
    Text(TextPlace),
}

/// Where a text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPlace {
    /// Before the first section of a page.
    Introduction,
    /// Below a heading; without the steps that stand there.
    Section(String),
    /// The notes of a thing of the inventory.
    Notes,
}

/// The way to a field: the field of the thing, then fields of groups and items of lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldPath(pub Vec<FieldPart>);

/// A part of the way to a field.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldPart {
    /// A field, by its key.
    Field(&'static str),
    /// An item of a list, by what tells it from the others.
    Item(Value),
}

/// What stands somewhere.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// A value.
    Value(Value),
    /// A text in Markdown, or the words of a heading.
    Text(String),
}

/// Compares two knowledge bases.
#[must_use]
pub fn compare(before: &KnowledgeBase, after: &KnowledgeBase) -> ChangeSet {
    let renamed = rename::find(before, after);
    let comparison = Comparison { before, after, renamed };
    let (mut things, texts) = rayon::join(|| comparison.entities(), || comparison.texts());
    things.extend(texts);
    let name = |id: &ServiceId| {
        let service = EntityRef::from(id);
        let kb = if after.catalog.entities.contains_key(&service) { after } else { before };
        sort_key(kb.title(&service))
    };
    things.sort_by_cached_key(|thing| {
        let service = thing.service().map(|id| (name(id), id.clone()));
        let is_service = matches!(thing.subject, EntityRef::Service(_));
        let of_no_service = service.is_none();
        let kind = (!is_service, thing.subject.kind(), sort_key(&thing.name));
        (of_no_service, service, kind, thing.subject.clone(), thing.language.clone())
    });
    ChangeSet { things, gone: gone(before, after) }
}

/// What things are called that only the older knowledge base knows.
fn gone(before: &KnowledgeBase, after: &KnowledgeBase) -> BTreeMap<EntityRef, String> {
    let gone = before.catalog.entities.values().map(|entity| (&entity.reference, entity.name.as_str()));
    let gone = gone.filter(|(reference, _)| !after.catalog.entities.contains_key(*reference));
    let gone = gone.map(|(reference, name)| (reference.clone(), name.to_owned()));
    let pages = before.runbooks.values().filter(|page| !after.runbooks.contains_key(&page.id));
    let pages = pages.map(|page| (EntityRef::from(&page.id), page.title.clone()));
    gone.chain(pages).collect()
}

/// Compares one thing that both knowledge bases know under the same id; nothing where one of them does not.
#[must_use]
pub fn compare_thing(before: &KnowledgeBase, after: &KnowledgeBase, thing: &EntityRef) -> Option<ChangeSet> {
    let comparison = Comparison { before, after, renamed: Renamed::default() };
    let changed = match thing {
        EntityRef::Runbook(id) => comparison.page(before.runbooks.get(id)?, after.runbooks.get(id)?, None),
        thing => comparison.entity(before.catalog.entities.get(thing)?, after.catalog.entities.get(thing)?),
    };
    Some(ChangeSet { things: changed.into_iter().collect(), gone: gone(before, after) })
}

impl Changed {
    /// Returns the one service that it belongs to.
    #[must_use]
    pub fn service(&self) -> Option<&ServiceId> {
        match self.services.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }
}

impl ChangeSet {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }

    /// Returns the things that changed by the service they belong to; last, those of several services or of none.
    pub fn by_service(&self) -> impl Iterator<Item = (Option<&ServiceId>, &[Changed])> {
        let groups = self.things.chunk_by(|one, other| one.service() == other.service());
        groups.map(|group| (group.first().and_then(Changed::service), group))
    }
}

/// What is compared, and what has another id on the two sides.
struct Comparison<'a> {
    before: &'a KnowledgeBase,
    after: &'a KnowledgeBase,
    renamed: Renamed,
}

/// A thing on the sides on which it is.
struct Sides<'a, T> {
    before: Option<&'a T>,
    after: Option<&'a T>,
}

impl<'a> Comparison<'a> {
    /// Compares the inventories.
    fn entities(&self) -> Vec<Changed> {
        let mut sides: BTreeMap<EntityRef, Sides<'a, Entity>> = BTreeMap::new();
        for (reference, entity) in &self.after.catalog.entities {
            sides.insert(reference.clone(), Sides { before: None, after: Some(entity) });
        }
        for (reference, entity) in &self.before.catalog.entities {
            let side = sides.entry(self.renamed.newest(reference).clone());
            side.or_insert(Sides { before: None, after: None }).before = Some(entity);
        }
        let sides: Vec<_> = sides.into_iter().collect();
        let compare = |(reference, sides): (EntityRef, Sides<'a, Entity>)| match (sides.before, sides.after) {
            (Some(before), Some(after)) => self.entity(before, after),
            (None, Some(after)) => Some(self.whole(reference, &after.name, None, Event::Added)),
            (Some(before), None) => Some(self.whole(reference, &before.name, None, Event::Removed)),
            (None, None) => None,
        };
        sides.into_par_iter().filter_map(compare).collect()
    }

    fn entity(&self, before: &Entity, after: &Entity) -> Option<Changed> {
        let mut changes = Vec::new();
        let facts = self.renamed.facts(&before.facts);
        // A thing that has another id says in its aliases what its id was.
        let is_renamed = before.reference != after.reference;
        let told = |fact: &&crate::catalog::fact::Fact| !is_renamed || fact.name != "aliases";
        field::compare(facts.iter().filter(told), after.facts.iter().filter(told), &FieldPath::default(), &mut changes);
        let notes = (before.notes.as_deref().unwrap_or_default(), after.notes.as_deref().unwrap_or_default());
        changes.extend(text(TextPlace::Notes, notes.0, notes.1));
        self.changed(&before.reference, &after.reference, &after.name, None, changes)
    }

    /// Compares the pages and their translations.
    fn texts(&self) -> Vec<Changed> {
        let mut sides: BTreeMap<(RunbookId, Option<Language>), Sides<'a, Runbook>> = BTreeMap::new();
        for (key, page) in texts(self.after) {
            sides.insert(key, Sides { before: None, after: Some(page) });
        }
        for ((id, language), page) in texts(self.before) {
            let newest = RunbookId::try_from(self.renamed.newest(&EntityRef::from(&id)).clone()).unwrap_or(id);
            let side = sides.entry((newest, language)).or_insert(Sides { before: None, after: None });
            side.before = Some(page);
        }
        let sides: Vec<_> = sides.into_iter().collect();
        let compare = |((id, language), sides): ((RunbookId, Option<Language>), Sides<'a, Runbook>)| {
            let whole = |page: &Runbook, event| self.whole(EntityRef::from(&id), &page.title, language.clone(), event);
            match (sides.before, sides.after) {
                (Some(before), Some(after)) => self.page(before, after, language),
                (None, Some(after)) => Some(whole(after, Event::Added)),
                (Some(before), None) => Some(whole(before, Event::Removed)),
                (None, None) => None,
            }
        };
        sides.into_par_iter().filter_map(compare).collect()
    }

    fn page(&self, before: &Runbook, after: &Runbook, language: Option<Language>) -> Option<Changed> {
        let mut changes = Vec::new();
        let is_translation = language.is_some();
        let facts = [head::facts(before, is_translation), head::facts(after, is_translation)];
        let was = self.renamed.facts(&facts[0]);
        field::compare(was.iter(), facts[1].iter(), &FieldPath::default(), &mut changes);
        if before.document.text.as_str() != after.document.text.as_str() {
            changes.extend(section::compare(before, after));
        }
        let (before, after, name) = (EntityRef::from(&before.id), EntityRef::from(&after.id), &after.title);
        self.changed(&before, &after, name, language, changes)
    }

    /// A thing that is on both sides, if anything in it changed.
    fn changed(
        &self,
        before: &EntityRef,
        after: &EntityRef,
        name: &str,
        language: Option<Language>,
        changes: Vec<Change>,
    ) -> Option<Changed> {
        let is_renamed = before != after;
        if changes.is_empty() && (!is_renamed || language.is_some()) {
            return None;
        }
        let event = if is_renamed { Event::Renamed(before.clone()) } else { Event::Changed };
        let services = about::services(self.after, after);
        Some(Changed { subject: after.clone(), name: name.to_owned(), language, event, services, changes })
    }

    /// A thing that is on one side only.
    fn whole(&self, subject: EntityRef, name: &str, language: Option<Language>, event: Event) -> Changed {
        let kb = if event == Event::Added { self.after } else { self.before };
        let services = about::services(kb, &subject);
        Changed { subject, name: name.to_owned(), language, event, services, changes: Vec::new() }
    }
}

/// Every text with what it is called: pages, then their translations.
fn texts(kb: &KnowledgeBase) -> impl Iterator<Item = ((RunbookId, Option<Language>), &Runbook)> {
    let pages = kb.runbooks.iter().map(|(id, page)| ((id.clone(), None), page));
    let translations = kb.translations.iter();
    pages.chain(translations.map(|((id, language), page)| ((id.clone(), Some(language.clone())), page)))
}

/// Tells that a text changed, if it says something else now.
fn text(place: TextPlace, before: &str, after: &str) -> Option<Change> {
    if is_same(before, after) {
        return None;
    }
    let held = |text: &str| (!text.trim().is_empty()).then(|| Held::Text(text.trim().to_owned()));
    Some(Change { what: What::Text(place), was: held(before), now: held(after) })
}
