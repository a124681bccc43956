//! Whose word a record is: that of the person it speaks for, that of somebody else, or nobody's yet.

use crate::history::Revision;
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::records::RecordFile;

/// How it is known that somebody did what a record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing<'kb> {
    /// They committed it themselves, and nobody else touched it.
    Own,
    /// Somebody else says so.
    Reported(Reporter<'kb>),
    /// It is not committed, or not as it stands now: nobody answers for it.
    Uncommitted,
    /// It is dated after the commit that added it: nobody can have done it by then.
    Foretold,
}

/// Who says that somebody else did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reporter<'kb> {
    /// One of our people.
    Person(EntityRef),
    /// Somebody whose name in git is nobody's of ours.
    Stranger(&'kb str),
    /// The history is not known.
    Unknown,
}

/// Whose word something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Word {
    /// Their own.
    Own,
    /// That of somebody else.
    Others,
    /// Nobody's.
    Nobodys,
}

impl Standing<'_> {
    /// Tells whose word it is.
    pub(super) fn word(&self) -> Word {
        match self {
            Self::Own => Word::Own,
            Self::Reported(_) => Word::Others,
            Self::Uncommitted | Self::Foretold => Word::Nobodys,
        }
    }

    /// Whether anybody answers for the record.
    #[must_use]
    pub fn counts(&self) -> bool {
        !matches!(self, Self::Uncommitted | Self::Foretold)
    }
}

impl KnowledgeBase {
    /// Tells whose word a record about somebody is.
    #[must_use]
    pub fn standing(&self, file: &RecordFile, by: &EntityRef) -> Standing<'_> {
        let Some(changes) = self.history.changes(&file.path, "") else {
            return Standing::Reported(Reporter::Unknown);
        };
        if changes.is_uncommitted {
            return Standing::Uncommitted;
        }
        if self.is_foretold(file) {
            return Standing::Foretold;
        }
        // The oldest first: who added a record that is not theirs is who reports it.
        let other = changes.commits.iter().rev().find(|change| !self.is_by(by, &change.revision));
        match other {
            Some(change) => Standing::Reported(self.reporter(&change.revision)),
            None if changes.first().is_some() => Standing::Own,
            None => Standing::Reported(Reporter::Unknown),
        }
    }

    /// Whether a record is about a day that was still to come when it was added.
    #[must_use]
    pub fn is_foretold(&self, file: &RecordFile) -> bool {
        let added = self.history.changes(&file.path, "").and_then(|changes| changes.first());
        // Commits are dated in UTC: in the east the next day has begun.
        added.is_some_and(|added| added.revision.date.tomorrow().is_ok_and(|latest| file.date > latest))
    }

    fn reporter<'kb>(&self, revision: &'kb Revision) -> Reporter<'kb> {
        match self.person_of(revision) {
            Some(person) => Reporter::Person(person),
            None if revision.author.trim().is_empty() => Reporter::Unknown,
            None => Reporter::Stranger(&revision.author),
        }
    }
}
