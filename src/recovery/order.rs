//! Which thing comes before which: what is in a loop comes together, everything else after what it needs.

use std::collections::{BTreeMap, BTreeSet};

use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, ServiceId};
use crate::scalar::{Duration, Stated};

/// A loop of hard dependencies: each needs the next, and the last the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle<'kb> {
    /// The services, from the one whose dependency is best made soft.
    pub services: Vec<&'kb EntityRef>,
}

impl<'kb> Cycle<'kb> {
    /// Returns the dependency that is best made soft: who depends, and on what. It leads to what may be down longest, for what is needed
    /// so little is rarely needed at once.
    #[must_use]
    pub fn softest(&self) -> Option<(&'kb EntityRef, &'kb EntityRef)> {
        let (first, rest) = self.services.split_first()?;
        Some((first, rest.first().unwrap_or(first)))
    }
}

/// Where things stand in the order.
pub(super) struct Ranks {
    /// The loop that each belongs to, numbered so that what is needed comes first; most stand alone in theirs.
    component: Vec<usize>,
    wave: Vec<usize>,
}

impl Ranks {
    /// Whether something has to be back before something else, and not together with it.
    pub(super) fn is_before(&self, one: usize, other: usize) -> bool {
        self.component.get(one) != self.component.get(other)
    }

    pub(super) fn wave(&self, index: usize) -> usize {
        self.wave.get(index).copied().unwrap_or_default()
    }
}

/// Ranks things by what each needs. Takes time linear in the needs (Tarjan, 1972, without recursion).
pub(super) fn ranks(needs: &[BTreeSet<usize>]) -> Ranks {
    let component = components(needs);
    let mut by_component: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, component) in component.iter().enumerate() {
        by_component.entry(*component).or_default().push(index);
    }
    let mut waves: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, members) in &by_component {
        let below = members.iter().filter_map(|member| needs.get(*member)).flatten();
        let below = below.filter_map(|needed| component.get(*needed)).filter(|other| *other != number);
        let wave = below.filter_map(|other| waves.get(other)).map(|wave| wave + 1).max().unwrap_or_default();
        waves.insert(*number, wave);
    }
    let wave = component.iter().map(|component| waves.get(component).copied().unwrap_or_default()).collect();
    Ranks { component, wave }
}

/// Returns the number of the loop of each; what is needed has the lower number.
fn components(needs: &[BTreeSet<usize>]) -> Vec<usize> {
    /// What is known of a thing while the graph is walked.
    #[derive(Clone, Copy)]
    struct Seen {
        index: usize,
        low: usize,
        is_open: bool,
    }
    let edges: Vec<Vec<usize>> = needs.iter().map(|needs| needs.iter().copied().collect()).collect();
    let mut seen: Vec<Option<Seen>> = vec![None; needs.len()];
    let mut component = vec![0; needs.len()];
    let (mut next, mut number) = (0, 0);
    let mut open: Vec<usize> = Vec::new();
    for root in 0..needs.len() {
        if seen[root].is_some() {
            continue;
        }
        let mut calls: Vec<(usize, usize)> = vec![(root, 0)];
        while let Some((node, edge)) = calls.pop() {
            if edge == 0 {
                seen[node] = Some(Seen { index: next, low: next, is_open: true });
                next += 1;
                open.push(node);
            }
            let mut low = seen[node].map_or(next, |seen| seen.low);
            let mut called = None;
            for (position, to) in edges[node].iter().enumerate().skip(edge.saturating_sub(1)) {
                match seen[*to] {
                    None => {
                        called = Some((position, *to));
                        break;
                    }
                    // A thing that was called from here is looked at again, with what it found.
                    Some(other) if other.is_open => low = low.min(other.low),
                    Some(_) => {}
                }
            }
            if let Some(seen) = seen[node].as_mut() {
                seen.low = low;
            }
            if let Some((position, to)) = called {
                calls.push((node, position + 1));
                calls.push((to, 0));
                continue;
            }
            if seen[node].is_some_and(|seen| seen.index == low) {
                while let Some(member) = open.pop() {
                    component[member] = number;
                    if let Some(seen) = seen[member].as_mut() {
                        seen.is_open = false;
                    }
                    if member == node {
                        break;
                    }
                }
                number += 1;
            }
        }
    }
    component
}

