//! References to nothing.

use crate::diagnostic::{Code, Severity, explanation};

/// A reference to something that nothing describes.
pub(crate) static DANGLING: Code =
    Code { name: "ref/dangling", default_severity: Severity::Error, explanation: explanation!("dangling") };

/// A reference to a kind of thing that the field does not take, or in a form that it does not take.
pub(crate) static WRONG_KIND: Code =
    Code { name: "ref/wrong-kind", default_severity: Severity::Error, explanation: explanation!("wrong_kind") };

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] = &[&DANGLING, &WRONG_KIND];
