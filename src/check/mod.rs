//! Checks: what is wrong with what was written, and what is missing from what is known.
//!
//! One file per check, `check/<group>/<defect>.rs` for `group/defect`: the `static`, its explanation in two languages beside it,
//! `run`, and two tests, a fixture where it fires and a near miss where it stays silent.

use crate::diagnostic::{Code, Diagnostic};
use crate::knowledge::KnowledgeBase;
use crate::source::Snapshot;

/// A check: the kind of problem it finds, and how.
pub struct Check {
    /// The kind of problem.
    pub code: Code,
    /// What it looks at.
    pub stage: Stage,
}

/// What a check looks at.
pub enum Stage {
    /// The text of the files, before anything is understood. Called per file, in parallel.
    Snapshot(fn(&'static Code, &crate::source::SourceFile, &mut Vec<Diagnostic>)),
    /// All that is known.
    Knowledge(fn(&'static Code, &KnowledgeBase, &Snapshot, &mut Vec<Diagnostic>)),
}

/// Every check, by name.
pub static CHECKS: &[&Check] = &[];

/// Runs every check; findings in the order of files and places.
#[must_use]
pub fn run(kb: &KnowledgeBase, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let _ = (kb, snapshot);
    Vec::new()
}
