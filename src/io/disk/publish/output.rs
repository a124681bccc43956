//! Where a site may be published: a folder that is new, empty, or ours.
#![expect(clippy::disallowed_methods, reason = "this is the door")]

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{PublishError, PublishOptions};
use crate::bundle::{MARKER, Stamp};
use crate::io::disk::beneath::Beneath;

/// A marker is short; what is longer is none.
const LONGEST_MARKER: u64 = 4096;

/// Why a folder is not published to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It has no name of its own.
    #[error("it is the root of the file system")]
    Root,
    /// It is the home directory, or holds it.
    #[error("it is or holds the home directory")]
    Home,
    /// It is the project, or holds it.
    #[error("it is or holds the project")]
    Project,
    /// It is a folder of sources, lies in one, or holds one.
    #[error("it is, lies in, or holds a folder of sources")]
    Sources,
    /// It lies in another site: whoever gets that one would get this one, too.
    #[error("it lies in another site, that whoever gets would get this one, too: name a folder beside it")]
    Site,
    /// It is a git repository, or lies in git's own folder.
    #[error("it is a git repository: publish to a folder in it instead")]
    Repository,
    /// It is a link.
    #[error("it is a link: name the folder that it leads to")]
    Link,
    /// It is a file, or something else.
    #[error("it is not a folder")]
    NotAFolder,
    /// It holds files and not our marker.
    #[error("it holds files that releve has not made: name a new or an empty folder")]
    Foreign,
}

/// The output folder, by the canonical path of its parent and its own name.
pub(super) struct Output {
    pub(super) parent: PathBuf,
    pub(super) name: OsString,
}

/// What is at the output folder's place.
pub(super) enum Existing {
    /// Nothing.
    Absent,
    /// An empty folder.
    Empty,
    /// A site of ours.
    Site(Beneath),
}

impl Output {
    /// Finds where the output folder is or will be, and refuses places that no site may take. Changes nothing.
    pub(super) fn locate(options: &PublishOptions<'_>) -> Result<Self, PublishError> {
        let fault = |source| PublishError::io("find", options.out, source);
        let refused = |reason| Err(PublishError::Refused { path: options.out.to_owned(), reason });

        let written = std::path::absolute(options.out).map_err(fault)?;
        if let Ok(metadata) = fs::symlink_metadata(without_end(&written)) {
            if metadata.is_symlink() {
                return refused(Refusal::Link);
            }
            if !metadata.is_dir() {
                return refused(Refusal::NotAFolder);
            }
        }
        let path = canonical(&written).map_err(fault)?;
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else { return refused(Refusal::Root) };

        let project = canonical(options.project).map_err(fault)?;
        if project.starts_with(&path) {
            return refused(Refusal::Project);
        }
        if let Some(home) = options.home.filter(|home| home.is_absolute())
            && canonical(home).map_err(fault)?.starts_with(&path)
        {
            return refused(Refusal::Home);
        }
        for sources in options.protected {
            let sources = canonical(sources).map_err(fault)?;
            // A content folder that is the whole project cannot keep the output out of itself.
            let whole_project = project.starts_with(&sources);
            if sources.starts_with(&path) || (path.starts_with(&sources) && !whole_project) {
                return refused(Refusal::Sources);
            }
        }
        if path.components().any(|part| part.as_os_str() == ".git") || fs::symlink_metadata(path.join(".git")).is_ok() {
            return refused(Refusal::Repository);
        }
        if parent.ancestors().any(|folder| fs::symlink_metadata(folder.join(MARKER)).is_ok()) {
            return refused(Refusal::Site);
        }
        Ok(Self { parent: parent.to_owned(), name: name.to_owned() })
    }

    /// Makes the folders above the output folder.
    pub(super) fn make_parent(&self) -> Result<(), PublishError> {
        fs::create_dir_all(&self.parent).map_err(|source| PublishError::io("make the folder", &self.parent, source))
    }

    /// Returns the path of the output folder.
    pub(super) fn path(&self) -> PathBuf {
        self.parent.join(&self.name)
    }

    /// Returns the path beside the output folder of `.<name of the output><suffix>`.
    pub(super) fn beside(&self, suffix: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(suffix);
        self.parent.join(name)
    }

    /// Looks at what is there; refuses what is not ours.
    pub(super) fn inspect(&self) -> Result<Existing, PublishError> {
        let path = self.path();
        let fault = |source| PublishError::io("read", &path, source);
        let refused = |reason| Err(PublishError::Refused { path: path.clone(), reason });
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Existing::Absent),
            Err(error) => return Err(fault(error)),
            Ok(metadata) if metadata.is_symlink() => return refused(Refusal::Link),
            Ok(metadata) if !metadata.is_dir() => return refused(Refusal::NotAFolder),
            Ok(_) => {}
        }
        if fs::read_dir(&path).map_err(fault)?.next().is_none() {
            return Ok(Existing::Empty);
        }
        let folder = Beneath::hold(&path).map_err(fault)?;
        let mut marker = String::new();
        let marked = folder.open_file(MARKER).and_then(|file| file.take(LONGEST_MARKER).read_to_string(&mut marker));
        if marked.is_ok() && Stamp::read(&marker).is_some() {
            Ok(Existing::Site(folder))
        } else {
            refused(Refusal::Foreign)
        }
    }
}

/// Resolves a path of which the last parts need not exist.
fn canonical(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => match (path.parent(), path.file_name()) {
            (Some(parent), Some(name)) => Ok(canonical(parent)?.join(name)),
            _ => Err(error),
        },
        resolved => resolved,
    }
}

/// Drops slashes at the end: with them the system would follow a link.
fn without_end(path: &Path) -> PathBuf {
    path.components().collect()
}
