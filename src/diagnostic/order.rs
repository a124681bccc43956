//! The order in which diagnostics are reported.

use super::{Diagnostic, Subject};
use crate::source::{Snapshot, Span};

/// Sorts diagnostics by file, place and code; what concerns the project as a whole comes first.
///
/// Diagnostics alike in all of these keep their order.
pub fn sort(diagnostics: &mut [Diagnostic], snapshot: &Snapshot) {
    diagnostics.sort_by_cached_key(|diagnostic| {
        let (path, span) = match &diagnostic.subject {
            Subject::Place(place) => (Some(snapshot.file(place.file).path.clone()), place.span),
            Subject::Path(path) => (Some(path.clone()), Span::default()),
            Subject::Project => (None, Span::default()),
        };
        (path, span, diagnostic.code.name)
    });
}
