//! The problems of reading a folder, as diagnostics.

use std::io;
use std::path::Path;

use super::tree::Refusal;
use crate::diagnostic::{Diagnostic, Severity, Subject, message};
use crate::problem::source::{
    BAD_NAME, LINK_CYCLE, LINK_DANGLING, LINK_OUTSIDE, NOT_UTF8, SPECIAL_FILE, TOO_LARGE, UNREADABLE,
};
use crate::source::SourcePath;

/// Reports a path that leads nowhere that may be read.
pub(super) fn refused(path: &SourcePath, refusal: &Refusal) -> Diagnostic {
    let subject = Subject::Path(path.clone());
    let path = path.as_str();
    match refusal {
        Refusal::Outside => Diagnostic::new(&LINK_OUTSIDE, subject, message!("source-link-outside", path = path))
            .help(message!("source-link-outside.help")),
        Refusal::Hidden => Diagnostic::new(&LINK_OUTSIDE, subject, message!("source-link-outside.hidden", path = path))
            .help(message!("source-link-outside.help")),
        Refusal::Dangling => Diagnostic::new(&LINK_DANGLING, subject, message!("source-link-dangling", path = path))
            .help(message!("source-link-dangling.help")),
        Refusal::Cycle => Diagnostic::new(&LINK_CYCLE, subject, message!("source-link-cycle", path = path))
            .help(message!("source-link-cycle.help")),
        Refusal::Special => Diagnostic::new(&SPECIAL_FILE, subject, message!("source-special-file", path = path))
            .help(message!("source-special-file.help")),
        Refusal::BadName => Diagnostic::new(&BAD_NAME, subject, message!("source-bad-name.target", path = path))
            .help(message!("source-bad-name.help")),
        Refusal::Unreadable(error) => unreadable_at(subject, path, error),
    }
}

/// Reports a folder shown through too many links.
pub(super) fn too_many_links(path: &SourcePath, most: usize) -> Diagnostic {
    let message = message!("source-link-cycle.many", path = path.as_str(), most = most);
    Diagnostic::new(&LINK_CYCLE, Subject::Path(path.clone()), message).help(message!("source-link-cycle.help"))
}

/// Reports a name that no path of a project has: not UTF-8, or with a back-slash.
pub(super) fn bad_name(folder: &SourcePath, relative: &Path) -> Diagnostic {
    let name = relative.to_string_lossy();
    let subject = Subject::Path(folder.join(&name).unwrap_or_else(|_| folder.clone()));
    Diagnostic::new(&BAD_NAME, subject, message!("source-bad-name", name = name.as_ref(), folder = folder.as_str()))
        .help(message!("source-bad-name.help"))
}

/// Reports a file or folder that the system does not let us read.
pub(super) fn unreadable(path: &SourcePath, error: &io::Error) -> Diagnostic {
    unreadable_at(Subject::Path(path.clone()), path.as_str(), error)
}

/// Reports a `.gitignore` that cannot be read: what it hides would be published.
pub(super) fn unreadable_list(path: &str, error: &io::Error) -> Diagnostic {
    let subject = SourcePath::new(path).map_or(Subject::Project, Subject::Path);
    let message = message!("source-unreadable.ignore-list", path = path, cause = error.to_string());
    Diagnostic::new(&UNREADABLE, subject, message).help(message!("source-unreadable.help"))
}

fn unreadable_at(subject: Subject, path: &str, error: &io::Error) -> Diagnostic {
    let message = message!("source-unreadable", path = path, cause = error.to_string());
    Diagnostic::new(&UNREADABLE, subject, message).help(message!("source-unreadable.help"))
}

/// Reports a text that is not UTF-8, at its first wrong byte (counted from 0) and the line of that (from 1).
pub(super) fn not_utf8(path: &SourcePath, byte: usize, line: usize) -> Diagnostic {
    let message = message!("source-not-utf8", path = path.as_str(), byte = byte, line = line);
    Diagnostic::new(&NOT_UTF8, Subject::Path(path.clone()), message).help(message!("source-not-utf8.help"))
}

/// Reports a text in UTF-16.
pub(super) fn utf16(path: &SourcePath) -> Diagnostic {
    let message = message!("source-not-utf8.utf16", path = path.as_str());
    Diagnostic::new(&NOT_UTF8, Subject::Path(path.clone()), message).help(message!("source-not-utf8.help"))
}

/// Reports a text that is too long to be read. A page is still there as a file to open; what a YAML file says would be missing
/// from the site without a word, so that is an error.
pub(super) fn too_large(path: &SourcePath, length: u64, limit: u64, is_yaml: bool) -> Diagnostic {
    let message =
        message!("source-too-large", path = path.as_str(), length = length.div_ceil(1 << 20), limit = limit >> 20);
    let mut diagnostic =
        Diagnostic::new(&TOO_LARGE, Subject::Path(path.clone()), message).help(message!("source-too-large.help"));
    if is_yaml {
        diagnostic.severity = Severity::Error;
    }
    diagnostic
}
