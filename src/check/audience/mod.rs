//! Editions: what is for some must not reach others, and what is meant for others must be said so that it does.

pub(super) mod leak;
mod no_effect;
mod no_mark;
mod passage;
mod unknown_field;

pub(super) use leak::LEAK;
pub(super) use no_effect::NO_EFFECT;
pub(super) use no_mark::NO_MARK;
pub(super) use passage::PASSAGE;
pub(super) use unknown_field::UNKNOWN_FIELD;

use std::collections::BTreeMap;

use crate::catalog::{Entity, fields_of};
use crate::edition::Holder;
use crate::knowledge::KnowledgeBase;
use crate::records::{self, Record};
use crate::scalar::Audience;
use crate::source::Place;

use super::CheckContext;

/// A thing or a record that says of single fields who may read them.
struct Named<'kb> {
    /// What it is called in messages.
    name: String,
    holder: Holder,
    /// Who may read it.
    own: Audience,
    /// Its fields, by path.
    fields: &'kb BTreeMap<String, Audience>,
    /// Where it says so.
    place: Place,
    /// The thing, where it is one.
    thing: Option<&'kb Entity>,
}

impl Named<'_> {
    /// The fields that it can have, by path.
    fn known_fields(&self) -> Vec<String> {
        match self.holder {
            Holder::Thing(kind) => fields_of(kind),
            Holder::Record(kind) => records::fields_of(kind),
        }
    }
}

/// Everything that says of single fields who may read them.
fn named<'kb>(context: &CheckContext<'kb>) -> Vec<Named<'kb>> {
    let kb: &'kb KnowledgeBase = context.kb;
    let things = kb.catalog.entities.values().filter(|entity| !entity.audiences.is_empty()).map(|entity| Named {
        name: entity.reference.to_string(),
        holder: Holder::Thing(entity.reference.kind()),
        own: entity.audience,
        fields: &entity.audiences,
        place: context.field(entity, "audiences"),
        thing: Some(entity),
    });
    let records = kb.records.iter().filter_map(|record| {
        let (audience, fields) = match record {
            Record::Exercise(exercise) => (exercise.audience, &exercise.audiences),
            Record::Incident(incident) => (incident.audience, &incident.audiences),
            Record::Acknowledgement(_) => return None,
        };
        let file = record.file();
        (!fields.is_empty()).then(|| Named {
            name: file.id.to_string(),
            holder: Holder::Record(file.id.kind()),
            own: audience.unwrap_or(Audience::Admins),
            fields,
            place: file.place,
            thing: None,
        })
    });
    things.chain(records).collect()
}
