//! The steps of a page: which are new, gone, said otherwise, or stand elsewhere.
//!
//! A step is the same by its id; without the same id, by its words; without the same words, by its place between two steps that
//! are the same.

use std::collections::BTreeMap;

use crate::difference::is_same;
use crate::runbook::Runbook;
use crate::runbook::outline::Step;

use super::similar::{Bag, pairs};
use super::{Change, Held, What};

/// A step, and its text without what is written for the machine.
struct Written<'a> {
    step: &'a Step,
    text: String,
}

/// Which steps are the same.
struct Matches {
    /// For each step before, which step after it is.
    after: Vec<Option<usize>>,
    /// For each step after, which step before it was.
    before: Vec<Option<usize>>,
}

/// Compares the steps of a page: in the order in which they stand now, those that are gone where they stood.
pub(super) fn compare(before: &Runbook, after: &Runbook) -> Vec<Change> {
    let (before, after) = (written(before), written(after));
    let mut matches = Matches { after: vec![None; before.len()], before: vec![None; after.len()] };
    by_id(&before, &after, &mut matches);
    by_words(&before, &after, &mut matches);
    let moved = moved(&matches.after);
    by_place(&before, &after, &mut matches);

    let text = |step: &Written<'_>| Some(Held::Text(step.text.clone()));
    // Where each change is told: behind which step after, those that are gone last.
    let mut changes: Vec<((Option<usize>, bool), Change)> = Vec::new();
    let mut behind = None;
    for (index, was) in before.iter().enumerate() {
        let Some(place) = matches.after[index] else {
            let what = What::Step { was: Some(was.step.number), now: None };
            changes.push(((behind, true), Change { what, was: text(was), now: None }));
            continue;
        };
        behind = Some(place);
        let now = &after[place];
        let numbers = (was.step.number, now.step.number);
        if moved[index] {
            let action = now.step.action.clone();
            let what = What::StepMoved { was: numbers.0, now: numbers.1, action };
            changes.push(((Some(place), false), Change { what, was: None, now: None }));
        }
        if !is_same(&was.text, &now.text) {
            let what = What::Step { was: Some(numbers.0), now: Some(numbers.1) };
            changes.push(((Some(place), false), Change { what, was: text(was), now: text(now) }));
        }
    }
    for (place, now) in after.iter().enumerate().filter(|(place, _)| matches.before[*place].is_none()) {
        let what = What::Step { was: None, now: Some(now.step.number) };
        changes.push(((Some(place), false), Change { what, was: None, now: text(now) }));
    }
    changes.sort_by_key(|(place, _)| *place);
    changes.into_iter().map(|(_, change)| change).collect()
}

fn written(page: &Runbook) -> Vec<Written<'_>> {
    let text = page.document.text.as_str();
    page.outline.steps.iter().map(|step| Written { step, text: words(step, step.span.text(text)) }).collect()
}

/// Returns the text of a step without its number, its id, and the blanks that lines start with because they belong to it.
pub(in crate::knowledge) fn words(step: &Step, item: &str) -> String {
    let body = item.trim_start().trim_start_matches(|letter: char| letter.is_ascii_digit());
    let body = body.strip_prefix(['.', ')']).unwrap_or(body).trim_start();
    let indentation = item.trim_start().len() - body.len();
    let mut text = String::with_capacity(body.len());
    for line in body.trim_end().split_inclusive('\n') {
        let blanks = line.len() - line.trim_start_matches(' ').len();
        let from = if text.is_empty() { 0 } else { blanks.min(indentation) };
        text.push_str(&line[from..]);
    }
    // To give a step an id changes nothing that is done.
    let (alone, first) = (format!(" {{#{}}}", step.id), format!("{{#{} ", step.id));
    text.replacen(&alone, "", 1).replacen(&first, "{", 1)
}

impl Matches {
    fn pair(&mut self, before: usize, after: usize) {
        if let (Some(ours), Some(theirs)) = (self.after.get_mut(before), self.before.get_mut(after)) {
            (*ours, *theirs) = (Some(after), Some(before));
        }
    }
}

fn by_id(before: &[Written<'_>], after: &[Written<'_>], matches: &mut Matches) {
    let places: BTreeMap<&str, usize> =
        after.iter().enumerate().map(|(place, step)| (step.step.id.as_str(), place)).collect();
    for (index, was) in before.iter().enumerate() {
        if let Some(place) = places.get(was.step.id.as_str()) {
            matches.pair(index, *place);
        }
    }
}

fn by_words(before: &[Written<'_>], after: &[Written<'_>], matches: &mut Matches) {
    fn left<'a>(steps: &'a [Written<'_>], matched: &[Option<usize>]) -> Vec<(usize, Bag<'a>)> {
        let left = steps.iter().enumerate().zip(matched).filter(|(_, other)| other.is_none());
        left.map(|((index, step), _)| (index, Bag::new(&step.text))).collect()
    }
    for (index, place) in pairs(&left(before, &matches.after), &left(after, &matches.before)) {
        matches.pair(index, place);
    }
}

/// Pairs what is left between two steps that are the same: one step took the place of another.
fn by_place(before: &[Written<'_>], after: &[Written<'_>], matches: &mut Matches) {
    // By the step after which they stand: those that were there, and those that are.
    let mut gaps: BTreeMap<Option<usize>, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    let mut behind = None;
    for (index, place) in matches.after.iter().enumerate() {
        match place {
            Some(place) => behind = Some(*place),
            None => gaps.entry(behind).or_default().0.push(index),
        }
    }
    behind = None;
    for (place, index) in matches.before.iter().enumerate() {
        match index {
            Some(_) => behind = Some(place),
            None => gaps.entry(behind).or_default().1.push(place),
        }
    }
    for (were, are) in gaps.into_values() {
        for (index, place) in were.into_iter().zip(are) {
            if before[index].step.role == after[place].step.role {
                matches.pair(index, place);
            }
        }
    }
}

/// Tells which steps stand elsewhere: all but the longest row of those whose order is still the same.
fn moved(places: &[Option<usize>]) -> Vec<bool> {
    // The smallest last place of a row of each length, and who ends it; of each step, who stands before it in its row.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut former: Vec<Option<usize>> = vec![None; places.len()];
    for (index, place) in places.iter().enumerate() {
        let Some(place) = *place else { continue };
        let length = ends.partition_point(|(end, _)| *end < place);
        former[index] = length.checked_sub(1).map(|shorter| ends[shorter].1);
        match ends.get_mut(length) {
            Some(end) => *end = (place, index),
            None => ends.push((place, index)),
        }
    }
    let mut moved: Vec<bool> = places.iter().map(Option::is_some).collect();
    let mut last = ends.last().map(|(_, index)| *index);
    while let Some(index) = last {
        moved[index] = false;
        last = former[index];
    }
    moved
}
