//! The walk through the past: from HEAD, newest first, until everything that is sought has its commit.
//!
//! Each thing sought is followed on its own along one line of commits, as `git log -- path` does by default: a commit whose
//! parent holds the same content did not change it, so the search goes on at that parent, the first of several. A merge has changed
//! a thing only if it differs from all its parents. Things on the same line travel together, so that a commit costs no more
//! than what it changed.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use git2::{Commit, Oid, Repository};

use super::PartsOf;
use super::trees::{Trees, Wanted};
use super::worktree::TrackedFile;

/// Something whose last change is sought: a part of a file, or the file (the empty part).
pub(super) struct Sought {
    /// The index of the tracked file.
    pub(super) file: usize,
    pub(super) part: String,
}

/// What the walk found for one thing.
#[derive(Clone, Copy)]
pub(super) enum Answer {
    /// This commit changed it.
    At(Oid),
    /// It was last changed before the commits that a shallow clone holds.
    CutOff,
    /// Objects that would tell are missing or damaged.
    Lost,
}

/// Things sought that travel together, by file.
type Company = BTreeMap<usize, Vec<usize>>;

/// The parts of one version of a file, each with its hash.
type Parts = Rc<BTreeMap<String, u64>>;

pub(super) struct Walk<'a> {
    repository: &'a Repository,
    pub(super) trees: Trees<'a>,
    wanted: &'a Wanted,
    tracked: &'a [TrackedFile],
    parts_of: &'a PartsOf<'a>,
    boundary: BTreeSet<Oid>,
    /// The parts of the two versions of a file that were looked at last: the older one is the newer of the next step.
    parts: BTreeMap<usize, [Option<(Oid, Parts)>; 2]>,
    /// What git said when it first failed to read a commit or a blob.
    fault: Option<String>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        repository: &'a Repository,
        wanted: &'a Wanted,
        tracked: &'a [TrackedFile],
        parts_of: &'a PartsOf<'a>,
        boundary: BTreeSet<Oid>,
    ) -> Result<Self, git2::Error> {
        let trees = Trees::new(repository)?;
        Ok(Self { repository, trees, wanted, tracked, parts_of, boundary, parts: BTreeMap::new(), fault: None })
    }

    /// What git said when it first failed to read an object.
    pub(super) fn fault(self) -> Option<String> {
        self.fault.or(self.trees.fault)
    }

    /// Finds the commit that last changed each thing.
    pub(super) fn run(&mut self, head: &Commit<'_>, sought: &[Sought]) -> Vec<Answer> {
        let mut answers = vec![Answer::Lost; sought.len()];
        let mut company = Company::new();
        for (index, thing) in sought.iter().enumerate() {
            company.entry(thing.file).or_default().push(index);
        }
        // The newest commit comes first, so that companies that meet at a commit mostly go on as one. Where clocks were
        // wrong a commit is visited twice, for different things: slower, never wrong.
        let mut pending = BTreeMap::from([((head.time().seconds(), head.id()), company)]);
        while let Some(((_, id), company)) = pending.pop_last() {
            self.visit(id, company, sought, &mut answers, &mut |parent, company| {
                merge(pending.entry((parent.time().seconds(), parent.id())).or_default(), company);
            });
        }
        answers
    }

    /// Sends the things that a commit did not change on to its parents, and answers the others.
    fn visit(
        &mut self,
        id: Oid,
        mut left: Company,
        sought: &[Sought],
        answers: &mut [Answer],
        follow: &mut dyn FnMut(&Commit<'_>, Company),
    ) {
        if self.boundary.contains(&id) {
            answer(&left, answers, |_| Answer::CutOff);
            return;
        }
        let commit = match self.repository.find_commit(id) {
            Ok(commit) => commit,
            Err(error) => return self.note(&error), // The answers stay "lost".
        };
        let mut unsure = BTreeSet::new();
        for parent in commit.parent_ids() {
            if left.is_empty() {
                return;
            }
            match self.repository.find_commit(parent) {
                Ok(parent) => {
                    let split = self.split(&commit, &parent, left, sought);
                    if !split.same.is_empty() {
                        follow(&parent, split.same);
                    }
                    left = split.different;
                    unsure.extend(split.unsure);
                }
                Err(error) => {
                    self.note(&error);
                    unsure.extend(left.values().flatten());
                }
            }
        }
        answer(&left, answers, |thing| if unsure.contains(&thing) { Answer::Lost } else { Answer::At(id) });
    }

    /// Divides a company into what is the same in a parent and what is not.
    fn split(&mut self, commit: &Commit<'_>, parent: &Commit<'_>, company: Company, sought: &[Sought]) -> Split {
        let comparison = self.trees.compare(self.wanted, Some(commit.tree_id()), Some(parent.tree_id()));
        let mut split = Split { same: company, different: Company::new(), unsure: Vec::new() };
        for file in comparison.unreadable {
            if let Some(things) = split.same.remove(&file) {
                split.unsure.extend(&things);
                split.different.insert(file, things);
            }
        }
        for difference in comparison.differences {
            let file = difference.file;
            let Some(things) = split.same.remove(&file) else { continue };
            let (wholes, parts): (Vec<_>, Vec<_>) =
                things.into_iter().partition(|thing| sought[*thing].part.is_empty());
            let mut different = wholes;
            if let (false, Some(ours), Some(theirs)) = (parts.is_empty(), difference.ours, difference.theirs) {
                if let (Some(ours), Some(theirs)) = (self.parts(file, ours), self.parts(file, theirs)) {
                    let is_same = |thing: &usize| ours.get(&sought[*thing].part) == theirs.get(&sought[*thing].part);
                    let (same, changed): (Vec<_>, Vec<_>) = parts.into_iter().partition(is_same);
                    different.extend(changed);
                    if !same.is_empty() {
                        split.same.insert(file, same);
                    }
                } else {
                    split.unsure.extend(&parts);
                    different.extend(parts);
                }
            } else {
                different.extend(parts);
            }
            if !different.is_empty() {
                split.different.insert(file, different);
            }
        }
        split
    }

    /// Returns the parts of a version of a file, or nothing when it cannot be read.
    pub(super) fn parts(&mut self, file: usize, blob: Oid) -> Option<Parts> {
        let kept = self.parts.entry(file).or_default();
        if let Some((_, parts)) = kept.iter().flatten().find(|(id, _)| *id == blob) {
            return Some(Rc::clone(parts));
        }
        let path = self.tracked[file].paths.first()?;
        match self.repository.find_blob(blob) {
            Ok(content) => {
                let parts = Rc::new((self.parts_of)(path, content.content()).into_iter().collect());
                kept.rotate_left(1);
                kept[1] = Some((blob, Rc::clone(&parts)));
                Some(parts)
            }
            Err(error) => {
                self.note(&error);
                None
            }
        }
    }

    fn note(&mut self, error: &git2::Error) {
        self.fault.get_or_insert_with(|| error.message().to_owned());
    }
}

/// A company divided at a parent.
struct Split {
    same: Company,
    different: Company,
    /// Those of `different` that could not be compared.
    unsure: Vec<usize>,
}

fn answer(company: &Company, answers: &mut [Answer], what: impl Fn(usize) -> Answer) {
    for thing in company.values().flatten() {
        answers[*thing] = what(*thing);
    }
}

/// Lets two companies travel on together.
fn merge(into: &mut Company, mut from: Company) {
    if into.len() < from.len() {
        std::mem::swap(into, &mut from);
    }
    for (file, things) in from {
        into.entry(file).or_default().extend(things);
    }
}
