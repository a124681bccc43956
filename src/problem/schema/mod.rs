//! Faults in YAML texts: inventory, records, front matter.

use crate::diagnostic::Code;

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] = &[];