/// Returns the order in which they are told: by wave, hosts before services, then by reference.
pub(super) fn order(ranks: &Ranks, things: &[&EntityRef]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..things.len()).collect();
    order.sort_by_key(|index| {
        let thing = things.get(*index);
        (ranks.wave(*index), thing.map(|thing| matches!(thing, EntityRef::Service(_))), thing.copied().cloned())
    });
    order
}

/// Finds the loops of hard dependencies among some things: one loop of each knot, the shortest through its first service.
#[must_use]
pub fn cycles<'kb>(kb: &'kb KnowledgeBase, things: &[&'kb EntityRef]) -> Vec<Cycle<'kb>> {
    let services: Vec<&EntityRef> =
        things.iter().copied().filter(|thing| matches!(thing, EntityRef::Service(_))).collect();
    let positions: BTreeMap<&EntityRef, usize> =
        services.iter().enumerate().map(|(index, service)| (*service, index)).collect();
    let needs: Vec<BTreeSet<usize>> = services
        .iter()
        .map(|service| hard(kb, service).filter_map(|on| positions.get(on).copied()).collect())
        .collect();
    let component = components(&needs);
    let mut knots: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, component) in component.iter().enumerate() {
        knots.entry(*component).or_default().push(index);
    }
    let is_loop = |knot: &&Vec<usize>| match knot[..] {
        [only] => needs.get(only).is_some_and(|needs| needs.contains(&only)),
        _ => true,
    };
    let loops = knots.values().filter(is_loop).filter_map(|knot| shortest(*knot.first()?, &needs));
    let mut cycles: Vec<Cycle<'kb>> = loops
        .map(|path| turned(kb, path.into_iter().filter_map(|index| services.get(index).copied()).collect()))
        .collect();
    cycles.sort_by_key(|cycle| cycle.services.first().copied());
    cycles
}

/// The services on which one hard-depends.
fn hard<'kb>(kb: &'kb KnowledgeBase, service: &EntityRef) -> impl Iterator<Item = &'kb EntityRef> {
    let service = match service {
        EntityRef::Service(id) => kb.catalog.services.get(id),
        _ => None,
    };
    let depends_on = service.into_iter().flat_map(|service| &service.depends_on);
    depends_on.filter(|dependency| dependency.hard).map(|dependency| &dependency.on)
}

/// The shortest way from something back to itself.
fn shortest(from: usize, needs: &[BTreeSet<usize>]) -> Option<Vec<usize>> {
    let mut came: BTreeMap<usize, usize> = BTreeMap::new();
    let mut open = std::collections::VecDeque::from([from]);
    while let Some(node) = open.pop_front() {
        for to in needs.get(node)? {
            if *to == from {
                let mut path = vec![node];
                while let Some(before) = path.last().and_then(|last| came.get(last)).copied() {
                    path.push(before);
                }
                path.reverse();
                return Some(path);
            }
            if !came.contains_key(to) {
                came.insert(*to, node);
                open.push_back(*to);
            }
        }
    }
    None
}

/// Turns a loop so that it begins with the dependency that is best made soft.
fn turned<'kb>(kb: &'kb KnowledgeBase, mut services: Vec<&'kb EntityRef>) -> Cycle<'kb> {
    let outage = |service: &EntityRef| -> Option<Duration> {
        let EntityRef::Service(id) = service else { return None };
        let id: &ServiceId = id;
        kb.catalog.services.get(id)?.mtd.as_ref().and_then(Stated::known).copied()
    };
    let count = services.len().max(1);
    let target = (0..services.len()).max_by_key(|index| {
        let service = services.get((index + 1) % count);
        (service.and_then(|service| outage(service)), std::cmp::Reverse(service.copied()))
    });
    let first = target.unwrap_or_default().min(services.len());
    services.rotate_left(first);
    Cycle { services }
}
