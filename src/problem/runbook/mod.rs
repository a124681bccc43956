//! Faults in what makes a page a runbook, and in `SUMMARY.md`.

use crate::diagnostic::{Code, Severity, explanation};

/// Two files that give one page.
pub(crate) static DUPLICATE_PAGE: Code = Code {
    name: "runbook/duplicate-page",
    default_severity: Severity::Error,
    explanation: explanation!("duplicate_page"),
};

/// A place to fill in that the front matter does not declare.
pub(crate) static UNRESOLVED_ASK: Code = Code {
    name: "runbook/unresolved-ask",
    default_severity: Severity::Error,
    explanation: explanation!("unresolved_ask"),
};

/// A chapter of `SUMMARY.md` without a file.
pub(crate) static MISSING_PAGE: Code =
    Code { name: "summary/missing-page", default_severity: Severity::Error, explanation: explanation!("missing_page") };

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] = &[&DUPLICATE_PAGE, &UNRESOLVED_ASK, &MISSING_PAGE];
