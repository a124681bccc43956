//! The past of a project: its commits, each as a folder of files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use git2::{ErrorCode, Oid, Repository};
use jiff::civil::Date;
use rayon::prelude::*;

use super::authors::Authors;
use super::commit_tree::CommitTree;
use super::graph::Graph;
use super::pool::{self, Pool};
use super::trees::{Moves, Trees};
use super::worktree::{TrackedFile, canonical, folder_below, gather};
use super::{Files, PartsOf, since};
use crate::diagnostic::Outcome;
use crate::history::{Archive, ContentId, History, Revision, RevisionId};
use crate::io::files::Folder;
use crate::io::files::tree::{Target, Tree};
use crate::source::{SourcePath, decode};

/// Longer texts of the past are not given back: nobody reads what changed in them.
const LONGEST_TEXT: usize = 4 << 20;

/// The repository that a project lies in.
#[derive(Clone)]
pub struct Past {
    /// The root of the project on disk.
    root: PathBuf,
    /// Its name below the top of the repository, with a slash behind it; empty at the top.
    name: Vec<u8>,
    pool: Arc<Pool>,
}

/// Why a commit cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum PastError {
    /// There is no past.
    #[error("`{}` lies in no git repository, so nothing is known of what it was before", .0.display())]
    NoRepository(PathBuf),
    /// Nothing has this name.
    #[error("no commit, tag or branch is called `{0}`")]
    Unknown(String),
    /// Several things begin so.
    #[error("`{0}` is the beginning of several names")]
    Ambiguous(String),
    /// It is a file or a folder.
    #[error("`{0}` is no commit")]
    NoCommit(String),
    /// No commit is that old.
    #[error("there was no commit yet on {0}")]
    TooEarly(Date),
    /// What there was is not in this clone.
    #[error("this clone is cut off before {0}: what there was on that day is not known here")]
    CutOff(Date),
    /// The project lay elsewhere, or did not exist.
    #[error("the folder `{folder}` was not in the repository at {revision}")]
    NoProject {
        /// Where it lies now.
        folder: String,
        /// At which commit.
        revision: String,
    },
    /// git says no.
    #[error("cannot read the repository: {0}")]
    Unreadable(String),
}

impl From<git2::Error> for PastError {
    fn from(error: git2::Error) -> Self {
        Self::Unreadable(error.message().to_owned())
    }
}

impl Past {
    /// Opens the repository that a folder lies in.
    ///
    /// # Errors
    /// When it lies in none, or that one cannot be read.
    pub fn open(root: &Path) -> Result<Self, PastError> {
        let repository = match pool::open(root) {
            Ok(repository) => repository,
            Err(error) if error.code() == ErrorCode::NotFound => return Err(PastError::NoRepository(root.to_owned())),
            Err(error) => return Err(error.into()),
        };
        let Some(workdir) = repository.workdir() else { return Err(PastError::NoRepository(root.to_owned())) };
        let root = canonical(root);
        let name = folder_below(&canonical(workdir), &root);
        Ok(Self { name, pool: Arc::new(Pool::new(&root, repository)), root })
    }

    /// Finds a commit by what people write: a tag, a branch, `HEAD~3`, the first digits of an id; or a day, which means the last
    /// commit up to its end.
    ///
    /// # Errors
    /// When nothing is called that, or it is no commit.
    pub fn find(&self, written: &str) -> Result<Revision, PastError> {
        let found = self.pool.with(|repository| {
            Ok(repository.revparse_single(written).map(|object| object.peel_to_commit().map(|commit| commit.id())))
        })?;
        let commit = match found {
            Ok(Ok(commit)) => commit,
            Ok(Err(_)) => return Err(PastError::NoCommit(written.to_owned())),
            Err(error) => match (written.parse::<Date>(), error.code()) {
                (Ok(day), _) => self.on(day)?,
                (_, ErrorCode::Ambiguous) => return Err(PastError::Ambiguous(written.to_owned())),
                (_, ErrorCode::NotFound | ErrorCode::InvalidSpec) => {
                    return Err(PastError::Unknown(written.to_owned()));
                }
                _ => return Err(error.into()),
            },
        };
        self.revision(commit)?.ok_or_else(|| PastError::NoCommit(written.to_owned()))
    }

    /// The last commit up to the end of a day.
    fn on(&self, day: Date) -> Result<Oid, PastError> {
        let found = self.pool.with(|repository| {
            let head = repository.head()?.peel_to_commit()?.id();
            let graph = Graph::read(repository, &[head], None);
            let position = graph.position(head).and_then(|head| graph.newest_until(head, day));
            let is_cut = graph.fault.is_some() || repository.is_shallow();
            Ok((position.map(|position| graph.node(position).id), is_cut))
        })?;
        match found {
            (Some(commit), _) => Ok(commit),
            (None, true) => Err(PastError::CutOff(day)),
            (None, false) => Err(PastError::TooEarly(day)),
        }
    }

    /// Finds, for each commit and day, the newest commit up to the end of that day among the commit and what is behind it. Nothing
    /// where there is none, or where a part of the past is missing and could hold it.
    ///
    /// # Errors
    /// When the repository cannot be read.
    pub fn newest_until(&self, asked: &[(RevisionId, Date)]) -> Result<Vec<Option<Revision>>, PastError> {
        let from: Vec<Oid> = asked.iter().map(|(id, _)| Oid::from_bytes(id.as_bytes())).collect::<Result<_, _>>()?;
        let found: Vec<Option<Oid>> = self.pool.with(|repository| {
            let graph = Graph::read(repository, &from, None);
            let newest = |(from, (_, day)): (&Oid, &(RevisionId, Date))| {
                let position = graph.newest_until(graph.position(*from)?, *day)?;
                graph.fault.is_none().then(|| graph.node(position).id)
            };
            Ok(from.iter().zip(asked).map(newest).collect())
        })?;
        found.into_iter().map(|id| Ok(id.map(|id| self.revision(id)).transpose()?.flatten())).collect()
    }

