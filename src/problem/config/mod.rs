//! Faults in `book.toml`.

use crate::diagnostic::Code;

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] = &[];
