//! Why a site is not committed to a branch.

use std::path::PathBuf;

/// Why a site is not committed. What people read of it stands in their language in `cli`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BranchError {
    /// The project lies in no repository with a working tree.
    NoRepository(PathBuf),
    /// The repository belongs to another user: git, too, would not use it.
    Owner(PathBuf),
    /// No branch can be called that.
    BadName(String),
    /// A branch of another name stands where this one would need a folder, or the other way round.
    NoRoom(String),
    /// Somebody works on the branch, in this folder: it would change under their hands.
    CheckedOut(PathBuf),
    /// The branch holds something else than a site.
    Foreign,
    /// The branch holds these beside a site, and they would be gone.
    Strange(Vec<String>),
    /// The branch holds more files than a site could.
    TooLarge,
    /// git does not know who commits.
    NoIdentity,
    /// This file of the site is not what was built, or changed meanwhile.
    Changed(String),
    /// Another program holds this lock, or died with it.
    Locked(PathBuf),
    /// Somebody else moved the branch meanwhile.
    Moved,
    /// git says no.
    Git(String),
}

impl From<git2::Error> for BranchError {
    fn from(error: git2::Error) -> Self {
        Self::Git(error.message().to_owned())
    }
}
