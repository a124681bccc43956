//! What was proven, by whom, how that is known, until when it may be trusted, and what has changed since.
//!
//! The steps, one file each: who committed a record (`standing`), how long it is good and what it is worth on a day (`trust`), and
//! what the records were made against (`past`). The newest record of each person about a thing decides; how ready somebody is to
//! take over stands on what is worked out here.

mod authors;
mod page;
mod past;
mod standing;
#[cfg(test)]
mod tests;
mod trust;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::chronicle::Changes;
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::records::acknowledgement::Acknowledgement;
use crate::records::exercise::{Exercise, ExerciseType};
use crate::records::{Record, RecordId, Records};
use crate::scalar::Duration;

pub use page::PageTrust;
pub use past::{Drift, Past, Tested};
use standing::Word;
pub use standing::{Reporter, Standing};
pub use trust::{COPY, Level, Link, REHEARSAL};

/// What an exercise says about one thing.
#[derive(Debug)]
pub struct Evidence<'kb> {
    /// The exercise.
    pub exercise: &'kb Exercise,
    /// Who did it.
    pub by: &'kb EntityRef,
    /// What it shows: a way in, a way to do it, data that comes back.
    pub link: Link,
    /// Whether something was done.
    is_done: bool,
    /// How it is known that they did.
    pub standing: Standing<'kb>,
    /// How long it is good for.
    pub window: Duration,
    /// What has changed since.
    pub drift: Drift,
}

/// What a reader said back of a thing.
#[derive(Debug)]
pub struct ReadBack<'kb> {
    /// The record.
    pub acknowledgement: &'kb Acknowledgement,
    /// Who read it.
    pub by: &'kb EntityRef,
    /// How it is known that they did.
    pub standing: Standing<'kb>,
    /// What has changed since of what evidence depends on: then it must be read again.
    pub drift: Drift,
    /// All that has changed since; nothing where that is not known.
    pub changes: Option<&'kb Changes>,
}

/// The records about each thing, the newest first.
pub(super) type About = BTreeMap<EntityRef, Vec<RecordId>>;

/// Finds which records are about each thing, or were made by them.
pub(super) fn about(records: &Records) -> About {
    let mut about = About::new();
    for record in records.iter() {
        let things: BTreeSet<&EntityRef> = record.subjects().into_iter().chain(record.people()).collect();
        for thing in things {
            about.entry(thing.clone()).or_default().push(record.file().id.clone());
        }
    }
    let newest_first =
        |left: &RecordId, right: &RecordId| (right.name(), right.kind()).cmp(&(left.name(), left.kind()));
    about.values_mut().for_each(|ids| ids.sort_unstable_by(newest_first));
    about
}

