//! What the records were made against: the tested commit of each, and what was tracked then.
//!
//! Only whoever can read git knows the past, so it comes in as data: [`KnowledgeBase::records_to_place`] says which commits are
//! asked for, and [`Tested::new`] keeps of the project as it was then what has to be compared.

use std::collections::{BTreeMap, BTreeSet};

use crate::chronicle::Changes;
use crate::history::Revision;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::compare::{Renamed, compare_thing};
use crate::knowledge::tracked::{Difference, TrackedFact, differences};
use crate::names::EntityRef;
use crate::records::{Record, RecordFile, RecordId};
use crate::words::Words;

/// What is known of the commits that were tested, by record.
pub type Past = BTreeMap<RecordId, Tested>;

/// The project as it was when something was tried or read: the newest ancestor, dated no later than the record, of the commit
/// that added it.
#[derive(Clone, Debug)]
pub struct Tested {
    /// The commit.
    pub revision: Revision,
    /// What was tracked then of what the record is about, by thing; a thing that was not there then has no entry.
    tracked: BTreeMap<EntityRef, Vec<TrackedFact>>,
    /// What has changed since of what somebody read; nothing where that is not known, or nobody asked.
    pub(super) changes: Option<Changes>,
}

/// What has changed since something was tried.
#[derive(Clone, Debug, PartialEq)]
pub enum Drift {
    /// Nobody knows: the tested commit is not known, or the thing was not there yet.
    Unknown,
    /// These facts and steps; nothing when there are none.
    Known(Vec<Difference>),
}

impl Tested {
    /// Keeps what was tracked `then` of the things that a record is about, under the ids that they have `now`.
    #[must_use]
    pub fn new(revision: Revision, then: &KnowledgeBase, now: &KnowledgeBase, record: Record<'_>) -> Self {
        let renamed = Renamed::by_alias(then, now);
        let newest = |fact: TrackedFact| TrackedFact {
            of: renamed.newest(&fact.of).clone(),
            value: renamed.value(&fact.value),
            name: fact.name,
        };
        let mut tracked = BTreeMap::new();
        for subject in record.subjects() {
            let was = renamed.former(subject);
            if then.names.place(was).is_some() {
                tracked.insert(subject.clone(), then.tracked(was).into_iter().map(newest).collect());
            }
        }
        Self { revision, tracked, changes: None }
    }

    /// Tells what has changed between `then` and `now` of what somebody read, by these words of all languages.
    #[must_use]
    pub fn compared(self, then: &KnowledgeBase, now: &KnowledgeBase, record: Record<'_>, voices: &[Words]) -> Self {
        let Record::Acknowledgement(acknowledgement) = record else { return self };
        let changes = acknowledgement.subject.known().and_then(|subject| compare_thing(then, now, subject));
        Self { changes: changes.map(|changes| changes.tell(then, now, voices)), ..self }
    }
}

impl KnowledgeBase {
    /// Returns the records whose tested commit is worth looking for and can be found, each with the commit that added it: those that
    /// decide something. What newer ones have taken the place of is history.
    pub fn records_to_place(&self) -> impl Iterator<Item = (Record<'_>, &Revision)> {
        let mut wanted: BTreeSet<&RecordId> = BTreeSet::new();
        for subject in self.about.keys() {
            wanted.extend(self.deciding(subject).into_iter().map(|(.., exercise)| &exercise.file.id));
            wanted.extend(self.acknowledged(subject).map(|(_, acknowledgement)| &acknowledgement.file.id));
        }
        let added = |file: &RecordFile| self.history.changes(&file.path, "")?.first();
        let records = wanted.into_iter().filter_map(|id| self.records.get(id));
        records.filter_map(move |record| Some((record, &*added(record.file())?.revision)))
    }

    /// Returns what has changed of a thing since a record about it was made.
    #[must_use]
    pub fn drift(&self, record: &RecordId, subject: &EntityRef) -> Drift {
        let then = self.past.get(record).and_then(|tested| tested.tracked.get(subject));
        then.map_or(Drift::Unknown, |then| Drift::Known(differences(then, &self.tracked(subject))))
    }
}

impl Drift {
    /// Whether it is known that nothing has changed.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Known(differences) if differences.is_empty())
    }

    /// Whether it is known what has changed, and something has.
    #[must_use]
    pub fn is_something(&self) -> bool {
        matches!(self, Self::Known(differences) if !differences.is_empty())
    }
}
