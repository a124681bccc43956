//! Which step a link leads to, in words: on paper nobody can follow it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::message;
use crate::runbook::Runbook;
use crate::source::Span;

use super::here::Here;
use super::said::said;

/// The steps of a page, by their ids.
pub(super) struct Steps<'a> {
    runbook: &'a Runbook,
    /// Number and place of each step.
    places: BTreeMap<&'a str, (u64, Span)>,
    /// The numbers that several steps have: each list counts on its own.
    shared: BTreeSet<u64>,
}

impl<'a> Steps<'a> {
    pub(super) fn new(runbook: &'a Runbook) -> Self {
        let mut places = BTreeMap::new();
        let (mut seen, mut shared) = (BTreeSet::new(), BTreeSet::new());
        for step in &runbook.outline.steps {
            places.insert(step.id.as_str(), (step.number, step.span));
            if !seen.insert(step.number) {
                shared.insert(step.number);
            }
        }
        Self { runbook, places, shared }
    }

    /// Says which step has an id, for a link at `from`: by its number, and by its section where the number alone is not enough.
    pub(super) fn place(&self, here: &Here<'_>, id: &str, from: Span) -> Option<String> {
        let (number, span) = *self.places.get(id)?;
        let (ours, theirs) = (self.heading(from), self.heading(span));
        let number_words = number.to_string();
        Some(match theirs.filter(|_| self.shared.contains(&number) && ours != theirs) {
            Some(heading) => {
                let section = said(here, self.runbook, &self.runbook.document.headings[heading].text);
                here.words().say(&message!("site-step-of", number = number_words, section = section.into_owned()))
            }
            None => here.words().say(&message!("site-step", number = number_words)),
        })
    }

    /// The heading under which something stands.
    fn heading(&self, span: Span) -> Option<usize> {
        let headings = &self.runbook.document.headings;
        headings.partition_point(|heading| heading.span.start <= span.start).checked_sub(1)
    }
}