impl KnowledgeBase {
    /// Returns the records about a thing, and of what somebody did, the newest first.
    pub fn records_of(&self, thing: &EntityRef) -> impl Iterator<Item = Record<'_>> {
        self.about.get(thing).into_iter().flatten().filter_map(|id| self.records.get(id))
    }

    /// Returns what exercises say about a thing: of each person the one that decides for each link, of their own, of those that others
    /// say, and of those that do not count; the newest first.
    #[must_use]
    pub fn evidence(&self, subject: &EntityRef) -> Vec<Evidence<'_>> {
        let deciding = self.deciding(subject).into_iter();
        deciding
            .map(|(by, link, exercise)| Evidence {
                exercise,
                by,
                link,
                is_done: is_done(exercise, subject),
                standing: self.standing(&exercise.file, by),
                window: self.window(link, subject),
                drift: self.drift(&exercise.file.id, subject),
            })
            .collect()
    }

    /// Returns the exercises that decide about a thing, each with who did it and what it shows, the newest first.
    fn deciding(&self, subject: &EntityRef) -> Vec<(&EntityRef, Link, &Exercise)> {
        let mut decided: BTreeMap<(&EntityRef, Link, Word), &Exercise> = BTreeMap::new();
        for record in self.records_of(subject) {
            let Record::Exercise(exercise) = record else { continue };
            let Some(by) = exercise.by.known().filter(|_| exercise.subjects.contains(subject)) else { continue };
            // What others say stands beside what somebody says themselves, and what nobody answers for yet beside both: none of
            // it hides the other.
            let word = self.standing(&exercise.file, by).word();
            let newer = decided.entry((by, Link::of(exercise, subject), word)).or_insert(exercise);
            // Whoever reads a page again has not unlearnt to follow it.
            if !decides(newer, subject) && decides(exercise, subject) {
                *newer = exercise;
            }
        }
        // What others said before somebody did it themselves adds nothing.
        let own: BTreeMap<(&EntityRef, Link), &RecordId> = decided
            .iter()
            .filter(|((.., word), _)| *word == Word::Own)
            .map(|((by, link, _), exercise)| ((*by, *link), &exercise.file.id))
            .collect();
        let is_newer = |by, link, exercise: &Exercise| own.get(&(by, link)).is_some_and(|own| **own > exercise.file.id);
        decided.retain(|(by, link, word), exercise| *word != Word::Others || !is_newer(*by, *link, exercise));
        let mut deciding: Vec<_> = decided.into_iter().map(|((by, link, _), exercise)| (by, link, exercise)).collect();
        deciding.sort_by(|(.., left), (.., right)| right.file.id.cmp(&left.file.id));
        deciding
    }

    /// Returns what was tried until now that somebody answers for, with who did it; in the order of their files, which begin with the day.
    pub fn counting_exercises(&self) -> impl DoubleEndedIterator<Item = (&EntityRef, &Exercise)> {
        self.records.exercises.values().filter_map(|exercise| self.counting(exercise))
    }

    /// Returns the same of what is about a thing, or was done by somebody or with their help; the newest first. Found without a look at
    /// the others.
    pub fn counting_exercises_of(&self, thing: &EntityRef) -> impl Iterator<Item = (&EntityRef, &Exercise)> {
        self.records_of(thing).filter_map(|record| match record {
            Record::Exercise(exercise) => self.counting(exercise),
            _ => None,
        })
    }

    /// Returns the newest exercise that a partner did or helped with, in which something was done and worked.
    #[must_use]
    pub fn last_tried_with(&self, partner: &EntityRef) -> Option<&Exercise> {
        let mut tried = self.counting_exercises_of(partner).map(|(_, exercise)| exercise);
        tried.find(|exercise| exercise.has_worked() && exercise.exercise_type.known().is_some_and(|of| of.is_done()))
    }

    fn counting<'kb>(&self, exercise: &'kb Exercise) -> Option<(&'kb EntityRef, &'kb Exercise)> {
        let by = exercise.by.known()?;
        let counts = exercise.file.date <= self.as_of && self.standing(&exercise.file, by).counts();
        counts.then_some((by, exercise))
    }

    /// Returns what an exercise will show of its subjects once the person who did it has committed it, and until when that may be
    /// trusted; nothing when it shows that something does not work, or nothing was done.
    #[must_use]
    pub fn promised<'r>(&self, exercise: &'r Exercise) -> Vec<(&'r EntityRef, Option<Date>)> {
        let subjects = exercise.subjects.iter().filter(|subject| exercise.has_worked() && is_done(exercise, subject));
        let until = |subject: &EntityRef| self.window(Link::of(exercise, subject), subject).after(exercise.file.date);
        subjects.map(|subject| (subject, until(subject))).collect()
    }

    /// Returns who said back what a thing means: of each person the newest that counts, and beside it what is not
    /// committed yet; the newest first.
    #[must_use]
    pub fn read_back(&self, subject: &EntityRef) -> Vec<ReadBack<'_>> {
        self.acknowledged(subject)
            .map(|(by, acknowledgement)| ReadBack {
                acknowledgement,
                by,
                standing: self.standing(&acknowledgement.file, by),
                drift: self.drift(&acknowledgement.file.id, subject),
                changes: self.past.get(&acknowledgement.file.id).and_then(|tested| tested.changes.as_ref()),
            })
            .collect()
    }

    /// Returns the newest acknowledgement of each reader that counts, with who it is.
    fn acknowledged<'kb>(
        &'kb self,
        subject: &EntityRef,
    ) -> impl Iterator<Item = (&'kb EntityRef, &'kb Acknowledgement)> {
        let mut seen = BTreeSet::new();
        self.records_of(subject).filter_map(move |record| {
            let Record::Acknowledgement(acknowledgement) = record else { return None };
            let is_about = acknowledgement.subject.known() == Some(subject) && acknowledgement.is_enough();
            let by = acknowledgement.by.known().filter(|_| is_about)?;
            let counts = self.standing(&acknowledgement.file, by).counts();
            if !seen.insert((by, counts)) {
                return None;
            }
            Some((by, acknowledgement))
        })
    }
}

/// Whether an exercise takes the place of older ones: something was done, or it did not work. What is only read does not.
fn decides(exercise: &Exercise, subject: &EntityRef) -> bool {
    is_done(exercise, subject) || exercise.has_failed()
}

/// Whether the last try that anybody answers for did not work, of what the exercises say about a thing, the newest first. A failure
/// stands until somebody later did as much; neither reading nor signing in takes it away.
#[must_use]
pub fn has_failed_last(evidence: &[Evidence<'_>]) -> bool {
    let mut done: Option<Link> = None;
    for of in evidence.iter().filter(|of| of.standing.counts()) {
        if of.exercise.has_failed() && done.is_none_or(|done| done < of.link) {
            return true;
        }
        if of.is_proof() {
            done = done.max(Some(of.link));
        }
    }
    false
}

/// Whether something was done with a thing, and not only read or talked about. Whoever tried a way in has not followed the page that
/// names it.
fn is_done(exercise: &Exercise, subject: &EntityRef) -> bool {
    match exercise.exercise_type.known() {
        Some(ExerciseType::AccessCheck) => !matches!(subject, EntityRef::Runbook(_)),
        exercise_type => exercise_type.copied().is_some_and(ExerciseType::is_done),
    }
}

impl ReadBack<'_> {
    /// Whether it is known that what was read is not what is there now.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.drift.is_something() || self.changes.is_some_and(|changes| !changes.is_empty())
    }
}

impl Evidence<'_> {
    /// Whether something was done, and not only read or talked about.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.is_done
    }

    /// Whether it shows anything at all: something was done, it worked, and somebody answers for it.
    #[must_use]
    pub fn is_proof(&self) -> bool {
        self.has_worked() && self.is_done() && self.standing.counts()
    }
}
