//! The text of a page, section by section; the steps in it one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;
use std::ops::Range;

use crate::markdown::Heading;
use crate::runbook::Runbook;
use crate::source::Span;

use super::similar::{Bag, pairs};
use super::{Change, Held, TextPlace, What, step, text};

/// What stands between two headings.
struct Section<'a> {
    /// Nothing before the first one, and below the title.
    heading: Option<&'a Heading>,
    /// The text, without steps.
    text: String,
}

/// Compares the text of a page: its sections in the order in which they stand now, then those that are gone, then its steps.
pub(super) fn compare(before: &Runbook, after: &Runbook) -> Vec<Change> {
    let (were, are) = (sections(before), sections(after));
    let ids: BTreeMap<Option<&str>, usize> =
        were.iter().enumerate().map(|(index, section)| (section.id(), index)).collect();
    let mut matches: Vec<Option<usize>> = are.iter().map(|section| ids.get(&section.id()).copied()).collect();
    by_words(&were, &are, &mut matches);

    let mut changes = Vec::new();
    for (section, was) in are.iter().zip(&matches) {
        let Some(was) = was.and_then(|was| were.get(was)) else {
            changes.extend(section.heading.map(|heading| Change {
                what: What::Text(section.place()),
                was: None,
                now: Some(Held::Text(section.shown(heading))),
            }));
            continue;
        };
        if let (Some(old), Some(new)) = (was.heading, section.heading)
            && old.text != new.text
        {
            let words = |heading: &Heading| Some(Held::Text(heading.text.clone()));
            changes.push(Change { what: What::Heading, was: words(old), now: words(new) });
        }
        changes.extend(text(section.place(), &was.text, &section.text));
    }
    let matched: BTreeSet<usize> = matches.into_iter().flatten().collect();
    let gone = were.iter().enumerate().filter(|(index, _)| !matched.contains(index));
    changes.extend(gone.filter_map(|(_, section)| {
        let was = section.shown(section.heading?);
        Some(Change { what: What::Text(section.place()), was: Some(Held::Text(was)), now: None })
    }));
    changes.extend(step::compare(before, after));
    changes
}

impl Section<'_> {
    fn id(&self) -> Option<&str> {
        self.heading.map(|heading| heading.id.as_str())
    }

    fn place(&self) -> TextPlace {
        self.heading.map_or(TextPlace::Introduction, |heading| TextPlace::Section(heading.text.clone()))
    }

    /// What is told of a section that is new or gone: its text; of one that holds nothing but steps, its heading.
    fn shown(&self, heading: &Heading) -> String {
        let text = self.text.trim();
        if text.is_empty() { heading.text.clone() } else { text.to_owned() }
    }
}

/// Pairs sections under other headings that say the same.
fn by_words(were: &[Section<'_>], are: &[Section<'_>], matches: &mut [Option<usize>]) {
    let matched: BTreeSet<usize> = matches.iter().flatten().copied().collect();
    let left = |section: &Section<'_>| section.heading.is_some() && !section.text.trim().is_empty();
    let before: Vec<(usize, Bag<'_>)> = were
        .iter()
        .enumerate()
        .filter(|(index, section)| left(section) && !matched.contains(index))
        .map(|(index, section)| (index, Bag::new(&section.text)))
        .collect();
    let after: Vec<(usize, Bag<'_>)> = are
        .iter()
        .enumerate()
        .filter(|(index, section)| left(section) && matches[*index].is_none())
        .map(|(index, section)| (index, Bag::new(&section.text)))
        .collect();
    for (was, is) in pairs(&before, &after) {
        matches[is] = Some(was);
    }
}

/// Splits a page at its headings and takes its steps out.
fn sections(page: &Runbook) -> Vec<Section<'_>> {
    let document = &page.document;
    let whole = document.text.as_str();
    let mut steps = page.outline.steps.iter().map(|step| step.span).peekable();
    let is_title = |index: usize, heading: &Heading| {
        index == 0 && document.starts_with_heading && heading.level == 1 && page.repeats_title
    };
    let mut sections = vec![Section { heading: None, text: String::new() }];
    let mut start = 0;
    let headings = document.headings.iter().enumerate();
    let cuts = headings.map(|(index, heading)| (heading.span, (!is_title(index, heading)).then_some(heading)));
    let end = Span::new(whole.len()..whole.len());
    for (cut, next) in cuts.chain([(end, None)]) {
        if let Some(section) = sections.last_mut() {
            section.fill(whole, start..cut.start, &mut steps);
        }
        start = cut.end.max(start);
        if next.is_some() {
            sections.push(Section { heading: next, text: String::new() });
        }
    }
    sections
}

impl Section<'_> {
    /// Adds a piece of the page without the steps that stand in it.
    fn fill(&mut self, whole: &str, piece: Range<u32>, steps: &mut Peekable<impl Iterator<Item = Span>>) {
        let mut add = |from: u32, to: u32| {
            self.text.push_str(whole.get(from as usize..to.max(from) as usize).unwrap_or_default());
        };
        let mut start = piece.start;
        while let Some(step) = steps.next_if(|step| step.start < piece.end) {
            add(start, step.start.max(start));
            start = step.end.max(start);
        }
        add(start, piece.end);
    }
}
