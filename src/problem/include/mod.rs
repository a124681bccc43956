//! Includes that cannot be put in.

use crate::diagnostic::Code;

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] = &[];
