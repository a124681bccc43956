//! A finished site → a commit on a branch that holds nothing else.
//!
//! Neither the index nor the working tree is looked at or touched: blobs become a tree, the tree a commit, and the branch is moved to it if
//! nobody else has moved it meanwhile. No hook and no filter runs. Nothing is written outside of git's own folder.

mod error;
mod push;
mod start;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use git2::build::TreeUpdateBuilder;
use git2::{ErrorCode, FileMode, ObjectType, Oid, Repository};
use rayon::prelude::*;

use super::pool::{self, Pool};
use crate::bundle::{MARKER, SUMS, SitePath, Stamp};
use crate::history::RevisionId;
use crate::io::copy::Copy;

pub use error::BranchError;
pub use push::{Push, PushError};
use start::Start;

/// What hosts of pages need beside a site: GitHub's passes over files whose names begin with `_` without the first; the second keeps git
/// from giving a checkout other line ends, which its checksums would take for damage.
const ADDED: [(&str, &[u8]); 2] = [(".nojekyll", b""), (".gitattributes", b"* -text\n")];

/// What people and hosts put on such a branch and nobody builds: the domain of the site (GitHub; Codeberg).
const KEPT: [&str; 2] = ["CNAME", ".domains"];

/// A branch for a site.
pub struct Branch {
    name: String,
    /// The top of the working tree.
    top: PathBuf,
    pool: Arc<Pool>,
    start: Start,
}

/// What a commit of a site would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    files: BTreeMap<String, Oid>,
    /// Which of them are not in the repository as the branch has it.
    fresh: Vec<String>,
    /// How many files are new, differ, and go.
    pub counts: Counts,
}

/// How a site differs from the one that lies on its branch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Files that the branch does not hold.
    pub new: usize,
    /// Files that it holds otherwise.
    pub changed: usize,
    /// Files that only it holds.
    pub gone: usize,
}

impl Replacement {
    /// Whether the branch holds this site already.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.counts == Counts::default()
    }
}

impl Branch {
    /// Finds the branch of this name, or the place for it, in the repository that a project lies in. What a remote has of it counts as
    /// last fetched: a fresh clone goes on from there.
    ///
    /// # Errors
    /// When there is no repository that may be used, or the branch is no place for a site.
    pub fn open(project: &Path, name: &str, remote: &str) -> Result<Self, BranchError> {
        let repository = pool::open(project).map_err(|error| match error.code() {
            ErrorCode::NotFound => BranchError::NoRepository(project.to_owned()),
            ErrorCode::Owner => BranchError::Owner(super::repository_folder(project)),
            _ => error.into(),
        })?;
        let Some(top) = repository.workdir().map(Path::to_path_buf) else {
            return Err(BranchError::NoRepository(project.to_owned()));
        };
        if !is_branch(name) {
            return Err(BranchError::BadName(name.to_owned()));
        }
        if let Some(other) = start::in_the_way(&repository, name)? {
            return Err(BranchError::NoRoom(other));
        }
        if let Some(folder) = start::checked_out(&repository, &full(name)) {
            return Err(BranchError::CheckedOut(folder));
        }
        let start = Start::find(&repository, name, remote)?;
        let pool = Arc::new(Pool::new(project, repository));
        Ok(Self { name: name.to_owned(), top, pool, start })
    }

    /// Whether the branch here and that of the remote each have commits that the other has not.
    #[must_use]
    pub fn is_apart(&self) -> bool {
        self.start.is_apart
    }

    /// Returns which build lies on the branch.
    #[must_use]
    pub fn stamp(&self) -> Option<&Stamp> {
        self.start.stamp.as_ref()
    }

    /// Returns the commit that the working tree is at; nothing before the first one.
    #[must_use]
    pub fn head(&self) -> Option<RevisionId> {
        let head = self.pool.with(|repository| Ok(repository.head()?.peel_to_commit()?.id()));
        head.ok().map(|head| RevisionId::from_bytes(head.as_bytes()))
    }

