//! A copy of a finished site, on disk or on a branch: whether it holds what its list of checksums says, and which build it is.
//!
//! Checksums tell damage, not malice: whoever can change a page can change the list. Who made a site is told by the commit of its branch.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use crate::bundle::{MARKER, SUMS, SitePath, Stamp, Sums};
use crate::io::disk::{self, DiskError};
use crate::io::files::tree::{Entry, EntryKind, Tree};
use crate::source::SourcePath;

/// Files at the top of a copy that belong to where it lies, not to the site: what we put beside a site on a branch, what hosts of pages
/// keep there, and git's own.
pub(in crate::io) const AROUND: &[&str] = &[SUMS, MARKER, ".nojekyll", ".gitattributes", "CNAME", ".domains", ".git"];

/// A list of more files, or a longer marker, is none of ours.
const LONGEST_SUMS: u64 = 64 << 20;
const LONGEST_MARKER: u64 = 4096;

/// How much is read at once.
const CHUNK: usize = 64 << 10;

/// A copy of a site.
pub struct Copy {
    name: String,
    /// Whether the name is that of a branch.
    pub is_on_branch: bool,
    tree: Box<dyn Tree>,
    /// What it should hold.
    sums: Sums,
    /// Which build it says it is; nothing where the marker is missing.
    pub stamp: Option<Stamp>,
}

/// Why something is no copy of a site.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The folder cannot be read at all.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// It holds no list.
    #[error("`{0}` holds no {SUMS}: it is no copy of a site, or the list is lost")]
    NoList(String),
    /// The list cannot be read.
    #[error("cannot read {SUMS} in `{0}`: {1}")]
    Unreadable(String, io::Error),
}

/// What differs between a copy and its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Something else stands there than was built.
    Changed,
    /// Nothing is there.
    Missing,
    /// The system does not give it out; a stick that dies says so.
    Unreadable(String),
    /// It is there and not listed: a file, or a folder in which no file is listed.
    Extra,
}

/// A copy held against its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many files are listed.
    pub listed: usize,
    /// How many bytes were read.
    pub bytes: u64,
    /// What differs, by path.
    pub differences: BTreeMap<String, Difference>,
    /// The lines of the list that cannot be read.
    pub damaged_lines: Vec<usize>,
}

impl Verified {
    /// Whether every file of the site is there as it was built; something else may lie beside them.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.damaged_lines.is_empty() && self.differences.values().all(|difference| *difference == Difference::Extra)
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.damaged_lines.is_empty() && self.differences.is_empty()
    }
}

impl Copy {
    /// Opens a copy in a folder.
    ///
    /// # Errors
    /// When the folder cannot be read, or holds no list.
    pub fn open(folder: &Path) -> Result<Self, CopyError> {
        let beneath = disk::hold(folder)?;
        Self::of(disk::shown(beneath.path()), Box::new(beneath))
    }

