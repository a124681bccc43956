//! A repository for several threads: libgit2 lets each open one be used by one at a time.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use git2::{Blob, Oid, Repository, RepositoryOpenFlags};

/// Opens the repository that a folder lies in, by the rules of git: its owner must be trusted.
pub(super) fn open(folder: &Path) -> Result<Repository, git2::Error> {
    Repository::open_ext(folder, RepositoryOpenFlags::empty(), std::iter::empty::<&Path>())
}

/// Reads a blob of at most so many bytes; nothing when it is longer, which is told without reading it.
pub(super) fn blob(repository: &Repository, id: Oid, most: usize) -> Result<Option<Blob<'_>>, git2::Error> {
    let (length, _) = repository.odb()?.read_header(id)?;
    if length > most { Ok(None) } else { repository.find_blob(id).map(Some) }
}

/// A repository, open as often as threads read from it at once.
pub(super) struct Pool {
    folder: PathBuf,
    idle: Mutex<Vec<Repository>>,
}

impl Pool {
    /// Starts with a repository that was opened from this folder.
    pub(super) fn new(folder: &Path, repository: Repository) -> Self {
        Self { folder: folder.to_owned(), idle: Mutex::new(vec![repository]) }
    }

    /// Lends a repository.
    pub(super) fn with<T>(&self, work: impl FnOnce(&Repository) -> Result<T, git2::Error>) -> Result<T, git2::Error> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let repository = match idle {
            Some(repository) => repository,
            None => open(&self.folder)?,
        };
        let result = work(&repository);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(repository);
        result
    }
}
