//! Where a path really leads, once every link in it is followed.
#![expect(clippy::disallowed_methods, reason = "this is the door")]

use std::fs;
use std::io;
use std::path::Path;

use crate::source::SourcePath;

/// What lies at a path, by its real path: the one without links.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A regular file.
    File(SourcePath),
    /// A folder.
    Folder(SourcePath),
}

impl Target {
    /// Returns the real path.
    pub(super) fn path(&self) -> &SourcePath {
        match self {
            Self::File(path) | Self::Folder(path) => path,
        }
    }
}

/// Why a path leads nowhere that may be read.
#[derive(Debug)]
pub(super) enum Refusal {
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

/// Follows the links of a path below `root`, which must be canonical.
///
/// The answer is true for this moment only. It is opened [beneath](super::beneath) the root, where a link is an error, so that
/// a later change of names leads to a failure and never outside.
pub(super) fn resolve(root: &Path, path: &SourcePath) -> Result<Target, Refusal> {
    let real = root.join(path.as_str()).canonicalize().map_err(refusal)?;
    let Ok(relative) = real.strip_prefix(root) else { return Err(Refusal::Outside) };
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
