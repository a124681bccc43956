//! Where a branch for a site is, and what lies there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use git2::{ErrorCode, ObjectType, Oid, Repository, Tree, TreeWalkMode, TreeWalkResult};

use super::{BranchError, full};
use crate::bundle::{MARKER, SUMS, SitePath, Stamp, Sums};
use crate::io::copy::AROUND;

/// More files are no site. A few small trees can make one of any size, by holding each other again and again.
const MOST_FILES: usize = 1_000_000;

/// Where the next commit goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Start {
    /// Where the branch is here.
    pub(super) local: Option<Oid>,
    /// The commit that the next one follows: that of the branch, or of the remote's where that is further.
    pub(super) commit: Option<Oid>,
    /// Whether both have commits that the other has not.
    pub(super) is_apart: bool,
    /// Which build lies there.
    pub(super) stamp: Option<Stamp>,
}

impl Start {
    /// Finds it, and refuses a branch that holds anything else than a site: each commit replaces all that is there.
    pub(super) fn find(repository: &Repository, name: &str, remote: &str) -> Result<Self, BranchError> {
        let local = tip(repository, &full(name))?;
        let theirs = tip(repository, &format!("refs/remotes/{remote}/{name}"))?;
        // Where a part of the past is missing, neither is known to come after the other.
        let follows = |one, other| one == other || repository.graph_descendant_of(one, other).unwrap_or(false);
        let (commit, is_apart) = match (local, theirs) {
            (Some(ours), Some(theirs)) if follows(ours, theirs) => (Some(ours), false),
            (Some(ours), Some(theirs)) if follows(theirs, ours) => (Some(theirs), false),
            (Some(ours), Some(_)) => (Some(ours), true),
            (ours, theirs) => (ours.or(theirs), false),
        };
        let stamp = commit.map(|commit| stamp(repository, commit)).transpose()?.flatten();
        Ok(Self { local, commit, is_apart, stamp })
    }

    /// The files that lie there, by name.
    pub(super) fn files(&self, repository: &Repository) -> Result<BTreeMap<String, Oid>, BranchError> {
        let mut files = BTreeMap::new();
        let Some(commit) = self.commit else { return Ok(files) };
        let walked = repository.find_commit(commit)?.tree()?.walk(TreeWalkMode::PreOrder, |folder, entry| {
            if entry.kind() != Some(ObjectType::Tree) {
                let name = String::from_utf8_lossy(entry.name_bytes()).into_owned();
                files.insert(format!("{folder}{name}"), entry.id());
            }
            if files.len() > MOST_FILES { TreeWalkResult::Abort } else { TreeWalkResult::Ok }
        });
        if files.len() > MOST_FILES {
            return Err(BranchError::TooLarge);
        }
        Ok(walked.map(|()| files)?)
    }
}

/// The commit that a reference is at; nothing where there is no such reference.
fn tip(repository: &Repository, name: &str) -> Result<Option<Oid>, git2::Error> {
    match repository.find_reference(name) {
        Ok(reference) => reference.peel_to_commit().map(|commit| Some(commit.id())),
        Err(error) if matches!(error.code(), ErrorCode::NotFound | ErrorCode::InvalidSpec) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Which build a commit holds; nothing where it is empty.
fn stamp(repository: &Repository, commit: Oid) -> Result<Option<Stamp>, BranchError> {
    let tree: Tree<'_> = repository.find_commit(commit)?.tree()?;
    if tree.is_empty() {
        return Ok(None);
    }
    let marker = tree.get_name(MARKER).and_then(|entry| repository.find_blob(entry.id()).ok());
    let stamp = marker.and_then(|marker| Stamp::read(&String::from_utf8_lossy(marker.content())));
    stamp.map(Some).ok_or(BranchError::Foreign)
}

/// A branch beside which there can be none of this name: git keeps `pages/x` in a folder `pages`.
pub(super) fn in_the_way(repository: &Repository, name: &str) -> Result<Option<String>, git2::Error> {
    for (at, _) in name.match_indices('/') {
        if tip(repository, &full(&name[..at]))?.is_some() {
            return Ok(Some(name[..at].to_owned()));
        }
    }
    // A name of a branch holds nothing that means something in a pattern.
    let mut below = repository.references_glob(&full(&format!("{name}/*")))?;
    let first = below.names().next().transpose()?;
    Ok(first.map(|full| full.trim_start_matches("refs/heads/").to_owned()))
}

/// The names of files that neither the site on the branch lists nor anybody keeps beside one: somebody has committed them there.
pub(super) fn strange(repository: &Repository, files: &BTreeMap<String, Oid>) -> Result<Vec<String>, git2::Error> {
    let list = files.get(SUMS).map(|id| repository.find_blob(*id)).transpose()?;
    let sums = list.map(|list| Sums::read(&String::from_utf8_lossy(list.content()))).unwrap_or_default();
    let is_of_site = |name: &str| SitePath::new(name).is_some_and(|path| sums.files.contains_key(&path));
    let strange = files.keys().filter(|name| !AROUND.contains(&name.as_str()) && !is_of_site(name));
    Ok(strange.cloned().collect())
}

/// The folder in which a branch is checked out, if it is: in the repository itself or in a working tree beside it.
pub(super) fn checked_out(repository: &Repository, name: &str) -> Option<PathBuf> {
    let main = Repository::open(repository.commondir()).ok();
    let names = repository.worktrees().ok();
    let names = names.iter().flatten().flatten().flatten();
    let beside = names.filter_map(|name| Repository::open_from_worktree(&repository.find_worktree(name).ok()?).ok());
    let mut all = main.into_iter().chain(beside);
    // A bare repository has a HEAD, too, and nothing that could change under anybody's hands.
    all.find_map(|place| is_at(&place, name).then(|| place.workdir().map(Path::to_path_buf)).flatten())
}

fn is_at(repository: &Repository, name: &str) -> bool {
    let head = repository.find_reference("HEAD");
    head.is_ok_and(|head| head.symbolic_target().is_ok_and(|target| target == Some(name)))
}
