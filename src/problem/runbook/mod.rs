//! Faults in what makes a page a runbook, and in `SUMMARY.md`.

use crate::diagnostic::Code;

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] = &[];
