//! What the exercises show of a thing, as courses over time.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::{Drift, Evidence, Level, Link, REHEARSAL, Standing};
use crate::names::EntityRef;
use crate::records::RecordId;
use crate::records::exercise::ExerciseType;
use crate::scalar::{Duration, Stated};
use crate::source::Snapshot;

use super::course::Course;
use super::reason::Why;
use super::supposed::{Supposed, SupposedExercise};

/// What an exercise shows of a thing.
#[derive(Clone, Debug)]
pub(super) struct Proof<'kb> {
    /// Which exercise; nothing of one that is only supposed.
    pub record: Option<&'kb RecordId>,
    /// Who did it.
    pub by: &'kb EntityRef,
    /// What it shows.
    pub link: Link,
    /// How much it is worth, on each day.
    pub course: Course<Level>,
    /// Whether it did not work: then older ones show nothing any more.
    pub has_failed: bool,
    /// How long it took.
    pub took: Took,
    /// Whether who did it wrote the page.
    pub is_author: Option<bool>,
    /// What makes it worth less, today.
    pub doubt: Option<Why>,
}

/// How long an exercise took.
#[derive(Clone, Copy, Debug)]
pub(super) enum Took {
    /// That long.
    Measured(Duration),
    /// Nobody measured it.
    Unknown,
    /// It is only supposed, and quick enough.
    Supposed,
}

/// What the exercises show of each thing, the newest first.
pub(super) struct Proofs<'kb> {
    kb: &'kb KnowledgeBase,
    of: BTreeMap<&'kb EntityRef, Vec<Proof<'kb>>>,
}

impl<'kb> Proofs<'kb> {
    /// Reads what the exercises up to the day of judgement show.
    pub(super) fn read(kb: &'kb KnowledgeBase, snapshot: &Snapshot) -> Self {
        let mut of: BTreeMap<&EntityRef, Vec<Proof<'_>>> = BTreeMap::new();
        for subject in kb.records.exercises.values().flat_map(|exercise| &exercise.subjects) {
            of.entry(subject).or_insert_with(|| {
                let evidence = kb.evidence(subject).into_iter().filter(|of| of.exercise.file.date <= kb.as_of);
                let counting = evidence.filter(|of| of.standing.counts());
                counting.map(|evidence| proof(kb, snapshot, subject, &evidence)).collect()
            });
        }
        Self { kb, of }
    }

    /// Returns what is shown in one respect of things that are tried together, such as a service and its backup. What is supposed to
    /// be done is the newest.
    pub(super) fn of<'s>(&'s self, things: &[&EntityRef], link: Link, supposed: &'s Supposed) -> Shown<'s> {
        let is_meant = |subject: &EntityRef| things.contains(&subject);
        let window = things.iter().map(|thing| self.kb.window(link, thing)).min().unwrap_or(REHEARSAL);
        let supposed = supposed.done.iter().filter(|exercise| exercise.subjects.iter().any(is_meant));
        let mut proofs: Vec<Proof<'s>> =
            supposed.map(|exercise| Proof::supposed(exercise, link, self.kb.as_of, window)).collect();
        let known = things.iter().flat_map(|thing| self.of.get(*thing).map(Vec::as_slice).unwrap_or_default());
        let mut by_record: BTreeMap<&RecordId, Proof<'s>> = BTreeMap::new();
        for proof in known.filter(|proof| proof.link == link) {
            let Some(record) = proof.record else { continue };
            let joined = match by_record.remove(record) {
                Some(other) => other.and(proof),
                None => proof.clone(),
            };
            by_record.insert(record, joined);
        }
        let mut has_failed = false;
        for proof in by_record.into_values().rev() {
            if proof.has_failed {
                has_failed = true;
                break;
            }
            proofs.push(proof);
        }
        Shown { proofs, has_failed }
    }
}

/// What is shown in one respect.
pub(super) struct Shown<'kb> {
    /// What worked, since the last failure; the newest first.
    pub proofs: Vec<Proof<'kb>>,
    /// Whether something was tried and did not work, and what was shown before does not count any more.
    pub has_failed: bool,
}

