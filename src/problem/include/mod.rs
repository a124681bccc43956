//! Includes that cannot be put in.

use crate::diagnostic::{Code, Severity, explanation};

/// An include of a file outside the project, or hidden.
pub(crate) static OUTSIDE: Code =
    Code { name: "include/outside", default_severity: Severity::Error, explanation: explanation!("outside") };

/// An include of something that does not exist.
pub(crate) static MISSING: Code =
    Code { name: "include/missing", default_severity: Severity::Error, explanation: explanation!("missing") };

/// Files that include each other.
pub(crate) static CYCLE: Code =
    Code { name: "include/cycle", default_severity: Severity::Error, explanation: explanation!("cycle") };

/// A page that grows beyond reason through its includes.
pub(crate) static TOO_LARGE: Code =
    Code { name: "include/too-large", default_severity: Severity::Error, explanation: explanation!("too_large") };

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] = &[&CYCLE, &MISSING, &OUTSIDE, &TOO_LARGE];
