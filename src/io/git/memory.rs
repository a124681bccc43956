//! What a walk found, kept for the next run: at the same commit nothing has to be walked, at a later one only what came since.
//!
//! Commits and contents are named by what they are, so what is kept is never stale: it is of another commit, or it is right.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use git2::Oid;
use serde::{Deserialize, Serialize};

use super::authors::{Authors, Written};
use super::walk::{Answer, Changed, End, Sought};
use super::worktree::TrackedFile;
use crate::io::cache::Cache;

/// A new form of what is kept, or of what is substantive, asks for a new number.
const FORMAT: u32 = 1;

/// Where a walk leaves what it found.
pub struct Memory {
    cache: Cache,
    key: String,
}

/// The answers of a walk, by the name of the file and the part.
pub(super) type Known = HashMap<(Arc<[u8]>, String), Answer>;

/// What an earlier walk left.
pub(super) struct Remembered {
    /// The commit it started from.
    pub(super) head: Oid,
    pub(super) known: Known,
    /// Who wrote the commits in it.
    pub(super) commits: HashMap<Oid, Written>,
}

/// The same, as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    format: u32,
    key: String,
    /// Where a shallow clone was cut off.
    boundary: Vec<String>,
    head: String,
    commits: Vec<(String, Written)>,
    names: Vec<String>,
    things: Vec<KeptThing>,
}

#[derive(Serialize, Deserialize)]
struct KeptThing {
    name: usize,
    part: String,
    end: End,
    /// Commit, name, content.
    changes: Vec<(usize, usize, String)>,
}

impl Memory {
    /// Keeps what is found in a cache; `key` names what answers depend on besides the repository, such as the folders that say how
    /// a file is judged.
    #[must_use]
    pub fn new(cache: Cache, key: String) -> Self {
        Self { cache, key }
    }

    /// Returns what an earlier walk left, if it is whole and of use.
    pub(super) fn read(&self, boundary: &BTreeSet<Oid>) -> Option<Remembered> {
        let kept: Kept = serde_json::from_slice(&self.cache.recall()?).ok()?;
        let is_of_use = kept.format == FORMAT && kept.key == self.key && kept.boundary == hex(boundary);
        if is_of_use { kept.unpack() } else { None }
    }

    /// Leaves what a walk found.
    pub(super) fn write(
        &self,
        head: Oid,
        boundary: &BTreeSet<Oid>,
        found: (&[TrackedFile], &[Sought], &[Answer]),
        authors: &Authors<'_>,
    ) {
        let (tracked, sought, answers) = found;
        let mut kept = Kept {
            format: FORMAT,
            key: self.key.clone(),
            boundary: hex(boundary),
            head: head.to_string(),
            commits: Vec::new(),
            names: Vec::new(),
            things: Vec::new(),
        };
        let (mut commits, mut names) = (HashMap::new(), HashMap::new());
        for (Sought { file, part }, answer) in sought.iter().zip(answers) {
            let Some(name) = kept.name(&mut names, &tracked[*file].name) else { continue };
            let changes = answer.changes.iter().map(|Changed { commit, name, content }| {
                Some((kept.commit(&mut commits, *commit, authors)?, kept.name(&mut names, name)?, content.to_string()))
            });
            // What cannot be kept whole is looked for again.
            if let Some(changes) = changes.collect() {
                kept.things.push(KeptThing { name, part: part.clone(), end: answer.end, changes });
            }
        }
        if let Ok(text) = serde_json::to_vec(&kept) {
            self.cache.keep(&text);
        }
    }
}

impl Kept {
    /// The index of a commit; nothing when nobody knows who wrote it.
    fn commit(&mut self, known: &mut HashMap<Oid, usize>, id: Oid, authors: &Authors<'_>) -> Option<usize> {
        if let Some(index) = known.get(&id) {
            return Some(*index);
        }
        self.commits.push((id.to_string(), authors.written(id)?));
        known.insert(id, self.commits.len() - 1);
        Some(self.commits.len() - 1)
    }

    /// The index of a name; nothing when it is no text.
    fn name(&mut self, known: &mut HashMap<Vec<u8>, usize>, name: &[u8]) -> Option<usize> {
        if let Some(index) = known.get(name) {
            return Some(*index);
        }
        self.names.push(String::from_utf8(name.to_vec()).ok()?);
        known.insert(name.to_vec(), self.names.len() - 1);
        Some(self.names.len() - 1)
    }

    fn unpack(self) -> Option<Remembered> {
        let names: Vec<Arc<[u8]>> = self.names.iter().map(|name| name.as_bytes().into()).collect();
        let ids: Vec<Oid> = self.commits.iter().map(|(id, _)| Oid::from_str(id).ok()).collect::<Option<_>>()?;
        let known = self.things.into_iter().map(|thing| {
            let changes = thing.changes.into_iter().map(|(commit, name, content)| {
                let (commit, name) = (*ids.get(commit)?, Arc::clone(names.get(name)?));
                Some(Changed { commit, name, content: Oid::from_str(&content).ok()? })
            });
            let answer = Answer { changes: changes.collect::<Option<_>>()?, end: thing.end };
            Some(((Arc::clone(names.get(thing.name)?), thing.part), answer))
        });
        let known = known.collect::<Option<_>>()?;
        let commits = ids.iter().copied().zip(self.commits.into_iter().map(|(_, written)| written)).collect();
        Some(Remembered { head: Oid::from_str(&self.head).ok()?, known, commits })
    }
}

fn hex(ids: &BTreeSet<Oid>) -> Vec<String> {
    ids.iter().map(Oid::to_string).collect()
}
