//! A git repository → [`History`]. Reads objects only: runs no hook, filter or program, follows no submodule, writes nothing.
//!
//! One walk from HEAD finds the last change of every file. What cannot be known (a shallow clone, a missing object) stays
//! unknown: a date that is wrong is worse than none.

mod trees;
mod walk;
mod worktree;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use git2::{Commit, ErrorCode, Mailmap, Oid, Repository, RepositoryOpenFlags};
use jiff::Timestamp;
use jiff::tz::Offset;

use crate::diagnostic::{Diagnostic, Outcome, Subject, message};
use crate::history::{Change, Changes, Extent, History, Revision, RevisionId};
use crate::problem::history::{SHALLOW, UNREADABLE};
use crate::source::SourcePath;

use trees::Wanted;
use walk::{Answer, Sought, Walk};
use worktree::{State, TrackedFile};

/// Names the parts of a file (the entities of an inventory file), each with a hash of what is substantive in it; none for
/// a file that is one thing. Called with the bytes on disk and with those of past versions, from several threads.
pub type PartsOf<'a> = dyn Fn(&SourcePath, &[u8]) -> Vec<(String, u64)> + Sync + 'a;

/// Finds the last change of each of these files below the project root, and of their parts.
///
/// The root may be a folder inside a repository, or lie in none.
#[must_use]
pub fn history(root: &Path, files: &[SourcePath], parts_of: &PartsOf<'_>) -> Outcome<History> {
    let repository = match Repository::open_ext(root, RepositoryOpenFlags::empty(), std::iter::empty::<&Path>()) {
        Ok(repository) => repository,
        Err(error) if error.code() == ErrorCode::NotFound => return Outcome::default(),
        Err(error) => return unreadable(root, &error),
    };
    let Some(workdir) = repository.workdir() else {
        // The folder lies inside a bare repository's own files: they hold no project.
        return Outcome::default();
    };
    let head = match repository.head().and_then(|head| head.peel_to_commit()) {
        Ok(head) => Some(head),
        Err(error) if error.code() == ErrorCode::UnbornBranch => None,
        Err(error) => return unreadable(root, &error),
    };
    let tracked = worktree::read(root, workdir, files, parts_of);
    match head {
        Some(head) => since(&repository, &head, &tracked, parts_of).unwrap_or_else(|error| unreadable(root, &error)),
        None => Outcome { value: unborn(&tracked), diagnostics: Vec::new() },
    }
}

/// Where there is no commit, nothing is committed.
fn unborn(tracked: &[TrackedFile]) -> History {
    let changes = tracked.iter().flat_map(|file| uncommitted(file, |_| true)).collect();
    History { extent: Extent::Unborn, head: None, dirty: !tracked.is_empty(), changes }
}

/// The entries of a file, and of those of its parts that the predicate picks, as uncommitted.
fn uncommitted(
    file: &TrackedFile,
    differs: impl Fn(&(String, u64)) -> bool,
) -> impl Iterator<Item = ((SourcePath, String), Changes)> {
    let changes = Changes { is_uncommitted: true, ..Changes::default() };
    let parts = file.parts.iter().filter(move |part| differs(part)).map(|(name, _)| name.clone());
    let names = std::iter::once(String::new()).chain(parts);
    names.flat_map(move |name| {
        let changes = changes.clone();
        file.paths.iter().map(move |path| ((path.clone(), name.clone()), changes.clone()))
    })
}

/// A repository that cannot be opened at all.
fn unreadable(root: &Path, error: &git2::Error) -> Outcome<History> {
    let diagnostic = if error.code() == ErrorCode::Owner {
        let path = repository_folder(root).display().to_string();
        let message = message!("git-unreadable.owner", path = path.as_str());
        Diagnostic::new(&UNREADABLE, Subject::Project, message).help(message!("git-unreadable.owner-help", path = path))
    } else {
        let message = message!("git-unreadable", reason = error.message());
        Diagnostic::new(&UNREADABLE, Subject::Project, message).help(message!("git-unreadable.help"))
    };
    let extent = Extent::Unreadable(error.message().to_owned());
    Outcome { value: History { extent, ..History::default() }, diagnostics: vec![diagnostic] }
}

