//! A project on disk, read.
#![expect(clippy::disallowed_methods, reason = "this is the door")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use super::beneath::Beneath;
use super::ignored::Ignored;
use super::read::{self, Text};
use super::report;
use super::resolve::{Refusal, Target, resolve};
use super::walk::{ReadRequest, walk};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::source::{AssetRef, Source, SourcePath};

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

/// The root folder of a project, held open. What it holds is read anew at each call.
pub struct Folder {
    root: Beneath,
}

/// The files of some folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Texts, decoded, by path.
    pub texts: Vec<(SourcePath, Arc<str>)>,
    /// Everything else, by path; and texts that are too long.
    pub assets: Vec<AssetRef>,
}

/// What tells whether a file changed since it was last looked at, without reading it.
///
/// The time of the last change of the *inode* is part of it where there is one: tools that unpack or copy give files an old
/// time of modification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    inode_change: Option<(i64, i64)>,
}

impl Folder {
    /// Opens the root folder of a project.
    ///
    /// # Errors
    /// When there is no such folder, or it cannot be read.
    pub fn open(root: &Path) -> Result<Self, DiskError> {
        let fault = |source: io::Error| match source.kind() {
            io::ErrorKind::NotFound => DiskError::Missing { path: root.to_owned() },
            io::ErrorKind::NotADirectory => DiskError::NotAFolder { path: root.to_owned() },
            _ => DiskError::Unreadable { path: root.to_owned(), source },
        };
        let path = root.canonicalize().map_err(fault)?;
        if !fs::metadata(&path).map_err(fault)?.is_dir() {
            return Err(DiskError::NotAFolder { path });
        }
        Ok(Self { root: Beneath::hold(&path).map_err(fault)? })
    }

    /// Returns the canonical path of the root.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.root.path()
    }

    /// Reads the bytes of a file of at most so many; nothing when there is none, or it is longer or cannot be read.
    #[must_use]
    pub fn read(&self, path: &SourcePath, most: u64) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        self.root.open(path.as_str()).ok()?.take(most + 1).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= most).then_some(bytes)
    }

    /// Whether a folder lies at this path, directly or through links that stay inside.
    #[must_use]
    pub fn has_folder(&self, path: &SourcePath) -> bool {
        matches!(resolve(self.path(), path), Ok(Target::Folder(_)))
    }

    /// Reads one text file.
    ///
    /// Nothing when there is none, or when it is hidden, ignored or git's own: those are as if they were not there. Nothing
    /// and a diagnostic when it may not or cannot be read.
    #[must_use]
    pub fn read_text(&self, path: &SourcePath) -> Outcome<Option<Arc<str>>> {
        let mut ignored = Ignored::new(&self.root);
        let (value, problem) = match resolve(self.path(), path) {
            Err(Refusal::Dangling) | Ok(Target::Folder(_)) => (None, None),
            Err(refusal) => (None, Some(report::refused(path, &refusal))),
            Ok(Target::File(real)) if path.is_hidden() || ignored.hides_deep(&real, false) => (None, None),
            Ok(Target::File(real)) => match read::text(&self.root, path, &real) {
                Ok(Text::Read(text, problem)) => (Some(text), problem),
                Ok(Text::TooLarge(_, problem)) => (None, Some(problem)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => (None, None),
                Err(error) => (None, Some(report::unreadable(path, &error))),
            },
        };
        let mut diagnostics = ignored.diagnostics;
        diagnostics.extend(problem);
        Outcome { value, diagnostics }
    }

    /// Reads the files of some folders; texts in parallel.
    #[must_use]
    pub fn list(&self, request: &ReadRequest<'_>) -> Outcome<Listing> {
        let Outcome { value: found, mut diagnostics } = walk(&self.root, request);
        let pieces: Vec<_> = found
            .into_par_iter()
            .map(|(shown, real)| {
                let piece =
                    if (request.is_text)(&shown) { self.text(&shown, &real) } else { self.asset(&shown, &real) };
                // What is gone since the walk was never here.
                piece.unwrap_or_else(|error| match error.kind() {
                    io::ErrorKind::NotFound => (Piece::Nothing, None),
                    _ => (Piece::Nothing, Some(report::unreadable(&shown, &error))),
                })
            })
            .collect();
        let mut listing = Listing::default();
        for (piece, problem) in pieces {
            match piece {
                Piece::Text(path, text) => listing.texts.push((path, text)),
                Piece::Asset(asset) => listing.assets.push(asset),
                Piece::Nothing => {}
            }
            diagnostics.extend(problem);
        }
        Outcome { value: listing, diagnostics }
    }

    /// Returns what tells which files of some folders have changed: a walk that reads nothing.
    #[must_use]
    pub fn fingerprint(&self, request: &ReadRequest<'_>) -> BTreeMap<SourcePath, Stamp> {
        let found = walk(&self.root, request).value;
        let stamps = found.into_par_iter().filter_map(|(shown, real)| {
            let metadata = fs::symlink_metadata(self.path().join(real.as_str())).ok()?;
            Some((shown, Stamp::of(&metadata)))
        });
        stamps.collect()
    }

    fn text(&self, shown: &SourcePath, real: &SourcePath) -> io::Result<(Piece, Option<Diagnostic>)> {
        Ok(match read::text(&self.root, shown, real)? {
            Text::Read(text, problem) => (Piece::Text(shown.clone(), text), problem),
            Text::TooLarge(length, problem) => (Piece::Asset(AssetRef { path: shown.clone(), length }), Some(problem)),
        })
    }

    fn asset(&self, shown: &SourcePath, real: &SourcePath) -> io::Result<(Piece, Option<Diagnostic>)> {
        let length = fs::symlink_metadata(self.path().join(real.as_str()))?.len();
        Ok((Piece::Asset(AssetRef { path: shown.clone(), length }), None))
    }
}

enum Piece {
    Text(SourcePath, Arc<str>),
    Asset(AssetRef),
    Nothing,
}

impl Source for Folder {
    fn open(&self, asset: &AssetRef) -> io::Result<Box<dyn Read + '_>> {
        let direct = match self.root.open(asset.path.as_str()) {
            Ok(file) => return Ok(Box::new(file)),
            Err(error) => error,
        };
        // Some part of the path may be a link: it is followed as it was when the asset was listed, by the same rules.
        match resolve(self.path(), &asset.path) {
            Ok(Target::File(real)) if real != asset.path => {
                if Ignored::new(&self.root).hides_deep(&real, false) {
                    return Err(io::Error::other("it is a link to a file that is hidden or ignored"));
                }
                Ok(Box::new(self.root.open(real.as_str())?))
            }
            Err(Refusal::Outside) => Err(io::Error::other("it is a link that leads out of the project")),
            _ => Err(direct),
        }
    }
}

impl Stamp {
    fn of(metadata: &fs::Metadata) -> Self {
        #[cfg(unix)]
        let inode_change = {
            use std::os::unix::fs::MetadataExt;
            Some((metadata.ctime(), metadata.ctime_nsec()))
        };
        #[cfg(not(unix))]
        let inode_change = None;
        Self { modified: metadata.modified().ok(), length: metadata.len(), inode_change }
    }
}

#[cfg(test)]
mod tests;