    /// The copy in a tree of files; the name is what messages call it.
    pub(in crate::io) fn of(name: String, tree: Box<dyn Tree>) -> Result<Self, CopyError> {
        let sums = match read(&*tree, SUMS, LONGEST_SUMS) {
            Ok(text) => Sums::read(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(CopyError::NoList(name)),
            Err(error) => return Err(CopyError::Unreadable(name, error)),
        };
        let stamp = read(&*tree, MARKER, LONGEST_MARKER).ok().and_then(|text| Stamp::read(&text));
        Ok(Self { name, is_on_branch: false, tree, sums, stamp })
    }

    /// Returns what messages call it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns what it should hold.
    pub(in crate::io) fn sums(&self) -> &Sums {
        &self.sums
    }

    /// Reads a file of the site, if it still holds what was built.
    pub(in crate::io) fn bytes(&self, path: &SitePath) -> Result<Vec<u8>, Difference> {
        let mut bytes = Vec::new();
        let opened = self.tree.open(path.as_str());
        opened.and_then(|mut file| file.bytes.read_to_end(&mut bytes)).map_err(fault)?;
        let is_right = self.sums.files.get(path).is_some_and(|sum| Sha256::digest(&bytes).as_slice() == sum);
        if is_right { Ok(bytes) } else { Err(Difference::Changed) }
    }

    /// Reads the bytes of a file that the site does not list, such as the list itself.
    pub(in crate::io) fn beside(&self, name: &str) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.tree.open(name)?.bytes.take(LONGEST_SUMS).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Reads every file, in parallel, and looks for files that do not belong to the site. No link is followed, anywhere.
    #[must_use]
    pub fn verify(&self) -> Verified {
        let mut differences = BTreeMap::new();
        let kinds = self.look_around(&mut differences);
        let read = self.sums.files.par_iter().map(|(path, sum)| {
            let path = path.as_str();
            let found = match kinds.get(path) {
                Some(EntryKind::File) => self.compare(path, sum),
                Some(_) => Err(Difference::Changed),
                None => Err(Difference::Missing),
            };
            (path, found)
        });
        let mut bytes = 0;
        for (path, found) in read.collect::<Vec<_>>() {
            match found {
                Ok(length) => bytes += length,
                // What stands in a folder that cannot be read is not missing.
                Err(Difference::Missing) if in_unreadable(path, &differences) => {}
                Err(difference) => _ = differences.insert(path.to_owned(), difference),
            }
        }
        Verified { listed: self.sums.files.len(), bytes, differences, damaged_lines: self.sums.damaged.clone() }
    }

    /// Finds what lies in the folders in which files are listed, and tells what is not. A folder without any is not gone into: it
    /// could be anything, of any size.
    fn look_around(&self, differences: &mut BTreeMap<String, Difference>) -> BTreeMap<String, EntryKind> {
        let folders = self.sums.folders();
        let mut kinds = BTreeMap::new();
        for folder in &folders {
            // The folders above come first: one that is a link, or a file, is not gone into.
            if !folder.is_empty() && kinds.get(*folder) != Some(&EntryKind::Folder) {
                continue;
            }
            let entries = match SourcePath::new(folder) {
                Ok(path) => self.tree.entries(&path),
                Err(error) => Err(io::Error::other(error)),
            };
            let entries = match entries {
                Ok(entries) => entries,
                // Then its files are.
                Err(error) if is_absent(&error) => continue,
                Err(error) => {
                    differences.insert(format!("{folder}/"), Difference::Unreadable(error.to_string()));
                    continue;
                }
            };
            for Entry { name, kind } in entries {
                let name = name.to_string_lossy();
                if folder.is_empty() && AROUND.contains(&&*name) {
                    continue;
                }
                let path = if folder.is_empty() { name.into_owned() } else { format!("{folder}/{name}") };
                let is_file = SitePath::new(&path).is_some_and(|path| self.sums.files.contains_key(&path));
                let is_folder = folders.contains(path.as_str());
                if !is_file && !is_folder {
                    let slash = if kind == EntryKind::Folder { "/" } else { "" };
                    differences.insert(path + slash, Difference::Extra);
                    continue;
                }
                if is_folder && kind != EntryKind::Folder {
                    differences.insert(path.clone(), Difference::Changed);
                }
                kinds.insert(path, kind);
            }
        }
        kinds
    }

    /// Holds a file against its sum; returns its length.
    fn compare(&self, path: &str, sum: &[u8; 32]) -> Result<u64, Difference> {
        let mut file = self.tree.open(path).map_err(fault)?;
        let (mut hash, mut chunk, mut length) = (Sha256::new(), vec![0; CHUNK], 0);
        loop {
            match file.bytes.read(&mut chunk) {
                Ok(0) => break,
                Ok(count) => {
                    hash.update(&chunk[..count]);
                    length += count as u64;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(fault(error)),
            }
        }
        if hash.finalize().as_slice() == sum { Ok(length) } else { Err(Difference::Changed) }
    }
}

fn read(tree: &dyn Tree, name: &str, most: u64) -> io::Result<String> {
    let mut bytes = Vec::new();
    tree.open(name)?.bytes.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "it is too long to be one of ours"));
    }
    String::from_utf8(bytes).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is no text"))
}

fn fault(error: io::Error) -> Difference {
    if is_absent(&error) { Difference::Missing } else { Difference::Unreadable(error.to_string()) }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Whether a folder above this file cannot be read.
fn in_unreadable(path: &str, differences: &BTreeMap<String, Difference>) -> bool {
    path.match_indices('/').any(|(at, _)| matches!(differences.get(&path[..=at]), Some(Difference::Unreadable(_))))
        || matches!(differences.get("/"), Some(Difference::Unreadable(_)))
}