/// The path that `safe.directory` must name: the work tree of the repository, found without opening it.
fn repository_folder(root: &Path) -> PathBuf {
    let found = Repository::discover_path(root, std::iter::empty::<&Path>());
    let folder = found.ok().filter(|path| path.ends_with(".git")).and_then(|path| path.parent().map(Path::to_path_buf));
    folder.unwrap_or_else(|| root.to_path_buf())
}

/// Reads the past of the files on disk from a commit on.
fn since(
    repository: &Repository,
    head: &Commit<'_>,
    tracked: &[TrackedFile],
    parts_of: &PartsOf<'_>,
) -> Result<Outcome<History>, git2::Error> {
    let wanted = Wanted::new(tracked.iter().map(|file| file.name.as_slice()));
    let mut walk = Walk::new(repository, &wanted, tracked, parts_of, shallow_boundary(repository))?;
    let committed = walk.trees.compare(&wanted, Some(head.tree_id()), None);
    let states = worktree::states(repository, head, tracked, &committed);

    let Plan { sought, mut changes, mut gaps } = plan(tracked, &states, &mut walk);
    let dirty = !changes.is_empty();

    let mut authors = Authors::new(repository, head);
    let answers = walk.run(head, &sought);
    for (Sought { file, part }, answer) in sought.into_iter().zip(answers) {
        match answer {
            Answer::At(commit) => {
                let Some(revision) = authors.revision(commit).map(Arc::new) else { continue };
                changes.extend(tracked[file].paths.iter().map(|path| {
                    let change = Change { revision: Arc::clone(&revision), path: Some(path.clone()), content: None };
                    ((path.clone(), part.clone()), Changes { commits: vec![change], ..Changes::default() })
                }));
            }
            Answer::CutOff => _ = gaps.cut_off.insert(file),
            Answer::Lost => _ = gaps.lost.insert(file),
        }
    }
    let fault = walk.fault();
    let diagnostics = gaps.diagnostics(fault.as_deref());
    let extent = match fault {
        Some(reason) => Extent::Unreadable(reason),
        None if repository.is_shallow() => Extent::Shallow,
        None => Extent::Whole,
    };
    let head = authors.revision(head.id());
    Ok(Outcome { value: History { extent, head, dirty, changes }, diagnostics })
}

/// What has to be asked of the past, and what is known without it.
#[derive(Default)]
struct Plan {
    sought: Vec<Sought>,
    changes: BTreeMap<(SourcePath, String), Changes>,
    gaps: Gaps,
}

fn plan(tracked: &[TrackedFile], states: &[State], walk: &mut Walk<'_>) -> Plan {
    let Plan { mut sought, mut changes, mut gaps } = Plan::default();
    for (index, (file, state)) in tracked.iter().zip(states).enumerate() {
        let seek = |part: &str| Sought { file: index, part: part.to_owned() };
        match state {
            State::Clean => {
                sought.push(seek(""));
                sought.extend(file.parts.iter().map(|(part, _)| seek(part)));
            }
            State::Converted(blob) => {
                sought.push(seek(""));
                // Parts that do not show in what git keeps (it may be encrypted) stay unknown.
                let kept = walk.parts(index, *blob).unwrap_or_default();
                let parts = file.parts.iter().filter(|(part, _)| kept.contains_key(part));
                sought.extend(parts.map(|(part, _)| seek(part)));
            }
            State::Changed(_) if file.parts.is_empty() => changes.extend(uncommitted(file, |_| true)),
            State::Changed(blob) => {
                let Some(before) = walk.parts(index, *blob) else {
                    changes.extend(uncommitted(file, |_| false));
                    gaps.lost.insert(index);
                    continue;
                };
                // Of a changed file, the parts that are as they were committed keep their history.
                let differs = |(part, hash): &(String, u64)| before.get(part) != Some(hash);
                changes.extend(uncommitted(file, differs));
                sought.extend(file.parts.iter().filter(|part| !differs(part)).map(|(part, _)| seek(part)));
            }
            State::Uncommitted => changes.extend(uncommitted(file, |_| true)),
            State::Elsewhere => {}
            State::Lost => _ = gaps.lost.insert(index),
        }
    }
    Plan { sought, changes, gaps }
}

