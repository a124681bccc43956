//! The order in which diagnostics are reported.

use super::{Diagnostic, Subject, Waived};
use crate::source::{Snapshot, SourcePath, Span};

/// Sorts diagnostics by file, place and code; what concerns the project as a whole comes first.
///
/// Diagnostics alike in all of these keep their order. Of equal ones, such as a fault in a file that several pages include, one
/// stays.
pub fn sort(diagnostics: &mut Vec<Diagnostic>, snapshot: &Snapshot) {
    diagnostics.sort_by_cached_key(|diagnostic| key(diagnostic, snapshot));
    diagnostics.dedup();
}

/// Sorts what was accepted as [`sort`] does.
pub fn sort_waived(waived: &mut Vec<Waived>, snapshot: &Snapshot) {
    waived.sort_by_cached_key(|waived| key(&waived.finding, snapshot));
    waived.dedup();
}

fn key(diagnostic: &Diagnostic, snapshot: &Snapshot) -> (Option<SourcePath>, Span, &'static str) {
    let (path, span) = match &diagnostic.subject {
        Subject::Place(place) => (Some(snapshot.file(place.file).path.clone()), place.span),
        Subject::Path(path) => (Some(path.clone()), Span::default()),
        Subject::Project => (None, Span::default()),
    };
    (path, span, diagnostic.code.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Explanation, Severity, message};
    use crate::source::Place;

    static FIRST: Code = code("a/b");
    static SECOND: Code = code("b/a");

    const fn code(name: &'static str) -> Code {
        Code { name, default_severity: Severity::Error, explanation: Explanation { en: "", fr: "" } }
    }

    #[test]
    fn files_come_by_path_and_places_by_line_whatever_was_found_first() {
        let snapshot = Snapshot::from_archive("-- a.md --\nxyz\n-- c.md --\nxyz\n");
        let [a, c] = snapshot.files() else { panic!("two files") };
        let at = |code, file: &crate::source::SourceFile, start| {
            Diagnostic::at(code, Place { file: file.id, span: Span::new(start..start + 1) }, message!("x"))
        };
        let path = |path| Subject::Path(SourcePath::new(path).unwrap());
        let sorted = [
            Diagnostic::new(&SECOND, Subject::Project, message!("x")),
            at(&FIRST, a, 0),
            at(&SECOND, a, 0),
            at(&FIRST, a, 2),
            Diagnostic::new(&FIRST, path("b.png"), message!("x")),
            at(&FIRST, c, 1),
        ];
        let mut diagnostics = sorted.to_vec();
        diagnostics.reverse();
        sort(&mut diagnostics, &snapshot);
        assert_eq!(diagnostics, sorted);
    }
}
