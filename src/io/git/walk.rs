//! The walk through the past: from a commit back, newest first, until everything that is sought has come to where it began.
//!
//! Each thing sought is followed on its own, as `git log --follow` does for one file: a commit whose parent holds the same
//! did not change it, so the search goes on at that parent, the first of several. A merge has changed a thing only if it
//! differs from all its parents; then all of them are looked at. Things on the same line travel together, so that a commit
//! costs no more than what it changed.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use git2::{Oid, Repository};
use serde::{Deserialize, Serialize};

use super::PartsOf;
use super::graph::{Graph, Node};
use super::memory::Known;
use super::pool;
use super::renames::Renames;
use super::trees::{Comparison, Difference, Trees, Wanted};
use crate::source::SourcePath;

/// Something whose changes are sought: a part of a file, or the file (the empty part).
pub(super) struct Sought {
    /// The index of the file.
    pub(super) file: usize,
    pub(super) part: String,
}

/// What the walk found for one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Answer {
    /// The commits that changed it, the newest first.
    pub(super) changes: Vec<Changed>,
    /// Why older changes may be missing.
    pub(super) end: End,
}

/// A commit that changed a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Changed {
    pub(super) commit: Oid,
    /// The name that the file had then, in the repository.
    pub(super) name: Arc<[u8]>,
    pub(super) content: Oid,
}

/// Where the past of a thing ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum End {
    /// Where the thing was made.
    #[default]
    Begun,
    /// Before the commits that a shallow clone holds.
    CutOff,
    /// At objects that are missing or damaged.
    Lost,
}

/// Longer versions of a file are told apart by their bytes alone: no text is longer (`io::files`).
const LONGEST: usize = 16 << 20;

/// Things sought that travel together, by the file that holds them at a commit.
type Company = BTreeMap<usize, BTreeSet<usize>>;

/// The parts of one version of a file, each with its hash.
type Parts = Rc<BTreeMap<String, u64>>;

/// What a thing says at one commit: equal where nothing substantive differs.
#[derive(PartialEq, Eq)]
enum Key {
    Hash(u64),
    /// Of a file that is judged by its bytes.
    Bytes(Oid),
}

pub(super) struct Walk<'a> {
    repository: &'a Repository,
    pub(super) trees: Trees<'a>,
    wanted: Wanted,
    /// The names of files in the repository, by index: those sought, and those that they had before.
    names: Vec<Arc<[u8]>>,
    indices: BTreeMap<Arc<[u8]>, usize>,
    /// The names in the project of the files that are sought, by index.
    paths: Vec<SourcePath>,
    parts_of: &'a PartsOf<'a>,
    boundary: BTreeSet<Oid>,
    /// The parts of the two versions of a file that were looked at last: the older one is the newer of the next step.
    parts: BTreeMap<usize, [Option<(Oid, Parts)>; 2]>,
    /// What git said when it first failed to read a blob.
    fault: Option<String>,
}

/// A file as the walk is given it: its name in the repository, and one in the project.
pub(super) type Name = (Vec<u8>, SourcePath);

impl<'a> Walk<'a> {
    pub(super) fn new(
        repository: &'a Repository,
        files: Vec<Name>,
        parts_of: &'a PartsOf<'a>,
        boundary: BTreeSet<Oid>,
    ) -> Result<Self, git2::Error> {
        let trees = Trees::new(repository)?;
        let (names, paths): (Vec<Arc<[u8]>>, Vec<_>) =
            files.into_iter().map(|(name, path)| (name.into(), path)).unzip();
        let wanted = Wanted::new(names.iter().map(|name| &**name));
        let indices = names.iter().cloned().zip(0..).collect();
        let parts = BTreeMap::new();
        Ok(Self { repository, trees, wanted, names, indices, paths, parts_of, boundary, parts, fault: None })
    }

    /// What git said when it first failed to read an object.
    pub(super) fn fault(&self) -> Option<String> {
        [&self.fault, &self.trees.fault].into_iter().flatten().next().cloned()
    }

    /// The commits at which a shallow clone is cut off.
    pub(super) fn boundary(&self) -> &BTreeSet<Oid> {
        &self.boundary
    }

