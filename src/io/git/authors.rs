//! Who wrote which commit.

use std::collections::HashMap;
use std::sync::Arc;

use git2::{Commit, Mailmap, Oid, Repository, Signature, Time};
use serde::{Deserialize, Serialize};

use super::graph::day;
use super::pool;
use crate::history::{Revision, RevisionId};

/// A longer `.mailmap` is none that people write.
const LONGEST_MAILMAP: usize = 1 << 20;

/// Looks up commits, each once.
pub(super) struct Authors<'a> {
    repository: &'a Repository,
    mailmap: Option<Mailmap>,
    written: HashMap<Oid, Written>,
    known: HashMap<Oid, Option<Arc<Revision>>>,
}

/// What a commit says of its author, before `.mailmap`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Written {
    /// Seconds since 1970.
    time: i64,
    name: String,
    email: String,
}

impl<'a> Authors<'a> {
    /// The `.mailmap` is that of the commit, at the top of the repository: libgit2's own would follow a link out of the work
    /// tree, and obey a setting of the machine, so that equal inputs would not give equal pages.
    pub(super) fn new(repository: &'a Repository, head: &Commit<'_>) -> Self {
        let entry = head.tree().ok().and_then(|tree| tree.get_name(".mailmap").map(|entry| entry.id()));
        let blob = entry.and_then(|id| pool::blob(repository, id, LONGEST_MAILMAP).ok()?);
        let text = blob.map(|blob| String::from_utf8_lossy(blob.content()).into_owned());
        let mailmap = text.and_then(|text| Mailmap::from_buffer(&text).ok());
        Self { repository, mailmap, written: HashMap::new(), known: HashMap::new() }
    }

    /// Takes over who wrote some commits, so that these need not be read.
    pub(super) fn remember(&mut self, commits: HashMap<Oid, Written>) {
        self.written.extend(commits);
    }

    /// Returns what a commit that was looked up says of its author.
    pub(super) fn written(&self, id: Oid) -> Option<Written> {
        self.written.get(&id).cloned()
    }

    /// Returns a commit as plain data; nothing when it cannot be read, or its date is no date that people use.
    pub(super) fn revision(&mut self, id: Oid) -> Option<Arc<Revision>> {
        if let Some(known) = self.known.get(&id) {
            return known.clone();
        }
        let revision = self.look_up(id).map(Arc::new);
        self.known.insert(id, revision.clone());
        revision
    }

    fn look_up(&mut self, id: Oid) -> Option<Revision> {
        let Written { time, name, email } = match self.written.get(&id) {
            Some(written) => written,
            None => self.written.entry(id).or_insert(read(self.repository, id)?),
        };
        let date = day(*time)?;
        let mapped = self.mailmap.as_ref().and_then(|mailmap| {
            let signature = Signature::new(name, email, &Time::new(*time, 0)).ok()?;
            mailmap.resolve_signature(&signature).ok()
        });
        let (author, email) = match &mapped {
            Some(mapped) => (text(mapped.name_bytes()), text(mapped.email_bytes())),
            None => (name.clone(), email.clone()),
        };
        Some(Revision { id: RevisionId::from_bytes(id.as_bytes()), date, author, email })
    }
}

fn read(repository: &Repository, id: Oid) -> Option<Written> {
    let commit = repository.find_commit(id).ok()?;
    let author = commit.author();
    Some(Written { time: author.when().seconds(), name: text(author.name_bytes()), email: text(author.email_bytes()) })
}

/// Names come from anywhere: an escape sequence must not reach a terminal.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace(char::is_control, "\u{fffd}")
}
