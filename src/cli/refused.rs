//! What stopped a command that looks at a folder, a repository or a copy of a site, in the words of whoever reads it.

use std::error::Error;

use crate::bundle::SUMS;
use crate::diagnostic::{Message, message};
use crate::io::copy::CopyError;
use crate::io::disk::{self, DiskError};
use crate::io::git::{PastError, SiteError};

/// Returns the sentence that says a cause; nothing of a cause that speaks for itself, such as what the system says.
pub(super) fn sentence(cause: &(dyn Error + 'static)) -> Option<Message> {
    if let Some(error) = cause.downcast_ref::<DiskError>() {
        return Some(of_disk(error));
    }
    if let Some(error) = cause.downcast_ref::<PastError>() {
        return Some(of_past(error));
    }
    if let Some(error) = cause.downcast_ref::<CopyError>() {
        return Some(of_copy(error));
    }
    match cause.downcast_ref::<SiteError>()? {
        SiteError::Past(error) => Some(of_past(error)),
        SiteError::Copy(error) => Some(of_copy(error)),
    }
}

fn of_disk(error: &DiskError) -> Message {
    match error {
        DiskError::Missing { path } => message!("refused-no-folder", path = disk::shown(path)),
        DiskError::NotAFolder { path } => message!("refused-not-a-folder", path = disk::shown(path)),
        // What the system says is the next cause.
        DiskError::Unreadable { path, source: _ } => {
            message!("refused-unreadable-folder", path = disk::shown(path))
        }
    }
}

fn of_past(error: &PastError) -> Message {
    match error {
        PastError::NoRepository(path) => message!("refused-no-repository", path = disk::shown(path)),
        PastError::Unknown(name) => message!("refused-unknown-name", name = name.as_str()),
        PastError::Ambiguous(name) => message!("refused-ambiguous-name", name = name.as_str()),
        PastError::NoCommit(name) => message!("refused-no-commit", name = name.as_str()),
        PastError::TooEarly(date) => message!("refused-too-early", date = date.to_string()),
        PastError::CutOff(date) => message!("refused-cut-off", date = date.to_string()),
        PastError::NoProject { folder, revision } => {
            message!("refused-no-project", path = folder.as_str(), revision = revision.as_str())
        }
        PastError::Unreadable(reason) => message!("refused-unreadable-repository", reason = reason.as_str()),
    }
}

fn of_copy(error: &CopyError) -> Message {
    match error {
        CopyError::Disk(error) => of_disk(error),
        CopyError::NoList(path) => message!("refused-no-list", path = path.as_str(), list = SUMS),
        CopyError::Unreadable(path, reason) => {
            message!("refused-unreadable-list", path = path.as_str(), list = SUMS, reason = reason.to_string())
        }
    }
}