    /// Holds a site against what lies on the branch. Writes nothing.
    ///
    /// # Errors
    /// When a file of the site is not what was built, the branch holds what no build of ours put there, or the repository cannot be read.
    pub fn compare(&self, copy: &Copy) -> Result<Replacement, BranchError> {
        let listed = copy.sums().files.keys().map(SitePath::as_str);
        let names: Vec<&str> = listed.chain([SUMS, MARKER]).chain(ADDED.map(|(name, _)| name)).collect();
        let hash = |name: &&str| {
            let bytes = content(copy, name)?;
            Ok::<_, BranchError>(((*name).to_owned(), Oid::hash_object(ObjectType::Blob, &bytes)?))
        };
        let mut files: BTreeMap<String, Oid> = names.par_iter().map(hash).collect::<Result<_, _>>()?;
        let before = self.pool.with(|repository| Ok(self.start.files(repository)))??;
        let strange = self.pool.with(|repository| start::strange(repository, &before))?;
        if !strange.is_empty() {
            return Err(BranchError::Strange(strange));
        }
        for name in KEPT {
            if let Some(id) = before.get(name) {
                files.entry(name.to_owned()).or_insert(*id);
            }
        }
        let mut counts = Counts::default();
        let mut fresh = Vec::new();
        for (name, id) in &files {
            match before.get(name) {
                Some(old) if old == id => continue,
                Some(_) => counts.changed += 1,
                None => counts.new += 1,
            }
            fresh.push(name.clone());
        }
        counts.gone = before.keys().filter(|name| !files.contains_key(*name)).count();
        Ok(Replacement { files, fresh, counts })
    }

    /// Commits a site, as compared. When the branch holds it already, no commit is made, and nothing returned.
    ///
    /// # Errors
    /// When git does not know who commits, the site or the branch has changed since it was compared, or the disk refuses. The branch is
    /// then where it was.
    pub fn commit(
        &self,
        copy: &Copy,
        replacement: &Replacement,
        message: &str,
    ) -> Result<Option<RevisionId>, BranchError> {
        if replacement.is_same() {
            return self.pool.with(|repository| Ok(self.move_to(repository, self.start.commit)))?.map(|()| None);
        }
        let signatures =
            self.pool.with(|repository| Ok((repository.author_from_env(), repository.committer_from_env())))?;
        let (Ok(author), Ok(committer)) = signatures else { return Err(BranchError::NoIdentity) };
        replacement.fresh.par_iter().try_for_each(|name| {
            let bytes = content(copy, name)?;
            let id = self.pool.with(|repository| repository.blob(&bytes))?;
            if replacement.files.get(name) == Some(&id) { Ok(()) } else { Err(BranchError::Changed(name.clone())) }
        })?;
        let commit = self.pool.with(|repository| {
            let empty = repository.find_tree(repository.treebuilder(None)?.write()?)?;
            let mut update = TreeUpdateBuilder::new();
            for (name, id) in &replacement.files {
                update.upsert(name.as_str(), *id, FileMode::Blob);
            }
            let tree = repository.find_tree(update.create_updated(repository, &empty)?)?;
            let parent = self.start.commit.map(|id| repository.find_commit(id)).transpose()?;
            let parents: Vec<_> = parent.iter().collect();
            repository.commit(None, &author, &committer, message, &tree, &parents)
        })?;
        self.pool.with(|repository| Ok(self.move_to(repository, Some(commit))))??;
        Ok(Some(RevisionId::from_bytes(commit.as_bytes())))
    }

    /// Lets the branch be at a commit, if it still is where it was found.
    fn move_to(&self, repository: &Repository, commit: Option<Oid>) -> Result<(), BranchError> {
        const REASON: &str = "releve publish";
        let Some(commit) = commit.filter(|commit| self.start.local != Some(*commit)) else { return Ok(()) };
        let name = full(&self.name);
        let moved = match self.start.local {
            Some(before) => repository.reference_matching(&name, commit, true, before, REASON),
            None => repository.reference(&name, commit, false, REASON),
        };
        match moved {
            Ok(_) => Ok(()),
            Err(error) => Err(match error.code() {
                ErrorCode::Locked => BranchError::Locked(repository.commondir().join(format!("{name}.lock"))),
                ErrorCode::Modified | ErrorCode::Exists => BranchError::Moved,
                _ => error.into(),
            }),
        }
    }
}

/// Whether this can be the name of a branch. libgit2 takes more than people mean: `@` is short for what they work on, and a name that
/// begins with `refs/` is a whole one already.
fn is_branch(name: &str) -> bool {
    let is_other = ["@", "HEAD"].contains(&name) || name == "refs" || name.starts_with("refs/");
    !is_other && git2::Branch::name_is_valid(name).unwrap_or(false)
}

fn full(name: &str) -> String {
    format!("refs/heads/{name}")
}

/// The bytes of a file of the branch that is not taken over from it.
fn content<'a>(copy: &Copy, name: &str) -> Result<Cow<'a, [u8]>, BranchError> {
    if let Some((_, bytes)) = ADDED.iter().find(|(added, _)| *added == name) {
        return Ok(Cow::Borrowed(*bytes));
    }
    let changed = || BranchError::Changed(name.to_owned());
    let bytes = match name {
        SUMS | MARKER => copy.beside(name).map_err(|_| changed())?,
        _ => SitePath::new(name).and_then(|path| copy.bytes(&path).ok()).ok_or_else(changed)?,
    };
    Ok(Cow::Owned(bytes))
}
