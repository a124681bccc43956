//! What the records were made against: the project as it was at the commits that were tested.
//!
//! Of each commit only what evidence depends on is read: the inventory, and the pages that the records are about. All other pages
//! are there by their names, so that references to them lead somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::check;
use crate::cli::project::{configuration, hide_secrets, is_text, read_config};
use crate::history::{History, Revision, RevisionId};
use crate::io::files::{Folder, ReadRequest};
use crate::io::git;
use crate::knowledge::evidence::{Past, Tested};
use crate::knowledge::{self, KnowledgeBase};
use crate::markdown::include;
use crate::names::EntityRef;
use crate::records::Record;
use crate::source::{Snapshot, SourcePath};

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
    let commits: Vec<_> = by_commit.into_values().collect();
    commits
        .into_par_iter()
        .flat_map_iter(|(revision, records)| {
            let then =
                past.folder(&revision.id).ok().map(|folder| read(&folder, &pages(kb, snapshot, &records), kb.as_of));
            let tested = |record: Record<'_>, then: &KnowledgeBase| {
                (record.file().id.clone(), Tested::new(revision.clone(), then, record))
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

/// Reads the inventory and some pages of a project.
fn read(folder: &Folder, pages: &BTreeSet<SourcePath>, as_of: Date) -> KnowledgeBase {
    let config = read_config(folder);
    let is_page = |path: &SourcePath| matches!(path.extension(), "md" | "markdown");
    let is_wanted = |path: &SourcePath| match is_page(path) {
        true => pages.contains(path),
        false => path.below(&config.inventory).is_some() && is_text(&config, path),
    };
    let folders = [config.src.clone()];
    let request = ReadRequest { folders: &folders, excluded: &[], is_text: &is_wanted };
    let listing = folder.list(&request).value;
    let mut texts: BTreeMap<SourcePath, Arc<str>> = listing.texts.into_iter().collect();
    let mut wanted: Vec<SourcePath> = SourcePath::new(crate::config::FILE_NAME).into_iter().collect();
    wanted.extend(texts.iter().flat_map(|(path, text)| include::wanted(text, path)));
    while let Some(path) = wanted.pop() {
        if !texts.contains_key(&path)
            && let Some(text) = folder.read_text(&path).value
        {
            wanted.extend(include::wanted(&text, &path));
            texts.insert(path, text);
        }
    }
    for asset in listing.assets.into_iter().filter(|asset| is_page(&asset.path)) {
        texts.entry(asset.path).or_insert_with(|| Arc::from(""));
    }
    let mut snapshot = Snapshot::new(texts, []);
    let secrets = check::sources(&snapshot);
    hide_secrets(&mut snapshot, &secrets);
    let config = configuration(folder, &snapshot).value;
    knowledge::compile(&snapshot, config, History::default(), as_of).value
}