    /// What the tree of a commit holds of the files that are sought.
    pub(super) fn held_by(&mut self, tree: Oid) -> Comparison {
        self.trees.compare(&self.wanted, Some(tree), None)
    }

    /// Finds the commits that changed each thing, from a commit back. The graph may stop at a commit of which the answers are
    /// known; nothing when those do not tell enough.
    pub(super) fn run(&mut self, graph: &Graph, head: Oid, sought: &[Sought], known: &Known) -> Option<Vec<Answer>> {
        let mut answers = vec![Answer::default(); sought.len()];
        let mut company = Company::new();
        for (index, thing) in sought.iter().enumerate() {
            company.entry(thing.file).or_default().insert(index);
        }
        let Some(head) = graph.position(head) else {
            answers.iter_mut().for_each(|answer| answer.end = End::Lost);
            return Some(answers);
        };
        // A commit stands before its parents, so each is visited once, when all that came later has been.
        let mut pending = Pending(BTreeMap::from([(head, company)]));
        while let Some((position, company)) = pending.0.pop_first() {
            if graph.stop() == Some(position) {
                self.join(&company, sought, known, &mut answers)?;
                continue;
            }
            self.visit(graph, position, company, sought, &mut answers, &mut pending);
        }
        Some(answers)
    }

    /// Takes over what is known from a commit back.
    fn join(&self, company: &Company, sought: &[Sought], known: &Known, answers: &mut [Answer]) -> Option<()> {
        let mut joined = BTreeSet::new();
        for (file, things) in company {
            for thing in things {
                let before = known.get(&(Arc::clone(&self.names[*file]), sought[*thing].part.clone()))?;
                // A thing that comes here from two files has two pasts, in an order that nobody kept.
                joined.insert(thing).then_some(())?;
                answers[*thing].changes.extend(before.changes.iter().cloned());
                answers[*thing].end.worsen(before.end);
            }
        }
        Some(())
    }

    /// Takes down the things that a commit changed, and sends all on to its parents.
    fn visit(
        &mut self,
        graph: &Graph,
        position: usize,
        company: Company,
        sought: &[Sought],
        answers: &mut [Answer],
        pending: &mut Pending,
    ) {
        let node = graph.node(position);
        if self.boundary.contains(&node.id) {
            company.values().flatten().for_each(|thing| answers[*thing].end.worsen(End::CutOff));
            return;
        }
        let Some((first, others)) = node.parents.split_first() else {
            return self.begin(node, &company, answers);
        };
        let mut left = self.pass_first(node, (graph.position(*first), graph), company, sought, pending);
        for parent in others {
            match graph.position(*parent) {
                Some(parent) => {
                    let comparison = self.compare(node, graph.node(parent));
                    self.pass(parent, &comparison, sought, &mut left, pending);
                }
                None => left.values_mut().for_each(|traveller| traveller.is_unsure = true),
            }
        }
        self.follow_renames(graph, position, sought, &mut left, pending);
        for (thing, traveller) in left {
            answers[thing].take(node.id, &self.names[traveller.file], &traveller);
            if !traveller.is_unsure {
                traveller.sources.iter().for_each(|(parent, file)| pending.one(*parent, *file, thing));
            }
        }
    }

    /// Takes down all that a commit without parents holds.
    fn begin(&mut self, node: &Node, company: &Company, answers: &mut [Answer]) {
        let here = self.trees.compare(&self.wanted, Some(node.tree), None);
        let held: BTreeMap<usize, Oid> =
            here.differences.iter().filter_map(|found| Some((found.file, found.ours?))).collect();
        for (file, things) in company {
            for thing in things {
                let traveller = Traveller { ours: held.get(file).copied(), ..Traveller::new(*file) };
                answers[*thing].take(node.id, &self.names[*file], &traveller);
            }
        }
    }

    fn compare(&mut self, ours: &Node, theirs: &Node) -> Compared {
        let Comparison { differences, unreadable } =
            self.trees.compare(&self.wanted, Some(ours.tree), Some(theirs.tree));
        let differences = differences.into_iter().map(|difference| (difference.file, difference)).collect();
        Compared { differences, unreadable: unreadable.into_iter().collect() }
    }

