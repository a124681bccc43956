//! Who wrote which commit.

use std::collections::BTreeMap;
use std::sync::Arc;

use git2::{Commit, Mailmap, Oid, Repository};

use super::graph::day;
use crate::history::{Revision, RevisionId};

/// Looks up commits, each once.
pub(super) struct Authors<'a> {
    repository: &'a Repository,
    mailmap: Option<Mailmap>,
    known: BTreeMap<Oid, Option<Arc<Revision>>>,
}

impl<'a> Authors<'a> {
    /// The `.mailmap` is that of the commit, at the top of the repository: libgit2's own would follow a link out of the work
    /// tree, and obey a setting of the machine, so that equal inputs would not give equal pages.
    pub(super) fn new(repository: &'a Repository, head: &Commit<'_>) -> Self {
        let entry = head.tree().ok().and_then(|tree| tree.get_name(".mailmap").map(|entry| entry.id()));
        let blob = entry.and_then(|id| repository.find_blob(id).ok());
        let text = blob.map(|blob| String::from_utf8_lossy(blob.content()).into_owned());
        let mailmap = text.and_then(|text| Mailmap::from_buffer(&text).ok());
        Self { repository, mailmap, known: BTreeMap::new() }
    }

    /// Returns a commit as plain data; nothing when it cannot be read, or its date is no date that people use.
    pub(super) fn revision(&mut self, id: Oid) -> Option<Arc<Revision>> {
        let (repository, mailmap) = (self.repository, &self.mailmap);
        self.known.entry(id).or_insert_with(|| revision(repository, mailmap.as_ref(), id).map(Arc::new)).clone()
    }
}

fn revision(repository: &Repository, mailmap: Option<&Mailmap>, id: Oid) -> Option<Revision> {
    let commit = repository.find_commit(id).ok()?;
    let mapped = mailmap.and_then(|mailmap| commit.author_with_mailmap(mailmap).ok());
    let author = mapped.unwrap_or_else(|| commit.author().to_owned());
    let date = day(author.when().seconds())?;
    // Names come from anywhere: an escape sequence must not reach a terminal.
    let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(char::is_control, "\u{fffd}");
    let (name, email) = (shown(author.name_bytes()), shown(author.email_bytes()));
    Some(Revision { id: RevisionId::from_bytes(id.as_bytes()), date, author: name, email })
}
