//! Evidence: what was tried, what was read back, what went wrong. One dated file each, written once.
//!
//! A record says what happened on a day; what it is worth (who committed it, how old it is, what changed since) is worked out by
//! `knowledge::evidence`. Records have no id that others refer to: they refer to everything, and nothing refers to them.
//!
//! Beside them lie observations, which machines write: they are no evidence, and have no page of their own.

pub mod acknowledgement;
pub mod exercise;
mod file;
pub mod found;
pub mod incident;
mod lower;
pub mod observation;
mod read;
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use crate::names::EntityRef;
use crate::source::{Place, SourcePath};

use acknowledgement::Acknowledgement;
use exercise::Exercise;
use incident::Incident;
use observation::Observations;

pub use file::kind_of;
pub use read::{fields_of, read, read_one, schemas};

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// Something was tried.
    Exercise,
    /// Somebody read something and said it back in their own words.
    Acknowledgement,
    /// Something went wrong.
    Incident,
}

impl RecordKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Exercise, Self::Acknowledgement, Self::Incident];

    /// Returns the word for one record of this kind.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exercise => "exercise",
            Self::Acknowledgement => "acknowledgement",
            Self::Incident => "incident",
        }
    }

    /// Returns the name of the folder that holds the records of this kind.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Exercise => "exercises",
            Self::Acknowledgement => "acknowledgements",
            Self::Incident => "incidents",
        }
    }
}

/// Names a record: its kind and the name of its file without extension. In order of kind, then of days.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    kind: RecordKind,
    name: Arc<str>,
}

impl RecordId {
    /// Returns the kind of the record.
    #[must_use]
    pub fn kind(&self) -> RecordKind {
        self.kind
    }

    /// Returns the name of the file without extension: the day, and a few words.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.kind.name(), self.name)
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

/// The file that holds a record.
#[derive(Clone, Debug)]
pub struct RecordFile {
    /// What the record is called.
    pub id: RecordId,
    /// Where the file lies: its history says who committed the record.
    pub path: SourcePath,
    /// Where the record starts in it.
    pub place: Place,
    /// The day that it is about: that of the name of the file.
    pub date: Date,
}

/// All records, by id and so by day.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// What was tried.
    pub exercises: BTreeMap<RecordId, Exercise>,
    /// What was read back.
    pub acknowledgements: BTreeMap<RecordId, Acknowledgement>,
    /// What went wrong.
    pub incidents: BTreeMap<RecordId, Incident>,
    /// What machines saw last.
    pub observations: Observations,
}

/// A record of any kind.
#[derive(Clone, Copy, Debug)]
pub enum Record<'a> {
    /// Something was tried.
    Exercise(&'a Exercise),
    /// Something was read back.
    Acknowledgement(&'a Acknowledgement),
    /// Something went wrong.
    Incident(&'a Incident),
}

impl<'a> Record<'a> {
    /// Returns the file that holds it.
    #[must_use]
    pub fn file(self) -> &'a RecordFile {
        match self {
            Self::Exercise(exercise) => &exercise.file,
            Self::Acknowledgement(acknowledgement) => &acknowledgement.file,
            Self::Incident(incident) => &incident.file,
        }
    }

    /// Returns what it is about, in the order written; a thing may be named twice.
    #[must_use]
    pub fn subjects(self) -> Vec<&'a EntityRef> {
        match self {
            Self::Exercise(exercise) => exercise.subjects.iter().collect(),
            Self::Acknowledgement(acknowledgement) => acknowledgement.subject.known().into_iter().collect(),
            Self::Incident(incident) => incident.services.iter().chain(&incident.runbooks_used).collect(),
        }
    }

    /// Returns who took part in it.
    #[must_use]
    pub fn people(self) -> Vec<&'a EntityRef> {
        match self {
            Self::Exercise(exercise) => exercise.by.known().into_iter().chain(&exercise.helped_by).collect(),
            Self::Acknowledgement(acknowledgement) => acknowledgement.by.known().into_iter().collect(),
            Self::Incident(incident) => incident.actions.iter().filter_map(|action| action.who.as_ref()).collect(),
        }
    }
}

impl Records {
    /// Returns all that people recorded, each kind by day.
    pub fn iter(&self) -> impl Iterator<Item = Record<'_>> {
        let exercises = self.exercises.values().map(Record::Exercise);
        let acknowledgements = self.acknowledgements.values().map(Record::Acknowledgement);
        exercises.chain(acknowledgements).chain(self.incidents.values().map(Record::Incident))
    }

    /// Returns a record.
    #[must_use]
    pub fn get(&self, id: &RecordId) -> Option<Record<'_>> {
        match id.kind {
            RecordKind::Exercise => self.exercises.get(id).map(Record::Exercise),
            RecordKind::Acknowledgement => self.acknowledgements.get(id).map(Record::Acknowledgement),
            RecordKind::Incident => self.incidents.get(id).map(Record::Incident),
        }
    }

    /// Whether nobody ever recorded anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.exercises.is_empty() && self.acknowledgements.is_empty() && self.incidents.is_empty()
    }
}
