//! An exercise: what somebody tried, on which day, and what came out of it.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diagnostic::{Diagnostic, message};
use crate::names::{EntityRef, Kind, Takes};
use crate::problem::record::FOUND_NOTHING;
use crate::scalar::{Audience, Day, Duration, Stated, words};
use crate::schema::Pointer;

use super::RecordFile;
use super::found::Found;
use super::lower::Lower;

words! {
    /// How near to the real thing an exercise came.
    ExerciseType in "exercise-type" {
        /// Somebody signed in, or opened something.
        AccessCheck = "access-check",
        /// Somebody read the pages and said where they would be stuck.
        ReadThrough = "read-through",
        /// Several people talked a case through.
        Tabletop = "tabletop",
        /// A page or a part of the operations was done for real.
        Partial = "partial",
        /// Data was brought back.
        Restore = "restore",
        /// Everything was taken over, for a while.
        Takeover = "takeover",
    }
}

words! {
    /// How an exercise ended.
    ExerciseResult in "exercise-result" {
        /// As written.
        Pass = "pass",
        /// It worked, after something was put right.
        PassWithFixes = "pass-with-fixes",
        /// It did not work.
        Fail = "fail",
    }
}

impl ExerciseType {
    /// Whether something was done, and not only read or talked about.
    #[must_use]
    pub fn is_done(self) -> bool {
        !matches!(self, Self::ReadThrough | Self::Tabletop)
    }

    /// Whether how long it took is the point of it.
    fn is_timed(self) -> bool {
        matches!(self, Self::Restore | Self::Takeover)
    }
}

/// An exercise as written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExerciseDescriptor {
    date: Stated<Day>,
    r#type: Stated<ExerciseType>,
    #[schemars(example = &"admin-secours")]
    by: Stated<String>,
    #[serde(default)]
    helped_by: Vec<String>,
    #[schemars(example = &["service:nextcloud"])]
    subjects: Stated<Vec<String>>,
    result: Stated<ExerciseResult>,
    took: Option<Stated<Duration>>,
    data_age: Option<Duration>,
    found: Stated<Found>,
    fixed_in: Option<String>,
    audience: Option<Audience>,
    #[serde(default)]
    audiences: BTreeMap<String, Audience>,
}

/// An exercise.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// Its file, with its day.
    pub file: RecordFile,
    /// How near to the real thing it came.
    pub exercise_type: Stated<ExerciseType>,
    /// Who did it: a person or a partner.
    pub by: Stated<EntityRef>,
    /// Who was asked on the way. Help is no shame, and worth knowing.
    pub helped_by: Vec<EntityRef>,
    /// What it was about.
    pub subjects: Vec<EntityRef>,
    /// How it ended.
    pub result: Stated<ExerciseResult>,
    /// How long it took; always said for what is timed.
    pub took: Option<Stated<Duration>>,
    /// How old the data was that came back: the measured loss.
    pub data_age: Option<Duration>,
    /// What was found on the way.
    pub found: Stated<Found>,
    /// The commit in which what was found was put right.
    pub fixed_in: Option<String>,
    /// Who may read it; admins when it does not say.
    pub audience: Option<Audience>,
    /// Who may read which of its fields, where that differs from what is usual.
    pub audiences: BTreeMap<String, Audience>,
}

impl Exercise {
    /// Whether it worked, with or without fixes.
    #[must_use]
    pub fn has_worked(&self) -> bool {
        matches!(self.result, Stated::Known(ExerciseResult::Pass | ExerciseResult::PassWithFixes))
    }

    /// Whether it did not work. As long as nobody says how it ended, it neither worked nor failed.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.result == Stated::Known(ExerciseResult::Fail)
    }

    /// Whether somebody opened one of these things, and that worked.
    #[must_use]
    pub fn opens(&self, things: &BTreeSet<EntityRef>) -> bool {
        self.exercise_type == Stated::Known(ExerciseType::AccessCheck)
            && self.has_worked()
            && self.subjects.iter().any(|subject| things.contains(subject))
    }

    pub(super) fn lower(file: RecordFile, descriptor: ExerciseDescriptor, lower: &mut Lower<'_>) -> Self {
        let ExerciseDescriptor {
            date,
            r#type,
            by,
            helped_by,
            subjects,
            result,
            took,
            data_age,
            found,
            fixed_in,
            audience,
            audiences,
        } = descriptor;
        lower.compare_day(file.date, "date", date.known());
        let is_timed = r#type.known().is_some_and(|exercise_type| exercise_type.is_timed());
        if is_timed && !lower.is_written("took") {
            lower.diagnostics.push(lower.yaml.missing(&Pointer::root(), "took", "45m"));
        }
        let is_clean = matches!(result, Stated::Known(ExerciseResult::Pass) | Stated::Unknown | Stated::None(_));
        if !is_clean && found.known().is_some_and(|found| found.0.is_empty()) {
            let place = lower.yaml.place(&Pointer::root().key("found"));
            let message = message!("record-found-nothing");
            lower
                .diagnostics
                .push(Diagnostic::at(&FOUND_NOTHING, place, message).help(message!("record-found-nothing.help")));
        }
        let helped_at = Pointer::root().key("helped_by");
        let helped = helped_by.iter().enumerate();
        Self {
            file,
            exercise_type: r#type,
            by: lower.stated_actor("by", by),
            helped_by: helped.filter_map(|(index, who)| lower.actor(&helped_at.item(index), who)).collect(),
            subjects: match subjects {
                Stated::Known(written) => lower.references("subjects", written, Takes::Reference(&Kind::ALL)),
                Stated::Unknown | Stated::None(_) => Vec::new(),
            },
            result,
            took: if is_timed { Some(took.unwrap_or_default()) } else { took },
            data_age,
            found,
            fixed_in,
            audience,
            audiences,
        }
    }
}
