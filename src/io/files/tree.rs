//! What a tree of files can be asked, on disk and in a commit.

use std::ffi::OsString;
use std::io::{self, Read};

use crate::source::SourcePath;

/// A tree of files below the root of a project.
pub(in crate::io) trait Tree: Send + Sync {
    /// Opens a regular file by its real path: the one without links. Fails when any part of it is a link.
    fn open(&self, real: &str) -> io::Result<Opened<'_>>;

    /// Follows the links of a path, inside the root only.
    ///
    /// The answer is true for this moment only. Where names can change, what it leads to is opened so that a link is an error,
    /// and a later change leads to a failure and never outside.
    fn resolve(&self, path: &SourcePath) -> Result<Target, Refusal>;

    /// Returns what a folder holds, by its real path, in the order of the bytes of the names.
    fn entries(&self, real: &SourcePath) -> io::Result<Vec<Entry>>;

    /// Returns the length of a file in bytes, by its real path.
    fn length(&self, real: &SourcePath) -> io::Result<u64>;
}

/// A file, open.
pub(in crate::io) struct Opened<'a> {
    pub(in crate::io) length: u64,
    pub(in crate::io) bytes: Box<dyn Read + 'a>,
}

/// Something in a folder.
pub(in crate::io) struct Entry {
    pub(in crate::io) name: OsString,
    pub(in crate::io) kind: EntryKind,
}

/// What an entry of a folder is, links not followed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::io) enum EntryKind {
    File,
    Folder,
    Link,
    /// A FIFO, a device, or a socket.
    Special,
}

/// What lies at a path, by its real path.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::io) enum Target {
    /// A regular file.
    File(SourcePath),
    /// A folder.
    Folder(SourcePath),
}

impl Target {
    /// Returns the real path.
    pub(in crate::io) fn path(&self) -> &SourcePath {
        match self {
            Self::File(path) | Self::Folder(path) => path,
        }
    }
}

/// Why a path leads nowhere that may be read.
#[derive(Debug)]
pub(in crate::io) enum Refusal {
    /// Outside the root.
    Outside,
    /// Inside the root, to what is hidden, ignored, or git's own.
    Hidden,
    /// To nothing.
    Dangling,
    /// Round in a circle.
    Cycle,
    /// To a FIFO, a device, or a socket.
    Special,
    /// To a name that is no [`SourcePath`].
    BadName,
    /// Somewhere that the system does not let us look at.
    Unreadable(io::Error),
}