impl<'kb> Proof<'kb> {
    fn supposed(exercise: &'kb SupposedExercise, link: Link, today: Date, window: Duration) -> Self {
        Self {
            record: None,
            by: &exercise.by,
            link,
            course: fresh(today, window),
            has_failed: false,
            took: Took::Supposed,
            is_author: Some(false),
            doubt: None,
        }
    }

    /// Returns what it is worth for whoever did not do it themselves: a level less, on each day.
    pub(super) fn seen_by_others(&self) -> Course<Level> {
        self.course.map(|level| level.less(1))
    }

    /// What one exercise shows of two things together is what it shows of the one that has changed more.
    fn and(self, other: &Self) -> Self {
        let doubt = self.doubt.or_else(|| other.doubt.clone());
        let has_failed = self.has_failed || other.has_failed;
        Self { course: self.course.min(&other.course), doubt, has_failed, ..self }
    }
}

fn proof<'kb>(
    kb: &'kb KnowledgeBase,
    snapshot: &Snapshot,
    subject: &'kb EntityRef,
    evidence: &Evidence<'kb>,
) -> Proof<'kb> {
    let exercise = evidence.exercise;
    let author = |page| kb.runbooks.get(page).and_then(|page| kb.is_author(evidence.by, page, snapshot));
    Proof {
        record: Some(&exercise.file.id),
        by: evidence.by,
        link: evidence.link,
        course: course(evidence),
        has_failed: exercise.has_failed(),
        took: match exercise.took.as_ref().and_then(Stated::known) {
            Some(took) => Took::Measured(*took),
            None => Took::Unknown,
        },
        is_author: match subject {
            EntityRef::Runbook(id) => author(id),
            _ => Some(false),
        },
        doubt: doubt(evidence, kb.as_of),
    }
}

/// What an exercise is worth on each day: it changes when it is done, when its window ends, and when as much time again has passed.
fn course(evidence: &Evidence<'_>) -> Course<Level> {
    let ends = [evidence.trust_until(), evidence.spent_after()].into_iter().flatten();
    let days = std::iter::once(evidence.exercise.file.date).chain(ends.filter_map(|day| day.tomorrow().ok()));
    Course::new(Level::OnPaper, days.map(|day| (day, evidence.level(day))))
}

/// What an exercise of today is worth that works.
fn fresh(today: Date, window: Duration) -> Course<Level> {
    let ends = |day: Option<Date>| day.and_then(|day| day.tomorrow().ok());
    let once = window.after(today);
    let twice = once.and_then(|day| window.after(day));
    let steps = [(Some(today), Level::Proven), (ends(once), Level::Shown), (ends(twice), Level::OnPaper)];
    Course::new(Level::OnPaper, steps.into_iter().filter_map(|(day, level)| Some((day?, level))))
}

/// What makes an exercise worth less than one that was done today.
fn doubt(evidence: &Evidence<'_>, today: Date) -> Option<Why> {
    let old = evidence.trust_until().filter(|until| today > *until);
    match (&evidence.drift, &evidence.standing) {
        (drift, _) if drift.is_something() => Some(Why::Changed),
        _ if old.is_some() => old.map(Why::Old),
        (_, Standing::Reported(_)) => Some(Why::Reported),
        (Drift::Unknown, _) => Some(Why::ChangeUnknown),
        _ => None,
    }
}

/// Whether an exercise was one of taking over, and worked; until when that is within a year.
pub(super) fn rehearsed(kb: &KnowledgeBase, supposed: &Supposed) -> Course<bool> {
    let rehearsals = kb.counting_exercises().filter(|(by, exercise)| {
        let is_rehearsal = exercise.exercise_type == Stated::Known(ExerciseType::Takeover);
        is_rehearsal && exercise.has_worked() && !supposed.is_gone(by)
    });
    let within = rehearsals.map(|(_, exercise)| {
        let day = exercise.file.date;
        let end = REHEARSAL.after(day).and_then(|day| day.tomorrow().ok());
        Course::new(false, std::iter::once((day, true)).chain(end.map(|end| (end, false))))
    });
    within.fold(Course::always(false), |all, one| all.max(&one))
}