/// The files whose last change stays unknown, wholly or for some part.
#[derive(Default)]
struct Gaps {
    cut_off: BTreeSet<usize>,
    lost: BTreeSet<usize>,
}

impl Gaps {
    fn diagnostics(&self, fault: Option<&str>) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        if !self.cut_off.is_empty() {
            let message = message!("git-shallow", files = self.cut_off.len());
            diagnostics.push(Diagnostic::new(&SHALLOW, Subject::Project, message).help(message!("git-shallow.help")));
        }
        if let Some(reason) = fault.filter(|_| !self.lost.is_empty()) {
            let message = message!("git-unreadable.objects", files = self.lost.len(), reason = reason);
            let diagnostic = Diagnostic::new(&UNREADABLE, Subject::Project, message);
            diagnostics.push(diagnostic.help(message!("git-unreadable.objects-help")));
        }
        diagnostics
    }
}

/// The commits at which a shallow clone is cut off. libgit2 shows them as if they had no parents, so that each would seem to
/// have written everything.
#[expect(clippy::disallowed_methods, reason = "a door of the house")]
fn shallow_boundary(repository: &Repository) -> BTreeSet<Oid> {
    let text = std::fs::read_to_string(repository.commondir().join("shallow")).unwrap_or_default();
    text.lines().filter_map(|line| Oid::from_str(line.trim()).ok()).collect()
}

/// Who wrote which commit; each is looked up once.
struct Authors<'a> {
    repository: &'a Repository,
    mailmap: Option<Mailmap>,
    known: BTreeMap<Oid, Option<Revision>>,
}

impl<'a> Authors<'a> {
    /// The `.mailmap` is that of the commit, at the top of the repository: libgit2's own would follow a link out of the work
    /// tree, and obey a setting of the machine, so that equal inputs would not give equal pages.
    fn new(repository: &'a Repository, head: &Commit<'_>) -> Self {
        let entry = head.tree().ok().and_then(|tree| tree.get_name(".mailmap").map(|entry| entry.id()));
        let blob = entry.and_then(|id| repository.find_blob(id).ok());
        let text = blob.map(|blob| String::from_utf8_lossy(blob.content()).into_owned());
        let mailmap = text.and_then(|text| Mailmap::from_buffer(&text).ok());
        Self { repository, mailmap, known: BTreeMap::new() }
    }

    fn revision(&mut self, id: Oid) -> Option<Revision> {
        let (repository, mailmap) = (self.repository, &self.mailmap);
        self.known.entry(id).or_insert_with(|| revision(repository, mailmap.as_ref(), id)).clone()
    }
}

/// A commit as plain data; none when its date is no date that people use.
fn revision(repository: &Repository, mailmap: Option<&Mailmap>, id: Oid) -> Option<Revision> {
    let commit = repository.find_commit(id).ok()?;
    let mapped = mailmap.and_then(|mailmap| commit.author_with_mailmap(mailmap).ok());
    let author = mapped.unwrap_or_else(|| commit.author().to_owned());
    let date = Offset::UTC.to_datetime(Timestamp::from_second(author.when().seconds()).ok()?).date();
    // Names come from anywhere: an escape sequence must not reach a terminal.
    let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(char::is_control, "\u{fffd}");
    let (name, email) = (shown(author.name_bytes()), shown(author.email_bytes()));
    Some(Revision { id: RevisionId::from_bytes(id.as_bytes()), date, author: name, email })
}
