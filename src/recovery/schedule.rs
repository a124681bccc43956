//! When each thing is back, with so many people at work.

use std::collections::{BTreeMap, BTreeSet};

use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;

use super::Item;

/// When each thing is back, counted in minutes from the beginning of the outage.
#[derive(Clone, Debug)]
pub struct Schedule<'kb> {
    /// How many people work.
    pub people: usize,
    /// When each is begun and back, in the order of the items.
    pub spans: Vec<Span>,
    /// When everything is back.
    pub total: u64,
    /// Whether it takes longer than that: of something, nobody knows how long it takes.
    pub is_at_least: bool,
    /// What decides how long the whole takes, by position: to be quicker, begin here.
    pub critical: Vec<usize>,
    /// What is down for longer than it may be, the first deadline first.
    pub missed: Vec<Missed<'kb>>,
}

/// When something is begun, and when it is back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When it is begun.
    pub start: u64,
    /// When it is back.
    pub end: u64,
    /// By which of the people, from 0.
    pub person: usize,
    /// Whether it takes longer: of it, or of something before it, nobody knows how long it takes.
    pub is_at_least: bool,
}

/// A deadline that is missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed<'kb> {
    /// What is down for too long.
    pub thing: &'kb EntityRef,
    /// When it should be back.
    pub due: u64,
    /// When it is.
    pub back: u64,
}