    /// Sends all that is the same in the first parent on to it, as one; returns the others.
    fn pass_first(
        &mut self,
        node: &Node,
        (parent, graph): (Option<usize>, &Graph),
        mut company: Company,
        sought: &[Sought],
        pending: &mut Pending,
    ) -> BTreeMap<usize, Traveller> {
        let mut left = BTreeMap::new();
        let mut leave = |file: usize, things: BTreeSet<usize>| {
            left.extend(things.into_iter().map(|thing| (thing, Traveller::new(file))));
        };
        let Some(parent) = parent else {
            company.into_iter().for_each(|(file, things)| leave(file, things));
            left.values_mut().for_each(|traveller| traveller.is_unsure = true);
            return left;
        };
        let compared = self.compare(node, graph.node(parent));
        for file in compared.differences.keys().chain(&compared.unreadable) {
            if let Some(things) = company.remove(file) {
                leave(*file, things);
            }
        }
        pending.all(parent, company);
        self.pass(parent, &compared, sought, &mut left, pending);
        left
    }

    /// Sends on to a parent what is the same there, and notes for the rest what it is there.
    fn pass(
        &mut self,
        parent: usize,
        compared: &Compared,
        sought: &[Sought],
        left: &mut BTreeMap<usize, Traveller>,
        pending: &mut Pending,
    ) {
        left.retain(|thing, traveller| {
            if compared.unreadable.contains(&traveller.file) {
                traveller.is_unsure = true;
                return true;
            }
            let Some(difference) = compared.differences.get(&traveller.file) else {
                pending.one(parent, traveller.file, *thing);
                return false;
            };
            traveller.ours = difference.ours;
            let (Some(ours), Some(theirs)) = (difference.ours, difference.theirs) else {
                traveller.missing.push(parent);
                return true;
            };
            match self.is_same(&sought[*thing], ours, theirs) {
                Same::Yes => {
                    pending.one(parent, traveller.file, *thing);
                    return false;
                }
                Same::No => traveller.sources.push((parent, traveller.file)),
                Same::New => {}
                Same::Unsure => traveller.is_unsure = true,
            }
            true
        });
    }

    /// Looks under which other name a parent holds the files that it does not hold under theirs.
    fn follow_renames(
        &mut self,
        graph: &Graph,
        position: usize,
        sought: &[Sought],
        left: &mut BTreeMap<usize, Traveller>,
        pending: &mut Pending,
    ) {
        let parents: BTreeSet<usize> = left.values().flat_map(|traveller| traveller.missing.iter().copied()).collect();
        for parent in parents {
            let moves = self.trees.moves(graph.node(position).tree, graph.node(parent).tree);
            let Some(moves) = moves else {
                // It may lie in what cannot be read, unchanged.
                let missing = left.values_mut().filter(|traveller| traveller.missing.contains(&parent));
                missing.for_each(|traveller| traveller.is_unsure = true);
                continue;
            };
            let names: BTreeSet<&[u8]> = left
                .values()
                .filter(|traveller| traveller.missing.contains(&parent))
                .map(|traveller| &*self.names[traveller.file])
                .collect();
            let renames = Renames::find(self.repository, &names, moves);
            self.fault = self.fault.take().or_else(|| renames.fault.clone());
            left.retain(|thing, traveller| {
                if !traveller.missing.contains(&parent) {
                    return true;
                }
                let Some(before) = renames.before(&self.names[traveller.file]) else {
                    traveller.is_cut |= !renames.is_whole;
                    return true;
                };
                let file = self.index(&before.name);
                let Some(ours) = traveller.ours else { return true };
                match self.is_same(&sought[*thing], ours, before.id) {
                    Same::Yes => {
                        pending.one(parent, file, *thing);
                        return false;
                    }
                    Same::No => traveller.sources.push((parent, file)),
                    Same::New => {}
                    Same::Unsure => traveller.is_unsure = true,
                }
                true
            });
        }
    }

    /// The index of a name, new or known.
    fn index(&mut self, name: &[u8]) -> usize {
        if let Some(index) = self.indices.get(name) {
            return *index;
        }
        let index = self.names.len();
        let shared: Arc<[u8]> = name.into();
        self.names.push(Arc::clone(&shared));
        self.indices.insert(shared, index);
        self.wanted.insert(name, index);
        index
    }

