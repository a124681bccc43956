//! What is known of a backup from those who brought something back from it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::catalog::backup::Backup;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::{Drift, Evidence, Link};
use crate::knowledge::tracked::TrackedName;
use crate::names::{EntityRef, Kind};
use crate::records::exercise::{Exercise, ExerciseType};
use crate::scalar::{Duration, Stated};

/// An exercise in which somebody brought something back from a backup, or tried to.
pub(super) struct Restore<'kb> {
    pub(super) exercise: &'kb Exercise,
    /// Whether anybody answers for the record.
    pub(super) counts: bool,
    /// Whether it worked, and somebody answers for it.
    pub(super) is_proof: bool,
    /// The last day on which it may be trusted.
    pub(super) until: Option<Date>,
    /// What it depends on and has changed since, as `kind:id.field`; what nobody can compare is not among it.
    pub(super) changed: Vec<String>,
}

impl Restore<'_> {
    /// Whether nothing came back, and somebody answers for that.
    pub(super) fn has_failed(&self) -> bool {
        self.counts && self.exercise.has_failed()
    }
}

/// Returns what tells of a backup, the newest first: restores of it, of what it alone covers, and by the page that it alone names. Most
/// people name one of the three.
pub(super) fn restores<'kb>(kb: &'kb KnowledgeBase, backup: &Backup) -> Vec<Restore<'kb>> {
    let is_alone = |thing: &EntityRef, field: &str| {
        kb.referring(thing, field).filter(|from| from.kind() == Kind::Backup).nth(1).is_none()
    };
    let covers = backup.covers.known().into_iter().flatten().map(|cover| cover.of.clone());
    let page = backup.restore.known().map(EntityRef::from);
    let mut subjects = vec![EntityRef::from(&backup.id)];
    subjects.extend(covers.filter(|of| is_alone(of, "covers")));
    subjects.extend(page.filter(|page| is_alone(page, "restore")));
    subjects.dedup();
    let mut restores: BTreeMap<_, Restore<'kb>> = BTreeMap::new();
    for evidence in subjects.iter().flat_map(|subject| kb.evidence(subject)).filter(is_restore) {
        let restore = restores.entry(&evidence.exercise.file.id).or_insert_with(|| Restore {
            exercise: evidence.exercise,
            counts: false,
            is_proof: false,
            until: evidence.trust_until(),
            changed: Vec::new(),
        });
        restore.counts |= evidence.standing.counts();
        restore.is_proof |= evidence.is_proof();
        for fact in changed(&evidence) {
            if !restore.changed.contains(&fact) {
                restore.changed.push(fact);
            }
        }
    }
    restores.into_values().rev().collect()
}

/// Returns how long it took to bring the data back, and how old it was, the last time that worked and was measured.
pub(super) fn measured<T>(restores: &[Restore<'_>], of: impl Fn(&Exercise) -> Option<T>) -> Option<(T, Date)> {
    let proofs = restores.iter().filter(|restore| restore.is_proof);
    proofs.filter_map(|restore| Some((of(restore.exercise)?, restore.exercise.file.date))).next()
}

/// Returns how long a restore took, where that was noted, and nothing else was done in that time.
pub(super) fn took(exercise: &Exercise) -> Option<Duration> {
    let backups = exercise.subjects.iter().filter(|subject| subject.kind() == Kind::Backup).count();
    let is_it_alone = exercise.exercise_type == Stated::Known(ExerciseType::Restore) && backups <= 1;
    exercise.took.as_ref().and_then(Stated::known).copied().filter(|_| is_it_alone)
}

fn is_restore(evidence: &Evidence<'_>) -> bool {
    evidence.link == Link::Data || evidence.exercise.exercise_type == Stated::Known(ExerciseType::Restore)
}

/// The fields that changed since. Of changed steps the check of pages tells.
fn changed(evidence: &Evidence<'_>) -> Vec<String> {
    let Drift::Known(differences) = &evidence.drift else { return Vec::new() };
    let fields = differences.iter().filter_map(|difference| match &difference.name {
        TrackedName::Field(field) => Some(format!("{}.{field}", difference.of)),
        TrackedName::Step(_) => None,
    });
    fields.collect()
}
