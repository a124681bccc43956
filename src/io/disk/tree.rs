//! A folder on disk as a tree of files.
#![expect(clippy::disallowed_methods, reason = "this is the door")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::beneath::Beneath;
use crate::io::files::Folder;
use crate::io::files::tree::{Entry, EntryKind, Opened, Refusal, Target, Tree};
use crate::source::SourcePath;

/// Why a folder cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum DiskError {
    /// Nothing is there.
    #[error("there is no folder `{path}`")]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Something else than a folder is there.
    #[error("`{path}` is not a folder")]
    NotAFolder {
        /// Where.
        path: PathBuf,
    },
    /// The system says no.
    #[error("cannot read the folder `{path}`")]
    Unreadable {
        /// Where.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Opens the root folder of a project.
///
/// # Errors
/// When there is no such folder, or it cannot be read.
pub fn open(root: &Path) -> Result<Folder, DiskError> {
    let beneath = hold(root)?;
    Ok(Folder::new(beneath.path().to_owned(), Box::new(beneath)))
}

/// Holds a folder open, by its canonical path.
pub(in crate::io) fn hold(root: &Path) -> Result<Beneath, DiskError> {
    let fault = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => DiskError::Missing { path: root.to_owned() },
        io::ErrorKind::NotADirectory => DiskError::NotAFolder { path: root.to_owned() },
        _ => DiskError::Unreadable { path: root.to_owned(), source },
    };
    let path = root.canonicalize().map_err(fault)?;
    if !fs::metadata(&path).map_err(fault)?.is_dir() {
        return Err(DiskError::NotAFolder { path });
    }
    Beneath::hold(&path).map_err(fault)
}

impl Tree for Beneath {
    fn open(&self, real: &str) -> io::Result<Opened<'_>> {
        let file = self.open_file(real)?;
        Ok(Opened { length: file.metadata()?.len(), bytes: Box::new(file) })
    }

    fn resolve(&self, path: &SourcePath) -> Result<Target, Refusal> {
        let real = self.path().join(path.as_str()).canonicalize().map_err(refusal)?;
        let Ok(relative) = real.strip_prefix(self.path()) else { return Err(Refusal::Outside) };
        let parts: Option<Vec<&str>> = relative.components().map(|part| part.as_os_str().to_str()).collect();
        let written = parts.ok_or(Refusal::BadName)?.join("/");
        let target = SourcePath::new(&written).map_err(|_| Refusal::BadName)?;
        let kind = fs::symlink_metadata(&real).map_err(refusal)?.file_type();
        if kind.is_file() {
            Ok(Target::File(target))
        } else if kind.is_dir() {
            Ok(Target::Folder(target))
        } else {
            Err(Refusal::Special)
        }
    }

    fn entries(&self, real: &SourcePath) -> io::Result<Vec<Entry>> {
        let folder = self.path().join(real.as_str());
        let walk = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name();
        walk.into_iter()
            .map(|entry| {
                let entry = entry?;
                let kind = entry.file_type();
                let kind = if kind.is_dir() {
                    EntryKind::Folder
                } else if kind.is_file() {
                    EntryKind::File
                } else if kind.is_symlink() {
                    EntryKind::Link
                } else {
                    EntryKind::Special
                };
                Ok(Entry { name: entry.file_name().to_owned(), kind })
            })
            .collect()
    }

    fn length(&self, real: &SourcePath) -> io::Result<u64> {
        Ok(fs::symlink_metadata(self.path().join(real.as_str()))?.len())
    }
}

fn refusal(error: io::Error) -> Refusal {
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) {
        return Refusal::Cycle;
    }
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Refusal::Dangling,
        _ => Refusal::Unreadable(error),
    }
}
