//! A past that is not known, or not wholly.

use crate::diagnostic::{Code, Severity, explanation};

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] = &[&DIRTY_BUILD, &SHALLOW, &UNREADABLE];

pub(crate) static DIRTY_BUILD: Code =
    Code { name: "git/dirty-build", default_severity: Severity::Warning, explanation: explanation!("dirty_build") };

pub(crate) static SHALLOW: Code =
    Code { name: "git/shallow", default_severity: Severity::Warning, explanation: explanation!("shallow") };

pub(crate) static UNREADABLE: Code =
    Code { name: "git/unreadable", default_severity: Severity::Warning, explanation: explanation!("unreadable") };
