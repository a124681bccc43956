//! When things changed and who changed them: plain data, no git.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

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

    /// Returns the bytes of the id.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
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

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Which one.
    pub id: RevisionId,
    /// The day of its author date, in UTC.
    pub date: Date,
    /// Who wrote it, after `.mailmap`.
    pub author: String,
    /// The mail address of the author, after `.mailmap`: tells persons apart, and is never shown.
    pub email: String,
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

/// A commit that changed a thing, and what the thing was after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The commit.
    pub revision: Arc<Revision>,
    /// Where the file lay then: below the project's root, or elsewhere in the repository and then nothing.
    pub path: Option<SourcePath>,
    /// What the file held then: ask an [`Archive`]. Nothing where it lay outside the project, or hidden: that is not to be read.
    pub content: Option<ContentId>,
}

/// The substantive changes of a thing, as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Whether what is on disk differs from what is committed.
    pub is_uncommitted: bool,
    /// The commits that changed it, the newest first.
    pub commits: Vec<Change>,
    /// Whether the last of them brought it into the world: nothing older is cut off or lost.
    pub is_whole: bool,
}

impl Changes {
    /// Returns the commit that brought the thing into the world, if that is known.
    #[must_use]
    pub fn first(&self) -> Option<&Change> {
        self.commits.last().filter(|_| self.is_whole)
    }
}

/// Names the bytes of a file of the past (a git blob).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentId(RevisionId);

impl ContentId {
    /// Returns the id of these bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(RevisionId::from_bytes(bytes))
    }

    /// Returns the bytes of the id.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Gives back what files held in the past.
pub trait Archive: Sync {
    /// Returns a text, decoded as the texts of a snapshot are; nothing when it is missing, damaged or too long.
    fn text(&self, content: &ContentId) -> Option<Arc<str>>;
}

/// The archive of a project without a past.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoArchive;

impl Archive for NoArchive {
    fn text(&self, _: &ContentId) -> Option<Arc<str>> {
        None
    }
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
    /// The changes by file and part.
    pub changes: BTreeMap<(SourcePath, String), Changes>,
}

impl History {
    /// Returns the changes of a file, or of an entity in it.
    #[must_use]
    pub fn changes(&self, path: &SourcePath, part: &str) -> Option<&Changes> {
        self.changes.get(&(path.clone(), part.to_owned()))
    }

    /// Returns the last change of a file, or of an entity in it.
    #[must_use]
    pub fn last_change(&self, path: &SourcePath, part: &str) -> LastChange<'_> {
        match self.changes(path, part) {
            Some(changes) if changes.is_uncommitted => LastChange::Uncommitted,
            Some(changes) => {
                changes.commits.first().map_or(LastChange::Unknown, |last| LastChange::Known(&last.revision))
            }
            None => LastChange::Unknown,
        }
    }
}
