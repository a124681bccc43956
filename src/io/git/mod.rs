//! A git repository → [`History`], and any of its commits as a folder of files ([`Past`]). Reads objects only: runs no hook, filter
//! or program, follows no submodule, writes nothing. [`Branch`] alone writes, commits on a branch of their own, and pushes when that is asked for.
//!
//! One walk from HEAD finds the changes of every file. What cannot be known (a shallow clone, a missing object) stays
//! unknown: a date that is wrong is worse than none.

mod authors;
mod commit_tree;
mod graph;
mod memory;
mod past;
mod pool;
mod publish;
mod renames;
mod site;
mod tags;
mod trees;
mod walk;
mod worktree;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use git2::{Commit, ErrorCode, Oid, Repository};

use crate::diagnostic::{Diagnostic, Outcome, Subject, message};
use crate::history::{Change, Changes, ContentId, Extent, History, Revision};
use crate::problem::history::{SHALLOW, UNREADABLE};
use crate::source::SourcePath;

use authors::Authors;
use graph::Graph;
pub use memory::Memory;
use memory::{Known, Remembered};
pub use past::{Past, PastError};
pub use publish::{Branch, BranchError, Counts, Push, PushError, Replacement};
pub use site::SiteError;
pub use tags::{Tag, Tags};
use walk::{Answer, End, Sought, Walk};
use worktree::{State, TrackedFile};

/// Names what changes in a file, each with a hash of what is substantive in it: the file itself (the empty name) where more than
/// its bytes decides, and the entities of a file that holds several. Called with the bytes on disk and with those of past
/// versions, from several threads.
pub type PartsOf<'a> = dyn Fn(&SourcePath, &[u8]) -> Vec<(String, u64)> + Sync + 'a;

