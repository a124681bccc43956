//! Diagnostics as lines of text, for tests.

use crate::diagnostic::{Diagnostic, Subject};
use crate::source::Snapshot;
use crate::words::{Language, Words};

/// Says each diagnostic on a line: `severity[code] path:line:column message | help | help`, in the order found.
pub(crate) fn lines(diagnostics: &[Diagnostic], snapshot: &Snapshot) -> String {
    let words = Words::load(&Language::ENGLISH);
    let line = |diagnostic: &Diagnostic| {
        let subject = match &diagnostic.subject {
            Subject::Place(place) => {
                let at = snapshot.line_column(*place);
                format!("{}:{}:{}", snapshot.file(place.file).path.file_name(), at.line, at.column)
            }
            Subject::Path(path) => path.as_str().to_owned(),
            Subject::Project => "-".to_owned(),
        };
        let help: String = diagnostic.help.iter().map(|help| format!(" | {}", words.say(help))).collect();
        let message = words.say(&diagnostic.message);
        format!("{}[{}] {subject} {message}{help}\n", diagnostic.severity.name(), diagnostic.code.name)
    };
    diagnostics.iter().map(line).collect()
}