    /// Returns the states that the line of a commit went through, the newest first: the commit, its first parent, and so on. Side
    /// branches are no states of it. Stops after so many, and where the past is cut off.
    ///
    /// # Errors
    /// When the repository cannot be read.
    pub fn line(&self, from: &RevisionId, most: usize) -> Result<Vec<Revision>, PastError> {
        let mut next = Some(Oid::from_bytes(from.as_bytes())?);
        let line = self.pool.with(|repository| {
            let mut authors = Authors::new(repository, &repository.find_commit(Oid::from_bytes(from.as_bytes())?)?);
            let mut line = Vec::new();
            while let Some(id) = next.filter(|_| line.len() < most) {
                let Some(revision) = authors.revision(id) else { break };
                line.push(Revision::clone(&revision));
                next = repository.find_commit(id).ok().and_then(|commit| commit.parent_id(0).ok());
            }
            Ok(line)
        });
        Ok(line?)
    }

    /// Returns the files of the project that differ between two commits, in the order of their names; those that only one of them
    /// holds are among them.
    ///
    /// # Errors
    /// When a folder of them cannot be read.
    pub fn differing(&self, before: &RevisionId, after: &RevisionId) -> Result<Vec<SourcePath>, PastError> {
        let [before, after] = [Oid::from_bytes(before.as_bytes())?, Oid::from_bytes(after.as_bytes())?];
        let moves = self.pool.with(|repository| {
            let tree = |id| Ok::<_, git2::Error>(repository.find_commit(id)?.tree_id());
            let mut trees = Trees::new(repository)?;
            let moves = trees.moves(tree(after)?, tree(before)?);
            Ok(moves.ok_or(trees.fault.unwrap_or_default()))
        })?;
        let Moves { added, removed, replaced } = moves.map_err(PastError::Unreadable)?;
        let names = added.into_iter().chain(removed).chain(replaced).map(|moved| moved.name);
        let below = names.filter_map(|name| String::from_utf8(name.strip_prefix(&*self.name)?.to_vec()).ok());
        let mut paths: Vec<SourcePath> = below.filter_map(|name| SourcePath::new(&name).ok()).collect();
        paths.sort();
        Ok(paths)
    }

    pub(super) fn pool(&self) -> &Arc<Pool> {
        &self.pool
    }

    /// Reads something from the repository.
    pub(super) fn read<T>(&self, work: impl FnOnce(&Repository) -> Result<T, git2::Error>) -> Result<T, git2::Error> {
        self.pool.with(work)
    }

    pub(super) fn revision(&self, id: Oid) -> Result<Option<Revision>, git2::Error> {
        self.pool.with(|repository| {
            let commit = repository.find_commit(id)?;
            let head = repository.head().and_then(|head| head.peel_to_commit()).unwrap_or_else(|_| commit.clone());
            Ok(Authors::new(repository, &head).revision(id).map(|revision| Revision::clone(&revision)))
        })
    }

    /// Returns the project as it was at a commit.
    ///
    /// # Errors
    /// When it was not there, or the commit cannot be read.
    pub fn folder(&self, revision: &RevisionId) -> Result<Folder, PastError> {
        Ok(Folder::new(self.root.clone(), Box::new(self.tree(revision)?)))
    }

    fn tree(&self, revision: &RevisionId) -> Result<CommitTree, PastError> {
        let id = Oid::from_bytes(revision.as_bytes())?;
        let top = self.pool.with(|repository| Ok(repository.find_commit(id)?.tree_id()))?;
        let root = self.name.split(|byte| *byte == b'/').filter(|part| !part.is_empty()).map(<[u8]>::to_vec).collect();
        let tree = CommitTree::new(Arc::clone(&self.pool), top, root);
        if tree.has_root().map_err(|error| PastError::Unreadable(error.to_string()))? {
            Ok(tree)
        } else {
            let folder = String::from_utf8_lossy(&self.name).trim_end_matches('/').to_owned();
            Err(PastError::NoProject { folder, revision: revision.short() })
        }
    }

    /// Finds the changes of files up to a commit, as [`history`](super::history) does for those on disk.
    ///
    /// # Errors
    /// When the commit cannot be read.
    pub fn history(
        &self,
        revision: &RevisionId,
        files: &[SourcePath],
        parts_of: &PartsOf<'_>,
    ) -> Result<Outcome<History>, PastError> {
        let tree = self.tree(revision)?;
        let tracked = files.par_iter().filter_map(|path| {
            let Ok(Target::File(real)) = tree.resolve(path) else { return None };
            let mut bytes = Vec::new();
            tree.open(real.as_str()).ok()?.bytes.read_to_end(&mut bytes).ok()?;
            let name = [self.name.as_slice(), real.as_str().as_bytes()].concat();
            Some(TrackedFile::new(name, path.clone(), None, parts_of(path, &bytes)))
        });
        let files = Files { root: self.name.clone(), tracked: gather(tracked.collect()), on_disk: false };
        let id = Oid::from_bytes(revision.as_bytes())?;
        Ok(self.pool.with(|repository| since(repository, &repository.find_commit(id)?, &files, parts_of, None))?)
    }
}

impl Archive for Past {
    fn text(&self, content: &ContentId) -> Option<Arc<str>> {
        let id = Oid::from_bytes(content.as_bytes()).ok()?;
        let bytes = self
            .pool
            .with(|repository| Ok(pool::blob(repository, id, LONGEST_TEXT)?.map(|blob| blob.content().to_vec())));
        Some(decode(&bytes.ok()??).0.into())
    }
}
