//! The files on disk, held against the commit they are at.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use git2::{Commit, ObjectType, Oid, Repository, Status, StatusOptions, Tree};
use rayon::prelude::*;

use super::trees::Comparison;
use super::{Files, PartsOf};
use crate::history::Changes;
use crate::source::SourcePath;

/// A file on disk, under its name in the repository.
pub(super) struct TrackedFile {
    /// Its name below the top of the repository, `/`-separated.
    pub(super) name: Vec<u8>,
    /// Its names in the project: several when links lead to it.
    pub(super) paths: Vec<SourcePath>,
    /// The id its bytes would have as a blob; none when it is gone.
    blob: Option<Oid>,
    /// Its parts, with their hashes; the empty part where more than its bytes decides.
    parts: Vec<(String, u64)>,
}

impl TrackedFile {
    /// A file that is known by its content in git.
    pub(super) fn new(name: Vec<u8>, path: SourcePath, content: Option<Oid>, parts: Vec<(String, u64)>) -> Self {
        Self { name, paths: vec![path], blob: content, parts }
    }

    /// Returns what changes in it: the file, and its parts.
    pub(super) fn things(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter().map(|(part, _)| part.as_str()).filter(|part| !part.is_empty());
        std::iter::once("").chain(parts)
    }

    /// Returns the hash of a part on disk; nothing for a file that is judged by its bytes.
    pub(super) fn hash(&self, part: &str) -> Option<u64> {
        self.parts.iter().find(|(name, _)| name == part).map(|(_, hash)| *hash)
    }

    /// Names the changes of a part, once for each name of the file in the project.
    pub(super) fn named(&self, part: &str, changes: &Changes) -> Vec<((SourcePath, String), Changes)> {
        self.paths.iter().map(|path| ((path.clone(), part.to_owned()), changes.clone())).collect()
    }
}

/// Gathers files: one that is reached under several names is one.
pub(super) fn gather(files: Vec<TrackedFile>) -> Vec<TrackedFile> {
    let mut tracked: BTreeMap<Vec<u8>, TrackedFile> = BTreeMap::new();
    for file in files {
        match tracked.get_mut(&file.name) {
            Some(known) => known.paths.extend(file.paths),
            None => _ = tracked.insert(file.name.clone(), file),
        }
    }
    tracked.into_values().collect()
}

/// How a file on disk stands to the commit.
pub(super) enum State {
    /// It is as it was committed.
    Clean,
    /// It is as it was committed; git keeps it in another form, as this blob.
    Converted(Oid),
    /// It differs from this blob.
    Changed(Oid),
    /// It is not part of the commit.
    Uncommitted,
    /// It belongs to another repository: a submodule.
    Elsewhere,
    /// The commit's folder that would hold it cannot be read.
    Lost,
}

/// Reads the files, in parallel.
pub(super) fn read(root: &Path, workdir: &Path, files: &[SourcePath], parts_of: &PartsOf<'_>) -> Files {
    let root = canonical(root);
    let workdir = canonical(workdir);
    let read: Vec<_> = files.par_iter().map(|path| read_file(&root, &workdir, path, parts_of)).collect();
    Files { root: folder_below(&workdir, &root), tracked: gather(read), on_disk: true }
}

/// The name of a folder in the repository, with a slash behind it; empty at the top.
pub(super) fn folder_below(workdir: &Path, folder: &Path) -> Vec<u8> {
    let mut name = name_below(workdir, folder);
    if !name.is_empty() {
        name.push(b'/');
    }
    name
}

#[expect(clippy::disallowed_methods, reason = "a door of the house")]
fn read_file(root: &Path, workdir: &Path, path: &SourcePath, parts_of: &PartsOf<'_>) -> TrackedFile {
    // A page that is reached through a link has the history of the file that it leads to, not that of the link.
    let place = canonical(&root.join(path.as_str()));
    let bytes = std::fs::read(&place).ok();
    let blob = bytes.as_ref().and_then(|bytes| Oid::hash_object(ObjectType::Blob, bytes).ok());
    let parts = bytes.map(|bytes| parts_of(path, &bytes)).unwrap_or_default();
    TrackedFile::new(name_below(workdir, &place), path.clone(), blob, parts)
}

/// The path without links, or as it is when it cannot be followed.
pub(super) fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

/// The name of a file in the repository.
fn name_below(workdir: &Path, place: &Path) -> Vec<u8> {
    let below = place.strip_prefix(workdir).unwrap_or(place);
    let parts: Vec<&[u8]> = below.components().map(|part| part.as_os_str().as_encoded_bytes()).collect();
    parts.join(&b'/')
}

/// Holds the files against the commit; `committed` is what its tree holds of them. One state per file.
pub(super) fn states(
    repository: &Repository,
    head: &Commit<'_>,
    tracked: &[TrackedFile],
    committed: &Comparison,
) -> Vec<State> {
    let lost: BTreeSet<usize> = committed.unreadable.iter().copied().collect();
    let found = committed.differences.iter().filter_map(|difference| Some((difference.file, difference.ours?)));
    let blobs: BTreeMap<usize, Oid> = found.collect();
    let differing = tracked.iter().enumerate().filter(|(index, file)| {
        let blob = blobs.get(index);
        blob.is_some() && blob != file.blob.as_ref()
    });
    let converted = converted(repository, differing.map(|(_, file)| file.name.as_slice()).collect());
    let tree = head.tree().ok();
    let state = |(index, file): (usize, &TrackedFile)| match blobs.get(&index) {
        _ if lost.contains(&index) => State::Lost,
        Some(blob) if file.blob == Some(*blob) => State::Clean,
        Some(blob) if converted.contains(&file.name) => State::Converted(*blob),
        Some(blob) => State::Changed(*blob),
        None if tree.as_ref().is_some_and(|tree| is_in_submodule(tree, &file.name)) => State::Elsewhere,
        None => State::Uncommitted,
    };
    tracked.iter().enumerate().map(state).collect()
}

/// The names of those files that are clean although their bytes differ from the blob: git converts line ends, and large
/// file storage and encryption keep something else in the repository than on disk. git's index knows them.
fn converted(repository: &Repository, names: Vec<&[u8]>) -> BTreeSet<Vec<u8>> {
    if names.is_empty() {
        return BTreeSet::new();
    }
    let mut options = StatusOptions::new();
    // Names are no patterns; the index is read and never written.
    options.include_unmodified(true).exclude_submodules(true).disable_pathspec_match(true).update_index(false);
    for name in names {
        options.pathspec(name);
    }
    let Ok(statuses) = repository.statuses(Some(&mut options)) else { return BTreeSet::new() };
    let clean = statuses.iter().filter(|entry| entry.status() == Status::CURRENT);
    clean.map(|entry| entry.path_bytes().to_vec()).collect()
}

/// Whether a folder on the way to a file is the root of a submodule.
fn is_in_submodule(tree: &Tree<'_>, name: &[u8]) -> bool {
    let slashes = name.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    let mut folders = slashes.filter_map(|(at, _)| std::str::from_utf8(&name[..at]).ok());
    folders.any(|folder| tree.get_path(Path::new(folder)).is_ok_and(|entry| entry.kind() == Some(ObjectType::Commit)))
}