    /// Whether a thing says the same in two versions of its file; the first holds it.
    fn is_same(&mut self, thing: &Sought, ours: Oid, theirs: Oid) -> Same {
        if ours == theirs {
            return Same::Yes;
        }
        let (Some(our_parts), Some(their_parts)) = (self.parts(thing.file, ours), self.parts(thing.file, theirs))
        else {
            return Same::Unsure;
        };
        let key = |parts: &Parts, content: Oid| match parts.get(&thing.part) {
            Some(hash) => Some(Key::Hash(*hash)),
            None if thing.part.is_empty() => Some(Key::Bytes(content)),
            None => None,
        };
        match (key(&our_parts, ours), key(&their_parts, theirs)) {
            (ours, theirs) if ours == theirs => Same::Yes,
            (_, None) => Same::New,
            _ => Same::No,
        }
    }

    /// Returns the parts of a version of a file that is sought, or nothing when it cannot be read.
    pub(super) fn parts(&mut self, file: usize, content: Oid) -> Option<Parts> {
        let kept = self.parts.entry(file).or_default();
        if let Some((_, parts)) = kept.iter().flatten().find(|(id, _)| *id == content) {
            return Some(Rc::clone(parts));
        }
        match pool::blob(self.repository, content, LONGEST) {
            Ok(blob) => {
                // What is too long to be read now was so then: its bytes decide.
                let parts = blob.map(|blob| (self.parts_of)(&self.paths[file], blob.content())).unwrap_or_default();
                let parts = Rc::new(parts.into_iter().collect());
                kept.rotate_left(1);
                kept[1] = Some((content, Rc::clone(&parts)));
                Some(parts)
            }
            Err(error) => {
                self.fault.get_or_insert_with(|| error.message().to_owned());
                None
            }
        }
    }
}

/// The companies that are on their way, by the position of the commit that they come to.
struct Pending(BTreeMap<usize, Company>);

impl Pending {
    /// Sends one thing to a commit.
    fn one(&mut self, commit: usize, file: usize, thing: usize) {
        self.0.entry(commit).or_default().entry(file).or_default().insert(thing);
    }

    /// Sends a whole company to a commit, where it may meet another.
    fn all(&mut self, commit: usize, mut company: Company) {
        let there = self.0.entry(commit).or_default();
        if there.len() < company.len() {
            std::mem::swap(there, &mut company);
        }
        for (file, things) in company {
            there.entry(file).or_default().extend(things);
        }
    }
}

/// The files that differ between two commits.
struct Compared {
    differences: BTreeMap<usize, Difference>,
    /// Those in folders that could not be read.
    unreadable: BTreeSet<usize>,
}

/// A thing on its way through one commit.
struct Traveller {
    /// The file that holds it here.
    file: usize,
    /// What that file holds here, where that had to be looked up.
    ours: Option<Oid>,
    /// The parents that hold it with another content, and in which file.
    sources: Vec<(usize, usize)>,
    /// The parents that hold no file of this name.
    missing: Vec<usize>,
    /// Whether some parent could not be compared.
    is_unsure: bool,
    /// Whether it may have had another name that could not be found.
    is_cut: bool,
}

impl Traveller {
    fn new(file: usize) -> Self {
        Self { file, ours: None, sources: Vec::new(), missing: Vec::new(), is_unsure: false, is_cut: false }
    }
}

/// How a thing in one version of a file stands to another version.
enum Same {
    Yes,
    No,
    /// The other version does not hold it.
    New,
    /// One of them cannot be read.
    Unsure,
}

impl End {
    fn worsen(&mut self, other: Self) {
        *self = (*self).max(other);
    }
}

impl Answer {
    /// Takes down that a commit changed a thing, if that is sure.
    fn take(&mut self, commit: Oid, name: &Arc<[u8]>, traveller: &Traveller) {
        match traveller.ours {
            Some(content) if !traveller.is_unsure => {
                self.changes.push(Changed { commit, name: Arc::clone(name), content });
                if traveller.is_cut {
                    self.end.worsen(End::Lost);
                }
            }
            _ => self.end.worsen(End::Lost),
        }
    }
}
