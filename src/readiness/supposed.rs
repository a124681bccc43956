//! What is supposed when a verdict is asked for: who and what is gone, and what somebody might do.

use std::collections::BTreeSet;

use crate::names::EntityRef;

/// What is supposed.
#[derive(Clone, Debug, Default)]
pub struct Supposed {
    /// People and things that are gone.
    pub gone: BTreeSet<EntityRef>,
    /// Exercises that somebody might do today, and that work.
    pub done: Vec<SupposedExercise>,
}

/// An exercise that somebody might do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupposedExercise {
    /// Who.
    pub by: EntityRef,
    /// With what.
    pub subjects: BTreeSet<EntityRef>,
}

impl Supposed {
    /// Whether somebody or something is gone.
    #[must_use]
    pub fn is_gone(&self, thing: &EntityRef) -> bool {
        self.gone.contains(thing)
    }

    /// Supposes that these are gone, too.
    #[must_use]
    pub fn without(mut self, gone: impl IntoIterator<Item = EntityRef>) -> Self {
        self.gone.extend(gone);
        self
    }

    /// Supposes that somebody did something, too.
    #[must_use]
    pub fn with(mut self, exercise: SupposedExercise) -> Self {
        self.done.push(exercise);
        self
    }
}
