//! Files that cannot be read as they are.

use crate::diagnostic::Code;

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] = &[];