impl<'kb> Schedule<'kb> {
    /// Gives each item to whoever is free first, of those that can be begun the one that presses most: whose deadline, or that of what
    /// waits for it, leaves the least time. What needs no time is back at once.
    pub(super) fn of(
        kb: &KnowledgeBase,
        items: &[Item<'kb>],
        waiting: &[(&'kb EntityRef, Vec<&'kb EntityRef>)],
        people: usize,
    ) -> Self {
        let mut work = Work::new(items, people);
        while let Some((index, person, start)) = work.next() {
            work.assign(items, index, person, start);
        }
        let Work { spans, cause, .. } = work;
        let nothing = Span { start: 0, end: 0, person: 0, is_at_least: true };
        let spans: Vec<Span> = spans.into_iter().map(|span| span.unwrap_or(nothing)).collect();
        let total = spans.iter().map(|span| span.end).max().unwrap_or_default();
        Self {
            people,
            total,
            is_at_least: spans.iter().any(|span| span.is_at_least),
            critical: critical(&spans, &cause),
            missed: missed(kb, items, &spans, waiting),
            spans,
        }
    }
}

/// The work while it is given out.
struct Work {
    latest: Vec<u64>,
    spans: Vec<Option<Span>>,
    /// What each waited for, or what was done before it by whoever does it.
    cause: Vec<Option<usize>>,
    /// How much of what each needs is not planned yet.
    missing: Vec<usize>,
    /// What needs each.
    needed_by: Vec<Vec<usize>>,
    /// When each of the people is free, and what they did last.
    people: Vec<(u64, Option<usize>)>,
    /// What can be begun now: what needs no time, then what presses most.
    ready: BTreeSet<(bool, u64, usize)>,
    /// Whether each needs time, as far as it is known.
    needs_time: Vec<bool>,
    /// What can be begun later, and when.
    later: BTreeSet<(u64, usize)>,
}

impl Work {
    fn new(items: &[Item<'_>], people: usize) -> Self {
        let latest = latest(items);
        let mut needed_by: Vec<Vec<usize>> = vec![Vec::new(); items.len()];
        for (index, item) in items.iter().enumerate() {
            for needed in &item.needs {
                if let Some(needed_by) = needed_by.get_mut(*needed) {
                    needed_by.push(index);
                }
            }
        }
        let first = |(index, item): (usize, &Item<'_>)| item.needs.is_empty().then_some((0, index));
        Self {
            latest,
            spans: vec![None; items.len()],
            cause: vec![None; items.len()],
            missing: items.iter().map(|item| item.needs.len()).collect(),
            needed_by,
            people: vec![(0, None); people.max(1)],
            needs_time: items.iter().map(|item| item.time.minutes().is_some_and(|minutes| minutes > 0)).collect(),
            ready: BTreeSet::new(),
            later: items.iter().enumerate().filter_map(first).collect(),
        }
    }

    /// Returns what is begun next, by whom, and when.
    fn next(&mut self) -> Option<(usize, usize, u64)> {
        let (person, (now, _)) =
            self.people.iter().copied().enumerate().min_by_key(|(person, (at, _))| (*at, *person))?;
        while let Some((from, index)) = self.later.first().copied().filter(|(from, _)| *from <= now) {
            self.later.remove(&(from, index));
            let needs_time = self.needs_time.get(index).copied().unwrap_or_default();
            self.ready.insert((needs_time, self.latest.get(index).copied().unwrap_or(u64::MAX), index));
        }
        if let Some((.., index)) = self.ready.pop_first() {
            return Some((index, person, now));
        }
        let (from, index) = self.later.pop_first()?;
        Some((index, person, from))
    }

    fn assign(&mut self, items: &[Item<'_>], index: usize, person: usize, start: u64) {
        let Some(item) = items.get(index) else { return };
        let needs = || item.needs.iter().filter_map(|needed| Some((*needed, (*self.spans.get(*needed)?)?)));
        let minutes = item.time.minutes();
        let is_at_least = minutes.is_none() || needs().any(|(_, span)| span.is_at_least);
        let span = Span { start, end: start + minutes.unwrap_or_default(), person, is_at_least };
        let waited = needs().filter(|(_, span)| start > 0 && span.end == start).map(|(needed, _)| needed).next();
        let before = self.people.get(person).and_then(|(free, last)| last.filter(|_| *free == start));
        if let Some(cause) = self.cause.get_mut(index) {
            *cause = waited.or(before);
        }
        if let Some(people) = self.people.get_mut(person) {
            *people = (span.end, Some(index));
        }
        if let Some(place) = self.spans.get_mut(index) {
            *place = Some(span);
        }
        for above in self.needed_by.get(index).cloned().unwrap_or_default() {
            let Some(missing) = self.missing.get_mut(above) else { continue };
            *missing -= 1;
            if *missing == 0 {
                let ends = items.get(above).map(|item| &item.needs).into_iter().flatten();
                let ends = ends.filter_map(|needed| Some((*self.spans.get(*needed)?)?.end));
                let from = ends.max().unwrap_or_default();
                self.later.insert((from, above));
            }
        }
    }
}

/// The last moment to begin each item, so that no deadline is missed that depends on it.
fn latest(items: &[Item<'_>]) -> Vec<u64> {
    let mut due: Vec<u64> =
        items.iter().map(|item| item.deadline.map_or(u64::MAX, |deadline| deadline.minutes())).collect();
    // Items stand by wave: what needs others stands behind them.
    for index in (0..items.len()).rev() {
        let Some(item) = items.get(index) else { continue };
        let begin = due.get(index).map(|due| due.saturating_sub(item.time.minutes().unwrap_or_default()));
        for needed in &item.needs {
            if let (Some(due), Some(begin)) = (due.get_mut(*needed), begin) {
                *due = (*due).min(begin);
            }
        }
    }
    let begin = |(due, item): (u64, &Item<'_>)| match due {
        u64::MAX => u64::MAX,
        due => due.saturating_sub(item.time.minutes().unwrap_or_default()),
    };
    due.into_iter().zip(items).map(begin).collect()
}

/// What decides how long the whole takes: from what is back last, each time what it waited for.
fn critical(spans: &[Span], cause: &[Option<usize>]) -> Vec<usize> {
    let last = spans.iter().enumerate().max_by_key(|(index, span)| (span.end, std::cmp::Reverse(*index)));
    let mut path: Vec<usize> = last.map(|(index, _)| index).into_iter().collect();
    // What takes no time may have waited for something that began with it: nothing is told twice.
    let mut told: BTreeSet<usize> = path.iter().copied().collect();
    while let Some(before) = path.last().and_then(|index| cause.get(*index).copied().flatten()) {
        if !told.insert(before) {
            break;
        }
        path.push(before);
    }
    path.reverse();
    path.retain(|index| spans.get(*index).is_some_and(|span| span.start < span.end));
    path
}

fn missed<'kb>(
    kb: &KnowledgeBase,
    items: &[Item<'kb>],
    spans: &[Span],
    waiting: &[(&'kb EntityRef, Vec<&'kb EntityRef>)],
) -> Vec<Missed<'kb>> {
    let back: BTreeMap<&EntityRef, u64> = items.iter().zip(spans).map(|(item, span)| (item.thing, span.end)).collect();
    let own = items.iter().filter_map(|item| Some((item.thing, item.deadline?, *back.get(item.thing)?)));
    let others = waiting.iter().filter_map(|(thing, needs)| {
        let back = needs.iter().filter_map(|needed| back.get(*needed)).max()?;
        Some((*thing, super::deadline(kb, thing)?, *back))
    });
    let late = own.chain(others).filter(|(_, deadline, back)| *back > deadline.minutes());
    let mut missed: Vec<Missed<'kb>> =
        late.map(|(thing, deadline, back)| Missed { thing, due: deadline.minutes(), back }).collect();
    missed.sort_by_key(|missed| (missed.due, missed.thing));
    missed
}