/// Finds the changes of each of these files below the project root, and of their parts.
///
/// The root may be a folder inside a repository, or lie in none. With a memory, only what came since the last run is walked.
#[must_use]
pub fn history(root: &Path, files: &[SourcePath], parts_of: &PartsOf<'_>, memory: Option<&Memory>) -> Outcome<History> {
    let repository = match pool::open(root) {
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
    let files = worktree::read(root, workdir, files, parts_of);
    match head {
        Some(head) => {
            since(&repository, &head, &files, parts_of, memory).unwrap_or_else(|error| unreadable(root, &error))
        }
        None => Outcome { value: unborn(&files.tracked), diagnostics: Vec::new() },
    }
}

/// Where there is no commit, nothing is committed.
fn unborn(tracked: &[TrackedFile]) -> History {
    let things = tracked.iter().flat_map(|file| file.things().map(move |part| (file, part)));
    let changes = things.flat_map(|(file, part)| file.named(part, &uncommitted())).collect();
    History { extent: Extent::Unborn, head: None, dirty: !tracked.is_empty(), changes }
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

/// Returns the top of the repository that a folder lies in, and the folder's path from there; nothing where it is the top itself, or lies in
/// no repository that may be read.
#[must_use]
pub fn top_above(folder: &Path) -> Option<(PathBuf, PathBuf)> {
    let repository = pool::open(folder).ok()?;
    let (top, folder) = (worktree::canonical(repository.workdir()?), worktree::canonical(folder));
    let below = folder.strip_prefix(&top).ok()?.to_path_buf();
    (!below.as_os_str().is_empty()).then_some((top, below))
}

/// The files whose past is sought.
struct Files {
    /// The name of the project's root below the top of the repository, with a slash behind it; empty at the top.
    root: Vec<u8>,
    tracked: Vec<TrackedFile>,
    /// Whether they are those on disk, rather than just what the commit holds.
    on_disk: bool,
}

/// Reads the past of files from a commit back.
fn since(
    repository: &Repository,
    head: &Commit<'_>,
    Files { root, tracked, on_disk }: &Files,
    parts_of: &PartsOf<'_>,
    memory: Option<&Memory>,
) -> Result<Outcome<History>, git2::Error> {
    let names = tracked.iter().filter_map(|file| Some((file.name.clone(), file.paths.first()?.clone()))).collect();
    let boundary = shallow_boundary(repository);
    let mut walk = Walk::new(repository, names, parts_of, boundary.clone())?;
    let states = if *on_disk {
        let committed = walk.held_by(head.tree_id());
        worktree::states(repository, head, tracked, &committed)
    } else {
        tracked.iter().map(|_| State::Clean).collect()
    };
    let Plan { sought, mut changes, uncommitted, mut gaps, dirty } = plan(tracked, &states, &mut walk);

    let mut authors = Authors::new(repository, head);
    let mut remembered = memory.and_then(|memory| memory.read(&boundary));
    if let Some(remembered) = &mut remembered {
        authors.remember(std::mem::take(&mut remembered.commits));
    }
    let Answers { answers, fault, is_new } = answer(repository, head.id(), tracked, &sought, &mut walk, remembered);
    for (Sought { file, part }, answer) in sought.iter().zip(&answers) {
        let found = dated(answer, &mut authors, root);
        let is_uncommitted = uncommitted.contains(&(*file, part.clone()));
        match answer.end {
            End::Lost => _ = gaps.lost.insert(*file),
            End::CutOff if found.commits.is_empty() && !is_uncommitted => _ = gaps.cut_off.insert(*file),
            End::CutOff | End::Begun => {}
        }
        if is_uncommitted || !found.commits.is_empty() {
            changes.extend(tracked[*file].named(part, &Changes { is_uncommitted, ..found }));
        }
    }
    if let Some(memory) = memory.filter(|_| fault.is_none() && is_new) {
        memory.write(head.id(), &boundary, (tracked, &sought, &answers), &authors);
    }
    let diagnostics = gaps.diagnostics(fault.as_deref());
    let extent = match fault {
        Some(reason) => Extent::Unreadable(reason),
        None if repository.is_shallow() => Extent::Shallow,
        None => Extent::Whole,
    };
    let head = authors.revision(head.id()).map(|head| Revision::clone(&head));
    Ok(Outcome { value: History { extent, head, dirty, changes }, diagnostics })
}

/// What was found for each thing.
struct Answers {
    answers: Vec<Answer>,
    /// What git said when it first failed to read an object.
    fault: Option<String>,
    /// Whether something had to be walked.
    is_new: bool,
}

/// Finds the changes of each thing: all of them known, or those since a commit of which they are, or by a walk through everything.
fn answer(
    repository: &Repository,
    head: Oid,
    tracked: &[TrackedFile],
    sought: &[Sought],
    walk: &mut Walk<'_>,
    remembered: Option<Remembered>,
) -> Answers {
    if let Some(Remembered { head: before, known, .. }) = remembered {
        if before == head {
            let of = |thing: &Sought| known.get(&(tracked[thing.file].name.as_slice().into(), thing.part.clone()));
            if let Some(answers) = sought.iter().map(|thing| of(thing).cloned()).collect() {
                return Answers { answers, fault: walk.fault(), is_new: false };
            }
        } else {
            let graph = Graph::read(repository, &[head], Some(before));
            let answers = graph.all_stop(walk.boundary()).then(|| walk.run(&graph, head, sought, &known)).flatten();
            if let Some(answers) = answers {
                return Answers { answers, fault: walk.fault(), is_new: true };
            }
        }
    }
    let graph = Graph::read(repository, &[head], None);
    // Without a place to stop, a walk never asks what is known.
    let answers = walk.run(&graph, head, sought, &Known::new()).unwrap_or_default();
    Answers { answers, fault: walk.fault().or(graph.fault), is_new: true }
}

/// What has to be asked of the past, and what is known without it.
#[derive(Default)]
struct Plan {
    sought: Vec<Sought>,
    changes: BTreeMap<(SourcePath, String), Changes>,
    /// The things that differ on disk from the commit, by file and part.
    uncommitted: BTreeSet<(usize, String)>,
    gaps: Gaps,
    dirty: bool,
}

fn plan(tracked: &[TrackedFile], states: &[State], walk: &mut Walk<'_>) -> Plan {
    let mut plan = Plan::default();
    for (index, (file, state)) in tracked.iter().zip(states).enumerate() {
        let mut seek = |part: &str| plan.sought.push(Sought { file: index, part: part.to_owned() });
        match state {
            State::Clean => file.things().for_each(seek),
            State::Converted(content) => {
                // Parts that do not show in what git keeps (it may be encrypted) stay unknown.
                let kept = walk.parts(index, *content).unwrap_or_default();
                file.things().filter(|part| part.is_empty() || kept.contains_key(*part)).for_each(seek);
            }
            State::Changed(content) => {
                plan.dirty = true;
                let before = walk.parts(index, *content);
                if before.is_none() {
                    plan.gaps.lost.insert(index);
                }
                let before = before.unwrap_or_default();
                for part in file.things() {
                    // Of a changed file, what is as it was committed keeps its history.
                    let (now, then) = (file.hash(part), before.get(part).copied());
                    if now.is_none() || now != then {
                        plan.uncommitted.insert((index, part.to_owned()));
                    }
                    if then.is_some() || part.is_empty() {
                        seek(part);
                    } else {
                        plan.changes.extend(file.named(part, &uncommitted()));
                    }
                }
            }
            State::Uncommitted => {
                plan.dirty = true;
                plan.changes.extend(file.things().flat_map(|part| file.named(part, &uncommitted())));
            }
            State::Elsewhere => {}
            State::Lost => _ = plan.gaps.lost.insert(index),
        }
    }
    plan
}

fn uncommitted() -> Changes {
    Changes { is_uncommitted: true, ..Changes::default() }
}

/// The changes that were found, as plain data. They end before a commit whose date is none: what is older would pass for the last change.
fn dated(answer: &Answer, authors: &mut Authors<'_>, root: &[u8]) -> Changes {
    let mut changes = Changes { is_whole: answer.end == End::Begun, ..Changes::default() };
    for changed in &answer.changes {
        let Some(revision) = authors.revision(changed.commit) else {
            changes.is_whole = false;
            break;
        };
        let name = changed.name.strip_prefix(root).and_then(|name| std::str::from_utf8(name).ok());
        let path = name.and_then(|name| SourcePath::new(name).ok());
        // What lay outside the project, or hidden in it, is nobody's to read, whatever became of it.
        let is_ours = path.as_ref().is_some_and(|path| !path.is_hidden());
        let content = is_ours.then(|| ContentId::from_bytes(changed.content.as_bytes()));
        changes.commits.push(Change { revision, path, content });
    }
    changes
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
