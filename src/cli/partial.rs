//! A part of a project as it was at a commit: the inventory whole, and some pages. All other pages are there by their names, so that
//! references to them lead somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::check;
use crate::cli::project::{add_included, configuration, hide_secrets, is_text, read_config};
use crate::diagnostic::Outcome;
use crate::history::History;
use crate::io::files::{Folder, ReadRequest};
use crate::knowledge::{self, KnowledgeBase};
use crate::problem::source::UNREADABLE;
use crate::runbook::is_markdown;
use crate::source::{Snapshot, SourcePath};

/// Returns the files of all pages of a project.
pub(super) fn pages(folder: &Folder) -> Vec<SourcePath> {
    let folders = [read_config(folder).src];
    let listing = folder.list(&ReadRequest { folders: &folders, excluded: &[], is_text: &|_| false }).value;
    listing.assets.into_iter().map(|asset| asset.path).filter(is_markdown).collect()
}

/// Reads the inventory and some pages of a project. Secrets are overwritten before anything is made of them.
/// Nothing when some of it cannot be read: it would pass for gone.
pub(super) fn read(folder: &Folder, pages: &BTreeSet<SourcePath>, as_of: Date) -> Option<KnowledgeBase> {
    read_renamed(folder, &pages.iter().map(|path| (path.clone(), path.clone())).collect(), as_of)
}

/// The same, with pages under other names: those that they have now.
pub(super) fn read_renamed(
    folder: &Folder,
    pages: &BTreeMap<SourcePath, SourcePath>,
    as_of: Date,
) -> Option<KnowledgeBase> {
    let config = read_config(folder);
    let is_wanted = |path: &SourcePath| match is_markdown(path) {
        true => pages.contains_key(path),
        false => path.below(&config.inventory).is_some() && is_text(&config, path),
    };
    let folders = [config.src.clone()];
    let request = ReadRequest { folders: &folders, excluded: &[], is_text: &is_wanted };
    let Outcome { value: listing, diagnostics } = folder.list(&request);
    if diagnostics.iter().any(|diagnostic| diagnostic.code.name == UNREADABLE.name) {
        return None;
    }
    let mut texts: BTreeMap<SourcePath, Arc<str>> = listing.texts.into_iter().collect();
    for (then, now) in pages.iter().filter(|(then, now)| then != now) {
        // The former name stays, too: others may refer to it.
        if let Some(text) = texts.get(then).filter(|_| !texts.contains_key(now)).cloned() {
            texts.insert(now.clone(), text);
            texts.insert(then.clone(), Arc::from(""));
        }
    }
    // What is wrong with the past is no finding of now.
    add_included(folder, &mut texts, &[], &mut Vec::new());
    for asset in listing.assets.into_iter().filter(|asset| is_markdown(&asset.path)) {
        texts.entry(asset.path).or_insert_with(|| Arc::from(""));
    }
    let mut snapshot = Snapshot::new(texts, []);
    let secrets = check::sources(&snapshot);
    hide_secrets(&mut snapshot, &secrets);
    let config = configuration(folder, &snapshot).value;
    Some(knowledge::compile(&snapshot, config, History::default(), as_of).value)
}
