//! When things changed and who changed them: plain data, no git.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use crate::source::SourcePath;

/// The id of a commit (SHA-1 of 20 bytes or SHA-256 of 32).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RevisionId(Vec<u8>);

impl RevisionId {
    /// Returns the id of these bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }

    /// Returns the first seven hexadecimal digits, as people quote commits.
    #[must_use]
    pub fn short(&self) -> String {
        self.to_string().chars().take(7).collect()
    }
}

impl fmt::Display for RevisionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for RevisionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

/// A commit that changed something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Which commit.
    pub id: RevisionId,
    /// The day of its author date, in UTC.
    pub date: Date,
    /// Who wrote it, after `.mailmap`.
    pub author: String,
}

/// How much of the past is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// The folder lies in no git repository.
    #[default]
    NoRepository,
    /// A shallow clone: what changed before the commits at which it is cut off is unknown.
    Shallow,
    /// The repository has no commit yet.
    Unborn,
    /// All of the past could not be read (foreign owner), or some of it (damaged or missing objects); what could be read is
    /// right. Holds git's own words.
    Unreadable(String),
}

/// What is known about the last change of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastChange<'history> {
    /// It was last changed by this commit.
    Known(&'history Revision),
    /// It differs from what is committed, or is not committed at all.
    Uncommitted,
    /// Not known: see [`History::extent`].
    Unknown,
}

/// The history of a project's files and of the entities in them.
///
/// A *part* is an entity in a file that holds several, by its id; the empty part is the whole file.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// How much of the past is known.
    pub extent: Extent,
    /// The commit that the files are at.
    pub head: Option<Revision>,
    /// Whether any file that was read differs from that commit.
    pub dirty: bool,
    /// Last change by file and part; `None` is "uncommitted".
    pub last_changes: BTreeMap<(SourcePath, String), Option<Revision>>,
}

impl History {
    /// Returns the last change of a file, or of an entity in it.
    #[must_use]
    pub fn last_change(&self, path: &SourcePath, part: &str) -> LastChange<'_> {
        match self.last_changes.get(&(path.clone(), part.to_owned())) {
            Some(Some(revision)) => LastChange::Known(revision),
            Some(None) => LastChange::Uncommitted,
            None => LastChange::Unknown,
        }
    }
}
