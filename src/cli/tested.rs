//! What the records were made against: the project as it was at the commits that were tested.
//!
//! Of each commit only what evidence depends on is read: the inventory, and the pages that the records are about.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::cli::partial;
use crate::history::{Revision, RevisionId};
use crate::io::git;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::{Past, Tested};
use crate::names::EntityRef;
use crate::records::Record;
use crate::source::{Snapshot, SourcePath};
use crate::words::{Language, Words};

/// Finds what the records were made against. What git cannot tell stays unknown, and is shown so.
pub(super) fn find(kb: &KnowledgeBase, snapshot: &Snapshot, past: &git::Past) -> Past {
    let (records, asked): (Vec<Record<'_>>, Vec<(RevisionId, Date)>) =
        kb.records_to_place().map(|(record, added)| (record, (added.id.clone(), record.file().date))).unzip();
    if asked.is_empty() {
        return Past::default();
    }
    let tested = past.newest_until(&asked).unwrap_or_default();
    let mut by_commit: BTreeMap<RevisionId, (Revision, Vec<Record<'_>>)> = BTreeMap::new();
    for (record, revision) in records.into_iter().zip(tested) {
        let Some(revision) = revision else { continue };
        by_commit.entry(revision.id.clone()).or_insert_with(|| (revision, Vec::new())).1.push(record);
    }
    let voices: Vec<Words> = Language::interface().map(|language| Words::load(&language)).collect();
    let commits: Vec<_> = by_commit.into_values().collect();
    commits
        .into_par_iter()
        .flat_map_iter(|(revision, records)| {
            let then = past
                .folder(&revision.id)
                .ok()
                .map(|folder| partial::read(&folder, &pages(kb, snapshot, &records), kb.as_of));
            let tested = |record: Record<'_>, then: &KnowledgeBase| {
                let tested = Tested::new(revision.clone(), then, record).compared(then, kb, record, &voices);
                (record.file().id.clone(), tested)
            };
            then.map(|then| records.into_iter().map(|record| tested(record, &then)).collect::<Vec<_>>())
                .unwrap_or_default()
        })
        .collect()
}

/// The files of the pages that records are about.
fn pages(kb: &KnowledgeBase, snapshot: &Snapshot, records: &[Record<'_>]) -> BTreeSet<SourcePath> {
    let subjects = records.iter().flat_map(|record| record.subjects());
    let page = |subject: &EntityRef| match subject {
        EntityRef::Runbook(id) => Some(snapshot.file(kb.runbooks.get(id)?.file).path.clone()),
        _ => None,
    };
    subjects.filter_map(page).collect()
}
