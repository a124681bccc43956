//! What is known of one thing, in the order in which somebody who was not there asks for it.
//!
//! A sheet has a few groups of lines. Each line says where it comes from: a field of the thing itself is *declared*; the other end
//! of somebody else's field, and whatever follows from several fields, is *derived*. Nothing is ever left out: what no group
//! names stands in the last one.

mod derive;
mod pages;
mod table;
#[cfg(test)]
mod tests;
mod tier;

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Entity;
use crate::catalog::fact::{Fact, Value};
use crate::diagnostic::{Message, message};
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind};
use crate::words::Words;

pub use pages::PageUse;
use table::Row;
pub use tier::Tier;

/// Lines that answer one question.
#[derive(Debug)]
pub struct Group<'kb> {
    /// Which question; its title is the message `group-<name>`.
    pub name: &'static str,
    /// The answers.
    pub lines: Vec<Line<'kb>>,
}

/// One answer, with what it is called.
#[derive(Debug)]
pub struct Line<'kb> {
    /// What it is called.
    pub label: Label,
    /// What is known.
    pub answer: Answer<'kb>,
}

/// What a line is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// A field of the thing itself.
    Field(&'static str),
    /// The other end of a field, seen from what it names: the field, and the kind of what has it.
    Inverse(&'static str, Kind),
    /// What follows from several fields.
    Derived(&'static str),
    /// Pages, by what one opens them for.
    Pages(PageUse),
}

impl Label {
    /// Says it.
    #[must_use]
    pub fn say(self, words: &Words) -> String {
        match self {
            Self::Field(name) => words.word(&format!("field-{name}")),
            Self::Derived(name) => words.word(&format!("derived-{name}")),
            Self::Pages(usage) => words.word(usage.message()),
            Self::Inverse(field, kind) => {
                let of_any_kind = || words.find(&format!("inverse-{field}"));
                let of_kind = words.find(&format!("inverse-{field}-{}", kind.name()));
                of_kind.or_else(of_any_kind).unwrap_or_else(|| {
                    // A relation without words of its own: the field that names the thing, and who has it.
                    let kind = words.word(&format!("kinds-{}", kind.name()));
                    let field = words.find(&format!("field-{field}")).unwrap_or_else(|| field.replace('_', " "));
                    words.say(&message!("site-named-in", field = field, kind = kind))
                })
            }
        }
    }
}

/// What is known, and where from.
#[derive(Debug)]
pub enum Answer<'kb> {
    /// The thing's own description says so.
    Declared(&'kb Value),
    /// It follows from the descriptions of others.
    Derived(Value),
    /// It should follow from the descriptions of others, and does not: there is none, and that matters.
    Missing(Message),
    /// Pages that name the thing in `for`.
    Pages(Vec<&'kb EntityRef>),
}

/// Fields that a page shows in their own places.
const SHOWN_ELSEWHERE: [&str; 2] = ["name", "summary"];

/// The things of one kind that refer to a thing through one field.
type Incoming<'kb> = BTreeMap<(Kind, &'static str), Vec<&'kb EntityRef>>;

impl KnowledgeBase {
    /// Returns all that is known of a thing. Groups that would be empty are left out.
    #[must_use]
    pub fn sheet<'kb>(&'kb self, entity: &'kb Entity) -> Vec<Group<'kb>> {
        let mut incoming = Incoming::new();
        // Pages that are about the thing stand on lines of their own; that they also mention it is no news.
        let about: BTreeSet<&EntityRef> = self.pages_about(&entity.reference).collect();
        for relation in self.incoming(&entity.reference) {
            if relation.field == "for" || relation.field == "text" && about.contains(&relation.from) {
                continue;
            }
            incoming.entry((relation.from.kind(), relation.field)).or_default().push(&relation.from);
        }
        let mut told: BTreeSet<&str> = SHOWN_ELSEWHERE.into();
        let mut groups: Vec<Group<'kb>> = Vec::new();
        for (name, rows) in table::groups(entity.reference.kind()) {
            let mut lines = Vec::new();
            for row in *rows {
                match *row {
                    Row::Own(field) => {
                        told.insert(field);
                        lines.extend(entity.facts.iter().filter(|fact| fact.name == field).map(declared));
                    }
                    Row::From(kind, field, details) => {
                        let from = incoming.remove(&(kind, field));
                        lines.extend(from.map(|from| self.inverse(kind, field, &from, details)));
                    }
                    Row::Worked(name, work) => {
                        lines.extend(work(self, entity).map(|answer| Line { label: Label::Derived(name), answer }));
                    }
                    Row::Pages => lines.extend(self.pages_by_use(entity)),
                }
            }
            groups.push(Group { name, lines });
        }
        let mut rest: Vec<Line<'kb>> =
            entity.facts.iter().filter(|fact| !told.contains(fact.name)).map(declared).collect();
        rest.extend(incoming.into_iter().map(|((kind, field), from)| self.inverse(kind, field, &from, &[])));
        groups.push(Group { name: table::REST, lines: rest });
        // Whoever sees a part cannot be told that there is nothing else.
        if !self.is_whole() {
            for group in &mut groups {
                group.lines.retain(|line| !matches!(line.answer, Answer::Missing(_)));
            }
        }
        groups.retain(|group| !group.lines.is_empty());
        groups
    }

    /// The other end of a field, with some of what is known of those who have it.
    fn inverse(&self, kind: Kind, field: &'static str, from: &[&EntityRef], details: &[&str]) -> Line<'_> {
        let values = from.iter().map(|reference| self.with(reference, details)).collect();
        Line { label: Label::Inverse(field, kind), answer: Answer::Derived(Value::List(values)) }
    }

    /// A thing, with some of what is known of it.
    fn with(&self, reference: &EntityRef, details: &[&str]) -> Value {
        let facts = self.catalog.entities.get(reference).map(|entity| entity.facts.as_slice()).unwrap_or_default();
        let known = details.iter().filter_map(|name| facts.iter().find(|fact| fact.name == *name)).cloned();
        let this = Value::Reference(reference.clone());
        let mut group = vec![Fact { name: "ref", value: this.clone() }];
        group.extend(known);
        if group.len() == 1 { this } else { Value::Group(group) }
    }
}

fn declared(fact: &Fact) -> Line<'_> {
    Line { label: Label::Field(fact.name), answer: Answer::Declared(&fact.value) }
}
