//! The commits behind a commit, in memory: a walk that meets each of them once, after all that came later, needs their order.

use std::collections::{BTreeSet, BinaryHeap, HashMap};

use git2::{Oid, Repository};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

/// A commit and what is behind it. Commits are known by their position: each stands before its parents, and of two that are
/// not related the one that was committed later.
pub(super) struct Graph {
    commits: Vec<Node>,
    positions: HashMap<Oid, usize>,
    /// The commit behind which nothing was read.
    stop: Option<Oid>,
    /// What git said when it first failed to read a commit.
    pub(super) fault: Option<String>,
}

/// A commit.
pub(super) struct Node {
    pub(super) id: Oid,
    pub(super) tree: Oid,
    /// The parents, those that cannot be read included.
    pub(super) parents: Vec<Oid>,
    /// The day of the author's date, in UTC; nothing when it is no date that people use.
    pub(super) day: Option<Date>,
    committed: i64,
}

impl Graph {
    /// Reads the commits behind some, those included; at one of them it may stop.
    pub(super) fn read(repository: &Repository, from: &[Oid], stop: Option<Oid>) -> Self {
        let mut fault = None;
        let mut nodes: HashMap<Oid, Node> = HashMap::new();
        let mut pending: Vec<Oid> = from.to_vec();
        while let Some(id) = pending.pop() {
            if nodes.contains_key(&id) {
                continue;
            }
            match repository.find_commit(id) {
                Ok(commit) => {
                    let is_end = stop == Some(id);
                    let parents: Vec<Oid> = commit.parent_ids().filter(|_| !is_end).collect();
                    pending.extend(&parents);
                    let (tree, committed) = (commit.tree_id(), commit.time().seconds());
                    let day = day(commit.author().when().seconds());
                    nodes.insert(id, Node { id, tree, parents, day, committed });
                }
                Err(error) => _ = fault.get_or_insert_with(|| error.message().to_owned()),
            }
        }
        let commits = in_order(nodes);
        let positions = commits.iter().enumerate().map(|(position, node)| (node.id, position)).collect();
        Self { commits, positions, stop, fault }
    }

    /// Returns the position of a commit, if it is there and can be read.
    pub(super) fn position(&self, id: Oid) -> Option<usize> {
        self.positions.get(&id).copied()
    }

    /// Returns where it was to stop, if it came there.
    pub(super) fn stop(&self) -> Option<usize> {
        self.position(self.stop?)
    }

    /// Whether all lines end where it was to stop: none goes past it to where the past begins, or is cut off.
    pub(super) fn all_stop(&self, boundary: &BTreeSet<Oid>) -> bool {
        let goes_past =
            |node: &Node| node.parents.is_empty() && Some(node.id) != self.stop || boundary.contains(&node.id);
        self.fault.is_none() && !self.commits.iter().any(goes_past)
    }

    /// Returns the commit at a position.
    pub(super) fn node(&self, position: usize) -> &Node {
        &self.commits[position]
    }

    /// Returns the newest commit of those up to a day, among a commit and what is behind it: the one of the latest day, and of that day
    /// the one that nothing else of the day stands on.
    pub(super) fn newest_until(&self, from: usize, until: Date) -> Option<usize> {
        let mut best: Option<(Date, usize)> = None;
        let mut behind = vec![false; self.commits.len()];
        behind[from] = true;
        // Parents stand behind their children, so one pass marks all of them.
        for position in from..self.commits.len() {
            if !behind[position] {
                continue;
            }
            let node = &self.commits[position];
            if let Some(day) = node.day.filter(|day| *day <= until)
                && best.is_none_or(|(best, _)| day > best)
            {
                best = Some((day, position));
            }
            for parent in node.parents.iter().filter_map(|parent| self.position(*parent)) {
                behind[parent] = true;
            }
        }
        best.map(|(_, position)| position)
    }
}

/// The day in UTC of a number of seconds since 1970.
pub(super) fn day(seconds: i64) -> Option<Date> {
    Some(Offset::UTC.to_datetime(Timestamp::from_second(seconds).ok()?).date())
}

/// Sorts commits: children before parents, else the later first, else by id.
fn in_order(mut nodes: HashMap<Oid, Node>) -> Vec<Node> {
    let mut children: HashMap<Oid, usize> = HashMap::new();
    for parent in nodes.values().flat_map(|node| &node.parents) {
        *children.entry(*parent).or_default() += 1;
    }
    let free = nodes.values().filter(|node| !children.contains_key(&node.id));
    let mut ready: BinaryHeap<(i64, Oid)> = free.map(|node| (node.committed, node.id)).collect();
    let mut sorted = Vec::with_capacity(nodes.len());
    while let Some((_, id)) = ready.pop() {
        let Some(node) = nodes.remove(&id) else { continue };
        for parent in &node.parents {
            let Some(left) = children.get_mut(parent) else { continue };
            *left -= 1;
            if *left == 0
                && let Some(parent) = nodes.get(parent)
            {
                ready.push((parent.committed, parent.id));
            }
        }
        sorted.push(node);
    }
    sorted
}
