//! The tags that mark versions of a project.

use std::cmp::Reverse;

use git2::{ObjectType, Oid, Repository};

use super::past::{Past, PastError};
use crate::history::{Revision, RevisionId};
use crate::secret;

/// A commit that somebody gave a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The name.
    pub name: String,
    /// The commit.
    pub revision: Revision,
    /// What was said when it was marked: the first line; nothing for a tag that is only a name.
    pub note: Option<String>,
}

/// Tags, the newest commit first; of two at one commit, the name that sorts last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    /// Those on the way to the commit, as many as are kept.
    pub kept: Vec<Tag>,
    /// Those at a commit that is kept under another name, and those that were not looked at because enough are kept.
    pub older: Vec<Tag>,
    /// Those that are not on the way to the commit: on another branch, or on one that was rewritten.
    pub apart: Vec<Tag>,
}

impl Past {
    /// Finds the tags whose names match a pattern with `*` and `?`, and keeps so many of those on the way to a commit.
    ///
    /// # Errors
    /// When the repository cannot be read.
    pub fn tags(&self, pattern: &str, head: &RevisionId, keep: usize) -> Result<Tags, PastError> {
        let head = Oid::from_bytes(head.as_bytes())?;
        let found = self.read(|repository| marked(repository, pattern))?;
        let mut tags = Tags::default();
        let mut last = None;
        for Marked { name, commit, note, .. } in found {
            let Some(revision) = self.revision(commit)? else { continue };
            let tag = Tag { name, revision, note };
            if last == Some(commit) || tags.kept.len() == keep {
                tags.older.push(tag);
            } else if commit == head || self.read(|repository| repository.graph_descendant_of(head, commit))? {
                last = Some(commit);
                tags.kept.push(tag);
            } else {
                tags.apart.push(tag);
            }
        }
        Ok(tags)
    }
}

/// A tag as git has it.
struct Marked {
    name: String,
    commit: Oid,
    /// When it was committed, in seconds since 1970.
    time: i64,
    note: Option<String>,
}

fn marked(repository: &Repository, pattern: &str) -> Result<Vec<Marked>, git2::Error> {
    let names = repository.tag_names(Some(pattern))?;
    let mut found: Vec<Marked> = names.iter().flatten().flatten().filter_map(|name| read(repository, name)).collect();
    found.sort_by_key(|marked| (Reverse(marked.time), Reverse(marked.commit), Reverse(marked.name.clone())));
    Ok(found)
}

/// Reads a tag; nothing when it marks no commit, or one that is not here.
fn read(repository: &Repository, name: &str) -> Option<Marked> {
    let object = repository.revparse_single(&format!("refs/tags/{name}")).ok()?;
    let note = object.as_tag().and_then(|tag| Some(tag.message().ok()??.lines().next()?.trim().to_owned()));
    let commit = object.peel(ObjectType::Commit).ok()?.into_commit().ok()?;
    // Whoever marked a commit may have put a secret into what they said.
    let shown = |text: &str| secret::overwrite(&text.replace(char::is_control, "\u{fffd}"));
    let note = note.map(|note| shown(&note)).filter(|note| !note.is_empty());
    Some(Marked { name: shown(name), commit: commit.id(), time: commit.time().seconds(), note })
}
