//! Findings that somebody accepted for a time.

use jiff::civil::Date;

use super::Diagnostic;

/// A finding that somebody accepted until a day: it is told, and counts no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waived {
    /// What was found.
    pub finding: Diagnostic,
    /// Why it is accepted.
    pub because: String,
    /// Who accepts it, as written.
    pub by: String,
    /// The last day on which it is.
    pub until: Date,
}
