//! Which person a commit is by, and who wrote a page.

use crate::catalog::person::Person;
use crate::history::{Changes, Revision};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::runbook::Runbook;
use crate::source::Snapshot;

impl KnowledgeBase {
    /// Returns the person that a commit is by.
    #[must_use]
    pub fn person_of(&self, revision: &Revision) -> Option<EntityRef> {
        self.catalog.people.values().find(|person| is_by(person, revision)).map(|person| (&person.id).into())
    }

    /// Tells whether somebody wrote a page, or a part of it; nothing when that is not known.
    #[must_use]
    pub fn is_author(&self, who: &EntityRef, runbook: &Runbook, snapshot: &Snapshot) -> Option<bool> {
        let path = &snapshot.file(runbook.file).path;
        let changes = self.history.changes(path, "")?;
        let wrote = changes.commits.iter().any(|change| self.is_by(who, &change.revision));
        (wrote || is_all_known(changes) && self.is_recognised(who)).then_some(wrote)
    }

    /// Whether commits by somebody would be known as theirs: nobody says under which name a person without `commits_as` commits.
    fn is_recognised(&self, who: &EntityRef) -> bool {
        let EntityRef::Person(id) = who else { return true };
        self.catalog.people.get(id).is_some_and(|person| !person.commits_as.is_empty())
    }

    /// Whether a commit is by somebody. Partners commit nothing: one of them is a person of ours, or reported.
    #[must_use]
    pub fn is_by(&self, who: &EntityRef, revision: &Revision) -> bool {
        let EntityRef::Person(id) = who else { return false };
        self.catalog.people.get(id).is_some_and(|person| is_by(person, revision))
    }
}

/// Whether nothing is missing: what is not committed was written by nobody knows whom.
fn is_all_known(changes: &Changes) -> bool {
    changes.is_whole && !changes.is_uncommitted
}

fn is_by(person: &Person, revision: &Revision) -> bool {
    person.commits_as.iter().any(|identity| is_identity(identity, revision))
}

/// Whether `Name <mail>`, a mail address or a name is that of the author of a commit. Addresses tell more than names: where both
/// have one, they alone are compared.
fn is_identity(identity: &str, revision: &Revision) -> bool {
    let (name, mail) = match identity.split_once('<') {
        Some((name, mail)) => (name.trim(), mail.trim().trim_end_matches('>').trim()),
        None if identity.contains('@') => ("", identity.trim()),
        None => (identity.trim(), ""),
    };
    if !mail.is_empty() && !revision.email.is_empty() {
        return mail.to_lowercase() == revision.email.to_lowercase();
    }
    !name.is_empty() && name == revision.author
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::history::RevisionId;

    fn check(identity: &str, author: &str, email: &str) -> bool {
        let id = RevisionId::from_bytes(&[1; 20]);
        let revision = Revision { id, date: date(2026, 11, 22), author: author.to_owned(), email: email.to_owned() };
        is_identity(identity, &revision)
    }

    #[test]
    fn addresses_are_compared_where_both_have_one_and_names_otherwise() {
        assert!(check("Ada <ada@example.org>", "A. Lovelace", "ADA@Example.org"));
        assert!(check("ada@example.org", "Ada", "ada@example.org"));
        assert!(check("Ada", "Ada", "other@example.org"));
        assert!(check("Ada <ada@example.org>", "Ada", ""));
        assert!(!check("Ada <ada@example.org>", "Ada", "other@example.org"));
        assert!(!check("ada@example.org", "ada@example.org", ""));
        assert!(!check("", "", ""));
        assert!(!check("<>", "", ""));
    }
}
